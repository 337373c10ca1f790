import { error, Failure, type Finding, failure, messageOf } from '../../findings/finding.ts';
import { duration } from '../../findings/units.ts';
import type { Gateway, Left, Progress, Release } from '../../platforms/gateway.ts';
import { type Clock, pauseAfter } from '../../ports/clock.ts';

/** What an honest server needs for an answer, however little time is left. */
const LEAST_ASK_MS = 1_000;
/** How often the log says that it is still waiting. */
const STILL_MS = 30_000;
/** How long the server may be out of reach in one go: what was begun there goes on meanwhile. */
const OUTAGE_MS = 60_000;
/** The server gets this long to take back what a release has brought along: a cancelled step has 7 s in all. */
const LEAVE_MS = 4_000;

/** What people search for, spelt out. */
const CODES = {
  deployment: {
    failed: { code: 'deployment-failed' },
    timeout: { code: 'deployment-timeout' },
    unknown: { code: 'deployment-unknown' },
  },
  run: {
    failed: { code: 'run-failed' },
    timeout: { code: 'run-timeout' },
    unknown: { code: 'run-unknown' },
  },
} as const;

type Failed = Extract<Progress, { state: 'failed' }>;

/** Something that was begun on a server, and has its course there. `P` are the states beyond those of a deployment. */
export type Waiting<P extends { readonly state: string }> = {
  /** What sentences and codes call it. */
  readonly noun: keyof typeof CODES;
  readonly id: string;
  readonly logUrl: string;
  ask(withinMs: number): Promise<Progress | P>;
  /** Called when the time is up: what becomes of it then. */
  leave(): Promise<Left>;
};

type WaitDeps = { readonly clock: Clock; readonly signal: AbortSignal; say(line: string): void };

/**
 * Follows a deployment to its end. Returns when it is live; throws when it failed, or when `limitMs` has passed, in which case
 * it may still succeed on the server.
 */
export async function follow(release: Release, gateway: Gateway, limitMs: number, deps: WaitDeps): Promise<void> {
  await waitFor(
    {
      noun: 'deployment',
      id: release.id,
      logUrl: release.logUrl,
      ask: (withinMs) => gateway.progress(release, withinMs),
      leave: async () => (await leave(release, gateway)) ?? { told: 'It continues on the server.', findings: [] },
    },
    limitMs,
    deps,
  );
}

/** Stops following a release; `undefined` if it simply continues. */
export const leave = async (release: Release, gateway: Gateway): Promise<Left | undefined> =>
  gateway.cancel?.(release, AbortSignal.timeout(LEAVE_MS));

/**
 * Asks until the course has ended well, and answers how. Throws `<noun>-failed` when it ended badly, `<noun>-timeout` when
 * `limitMs` has passed, and `<noun>-unknown` when the server can't be asked any more.
 */
export async function waitFor<P extends { readonly state: string } = never>(
  course: Waiting<P>,
  limitMs: number,
  { clock, signal, say }: WaitDeps,
): Promise<{ readonly state: 'live' } | P> {
  const { noun, id, logUrl } = course;
  const begun = clock.now();
  let told = begun;
  let lost: number | undefined;
  for (;;) {
    try {
      const progress = await course.ask(Math.max(LEAST_ASK_MS, begun + limitMs - clock.now()));
      if (isFailed(progress)) throw failed(course, progress);
      if (!isRunning(progress)) return progress;
      lost = undefined;
    } catch (error) {
      if (!(error instanceof Failure) || !isOutage(error)) throw error;
      lost ??= clock.now();
      if (clock.now() - lost >= OUTAGE_MS) throw unknownEnd(course, error);
      say(`No status: ${messageOf(error)} Retrying.`);
    }
    const now = clock.now();
    if (now - begun >= limitMs) {
      const left = await course.leave();
      const timeout: Finding = error(
        CODES[noun].timeout.code,
        `The ${noun} ${id} has not finished after ${duration(limitMs)}. ${left.told}`,
        `See ${logUrl}, or raise 'timeout'.`,
      );
      throw new Failure([timeout, ...left.findings], { timedOut: true });
    }
    if (now - told >= STILL_MS) {
      say(`Still waiting after ${duration(now - begun)}.`);
      told = now;
    }
    await clock.sleep(Math.min(pauseAfter(now - begun), Math.max(1, begun + limitMs - now)), signal);
  }
}

const isFailed = (progress: { readonly state: string }): progress is Failed => progress.state === 'failed';

const isRunning = (progress: { readonly state: string }): progress is { readonly state: 'starting' | 'running' } =>
  progress.state === 'starting' || progress.state === 'running';

const isOutage = (error: Failure): boolean =>
  error.findings.every(({ code }) => ['server-unreachable', 'server-error', 'rate-limited'].includes(code));

type Begun = Pick<Waiting<never>, 'noun' | 'id' | 'logUrl'>;

const failed = ({ noun, id, logUrl }: Begun, { message, details, remedy, place }: Failed): Failure =>
  new Failure([
    error(
      CODES[noun].failed.code,
      `${message} (${noun} ${id}).${details ? `\n${details}` : ''}`,
      `${remedy} (${logUrl})`,
      place,
    ),
  ]);

const unknownEnd = ({ noun, id, logUrl }: Begun, cause: Failure): Failure =>
  failure(
    CODES[noun].unknown.code,
    `Lost contact with the server, so how ${noun} ${id} ended is unknown: ${cause.message}`,
    `See ${logUrl}: the ${noun} may have succeeded.`,
    { cause },
  );
