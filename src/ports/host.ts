import * as core from '@actions/core';
import type { Finding } from '../findings/finding.ts';
import { markdown, plain } from '../findings/text.ts';

/** The runner, as the rest of the action sees it. Tests hand in a fake. */
export type Host = {
  /** Text without the secrets that were masked, which can't act as a workflow command. */
  clean(text: string): string;
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
  const cut = (text: string, written: (secret: string) => string = (secret) => secret): string => {
    // The longest first: a secret may be a part of another.
    const found = [...secrets].sort((a, b) => b.length - a.length);
    return found.reduce((rest, secret) => rest.replaceAll(written(secret), '***'), text);
  };
  // Twice: what was a secret with terminal codes in between is one without.
  const safe = (text: string): string => cut(plain(cut(text)));
  return {
    clean: safe,
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
    redact: (text) => cut(text),
    output: core.setOutput,
    state: core.getState,
    saveState: core.saveState,
    summary: async (text) => {
      await core.summary.addRaw(safe(cut(text, markdown)), true).write();
    },
  };
}
