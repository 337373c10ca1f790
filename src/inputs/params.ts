import { bytes } from '../findings/units.ts';

/** The parameters of a task's run. They may hold personal data: no value of them is ever printed. */
export type Params = Readonly<Record<string, unknown>>;

/** A variable of a process holds no more than 128 kB on Linux, where the runner hands the inputs over as variables. */
const LIMIT = 100_000;

// In JavaScript since ES2026, and not yet in TypeScript's own declarations.
declare global {
  interface JSON {
    parse(text: string, reviver: (key: string, value: unknown, context: { source?: string }) => unknown): unknown;
    rawJSON(text: string): unknown;
    isRawJSON(value: unknown): boolean;
  }
}

/** Reads a JSON object, whose numbers keep all their digits; or says what is wrong with it, without quoting any of it. */
export function parseParams(
  text: string,
): { readonly params: Params } | { readonly problem: string; readonly remedy: string } {
  const size = Buffer.byteLength(text);
  if (size > LIMIT) {
    return {
      problem: `has ${bytes(size)}, more than ${bytes(LIMIT)}`,
      remedy: 'Put large data where the task can fetch it, and pass its address.',
    };
  }
  try {
    const value = JSON.parse(text, (_, value, { source }) =>
      typeof value === 'number' && source !== undefined && String(value) !== source ? JSON.rawJSON(source) : value,
    );
    if (typeof value === 'object' && value !== null && !Array.isArray(value) && !JSON.isRawJSON(value)) {
      return { params: value as Params };
    }
  } catch {
    // told below, without the parser's message: it would quote the text
  }
  return { problem: 'is not a JSON object', remedy: 'Give an object such as {"day": "2026-01-31"}.' };
}
