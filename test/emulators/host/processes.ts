import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import type { Environment } from './environment.ts';
import type { Log } from './logs.ts';

/** Processes in groups of their own, so that each can be stopped with everything it started. */
export type Processes = {
  start(command: readonly string[], options: StartOptions): Running;
  /** Stops all that still run, and starts no more. */
  close(): Promise<void>;
};

type StartOptions = { readonly cwd: string; readonly env: Environment; readonly log: Log };

export type Exit = { readonly code: number | null; readonly signal: NodeJS.Signals | null };

export type Running = {
  /** The leader's process id, which is also the id of its group. */
  readonly group: number;
  /** Resolves when the leader has ended and its output has been written to the log. */
  readonly exited: Promise<Exit>;
  /** SIGTERM to the group, and SIGKILL to what is left of it after `graceMs`. */
  stop(graceMs?: number): Promise<Exit>;
};

const GRACE_MS = 5_000;

/** Resolves with true when the promise settled in time. */
const within = async (promise: Promise<unknown>, ms: number): Promise<boolean> => {
  const { promise: late, resolve } = Promise.withResolvers<false>();
  const timer = setTimeout(resolve, ms, false);
  const inTime = await Promise.race([promise.then(() => true as const), late]);
  clearTimeout(timer);
  return inTime;
};

const signal = (child: ChildProcess, name: NodeJS.Signals): void => {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, name);
  } catch (error) {
    // ESRCH: the whole group has ended already.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
};

const capture = (output: Readable, stream: string, log: Log): void => {
  createInterface({ input: output, crlfDelay: Number.POSITIVE_INFINITY }).on('line', (line) => log.write(stream, line));
};

const follow = (child: ChildProcess, log: Log): Promise<Exit> =>
  new Promise((resolve) => {
    child.once('error', (error: NodeJS.ErrnoException) => {
      log.write('stderr', error.code === 'ENOENT' ? `${child.spawnfile}: command not found` : error.message);
      resolve({ code: 127, signal: null });
    });
    // What the leader leaves behind would hold the output open, and would go on running unseen.
    child.once('exit', () => signal(child, 'SIGKILL'));
    child.once('close', (code, name) => resolve({ code, signal: name }));
  });

export const createProcesses = (): Processes => {
  const running = new Set<Running>();
  let closed = false;
  return {
    start([file = '', ...args], { cwd, env, log }) {
      if (closed) throw new Error('The server is stopping');
      const child = spawn(file, args, { cwd, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
      capture(child.stdout, 'stdout', log);
      capture(child.stderr, 'stderr', log);
      const exited = follow(child, log);
      const self: Running = {
        group: child.pid ?? 0,
        exited,
        async stop(graceMs = GRACE_MS) {
          signal(child, 'SIGTERM');
          if (!(await within(exited, graceMs))) signal(child, 'SIGKILL');
          return exited;
        },
      };
      running.add(self);
      void exited.then(() => running.delete(self));
      return self;
    },
    async close() {
      closed = true;
      await Promise.all([...running].map((process) => process.stop()));
    },
  };
};
