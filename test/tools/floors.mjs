// Holds the order of the folders of src/: imports run down, and never in a circle. Holds the length of its functions, too. Part of
// `npm run check`.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import ts from 'typescript';
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

/** In lines, from a function's first to its last. Tables are no functions. */
const LONGEST = 60;

/** @param {string} file */
function longFunctions(file) {
  const source = ts.createSourceFile(file, readFileSync(join(src, file), 'utf8'), ts.ScriptTarget.Latest, true);
  /** @param {number} at */
  const lineOf = (at) => source.getLineAndCharacterOfPosition(at).line + 1;
  /** @type {string[]} */
  const found = [];
  /** @param {import('typescript').Node} node */
  const visit = (node) => {
    const first = lineOf(node.getStart());
    const length = lineOf(node.end) - first + 1;
    if (ts.isFunctionLike(node) && length > LONGEST) {
      found.push(`src/${file}:${first}: a function of ${length} lines; split it, ${LONGEST} are the most.`);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

const unordered = [...homeless, ...upwards, ...circles()];
if (unordered.length > 0) unordered.push(`Imports in src/ run down only: ${FLOORS.join(' > ')}.`);
const wrong = [...unordered, ...files.flatMap(longFunctions)];
for (const line of wrong) console.error(line);
if (wrong.length > 0) process.exit(1);
