/**
 * The secrets of this process, and texts without them. There is one register, so that nothing that shows a text can lack it: every
 * function of text.ts looks into it before it cuts, folds or escapes anything.
 *
 * A secret is found as it is, and in the forms in which servers and programs repeat it: URL-, HTML- and JSON-escaped, with other
 * blanks, and in base64, also as a part of something longer.
 */

/** A `variable` is a value for the app: it may be no secret at all, so it hides nothing where a text is used as data. */
type Kind = 'credential' | 'variable';

/** `anchor` is in every text that `pattern` fits; `longest` is how many characters such a text may have. */
type Form = { readonly anchor: string; pattern(): RegExp; readonly longest: number };

const kept = new Map<string, { readonly kind: Kind; readonly forms: readonly Form[] }>();

/**
 * Has a value hidden from now on: as a whole, and each of its lines on its own, for logs come line by line. Lines that say nothing,
 * such as the braces of JSON, are not hidden alone. Answers the lines, which is what the runner can mask.
 */
export function keepSecret(value: string, kind: Kind = 'credential'): readonly string[] {
  const whole = value.trim();
  const all = whole.split(/[\r\n]+/).map((line) => line.trim());
  const lines = all.length === 1 ? all.filter((line) => line !== '') : all.filter((line) => !isOrdinary(line));
  for (const text of [whole, ...lines]) {
    if (text === '' || kept.get(text)?.kind === 'credential') continue;
    kept.set(text, { kind, forms: [...formsOf(text), ...base64Forms(text)] });
  }
  return lines;
}

/** For tests: they share a process. */
export const forgetSecrets = (): void => kept.clear();

const SHORTEST = 6;
const ORDINARY =
  /^(?:[a-z]{1,16}|[A-Z]{1,16}|[A-Z][a-z]{1,15}|[+-]?\d{1,12}(?:\.\d{1,6})?|https?:\/\/[\w.-]+(?::\d+)?\/?)$/;

/**
 * Whether a value is nothing that is worth hiding, and would blacken logs that have it by chance: a few characters, a word, a number,
 * the address of a server. If it is a secret of the workflow, the runner hides it from the log all the same.
 */
export const isOrdinary = (value: string): boolean => value.trim().length < SHORTEST || ORDINARY.test(value.trim());

const MASK = '***';

/** The text without the secrets, or without those of one kind. What is left of secrets that overlap is never a part of one. */
export function redact(text: string, only?: Kind): string {
  const spans: [from: number, to: number][] = [];
  for (const { kind, forms } of kept.values()) {
    if (only !== undefined && kind !== only) continue;
    for (const { anchor, pattern } of forms) if (text.includes(anchor)) mark(text, pattern(), spans);
  }
  if (spans.length === 0) return text;
  spans.sort(([a], [b]) => a - b);
  let shown = '';
  let end = -1;
  for (const [from, to] of spans) {
    if (from > end) shown += text.slice(Math.max(0, end), from) + MASK;
    end = Math.max(end, to);
  }
  return shown + text.slice(end);
}

/** Adds where the pattern fits: a lookahead, so that it is tried at each place, also within what it has found. */
function mark(text: string, pattern: RegExp, spans: [number, number][]): void {
  let last: [from: number, to: number] = [-1, -1];
  for (const match of text.matchAll(pattern)) {
    const to = match.index + (match[1]?.length ?? 0);
    if (match.index <= last[1]) last[1] = Math.max(last[1], to);
    else {
      last = [match.index, to];
      spans.push(last);
    }
  }
}

/**
 * A text that was cut out of a longer one, without the line at that `edge`; of a long line, without as much as may be a part of a
 * secret. Nothing changes where there are no secrets.
 */
export function withoutEdge(text: string, edge: 'start' | 'end'): string {
  const longest = Math.max(0, ...[...kept.values()].flatMap(({ forms }) => forms.map((form) => form.longest)));
  const at = edge === 'start' ? text.indexOf('\n') + 1 || text.length : text.lastIndexOf('\n') + 1;
  const [before, after] = [text.slice(0, at), text.slice(at)];
  const line = edge === 'start' ? before : after;
  // What is whole goes first: else this would cut through it.
  const rest = line.length > longest ? redact(line) : '';
  return edge === 'start' ? rest.slice(longest) + after : before + rest.slice(0, Math.max(0, rest.length - longest));
}

