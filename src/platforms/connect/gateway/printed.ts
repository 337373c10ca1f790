/**
 * What a rendering has printed, as one text, and how many lines of it the server has handed out: it hands out a task's lines once.
 * Of a very long text only the beginning, which is shown as it grows, and the end are kept.
 */
export type Printed = { readonly count: number; readonly text: string };

export const NOTHING: Printed = { count: 0, text: '' };

/** In characters. */
const BEGINNING = 250_000;
const END = 750_000;

export function withLines({ count, text }: Printed, lines: readonly string[]): Printed {
  const all = text + lines.map((line) => `${line}\n`).join('');
  const isLong = all.length > 2 * (BEGINNING + END);
  return { count: count + lines.length, text: isLong ? `${all.slice(0, BEGINNING)}\n${all.slice(-END)}` : all };
}
