import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from '../host/logs.ts';

/** Something Connect does in the background, with the lines it says. Tasks do not outlive the server, as with Connect. */
export type Task = {
  readonly id: string;
  readonly output: string[];
  /** Who started it: only the session with this cookie finds it behind a load balancer. */
  readonly session: string;
  finished: boolean;
  code: number;
  error: string;
  result: { readonly type: string; readonly data: unknown } | null;
  /** Resolves when it has finished. */
  readonly done: Promise<void>;
};

/** How a task fails: the text of `error`, and the type that says what kind of failure it was. */
export class TaskError extends Error {
  readonly type: string;

  constructor(message: string, type = 'build-failed-error') {
    super(message);
    this.type = type;
  }
}

export type Work = (log: Log) => Promise<void>;

export type Tasks = {
  start(session: string, work: Work): Task;
  get(id: string): Task | undefined;
  /** Waits until the task has finished, at most `seconds`. */
  wait(task: Task, seconds: number): Promise<void>;
  /** The next tasks are accepted and never do anything. */
  stick(times: number): void;
  /** Nothing new is begun; resolves when all has ended. */
  close(): Promise<void>;
};

export const createTasks = (): Tasks => {
  const tasks = new Map<string, Task>();
  const running = new Set<Promise<void>>();
  const closing = new AbortController();
  let stuck = 0;

  const run = async (task: Task, work: Work): Promise<void> => {
    const log: Log = { id: task.id, write: (_stream, text) => task.output.push(...text.split('\n')), end: () => {} };
    try {
      await work(log);
    } catch (error) {
      task.code = 1;
      task.error = (error as Error).message;
      const type = error instanceof TaskError ? error.type : 'unknown-error';
      task.result = { type, data: 'An error occurred while building the content' };
      log.write('stderr', task.error);
    }
    task.finished = true;
  };

  const begin = (task: Task, work: Work, resolve: () => void): void => {
    if (closing.signal.aborted) return;
    const ran = run(task, work).then(resolve);
    running.add(ran);
    void ran.then(() => running.delete(ran));
  };

  return {
    start(session, work) {
      const id = randomBytes(8).toString('hex');
      const { promise: done, resolve } = Promise.withResolvers<void>();
      const task: Task = { id, output: [], session, finished: false, code: 0, error: '', result: null, done };
      tasks.set(id, task);
      if (stuck > 0) stuck -= 1;
      // The caller answers first: no task has ended before its id was told.
      else setImmediate(() => begin(task, work, resolve));
      return task;
    },
    get: (id) => tasks.get(id),
    async wait(task, seconds) {
      const timer = new AbortController();
      const signal = AbortSignal.any([timer.signal, closing.signal]);
      await Promise.race([task.done, sleep(seconds * 1000, undefined, { signal }).catch(() => {})]);
      timer.abort();
    },
    stick(times) {
      stuck += times;
    },
    async close() {
      closing.abort();
      await Promise.all(running);
    },
  };
};
