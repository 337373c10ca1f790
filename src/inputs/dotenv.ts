/** One variable for the app. Its value is a secret until shown otherwise. */
export type EnvVar = { readonly name: string; readonly value: string };

export type DotenvProblem = { readonly line: number; readonly message: string };

const NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;
/** What is surely a name. Anything else on a line alone may be the rest of a value that lost its quotes. */
const SHOWABLE = /^(?=.{1,40}$)[A-Z]+(?:_[A-Z0-9]+)*$/;

/**
 * Reads the `env` input: lines `NAME=value`, or `NAME` alone for a value taken from `environment`.
 *
 * Values follow dotenv: `'…'` and `` `…` `` are literal, `"…"` knows `\n`, `\r`, `\t`, `\"` and `\\`, all three may span lines;
 * an unquoted value ends at ` #`. `export ` is allowed in front. Messages never hold a value.
 */
export function parseDotenv(
  text: string,
  environment: Readonly<Record<string, string | undefined>>,
): { vars: EnvVar[]; problems: DotenvProblem[] } {
  const vars = new Map<string, EnvVar>();
  const problems: DotenvProblem[] = [];
  const lines = text.replaceAll('\r\n', '\n').split('\n');

  for (let index = 0; index < lines.length; index++) {
    const first = index;
    const fail = (message: string) => problems.push({ line: first + 1, message });
    const line = (lines[index] ?? '').trimStart().replace(/^export\s+/, '');
    if (line === '' || line.startsWith('#')) continue;

    const equals = line.indexOf('=');
    const name = (equals < 0 ? line : line.slice(0, equals)).trim();
    let rest = equals < 0 ? '' : line.slice(equals + 1).trimStart();
    const quoteChar = rest[0];
    const quoted = quoteChar === '"' || quoteChar === "'" || quoteChar === '`';
    let end = quoted ? closing(rest, quoteChar) : 0;
    // A value is read to its end before anything is complained of: what follows must not be taken for variables.
    while (end < 0 && index + 1 < lines.length) {
      index += 1;
      rest += `\n${lines[index] ?? ''}`;
      end = closing(rest, quoteChar ?? '');
    }
    const after = quoted ? rest.slice(end + 1).trim() : '';

    if (!NAME.test(name)) {
      fail('is not NAME=value: a name is letters, digits and underscores and does not start with a digit');
    } else if (vars.has(name)) {
      fail(`sets ${name} a second time`);
    } else if (equals < 0) {
      const value = environment[name];
      const shown = SHOWABLE.test(name) ? name : 'a variable';
      if (value === undefined) fail(`names ${shown}, which is not set in the step's environment`);
      else vars.set(name, { name, value });
    } else if (end < 0) {
      fail(`opens a quote for ${name} that is never closed`);
    } else if (after !== '' && !after.startsWith('#')) {
      fail(`has text after the closing quote of ${name}`);
    } else if (quoted) {
      const inner = rest.slice(1, end);
      vars.set(name, { name, value: quoteChar === '"' ? withEscapes(inner) : inner });
    } else {
      vars.set(name, { name, value: rest.replace(/(^|\s)#.*$/, '').trimEnd() });
    }
  }
  return { vars: [...vars.values()], problems };
}

function closing(text: string, quoteChar: string): number {
  for (let at = 1; at < text.length; at++) {
    if (quoteChar === '"' && text[at] === '\\') at += 1;
    else if (text[at] === quoteChar) return at;
  }
  return -1;
}

const ESCAPES: Record<string, string> = { n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\' };

function withEscapes(text: string): string {
  return text.replace(/\\([\s\S])/g, (whole, char: string) => ESCAPES[char] ?? whole);
}
