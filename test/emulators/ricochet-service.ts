import { afterAll, beforeAll } from 'vitest';
import { type Client, createClient, pack } from './client.ts';
import type { RicochetServer } from './ricochet/server.ts';
import { configOf, createWorkplace } from './workplace.ts';

// A ricochet server for the test file that imports this, with the bundle of a service that needs no packages.

export const place = createWorkplace();
export let server: RicochetServer;
export let client: Client;
export let bundle: string;
/** Its `_ricochet.toml`. */
export let config: string;

beforeAll(async () => {
  server = await place.start();
  client = createClient(server);
  const project = await place.project('service');
  bundle = await pack(project);
  config = await configOf(project);
});
afterAll(() => place.clear());

/** Deploys the service with other words in its `_ricochet.toml`, and answers its id. */
export const service = async (changes: Readonly<Record<string, string>> = {}): Promise<string> => {
  let text = config;
  for (const [from, to] of Object.entries(changes)) text = text.replace(from, to);
  const { body } = await client.upload({ bundle, config: text });
  await client.ended(body.deployment_id ?? '');
  return body.id ?? '';
};
