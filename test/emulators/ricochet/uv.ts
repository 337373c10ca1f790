import { uvEnvironment } from '../host/environment.ts';
import type { Log } from '../host/logs.ts';
import type { Processes, Running } from '../host/processes.ts';
import type { Dialect } from './parts.ts';

/** The two uv commands ricochet documents, run in the folder of a release. */
export type Uv = {
  /** `uv sync --python <path> --cache-dir <cache> --no-python-downloads --frozen`; since 0.24 with `--locked` instead. */
  sync(release: string, python: string, log: Log): Running;
  /** `uv sync --frozen --check --inexact --python <path>`: exits with 0 when the environment matches the lock. */
  check(release: string, python: string, log: Log): Running;
  /** `uv lock --check`: exits with 1 when the lock is older than pyproject.toml. How the real server finds that out is not published. */
  compare(release: string, python: string, log: Log): Running;
};

/** ricochet's documentation of how it limits uv. */
const LIMITS = { UV_CONCURRENT_DOWNLOADS: '8', UV_CONCURRENT_INSTALLS: '4', UV_CONCURRENT_BUILDS: '2' };

export const createUv = (
  { uv, cacheDir, version }: { uv: string; cacheDir: string; version: Dialect['version'] },
  processes: Processes,
): Uv => {
  const run = (args: readonly string[], cwd: string, log: Log, env: Record<string, string>): Running => {
    log.write('stdout', `$ uv ${args.join(' ')}`);
    return processes.start([uv, ...args], { cwd, log, env: uvEnvironment(env) });
  };
  return {
    sync: (release, python, log) =>
      run(
        [
          'sync',
          '--python',
          python,
          '--cache-dir',
          cacheDir,
          '--no-python-downloads',
          version === '0.24' ? '--locked' : '--frozen',
        ],
        release,
        log,
        LIMITS,
      ),
    check: (release, python, log) =>
      run(['sync', '--frozen', '--check', '--inexact', '--python', python], release, log, { UV_CACHE_DIR: cacheDir }),
    compare: (release, python, log) =>
      run(['lock', '--check', '--no-python-downloads', '--python', python], release, log, { UV_CACHE_DIR: cacheDir }),
  };
};
