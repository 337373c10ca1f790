import { Cancelled, Failure, type Finding, messageOf, warning } from '../../findings/finding.ts';

/**
 * Does what must never change the verdict of a run, such as a comment: its errors are reported as warnings, and `undefined` is
 * the answer. Only `Cancelled` passes through.
 */
export async function aside<T>(
  report: (findings: readonly Finding[]) => void,
  work: () => Promise<T>,
): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Cancelled) throw error;
    report(error instanceof Failure ? error.findings.map(softened) : [unforeseen(error)]);
    return undefined;
  }
}

const softened = (finding: Finding): Finding =>
  finding.level === 'error' ? { ...finding, level: 'warning' } : finding;

const unforeseen = (error: unknown): Finding =>
  warning(
    'github-unexpected',
    `The comment or the deployment on GitHub could not be written: ${messageOf(error)}`,
    'The deployment itself is not affected. Please report this with the log.',
  );
