import { execFile, spawn } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import type { Answer, Call } from '../host/listener.ts';

/** Bare git repositories, served by git itself. */
export type Repositories = {
  create(id: string): Promise<void>;
  remove(id: string): Promise<void>;
  /** The commit of the branch that is deployed. */
  head(id: string): Promise<string | undefined>;
  /** Writes the files of a commit into a folder. */
  checkOut(id: string, commit: string, folder: string): Promise<void>;
  /** Runs git in a repository, and answers what it prints. */
  git(id: string, ...args: string[]): Promise<string>;
  path(id: string): string;
  /** Answers a request below `/<id>.git/` (git-http-backend's documentation). Who calls has been checked before. */
  serve(call: Call): Promise<Answer>;
};

const run = promisify(execFile);

/** Nothing of the machine's own configuration has a say. */
const environment = { PATH: process.env.PATH ?? '', GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: '/dev/null' };

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
    const { stdout } = await run('git', ['-C', path(id), ...args], { env: environment, maxBuffer: 2 ** 26 });
    return stdout.trim();
  };

  return {
    path,
    git,
    async create(id) {
      if (existsSync(path(id))) return;
      await run('git', ['init', '--quiet', '--bare', '--initial-branch=master', path(id)], { env: environment });
      await git(id, 'config', 'http.receivepack', 'true');
      await git(id, 'config', 'transfer.fsckObjects', 'true');
      await writeFile(join(path(id), 'hooks', 'update'), UPDATE_HOOK, { mode: 0o755 });
    },
    remove: (id) => rm(path(id), { recursive: true, force: true }),
    head: (id) => git(id, 'rev-parse', '--verify', '--quiet', 'refs/heads/master').catch(() => undefined),
    async checkOut(id, commit, target) {
      mkdirSync(target, { recursive: true });
      await git(id, `--work-tree=${target}`, 'checkout', '--quiet', '--force', commit, '--', '.');
    },
    serve: (call) => askBackend(folder, call),
  };
};

/** Runs `git http-backend` as a web server does: the request in variables and its input, the answer's head in its output. */
const askBackend = async (folder: string, { method, path, query, request, body }: Call): Promise<Answer> => {
  const { headers } = request;
  const backend = spawn('git', ['http-backend'], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: {
      ...environment,
      GIT_PROJECT_ROOT: folder,
      GIT_HTTP_EXPORT_ALL: '1',
      PATH_INFO: path,
      QUERY_STRING: query.toString(),
      REQUEST_METHOD: method,
      REMOTE_USER: 'token',
      REMOTE_ADDR: '127.0.0.1',
      ...(headers['content-type'] && { CONTENT_TYPE: headers['content-type'] }),
      ...(headers['content-length'] && { CONTENT_LENGTH: headers['content-length'] }),
      ...(headers['content-encoding'] && { HTTP_CONTENT_ENCODING: headers['content-encoding'] }),
      ...(headers['git-protocol'] && { GIT_PROTOCOL: String(headers['git-protocol']) }),
    },
  });
  // It may end without reading everything. Of a request that was cut off, git would wait for the rest, and never stop.
  pipeline(body, backend.stdin).catch(() => backend.kill());
  const output = await buffer(backend.stdout);
  const end = output.indexOf('\r\n\r\n');
  const rows = output
    .toString('latin1', 0, end)
    .split('\r\n')
    .map((line) => line.split(/:\s*/, 2));
  const head: Record<string, string> = Object.fromEntries(
    rows.map(([name = '', value = '']) => [name.toLowerCase(), value]),
  );
  const { status = '200', ...others } = head;
  return { status: Number.parseInt(status, 10), headers: others, body: output.subarray(end + 4) };
};
