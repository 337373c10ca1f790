import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { CleverCloudServer } from '../emulators/clever-cloud/server.ts';

/** Clever Cloud's own client, the oracle for what its API takes. Newer ones need a newer Node than the tests run on everywhere. */
const CLEVER_TOOLS = 'clever-tools@4.11.0';

const run = promisify(execFile);
const tools = resolve(import.meta.dirname, '../../.tools');

/** How a command of it ended, and all that it has said. */
export type CleverRun = { readonly code: number; readonly said: string };

/** Where the client is, from npm into a folder that git ignores; `undefined` where it can't be installed. */
export const installCleverTools = async (): Promise<string | undefined> => {
  const folder = join(tools, CLEVER_TOOLS);
  const bin = join(folder, 'node_modules/clever-tools/bin/clever.js');
  if (existsSync(bin)) return bin;
  await mkdir(tools, { recursive: true });
  const fresh = await mkdtemp(join(tools, 'clever-tools-'));
  const args = ['install', '--prefix', fresh, '--no-package-lock', '--ignore-scripts', '--silent', CLEVER_TOOLS];
  const installed = await run('npm', args).then(
    () => true,
    () => false,
  );
  // Another process may have been faster: its folder is as good.
  if (installed) await rename(fresh, folder).catch(() => {});
  await rm(fresh, { recursive: true, force: true });
  return existsSync(bin) ? bin : undefined;
};

/** How it pushes: with git itself, as its newer releases do, or with the git of its own that older ones have, for which a server needs TLS. */
export type CleverGit = { readonly by: 'system-git' } | { readonly by: 'own git'; readonly certFile: string };

/** The client against one server. Its settings are in `home`. */
export const createCleverTools = async (bin: string, server: CleverCloudServer, home: string, pushes: CleverGit) => {
  const hosts = { API_HOST: server.url, AUTH_BRIDGE_HOST: server.url, CONSOLE_URL: server.url };
  const git = { GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: '/dev/null' };
  const keys = { CLEVER_TOKEN: server.token, CLEVER_SECRET: server.secret };
  const trust = pushes.by === 'own git' ? { NODE_EXTRA_CA_CERTS: pushes.certFile } : {};
  const env = { PATH: process.env.PATH ?? '', HOME: home, XDG_CONFIG_HOME: home, ...hosts, ...git, ...keys, ...trust };
  const clever = async (args: readonly string[], cwd: string): Promise<CleverRun> => {
    const command = [bin, '--no-update-notifier', '--no-color', ...args];
    const ended = await run(process.execPath, command, { cwd, env })
      .then((output) => ({ code: 0, ...output }))
      .catch((error: { code?: number; stdout?: string; stderr?: string }) => error);
    const { code, stdout = '', stderr = '' } = ended;
    if (typeof code !== 'number') throw ended; // it was not even started
    return { code, said: stdout + stderr };
  };
  await mkdir(home, { recursive: true });
  if (pushes.by === 'system-git') await clever(['features', 'enable', 'system-git'], home);
  return clever;
};
