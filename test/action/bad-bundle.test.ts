import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ActionRun } from '../tools/action.ts';
import { everythingShown } from '../tools/action.ts';
import { createAttempts, places, theOne } from '../tools/attempts.ts';

const { place, project, refuse, check, run } = createAttempts();

const PYPROJECT = '[project]\nname = "echo-service"\nversion = "0.1.0"\nrequires-python = ">=3.11"\n';
const CONFIG =
  '[content]\nname = "Echo"\nentrypoint = "serve.py"\naccess_type = "external"\ncontent_type = "python-service"\n';
const LANGUAGE = '\n[language]\nname = "python"\npackages = "uv.lock"\n';
const KEY = `-----BEGIN ${'PRIVATE'} KEY-----\nMIIhunter2\n`;
const STATIC = { mode: 'check', preflight: 'static' };

const bundled = (done: ActionRun): string[] =>
  Object.keys(JSON.parse(readFileSync(done.outputs['manifest-path'] ?? '', 'utf8')).files);
const track = (folder: string) => {
  for (const args of [
    ['init', '--quiet'],
    ['add', '--all', '--force'],
  ])
    execFileSync('git', args, { cwd: folder });
};

describe.concurrent('a bundle that is too large', () => {
  const limited = `${PYPROJECT}\n[tool.uv-deploy.ricochet]\nmax-bundle-size = "10kB"\n`;
  const noise = (count: number) =>
    Object.fromEntries(
      Array.from({ length: count }, (_, index) => [`data/${index + 1}.bin`, randomBytes(2_000 + 100 * index)]),
    );

  /** On a server of its own, which is asked for the item while the bundle is made. */
  const refuseLarge = async (changes: Readonly<Record<string, string | Uint8Array>>) => {
    const { url, apiKey, requests } = await place.start();
    const done = await run({
      workspace: await project(changes),
      inputs: { server: url, token: apiKey, preflight: 'static' },
    });
    expect(done.outputs).toMatchObject({ status: 'failed', url: '', 'deployment-id': '' });
    expect(requests.all().filter(({ method }) => method !== 'GET')).toEqual([]);
    return done;
  };

  test('is refused before anything is sent, and its ten largest files are printed', async () => {
    const done = await refuseLarge({ 'pyproject.toml': limited, ...noise(12) });
    expect(places(done)).toEqual(['bundle-too-large']);
    const { message } = theOne(done, 'bundle-too-large');
    expect(message).toContain('the server allows 10.0 kB. The largest file is data/12.bin with 3.1 kB.');
    expect(message).toContain("Exclude data with 'exclude'");
    const listed = done.log.split('\n').flatMap((line) => /^ {2}\| .* (\S+)$/.exec(line)?.[1] ?? []);
    expect(listed).toEqual([12, 11, 10, 9, 8, 7, 6, 5, 4, 3].map((number) => `data/${number}.bin`));
    expect(Number(done.outputs['bundle-size'])).toBeGreaterThan(10_000);
  });

  test('is fine once exclude leaves the data out', async () => {
    const done = await check({ 'pyproject.toml': limited, ...noise(12) }, { exclude: 'data' });
    expect(done.annotations).toEqual([]);
  });

  test('is known by the limit of the item itself too', async () => {
    const retention = '\n[retention]\nmax_bundle_size = "5kB"\n';
    const done = await refuseLarge({ '_ricochet.toml': CONFIG + LANGUAGE + retention, ...noise(3) });
    expect(places(done)).toEqual(['bundle-too-large']);
  });

  test.each(['huge', -1])('needs a limit that is a size: %j', async (size) => {
    const done = await refuse({ 'pyproject.toml': limited.replace('"10kB"', JSON.stringify(size)) });
    expect(places(done)).toEqual(['invalid-setting pyproject.toml:7']);
    expect(theOne(done, 'invalid-setting').message).toContain('"250MB"');
  });
});

