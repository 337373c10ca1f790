import { CHECK_CODES } from './check-codes.ts';
import type { CodeText } from './code-text.ts';
import { RUN_CODES } from './run-codes.ts';

/** Every code a finding can have. */
export const CODES: ReadonlyMap<string, CodeText> = new Map([
  ...Object.entries(CHECK_CODES),
  ...Object.entries(RUN_CODES),
]);

/** Whether `ignore` may speak for findings with this code. */
export const isIgnorable = (code: string): boolean => Object.hasOwn(CHECK_CODES, code);
