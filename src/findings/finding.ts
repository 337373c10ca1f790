type Level = 'error' | 'warning' | 'notice';

/**
 * One thing the user should know, shown as one annotation.
 *
 * `code` is the annotation's title and stable: people search for it, and tests name it.
 * `file` is relative to the repository's workspace with forward slashes; `line` and `column` count from 1.
 * `remedy` is what to do next, in the imperative.
 */
export type Finding = {
  readonly level: Level;
  readonly code: string;
  readonly message: string;
  readonly remedy?: string;
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
};

/** Where something was found. What is not known may be left out. */
export type Place = { readonly [Key in 'file' | 'line' | 'column']?: Finding[Key] | undefined };

const builder =
  (level: Level) =>
  (code: string, message: string, remedy?: string, { file, line, column }: Place = {}): Finding => ({
    ...{ level, code, message },
    ...(remedy !== undefined && { remedy }),
    ...(file !== undefined && { file }),
    ...(line !== undefined && { line }),
    ...(column !== undefined && { column }),
  });

/** The platform's own command refuses this, or the app fails there. */
export const error = builder('error');
/** It may fail there, or is probably not meant. */
export const warning = builder('warning');
/** Good to know. */
export const notice = builder('notice');

/** The finding at a place, where it has none yet. */
export const placed = (finding: Finding, { file, line }: Place): Finding =>
  finding.file !== undefined || file === undefined
    ? finding
    : { ...finding, file, ...(line !== undefined && { line }) };

/** The code, the message and the remedy of a finding whose place somebody else knows. */
export type Complaint = readonly [code: string, message: string, remedy: string];

export const complaint = (code: string, message: string, remedy: string): Complaint => [code, message, remedy];

/** As many as a debug log needs. */
const SHOWN = 50;

/** No message or remedy needs more characters; what servers and files bring along has no end of its own. */
const LONGEST = 4_000;

/** The finding with a message and remedy that can be read. `clean` takes secrets out, which a cut would leave in halves. */
export function fitting(finding: Finding, clean: (text: string) => string): Finding {
  const { message, remedy } = finding;
  if (message.length <= LONGEST && (remedy ?? '').length <= LONGEST) return finding;
  const cut = (text: string) => (text.length > LONGEST ? `${clean(text).slice(0, LONGEST)}…` : text);
  return { ...finding, message: cut(message), ...(remedy !== undefined && { remedy: cut(remedy) }) };
}

/**
 * Ends the run. Thrown where the trouble is known best, shown once, in `report.ts`.
 * `timedOut` separates "it failed" from "we stopped waiting".
 */
export class Failure extends Error {
  override readonly name = 'Failure';
  readonly findings: readonly Finding[];
  readonly timedOut: boolean;

  constructor(findings: readonly Finding[], options: { cause?: unknown; timedOut?: boolean } = {}) {
    super(
      findings
        .slice(0, SHOWN)
        .map((finding) => finding.message)
        .join('\n'),
      { cause: options.cause },
    );
    this.findings = findings;
    this.timedOut = options.timedOut ?? false;
  }
}

/** Whether an error is a failure with this code. */
export const isFailure = (error: unknown, code: string): error is Failure =>
  error instanceof Failure && error.findings.some((finding) => finding.code === code);

/** A failure with a single error: what failed, and what to do. */
export function failure(
  code: string,
  message: string,
  remedy?: string,
  options?: { cause?: unknown; timedOut?: boolean },
): Failure {
  return new Failure([{ level: 'error', code, message, ...(remedy && { remedy }) }], options);
}

/** Thrown by every wait when the runner cancels the step. */
export class Cancelled extends Error {
  override readonly name = 'Cancelled';
}

/** An error along with what it leaves behind: one more finding of a failure, one more sentence of a run that was cancelled. */
export function leaving(error: unknown, finding: Finding): unknown {
  if (error instanceof Cancelled) return new Cancelled(`${error.message} ${finding.message}`);
  if (!(error instanceof Failure)) return error;
  return new Failure([...error.findings, finding], { cause: error.cause, timedOut: error.timedOut });
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Node's error code (`ENOENT`, `ECONNRESET`, ...) or an empty string. */
export function codeOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : '';
  return typeof code === 'string' ? code : '';
}
