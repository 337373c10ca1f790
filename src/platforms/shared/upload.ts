import { type Failure, failure } from '../../findings/finding.ts';
import { bytes } from '../../findings/units.ts';
import type { HttpResponse } from '../../ports/http/http.ts';
import { pauseBefore, RETRIES } from '../../ports/http/retry.ts';
import type { GatewayDeps } from '../platform.ts';

/** After an upload without an answer: how long the server gets to show it. */
const LOOK_MS = 10_000;
const LOOK_EVERY_MS = 1_000;

/** Why it is not known that a server has taken something. `again`: it certainly has not, and may take it later. */
export type NotTaken =
  | { readonly outcome: 'again'; readonly failure: unknown; readonly response?: HttpResponse }
  | { readonly outcome: 'unknown'; readonly why: string };

/** How a request went that must not be sent twice. */
export type Once = { readonly outcome: 'answered'; readonly response: HttpResponse } | NotTaken;

/** How one try to upload went; `T` is what the server has made of it. */
export type Attempt<T> = { readonly outcome: 'accepted'; readonly taken: T } | NotTaken;

/**
 * Uploads until the server has taken the bundle once: never a second time without having looked whether it has it.
 * `look` finds what was not there before; `noun` is what the server would show.
 */
export async function uploadOnce<T>(
  send: () => Promise<Attempt<T>>,
  look: () => Promise<T | undefined>,
  noun: string,
  { say, clock, signal }: GatewayDeps,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    const answer = await send();
    if (answer.outcome === 'accepted') return answer.taken;
    if (answer.outcome === 'again') {
      if (attempt >= RETRIES) throw answer.failure;
      const pause = pauseBefore(attempt, answer.response);
      say(`The server can't take the upload now; trying again in ${(pause / 1000).toFixed(1)} s.`);
      await clock.sleep(pause, signal);
      continue;
    }
    say(`The upload has no answer (${answer.why}); looking whether the server has it.`);
    const end = clock.now() + LOOK_MS;
    let found = await look();
    while (found === undefined && clock.now() < end) {
      await clock.sleep(LOOK_EVERY_MS, signal);
      found = await look();
    }
    if (found !== undefined) {
      say('The server has it.');
      return found;
    }
    if (attempt >= RETRIES) throw lostUpload(answer.why, noun);
    say('The server does not have it; uploading again.');
  }
}

/** Says how far an upload is, each quarter of the way. */
export function progressLines(size: number, say: (line: string) => void): (sent: number) => void {
  let quarter = 0;
  return (sent) => {
    const reached = Math.floor((sent / size) * 4);
    if (reached <= quarter) return;
    quarter = reached;
    say(`Uploaded ${bytes(sent)} of ${bytes(size)} (${quarter * 25} %).`);
  };
}

/** The server answered nothing usable, and shows nothing of the upload. */
export const lostUpload = (why: string, noun: string): Failure =>
  failure(
    'upload-lost',
    `The upload got no usable answer (${why}), and the server shows no new ${noun}.`,
    'Check that the server runs and has room, and run the job again.',
  );
