import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from 'vitest';

/** Paths and what lies there: a text, a link to another path, or a text that may be run. */
export type Tree = Readonly<Record<string, string | Uint8Array | { readonly link: string } | { readonly run: string }>>;

/** Writes the files of a tree in the order in which they are named. */
export const grow = (dir: string, tree: Tree): string => {
  for (const [path, content] of Object.entries(tree)) {
    const target = join(dir, path);
    mkdirSync(dirname(target), { recursive: true });
    if (typeof content === 'string' || content instanceof Uint8Array) writeFileSync(target, content);
    else if ('link' in content) symlinkSync(content.link, target);
    else {
      writeFileSync(target, content.run);
      chmodSync(target, 0o755);
    }
  }
  return dir;
};

/** Makes folders that are gone when the test file is through; answers their real paths. */
export const createForest = (name: string): ((tree?: Tree) => string) => {
  const forest = realpathSync(mkdtempSync(join(tmpdir(), `${name}-`)));
  afterAll(() => rmSync(forest, { recursive: true, force: true }));
  return (tree = {}) => grow(mkdtempSync(join(forest, 'tree-')), tree);
};

/** Runs git in `dir` as somebody without settings. */
export const git = (dir: string, ...args: string[]): string =>
  execFileSync(
    'git',
    ['-c', 'user.name=A', '-c', 'user.email=a@example.com', '-c', 'protocol.file.allow=always', ...args],
    {
      cwd: dir,
      encoding: 'utf8',
      env: { PATH: process.env.PATH, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1', HOME: dir },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );

/** Makes `dir` a repository with all its files committed. */
export const commitAll = (dir: string): string => {
  git(dir, 'init', '--quiet');
  git(dir, 'add', '--all');
  git(dir, 'commit', '--quiet', '--allow-empty', '--message', 'all');
  return dir;
};

/** A named pipe, which Node can't make. */
export const makePipe = (path: string): void => {
  execFileSync('python3', ['-c', 'import os, sys; os.mkfifo(sys.argv[1])', path]);
};