/** A long value is looked for in pieces, which lie next to each other where it is whole: a pattern can't be of any length. */
const PIECE = 200;

function formsOf(text: string, [before, after] = ['', '']): Form[] {
  const chars = [...text];
  const starts = chars.flatMap((_, at) => (at % PIECE === 0 ? [Math.max(0, Math.min(at, chars.length - PIECE))] : []));
  return starts.map((start, index) => {
    const piece = chars.slice(start, start + PIECE).join('');
    const edges = [index === 0 ? before : '', index === starts.length - 1 ? after : ''];
    const runs = piece.match(/[A-Za-z0-9]+/g) ?? [''];
    let pattern: RegExp | undefined;
    return {
      anchor: runs.reduce((longest, run) => (run.length > longest.length ? run : longest)),
      // Made when it is needed, which is seldom.
      pattern: () => (pattern ??= new RegExp(`(?=(${edges.join(written(piece))}))`, 'g')),
      longest: runs.join('').length + LONGEST_ESCAPE * Buffer.byteLength(piece.replace(/[A-Za-z0-9]/g, '')),
    };
  });
}

/** What begins an escape. It is escaped itself where an escaped text is a part of another, such as JSON in JSON; not without end. */
const [BACKSLASHES, PERCENT, AMPERSAND] = [String.raw`\\{1,8}`, '%(?:25){0,3}', '&(?:amp;){0,3}'];
/** How many characters one may become by that. */
const LONGEST_ESCAPE = 24;

const BLANKS = `(?:\\s|${BACKSLASHES}[nrt]|${PERCENT}(?:20|0[9aAdD])|${AMPERSAND}#(?:9|10|13|32);|\\+)+`;

/** A pattern for the text and its escaped forms. Letters and digits stay what they are in all of them. */
function written(text: string): string {
  return text.replace(/\s+|[^A-Za-z0-9]/gu, (part, at: number) => {
    if (part.trim() !== '') return charForms(part);
    // What follows must not be taken for a blank, or the time to find out grows with every one there is.
    return /[\\%&+]/.test(text[at + part.length] ?? '') ? String.raw`\s+` : BLANKS;
  });
}

const NAMED: Readonly<Record<string, string>> = { '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot', "'": 'apos' };

function charForms(char: string): string {
  const literal = char.replace(/[\\^$.*+?()[\]{}|/-]/, '\\$&');
  const units = [...Array(char.length).keys()].map((at) => `${BACKSLASHES}u${hex(char.charCodeAt(at), 4)}`);
  const point = char.codePointAt(0) ?? 0;
  return `(?:${[
    literal,
    [...Buffer.from(char)].map((byte) => `${PERCENT}${hex(byte, 2)}`).join(''),
    units.join(''),
    `${AMPERSAND}#0*(?:${point}|[xX]0*${hex(point, 1)});`,
    ...(NAMED[char] === undefined ? [] : [`${AMPERSAND}${NAMED[char]};`]),
    ...(/["'\\/]/.test(char) ? [`${BACKSLASHES}${literal}`] : []),
  ].join('|')})`;
}

const hex = (value: number, width: number): string =>
  value
    .toString(16)
    .padStart(width, '0')
    .replace(/[a-f]/g, (digit) => `[${digit}${digit.toUpperCase()}]`);

const DIGIT = '[\\w+/-]?';

/** The value within base64 of any kind: it begins at one of three places in a group, and shares its first and last digit with others. */
function base64Forms(value: string): Form[] {
  if (value.length < SHORTEST) return [];
  return [0, 1, 2].flatMap((offset) => {
    const bytes = Buffer.concat([Buffer.alloc(offset), Buffer.from(value)]);
    const isWhole = bytes.length % 3 === 0;
    const core = bytes
      .toString('base64')
      .replace(/=+$/, '')
      .slice([0, 2, 3][offset], isWhole ? undefined : -1);
    const edges: [string, string] = [offset === 0 ? '' : DIGIT, isWhole ? '' : `${DIGIT}(?:=|%3[dD]){0,2}`];
    return [...new Set([core, core.replaceAll('+', '-').replaceAll('/', '_')])].flatMap((one) => formsOf(one, edges));
  });
}
