import { join } from 'node:path';
import { styleText } from 'node:util';
import type { Finding } from '../findings/finding.ts';
import { keepSecret } from '../findings/secrets.ts';
import { plain, quote } from '../findings/text.ts';
import type { Host } from '../ports/host.ts';
import { shownIn } from '../ports/paths.ts';
import { counts } from './finding-blocks.ts';

type Screen = {
  /** Writes to the terminal, or to whatever takes its place. */
  write(text: string): void;
  readonly hasColours: boolean;
};

/** What a remedy says that was written for a workflow, and what that is here. */
const OF_A_STEP = /\bthe step\b|\bthis step\b|`with:`|\bworking-directory\b/;
const IN_A_TERMINAL =
  'Here, inputs of the step are options, such as `--platform ricochet`, and the folder is an argument: `uv-deploy check apps/api`.';

const COLOURS = { error: 'red', warning: 'yellow', notice: 'cyan' } as const;

/**
 * A terminal, where a check has been started by hand: `file:line:col: level code message`, the remedy below it. `place` says where paths
 * of findings begin (`checkout`), and what they are shown relative to (`from`).
 */
export function createTerminal(
  { write, hasColours }: Screen,
  place: { readonly checkout: string; readonly from: string },
  isVerbose: boolean,
) {
  const found: Finding[] = [];
  const paint = (format: Parameters<typeof styleText>[0], text: string): string =>
    hasColours ? styleText(format, text, { validateStream: false }) : text;
  const say = (text: string): void => {
    if (isVerbose) write(`${paint('dim', plain(text))}\n`);
  };
  const shown = (file: string): string => quote(shownIn(place.from, join(place.checkout, file)), 300);
  const where = ({ file, line, column }: Finding): string =>
    file === undefined ? '' : `${[shown(file), line, line && column].filter((part) => part !== undefined).join(':')}: `;
  const host: Host = {
    info: say,
    quoted: (text) => say(text.replace(/^/gm, '  | ')),
    debug: () => {},
    annotate: (finding) => {
      const { level, code, message, remedy } = finding;
      found.push(finding);
      const lines = plain(message).replaceAll('\n', '\n  ');
      write(`${where(finding)}${paint(COLOURS[level], level)} ${paint('bold', code)} ${lines}\n`);
      if (remedy) write(plain(remedy).replace(/^(?=.)/gm, '  ') + '\n');
    },
    startGroup: say,
    endGroup: () => {},
    mask: (secret, kind) => void keepSecret(secret, kind),
    output: () => {},
    state: () => '',
    saveState: () => {},
    summary: async () => {},
  };
  return {
    host,
    /** The last line: how many findings there are in `what`. */
    close: (what: string): void => {
      if (found.some(({ remedy = '' }) => OF_A_STEP.test(remedy))) write(`${IN_A_TERMINAL}\n`);
      write(`${paint('bold', `${quote(what, 200)}: ${counts(found) || 'no problems'}`)}\n`);
    },
  };
}
