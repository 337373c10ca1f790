import { randomUUID } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** Where the server keeps its files, all of them below one folder. */
export type Folders = {
  readonly database: string;
  /** The key that was made for the first user. */
  readonly apiKey: string;
  readonly logs: string;
  readonly environments: string;
  readonly uvCache: string;
  /** HOME of whatever is deployed. */
  readonly contentHome: string;
  archive(bundleId: number): string;
  /** A bundle, unpacked. */
  release(bundleId: number): string;
  /** What was rendered from a bundle. */
  rendering(bundleId: number): string;
  /** A new name for something that is still being received. */
  incoming(): string;
};

export const createFolders = (home: string): Folders => {
  const incoming = join(home, 'incoming');
  // An upload that was cut off with the server will not go on.
  rmSync(incoming, { recursive: true, force: true });
  for (const name of ['archives', 'releases', 'renderings', 'incoming', 'content', 'environments']) {
    mkdirSync(join(home, name), { recursive: true });
  }
  return {
    database: join(home, 'connect.sqlite'),
    apiKey: join(home, 'api-key'),
    logs: join(home, 'logs'),
    environments: join(home, 'environments'),
    uvCache: join(home, '.cache', 'uv'),
    contentHome: join(home, 'content'),
    archive: (id) => join(home, 'archives', `${id}.tar.gz`),
    release: (id) => join(home, 'releases', String(id)),
    rendering: (id) => join(home, 'renderings', String(id)),
    incoming: () => join(incoming, randomUUID()),
  };
};
