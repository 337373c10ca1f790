import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { CLEVER_FEATURES, FEATURES, MILL_FEATURES, type Proof } from '../tools/features.ts';

const ROOT = resolve(import.meta.dirname, '../..');

/** The names of the tests in a file, as they are written there. */
const testsIn = (file: string): string[] =>
  [
    ...readFileSync(join(ROOT, file), 'utf8').matchAll(
      /^\s*(?:test|it|\](?: as const)?\))(?:\.concurrent)?(?:\.each\(.*\))?\(\s*'([^'\n]+)',/gm,
    ),
  ].map(([, name = '']) => name);

test.each(FEATURES)('a test shows that the table of features is right: $feature', ({ proof, rsconnect }) => {
  const [, ...theirs] = rsconnect;
  for (const [file, name] of [proof, theirs] satisfies Proof[]) expect(testsIn(file), file).toContain(name);
});

test.each(CLEVER_FEATURES)(
  'a test shows that the table for Clever Cloud is right: $feature',
  ({ proof: [file, name] }) => expect(testsIn(file), file).toContain(name),
);

test.each(MILL_FEATURES)('a test shows that the table for deploymill is right: $feature', ({ proof: [file, name] }) =>
  expect(testsIn(file), file).toContain(name),
);
