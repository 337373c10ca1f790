// Holds the order of the folders of src/: imports run down, and never in a circle. Part of `npm run check`.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { root } from './install.mjs';

/** From the roof to the ground: a folder may import from those below it. */
const FLOORS = [
  ...['main.ts', 'modes', 'prepare', 'report', 'platforms'],
  ...['inputs', 'project', 'bundle', 'ports', 'findings'],
];

const src = join(root, 'src');
const IMPORT = /(?:from|import)\s*\(?\s*'(\.{1,2}\/[^']+)'/g;
/** @param {string} file */
const importsOf = (file) =>
  [...readFileSync(join(src, file), 'utf8').matchAll(IMPORT)].map(([, path = '']) =>
    relative(src, resolve(src, dirname(file), path)).replaceAll('\\', '/'),
  );
const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.ts'));
const imports = new Map(files.map((file) => [file, importsOf(file)]));

/** @param {string} file */
const floorOf = (file) => FLOORS.indexOf(file.split('/')[0] ?? '');

const homeless = files.filter((file) => floorOf(file) < 0).map((file) => `src/${file} is on no floor.`);
const upwards = [...imports].flatMap(([file, targets]) =>
  targets
    .filter((target) => floorOf(target) < floorOf(file))
    .map((target) => `src/${file} imports src/${target}, which is on a floor above.`),
);

/** The circles that a walk of all imports comes upon. */
function circles() {
  /** @type {Map<string, 'open' | 'done'>} */
  const seen = new Map();
  /** @type {string[]} */
  const found = [];
  /** @param {string} file @param {string[]} path */
  const walk = (file, path) => {
    if (seen.get(file) === 'done') return;
    if (seen.get(file) === 'open') {
      found.push(`A circle: ${[...path.slice(path.indexOf(file)), file].map((one) => `src/${one}`).join(' -> ')}`);
      return;
    }
    seen.set(file, 'open');
    for (const target of imports.get(file) ?? []) walk(target, [...path, file]);
    seen.set(file, 'done');
  };
  for (const file of files) walk(file, []);
  return found;
}

const wrong = [...homeless, ...upwards, ...circles()];
for (const line of wrong) console.error(line);
if (wrong.length > 0) {
  console.error(`Imports in src/ run down only: ${FLOORS.join(' > ')}.`);
  process.exit(1);
}
