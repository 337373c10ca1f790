import { EOL } from 'node:os';
import { issue, issueCommand } from '@actions/core/lib/command.js';
import { issueFileCommand, prepareKeyValueMessage } from '@actions/core/lib/file-command.js';
import { summary } from '@actions/core/lib/summary.js';
import { toCommandProperties } from '@actions/core/lib/utils.js';
import type { Finding } from '../findings/finding.ts';
import { keepSecret } from '../findings/secrets.ts';
import { plain } from '../findings/text.ts';

/** The runner, as the rest of the action sees it. Tests hand in a fake. */
export type Host = {
  /** Our own words. */
  info(line: string): void;
  /** Words of a server or a tool: shown indented and unable to act as workflow commands. */
  quoted(text: string): void;
  debug(text: string): void;
  /** `explanation` is the address of the page that explains the finding's code. */
  annotate(finding: Finding, explanation?: string): void;
  startGroup(title: string): void;
  endGroup(): void;
  /** Hides a secret from all that is shown from now on. A `variable` is a value for the app, which may be no secret. */
  mask(secret: string, kind?: 'variable'): void;
  output(name: string, value: string): void;
  state(name: string): string;
  saveState(name: string, value: string): void;
  /** Appends to the job summary; rejects when the runner has none (GHES before 3.6) or it is full. */
  summary(markdown: string): Promise<void>;
};

/**
 * The parts of the toolkit that speak to the runner. As a whole, it loads its client for HTTP, and with it Node's TLS, which takes as long
 * as the start of Node itself (see `paths` in tsconfig.json).
 */
const core = {
  info: (line: string): void => void process.stdout.write(line + EOL),
  debug: (text: string): void => issueCommand('debug', {}, text),
  mask: (secret: string): void => issueCommand('add-mask', {}, secret),
  /** What a step sets is written into a file of the runner's; one without it is reported in the log, as by the toolkit. */
  set: (file: 'OUTPUT' | 'STATE', name: string, value: string): void => {
    if (process.env[`GITHUB_${file}`]) issueFileCommand(file, prepareKeyValueMessage(name, value));
    else issueCommand(file === 'OUTPUT' ? 'set-output' : 'save-state', { name }, value);
  },
};

/** The runner masks its log only; secrets are hidden here from files and from what others read as well. */
export function actionsHost(): Host {
  return {
    info: (line) => core.info(plain(line)),
    quoted: (text) => core.info(plain(text).replace(/^/gm, '  | ')),
    debug: (text) => core.debug(plain(text)),
    annotate: ({ level, code, message, remedy, file, line, column }, explanation) =>
      issueCommand(
        level,
        toCommandProperties({
          title: code,
          ...(file !== undefined && { file }),
          ...(line !== undefined && { startLine: line }),
          ...(column !== undefined && line !== undefined && { startColumn: column }),
        }),
        plain([message, remedy, explanation && `More: ${explanation}`].filter(Boolean).join('\n')),
      ),
    startGroup: (title) => issue('group', title),
    endGroup: () => issue('endgroup'),
    mask: (secret, kind) => {
      for (const line of keepSecret(secret, kind)) core.mask(line);
    },
    output: (name, value) => core.set('OUTPUT', name, value),
    state: (name) => process.env[`STATE_${name}`] ?? '',
    saveState: (name, value) => core.set('STATE', name, value),
    summary: async (text) => {
      await summary.addRaw(plain(text), true).write();
    },
  };
}
