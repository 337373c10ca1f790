import { execFile } from 'node:child_process';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import type { ConnectServer } from '../emulators/connect/server.ts';
import { uvEnvironment } from '../emulators/host/environment.ts';
import { cacheDir, type Workplace } from '../emulators/workplace.ts';
import { uv } from './uv.ts';

/** Posit's own client, the oracle for what Connect reads. */
export const RSCONNECT = 'rsconnect-python==1.32.0';

/** It needs uv on PATH, and it may neither ask for its newest version nor find a configuration of the user. */
export const rsconnectEnvironment = (): Record<string, string> => ({
  ...uvEnvironment({}, [dirname(uv)]),
  UV_SYSTEM_CERTS: process.env.UV_SYSTEM_CERTS ?? 'true',
  RSCONNECT_DISABLE_VERSION_CHECK: '1',
});

/** How a command of it ended, and all that it has said. */
export type RsconnectRun = { readonly code: number; readonly said: string };

/** The client as it is on PyPI. It keeps its servers in a folder of the test file. */
export const createRsconnect = (place: Workplace) => {
  const env = { ...rsconnectEnvironment(), UV_CACHE_DIR: cacheDir, HOME: place.path('rsconnect-home') };
  return async (args: readonly string[], cwd: string): Promise<RsconnectRun> => {
    const command = ['tool', 'run', '--quiet', '--from', RSCONNECT, 'rsconnect', ...args];
    const ended = await promisify(execFile)(uv, command, { cwd, env })
      .then((output) => ({ code: 0, ...output }))
      .catch((error: { code?: number; stdout?: string; stderr?: string }) => error);
    const { code, stdout = '', stderr = '' } = ended;
    if (typeof code !== 'number') throw ended; // it was not even started
    return { code, said: stdout + stderr };
  };
};

export const credentials = (server: ConnectServer): string[] => ['--server', server.url, '--api-key', server.apiKey];
