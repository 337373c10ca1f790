import { dirname, join } from 'node:path';
import { isContentType } from '../../../src/platforms/ricochet/plan/content-types.ts';
import { launch } from '../../../src/platforms/ricochet/plan/start-commands.ts';
import type { StartCommand } from '../../../src/platforms/shared/start-commands.ts';
import { contentEnvironment } from '../host/environment.ts';
import type { Log } from '../host/logs.ts';
import type { Processes, Running } from '../host/processes.ts';
import { Refusal } from '../host/refusal.ts';
import type { StoredDeployment } from './deployments.ts';
import { type Folders, pythonOf } from './folders.ts';
import type { Item } from './items.ts';
import type { Variables } from './variables.ts';

/** Starts what was deployed, in the folder of its release and with the item's own environment variables. */
export type Content = {
  start(item: Item, deployment: StoredDeployment, how: How): Running;
};

type How = Pick<StartCommand, 'host' | 'port' | 'basePath'> & {
  readonly log: Log;
  readonly env?: Readonly<Record<string, string>>;
};

export type ContentDeps = {
  readonly folders: Folders;
  readonly processes: Processes;
  readonly variables: Variables;
};

export const createContent = ({ folders, processes, variables }: ContentDeps): Content => ({
  start(item, deployment, { log, env = {}, ...where }) {
    const { contentType, entrypoint } = item.config;
    if (!isContentType(contentType)) throw new Refusal(502, `${contentType} cannot be started`);
    const cwd = folders.release(deployment.id);
    const python = pythonOf(cwd);
    const started = launch(contentType, { python, entrypoint, ...where });
    // ricochet documents these for quarto-py, and RICOCHET_CONTENT_ID for all; that the others get them is inferred.
    const environment = {
      VIRTUAL_ENV: join(cwd, '.venv'),
      UV_PYTHON: deployment.python ?? '',
      RICOCHET_CONTENT_ID: item.id,
    };
    const all = { ...environment, ...variables.decrypted(item.id), ...env, ...started.env };
    return processes.start(started.command, {
      cwd,
      log,
      env: contentEnvironment(folders.contentHome, all, [dirname(python)]),
    });
  },
});
