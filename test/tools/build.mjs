// Builds dist/ with ncc, makes the second action.yml, and checks that the bundle is whole: a wrong module setting gives a bundle
// that ncc calls a success.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './install.mjs';
import { writeLicenses } from './licenses.mjs';
import { writeSelfAction } from './self-action.mjs';

writeSelfAction();
const dist = join(root, 'dist');
rmSync(dist, { recursive: true, force: true });
const ncc = join(root, 'node_modules', '@vercel', 'ncc', 'dist', 'ncc', 'cli.js');
const built = spawnSync(process.execPath, [ncc, 'build', 'src/main.ts', '-o', dist, '--target', 'es2022'], {
  cwd: root,
  stdio: 'inherit',
});
if (built.status !== 0) process.exit(built.status ?? 1);
/**
 * Node reads text of ASCII alone faster, and keeps it in half the memory. Other characters stand in literals and comments only.
 * @param {string} text
 */
const ascii = (text) =>
  text.replace(/[^\0-\x7f]/g, (/** @type {string} */ unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

for (const name of readdirSync(dist)) {
  if (!name.endsWith('.js')) continue;
  const file = join(dist, name);
  const text = readFileSync(file, 'utf8');
  if (text.includes('webpackMissingModule')) {
    console.error(`dist/${name} lacks a module: see "webpackMissingModule" in it.`);
    process.exit(1);
  }
  writeFileSync(file, ascii(text.replaceAll('\r\n', '\n')));
}
writeLicenses(dist);
