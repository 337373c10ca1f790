import { afterEach, describe, expect, it } from 'vitest';
import { forgetSecrets, keepSecret } from '../../../src/findings/secrets.ts';
import { head, markdown, plain, preformatted, quote, quoteEnds, tail } from '../../../src/findings/text.ts';

/** Whether the runner would take any line of this for a command: `::x` after blanks, or `##[x` anywhere. */
const commands = (text: string): boolean =>
  text.split(/\r\n|\r|\n/).some((line) => line.trim().startsWith('::') || line.includes('##['));

describe('plain', () => {
  it.each([
    ['a command', '::error::stop'],
    ['a command on a later line', 'ok\n::add-mask::e'],
    ['an indented command', 'ok\n \t ::set-output name=a::b'],
    ['a command after a no-break space', '\u00a0::error::x'],
    ['a command after a carriage return', 'ok\r::error::x'],
    ['a command behind an escape sequence', '\u001b[31m::error::x'],
    ['a command behind a control character', '\u0007::error::x'],
    ['a command behind a bidi override', '\u202e::error::x'],
    ['a command behind a byte order mark', '\ufeff::error::x'],
    ['a command behind a line separator', 'a\u2028::error::x'],
    ['a command that tells to stop commands', '::stop-commands::token'],
    ['the old form', 'text ##[error]stop'],
    ['the old form in a row of hashes', '####[group]x'],
    ['the old form split by an escape sequence', '##\u001b[0m[error]x'],
    ['the old form split by a control character', '##\u0000[error]x'],
  ])('disarms %s', (_, text) => expect(commands(plain(text))).toBe(false));

  it('leaves colons in a line alone', () => {
    expect(plain('app::main: a :: b\nstd::fs')).toBe('app::main: a :: b\nstd::fs');
  });

  it('keeps the words of a disarmed command readable', () => {
    expect(plain('::error::stop')).toMatch(/^\S*: ?:error::stop$/);
    expect(plain('##[error]stop')).toContain('[error]stop');
  });

  it.each([
    ['colours', '\u001b[1;31mred\u001b[0m', 'red'],
    ['cursor movements', 'a\u001b[2K\u001b[1Gb', 'ab'],
    ['a window title', '\u001b]0;title\u0007text', 'text'],
    ['a hyperlink', '\u001b]8;;https://example.com\u001b\\label\u001b]8;;\u001b\\', 'label'],
    ['a lone escape', 'a\u001b', 'a'],
    ['sequences within sequences', '\u001b\u001b[0m[31mx', '[31mx'],
    ['control characters', 'a\u0000b\u0008c\u009bd', 'abcd'],
    ['bidi overrides and isolates', 'a\u202eb\u2066c\u2069d', 'a b c d'],
    ['other line ends', 'a\u2028b\u2029c\u0085d', 'a b c d'],
  ])('drops %s', (_, text, expected) => expect(plain(text)).toBe(expected));

  it('keeps line ends and tabs, and makes Windows line ends plain ones', () => {
    expect(plain('a\r\nb\n\tc')).toBe('a\nb\n\tc');
  });

  it('keeps letters of all scripts and emoji', () => {
    expect(plain('Grüße, 世界, مرحبا 🎉 ⚠️ 1️⃣')).toBe('Grüße, 世界, مرحبا 🎉 ⚠️ 1️⃣');
  });

  it.each([
    ...['\u00ad', '\u200b', '\u200c', '\u200d', '\u200e', '\u200f', '\u2060', '\u2064', '\ufeff', '\ufe00', '\ufe0f'],
    ...['\u034f', '\u3164', '\u{e0001}', '\u{e0061}', '\u{e007f}', '\u{e0100}'],
  ])('drops %j, which nobody sees', (char) => expect(plain(`a${char}1${char}c`)).toBe('a1c'));
});

describe('quote', () => {
  it('puts everything on one line', () => expect(quote(' a\n\n b\t c\r\nd ')).toBe('a b c d'));

  it('cuts what is too long', () => {
    expect(quote('x'.repeat(60))).toBe('x'.repeat(60));
    expect(quote('x'.repeat(61))).toBe(`${'x'.repeat(59)}…`);
    expect(quote('abcdef', 4)).toBe('abc…');
  });

  it('never cuts a character in half', () => {
    expect(quote(`${'x'.repeat(58)}🎉🎉`)).toBe(`${'x'.repeat(58)}…`);
    expect(quote('🎉🎉🎉', 4)).toBe('🎉…');
  });
});

describe('quoteEnds', () => {
  it('leaves what is short enough', () => expect(quoteEnds('a\nb', 40)).toBe('a b'));
  it('keeps the beginning and more of the end', () => {
    const cut = quoteEnds(`begin ${'x'.repeat(100)}\nthe reason`, 40);
    expect(cut).toMatch(/^begin xxx… x+ the reason$/);
    expect(cut.length).toBeLessThanOrEqual(40);
  });
  it('cuts no character in half', () => expect(quoteEnds('🎉'.repeat(40), 21).isWellFormed()).toBe(true));
});

