import { spawn } from 'node:child_process';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import type { Answer, Call } from './listener.ts';

/** Nothing of the machine's own configuration has a say. */
export const gitEnvironment = {
  PATH: process.env.PATH ?? '',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: '/dev/null',
};

/** Runs `git http-backend` as a web server does: the request in variables and its input, the answer's head in its output. `path` is below the folder. */
export const askBackend = async (
  folder: string,
  { method, query, request, body }: Call,
  path: string,
): Promise<Answer> => {
  const { headers } = request;
  const backend = spawn('git', ['http-backend'], {
    stdio: ['pipe', 'pipe', 'inherit'],
    detached: true, // with all that it starts
    env: {
      ...gitEnvironment,
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
  pipeline(body, backend.stdin).catch(({ code }: NodeJS.ErrnoException) => {
    const isRunning = backend.pid !== undefined && backend.exitCode === null;
    if (code !== 'EPIPE' && isRunning) process.kill(-Number(backend.pid), 'SIGKILL');
  });
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
