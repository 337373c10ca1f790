import { Failure, type Finding, failure } from '../findings/finding.ts';
import type { Inputs } from '../inputs/inputs.ts';
import type { Deps } from './deps.ts';

/** Shows findings, and throws when they end the run. */
export type Gate = (findings: readonly Finding[]) => void;

/** Errors end the run; with `fail-on: warning`, warnings do too. What the settings ignore is only remembered. */
export const gateFor =
  (inputs: Inputs, { report, journal, host }: Pick<Deps, 'report' | 'journal' | 'host'>): Gate =>
  (all) => {
    const reasonFor = (finding: Finding) => inputs.ignores.find((ignore) => ignore.matches(finding))?.reason;
    const findings = all.filter((finding) => {
      const reason = reasonFor(finding);
      if (reason === undefined) return true;
      journal.ignored({ finding, reason });
      host.info(`Ignored, as pyproject.toml says: ${finding.code}. ${reason}`);
      return false;
    });
    report(findings);
    const errors = findings.filter(({ level }) => level === 'error');
    if (errors.length > 0) throw new Failure(errors);
    if (inputs.failOn === 'warning' && findings.some(({ level }) => level === 'warning')) {
      throw failure(
        'warnings-fail',
        'A warning ends this run: fail-on is warning.',
        'Mend what the warning names, or use fail-on: error.',
      );
    }
  };

/** Ends a run that its findings leave nothing to go on with. An error has said why, unless it is ignored: then this says it. */
export function nothingLeft(findings: readonly Finding[], { journal }: Pick<Deps, 'journal'>): Failure {
  const needed = findings.filter(
    (one) => one.level === 'error' && journal.entries.ignored.some(({ finding }) => finding === one),
  );
  if (needed.length === 0) return new Failure([]);
  return failure(
    'not-ignorable',
    `Nothing can be done without what is ignored: ${needed.map(({ message }) => message.replace(/[.;]$/, '')).join('; ')}.`,
    `Mend it, and take ${[...new Set(needed.map(({ code }) => code))].join(', ')} out of ignore.`,
  );
}
