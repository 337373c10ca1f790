import { execFile } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { askBackend, gitEnvironment } from '../host/git-backend.ts';
import type { Answer, Call } from '../host/listener.ts';

/** Bare git repositories, served by git itself. */
export type Repositories = {
  create(id: string): Promise<void>;
  remove(id: string): Promise<void>;
  /** The commit of the branch that is deployed. */
  head(id: string): Promise<string | undefined>;
  /** Clones a commit into a folder, with its `.git`. */
  checkOut(id: string, commit: string, folder: string): Promise<void>;
  /** Runs git in a repository, and answers what it prints. */
  git(id: string, ...args: string[]): Promise<string>;
  path(id: string): string;
  /** Answers a request below `/<id>.git/` (git-http-backend's documentation). Who calls has been checked before. */
  serve(call: Call): Promise<Answer>;
};

const run = promisify(execFile);

/** Clever Cloud's words for any branch but `master` (its documentation, troubleshooting). */
const UPDATE_HOOK = `#!/bin/sh
if [ "$1" != refs/heads/master ]; then
  echo "You tried to push to a custom branch."
  echo "This is not allowed."
  exit 1
fi
`;

export const createRepositories = (folder: string): Repositories => {
  mkdirSync(folder, { recursive: true });
  const path = (id: string): string => join(folder, `${id}.git`);
  const git = async (id: string, ...args: string[]): Promise<string> => {
    const { stdout } = await run('git', ['-C', path(id), ...args], { env: gitEnvironment, maxBuffer: 2 ** 26 });
    return stdout.trim();
  };

  return {
    path,
    git,
    async create(id) {
      if (existsSync(path(id))) return;
      await run('git', ['init', '--quiet', '--bare', '--initial-branch=master', path(id)], { env: gitEnvironment });
      await git(id, 'config', 'http.receivepack', 'true');
      await git(id, 'config', 'transfer.fsckObjects', 'true');
      await writeFile(join(path(id), 'hooks', 'update'), UPDATE_HOOK, { mode: 0o755 });
    },
    remove: (id) => rm(path(id), { recursive: true, force: true }),
    head: (id) => git(id, 'rev-parse', '--verify', '--quiet', 'refs/heads/master').catch(() => undefined),
    async checkOut(id, commit, target) {
      await run('git', ['clone', '--quiet', '--no-checkout', path(id), target], { env: gitEnvironment });
      await run('git', ['-C', target, 'checkout', '--quiet', '--force', commit], { env: gitEnvironment });
    },
    serve: (call) => askBackend(folder, call, call.path),
  };
};
