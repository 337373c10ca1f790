import type { Deps } from './deps.ts';
import { Failure, type Finding, failure } from './errors.ts';
import type { Inputs } from './inputs.ts';

/** Shows findings, and throws when they end the run. */
export type Gate = (findings: readonly Finding[]) => void;

/** Errors end the run; with `fail-on: warning`, warnings do too. */
export const gateFor =
  (inputs: Inputs, { report }: Deps): Gate =>
  (findings) => {
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
