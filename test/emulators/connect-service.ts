import { afterAll, beforeAll } from 'vitest';
import type { ConnectServer } from './connect/server.ts';
import { type ConnectClient, createConnectClient } from './connect-client.ts';
import { createWorkplace } from './workplace.ts';

// A Posit Connect server for the test file that imports this.

export const place = createWorkplace();
export let server: ConnectServer;
export let client: ConnectClient;

beforeAll(async () => {
  server = await place.connect();
  client = createConnectClient(server);
});
afterAll(() => place.clear());
