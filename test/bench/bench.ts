import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { installAll } from '../tools/install.mjs';
import { bounds } from './bounds.ts';
import { bundling } from './bundling.ts';
import { cleverCloud } from './clever-cloud.ts';
import { connect } from './connect.ts';
import { lock } from './lock.ts';
import { memory } from './memory.ts';
import { polls } from './polls.ts';
import { jobs, runs } from './runs.ts';
import { start } from './start.ts';

const ALL = { start, polls, runs, jobs, lock, bounds, bundling, memory, connect, cleverCloud };

/**
 * `npm run bench`: prints tables of ratios, each measured within one run. Absolute times say little on a shared machine. With names
 * behind it, such as `npm run bench -- cleverCloud`, those only. `--against REV` has whole runs measured against the bundle that was
 * committed in that revision of the repository.
 */
const { values, positionals: names } = parseArgs({ options: { against: { type: 'string' } }, allowPositionals: true });
await installAll();
const folder = await mkdtemp(join(tmpdir(), 'uv-deploy-bench-'));
try {
  for (const [name, bench] of Object.entries(ALL)) {
    if (names.length === 0 || names.includes(name)) console.log(`${await bench(folder, values.against)}\n`);
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}
