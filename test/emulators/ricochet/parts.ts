import type { Logs } from '../host/logs.ts';
import type { Access } from './access.ts';
import type { Apps } from './apps.ts';
import type { Deployments } from './deployments.ts';
import type { Folders } from './folders.ts';
import type { Invocations } from './invocations.ts';
import type { Items } from './items.ts';
import type { Keys } from './keys.ts';
import type { Restores } from './restores.ts';
import type { Schedules } from './schedules.ts';
import type { Tasks } from './tasks.ts';
import type { Variables } from './variables.ts';

/** How servers of different versions answer. */
export type Dialect = {
  /** 0.24 restores with `--locked`, wants a scope for reading, and knows Jupyter notebooks. */
  readonly version: '0.17' | '0.24';
  /** Bytes; more is refused. */
  readonly maxBundleSize: number;
  /** The name of the deployment's id in the answer to an upload. Old servers leave it out. */
  readonly deploymentIdSpelling: 'deployment_id' | 'deploymentId' | 'absent';
  /** Whether the state of a run can be asked for: old servers answer 404. */
  readonly followable: boolean;
};

/** The parts of the server, wired once and handed to whatever answers a request. */
export type Parts = {
  readonly dialect: Dialect;
  readonly access: Access;
  readonly apps: Apps;
  readonly deployments: Deployments;
  readonly folders: Folders;
  readonly invocations: Invocations;
  readonly items: Items;
  readonly keys: Keys;
  readonly logs: Logs;
  readonly restores: Restores;
  readonly schedules: Schedules;
  readonly tasks: Tasks;
  readonly variables: Variables;
};
