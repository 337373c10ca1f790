import { execFile } from 'node:child_process';
import { cp, lstat, mkdir, mkdtemp, readFile, realpath, writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { gitEnvironment } from '../emulators/host/git-backend.ts';

/** A copy of a repository as a runner checks it out, with what is not committed yet. */
export type Checkout = {
  readonly folder: string;
  /** The project's folder, relative to it. */
  readonly directory: string;
  /** Commits all there is, and pushes it where `remote` is given. Answers the commit. */
  commit(remote?: string): Promise<string>;
};

const run = promisify(execFile);
/** Nothing is written where it runs, not even the index that git likes to bring up to date. */
const READING = { ...gitEnvironment, GIT_OPTIONAL_LOCKS: '0' };

/** Copies the repository of `project`, or that folder alone where it is in none, without what git ignores, to a folder below `below`. */
export async function copyOut(project: string, below: string): Promise<Checkout> {
  const from = await realpath(project);
  const top = await run('git', ['rev-parse', '--show-toplevel'], { cwd: from, env: READING }).catch(() => undefined);
  const root = top === undefined ? from : await realpath(top.stdout.trim());
  const folder = await mkdtemp(join(below, 'checkout-'));
  const git = async (...args: string[]): Promise<string> =>
    (await run('git', [...WHO, ...args], { cwd: folder, env: gitEnvironment })).stdout.trim();
  await git('init', '--quiet', '--initial-branch=main');
  // Without a repository of its own, a folder is listed for the new one.
  const env = top === undefined ? { ...READING, GIT_DIR: join(folder, '.git'), GIT_WORK_TREE: root } : READING;
  const list = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
  const { stdout } = await run('git', list, { cwd: root, env, maxBuffer: 2 ** 28 });
  for (const path of new Set(stdout.split('\0').filter(Boolean))) await copyFile(root, folder, path);
  return {
    folder,
    directory: relative(root, from).split(sep).join('/') || '.',
    commit: async (remote) => {
      await git('add', '--all', '--force');
      await git('commit', '--quiet', '--allow-empty', '--message', 'A try');
      if (remote !== undefined) await git('push', '--quiet', '--force', remote, 'HEAD:refs/heads/main');
      return git('rev-parse', 'HEAD');
    },
  };
}

const WHO = ['-c', 'user.name=A', '-c', 'user.email=a@example.com', '-c', 'commit.gpgsign=false'];

async function copyFile(from: string, to: string, path: string): Promise<void> {
  // A file that is committed may be gone; a folder is another repository.
  if ((await lstat(join(from, path)).catch(() => undefined)) === undefined) return;
  await mkdir(dirname(join(to, path)), { recursive: true });
  const filter = (source: string): boolean => !/(?:^|[\\/])(?:\.git|\.venv|node_modules)$/.test(relative(from, source));
  await cp(join(from, path), join(to, path), { recursive: true, verbatimSymlinks: true, filter });
}

/**
 * Takes the ids out of the project's files, as the items that they name are on another server; `url` is where deploymill's app answers.
 * Lines keep their numbers, but for that address.
 */
export async function adapt({ folder, directory }: Checkout, url?: string): Promise<void> {
  const files = new Set([join(folder, 'pyproject.toml'), ...FILES.map((file) => join(folder, directory, file))]);
  for (const file of files) {
    const text = await readFile(file, 'utf8').catch(() => undefined);
    if (text !== undefined) await writeFile(file, withoutIds(text, url !== undefined));
  }
  if (url === undefined) return;
  const file = join(folder, directory, 'pyproject.toml');
  const text = await readFile(file, 'utf8').catch(() => '');
  const [head, line] = ['[tool.uv-deploy.deploymill]', `url = "${url}"`];
  await writeFile(file, text.includes(head) ? text.replace(head, `${head}\n${line}`) : `${text}\n${head}\n${line}\n`);
}

const FILES = ['pyproject.toml', '_ricochet.toml'];

function withoutIds(text: string, withoutUrl: boolean): string {
  let isOurs = false;
  return text
    .split('\n')
    .map((line) => {
      const header = /^\s*\[+\s*([^\]]+?)\s*\]/.exec(line)?.[1];
      if (header !== undefined) isOurs = /^(?:tool\.uv-deploy(?:\..*)?|content)$/.test(header);
      const isId = /^\s*id\s*=/.test(line) || (withoutUrl && /^\s*url\s*=/.test(line));
      return isOurs && isId ? `# ${line}` : line;
    })
    .join('\n');
}
