import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installAll } from '../tools/install.mjs';
import { bounds } from './bounds.ts';
import { bundling } from './bundling.ts';
import { connect } from './connect.ts';
import { lock } from './lock.ts';
import { memory } from './memory.ts';
import { start } from './start.ts';

/** `npm run bench`: prints tables of ratios, each measured within one run. Absolute times say little on a shared machine. */
await installAll();
const folder = await mkdtemp(join(tmpdir(), 'uv-deploy-bench-'));
try {
  for (const bench of [start, lock, bounds, bundling, memory, connect]) console.log(`${await bench(folder)}\n`);
} finally {
  await rm(folder, { recursive: true, force: true });
}
