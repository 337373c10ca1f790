import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ConnectServer } from '../emulators/connect/server.ts';
import { answers, type CannedAnswer } from '../emulators/host/faults.ts';
import { type Issuer, startIssuer } from '../emulators/oidc/issuer.ts';
import { type ActionRun, everythingShown, runAction } from '../tools/action.ts';
import { createAttempts, expectDecency, theOne } from '../tools/attempts.ts';
import { createConnectRuns } from '../tools/connect.ts';

const { place, server, project } = createAttempts({ startTimeoutMs: 4_000 });

const TOKEN = 'rico_9f3kQ7XbV2mZ8dLw_Tg5Rn1Yc6Hp0Js4Ku9Eo3Ai7Wq2Bf8D';
const KEY = [
  `-----BEGIN ${'PRIVATE'} KEY-----`,
  'MIIEvgIBADANBgkqhkiG9w0BAQEFAASCBKgwggSkAgEAAoIBAQC7VJTUt9Us8cKj',
  'MzEfYyjiWA4R4ypbHqgK3pQ1hTVhxUyqBGk5sN+/',
  'aZ3kQw==',
  `-----END ${'PRIVATE'} KEY-----`,
].join('\n');
const BLANKS = 'horse9   staple7\tbattery5    donkey3';

/** Any six characters in a row of a secret are too many. */
function expectHidden(text: string, secret: string): void {
  const parts = [...secret].map((_, at) => secret.slice(at, at + 6)).filter((part) => part.length === 6);
  expect(parts.filter((part) => !/^[-A-Z ]+$/.test(part) && text.includes(part))).toEqual([]);
}

const text = (body: string): CannedAnswer => ({ status: 400, headers: { 'content-type': 'text/plain' }, body });

/** A check whose key the server refuses in these words: the run, and the SARIF file that it has written. */
async function refusedWith(answer: CannedAnswer, inputs: Readonly<Record<string, string>> = {}) {
  const own = await place.start();
  own.faults.add({ on: 'GET /api/v0/check_key', answer });
  const workspace = await project();
  const access = { server: own.url, token: TOKEN, 'sarif-path': 'found.sarif' };
  const done = await runAction({ workspace, inputs: { mode: 'check', preflight: 'static', ...access, ...inputs } });
  expectDecency(done);
  expect(done.titles('error')).toEqual(['refused']);
  const sarif = readFileSync(join(workspace, 'found.sarif'), 'utf8');
  expect(sarif).toContain('"refused"');
  return { done, shown: `${everythingShown(done)}\n${sarif}` };
}

describe.concurrent('what a server repeats of a secret is hidden before it is cut', () => {
  test.each([100, 146, 160, 172, 185, 196])('at the character %i of an error', async (at) => {
    const { done, shown } = await refusedWith(text(`${'x'.repeat(at)} ${TOKEN} ${'y'.repeat(200)}`));
    expectHidden(shown, TOKEN);
    expect(theOne(done, 'refused').message).toContain(`${'x'.repeat(at)} **`);
  });

  test.each<[string, (secret: string) => string]>([
    ['in JSON', (secret) => JSON.stringify(secret)],
    ['in base64', (secret) => Buffer.from(secret).toString('base64')],
    ['in base64 behind a name', (secret) => Buffer.from(`me:${secret}`).toString('base64')],
    ['URL-encoded', encodeURIComponent],
    ['in HTML', (secret) => secret.replaceAll('+', '&#43;').replaceAll('/', '&#x2f;').replaceAll('\t', '&#9;')],
  ])('%s', async (_, form) => {
    const env = `KEY="${KEY}"\nPHRASE="${BLANKS}"`;
    for (const secret of [TOKEN, KEY, BLANKS]) {
      const { shown } = await refusedWith(answers.error(400, `${'x'.repeat(150)} ${form(secret)}`), { env });
      expectHidden(shown, form(secret).replace(/^"|"$/g, ''));
      expectHidden(shown, secret);
    }
  });

  test('line by line, and with the blanks that it has', async () => {
    const env = `KEY="${KEY}"\nPHRASE="${BLANKS}"`;
    for (const line of [...KEY.split('\n').slice(1, 3), BLANKS]) {
      const { shown } = await refusedWith(text(`${'x'.repeat(150)}\n${line}\n`), { env });
      expectHidden(shown, line.replace(/\s+/g, ' '));
    }
  });

  test('and characters that nobody sees are gone', async () => {
    const unseen = ['\u200b', '\u200f', '\u2060', '\u2064', '\ufeff', '\u00ad', '\ufe01', '\u{e0041}', '\u{e007f}'];
    const broken = [...TOKEN].map((char, at) => char + (unseen[at % unseen.length] ?? '')).join('');
    const { shown } = await refusedWith(text(`No: ${broken} ${unseen.join('')}.`));
    expectHidden(shown, TOKEN);
    for (const char of unseen) expect(shown).not.toContain(char);
  });
});

