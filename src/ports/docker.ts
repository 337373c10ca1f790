import { childEnvironment, type Variables, variableNames } from './child-env.ts';
import type { Exec, ExecResult } from './exec.ts';

/** The docker on this runner, with a daemon that runs Linux containers. */
export type Docker = {
  /** The whole environment for docker itself. */
  readonly env: Readonly<Record<string, string>>;
  /** Runs docker to its end. Exit codes are answers. `signal` in the place of the step's own, for what is done after that. */
  run(args: readonly string[], signal?: AbortSignal): Promise<ExecResult>;
};

/** How docker reaches its daemon and registries (https://docs.docker.com/reference/cli/docker/, "environment variables"). */
const REACH = variableNames('DOCKER_\\w+ BUILDX_\\w+ BUILDKIT_\\w+ (?:HTTPS?|ALL|NO)_PROXY SSH_AUTH_SOCK');

/** Answers docker when it is on PATH and its daemon runs Linux containers. `cwd` is not the checkout. */
export async function findDocker(
  exec: Exec,
  cwd: string,
  environment: Variables,
  signal: AbortSignal,
): Promise<Docker | undefined> {
  // Not every docker has the option `--progress`; the variable does no harm where nothing reads it.
  const env = { ...childEnvironment(environment, REACH), BUILDKIT_PROGRESS: 'plain' };
  const run: Docker['run'] = (args, own = signal) => exec('docker', args, { cwd, env, signal: own });
  try {
    const { exitCode, stdout } = await run(['version', '--format', '{{.Server.Os}}']);
    return exitCode === 0 && stdout.trim() === 'linux' ? { env, run } : undefined;
  } catch (error) {
    if (signal.aborted) throw error;
    return undefined;
  }
}