describe.concurrent('a secret', () => {
  const env = { '.env': 'PASSWORD=hunter2\n', 'config/.env.production': 'PASSWORD=hunter2\n' };

  test('in a tracked .env stays behind, with a notice', async () => {
    const workspace = await project(env);
    track(workspace);
    const done = await run({ workspace, inputs: STATIC });
    expect(places(done)).toEqual(['env-file-left-out .env']);
    expect(theOne(done, 'env-file-left-out').message).toContain('.env and 1 more of the kind are never deployed.');

    expect(bundled(done).filter((path) => path.includes('.env'))).toEqual([]);
    expect(everythingShown(done)).not.toContain('hunter2');
  });

  test.each([
    ['the input include', {}, { include: '.env' }],
    ['a glob of the input include', {}, { include: '.e*' }],
    ["the platform file's include", { '_ricochet.toml': `${CONFIG}include = [".env", "*.py"]\n${LANGUAGE}` }, {}],
  ])('in a .env that %s names is an error', async (_, files, inputs) => {
    const done = await refuse({ '.env': 'PASSWORD=hunter2\n', ...files }, inputs as unknown as Record<string, string>);
    expect(places(done)).toEqual(['secret-in-bundle .env']);
    expect(theOne(done, 'secret-in-bundle').message).toContain("pass the values with the 'env' input");
    expect(everythingShown(done)).not.toContain('hunter2');
  });

  test.each([
    ['a private key', 'notes.txt', `# Notes\n\n${KEY}`, 'notes.txt:3'],
    ['an access key', 'settings.py', `KEY = "AKIA${'IOSFODNN7EXAMPLA'.slice(0, 16)}"\n`, 'settings.py:1'],
    ['a key file', 'keys/id_ed25519', 'anything', 'keys/id_ed25519'],
    ['saved logins', '.netrc', 'machine example.com password hunter2', '.netrc'],
  ])('that is %s is named with its place, and not shown', async (_, file, text, where) => {
    const done = await refuse({ [file]: text });
    expect(places(done)).toEqual([`secret-in-bundle ${where}`]);
    expect(theOne(done, 'secret-in-bundle').message).toContain('revoke it');
    expect(everythingShown(done)).not.toMatch(/hunter2|AKIAIOS/);
    expect((await check({ [file]: text }, { exclude: file })).annotations).toEqual([]);
  });

  test('that the platform file leaves out is no matter, even where that file has a fault', async () => {
    const config = `${CONFIG}slug = "a b"\nexclude = ["notes.txt"]\n${LANGUAGE}`;
    const done = await refuse({ 'notes.txt': KEY, '_ricochet.toml': config });
    expect(places(done)).toEqual(['config-slug _ricochet.toml:6']);
  });
});

describe.concurrent('a link', () => {
  /** A folder beside the project, and a project with a link to it. */
  const linked = async (folder: string, ignored = ''): Promise<string> => {
    const outside = place.path(folder);
    mkdirSync(join(outside, 'sub'), { recursive: true });
    for (const name of ['one.txt', 'sub/two.txt']) writeFileSync(join(outside, name), 'outside');
    const workspace = await project({ '.gitignore': ignored });
    symlinkSync(outside, join(workspace, 'link'));
    track(workspace);
    return workspace;
  };

  test('that leaves the project is an error', async () => {
    const done = await run({ workspace: await linked('outside-1'), inputs: STATIC });
    expect(places(done)).toEqual(['link-leaves-project link']);
    expect(theOne(done, 'link-leaves-project').message).toContain('or exclude it');
  });

  test.each([
    ['the input', { exclude: 'link' }, ''],
    ['the platform file', {}, 'exclude = ["link", "link/*"]\n'],
  ])('that leaves the project is no matter once %s excludes it', async (_, inputs, key) => {
    const workspace = await linked(`outside-2-${key.length}`);
    writeFileSync(join(workspace, '_ricochet.toml'), CONFIG + key + LANGUAGE);
    const done = await run({ workspace, inputs: { ...STATIC, ...inputs } });
    expect(done.annotations).toEqual([]);
    expect(bundled(done).filter((path) => path.startsWith('link'))).toEqual([]);
  });

  test.each(['link/one.txt', 'link/sub', 'link/sub/*.txt', 'link/**'])(
    'that leaves the project is no way for include: %s',
    async (include) => {
      const workspace = await linked(`outside-3-${include.replace(/\W/g, '-')}`);
      execFileSync('git', ['rm', '--cached', '--quiet', 'link'], { cwd: workspace });
      writeFileSync(join(workspace, '.gitignore'), 'link\n');
      const done = await run({ workspace, inputs: { ...STATIC, include } });
      expect(places(done)).toEqual(['include-not-found']);
      expect(done.outputs['bundle-path']).toBe('');
    },
  );

  test.each(['pyproject.toml', 'uv.lock', '.python-version', '_ricochet.toml', 'serve.py'])(
    'in place of %s is followed within the project',
    async (name) => {
      const workspace = await project();
      mkdirSync(join(workspace, 'real'));
      renameSync(join(workspace, name), join(workspace, 'real', name));
      symlinkSync(join('real', name), join(workspace, name));
      const done = await run({ workspace, inputs: STATIC });
      expect(done.annotations).toEqual([]);
      expect(bundled(done)).toEqual(expect.arrayContaining([name, `real/${name}`]));
    },
  );

  test.each([
    ['to nothing', 'nowhere', 'broken-link'],
    ['to itself', 'data', 'broken-link'],
    ['to a folder around it', '.', 'link-cycle'],
    ['to the environment', '.venv', undefined],
  ])('%s', async (_, target, title) => {
    const done = await check({
      '.venv/pyvenv.cfg': 'home = /usr/bin\n',
      '.venv/lib/x.py': '',
      data: (path) => symlinkSync(target, path),
    });
    expect(places(done)).toEqual(title ? [`${title} data`] : []);
    if (!title) expect(bundled(done)).not.toContain('.venv/lib/x.py');
  });
});

describe.concurrent('the input include', () => {
  test.each(['../secret.txt', '/etc/passwd', 'nope.txt', '!serve.py', 'data/../../x', '**/*.missing'])(
    'that names nothing of the project is refused: %s',
    async (include) => {
      const done = await refuse({}, { include });
      expect(places(done)).toEqual(['include-not-found']);
      expect(theOne(done, 'include-not-found').message).toContain(`include '${include}'`);
    },
  );
});
