import { mkdtempSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { makeProject } from '../tools/fixture.ts';
import { uv } from '../tools/uv.ts';
import { type RicochetOptions, type RicochetServer, startRicochet } from './ricochet/server.ts';

/** A folder for one test file, with the servers and projects in it. */
export type Workplace = {
  /** Without a `home`, on a new one. */
  start(options?: Partial<RicochetOptions>): Promise<RicochetServer>;
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
const cacheDir = resolve(import.meta.dirname, '../../.tools/uv-cache');

export const createWorkplace = (): Workplace => {
  const folder = mkdtempSync(join(tmpdir(), 'ricochet-'));
  const servers: RicochetServer[] = [];
  return {
    async start(options = {}) {
      const server = await startRicochet({ home: mkdtempSync(join(folder, 'home-')), uv, cacheDir, ...options });
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
