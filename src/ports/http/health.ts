import { error, type Finding, type Place } from '../../findings/finding.ts';
import { redact } from '../../findings/secrets.ts';
import { quote, tail, withoutStamps } from '../../findings/text.ts';
import { type Clock, pauseAfter } from '../clock.ts';
import { isBelow } from './below.ts';
import { type Http, type HttpResponse, NetworkError } from './http.ts';
import { getFollowing, redirectOf } from './redirects.ts';

/** How one path fared: `status` 0 means that no answer came. */
export type PathHealth = {
  readonly path: string;
  readonly status: number;
  readonly ms: number;
  readonly attempts: number;
};

/** What a path has to answer, where that is not 2xx, and how many times in a row. */
export type Gate = {
  readonly times: number;
  readonly intervalMs: number;
  /** Whether the platform may ask by HEAD, too. */
  readonly asksHead?: boolean;
  isHealthy(status: number, path: string): boolean;
};

export type HealthTarget = {
  /** Where the app answers, without a trailing slash. */
  readonly url: string;
  /** Those that somebody wrote: each must answer 2xx. Without any, `/` is asked, and any answer of the app below 500 is well. */
  readonly paths: readonly string[];
  readonly limitMs: number;
  /** Sent only to the app's own origin. */
  readonly headers: Readonly<Record<string, string>>;
  readonly consoleUrl: string;
  readonly gate?: Gate | undefined;
  /** What to do when the app sends everybody to a login page. */
  readonly privateApp?: string | undefined;
  /** Whether an answer is the platform's own, given in the app's place. */
  isPlatforms?(answer: { readonly status: number; readonly text: string }): boolean;
  /** Why the app fails, and at which line of the project, from what it printed. */
  readFailure?(text: string): { readonly cause?: Cause | undefined; readonly place: Place };
  /** Whether the app itself has to listen on a port. Default: yes. */
  readonly listens?: boolean;
};

type Cause = { readonly message: string; readonly remedy: string };

export type Health = { readonly results: readonly PathHealth[]; readonly finding: Finding | undefined };

/** How long one request may take: an app that sleeps is started by its first one. When the time is over, a try is short. */
const PATIENCE_MS = 60_000;
const LEAST_PATIENCE_MS = 2_000;
const BODY_MS = 2_000;
const BODY_LIMIT = 64_000;
const LEAST_TRIES = 3;
/** What fails in the same way for as long does not heal by itself. */
const HOPELESS_MS = 20_000;

type Answer = { readonly status: number; readonly text: string; readonly note: string; readonly location?: string };

/**
 * Asks each path until it is well, or passes the target's own gate, at least three times each, all within `limitMs`; a crash that does
 * not heal ends that early.
 * Says `GET /x returned 200` whenever the answer changes. Answers a finding when a path stays unhealthy.
 */
export async function checkHealth(
  target: HealthTarget,
  deps: { http: Http; clock: Clock; signal: AbortSignal; say(line: string): void },
): Promise<Health> {
  const { clock, signal, say } = deps;
  const { times = 1, intervalMs = 0 } = target.gate ?? {};
  const end = clock.now() + target.limitMs;
  const results: PathHealth[] = [];
  for (const path of target.paths.length > 0 ? target.paths : ['/']) {
    const begun = clock.now();
    let crash = { sign: '', since: begun };
    let last = '';
    let inRow = 0;
    // An answer says more than a later silence: it is what is reported.
    let telling: Answer | undefined;
    for (let attempts = 1; ; attempts++) {
      const patience = Math.max(LEAST_PATIENCE_MS, Math.min(PATIENCE_MS, end - clock.now()));
      const answer = await ask(target, path, patience, deps);
      const line =
        answer.status === 0
          ? `No response from GET ${path}: ${answer.note}`
          : `GET ${path} returned ${answer.status}${answer.note}`;
      if (line !== last) say(line);
      last = line;
      if (answer.status > 0 || telling === undefined) telling = answer;
      inRow = isWell(answer, path, target) ? inRow + 1 : 0;
      const healthy = inRow >= times;
      const sign = crashIn(answer);
      if (sign !== crash.sign) crash = { sign, since: clock.now() };
      const isHopeless = sign !== '' && clock.now() - crash.since >= HOPELESS_MS;
      if (healthy || ((clock.now() >= end || isHopeless) && attempts >= LEAST_TRIES)) {
        results.push({
          path,
          status: healthy ? answer.status : telling.status,
          ms: Math.round(clock.now() - begun),
          attempts,
        });
        if (healthy) break;
        return { results, finding: unhealthy(target, path, telling, attempts) };
      }
      await clock.sleep(inRow > 0 ? intervalMs : pauseAfter(clock.now() - begun), signal);
    }
  }
  return { results, finding: undefined };
}

