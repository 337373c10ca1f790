import { describe, expect, it } from 'vitest';
import { compareSettings, settingsPatch } from '../../../../../src/platforms/ricochet/plan/settings.ts';
import { tomlFile } from '../../../../tools/fakes.ts';

const compare = (local: string, remote: string) => compareSettings(tomlFile(local).data, tomlFile(remote).data);

const REMOTE = `[content]
id = "01A"
name = "App"
entrypoint = "app.py"
access_type = "private"
content_type = "fast-api"
tags = ["a", "b"]
[language]
name = "python"
packages = "uv.lock"
[serve]
min_instances = 0
max_instances = 5
[serve.k8s]
strategy = "RollingUpdate"
config = { a = 1 }
`;

describe('the settings of the repository and of the server', () => {
  it('are the same where they say the same', () => expect(compare(REMOTE, REMOTE)).toEqual([]));

  it('differ where the repository says something else, or something new', () => {
    const local = REMOTE.replace('"App"', '"New app"').replace(
      'max_instances = 5',
      'max_instances = 6\nspawn_threshold = 80',
    );
    expect(compare(local, REMOTE)).toEqual([
      { group: 'content', key: 'name', from: 'App', to: 'New app' },
      { group: 'serve', key: 'max_instances', from: 5, to: 6 },
      { group: 'serve', key: 'spawn_threshold', from: undefined, to: 80 },
    ]);
  });

  it('do not differ where the repository says nothing', () => {
    expect(compare('[content]\nname = "App"\n', REMOTE)).toEqual([]);
    expect(compare('', REMOTE)).toEqual([]);
  });

  it('are all new to a server that says nothing', () => {
    expect(compare(REMOTE, '').map(({ group, key }) => `${group}.${key}`)).toEqual([
      ...['content.name', 'content.entrypoint', 'content.access_type', 'content.content_type', 'content.tags'],
      ...['serve.min_instances', 'serve.max_instances', 'deployment.strategy', 'deployment.config'],
    ]);
  });

  it('compare lists and tables by what is in them', () => {
    const tags = (list: string) => `[content]\ntags = ${list}\n`;
    expect(compare(tags('["a", "b"]'), REMOTE)).toEqual([]);
    expect(compare(tags('["b", "a"]'), REMOTE)).toHaveLength(1);
    expect(compare(tags('[]'), REMOTE)).toHaveLength(1);
    expect(compare('[serve.k8s]\nconfig = { a = 1 }\n', REMOTE)).toEqual([]);
    expect(compare('[serve.k8s]\nconfig = { a = 2 }\n', REMOTE)).toEqual([
      { group: 'deployment', key: 'config', from: { a: 1 }, to: { a: 2 } },
    ]);
  });

  it('tell 0, false and an empty text from nothing', () => {
    expect(compare('[content]\nsummary = ""\n[serve]\nmin_instances = 0\n', '')).toHaveLength(2);
    expect(compare('[content]\nsummary = ""\n', '[content]\nsummary = "x"\n')).toEqual([
      { group: 'content', key: 'summary', from: 'x', to: '' },
    ]);
  });

  it('leave alone what the server takes no other way: ids, languages, retention, files to bundle', () => {
    const local =
      '[content]\nid = "other"\ninclude = ["a"]\nexclude = ["b"]\n[language]\nname = "r"\n[retention]\nmax_deployments = 1\n[schedule]\ncron = "@daily"\n[unknown]\nx = 1\n';
    expect(compare(local, REMOTE)).toEqual([]);
  });

  it('of odd shapes break nothing', () => {
    expect(compareSettings({ content: 5, serve: [1] }, { content: null, serve: 'x' })).toEqual([]);
  });
});

describe('the patch', () => {
  it('has the changes by their groups', () => {
    const changes = compare(
      '[content]\nname = "B"\nslug = "b"\n[static]\nindex = "x.html"\n[resources]\ncpu_limit = "2"\n',
      REMOTE,
    );
    expect(settingsPatch(changes)).toEqual({
      content: { name: 'B', slug: 'b' },
      resources: { cpu_limit: '2' },
      static: { index: 'x.html' },
    });
  });

  it('of no changes is empty', () => expect(settingsPatch([])).toEqual({}));
});
