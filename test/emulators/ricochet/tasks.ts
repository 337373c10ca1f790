import { type Log, type Logs, lastLines } from '../host/logs.ts';
import type { Running } from '../host/processes.ts';
import type { Content } from './content.ts';
import type { Drift } from './drift.ts';
import type { Invocation, InvocationStatus, Invocations } from './invocations.ts';
import type { Item } from './items.ts';
import type { User } from './keys.ts';

/** The runs of tasks. */
export type Tasks = {
  invoke(item: Item, user: User, params?: unknown): Invocation;
  /** Ends a run with everything it started; one that has ended stays as it is. */
  stop(invocationId: string): Promise<void>;
  /** Ends the runs of an item. */
  end(contentId: string): Promise<void>;
  /** Marks what an earlier run of the server left behind as failed: its processes ended with it. */
  resume(): void;
  close(): Promise<void>;
};

export type TasksDeps = {
  readonly invocations: Invocations;
  readonly content: Content;
  readonly drift: Drift;
  readonly logs: Logs;
};

type Run = { process?: Running; cancelled: boolean; done: Promise<void> };

export const createTasks = ({ invocations, content, drift, logs }: TasksDeps): Tasks => {
  const runs = new Map<string, Run>();

  const execute = async (
    item: Item,
    { id }: Invocation,
    run: Run,
    log: Log,
    params: unknown,
  ): Promise<InvocationStatus> => {
    const deployment = await drift.verified(item);
    if (run.cancelled) return 'cancelled';
    invocations.start(id);
    run.process = content.start(item, deployment, {
      host: '127.0.0.1',
      port: 0,
      basePath: '',
      log,
      // How ricochet hands parameters to a task is not public.
      env: { RICOCHET_PARAMS: JSON.stringify(params ?? {}) },
    });
    const { code, signal } = await run.process.exited;
    if (run.cancelled) return 'cancelled';
    if (code !== 0) log.write('stderr', `The task ended with ${signal ?? `exit code ${code}`}`);
    return code === 0 ? 'success' : 'failure';
  };

  const follow = async (item: Item, invocation: Invocation, run: Run, params: unknown): Promise<void> => {
    const log = logs.open(invocation.id);
    const status = await execute(item, invocation, run, log, params).catch((error: Error) => {
      log.write('stderr', lastLines(error.message));
      return 'failure' as const;
    });
    invocations.end(invocation.id, status);
    runs.delete(invocation.id);
    log.end();
  };

  const stop = async (id: string): Promise<void> => {
    const run = runs.get(id);
    if (run === undefined) return;
    run.cancelled = true;
    await run.process?.stop();
    await run.done;
  };

  return {
    invoke(item, user, params) {
      const invocation = invocations.create({
        content_id: item.id,
        deployment_id: item.current ?? null,
        invoked_by: user.id,
        display_name: user.name,
      });
      const run: Run = { cancelled: false, done: Promise.resolve() };
      runs.set(invocation.id, run);
      run.done = follow(item, invocation, run, params);
      return invocation;
    },
    stop,
    async end(contentId) {
      await Promise.all(invocations.active(contentId).map(({ id }) => stop(id)));
    },
    resume() {
      for (const { id } of invocations.endAll('failure')) {
        const log = logs.open(id);
        log.write('stderr', 'The server was restarted during this run');
        log.end();
      }
    },
    async close() {
      const running = [...runs.values()];
      await Promise.all(running.map((run) => run.process?.stop()));
      await Promise.all(running.map((run) => run.done));
    },
  };
};
