import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ulid } from './ulid.ts';

/** Where the server keeps its files, all of them below its home. */
export type Folders = {
  readonly database: string;
  /** The private half of the key for environment variables. */
  readonly variablesKey: string;
  /** The key that was made for the first user. */
  readonly apiKey: string;
  readonly logs: string;
  readonly uvCache: string;
  /** HOME of whatever is deployed. */
  readonly contentHome: string;
  bundle(id: string): string;
  release(deploymentId: string): string;
  /** A new name for something that is still being received. */
  incoming(): string;
};

export const createFolders = (home: string): Folders => {
  const incoming = join(home, 'incoming');
  // An upload that was cut off with the server will not go on.
  rmSync(incoming, { recursive: true, force: true });
  for (const name of ['bundles', 'releases', 'incoming', 'content']) mkdirSync(join(home, name), { recursive: true });
  return {
    database: join(home, 'ricochet.sqlite'),
    variablesKey: join(home, 'variables.pem'),
    apiKey: join(home, 'api-key'),
    logs: join(home, 'logs'),
    uvCache: join(home, '.cache', 'uv'),
    contentHome: join(home, 'content'),
    bundle: (id) => join(home, 'bundles', `${id}.tar.gz`),
    release: (deploymentId) => join(home, 'releases', deploymentId),
    incoming: () => join(incoming, ulid()),
  };
};

/** The interpreter of a release's environment. */
export const pythonOf = (release: string): string => join(release, '.venv', 'bin', 'python');
