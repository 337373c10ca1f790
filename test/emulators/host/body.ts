import { text } from 'node:stream/consumers';
import type { Call } from './listener.ts';
import { Refusal } from './refusal.ts';

/** The body as JSON; none at all counts as `{}`. @throws Refusal (400) when it is something else */
export const readJson = async (call: Call): Promise<unknown> => {
  const body = (await text(call.body)) || '{}';
  try {
    return JSON.parse(body);
  } catch (error) {
    throw new Refusal(400, `The request body is not valid JSON: ${(error as Error).message}`);
  }
};

/** The body as an HTML form sends it. */
export const readUrlEncoded = async (call: Call): Promise<URLSearchParams> =>
  new URLSearchParams(await text(call.body));
