import { CHECKS } from './check-codes.ts';
import { FACTS } from './run-codes.ts';

/** What a code means, and what to do, in a sentence each without a full stop. Backquotes mark commands and names. */
export type CodeText = readonly [meaning: string, remedy: string];

/** Every code a finding can have. */
export const CODES: ReadonlyMap<string, CodeText> = new Map([...Object.entries(CHECKS), ...Object.entries(FACTS)]);

/** Whether `ignore` may speak for findings with this code. */
export const isIgnorable = (code: string): boolean => Object.hasOwn(CHECKS, code);
