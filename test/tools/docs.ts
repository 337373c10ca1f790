// Writes what the documentation has from the code: the README's tables of features and findings, and the schemas. Run it as `npm run docs`.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { CHECK_CODES } from '../../src/findings/check-codes.ts';
import type { CodeText } from '../../src/findings/code-text.ts';
import { RUN_CODES } from '../../src/findings/run-codes.ts';
import { featureTables } from './features.ts';
import { schemas } from './schema.ts';

const ROOT = resolve(import.meta.dirname, '../..');

/** The rows of a table of codes, in the order of the alphabet. */
function rows(codes: Readonly<Record<string, CodeText>>): string {
  const lines = Object.entries(codes)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([code, [meaning, remedy]]) => `| \`${code}\` | ${meaning} | ${remedy} |`);
  return ['| Code | What it means | What to do |', '| --- | --- | --- |', ...lines].join('\n');
}

/** The README with its generated parts, which stand between `<!-- name -->` and `<!-- end of name -->`, made anew. */
export function withTables(readme: string): string {
  const parts = { ...featureTables(), checks: rows(CHECK_CODES), facts: rows(RUN_CODES) };
  return Object.entries(parts).reduce((text, [name, part]) => {
    const [begin, end] = [`<!-- ${name} -->`, `<!-- end of ${name} -->`];
    const [from, to] = [text.indexOf(begin), text.indexOf(end)];
    if (from < 0 || to < from) throw new Error(`The README lacks ${begin} … ${end}.`);
    return `${text.slice(0, from)}${begin}\n\n${part}\n\n${text.slice(to)}`;
  }, readme);
}

/** Every generated file with its text, by its path from the root of the repository. */
export const generated = (): Readonly<Record<string, string>> => ({
  'README.md': withTables(readFileSync(join(ROOT, 'README.md'), 'utf8')),
  ...Object.fromEntries(
    Object.entries(schemas()).map(([name, schema]) => [`docs/schema/${name}`, `${JSON.stringify(schema, null, 2)}\n`]),
  ),
});

if (process.argv[1] === import.meta.filename) {
  mkdirSync(join(ROOT, 'docs/schema'), { recursive: true });
  for (const [path, text] of Object.entries(generated())) writeFileSync(join(ROOT, path), text);
}