function isWell(answer: Answer, path: string, target: HealthTarget): boolean {
  const { status } = answer;
  if (target.gate) return status > 0 && target.gate.isHealthy(status, path);
  return target.paths.length > 0 ? status >= 200 && status < 300 : isAnswer(answer, target);
}

/** Whether the app itself answers, and does not fail. A redirect that stays on the server leads to the platform's login page. */
function isAnswer({ status, text, location }: Answer, { url, isPlatforms }: HealthTarget): boolean {
  if (status === 0 || status >= 500 || isPlatforms?.({ status, text })) return false;
  if (location === undefined) return status < 300 || status >= 400;
  return URL.canParse(location) && new URL(location).origin !== new URL(url).origin;
}

/** What tells a crash from others, if an answer shows one: the last exception, or how the process ended. Numbers may differ. */
function crashIn({ status, text: page }: Answer): string {
  if (status < 500) return '';
  const text = withoutStamps(page);
  const sign =
    /No module named [^\n<]*/.exec(text)?.[0] ??
    /Traceback \(most recent call last\)[\s\S]*/
      .exec(text)?.[0]
      .match(/^\s*(?:[\w.]+(?:Error|Exception|Exit|Interrupt))\b.*$/gm)
      ?.at(-1) ??
    /\b(?:exit(?:ed)?|ended)\b[^\n]{0,40}\bcode [1-9]\d*/.exec(text)?.[0] ??
    '';
  return sign.replace(/\d+/g, '#').trim();
}

/** One try, with redirects inside the app followed. A redirect that leaves the app is the answer: it is mostly a login page. */
async function ask(
  target: HealthTarget,
  path: string,
  silenceMs: number,
  { http, signal }: { http: Http; signal: AbortSignal },
): Promise<Answer> {
  const base = new URL(`${target.url}/`);
  const isInside = (next: URL) => isBelow(base, next);
  const limits = { silenceMs, limitMs: silenceMs + BODY_MS, limit: BODY_LIMIT, enoughMs: BODY_MS };
  let response: HttpResponse;
  try {
    const request = { url: new URL(target.url + path).href, headers: target.headers, signal, ...limits };
    response = await getFollowing(http, request, isInside);
  } catch (error) {
    if (error instanceof NetworkError) return { status: 0, text: '', note: error.message };
    throw error;
  }
  const location = redirectOf(response);
  if (location === undefined) return { status: response.status, text: response.text, note: '' };
  return { status: response.status, text: response.text, note: `, a redirect to ${quote(location, 120)}`, location };
}

const NO_MODULE = 'a module is missing';
const TO_LOGIN = 'the request is redirected to a login page';

type Fits = (answer: Answer, listens: boolean) => boolean;

