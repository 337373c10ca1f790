import { execFile } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { askBackend, gitEnvironment } from '../host/git-backend.ts';
import type { Answer, Call } from '../host/listener.ts';

/** The repositories that apps are wired to, as GitHub keeps them: anybody may push here. */
export type Repositories = {
  /** `name` is `<owner>/<repository>`. */
  create(name: string): Promise<void>;
  /** The commit of a branch. */
  head(name: string, branch: string): Promise<string | undefined>;
  /** Writes the files of a commit into a folder. */
  checkOut(name: string, commit: string, folder: string): Promise<void>;
  /** Answers a request below `/git/`, with `.git` behind the name or without. */
  serve(call: Call): Promise<Answer>;
};

const run = promisify(execFile);

export const createRepositories = (folder: string): Repositories => {
  const path = (name: string): string => join(folder, name);
  const git = async (name: string, ...args: string[]): Promise<string> => {
    const { stdout } = await run('git', ['-C', path(name), ...args], { env: gitEnvironment });
    return stdout.trim();
  };
  return {
    async create(name) {
      if (existsSync(path(name))) return;
      mkdirSync(path(name), { recursive: true });
      await run('git', ['init', '--quiet', '--bare', '--initial-branch=main', path(name)], { env: gitEnvironment });
      await git(name, 'config', 'http.receivepack', 'true');
    },
    head: (name, branch) =>
      git(name, 'rev-parse', '--verify', '--quiet', `refs/heads/${branch}`).catch(() => undefined),
    async checkOut(name, commit, target) {
      mkdirSync(target, { recursive: true });
      await git(name, `--work-tree=${target}`, 'checkout', '--quiet', '--force', commit, '--', '.');
    },
    serve: (call) =>
      askBackend(folder, call, call.path.replace(/^\/git/, '').replace(/^(\/[^/]+\/[^/]+?)\.git\//, '$1/')),
  };
};
