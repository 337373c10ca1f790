import { afterEach, describe, expect, it } from 'vitest';
import { forgetSecrets, isOrdinary, keepSecret, redact, withoutEdge } from '../../../src/findings/secrets.ts';

afterEach(forgetSecrets);

const TOKEN = 'rico_9f3kQ7-"se&cret"/+<é🎉>\\=tail';

const htmlOf = (text: string): string =>
  text.replace(/[&<>"]/g, (char) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[char] ?? char);
const unicodeOf = (text: string): string =>
  text.replace(/[^A-Za-z0-9]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);

describe('a secret is hidden', () => {
  it.each([
    ['as it is', TOKEN],
    ['URL-encoded', encodeURIComponent(TOKEN)],
    ['URL-encoded in small letters', encodeURIComponent(TOKEN).replace(/%../g, (code) => code.toLowerCase())],
    ['as a URL writes it', encodeURI(TOKEN)],
    ['in JSON', JSON.stringify(TOKEN).slice(1, -1)],
    ['in JSON of ASCII alone', unicodeOf(TOKEN)],
    ['in JSON that escapes slashes', JSON.stringify(TOKEN).slice(1, -1).replaceAll('/', '\\/')],
    ['in JSON within JSON', JSON.stringify(JSON.stringify(TOKEN).slice(1, -1)).slice(1, -1)],
    ['in JSON of ASCII alone within JSON', JSON.stringify(unicodeOf(TOKEN)).slice(1, -1)],
    ['URL-encoded twice', encodeURIComponent(encodeURIComponent(TOKEN))],
    ['in HTML', htmlOf(TOKEN)],
    ['in HTML within HTML', htmlOf(htmlOf(TOKEN))],
    ['in HTML of numbers', TOKEN.replace(/[^A-Za-z0-9]/gu, (char) => `&#${char.codePointAt(0)};`)],
    ['in HTML of hexadecimal numbers', TOKEN.replace(/\W/gu, (char) => `&#x${char.codePointAt(0)?.toString(16)};`)],
    ['in base64', Buffer.from(TOKEN).toString('base64')],
    ['in base64url', Buffer.from(TOKEN).toString('base64url')],
  ])('%s', (_, written) => {
    keepSecret(TOKEN);
    expect(redact(`before ${written} after`)).toBe('before *** after');
  });

  it.each(['a', 'ab', 'abc', 'abcd'])('in base64 behind %j and a colon, as in a header of a login', (user) => {
    for (const secret of ['hunter-2', 'hunter--2', 'hunter---2', TOKEN]) {
      keepSecret(secret);
      for (const end of ['', '.', '..']) {
        const shown = redact(`Basic ${Buffer.from(`${user}:${secret}${end}`).toString('base64')} x`);
        const [, left = ''] = /^Basic (\S*)\*{3}/.exec(shown) ?? [];
        expect(shown).toContain('***');
        expect(`${user}:`.startsWith(Buffer.from(left, 'base64').toString())).toBe(true);
      }
    }
  });

  it('with its blanks as they come', () => {
    keepSecret('pass  word\tof 1');
    expect(redact('pass word of 1, pass+word+of+1, pass%20%20word%09of%201, pass  word\\tof 1')).toBe(
      '***, ***, ***, ***',
    );
  });

  it('with its line ends as JSON within JSON writes them', () => {
    keepSecret('one-line-1\nanother-2');
    expect(redact(JSON.stringify(JSON.stringify('one-line-1\nanother-2')))).toBe('"\\"***\\""');
  });

  it('where others are its beginning, its end or overlap it, whatever came first', () => {
    for (const secret of ['rico_', 'rico_9f3kQ7', 'rico_9f3kQ7-tail', 'tail-of-more']) keepSecret(secret);
    expect(redact('a rico_9f3kQ7-tail b rico_9f3kQ7-tail-of-more c')).toBe('a *** b *** c');
    keepSecret('xyxyx');
    expect(redact('a xyxyxyx b')).toBe('a *** b');
  });

  it('as a whole and line by line, where it has several', () => {
    const lines = ['-----BEGIN KEY-----', 'MIIEowIBAAKCAQEA7', 'x9=', '-----END KEY-----'];
    expect(keepSecret(lines.join('\r\n'))).toEqual([lines[0], lines[1], lines[3]]);
    expect(redact(`a\n${lines.join('\n')}\nb`)).toBe('a\n***\nb');
    expect(redact(JSON.stringify(lines.join('\n')))).toBe('"***"');
    expect(redact(Buffer.from(lines.join('\r\n')).toString('base64'))).toBe('***');
    expect(redact(`1: ${lines[1]}\n2: {`)).toBe('1: ***\n2: {');
  });

  it('of any length, and what is left of it where a server has cut it', () => {
    const lines = Array.from({ length: 30 }, (_, at) => `{"key-${at}": "é/+${'aB3xYz9&'.repeat(60)}"}`);
    const [first = ''] = lines;
    keepSecret(lines.slice(0, 3).join('\n'));
    expect(redact(`a ${lines.slice(0, 3).join('\n')} b`)).toBe('a *** b');
    expect(redact(`a ${Buffer.from(first).toString('base64')} b`)).toBe('a *** b');
    expect(redact(`a ${first.slice(0, 400)} b`)).toBe('a *** b');
    keepSecret(lines.join('\n'));
    expect(redact(`a ${lines[29]}; b`)).toBe('a ***; b');
  });

  it('as a credential only, where that is asked for', () => {
    keepSecret('https://a.example/app/', 'variable');
    keepSecret('hunter22');
    expect(redact('https://a.example/app/hunter22', 'credential')).toBe('https://a.example/app/***');
    keepSecret('https://a.example/app/');
    keepSecret('https://a.example/app/', 'variable');
    expect(redact('https://a.example/app/', 'credential')).toBe('***');
  });
});

it('nothing changes where there is no secret in a text, or none at all', () => {
  expect(redact('some text')).toBe('some text');
  keepSecret('  ');
  keepSecret('hunter22');
  expect(redact('some text, hunter-2')).toBe('some text, hunter-2');
});

it.each([
  '1',
  'on',
  'src/',
  'true',
  'production',
  'DEBUG',
  'Europe',
  '1800000',
  '0.25',
  'https://api.example.com:8080/',
])('the value %j is ordinary', (value) => expect(isOrdinary(value)).toBe(true));

it.each([
  'hunter2',
  'hunter-two',
  'aQzRtYuI',
  'correcthorsebatterystaple',
  '4111111111111111',
  'https://a.example/hook/x',
])('the value %j may be a secret', (value) => expect(isOrdinary(value)).toBe(false));

describe('a text that was cut', () => {
  it('stays as it is without secrets', () => {
    expect(withoutEdge('ab\ncd', 'start')).toBe('ab\ncd');
    expect(withoutEdge('ab\ncd', 'end')).toBe('ab\ncd');
  });

  it('loses its line at the edge', () => {
    keepSecret('hunter2-hunter2');
    expect(withoutEdge('nter2\nlast', 'start')).toBe('last');
    expect(withoutEdge('first\nhunter2-hu', 'end')).toBe('first\n');
    expect(withoutEdge('first\n', 'end')).toBe('first\n');
  });

  it('loses what may be a part of a secret where the line is long', () => {
    keepSecret('hunter2hunter2');
    const long = 'x'.repeat(500);
    for (let at = 1; at < 14; at++) {
      expect(withoutEdge(`${'hunter2hunter2'.slice(at)}${long}\nlast`, 'start')).toMatch(/^x{400,}\nlast$/);
      expect(withoutEdge(`first\n${long}${'hunter2hunter2'.slice(0, at)}`, 'end')).toMatch(/^first\nx{400,}$/);
    }
    const whole = `${long}hunter2hunter2`;
    for (let at = 0; at < 40; at++)
      expect(withoutEdge(`${whole}${'y'.repeat(at)}`, 'end')).toMatch(/^x{400,}(?:\*{0,3})y*$/);
  });
});

it('takes a time that grows with the text alone', () => {
  keepSecret('a b c d e f g h-+ %20 i');
  keepSecret('ababababab');
  for (const unit of ['a ', 'a+', '%20', '\\n', 'ab', '&#10;']) {
    const begun = performance.now();
    redact(unit.repeat(400_000));
    expect(performance.now() - begun).toBeLessThan(2_000);
  }
});
