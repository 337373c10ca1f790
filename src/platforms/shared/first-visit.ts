import { error, type Finding, notice } from '../../findings/finding.ts';
import { quote, tail } from '../../findings/text.ts';
import type { Clock } from '../../ports/clock.ts';
import { withLog } from '../../ports/visit/log.ts';
import type { Visit, Visited } from '../../ports/visit/session.ts';
import type { ReadFailure } from '../../project/failure/reading.ts';

export type VisitSubject = {
  /** Where the app answers, without a trailing slash. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly limitMs: number;
  readonly consoleUrl: string;
  /** All that the app has printed, where the platform tells; empty when it does not. */
  printed?(): Promise<string>;
  /** Whether others may visit it as well: what it printed need not be about this visit. */
  readonly isPublic: boolean;
};

type Deps = {
  readonly visit: Visit;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  readonly readFailure: ReadFailure;
  say(line: string): void;
};

/** The first run of an app may load much; one that never ends is not waited for. */
const LONGEST_MS = 60_000;
const LEAST_MS = 10_000;
/** What was printed by then has to get to the platform's log. */
const LOG_MS = 500;

/** Opens a deployed app as its first visitor. Answers an error when it raised, and a notice when that is not known. */
export async function firstVisit(
  subject: VisitSubject,
  { visit, clock, signal, readFailure, say }: Deps,
): Promise<Finding | undefined> {
  const { url, headers, consoleUrl, printed, isPublic } = subject;
  const limitMs = Math.min(LONGEST_MS, Math.max(LEAST_MS, subject.limitMs));
  let visited = await visit({ url, headers, limitMs }, signal);
  let log = '';
  if (printed && visited.is !== 'plain' && (visited.is !== 'well' || !isPublic)) {
    await clock.sleep(LOG_MS, signal);
    log = await printed();
    if (log !== '') visited = withLog(visited, log);
  }
  if (visited.is === 'well') say(`The first visit succeeded (${visited.framework}).`);
  if (visited.is === 'unsure') {
    const message = `The app answers; whether opening its page raises an exception is not known. ${quote(visited.why, 300)}`;
    return notice('visit-unjudged', message, `Open its page once. Logs: ${consoleUrl}`);
  }
  return visited.is === 'raised'
    ? raised(visited, { words: visited.trace || log, consoleUrl }, readFailure)
    : undefined;
}

function raised(
  { said }: Extract<Visited, { is: 'raised' }>,
  { words, consoleUrl }: { readonly words: string; readonly consoleUrl: string },
  readFailure: ReadFailure,
): Finding {
  const { cause, place } = readFailure(words);
  const what = said === '' ? '' : `: ${quote(said.replace(/\.+$/, ''), 120)}`;
  const message = `Opening the app’s page raises an exception${what}.${cause ? ` ${cause.message}` : ''}`;
  const end = tail(words, 12, 800).trim();
  const remedy = cause?.remedy ?? 'Open it on your machine from a fresh clone.';
  return error(
    'first-visit',
    `${message}${end && `\nThe end of its output:\n${end}`}`,
    `${remedy} Logs: ${consoleUrl}`,
    place,
  );
}
