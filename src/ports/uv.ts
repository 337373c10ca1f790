import type { Exec, ExecResult } from './exec.ts';

/** The uv on this runner's PATH. */
export type Uv = {
  readonly version: string;
  /** Runs uv in `cwd` with variables added. Exit codes are answers: 0, 1 (a check found something), 2 (trouble). */
  run(args: readonly string[], options: { cwd: string; env?: Readonly<Record<string, string>> }): Promise<ExecResult>;
};

/** Variables that would make uv act otherwise than it does on a server, where nobody has set them. */
const CHANGES_UV = new Set([
  ...[
    'UV_FROZEN',
    'UV_LOCKED',
    'UV_PYTHON',
    'UV_PROJECT',
    'UV_PROJECT_ENVIRONMENT',
    'UV_NO_SYNC',
    'UV_NO_CONFIG',
    'UV_ISOLATED',
  ],
  ...[
    'UV_DEV',
    'UV_NO_DEV',
    'UV_ONLY_DEV',
    'UV_NO_GROUP',
    'UV_NO_DEFAULT_GROUPS',
    'UV_NO_SOURCES',
    'UV_NO_BINARY',
    'UV_NO_BINARY_PACKAGE',
    'UV_NO_BUILD',
    'UV_NO_BUILD_PACKAGE',
    'UV_WORKING_DIR',
    'UV_WORKING_DIRECTORY',
    'UV_CONFIG_FILE',
    'VIRTUAL_ENV',
    'PYTHONPATH',
    'PYTHONHOME',
  ],
]);

/** Building a package runs its code: this action's inputs and the runner's tokens are none of its business. */
const SECRET = /^(?:INPUT_|ACTIONS_|STATE_)|(?:^|_)(?:TOKEN|SECRET|PASSWORD|API_KEY)$/;
/** Except what uv needs to log in to private indexes. */
const KEPT = /^UV_INDEX_/;

/** The environment for uv and what it starts. */
export function uvEnvironment(environment: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const clean: Record<string, string> = {};
  for (const [name, value] of Object.entries(environment)) {
    if (value === undefined || CHANGES_UV.has(name) || (SECRET.test(name) && !KEPT.test(name))) continue;
    clean[name] = value;
  }
  return { ...clean, NO_COLOR: '1', UV_NO_PROGRESS: '1' };
}

/** Answers uv when it is on PATH and runs. */
export async function findUv(
  exec: Exec,
  cwd: string,
  environment: Readonly<Record<string, string | undefined>>,
  signal: AbortSignal,
): Promise<Uv | undefined> {
  const base = uvEnvironment(environment);
  const run: Uv['run'] = (args, options) =>
    exec('uv', args, { cwd: options.cwd, env: { ...base, ...options.env }, signal });
  try {
    const { exitCode, stdout } = await run(['--version'], { cwd });
    const version = /^uv (\d+\.\d+\.\d+\S*)/.exec(stdout)?.[1];
    return exitCode === 0 && version ? { version, run } : undefined;
  } catch (error) {
    if (signal.aborted) throw error;
    return undefined;
  }
}

/** uv's own words for why it failed: from the first `error:` or `×` on, without warnings and progress. */
export function uvReason(stderr: string): string {
  const lines = stderr
    .split('\n')
    .filter(
      (line) =>
        !/^(?:warning:|Using CPython|Creating virtual|Resolved |Prepared |Installed |Downloading |Building )/.test(
          line.trim(),
        ),
    );
  const first = lines.findIndex((line) => /^\s*(?:error:|×)/.test(line));
  return (first < 0 ? lines : lines.slice(first)).join('\n').trim();
}
