// Writes dist/licenses.txt: the license of every package that src/ imports, and of those that these need. What a bundler says of a bundle
// lacks the modules that it has merged into others.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from './install.mjs';

/** @typedef {{ name: string, version: string, license?: string, dependencies?: Record<string, string> }} Manifest */

const IMPORT = /(?:from|import)\s*\(?\s*'((?:@[\w.-]+\/)?[\w-][\w.-]*)(?:\/[^']*)?'/g;

/** The packages that the sources import by their names. */
function imported() {
  const src = join(root, 'src');
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  const names = files.flatMap((file) =>
    [...readFileSync(join(src, file), 'utf8').matchAll(IMPORT)].map(([, name]) => name),
  );
  return new Set(names.filter((name) => name !== undefined && existsSync(join(root, 'node_modules', name))));
}

/** The folder of a package as Node finds it from another folder; nothing where it is not installed. @param {string} name @param {string} from @returns {string | undefined} */
function find(name, from) {
  const folder = join(from, 'node_modules', name);
  if (existsSync(join(folder, 'package.json'))) return folder;
  return from === root || from === dirname(from) ? undefined : find(name, dirname(from));
}

/** Every package with its license, in the order of their names. */
export function licenses() {
  /** @type {Map<string, string>} */
  const texts = new Map();
  /** @param {string} name @param {string} from */
  const add = (name, from) => {
    const folder = find(name, from);
    if (folder === undefined) return;
    const manifest = /** @type {Manifest} */ (JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')));
    const title = `${manifest.name} ${manifest.version}`;
    if (texts.has(title)) return;
    const files = readdirSync(folder).filter((file) => /^(?:licen[cs]e|copying|notice)/i.test(file));
    const parts = files.sort().map((file) => readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim());
    texts.set(title, [`${title} (${manifest.license})`, ...parts].join('\n\n'));
    for (const needed of Object.keys(manifest.dependencies ?? {})) add(needed, folder);
  };
  for (const name of imported()) if (name !== undefined) add(name, root);
  return [...texts].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, text]) => text);
}

/** @param {string} dist */
export const writeLicenses = (dist) =>
  writeFileSync(join(dist, 'licenses.txt'), `${licenses().join(`\n\n${'-'.repeat(80)}\n\n`)}\n`);
