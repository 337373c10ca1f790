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
 * What makes the text of a Python file a Shiny Express app: its magic comment, else an import of shiny.express, as shiny itself
 * decides (shiny/express/_is_express.py). `code` is the text with strings and comments blanked.
 */
export function expressSign(text: string, code: string): string | undefined {
  const mode = MAGIC.exec(text.slice(0, MAGIC_LIMIT))?.[1];
  if (mode === 'express') return 'its first lines say shiny_mode: express';
  return mode !== 'core' && IMPORTS.some((statement) => statement.test(code)) ? 'it imports shiny.express' : undefined;
}
