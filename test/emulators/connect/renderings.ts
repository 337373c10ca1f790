import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { contentEnvironment } from '../host/environment.ts';
import { type Log, tee } from '../host/logs.ts';
import type { Processes, Running } from '../host/processes.ts';
import type { Bundle } from './bundles.ts';
import { pythonIn } from './environments.ts';
import type { Folders } from './folders.ts';
import type { Gates } from './gates.ts';
import type { Item } from './items.ts';
import type { Jobs } from './jobs.ts';
import { manifestIn, rootOf } from './manifest.ts';
import { TaskError } from './tasks.ts';
import type { Variables } from './variables.ts';

/** Runs notebooks, and keeps the page that comes out. */
export type Renderings = {
  /** @throws TaskError (`render-failed-error`) */
  render(item: Item, bundle: Bundle, log: Log): Promise<void>;
  /** Ends the process of a job; nothing happens when it renders nothing. */
  stop(jobKey: string): Promise<void>;
};

export type RenderingsDeps = {
  readonly folders: Folders;
  readonly gates: Gates;
  readonly jobs: Jobs;
  readonly processes: Processes;
  readonly variables: Variables;
};

export const createRenderings = ({ folders, gates, jobs, processes, variables }: RenderingsDeps): Renderings => {
  const running = new Map<string, Running>();
  const render: Renderings['render'] = async (item, bundle, log) => {
    const root = await rootOf(folders.release(bundle.id));
    const { mode, entrypoint, hiding } = await manifestIn(root, gates);
    if (!existsSync(join(root, entrypoint))) throw new TaskError(`The notebook ${entrypoint} is not in the bundle`);
    const python = bundle.environment ? pythonIn(bundle.environment) : (bundle.python ?? '');
    const target = folders.rendering(bundle.id);
    const fresh = `${target}.new`;
    await mkdir(fresh, { recursive: true });
    const job = jobs.begin(item.guid, bundle.id, mode.jobTag ?? '');
    const env = contentEnvironment(folders.contentHome, variables.values(item.guid), [dirname(python)]);
    const where = ['--output-dir', fresh, '--output', 'index.html'];
    const command = [python, '-m', 'nbconvert', '--execute', '--to', 'html', ...hiding, ...where, entrypoint];
    const both = tee(job.log, log);
    log.write('stdout', `Launching ${mode.title}...`);
    const rendering = processes.start(command, { cwd: root, log: both, env });
    running.set(job.key, rendering);
    const { code } = await rendering.exited;
    running.delete(job.key);
    const failed = code !== 0 || !existsSync(join(fresh, 'index.html'));
    jobs.end(job.key, code ?? 1, failed ? `The ${mode.title} ended with exit code ${code}` : undefined);
    job.log.end();
    if (failed) {
      await rm(fresh, { recursive: true, force: true });
      throw new TaskError(`An error occurred while rendering the content: exit code ${code}`, 'render-failed-error');
    }
    await rm(target, { recursive: true, force: true });
    await rename(fresh, target);
  };
  return {
    render,
    async stop(jobKey) {
      await running.get(jobKey)?.stop();
    },
  };
};
