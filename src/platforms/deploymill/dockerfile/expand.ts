/** Variables as a Dockerfile and a shell know them. */
export type Variables = ReadonlyMap<string, string>;

const VARIABLE =
  /\\\$|\$(?:\{(?<braced>[A-Za-z_]\w*)(?:(?<operator>:?[-+])(?<word>(?:[^{}]|\$\{[^{}]*\})*))?\}|(?<plain>[A-Za-z_]\w*))/g;

/** How many defaults may be within another. */
const DEPTH = 4;

/**
 * Puts values in for `$NAME`, `${NAME}`, `${NAME:-default}` and `${NAME:+other}`, as a Dockerfile and a shell both do. A name without a
 * value becomes empty.
 */
export function expand(text: string, variables: Variables, depth = DEPTH): string {
  let expanded = '';
  let done = 0;
  for (const match of text.matchAll(VARIABLE)) {
    expanded += text.slice(done, match.index) + standingFor(match.groups ?? {}, variables, depth);
    done = match.index + match[0].length;
  }
  return expanded + text.slice(done);
}

function standingFor(
  { braced, plain, operator = '', word = '' }: Readonly<Record<string, string | undefined>>,
  variables: Variables,
  depth: number,
): string {
  const name = braced ?? plain;
  if (name === undefined) return '$';
  const value = variables.get(name) ?? '';
  const isSet = variables.has(name) && (value !== '' || !operator.startsWith(':'));
  if (operator === '' || (operator.endsWith('-') && isSet)) return value;
  if (operator.endsWith('+') && !isSet) return '';
  return depth > 0 ? expand(word, variables, depth - 1) : '';
}
