import { existsSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { failure } from '../findings/finding.ts';
import { quote } from '../findings/text.ts';
import type { Exec, ExecResult } from './exec.ts';
import { foldersUp } from './paths.ts';

type Deps = {
  readonly exec: Exec;
  readonly signal: AbortSignal;
  /** How long one command may take, in milliseconds. */
  readonly limitMs?: number;
};

/** Listing a repository of a million files takes seconds. */
const LIMIT_MS = 120_000;

/**
 * What a repository's own configuration and index can have git run is out of reach: fetching of objects that are missing, by whatever
 * way, a monitor of the file system, hooks.
 */
const CONFIG = {
  // The owner of a checkout may be another user (a container job): it is still ours to list.
  'safe.directory': '*',
  'safe.bareRepository': 'explicit',
  'protocol.allow': 'never',
  'core.fsmonitor': '', // `false` is the name of a program to versions before 2.36
  'core.hooksPath': '/dev/null',
  'core.quotePath': 'false',
};
const VARIABLES = {
  GIT_NO_LAZY_FETCH: '1',
  // Wins over `protocol.<name>.allow`, which the repository may set.
  GIT_ALLOW_PROTOCOL: 'none',
  GIT_TERMINAL_PROMPT: '0',
  GIT_OPTIONAL_LOCKS: '0',
};

/**
 * Runs git in `dir`, for the repository whose `.git` is there or in the nearest folder above it; nothing that the repository holds
 * is run. Answers `undefined` where there is no repository or no git. Throws a `Failure` when git does not end in time.
 *
 * git is not left to find the repository itself: it takes a folder that looks like a bare one for it, and such a folder can be
 * committed, configuration and all. A `.git` can't.
 */
export const git = (dir: string, args: readonly string[], deps: Deps): Promise<ExecResult | undefined> =>
  run(dir, args, deps);

async function run(
  dir: string,
  args: readonly string[],
  {
    exec,
    signal,
    limitMs = LIMIT_MS,
    variables = {},
  }: Deps & { readonly variables?: Readonly<Record<string, string>> },
): Promise<ExecResult | undefined> {
  signal.throwIfAborted();
  const tree = workTree(realpathSync(dir));
  if (tree === undefined) return undefined;
  const late = AbortSignal.timeout(limitMs);
  const options = Object.entries(CONFIG).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  try {
    return await exec('git', [...options, ...args], {
      cwd: dir,
      env: { ...VARIABLES, ...variables, GIT_DIR: join(tree, '.git'), GIT_WORK_TREE: tree },
      signal: AbortSignal.any([signal, late]),
    });
  } catch (error) {
    if (signal.aborted) throw error;
    if (!late.aborted) return undefined;
    throw failure(
      'git-timeout',
      `git did not list the files of ${quote(tree, 200)} within ${limitMs / 1000} seconds.`,
      'Run `git status` on this runner to see what it waits for, or check the repository out again.',
      { cause: error },
    );
  }
}

/** The text of a file in a commit, by its path from `dir`, and of the first revision that has one; `undefined` where history does not reach so far. */
export async function textAt(
  dir: string,
  path: string,
  revisions: readonly string[],
  deps: Deps,
): Promise<string | undefined> {
  for (const revision of revisions) {
    const shown = await git(dir, ['cat-file', 'blob', `${revision}:./${path}`], deps);
    if (shown?.exitCode === 0) return shown.stdout;
  }
  return undefined;
}

/** Makes a folder of ours a repository with everything in it as its one commit, whatever a .gitignore says; nothing where there is no git. */
export async function commitAll(dir: string, { exec, signal }: Pick<Deps, 'exec' | 'signal'>): Promise<void> {
  const options = Object.entries(CONFIG).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const author = ['-c', 'user.name=uv-deploy', '-c', 'user.email=uv-deploy@localhost', '-c', 'commit.gpgSign=false'];
  for (const args of [
    ['init', '--quiet', '--template='],
    ['add', '--all', '--force'],
    ['commit', '--quiet', '--allow-empty', '--no-verify', '--message', 'Bundle'],
  ]) {
    const env = { ...VARIABLES, GIT_DIR: join(dir, '.git'), GIT_WORK_TREE: dir };
    const done = await exec('git', [...options, ...author, ...args], { cwd: dir, env, signal }).catch(() => undefined);
    if (done?.exitCode !== 0) return;
  }
}

/** How long a repository's server may take to name the head of a branch. */
const ASK_MS = 30_000;

/**
 * The commit at the head of a branch, asked of the repository's server with the credential that the checkout keeps for it;
 * `undefined` where the server has no such branch. Only HTTP is spoken, and nothing that the repository configures is run. Throws a
 * `Failure` when the server can't be asked.
 */
export async function remoteHead(
  { dir, url, branch }: { readonly dir: string; readonly url: string; readonly branch: string },
  deps: Deps,
): Promise<string | undefined> {
  const ref = `refs/heads/${branch}`;
  const ways = ['http', 'https'].flatMap((name) => ['-c', `protocol.${name}.allow=always`]);
  // An empty value takes away the programs that would ask for a credential.
  const noPrograms = ['-c', 'credential.helper=', '-c', 'core.askPass='];
  const args = [...ways, ...noPrograms, 'ls-remote', '--refs', '--', url, ref];
  const asked =
    url === ''
      ? undefined
      : await run(dir, args, {
          ...deps,
          limitMs: ASK_MS,
          variables: { GIT_ALLOW_PROTOCOL: 'http:https', GIT_ASKPASS: '' },
        });
  if (asked?.exitCode === 0) {
    const row = asked.stdout.split('\n').find((line) => line.endsWith(`\t${ref}`));
    return row === undefined ? undefined : /^[0-9a-f]{40,64}/.exec(row)?.[0];
  }
  throw failure(
    'branch-unknown',
    `The head of the branch ${quote(branch)} could not be read: ${quote(asked?.stderr ?? '', 300) || 'this is not a checkout of a repository on GitHub'}.`,
    'Run actions/checkout before this step, without `persist-credentials: false`.',
  );
}

/** The folder with the `.git`, which is a file in worktrees and submodules. git passes over a folder of this name without a HEAD. */
const workTree = (folder: string): string | undefined =>
  foldersUp(folder).find((above) => {
    const path = join(above, '.git');
    return statSync(path, { throwIfNoEntry: false })?.isFile() || existsSync(join(path, 'HEAD'));
  });
