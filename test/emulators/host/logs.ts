import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';

/** Logs on disk, a stamped line each, that can be followed while they are written. */
export type Logs = {
  /** Creates the log, or continues it when it is there. */
  open(id: string): Log;
  /** The log so far and then every new line until it ends; nothing for an id that has no log. */
  follow(id: string): Readable | undefined;
  read(id: string): string;
};

export type Log = {
  readonly id: string;
  /** One line or several; `stream` is the label within the stamp. */
  write(stream: string, text: string): void;
  end(): void;
};

/** `[2026-10-09T13:48:06.643970Z stdout] text`: microseconds, as ricochet's own client shows in its tests. */
const stamp = (stream: string): string => {
  const now = performance.timeOrigin + performance.now();
  const micros = String(Math.floor((now % 1) * 1000)).padStart(3, '0');
  return `[${new Date(now).toISOString().slice(0, -1)}${micros}Z ${stream}]`;
};

export const createLogs = (folder: string): Logs => {
  mkdirSync(folder, { recursive: true });
  const followers = new Map<string, Set<PassThrough>>();
  const pathOf = (id: string): string => join(folder, `${id}.log`);

  return {
    open(id) {
      const file = pathOf(id);
      const listening = followers.get(id) ?? new Set();
      followers.set(id, listening);
      appendFileSync(file, '');
      return {
        id,
        write(stream, text) {
          const lines = text.split('\n').map((line) => `${stamp(stream)} ${line}`.trimEnd() + '\n');
          appendFileSync(file, lines.join(''));
          for (const follower of listening) follower.write(lines.join(''));
        },
        end() {
          followers.delete(id);
          for (const follower of listening) follower.end();
        },
      };
    },

    follow(id) {
      if (!existsSync(pathOf(id))) return undefined;
      const written = readFileSync(pathOf(id));
      const listening = followers.get(id);
      if (listening === undefined) return Readable.from([written]);
      const follower = new PassThrough();
      follower.write(written);
      listening.add(follower);
      follower.once('close', () => listening.delete(follower));
      return follower;
    },

    read: (id) => (existsSync(pathOf(id)) ? readFileSync(pathOf(id), 'utf8') : ''),
  };
};

/** The end of a log, for a page that has to explain a failure. */
export const lastLines = (log: string, count = 20): string => log.trimEnd().split('\n').slice(-count).join('\n');

/** Writes to two logs; ending them is left to their owners. */
export const tee = (first: Log, second: Log): Log => ({
  id: first.id,
  write(stream, text) {
    first.write(stream, text);
    second.write(stream, text);
  },
  end: () => {},
});
