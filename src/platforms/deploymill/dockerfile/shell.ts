/** One program that a shell starts, with the variables that are set for it alone. */
export type SimpleCommand = {
  readonly words: readonly string[];
  readonly env: ReadonlyMap<string, string>;
  /** The line of the script that it begins on, from 0. */
  readonly line: number;
  /** Whether a shell starts it, which puts variables in. */
  readonly hasShell: boolean;
};

type Token = { readonly text: string; readonly isOperator: boolean; readonly line: number };

/** A word with its quotes, an operator, a comment, or the end of a line. */
const TOKEN =
  /(#[^\n]*)|(\\\r?\n|[ \t\r]+)|(&&|\|\||;;|\d?>&\d|[;&|()\n])|((?:\\[\s\S]|"(?:[^"\\]|\\[\s\S])*"|'[^']*'|\$\{[^}]*\}|\$\([^)]*\)|[^\s;&|()"'\\])+|["'\\])/g;

function tokensOf(script: string): Token[] {
  const tokens: Token[] = [];
  let line = 0;
  let isFresh = true;
  for (const [whole, comment, blank, operator, word] of script.matchAll(TOKEN)) {
    if (operator !== undefined) tokens.push({ text: operator, isOperator: true, line });
    else if (word !== undefined) tokens.push({ text: unquoted(word), isOperator: false, line });
    else if (comment !== undefined && !isFresh) tokens.push({ text: comment, isOperator: false, line });
    isFresh = blank !== undefined || operator !== undefined;
    line += whole.split('\n').length - 1;
  }
  return tokens;
}

const unquoted = (word: string): string =>
  word.replace(/"((?:[^"\\]|\\[\s\S])*)"|'([^']*)'|\\([\s\S])/g, (_, double?: string, single?: string, escaped = '') =>
    double === undefined ? (single ?? escaped) : double.replace(/\\(["\\`])/g, '$1'),
  );

/** Words of the shell itself that a command may follow. */
const BEFORE = new Set([
  ...['then', 'do', 'else', 'elif', 'if', 'while', 'until', '!', '{', '}', 'exec', 'time', 'command', 'nohup'],
]);
const ASSIGNMENT = /^([A-Za-z_]\w*)=([\s\S]*)$/;
const SHELL = /^(?:.*\/)?(?:ba|da|a|z)?sh$/;
/** Programs that start another one, which the rest of their words name; with those of the second kind, a user comes first. */
const WRAPPER = /^(?:.*\/)?(?:tini|dumb-init|env|sudo|nice)$/;
const USER_WRAPPER = /^(?:.*\/)?(?:gosu|su-exec)$/;

const DEPTH = 4;

/** The programs that a shell script starts, one after the other, also those of `sh -c "…"` in it. Variables stay as they are written. */
export function commandsIn(script: string, depth = DEPTH): SimpleCommand[] {
  const commands: SimpleCommand[] = [];
  let words: Token[] = [];
  for (const token of [...tokensOf(script), { text: ';', isOperator: true, line: 0 }]) {
    if (!token.isOperator) words.push(token);
    else if (!token.text.includes('>&')) {
      const line = words[0]?.line ?? 0;
      const found = commandsOf(
        words.map(({ text }) => text),
        depth,
      );
      commands.push(...found.map((command) => ({ ...command, line: line + command.line, hasShell: true })));
      words = [];
    }
  }
  return commands;
}

/** What a program with its arguments starts in the end: `sh -c "…"` is what is in it, `tini -- uvicorn` is uvicorn. */
export function commandsOf(argv: readonly string[], depth = DEPTH): SimpleCommand[] {
  const { words, env } = withoutFront(argv);
  const [program, ...rest] = words;
  if (program === undefined) return [];
  const option = rest.findIndex((word) => /^-\w*c$/.test(word));
  const script = rest[option + 1];
  if (depth === 0 || !SHELL.test(program) || option < 0 || script === undefined)
    return [{ words, env, line: 0, hasShell: false }];
  return commandsIn(script, depth - 1).map((command) => ({ ...command, env: new Map([...env, ...command.env]) }));
}

/** Takes assignments, words of the shell and programs that start another one off the front. */
function withoutFront(argv: readonly string[]): Pick<SimpleCommand, 'words' | 'env'> {
  const env = new Map<string, string>();
  let words = argv;
  let isWrapped = false;
  for (;;) {
    const [first = '', second] = words;
    const [, name, value = ''] = ASSIGNMENT.exec(first) ?? [];
    if (name !== undefined) env.set(name, value);
    else if (second !== undefined && USER_WRAPPER.test(first)) words = words.slice(1);
    else if (second !== undefined && WRAPPER.test(first)) isWrapped = true;
    else if (!BEFORE.has(first) && !(isWrapped && first.startsWith('-'))) return { words, env };
    words = words.slice(1);
  }
}
