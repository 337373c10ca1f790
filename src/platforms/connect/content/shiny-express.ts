const MAGIC = /^#[ \t]*shiny_mode:[ \t]*(\S*)[ \t]*$/m;
const MAGIC_LIMIT = 1000;

/** A statement at the top level: what a function or a condition imports does not make the file an Express app. */
const START = String.raw`^(?:\S[^\n]*;[ \t]*)?`;
const IMPORTS = [
  String.raw`from[ \t]+shiny\.express[ \t]+import\b`,
  String.raw`from[ \t]+shiny[ \t]+import[^\n(]*\bexpress\b`,
  String.raw`from[ \t]+shiny[ \t]+import[ \t]*\([^)]*\bexpress\b`,
  String.raw`import[ \t]+(?:[^\n;]*,[ \t]*)?shiny\.express\b(?![.\w])`,
].map((statement) => new RegExp(START + statement, 'm'));

/**
 * Whether the text of a Python file is a Shiny Express app: by its magic comment, else by an import of shiny.express, as
 * shiny itself decides (shiny/express/_is_express.py). `code` is the text with strings and comments blanked.
 */
export function isShinyExpress(text: string, code: string): boolean {
  const mode = MAGIC.exec(text.slice(0, MAGIC_LIMIT))?.[1];
  if (mode === 'express' || mode === 'core') return mode === 'express';
  return IMPORTS.some((statement) => statement.test(code));
}

/** The entrypoint under which Connect runs an Express app: the file's path as a Python name in `shiny.express.app`. */
export const expressEntrypoint = (path: string): string => `shiny.express.app:${escapeName(path)}`;

/** Everything but ASCII letters and digits, and a digit at the start, as `_<hex>_`. */
const escapeName = (path: string): string =>
  [...path]
    .map((char, index) =>
      (index === 0 ? /[a-zA-Z]/ : /[a-zA-Z0-9]/).test(char) ? char : `_${char.codePointAt(0)?.toString(16)}_`,
    )
    .join('');
