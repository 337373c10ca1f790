import { withoutEdge } from '../findings/secrets.ts';
import { plain, tail } from '../findings/text.ts';
import type { Host } from '../ports/host.ts';

/** How much of a log is shown while it grows, and of its end when it is longer than that; in characters. */
const SHOWN_LIVE = 200_000;
const SHOWN_END = 50_000;

export type RunLog = ReturnType<typeof createRunLog>;

/** The log of a run, printed as it grows: every line once, and of a very long log its beginning and its end. */
export function createRunLog({ quoted, info }: Pick<Host, 'quoted' | 'info'>, logUrl: string) {
  let shown = 0;
  let known = '';
  let isFull = false;
  return {
    /** Whether nothing more is shown before the end. */
    isFull: () => isFull,

    /** Takes all there is so far, and prints the lines that are new and whole. */
    grow: (text: string): void => {
      if (text.length > known.length) known = text;
      // What comes at once may be any length, too.
      const isLong = text.length > SHOWN_LIVE;
      const end = text.lastIndexOf('\n', SHOWN_LIVE) + 1;
      if (end > shown) quoted(text.slice(shown, end - 1));
      shown = Math.max(shown, end);
      isFull ||= isLong;
      if (isFull) info('The log is long: the rest is not shown, only its end when the run is over.');
    },

    /** Takes the log of a run that is over, and prints what is left of it. One that is cut off has more than is shown here. */
    finish: (text: string): void => {
      known = text;
      const unread = text.slice(shown);
      // Where the server has dropped the beginning, this may begin anywhere in a line.
      const isAligned = shown === 0 || text[shown - 1] === '\n';
      const rest = plain(isAligned ? unread : withoutEdge(unread, 'start')).trimEnd();
      shown = text.length;
      if (rest.length > SHOWN_END) {
        info(`Part of the log is not shown; all of it is on the server: ${logUrl}`);
        quoted(rest.slice(rest.indexOf('\n', rest.length - SHOWN_END) + 1).slice(-SHOWN_END));
      } else if (rest !== '') quoted(rest);
    },

    /** All that is known. */
    all: (): string => known,

    /** The last lines of it. */
    end: (lines: number, limit: number): string => tail(known, lines, limit),
  };
}
