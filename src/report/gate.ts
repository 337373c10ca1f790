import { Failure, type Finding, failure } from '../findings/finding.ts';
import type { Run } from './deps.ts';

/** What a check makes of something: a value to go on with, unless one of its findings is an error that leaves none. */
export type Verdict<T> = { readonly value?: T | undefined; readonly findings: readonly Finding[] };

/** Two verdicts as one: there is a value where both have one. */
export const both = <A, B>(one: Verdict<A>, other: Verdict<B>): Verdict<readonly [A, B]> => ({
  ...(one.value !== undefined && other.value !== undefined && { value: [one.value, other.value] as const }),
  findings: [...one.findings, ...other.findings],
});

/** Work that yields what it finds as it goes: it goes on only while its findings do not end the run. */
export type Finder<T> = AsyncGenerator<readonly Finding[], T>;

type GateDeps = Pick<Run, 'inputs' | 'report' | 'journal' | 'host'>;

/**
 * Where findings are shown, and end the run by a throw; checks only return them. Errors end the run; with `fail-on: warning`, warnings
 * do too. What the settings ignore is only remembered.
 */
export function createGate({ inputs, report, journal, host }: GateDeps) {
  const isLeft = (finding: Finding): boolean => {
    const reason = inputs.ignores.find((ignore) => ignore.matches(finding))?.reason;
    if (reason === undefined) return true;
    journal.ignored({ finding, reason });
    host.info(`Ignored, as pyproject.toml says: ${finding.code}. ${reason}`);
    return false;
  };
  const pass = (all: readonly Finding[]): void => {
    const findings = all.filter(isLeft);
    report(findings);
    const errors = findings.filter(({ level }) => level === 'error');
    if (errors.length > 0) throw new Failure(errors);
    if (inputs.failOn === 'warning' && findings.some(({ level }) => level === 'warning')) {
      throw failure(
        'warnings-fail',
        'A warning fails this run: fail-on is warning.',
        'Fix what the warning names, or set fail-on: error.',
      );
    }
  };
  return {
    pass,
    /** Passes the findings, and answers the value that they leave. */
    open: <T>({ value, findings }: Verdict<T>): T => {
      pass(findings);
      if (value === undefined) throw nothingLeft(findings);
      return value;
    },
    /** Passes what is found on the way, and answers what the work ends with. Work that is not to go on learns of it by a throw. */
    follow: async <T>(work: Finder<T>): Promise<T> => {
      try {
        for (;;) {
          const step = await work.next();
          if (step.done) return step.value;
          pass(step.value);
        }
      } catch (error) {
        await work.throw(error).catch(() => {}); // what goes on beside is ended
        throw error;
      }
    },
  };
}

/** The failure of a run whose findings leave nothing to continue with: their errors are ignored, else they would have ended it. */
function nothingLeft(findings: readonly Finding[]): Failure {
  const needed = findings.filter(({ level }) => level === 'error');
  return failure(
    'not-ignorable',
    `The run can't continue while this is ignored: ${needed.map(({ message }) => message.replace(/[.;]$/, '')).join('; ')}.`,
    `Fix it, and remove ${[...new Set(needed.map(({ code }) => code))].join(', ')} from ignore.`,
  );
}
