import { existsSync } from 'node:fs';
import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { readCommand, USAGE } from '../inputs/command-line.ts';
import type { Variables } from '../ports/child-env.ts';
import { type Context, readContext } from '../ports/context.ts';
import type { Host } from '../ports/host.ts';
import { foldersUp, isInside, realPathOf } from '../ports/paths.ts';
import { uvEnvironment } from '../ports/uv.ts';
import { createTerminal } from '../report/terminal.ts';

/** What stands in for the runner's files and variables. */
type Surroundings = { readonly host: Host; readonly context: Context; readonly environment: Variables };

/** The oldest Node that has all that the code uses; the runner brings a newer one. */
const OLDEST_NODE = 22;

type Terminal = {
  readonly args: readonly string[];
  readonly environment: Variables;
  readonly stdout: { write(text: string): unknown; readonly isTTY?: boolean };
  readonly stderr: { write(text: string): unknown };
  /** The version of Node, such as 24.1.0. */
  readonly node: string;
};

const WITH_NODE = 'For the pre-commit hook, write `language_version: lts` under its id: pre-commit then brings one.';

/**
 * `uv-deploy check`: the same step as on a runner, in a terminal or a pre-commit hook. Answers the exit code: 0, 1 when the check fails,
 * 2 when the arguments are not understood. Only what uv needs of the variables is read: no credential, nothing of a job around it.
 */
export async function command(terminal: Terminal, step: (around: Surroundings) => Promise<number>): Promise<number> {
  const { stdout, stderr, environment: outer, node } = terminal;
  if (Number.parseInt(node, 10) < OLDEST_NODE) {
    stderr.write(`uv-deploy needs Node ${OLDEST_NODE} or newer, and this is Node ${node}. ${WITH_NODE}\n`);
    return 2;
  }
  const asked = readCommand(terminal.args);
  if (asked.is === 'mistake') {
    stderr.write(`${asked.message}\n\n${USAGE}`);
    return 2;
  }
  if (asked.is === 'usage') {
    stdout.write(USAGE);
    return 0;
  }
  const from = process.cwd();
  const start = realPathOf(resolve(asked.folder)) ?? resolve(asked.folder);
  const folder = asked.folder === '.' ? projectAround(start) : start;
  const checkout = checkoutOf(folder, from);
  const screen = {
    write: (text: string) => void stdout.write(text),
    hasColours: stdout.isTTY === true && !outer.NO_COLOR,
  };
  const { host, close } = createTerminal(screen, { checkout, from: realPathOf(from) ?? from }, asked.isVerbose);
  // On macOS and Windows, the system's name of the folder is not its real path.
  const temp = await realpath(await mkdtemp(join(tmpdir(), 'uv-deploy-')));
  try {
    const inputs = { ...asked.inputs, mode: 'check', 'working-directory': relative(checkout, folder) || '.' };
    const environment = {
      ...uvEnvironment(outer),
      ...Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])),
      ...{ GITHUB_WORKSPACE: checkout, RUNNER_TEMP: temp },
    };
    const exitCode = await step({ host, context: readContext(environment), environment });
    close(asked.folder === '.' ? 'uv-deploy' : asked.folder);
    return exitCode;
  } finally {
    await rm(temp, { recursive: true, force: true });
  }
}

/** The folder that has pyproject.toml: this one, or the next one above it in the repository, as uv looks for it. */
const projectAround = (folder: string): string =>
  foldersUp(folder, repositoryOf(folder)).find((above) => existsSync(join(above, 'pyproject.toml'))) ?? folder;

const repositoryOf = (folder: string): string | undefined =>
  foldersUp(folder).find((above) => existsSync(join(above, '.git')));

/** The repository that the folder is in; without one, where the command was started, or the folder itself. */
function checkoutOf(folder: string, from: string): string {
  const repository = repositoryOf(folder);
  if (repository !== undefined) return repository;
  const start = realPathOf(from);
  return start !== undefined && isInside(start, folder) ? start : folder;
}
