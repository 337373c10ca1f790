/** A Dockerfile as lists of instructions, one for each stage: read by itself, so that it shares no mistake with the action. */
export type Instruction = { readonly line: number; readonly keyword: string; readonly text: string };
export type Stage = {
  readonly name: string;
  readonly base: string;
  readonly line: number;
  readonly steps: Instruction[];
};

/** Puts in what `$NAME`, `${NAME}` and `${NAME:-default}` stand for. */
export const expand = (text: string, env: Readonly<Record<string, string>>): string =>
  text.replace(/\$\{(\w+)(?::-([^}]*))?\}|\$(\w+)/g, (_, braced: string, other: string, plain: string) => {
    const value = env[braced ?? plain] ?? '';
    return value === '' ? (other ?? '') : value;
  });

/** `A=1 B="two words"`, and the older `A one value`. */
export const entriesOf = (text: string): [string, string][] => {
  const [, key, rest] = /^(\w+)\s+([^=]+)$/.exec(text) ?? [];
  if (key !== undefined && rest !== undefined) return [[key, rest.trim()]];
  return [...text.matchAll(/(\w+)=("(?:[^"\\]|\\.)*"|'[^']*'|\S*)/g)].map(([, name = '', value = '']) => [
    name,
    value.replace(/^(["'])(.*)\1$/s, '$2'),
  ]);
};

/** A command as a list, or `undefined` for one that a shell runs. */
export const listOf = (text: string): string[] | undefined => {
  if (!text.startsWith('[')) return undefined;
  try {
    return JSON.parse(text) as string[];
  } catch {
    return undefined;
  }
};

const KEYWORDS = [
  ...['ADD', 'ARG', 'CMD', 'COPY', 'ENTRYPOINT', 'ENV', 'EXPOSE', 'FROM', 'HEALTHCHECK', 'LABEL', 'MAINTAINER'],
  ...['ONBUILD', 'RUN', 'SHELL', 'STOPSIGNAL', 'USER', 'VOLUME', 'WORKDIR'],
];

const read = (text: string): Instruction[] => {
  const found: Instruction[] = [];
  const lines = text.split(/\r?\n/);
  for (let at = 0; at < lines.length; at++) {
    const first = at;
    let whole = lines[at] ?? '';
    if (/^\s*(?:#|$)/.test(whole)) continue;
    while (whole.endsWith('\\') && at + 1 < lines.length) {
      at += 1;
      const next = lines[at] ?? '';
      whole = whole.slice(0, -1) + (/^\s*#/.test(next) ? '\\' : next);
    }
    const [, keyword = '', rest = ''] = /^\s*(\w+)\s*(.*)$/s.exec(whole) ?? [];
    if (!KEYWORDS.includes(keyword.toUpperCase()))
      throw new Error(`dockerfile parse error on line ${first + 1}: unknown instruction: ${keyword}`);
    const [, end] = /^RUN\s+<<(\w+)$/i.exec(whole.trim()) ?? [];
    const last = end === undefined ? -1 : lines.indexOf(end, at);
    const script = last < 0 ? rest.trim() : lines.slice(at + 1, last).join('\n');
    at = Math.max(at, last);
    found.push({ line: first + 1, keyword: keyword.toUpperCase(), text: script });
  }
  return found;
};

export const readStages = (text: string): { stages: Stage[]; globals: Record<string, string> } => {
  const stages: Stage[] = [];
  const globals: Record<string, string> = {};
  for (const instruction of read(text)) {
    const stage = stages.at(-1);
    if (instruction.keyword === 'FROM') {
      const [base = '', , name = ''] = expand(instruction.text.replace(/--\S+\s+/g, ''), globals).split(/\s+/);
      stages.push({ base, name: name.toLowerCase(), line: instruction.line, steps: [] });
    } else if (stage !== undefined) stage.steps.push(instruction);
    else if (instruction.keyword === 'ARG') Object.assign(globals, Object.fromEntries(entriesOf(instruction.text)));
  }
  return { stages, globals };
};
