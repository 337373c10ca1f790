import { mkdtempSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { makeProject } from '../tools/fixture.ts';
import { uv } from '../tools/uv.ts';
import { type CleverCloudOptions, type CleverCloudServer, startCleverCloud } from './clever-cloud/server.ts';
import { type ConnectOptions, type ConnectServer, startConnect } from './connect/server.ts';
import { type DeploymillOptions, type DeploymillServer, startDeploymill } from './deploymill/server.ts';
import { createInterpreters, pyenvFolders } from './host/interpreters.ts';
import { type RicochetOptions, type RicochetServer, startRicochet } from './ricochet/server.ts';

/** A folder for one test file, with the servers and projects in it. */
export type Workplace = {
  /** Without a `home`, on a new one. */
  start(options?: Partial<RicochetOptions>): Promise<RicochetServer>;
  /** A Posit Connect server; without a `folder`, on a new one. */
  connect(options?: Partial<ConnectOptions>): Promise<ConnectServer>;
  /** A Clever Cloud; without a `home`, on a new one. */
  cleverCloud(options?: Partial<CleverCloudOptions>): Promise<CleverCloudServer>;
  /** A deploymill; without a `home`, on a new one. */
  deploymill(options?: Partial<DeploymillOptions>): Promise<DeploymillServer>;
  /** A fixture project; `files` replace or add some of its own, or do what they want with its folder, before it is locked. */
  project(
    name: string,
    files?: Readonly<Record<string, string>> | ((folder: string) => Promise<void>),
  ): Promise<string>;
  path(...names: string[]): string;
  /** Closes the servers and removes the folder. */
  clear(): Promise<void>;
};

/** Shared by all test files, so that every package is fetched once. */
export const cacheDir = resolve(import.meta.dirname, '../../.tools/uv-cache');

/** Looked for once in a process, as asking every interpreter of a machine takes seconds. */
const interpreters = createInterpreters(uv, []);
/** Images have a Python of their own, whatever is on PATH. */
const imageInterpreters = createInterpreters(uv, pyenvFolders());

export const createWorkplace = (): Workplace => {
  const folder = mkdtempSync(join(tmpdir(), 'ricochet-'));
  const servers: { close(): Promise<void> }[] = [];
  return {
    async start(options = {}) {
      const server = await startRicochet({ home: mkdtempSync(join(folder, 'home-')), uv, cacheDir, ...options });
      servers.push(server);
      return server;
    },
    async connect(options = {}) {
      const home = mkdtempSync(join(folder, 'connect-'));
      const server = await startConnect({ folder: home, uv, cacheDir, interpreters, ...options });
      servers.push(server);
      return server;
    },
    async cleverCloud(options = {}) {
      const home = mkdtempSync(join(folder, 'clever-cloud-'));
      const server = await startCleverCloud({ home, uv, cacheDir, interpreters, ...options });
      servers.push(server);
      return server;
    },
    async deploymill(options = {}) {
      const home = mkdtempSync(join(folder, 'deploymill-'));
      const server = await startDeploymill({ home, uv, cacheDir, interpreters: imageInterpreters, ...options });
      servers.push(server);
      return server;
    },
    project(name, files) {
      const write = async (project: string): Promise<void> => {
        for (const [file, text] of Object.entries(files ?? {})) await writeFile(join(project, file), text);
      };
      const edit = typeof files === 'function' ? files : write;
      return makeProject(name, join(folder, 'projects'), { uv, cacheDir, ...(files && { edit }) });
    },
    path: (...names) => join(folder, ...names),
    async clear() {
      await Promise.all(servers.map((server) => server.close()));
      await rm(folder, { recursive: true, force: true });
    },
  };
};

export const configOf = (project: string): Promise<string> => readFile(join(project, '_ricochet.toml'), 'utf8');
