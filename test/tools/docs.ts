// Writes what the documentation has from the code: the generated parts of docs/, and the schemas. Run it as `npm run docs`.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { featureTables } from './features.ts';
import { PAGES, page } from './pages.ts';
import { referenceParts } from './reference.ts';
import { schemas } from './schema.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const MARK = /<!-- ([a-z-]+) -->\n[\s\S]*?<!-- end of \1 -->/g;

/** Every generated file with its text, by its path from the root of the repository. Throws when a part has no page. */
export function generated(): Readonly<Record<string, string>> {
  const parts: Readonly<Record<string, string>> = { ...featureTables(), ...referenceParts() };
  const placed = new Set<string>();
  const pages = PAGES.map((path) => {
    const written = page(path).replace(MARK, (_, name: string) => {
      placed.add(name);
      return `<!-- ${name} -->\n\n${parts[name] ?? ''}\n\n<!-- end of ${name} -->`;
    });
    return [path, written] as const;
  });
  const astray = Object.keys(parts).filter((name) => !placed.has(name));
  if (astray.length > 0) throw new Error(`No page has a place for these parts: ${astray.join(', ')}.`);
  return {
    ...Object.fromEntries(pages),
    ...Object.fromEntries(
      Object.entries(schemas()).map(([name, schema]) => [
        `docs/schema/${name}`,
        `${JSON.stringify(schema, null, 2)}\n`,
      ]),
    ),
  };
}

if (process.argv[1] === import.meta.filename) {
  mkdirSync(join(ROOT, 'docs/schema'), { recursive: true });
  for (const [path, text] of Object.entries(generated())) writeFileSync(join(ROOT, path), text);
}
