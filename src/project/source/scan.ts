/** A module-level name that a Python file binds to a call: `app = FastAPI(...)`. */
type Assignment = { readonly name: string; readonly callee: string; readonly line: number };

export type PythonSource = {
  /** Modules imported anywhere in the file, dotted as written: `shiny.express`, `fastapi`. */
  readonly imports: ReadonlySet<string>;
  /** What imported names stand for: `FastAPI` -> `fastapi.FastAPI`, `fa` -> `fastapi`. */
  readonly names: ReadonlyMap<string, string>;
  readonly assignments: readonly Assignment[];
  /** Whether it has `if __name__ == "__main__":`. */
  readonly runnable: boolean;
  /** The text with the insides of strings and comments blanked; lines stay where they are. */
  readonly code: string;
};

const IDENTIFIER = String.raw`[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*`;
const DOTTED = String.raw`\.*${IDENTIFIER}(?:\.${IDENTIFIER})*|\.+`;

/** To the end of the statement; a backslash carries it over to the next line. */
const REST = String.raw`(?:\\\n|[^\n;])*`;
/** Strings are blank by then. */
const GUARD = /^if[ \t(]+(?:__name__[ \t]*==|(["']) +\1[ \t]*==[ \t]*__name__\b)/m;

/**
 * Reads what deployment needs from Python source, without running it: imports, module-level calls and the main guard.
 * It knows strings and comments, so that neither is taken for code; it is no parser, and broken code gives what can be seen.
 */
export function readPython(text: string): PythonSource {
  const code = blankStrings(text);
  const imports = new Set<string>();
  const names = new Map<string, string>();
  const assignments: Assignment[] = [];

  for (const { groups = {} } of code.matchAll(
    new RegExp(
      String.raw`(?:^|[;:])[ \t]*from[ \t]+(?<module>${DOTTED})[ \t]+import[ \t]*(?<what>\([^)]*\)?|${REST})`,
      'gm',
    ),
  )) {
    const { module = '', what = '' } = groups;
    imports.add(module);
    for (const [name, local] of aliases(what.replace(/[()\\]/g, ' '))) {
      imports.add(`${module}.${name}`);
      names.set(local ?? name, `${module}.${name}`);
    }
  }
  for (const { groups = {} } of code.matchAll(
    new RegExp(String.raw`(?:^|[;:])[ \t]*import[ \t]+(?<what>${REST})`, 'gm'),
  )) {
    for (const [name, local] of aliases((groups.what ?? '').replace(/\\/g, ' '))) {
      imports.add(name);
      const top = name.split('.')[0] ?? name;
      names.set(local ?? top, local ? name : top);
    }
  }
  let line = 1;
  let counted = 0;
  for (const match of code.matchAll(
    new RegExp(
      String.raw`^(?<name>${IDENTIFIER})[ \t]*(?::[^=\n]+)?=[ \t]*(?<callee>${IDENTIFIER}(?:\.${IDENTIFIER})*)[ \t]*\(`,
      'gm',
    ),
  )) {
    const { name = '', callee = '' } = match.groups ?? {};
    const [head = '', ...rest] = callee.split('.');
    for (; counted < match.index; counted++) if (code[counted] === '\n') line += 1;
    assignments.push({ name, callee: [names.get(head) ?? head, ...rest].join('.'), line });
  }
  return { imports, names, assignments, runnable: GUARD.test(code), code };
}

/** `a, b as c` as `[['a', undefined], ['b', 'c']]`. */
const aliases = (list: string): [string, string | undefined][] =>
  list
    .split(',')
    .map((item) => item.trim().split(/\s+as\s+/))
    .filter(([name = '']) => name !== '')
    .map(([name = '', local]) => [name.trim(), local?.trim()]);

/** The text with the insides of strings and comments replaced by spaces; lines stay where they are. */
export function blankStrings(text: string): string {
  const code = text
    .replace(/\r\n?/g, '\n')
    .replace(
      /#[^\n]*|"""(?:[^\\]|\\[\s\S])*?(?:"""|$)|'''(?:[^\\]|\\[\s\S])*?(?:'''|$)|"(?:[^"\\\n]|\\[\s\S])*(?:"|(?=\n)|$)|'(?:[^'\\\n]|\\[\s\S])*(?:'|(?=\n)|$)/g,
      (token) => (token.startsWith('#') ? ' '.repeat(token.length) : token.replace(/[^\n"']/g, ' ')),
    );
  return isOpaque(code) ? code.replace(LONG, (line) => line.replace(/[^()[\]{}"']/g, ' ')) : code;
}

const LONG = /^.{2000,}$/gm;

/** Whether lines are so long that nobody wrote them: what they do is not looked for, only their brackets are. */
export const isOpaque = (text: string): boolean => text.search(LONG) >= 0;

const CODING = /^(?:[^\n]*\n)?[ \t\f]*#[^\n]*?coding[:=][ \t]*([-\w.]+)/;

/**
 * The text of Python source: UTF-8, or what its first two lines declare (PEP 263). Nothing for what is no text. Of an encoding that
 * nobody here knows, the bytes are taken one by one, which leaves what is ASCII as it is.
 */
export function decodePython(bytes: Uint8Array): string | undefined {
  if (bytes.includes(0)) return undefined;
  const [, declared] = CODING.exec(Buffer.from(bytes.subarray(0, 400)).toString('latin1')) ?? [];
  try {
    return new TextDecoder(declared?.replaceAll('_', '-') ?? 'utf-8').decode(bytes);
  } catch {
    return Buffer.from(bytes).toString('latin1');
  }
}
