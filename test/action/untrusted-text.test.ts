import { describe, expect, test } from 'vitest';
import { answers, type CannedAnswer } from '../emulators/host/faults.ts';
import { everythingShown } from '../tools/action.ts';
import { createAttempts, expectOwnCommands, places, theOne } from '../tools/attempts.ts';

const { server, project, check, run } = createAttempts();

const CONFIG = (name: string) =>
  `[content]\nname = ${JSON.stringify(name)}\nentrypoint = "serve.py"\naccess_type = "external"\n` +
  'content_type = "python-service"\n\n[language]\nname = "python"\npackages = "uv.lock"\n';

const text = (status: number, body: string, type = 'text/plain'): CannedAnswer => ({
  status,
  headers: { 'content-type': type },
  body,
});
const COMMANDS = 'No.\n::set-output name=status::deployed\r\n  ::error::x\n##[error]y\n::stop-commands::z';
const MARKUP = '<img src=x onerror=alert(1)> [a](javascript:b) **c** `d` | e @octo/team #12 <!-- f';

describe('what a server answers', () => {
  const answered = async (answer: CannedAnswer, on = 'GET /api/v0/check_key', mode = 'check') => {
    server().faults.add({ on, times: 1, answer });
    server().requests.clear();
    const access = { server: server().url, token: server().apiKey };
    const done = await check({}, { mode, ...access }).finally(() => server().faults.clear());
    expect(done.titles('error')).toHaveLength(1);
    expect(done.log.length).toBeLessThan(5_000);
    expect(done.summary.length).toBeLessThan(3_000);
    return done;
  };

  test.each([
    ['commands in plain text', text(400, COMMANDS), 'refused', 'No. : :set-output name=status::deployed'],
    ['commands in JSON', answers.error(400, COMMANDS), 'refused', 'No. : :set-output name=status::deployed'],
    ['colours and a title', text(401, '\u001b[31mNo\u001b[0m \u001b]0;x\u0007way'), 'invalid-key', '401: "No way"'],
    ['control characters', text(400, 'a\u0000b\u0008c\u202ed\u2028e'), 'refused', '"abc d e"'],
    ['a web page', text(403, '<!doctype html><script>x</script>', 'text/html'), 'forbidden', '(403).'],
    ['5 MB of text', text(400, 'x'.repeat(5_000_000)), 'refused', `"${'x'.repeat(199)}…"`],
    ['5 MB in JSON', answers.error(400, 'y'.repeat(5_000_000)), 'refused', `"${'y'.repeat(199)}…"`],
    ['more than is read', text(400, 'z'.repeat(9_000_000)), 'server-unreachable', 'sent more than 8000000 bytes'],
    ['nothing', text(400, ''), 'refused', 'the server refused (400).'],
    ['a redirect with a command', answers.redirect('https://a.example/::error::x'), 'server-redirects', 'a.example'],
  ])('is reported in one sentence: %s', async (_, answer, title, words) => {
    const done = await answered(answer);
    expect(places(done)).toEqual([title]);
    expect(theOne(done, title).message).toContain(words);
    expect(done.outputs.status).toBe('failed');
  });

  test('is no markup in the summary', async () => {
    const done = await answered(text(400, MARKUP));
    expect(theOne(done, 'refused').message).toContain('<img src=x onerror=alert(1)>');
    expect(done.summary).toContain('&lt;img src=x onerror=alert\\(1\\)&gt; \\[a\\]');
    expect(done.summary).not.toMatch(/<img|[^\\]\[a\]|\*\*c\*\*|@octo|#12|<!-- f/);
  });

  test('to an upload is no command either', async () => {
    const done = await answered(text(400, COMMANDS), 'POST /api/v0/content/upload', 'deploy');
    expect(places(done)).toEqual(['refused']);
    expect(server().items()).toEqual([]);
  });
});

test('a name of a project is no markup and no command, from the first deployment to the next', async () => {
  const name = `${MARKUP}\n::error::x\n##[error]y`;
  const workspace = await project({ '_ricochet.toml': CONFIG(name) });
  const access = { server: server().url, token: server().apiKey, preflight: 'static', 'health-check-timeout': '30' };
  for (const found of [false, true]) {
    const done = await run({ workspace, inputs: access });
    expect(done.annotations).toEqual([]);
    expect(done.outputs.status).toBe('deployed');
    expect(done.log).toContain(found ? "Found '<img" : "'<img");
    expect(done.summary).toMatch(/^### ✅ &lt;img src=x .* was deployed to ricochet$/m);
    expect(done.summary).not.toMatch(/<img|\*\*c\*\*|@octo|#12/);
  }
});

test('values of the _ricochet.toml are no commands where they are quoted', async () => {
  const evil = JSON.stringify('x\n::error::y\n##[group]z');
  const lines = [
    `content_type = ${evil}`,
    `access_type = ${evil}`,
    `slug = ${evil}`,
    `entrypoint = ${evil}`,
    `thumbnail = ${evil}`,
    `id = ${evil}`,
    `${evil} = 1`,
  ];
  const done = await check({
    '_ricochet.toml': `[content]\nname = "Echo"\n${lines.join('\n')}\n[language]\nname = ${evil}\npackages = ${evil}\n`,
  });
  expect(done.titles('error').sort()).toEqual([
    ...['config-access-type', 'config-content-type', 'config-language', 'config-packages'],
    ...['config-slug', 'config-thumbnail', 'entrypoint-missing', 'invalid-id'],
  ]);
  for (const { message } of done.annotations) expect(message.split('\n')).toHaveLength(2);
});

describe.concurrent('what uv says', () => {
  const PYPROJECT = '[project]\nname = "echo-service"\nversion = "0.1.0"\nrequires-python = ">=3.11"\n';

  test('is quoted as it is, and is no command', async () => {
    const setting = 'constraint-dependencies = ["""\n::error::x\n::set-output name=status::deployed\n##[error]y\n"""]';
    const workspace = await project({ 'pyproject.toml': `${PYPROJECT}[tool.uv]\n${setting}\n` });
    const done = await run({ workspace, inputs: { mode: 'check' }, withUv: true });
    expect(done.titles()).toEqual(['uv-refuses']);
    expect(theOne(done, 'uv-refuses').message).not.toMatch(/^(?:::|##\[)/m);
    expect(done.outputs.status).toBe('failed');
  });

  test('does not bring the secrets of the step to light', async () => {
    const workspace = await project({
      'pyproject.toml': `${PYPROJECT}dependencies = ["nothing-like-it @ file:///x"]\n`,
    });
    const env = {
      RICOCHET_API_KEY: 'rico_hunter2_hunter2',
      RICOCHET_SERVER: server().url,
      DATABASE_PASSWORD: 'hunter2',
    };
    const done = await run({ workspace, inputs: { mode: 'check', env: 'A=hunter2' }, env, withUv: true });
    expect(done.outputs.status).toBe('failed');
    expect(everythingShown(done)).not.toContain('hunter2');
    expectOwnCommands(done.log);
  });
});