describe.concurrent('the answer of an app that is not well', () => {
  const SECRET = 'k9f3<b>Q7Xb</b>V2mZ&8dLw-tail';
  /** An app that answers every request with what the expression says, which has the secret as `s`. */
  const app = (body: string) => `import os, html, base64
from http.server import BaseHTTPRequestHandler, HTTPServer
s = os.environ["PHRASE"]
class Answer(BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(500)
        self.end_headers()
        self.wfile.write((${body}).encode())
HTTPServer(("0.0.0.0", int(os.environ["PORT"])), Answer).serve_forever()
`;

  test.each([
    ['raw in a page', '"<html><p>" + s + "</p></html>"'],
    ['escaped', '"<p>" + html.escape(s) + "</p>"'],
    ['with tags within', '"<p>" + html.escape(s[:13]) + "<wbr>" + html.escape(s[13:]) + "</p>"'],
    ['in the last bytes that are read', '"x" * 63_985 + s + "y" * 1_000'],
    ['in the last bytes of lines', '("x" * 99 + "\\n") * 639 + "z" * 85 + s + "\\n" + "y" * 1_000'],
  ])('shows nothing of a secret: %s', async (_, body) => {
    const workspace = await project({ 'serve.py': app(body) });
    const access = { server: server().url, token: server().apiKey, preflight: 'static', 'health-check-timeout': '2' };
    const done = await runAction({ workspace, inputs: { ...access, name: `Ill ${_}`, env: `PHRASE='${SECRET}'` } });
    expect(done.titles('error')).toEqual(['unhealthy']);
    expect(theOne(done, 'unhealthy').message).toContain('The end of the response');
    for (const part of ['k9f3', 'Q7Xb', 'V2mZ', '8dLw', '-tail']) expect(everythingShown(done)).not.toContain(part);
  });
});

describe.concurrent('an app that is tried out', () => {
  const crash = async (code: string, env: string): Promise<ActionRun> => {
    const workspace = await project({ 'serve.py': `import os, sys\n${code}\nsys.exit(3)\n` });
    const inputs = { mode: 'check', preflight: 'start', 'health-check-timeout': '60', env };
    const done = await runAction({ workspace, inputs, withUv: true });
    expect(done.titles('error')).toEqual(['start-crash']);
    return done;
  };

  test('shows nothing of a value that begins as another', async () => {
    const done = await crash('print("L", os.environ["LONG"])', 'SHORT=pre-fix\nLONG=pre-fix-9f3kQ7-zebra8-tail');
    expect(done.log).toContain('L ***\n');
    expectHidden(everythingShown(done), '-9f3kQ7-zebra8-tail');
  });

  test('shows ordinary values as they are', async () => {
    const env = 'FOLDER=src/\nON=true\nLEVEL=1\nMODE=production\nPORTS=8000';
    const done = await crash('print("it is true that src/main.py has 1 line in production, port 8000")', env);
    expect(done.log).toContain('it is true that src/main.py has 1 line in production, port 8000');
    expect(done.masks).toEqual([]);
  });
});

describe('the identity of a workflow', () => {
  const { run, project: contentProject } = createConnectRuns(place);
  let connect: ConnectServer;
  let issuer: Issuer;
  beforeAll(async () => {
    [connect, issuer] = await Promise.all([place.connect(), startIssuer('octo/app')]);
  });
  afterAll(() => issuer.close());

  test('is not shown in part by a server that repeats it', async () => {
    const jwt = issuer.token('connect');
    const json = { 'content-type': 'application/json' };
    issuer.faults.add({
      on: 'GET /token',
      answer: { status: 200, headers: json, body: JSON.stringify({ value: jwt }) },
    });
    connect.faults.add({
      on: 'POST /*',
      answer: { status: 400, headers: json, body: JSON.stringify({ error_description: `Can not verify ${jwt}` }) },
    });
    const done = await run(connect, {
      workspace: await contentProject('echoing'),
      env: { ACTIONS_ID_TOKEN_REQUEST_URL: issuer.requestUrl, ACTIONS_ID_TOKEN_REQUEST_TOKEN: issuer.requestToken },
      inputs: { mode: 'check', token: '', id: '0b7f1d0e-7a52-4f5c-9d0a-0d5f3c1f9a11' },
    });
    expect(done.titles('error')).toEqual(['identity-refused']);
    expect(theOne(done, 'identity-refused').message).toContain('Can not verify ***');
    expectHidden(everythingShown(done), jwt);
  });
});
