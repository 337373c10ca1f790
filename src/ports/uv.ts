import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { attempt } from './attempt.ts';
import { childEnvironment, type Variables, variableNames } from './child-env.ts';
import type { Exec, ExecResult } from './exec.ts';

/** The uv on this runner's PATH. */
export type Uv = {
  readonly version: string;
  /** What this job or machine says of package indexes, by where it is said (a variable, a file); no server has it. */
  readonly ownSettings: ReadonlyMap<string, string>;
  /** Runs uv in `cwd` with variables added, until `signal` (default: the run's own) ends it. Exit codes are answers: 0, 1 (a check found something), 2 (trouble). */
  run(
    args: readonly string[],
    options: { cwd: string; env?: Readonly<Record<string, string>>; signal?: AbortSignal },
  ): Promise<ExecResult>;
};

/**
 * How packages and Pythons are reached from this machine, by https://docs.astral.sh/uv/reference/environment/. What else variables
 * can say (what is resolved, built or installed, and how) is left out: a server has not heard it.
 */
const REACH = variableNames(`
  (?:UV_)?(?:HTTPS?|ALL|NO)_PROXY UV_(?:HTTP|REQUEST)_\\w+ HTTP_TIMEOUT UV_CONCURRENT_\\w+ UV_OFFLINE UV_LOCK_TIMEOUT
  SSL_CERT_(?:FILE|DIR) SSL_CLIENT_CERT UV_SYSTEM_CERTS UV_NATIVE_TLS UV_INSECURE_HOST (?:REQUESTS|CURL)_CA_BUNDLE
  UV_CACHE_DIR UV_LINK_MODE UV_PYPY_INSTALL_MIRROR UV_(?:NO_)?MANAGED_PYTHON
  UV_PYTHON_(?:INSTALL_DIR|CACHE_DIR|INSTALL_MIRROR|DOWNLOADS(?:_JSON_URL)?|PREFERENCE|SEARCH_PATH)
`);
const INDEXES = variableNames(
  'UV_DEFAULT_INDEX UV_INDEX(?:_URL|_STRATEGY)? UV_EXTRA_INDEX_URL UV_FIND_LINKS UV_NO_INDEX',
);
/** What logs in to private indexes and repositories. */
const ACCESS = variableNames(`
  UV_INDEX_\\w+_(?:USERNAME|PASSWORD) UV_KEYRING_PROVIDER UV_CREDENTIALS_DIR NETRC
  SSH_AUTH_SOCK SSH_AGENT_PID (?:GIT|SSH)_ASKPASS GIT_SSH(?:_COMMAND|_VARIANT)? GIT_SSL_CA(?:INFO|PATH) GIT_TERMINAL_PROMPT
  GIT_CONFIG_(?:GLOBAL|SYSTEM|NOSYSTEM|COUNT|(?:KEY|VALUE)_\\d+)
`);

/** What logs in to package indexes: uv hides it, and the code that builds a package may print it. */
export const indexPasswords = (environment: Variables): string[] =>
  Object.entries(environment).flatMap(([name, value]) => (value && /^UV_INDEX_\w+_PASSWORD$/i.test(name) ? value : []));

/** The environment for uv and what it starts, such as the code that builds a package. */
export const uvEnvironment = (environment: Variables): Record<string, string> => ({
  ...childEnvironment(environment, REACH, INDEXES, ACCESS),
  ...{ NO_COLOR: '1', UV_NO_PROGRESS: '1' },
});

/** Answers uv when it is on PATH and runs. */
export async function findUv(
  exec: Exec,
  cwd: string,
  environment: Variables,
  signal: AbortSignal,
): Promise<Uv | undefined> {
  // The one in the project's folder may be committed, and uv asks an environment's Python what it is.
  const elsewhere = join(environment.RUNNER_TEMP || tmpdir(), 'uv-deploy-environment');
  const base: Record<string, string> = { ...uvEnvironment(environment), UV_PROJECT_ENVIRONMENT: elsewhere };
  const run: Uv['run'] = (args, options) =>
    exec('uv', args, { cwd: options.cwd, env: { ...base, ...options.env }, signal: options.signal ?? signal });
  try {
    const { exitCode, stdout } = await run(['--version'], { cwd });
    const version = /^uv (\d+\.\d+\.\d+\S*)/.exec(stdout)?.[1];
    if (exitCode !== 0 || version === undefined) return undefined;
    // Else the project's own configuration chooses a folder, which may be anywhere.
    if (!base.UV_CACHE_DIR) {
      const folder = (await run(['cache', 'dir', '--no-config'], { cwd })).stdout.trim();
      if (isAbsolute(folder)) base.UV_CACHE_DIR = folder;
    }
    return { version, ownSettings: ownSettings(base), run };
  } catch (error) {
    if (signal.aborted) throw error;
    return undefined;
  }
}

function ownSettings(environment: Variables): ReadonlyMap<string, string> {
  const settings = new Map<string, string>();
  for (const [name, value] of Object.entries(environment)) if (value && INDEXES.test(name)) settings.set(name, value);
  const { XDG_CONFIG_HOME, HOME = '', APPDATA, PROGRAMDATA } = environment;
  const folders =
    process.platform === 'win32' ? [APPDATA, PROGRAMDATA] : [XDG_CONFIG_HOME || join(HOME, '.config'), '/etc'];
  for (const folder of folders) {
    const file = join(folder ?? '', 'uv', 'uv.toml');
    const text = attempt(() => readFileSync(file, 'utf8')); // most machines have none
    if (text !== undefined) settings.set(file, text);
  }
  return settings;
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
