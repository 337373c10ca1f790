import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Interpreter } from '../host/interpreters.ts';
import type { Log } from '../host/logs.ts';
import type { Running } from '../host/processes.ts';
import { unpack } from '../host/unpack.ts';
import { formatVersion } from '../host/versions.ts';
import type { Deployments, StoredDeployment } from './deployments.ts';
import type { Folders } from './folders.ts';
import { matchInterpreter, readPin, readRequiresPython } from './matching.ts';
import type { Dialect } from './parts.ts';
import type { Uv } from './uv.ts';

export type RestoreDeps = {
  readonly folders: Folders;
  readonly deployments: Deployments;
  readonly interpreters: () => Promise<Interpreter[]>;
  readonly uv: Uv;
  readonly version: Dialect['version'];
};

type Outcome = 'success' | 'failure' | 'timeout' | 'cancelled' | 'out_of_sync';

const LIMITS = { entries: 100_000, bytes: 2 * 1024 ** 3 };

const readAtRoot = (release: string, name: string): Promise<string> =>
  readFile(join(release, name), 'utf8').catch(() => {
    throw new Error(`${name} is missing at the root of the bundle`);
  });

const matchPython = async (release: string, deps: RestoreDeps): Promise<{ requested: string; python: Interpreter }> => {
  const pin = readPin(await readAtRoot(release, '.python-version'));
  const requires = readRequiresPython(await readAtRoot(release, 'uv.lock'));
  return { requested: formatVersion(pin), python: matchInterpreter(pin, requires, await deps.interpreters()) };
};

/** Waits for uv, and stops it when the signal says so: by its time limit, or because nobody wants the result any more. */
const outcome = async (sync: Running, signal: AbortSignal, log: Log): Promise<Outcome> => {
  const stop = () => void sync.stop();
  if (signal.aborted) stop();
  signal.addEventListener('abort', stop, { once: true });
  const { code } = await sync.exited;
  signal.removeEventListener('abort', stop);
  if (!signal.aborted) return code === 0 ? 'success' : 'failure';
  if ((signal.reason as Error).name !== 'TimeoutError') return 'cancelled';
  log.write('stderr', 'The environment was not restored in time');
  return 'timeout';
};

/** Unpacks a deployment's bundle, matches its Python and restores its environment; the log tells what went wrong. */
export const restore = async (
  deployment: StoredDeployment,
  signal: AbortSignal,
  log: Log,
  deps: RestoreDeps,
): Promise<Outcome> => {
  const release = deps.folders.release(deployment.id);
  try {
    await unpack(deps.folders.bundle(deployment.bundle), release, LIMITS);
    const { requested, python } = await matchPython(release, deps);
    const matched = formatVersion(python.version);
    log.write('stdout', `Python ${requested} requested, ${matched} matched (${python.path})`);
    deps.deployments.match(deployment.id, { requested, matched, python: python.path });
    const ended = await outcome(deps.uv.sync(release, python.path, log), signal, log);
    if (ended !== 'failure' || deps.version !== '0.24') return ended;
    const { code } = await deps.uv.compare(release, python.path, log).exited;
    return code === 1 ? 'out_of_sync' : ended;
  } catch (error) {
    log.write('stderr', (error as Error).message);
    return 'failure';
  }
};
