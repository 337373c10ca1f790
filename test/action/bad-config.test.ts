import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Client, createClient, pack } from '../emulators/client.ts';
import { configOf } from '../emulators/workplace.ts';
import { createAttempts, places, theOne } from '../tools/attempts.ts';

const { server, project, check } = createAttempts();
let client: Client;
let bundle: string;
let config: string;

beforeAll(async () => {
  client = createClient(server());
  const folder = await project({ 'src/a.txt': 'a' });
  [bundle, config] = [await pack(folder), await configOf(folder)];
});

type Change = (text: string) => string;
const swap =
  (from: string, to: string): Change =>
  (text) =>
    text.replace(from, to);
const after = (key: string): Change => swap('[content]', `[content]\n${key}`);
const append =
  (more: string): Change =>
  (text) =>
    `${text}${more}`;
const task = swap('python-service', 'python');
const SIZING = '\n[serve]\nmin_instances = 0\nmax_instances = 1\nspawn_threshold = 80\nmax_connections = 10\n';
const without = (key: string) => append(SIZING.replace(new RegExp(`^${key} = .*\n`, 'm'), ''));

/** What is wrong, where the action says so, and words of its message. */
const REFUSED: readonly (readonly [fault: string, change: Change, places: readonly string[], words: string])[] = [
  ['other packages', swap('uv.lock', 'requirements.txt'), ['config-packages 9'], 'Set packages = "uv.lock"'],
  ['no packages', swap('packages = "uv.lock"', ''), ['config-packages 7'], 'Package file required'],
  ['no name', swap('name = "Echo"', ''), ['config-missing-key 1'], '[content] has no name.'],
  ['no entrypoint', swap('entrypoint = "serve.py"', ''), ['config-missing-key 1'], '[content] has no entrypoint.'],
  ['no access_type', swap('access_type = "external"', ''), ['config-missing-key 1'], '[content] has no access_type.'],
  [
    'no content_type',
    swap('content_type = "python-service"', ''),
    ['config-missing-key 1'],
    '[content] has no content_type.',
  ],
  ['no language', swap('name = "python"', ''), ['config-missing-key 7'], '[language] has no name.'],
  ['another language', swap('"python"', '"r"'), ['config-language 8'], 'set name = "python"'],
  ['an empty name', swap('Echo', ' '), ['config-name 2'], 'The name is empty.'],
  ['a long name', swap('Echo', 'x'.repeat(121)), ['config-name 2'], 'has 121 characters; ricochet takes 120'],
  ['a name that is a number', swap('"Echo"', '5'), ['config-type 2'], 'name is not a string in quotes.'],
  ['a slug with blanks', after('slug = "My app"'), ['config-slug 2'], "Write it as 'my-app'."],
  ['an empty slug', after('slug = ""'), ['config-slug 2'], "Write it as 'my-app'."],
  ['an unknown access_type', swap('external', 'externl'), ['config-access-type 4'], 'Did you mean "external"?'],
  ['an unknown content_type', swap('python-service', 'fastapi'), ['config-content-type 5'], 'Did you mean "fast-api"?'],
  ['an empty content_type', swap('python-service', ''), ['config-content-type 5'], 'Use one of: fast-api'],
  ['a content_type of R', swap('python-service', 'plumber'), ['config-content-type 5'], 'is not Python'],
  ['an entrypoint of R', swap('serve.py', 'serve.R'), ['config-entrypoint 3'], 'is not a .py file'],
  ['an entrypoint above', swap('serve.py', '../serve.py'), ['config-entrypoint 3'], 'not a path inside the project'],
  ['an absolute entrypoint', swap('serve.py', '/app/serve.py'), ['config-entrypoint 3'], 'Invalid entrypoint'],
  ['an empty entrypoint', swap('serve.py', ''), ['config-entrypoint 3'], 'The entrypoint is empty.'],
  ['a folder as entrypoint', swap('serve.py', 'src'), ['config-entrypoint 3'], 'is not a .py file'],
  ['a script for Quarto', swap('python-service', 'quarto-py'), ['config-entrypoint 3'], 'a .qmd file or _quarto.yml'],
  ['a thumbnail of webp', after('thumbnail = "a.webp"'), ['config-thumbnail 2'], 'is not a png, jpg or gif'],
  ['tags that are no list', after('tags = "x"'), ['config-type 2'], 'tags is not a list of strings.'],
  ['an include that is no list', after('include = "*.py"'), ['config-type 2'], 'Give a list of strings.'],
  ['[serve] for a task', (text) => task(text) + SIZING, ['config-serve 11'], 'cannot be served'],
  ['[schedule] for an app', append('[schedule]\ncron = "@daily"\n'), ['config-schedule 10'], 'cannot be scheduled'],
  ['[static] for an app', append('[static]\noutput_dir = "x"\n'), ['config-static 10'], 'as a static site'],
  [
    'a sizing key that is a text',
    append(SIZING.replace('10', '"10"')),
    ['config-type 15'],
    'max_connections is not a whole number.',
  ],
  ['a negative sizing key', append(SIZING.replace('= 0', '= -1')), ['config-serve 12'], 'Give 0 or more.'],
  [
    'a cron expression that is none',
    (text) => `${task(text)}[schedule]\ncron = "every day"\n`,
    ['config-cron 11'],
    'needs five fields',
  ],
  [
    'a cron expression out of range',
    (text) => `${task(text)}[schedule]\ncron = "61 * * * *"\n`,
    ['config-cron 11'],
    'Invalid value for minute: 61',
  ],
  ['[serve] that is no table', (text) => `serve = 3\n${text}`, ['config-type 1'], 'serve is not a table.'],
  ['what is not TOML', swap('"Echo"', 'Echo'), ['toml-syntax 2:8'], 'Correct the line and commit the file.'],
  ['a key twice', swap('[content]', '[content]\nname = "x"'), ['toml-syntax 3:1'], 'redefine'],
  ['a table twice', append('[language]\n'), ['toml-syntax 10:2'], 'is not valid TOML'],
];

