import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { Context } from '../../../src/ports/context.ts';
import type { DeploymillServer } from '../../emulators/deploymill/server.ts';
import { gitEnvironment } from '../../emulators/host/git-backend.ts';
import type { Wish } from '../contract.ts';

const serve = ({ says, variable = '', isBroken = false }: Wish): string => `import os
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class App(BaseHTTPRequestHandler):
    # /healthz, and every other path
    def do_GET(self) -> None:
        self.send_response(${isBroken ? 500 : 200})
        self.end_headers()
        self.wfile.write(("${says} " + os.environ.get("${variable}", "")).encode())

    do_HEAD = do_GET


ThreadingHTTPServer(("0.0.0.0", int(os.environ.get("PORT", "8000"))), App).serve_forever()
`;

export const DOCKERFILE = `FROM python:3.12-slim
WORKDIR /app
ENV PYTHONUNBUFFERED=1
COPY serve.py ./
RUN useradd --create-home app
USER app
EXPOSE 8000
CMD ["python", "serve.py"]
`;

export const projectJson = (name: string, more: object = {}): string =>
  JSON.stringify(
    {
      ...{ version: 2, name, workload: 'web', port: 8000, domains: { prod: 'app-acme.deploymill.app' }, mounts: [] },
      ...{ rollback: true, health: { path: '/healthz', retries: 3, intervalMs: 10, timeoutMs: 5000 }, ...more },
    },
    null,
    2,
  );

/** The files of an app that is wired to `id`, and answers at `url`; `more` are lines of its settings. */
export const filesOf = (wish: Wish, { id, url }: { id: string; url: string }, more = ''): Record<string, string> => ({
  'pyproject.toml': `[project]
name = "service"
version = "0.1.0"
requires-python = ">=3.11"
dependencies = []

[tool.uv-deploy]
id = "${id}"

[tool.uv-deploy.deploymill]
url = "${url}"
preview-env = ["GREETING"]
${more}`,
  '.deploymill/project.json': projectJson(wish.name),
  Dockerfile: DOCKERFILE,
  'serve.py': serve(wish),
});

const run = promisify(execFile);

/** The server answers from this very process, which must not be blocked. */
const git = async (folder: string, ...args: string[]): Promise<string> => {
  const who = ['-c', 'user.name=Example', '-c', 'user.email=example@example.com', '-c', 'commit.gpgsign=false'];
  const { stdout } = await run('git', [...who, ...args], { cwd: folder, env: gitEnvironment });
  return stdout.trim();
};

/** A checkout of a repository of the server in which these are the only files; nothing is committed yet. */
export const checkOut = async (
  server: DeploymillServer,
  repository: string,
  files: Readonly<Record<string, string>>,
): Promise<string> => {
  const folder = mkdtempSync(join(tmpdir(), 'checkout-'));
  await git(folder, 'clone', '--quiet', `${server.url}/git/${repository}`, '.');
  for (const path of (await git(folder, 'ls-files')).split('\n').filter(Boolean)) rmSync(join(folder, path));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
};

/** Commits what is there, if it is new, and pushes it to a branch. Answers what the runner knows of it then. */
export const push = async (
  server: DeploymillServer,
  repository: string,
  folder: string,
  branch = 'main',
): Promise<Partial<Context>> => {
  await git(folder, 'add', '--all');
  if ((await git(folder, 'status', '--porcelain')) !== '')
    await git(folder, 'commit', '--quiet', '--message', 'Change');
  await git(folder, 'push', '--quiet', '--force', 'origin', `HEAD:refs/heads/${branch}`);
  const sha = await git(folder, 'rev-parse', 'HEAD');
  return { sha, branch, runUrl: `${server.url}/git/${repository}/actions/runs/42` };
};