describe('markdown', () => {
  it.each([
    ['emphasis', '*a* _b_ **c** ~~d~~', '\\*a\\* \\_b\\_ \\*\\*c\\*\\* \\~\\~d\\~\\~'],
    ['code', '`a`', '\\`a\\`'],
    ['links and images', '![a](b)', '\\!\\[a\\]\\(b\\)'],
    ['HTML', '<img src="x" onerror=y>', '&lt;img src=&quot;x&quot; onerror=y&gt;'],
    ['entities', '&lt;', '&amp;lt;'],
    ['what is escaped already', '\\*', '\\\\\\*'],
    ['line ends', 'a\nb', 'a<br>b'],
  ])('escapes %s', (_, text, expected) => expect(markdown(text)).toBe(expected));

  it.each(['@octocat', 'mail me: @octo/team', 'a@b.example'])('mentions nobody in %j', (text) => {
    // GitHub looks for mentions in the rendered text: a backslash does not stop it, but a comment within does.
    expect(markdown(text).replace(/\\(?=[!-/:-@[-`{-~])/g, '')).not.toMatch(/@\w/);
  });

  it.each(['#12', 'octo/app#12', 'fixes #1', 'GH-12', 'see gh-1'])('refers to no issue in %j', (text) =>
    expect(markdown(text).replace(/\\(?=[!-/:-@[-`{-~])/g, '')).not.toMatch(/(?:#|gh-)\d/i),
  );

  it.each([
    'https://example.com/a_b',
    'HTTP://example.com',
    'see ftp://example.com',
    'www.example.com',
    '(www.a.example)',
  ])('makes no link of %j', (text) => expect(markdown(text)).not.toMatch(/(?:https?|ftp):\/\/|www\./i));

  it('starts no heading, list or table cell', () => {
    expect(markdown('# a')).not.toMatch(/^#+(?: |$)/);
    expect(markdown('+ a')).toBe('\\+ a');
    expect(markdown('- a')).not.toMatch(/^- /);
    expect(markdown('1. a')).not.toMatch(/^\d+\. /);
    expect(markdown('a | b').split(/(?<!\\)\|/)).toHaveLength(1);
  });

  it('leaves plain words, paths and versions readable', () => {
    expect(markdown('app/main.py 3.12')).toBe('app/main.py 3.12');
  });
});

describe('head and tail', () => {
  const lines = Array.from({ length: 30 }, (_, index) => `line ${index + 1}`).join('\n');

  it('head keeps the first lines and says that there were more', () => {
    expect(head(lines, 2)).toBe('line 1\nline 2…');
    expect(head('one\ntwo', 2)).toBe('one\ntwo');
    expect(head('x'.repeat(20), 5, 10)).toBe(`${'x'.repeat(10)}…`);
  });

  it('tail keeps the last lines', () => {
    expect(tail(lines, 2)).toBe('line 29\nline 30');
    expect(tail(`${lines}\n\n`, 1)).toBe('line 30');
    expect(tail('x'.repeat(20), 5, 10)).toBe(`…${'x'.repeat(10)}`);
  });

  it('both disarm what they keep', () => {
    expect(commands(head('a\n::error::x'))).toBe(false);
    expect(commands(tail('a\n::error::x'))).toBe(false);
    expect(commands(tail(`${'x'.repeat(50)}\n${'::'.repeat(5)}`, 5, 10))).toBe(false);
  });
});

describe('every function hides a secret before it cuts', () => {
  afterEach(forgetSecrets);
  const SECRET = 'rico_9f3kQ7  secret*of<b>_tail';
  const PART = /9f3k|kQ7|secret|tail/;

  it.each<[string, (text: string) => string]>([
    ['plain', plain],
    ['quote', (text) => quote(text, 30)],
    ['quoteEnds', (text) => quoteEnds(text, 40)],
    ['head', (text) => head(text, 2, 30)],
    ['tail', (text) => tail(text, 2, 30)],
    ['markdown', markdown],
    ['preformatted', preformatted],
  ])('%s', (_, show) => {
    keepSecret(SECRET);
    for (let before = 0; before < 60; before++)
      expect(show(`${'x'.repeat(before)} ${SECRET} ${'y'.repeat(60 - before)}`)).not.toMatch(PART);
  });

  it('also where it is broken by what nobody sees, or by colours', () => {
    keepSecret('hunter2-hunter3');
    expect(plain('a hunt\u200ber2-\u{e0041}hunter3 hunter\u001b[1m2-hunter3\u001b[0m b')).toBe('a *** *** b');
  });
});
