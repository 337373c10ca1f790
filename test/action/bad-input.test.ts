import { mkdirSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { everythingShown } from '../tools/action.ts';
import { createAttempts, places, theOne } from '../tools/attempts.ts';

const { project, refuse, check, run } = createAttempts();

describe.concurrent('an input that does not exist', () => {
  test.each([
    ['plattform', "Did you mean 'platform'?"],
    ['working directory', "Did you mean 'working-directory'?"],
    ['healthcheck-path', "Did you mean 'health-check-path'?"],
    ['tokn', "Did you mean 'token'?"],
    ['something', 'Remove it, or use one of: platform, mode, production-branch, variant, working-directory,'],
  ])('%s is refused with the nearest name', async (name, remedy) => {
    const done = await refuse({}, { [name]: 'hunter2' });
    expect(places(done)).toEqual(['unknown-input']);
    expect(theOne(done, 'unknown-input').message).toContain(`There is no input '${name}'.`);
    expect(theOne(done, 'unknown-input').message).toContain(remedy);
    expect(everythingShown(done)).not.toContain('hunter2');
  });

  test('and another one are reported together', async () => {
    expect(places(await refuse({}, { modus: 'check', servr: 'x' }))).toEqual(['unknown-input', 'unknown-input']);
  });
});

describe.concurrent('an input with a wrong value', () => {
  test.each([
    ['platform', 'ricochett', "Did you mean 'ricochet'?"],
    ['platform', 'heroku', 'Use one of: ricochet, connect, clever-cloud, deploymill.'],
    ['mode', 'chek', "Did you mean 'check'?"],
    ['preflight', 'none', 'Use one of: auto, static, sync, start, image.'],
    ['cache', 'yes', 'Use one of: auto, true, false.'],
    ['wait', 'tru', "Did you mean 'true'?"],
    ['force', 'on', 'Use one of: false, true.'],
    ['comment', '1', 'Use one of: false, true.'],
    ['github-deployment', 'yes', 'Use one of: false, true.'],
    ['rollback', 'maybe', 'Use one of: false, true.'],
    ['fail-on', 'warn', 'warning'],
    ['timeout', '0', 'Write whole seconds, from 1 to 86400.'],
    ['timeout', '86401', 'Write whole seconds, from 1 to 86400.'],
    ['timeout', '1e3', 'Write whole seconds, from 1 to 86400.'],
    ['health-check-timeout', '-1', 'Write whole seconds, from 1 to 86400.'],
    ['health-check-timeout', '5m', 'Write whole seconds, from 1 to 86400.'],
    ['health-check-path', 'health', "begins with one '/'"],
    ['health-check-path', '/ok\n//other.example/x', "begins with one '/'"],
    ['health-check-path', '/a b', "begins with one '/'"],
    ['params', '[1]', 'Give an object such as'],
    ['params', '{"a": 1', 'Give an object such as'],
    ['pull-request', '#12', 'Give the number of the pull request, such as 42.'],
    ['pull-request', '12345678901', 'Give the number of the pull request, such as 42.'],
  ])('%s: %j is refused with what it may be', async (name, value, remedy) => {
    const done = await refuse({}, { [name]: value });
    expect(places(done)).toEqual(['invalid-input']);
    const { message } = theOne(done, 'invalid-input');
    expect(message).toMatch(new RegExp(`^Input '${name}' `));
    expect(message).toContain(remedy);
  });

  test('and others are reported together', async () => {
    const inputs = { mode: 'chek', wait: 'maybe', timeout: '-1', params: 'x', env: 'a b' };
    expect(places(await refuse({}, inputs))).toEqual(Array(5).fill('invalid-input'));
  });

  test.each([
    ['a misspelt key', 'platfrom = "ricochet"', "Did you mean 'platform'?"],
    ['a credential', 'token = "hunter2"', '{{ secrets.NAME }}` under `with:` of the step.'],
    ['where to deploy to', 'server = "https://example.com"', "Move it to the workflow, under 'with:'."],
    ['a value of another kind', 'timeout = true', 'Write it as the input of that name.'],
    ['a text for a table', 'ricochet = 3', 'Write it as one.'],
  ])('is reported with its line where it is a setting: %s', async (_, line, remedy) => {
    const text = '[project]\nname = "echo-service"\nversion = "0.1.0"\nrequires-python = ">=3.11"\n';
    const done = await refuse({ 'pyproject.toml': `${text}\n[tool.uv-deploy]\n${line}\n` });
    expect(places(done)).toEqual(['invalid-setting pyproject.toml:7']);
    expect(theOne(done, 'invalid-setting').message).toContain(remedy);
    expect(everythingShown(done)).not.toContain('hunter2');
  });
});

describe.concurrent('a credential that can not be one', () => {
  test.each([
    ['token', 'input', { token: 'rico_hunter2\nhunter3' }, {}],
    ['token', 'variable', { token: '' }, { RICOCHET_API_KEY: 'rico_hunter2\nhunter3' }],
    ['secret', 'input', { secret: 'hunter2\r\nhunter3' }, {}],
    ['github-token', 'input', { 'github-token': 'hunter2\nhunter3' }, {}],
  ])(
    'a %s with a line break, from an %s, is reported and every line of it is masked',
    async (name, from, inputs, env) => {
      const done = await run({ workspace: await project(), inputs: { mode: 'check', ...inputs }, env });
      expect(places(done)).toEqual(['invalid-input']);
      const { message } = theOne(done, 'invalid-input');
      expect(message).toContain(from === 'input' ? `Input '${name}'` : 'RICOCHET_API_KEY');
      expect(message).toContain('Store the secret again as one line.');
      expect(everythingShown(done)).not.toMatch(/hunter[23]/);
      expect(done.masks.join()).toMatch(/hunter2.*hunter3/);
    },
  );

  test.each([
    ['ricochet.example.com', 'invalid-server', 'Give a URL such as https://ricochet.example.com.'],
    ['ftp://ricochet.example.com', 'invalid-server', 'is not an http(s) URL'],
    ['https://', 'invalid-server', 'is not an http(s) URL'],
    ['https://me:hunter2@ricochet.example.com', 'invalid-server', "credentials belong in 'token'"],
    ['', 'no-server', "Set the input 'server', or the variable RICOCHET_SERVER"],
  ])('a token for the server %j is refused', async (address, title, words) => {
    const done = await refuse({}, { server: address });
    expect(places(done)).toEqual([title]);
    expect(theOne(done, title).message).toContain(words);
    expect(everythingShown(done)).not.toContain('hunter2');
  });

  test('no token at all is reported, with the mode that needs none', async () => {
    const done = await refuse({}, { token: '' });
    expect(places(done)).toEqual(['no-token']);
    expect(theOne(done, 'no-token').message).toContain('secrets.RICOCHET_API_KEY');
    expect(theOne(done, 'no-token').message).toContain('mode: check');
  });
});

describe.concurrent('lines of env that are wrong', () => {
  test.each([
    ['a name with a blank', 'A=1\nMY KEY=hunter2', 2, 'is not NAME=value'],
    ['a name that starts with a digit', '1KEY=hunter2', 1, 'is not NAME=value'],
    ['a value alone', 'hunter2-hunter2', 1, 'is not NAME=value'],
    ['the rest of a value that lost its quotes', 'KEY=first\nhunter2MIIEowIBAAKCAQEA', 2, 'not set'],
    ['a quote that is never closed', 'A=1\n\nKEY="hunter2\nhunter2', 3, 'that is never closed'],
    ['text behind a quote', 'KEY="hunter2" hunter2', 1, 'after the closing quote of KEY'],
    ['a name twice', 'KEY=hunter2\nKEY=hunter2', 2, 'sets KEY a second time'],
    ['a variable that is not set', 'NOWHERE_SET', 1, 'NOWHERE_SET, which is not set'],
  ])('%s is known by its line, and never shown', async (_, env, line, words) => {
    const done = await refuse({}, { env });
    expect(places(done)).toEqual(['invalid-input']);
    const { message } = theOne(done, 'invalid-input');
    expect(message).toContain(`Input 'env' line ${line} `);
    expect(message).toContain(words);
    expect(everythingShown(done)).not.toContain('hunter2');
  });

  test('a value that ricochet can not hold is known by its length', async () => {
    const done = await refuse({}, { env: `KEY=${'hunter2'.repeat(28)}` });
    expect(places(done)).toEqual(['env-too-long']);
    expect(theOne(done, 'env-too-long').message).toContain('KEY has 196 bytes; ricochet takes 190');
    expect(everythingShown(done)).not.toContain('hunter2');
  });

  test('a value that is too long, from a variable with Windows line ends, is masked all the same', async () => {
    const done = await refuse({}, { env: `A=1\r\nKEY="${'hunter2'.repeat(28)}\r\nhunter2"\r\n` });
    expect(places(done)).toEqual(['env-too-long']);
    expect(everythingShown(done)).not.toContain('hunter2');
  });
});

test('inputs with Windows line ends mean the same', async () => {
  const files = { 'data/a.txt': 'a', 'data/b.txt': 'b', 'notes.txt': 'n' };
  const lines = { exclude: 'data\r\nnotes.txt\r\n', include: 'data/a.txt\r\n', env: 'A=1\r\nB=2\r\n' };
  const done = await check(files, { ...lines, mode: 'check\r\n', 'health-check-path': '/\r\n/health\r\n' });
  expect(done.annotations).toEqual([]);
  expect(done.log).toContain('data/a.txt');
  expect(done.log).not.toMatch(/b\.txt|notes\.txt/);
});

describe.concurrent('a working-directory', () => {
  test.each([
    ['above the checkout', '..', 'leaves the checkout'],
    ['above it by a detour', 'data/../..', 'leaves the checkout'],
    ['that is absolute', tmpdir(), 'leaves the checkout'],
    ['that is the root', '/', 'leaves the checkout'],
    ['behind a link', 'link', 'leaves the checkout'],
    ['behind a link to itself', 'loop', 'There is no folder'],
    ['that does not exist', 'apps/missing', 'There is no folder'],
    ['that is a file', 'serve.py', 'There is no folder'],
    ['below a file', 'serve.py/app', 'There is no folder'],
    ['with a name that is too long', 'x'.repeat(300), 'There is no folder'],
  ])('%s is refused', async (_, directory, words) => {
    const files = {
      data: (path: string) => mkdirSync(path),
      link: (path: string) => symlinkSync(tmpdir(), path),
      loop: (path: string) => symlinkSync('loop', path),
    };
    const done = await refuse(files, { 'working-directory': directory });
    expect(places(done)).toEqual(['working-directory']);
    expect(theOne(done, 'working-directory').message).toContain(words);
  });

  test('may be a link to a folder of the checkout, or the checkout itself in full', async () => {
    const workspace = await project();
    const inputs = { mode: 'check', preflight: 'static', 'working-directory': workspace };
    expect((await run({ workspace, inputs })).outputs.status).toBe('checked');
    mkdirSync(join(workspace, 'empty'));
    symlinkSync('..', join(workspace, 'empty/back'));
    const back = { ...inputs, 'working-directory': 'empty/back', exclude: 'empty' };
    expect((await run({ workspace, inputs: back })).outputs.status).toBe('checked');
  });
});