describe.concurrent('a _ricochet.toml', () => {
  test.each(REFUSED)(
    'with %s is refused by the server, and by the action before it',
    async (_, change, where, words) => {
      const text = change(config);
      expect(text).not.toBe(config);
      expect((await client.upload({ bundle, config: text })).status).toBe(400);

      const run = await check({ '_ricochet.toml': text, 'src/a.txt': 'a' });
      expect(places(run)).toEqual(where.map((place) => place.replace(' ', ' _ricochet.toml:')));
      expect(run.annotations[0]?.message).toContain(words);
      expect(run.outputs).toMatchObject({ status: 'failed', 'bundle-path': '' });
    },
  );

  test.each([
    ['[content]', '[contents]', ['config-unknown-key 1', ...Array(4).fill('config-missing-key 1')]],
    ['[content]', '[[content]]', ['config-type 1', ...Array(4).fill('config-missing-key 1')]],
    ['[language]', '[lang]', ['config-unknown-key 7', 'config-missing-key 1', 'config-packages 1']],
  ])('with a wrong header is reported in full: %s as %s', async (from, to, where) => {
    const text = config.replace(from, to);
    expect((await client.upload({ bundle, config: text })).status).toBe(400);
    const run = await check({ '_ricochet.toml': text });
    expect(places(run)).toEqual(where.map((place) => place.replace(' ', ' _ricochet.toml:')));
  });

  test.each(['a/b', '../user/items', 'x'.repeat(65)])('with the id %s that ricochet can not have given', async (id) => {
    expect((await client.upload({ bundle, config, id })).status).toBeGreaterThanOrEqual(400);
    const run = await check({ '_ricochet.toml': config.replace('[content]', `[content]\nid = "${id}"`) });
    expect(places(run)).toEqual(['invalid-id _ricochet.toml:2']);
    expect((await check({}, { id })).titles()).toEqual(['invalid-id']);
  });

  test.each([
    ['does not exist', {}, 'thumbnail = "a.png"', 'does not exist'],
    ['is too large', { 'a.png': 'x'.repeat(5_000_001) }, 'thumbnail = "a.png"', 'is over 5 MB'],
    ['is left out', { 'a.png': 'x' }, 'thumbnail = "a.png"\nexclude = ["*.png"]', 'is left out of the bundle'],
  ])('with a thumbnail that %s', async (_, files, keys, words) => {
    const run = await check({ ...files, '_ricochet.toml': config.replace('[content]', `[content]\n${keys}`) });
    expect(places(run)).toEqual(['config-thumbnail _ricochet.toml:2']);
    expect(theOne(run, 'config-thumbnail').message).toContain(words);
  });

  test('with keys that the server does not know passes with a warning each, and the server takes it', async () => {
    const text = `${config.replace('[content]', '[content]\nexcludes = ["x"]')}\n[extra]\nkey = 1\n`;
    const run = await check({ '_ricochet.toml': text });
    expect(places(run)).toEqual(['config-unknown-key _ricochet.toml:2', 'config-unknown-key _ricochet.toml:12']);
    expect(run.annotations[0]?.message).toContain("Did you mean 'exclude'?");
    expect(run.outputs.status).toBe('checked');
    expect((await client.upload({ bundle, config: text })).status).toBe(200);
  });

  test.each([
    ...['min_instances', 'max_instances', 'spawn_threshold', 'max_connections'].map(
      (key) => [`[serve] without ${key}`, without(key), 11, `Add ${key} = `] as const,
    ),
    ['an empty [serve]', append('[serve]\n'), 10, 'wants all four sizing keys'] as const,
  ])('with %s passes with a warning, as the documents of ricochet disagree', async (_, change, line, words) => {
    const text = change(config);
    const run = await check({ '_ricochet.toml': text });
    expect(places(run)).toEqual([`config-serve _ricochet.toml:${line}`]);
    expect(theOne(run, 'config-serve').message).toContain(words);
    expect(run.outputs.status).toBe('checked');
    expect((await client.upload({ bundle, config: text })).status).toBe(200);
  });

  test('goes into the bundle as it is', async () => {
    const text = `# A comment that stays.\n${config}`;
    const folder = await project({ '_ricochet.toml': text });
    expect(await readFile(join(folder, '_ricochet.toml'), 'utf8')).toBe(text);
    expect((await check({ '_ricochet.toml': text })).annotations).toEqual([]);
  });
});
