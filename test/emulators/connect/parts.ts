import type { Database } from '../host/database.ts';
import type { Interpreter } from '../host/interpreters.ts';
import type { Logs } from '../host/logs.ts';
import type { Access, Sessions } from './access.ts';
import type { Apps } from './apps.ts';
import type { Bundles } from './bundles.ts';
import type { Deployments } from './deployments.ts';
import type { Environments } from './environments.ts';
import type { Folders } from './folders.ts';
import type { Gates } from './gates.ts';
import type { Items } from './items.ts';
import type { Jobs } from './jobs.ts';
import type { People } from './people.ts';
import type { Renderings } from './renderings.ts';
import type { Tasks } from './tasks.ts';
import type { Publishers } from './trust.ts';
import type { Variables } from './variables.ts';

/** How servers differ in what their administrators have set. */
export type Configuration = {
  /** `Server.HideVersion` */
  readonly hideVersion: boolean;
  /** A task is only found by the session that has started it, as in a cluster. */
  readonly sticky: boolean;
  /** Bytes; a larger upload is refused, as the proxies before a server do. */
  readonly maxBundleSize: number;
  readonly accessTypes: readonly string[];
  readonly license: 'basic' | 'enhanced' | 'advanced';
  /** `Authorization.PublishersCanManageVanities` */
  readonly publishersManageVanities: boolean;
  /** Minor releases of Python, such as `3.11`, that only content uses which has been deployed before. */
  readonly retired: readonly string[];
  /** Whether git-backed content is enabled. */
  readonly git: boolean;
  /** How long a key from a token exchange lives. */
  readonly ephemeralKeyMs: number;
  /** What a PATCH answers: 200 with the item, or 204. Both are seen in Posit's own clients. */
  readonly patchStatus: 200 | 204;
};

/** The parts of the server, wired once and handed to whatever answers a request. */
export type Parts = {
  readonly configuration: Configuration;
  readonly access: Access;
  readonly apps: Apps;
  readonly bundles: Bundles;
  readonly database: Database;
  readonly deployments: Deployments;
  readonly environments: Environments;
  readonly folders: Folders;
  readonly gates: Gates;
  readonly interpreters: () => Promise<Interpreter[]>;
  readonly items: Items;
  readonly jobs: Jobs;
  readonly logs: Logs;
  readonly people: People;
  readonly publishers: Publishers;
  readonly renderings: Renderings;
  readonly sessions: Sessions;
  readonly tasks: Tasks;
  readonly variables: Variables;
  /** The path of the server on its host, such as `/rsc`; '' at the root. */
  readonly root: string;
  /** As the world sees the server, without a slash at the end. */
  url(): string;
};
