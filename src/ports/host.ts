import * as core from '@actions/core';
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

const show = { error: core.error, warning: core.warning, notice: core.notice };

/** The runner masks its log only; secrets are hidden here from files and from what others read as well. */
export function actionsHost(): Host {
  return {
    info: (line) => core.info(plain(line)),
    quoted: (text) => core.info(plain(text).replace(/^/gm, '  | ')),
    debug: (text) => core.debug(plain(text)),
    annotate: ({ level, code, message, remedy, file, line, column }, explanation) =>
      show[level](plain([message, remedy, explanation && `More: ${explanation}`].filter(Boolean).join('\n')), {
        title: code,
        ...(file !== undefined && { file }),
        ...(line !== undefined && { startLine: line }),
        ...(column !== undefined && line !== undefined && { startColumn: column }),
      }),
    startGroup: core.startGroup,
    endGroup: core.endGroup,
    mask: (secret, kind) => {
      for (const line of keepSecret(secret, kind)) core.setSecret(line);
    },
    output: core.setOutput,
    state: core.getState,
    saveState: core.saveState,
    summary: async (text) => {
      await core.summary.addRaw(plain(text), true).write();
    },
  };
}