/** Likely causes, by what came back. The first that fits is reported. */
const CAUSES: readonly (readonly [fits: Fits, cause: string, remedy: string])[] = [
  [
    ({ text }) => /No module named/.test(text),
    NO_MODULE,
    'Add its package to [project] dependencies, run `uv lock` and commit both files.',
  ],
  [
    ({ text }) => /ImportError|cannot import name/.test(text),
    'an import fails',
    'Start the app on your machine with `uv run` from a fresh clone.',
  ],
  [
    // A page of the app's own may name any address.
    ({ status, text }, listens) => listens && status !== 500 && /bound to|127\.0\.0\.1|localhost only/i.test(text),
    'the app listens on localhost only, or on a port of its own',
    'Listen on host 0.0.0.0 and on the port in the variable PORT.',
  ],
  [
    ({ text }) => /Address already in use/i.test(text),
    'the app’s port is already in use',
    'Listen on the port in the variable PORT.',
  ],
  [
    ({ status }) => status >= 300 && status < 400,
    TO_LOGIN,
    'Check that the app is open to the credential of this run, or probe a path that needs no login.',
  ],
  [
    ({ status }) => status === 401 || status === 403,
    'the app or the platform asks for a login there',
    'Check that the key may open the app, or probe a path that needs no login.',
  ],
  [
    ({ status }) => status === 404 || status === 405,
    'the app has no such route',
    "Set 'health-check-path' to a path that exists.",
  ],
  [
    ({ status }, listens) => listens && (status === 502 || status === 503 || status === 504),
    'the app does not start, or does not listen on the port the platform gives it',
    'Read the app’s log, and check that it listens on 0.0.0.0 and on PORT.',
  ],
  [({ status }) => status === 502 || status === 503 || status === 504, 'the app does not start', 'Read the app’s log.'],
  [({ status }) => status >= 500, 'the app starts but fails on this request', 'Read the app’s log.'],
  [
    ({ status }) => status === 0,
    'the app hangs, or the address is not reachable from this runner',
    'Read the app’s log.',
  ],
];

function unhealthy(target: HealthTarget, path: string, answer: Answer, attempts: number): Finding {
  const { cause: why, place } = (answer.status >= 500 && target.readFailure?.(linesOf(answer.text))) || {};
  const [, cause, remedy] = CAUSES.find(([fits]) => fits(answer, target.listens ?? true)) ?? [
    undefined,
    'the answer is not 2xx',
    'Read the app’s log.',
  ];
  // What the page says for itself goes before what its status may mean.
  const likely = why && cause !== NO_MODULE ? '' : `; likely ${cause}`;
  const advice = why?.remedy ?? (cause === TO_LOGIN ? target.privateApp : undefined) ?? remedy;
  const what = answer.status === 0 ? `got no answer (${answer.note})` : `returned ${answer.status}${answer.note}`;
  const body = tail(wordsOf(answer.text), 12, 800).trim();
  return error(
    'unhealthy',
    `GET ${path} ${what} after ${attempts} tries${likely}.${why ? ` ${why.message}` : ''}${body ? `\nThe end of the response:\n${body}` : ''}`,
    `${advice} Logs: ${target.consoleUrl}`,
    place,
  );
}

/** Tags within a line, which do not keep what is before and behind them apart. */
const INLINE =
  /<\/?(?:a|abbr|b|bdi|code|em|font|i|kbd|mark|q|s|samp|small|span|strong|sub|sup|tt|u|var|wbr)(?:\s[^<>]*)?\/?>/gi;

/** A page's text. A secret may look like a tag, or have tags within: it is taken out before, and what shows it then does so again. */
const linesOf = (page: string): string =>
  redact(page)
    .replace(/<(script|style)[\s\S]*?<\/\1>/gi, ' ')
    .replace(INLINE, '')
    .replace(/<(?!(?:module|string|stdin|lambda|locals|\w+comp|genexpr|frozen [\w.]+)>)[^<>]+>/g, ' ')
    .replace(/&(?:quot|apos|lt|gt|amp|#34|#39|#x27);/g, (entity) => ENTITIES[entity] ?? entity);

/** Those that frameworks write for the characters of a traceback. */
const ENTITIES: Readonly<Record<string, string>> = {
  ...{
    '&quot;': '"',
    '&#34;': '"',
    '&apos;': "'",
    '&#39;': "'",
    '&#x27;': "'",
    '&lt;': '<',
    '&gt;': '>',
    '&amp;': '&',
  },
};

const wordsOf = (page: string): string => linesOf(page).replace(/[ \t]+/g, ' ');
