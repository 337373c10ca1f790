import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installAll } from '../tools/install.mjs';
import { bounds } from './bounds.ts';
import { bundling } from './bundling.ts';
import { cleverCloud } from './clever-cloud.ts';
import { connect } from './connect.ts';
import { lock } from './lock.ts';
import { memory } from './memory.ts';
import { start } from './start.ts';

const ALL = { start, lock, bounds, bundling, memory, connect, cleverCloud };

/**
 * `npm run bench`: prints tables of ratios, each measured within one run. Absolute times say little on a shared machine. With names
 * behind it, such as `npm run bench -- cleverCloud`, those only.
 */
const names = process.argv.slice(2);
await installAll();
const folder = await mkdtemp(join(tmpdir(), 'uv-deploy-bench-'));
try {
  for (const [name, bench] of Object.entries(ALL)) {
    if (names.length === 0 || names.includes(name)) console.log(`${await bench(folder)}\n`);
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}
