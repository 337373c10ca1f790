import type { HttpResponse } from '../http/http.ts';
import type { Refused, Socket } from './socket.ts';

/** An app that is opened as a browser opens it. */
export type VisitTarget = {
  /** Where it answers, without a trailing slash. */
  readonly url: string;
  /** Sent to the app's own address only, with each request and to open a WebSocket. */
  readonly headers: Readonly<Record<string, string>>;
  readonly limitMs: number;
};

/**
 * How the first run of an app went. `said` is what was raised, as far as the app tells, and `trace` its traceback in Python's form, or
 * empty; both are the app's own words.
 */
export type Visited =
  /** The run has ended, and raised nothing that can be seen from outside. */
  | { readonly is: 'well'; readonly framework: string }
  /** The page was all of it. */
  | { readonly is: 'plain' }
  | { readonly is: 'raised'; readonly framework: string; readonly said: string; readonly trace: string }
  /** It can't be judged, for the reason `why`, a sentence. `shows`: an exception, which may be meant. */
  | { readonly is: 'unsure'; readonly framework: string; readonly why: string; readonly shows?: Raised };

export type Raised = Pick<Extract<Visited, { is: 'raised' }>, 'framework' | 'said' | 'trace'>;

/** Opens one session, and waits for the end of the first run. Rejects with `Cancelled` only. */
export type Visit = (target: VisitTarget, signal: AbortSignal) => Promise<Visited>;

/** What a framework's part of this sees. Paths are relative to the page, which is taken for a folder. */
export type Session = {
  readonly page: URL;
  readonly html: string;
  left(): number;
  request(path: string, body?: object): Promise<HttpResponse>;
  connect(path: string, protocols?: readonly string[]): Promise<Socket | Refused>;
};

/** What a server that refuses a WebSocket says by that. */
export const notOpened = (framework: string, { refused }: Refused): Visited => ({
  ...{ is: 'unsure', framework },
  why: refused === 0 ? 'Its WebSocket does not open.' : `Its WebSocket is refused with ${refused}.`,
});
