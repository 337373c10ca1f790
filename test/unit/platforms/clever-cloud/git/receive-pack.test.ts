import { describe, expect, it } from 'vitest';
import { FLUSH, packet } from '../../../../../src/platforms/clever-cloud/git/pkt-lines.ts';
import {
  pushCommand,
  readAdvertisement,
  readReport,
} from '../../../../../src/platforms/clever-cloud/git/receive-pack.ts';

const ID = 'c0314a1105ec6f19639b8cc55d522b01f50fa3fb';
const OTHER = 'aeb0d76fa7c874cbeec9d690a745d33a13d04d6f';
const SERVICE = `${packet('# service=git-receive-pack\n')}${FLUSH}`;
const CAPABILITIES = ' report-status side-band-64k object-format=sha1 agent=git/2.56.0';
const bytes = (...parts: (string | Buffer)[]): Buffer => Buffer.concat(parts.map((part) => Buffer.from(part)));

describe('what a repository says before a push', () => {
  it('names the commit of master among other refs', () => {
    const refs = [
      `${OTHER} refs/heads/main\0${CAPABILITIES}\n`,
      `${ID} refs/heads/master\n`,
      `${OTHER} refs/tags/v1\n`,
    ];
    const found = readAdvertisement(bytes(SERVICE, ...refs.map(packet), FLUSH));
    expect(found).toMatchObject({ state: 'ready', head: ID });
    expect(found?.state === 'ready' && found.capabilities.has('side-band-64k')).toBe(true);
  });

  it('names no commit in an empty repository', () => {
    const first = `${'0'.repeat(40)} capabilities^{}\0${CAPABILITIES}\n`;
    expect(readAdvertisement(bytes(SERVICE, packet(first), FLUSH))).toMatchObject({ state: 'ready', head: undefined });
  });

  it('is a refusal in words', () => {
    const refusal = bytes(packet('ERR access denied or repository not exported: /a.git'));
    expect(readAdvertisement(refusal)).toEqual({
      state: 'refused',
      reason: 'access denied or repository not exported: /a.git',
    });
  });

  it.each([
    ['empty', ''],
    ['a web page', '<!doctype html><title>Sign in</title>'],
    ['cut within a packet', `${SERVICE}${packet(`${ID} refs/heads/master\0${CAPABILITIES}\n`).slice(0, 60)}`],
    ['cut between two packets', `${SERVICE}${packet(`${ID} refs/heads/master\0${CAPABILITIES}\n`)}`],
    [
      'another service',
      `${packet('# service=git-upload-pack\n')}${FLUSH}${packet(`${ID} HEAD\0${CAPABILITIES}`)}${FLUSH}`,
    ],
    ['made of odd lengths', '0001'],
    ['a ref without an id', `${SERVICE}${packet(`zz refs/heads/master\0${CAPABILITIES}\n`)}${FLUSH}`],
  ])('is nothing when it is %s', (_, text) => {
    expect(readAdvertisement(bytes(text))).toBeUndefined();
  });
});

it('asks for the branch to move, and for what the server can do', () => {
  const command = pushCommand(undefined, ID, new Set(['report-status', 'side-band-64k', 'atomic'])).toString();
  const line = `${'0'.repeat(40)} ${ID} refs/heads/master\0 report-status side-band-64k agent=uv-deploy\n`;
  expect(command).toBe(`${packet(line)}0000`);
  expect(pushCommand(OTHER, ID, new Set(['report-status'])).toString()).toContain(
    `${OTHER} ${ID} refs/heads/master\0 report-status agent=uv-deploy\n`,
  );
});

describe('how a push went', () => {
  const report = (...lines: string[]) => bytes(lines.map((line) => packet(`${line}\n`)).join(''), FLUSH);
  const band = (number: number, part: string | Buffer) => {
    const body = bytes(Buffer.from([number]), part);
    return bytes((body.length + 4).toString(16).padStart(4, '0'), body);
  };

  it('is read from the side band, with the messages of hooks in between', () => {
    const answer = bytes(
      ...[band(2, 'Resolving: 10%\rResolving: 100%\r\nhé'), band(1, report('unpack ok').subarray(0, 8))],
      ...[band(2, 'llo   \n'), band(1, bytes(report('unpack ok', 'ok refs/heads/master').subarray(8))), FLUSH],
    );
    expect(readReport(answer, true)).toEqual({ outcome: 'ok', reason: '', messages: ['Resolving: 100%', 'héllo'] });
  });

  it('is read without a side band', () => {
    expect(readReport(report('unpack ok', 'ok refs/heads/master'), false).outcome).toBe('ok');
  });

  it.each([
    [['unpack ok', 'ng refs/heads/master hook declined'], 'hook declined'],
    [['unpack ok', 'ng refs/heads/master failed to update ref'], 'failed to update ref'],
    [['unpack index-pack abnormal exit', 'ng refs/heads/master unpacker error'], 'index-pack abnormal exit'],
    [['unpack ok', 'ng refs/heads/master'], 'no reason given'],
  ])('is a refusal: %j', (lines, reason) => {
    expect(readReport(bytes(band(1, report(...lines)), FLUSH), true)).toMatchObject({ outcome: 'refused', reason });
  });

  it('is a refusal when the server gives up', () => {
    const answer = bytes(band(2, 'disk full\n'), band(3, 'could not write\n'));
    expect(readReport(answer, true)).toEqual({
      outcome: 'refused',
      reason: 'could not write',
      messages: ['disk full'],
    });
  });

  it.each([
    ['empty', Buffer.alloc(0), 'the answer was empty'],
    ['cut', bytes(band(1, report('unpack ok', 'ok refs/heads/master'))).subarray(0, -9), 'the answer was cut short'],
    ['cut inside of its band', bytes(band(1, report('unpack ok').subarray(0, 9)), FLUSH), 'the answer was cut short'],
    ['half told', bytes(band(1, report('unpack ok')), FLUSH), 'the answer does not say how the push went'],
    [
      'of another branch',
      bytes(band(1, report('unpack ok', 'ok refs/heads/main')), FLUSH),
      'the answer does not say how the push went',
    ],
    ['a web page', bytes('<html>'), 'the answer was cut short'],
  ])('is not known when the answer is %s', (_, answer, reason) => {
    expect(readReport(answer, true)).toMatchObject({ outcome: 'unknown', reason });
  });
});
