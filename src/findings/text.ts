import { redact } from './secrets.ts';

/** Characters that nobody sees; a selector is kept where it chooses how an emoji or a keycap looks. */
const UNSEEN = /(?<!\p{Extended_Pictographic})\ufe0f(?!\u20e3)|(?!\ufe0f)[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu;

/**
 * Makes text we did not write (server answers, tool output, file contents) safe to show: in a log, an annotation, a summary or a comment.
 * All functions here begin with this one, so that a secret is taken out while the text is still whole.
 *
 * The runner takes a line that begins with `::` as a command, and an old form, `##[`, anywhere in a line.
 * Terminal escapes, control characters and those that nobody sees are dropped; line ends are kept.
 */
export function plain(text: string): string {
  const visible = redact(text)
    .replaceAll('\r\n', '\n')
    .replace(/\u001b(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b\n]*(?:\u0007|\u001b\\)?|[@-Z\\-_])/g, '')
    .replace(/[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f]/g, '')
    .replace(/[\u000b-\u000d\u0085\u2028\u2029\u202a-\u202e\u2066-\u2069]/g, ' ')
    .replace(UNSEEN, '');
  // Once more: what was a secret with terminal codes in between is one without.
  return redact(visible)
    .replace(/^([^\S\n]*:)(?=:)/gm, '$1 ')
    .replaceAll('##[', '# #[');
}

/** Untrusted text on one line, cut to `limit` characters: for quoting inside a sentence. */
export function quote(text: string, limit = 60): string {
  const line = plain(text).replace(/\s+/g, ' ').trim();
  return line.length > limit ? `${line.slice(0, limit - 1).replace(/[\ud800-\udbff]$/, '')}…` : line;
}

/** The same, cut in its middle: what is last of a log says what went wrong. */
export function quoteEnds(text: string, limit: number): string {
  const line = quote(text, Number.POSITIVE_INFINITY);
  const [first, last] = [Math.floor(limit / 4), Math.ceil((limit * 3) / 4) - 3];
  return line.length > limit ? `${quote(line, first)} ${line.slice(-last).replace(/^[\udc00-\udfff]/, '')}` : line;
}

/** Untrusted text for a `<pre>` of Markdown, which GitHub shows as it is. */
export const preformatted = (text: string): string => html(plain(text));

const html = (text: string): string =>
  text.replace(/[&<>"]/g, (char) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[char] ?? char);

/** Untrusted text for Markdown: nothing in it is markup, a link or a mention. */
export function markdown(text: string): string {
  return (
    html(plain(text))
      .replace(/[\\`*_{}[\]()+!|~]/g, '\\$&')
      .replace(/^([ \t]*\d*)([-.])(?=\s|$)/gm, '$1\\$2')
      .replace(/:(?=\/\/)|(?<=\bwww)\./gi, '\\$&')
      // GitHub looks for mentions and issues in the rendered text, where backslashes are gone.
      .replace(/[@#]/g, '$&<!-- -->')
      .replace(/\bGH-(?=\d)/gi, '$&<!-- -->')
      .replace(/\n/g, '<br>')
  );
}

/** The same, with what is between backquotes as code: our messages mark commands and names so. */
export const prose = (text: string): string =>
  markdown(text).replace(/\\`((?:(?!<br>|\\`).){1,400})\\`/g, '<code>$1</code>');

/** The first `lines` lines of a text, at most `limit` characters. */
export function head(text: string, lines = 15, limit = 1200): string {
  const all = plain(text).trim().split('\n');
  const kept = all.slice(0, lines).join('\n');
  return kept.length > limit || all.length > lines ? `${kept.slice(0, limit)}…` : kept;
}

/** The first and the last lines of a text, at most `lines` and `limit` characters: tools say at the end what a traceback is about. */
export function ends(text: string, lines = 20, limit = 1800): string {
  const all = plain(text).trim().split('\n');
  const first = Math.ceil(lines / 3);
  if (all.length <= lines) return cutMiddle(all.join('\n'), limit);
  return cutMiddle([...all.slice(0, first), '…', ...all.slice(first - lines)].join('\n'), limit);
}

function cutMiddle(text: string, limit: number): string {
  const first = Math.floor(limit / 3);
  return text.length > limit ? `${text.slice(0, first)}…${text.slice(first - limit)}` : text;
}

/** The last `lines` lines of a text, at most `limit` characters. */
export function tail(text: string, lines = 20, limit = 2000): string {
  const kept = plain(text).trimEnd().split('\n').slice(-lines).join('\n');
  return kept.length > limit ? `…${kept.slice(-limit)}` : kept;
}

const STAMP =
  /^\[?\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d+)?(?:Z|[+-]\d\d:?\d\d)?(?: (?:stdout|stderr))?\]?:?[ \t]?/gm;

/** A log without the time, and the name of the stream, that platforms write before each line. */
export const withoutStamps = (log: string): string => log.replace(STAMP, '');
