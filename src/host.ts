import * as core from '@actions/core';
import type { Finding } from './errors.ts';
import { plain } from './text.ts';

/** The runner, as the rest of the action sees it. Tests hand in a fake. */
export type Host = {
  /** Our own words. */
  info(line: string): void;
  /** Words of a server or a tool: shown indented and unable to act as workflow commands. */
  quoted(text: string): void;
  debug(text: string): void;
  annotate(finding: Finding): void;
  startGroup(title: string): void;
  endGroup(): void;
  mask(secret: string): void;
  /** The text without the secrets that were masked: for files, which the runner does not look into. */
  redact(text: string): string;
  output(name: string, value: string): void;
  state(name: string): string;
  saveState(name: string, value: string): void;
  /** Appends to the job summary; rejects when the runner has none (GHES before 3.6) or it is full. */
  summary(markdown: string): Promise<void>;
};

const show = { error: core.error, warning: core.warning, notice: core.notice };

/** The runner masks what it prints, if it was told in time; what a server echoes of a secret is cut out here as well. */
export function actionsHost(): Host {
  const secrets = new Set<string>();
  const redact = (text: string): string => {
    let clean = text;
    for (const secret of secrets) clean = clean.replaceAll(secret, '***');
    return clean;
  };
  const safe = (text: string): string => plain(redact(text));
  return {
    info: (line) => core.info(safe(line)),
    quoted: (text) => core.info(safe(text).replace(/^/gm, '  | ')),
    debug: (text) => core.debug(safe(text)),
    annotate: ({ level, code, message, remedy, file, line, column }) =>
      show[level](safe(remedy ? `${message}\n${remedy}` : message), {
        title: code,
        ...(file !== undefined && { file }),
        ...(line !== undefined && { startLine: line }),
        ...(column !== undefined && line !== undefined && { startColumn: column }),
      }),
    startGroup: core.startGroup,
    endGroup: core.endGroup,
    mask: (secret) => {
      secrets.add(secret);
      core.setSecret(secret);
    },
    redact,
    output: core.setOutput,
    state: core.getState,
    saveState: core.saveState,
    summary: async (markdown) => {
      await core.summary.addRaw(safe(markdown), true).write();
    },
  };
}
