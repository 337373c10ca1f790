import type { CleverCloudServer } from '../../emulators/clever-cloud/server.ts';
import type { answers } from '../../emulators/host/faults.ts';
import { filesOf } from '../clever-cloud/project.ts';
import { describeFaults } from './suite.ts';

const APPS = '/v2/organisations/:owner/applications';
const APP = `${APPS}/:app`;
const UPLOAD = 'POST /:app/git-receive-pack';
const SELF = 'GET /v2/self';
const ORGANISATIONS = 'GET /v2/summary';

const error = (status: number, message: string): ReturnType<typeof answers.error> => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ id: 0, message, type: 'error' }),
});

// Test files for what only Clever Cloud has: test/platforms/clever-cloud.
describeFaults<CleverCloudServer>({
  name: 'clever-cloud',
  start: async (place) => {
    const server = await place.cleverCloud({ credentials: { token: 'tok-4f1b8c', secret: 'sec-90a7de' } });
    // Domains that lead to the server itself, where an app can be asked.
    server.knobs.domain = (id, url) => `${url.replace('http://', '')}/${id.replace('_', '-')}/`;
    return server;
  },
  credentials: ({ token, secret }) => ({ token, secret }),
  foreignCredentials: { token: 'tok-000000', secret: 'sec-000000' },
  project: (place) => place.project('service', filesOf({ name: 'faulty', says: 'one' })),
  withUv: true,
  count: (server) => {
    const items = server.apps().map(({ id }) => id);
    return { items, deployments: items.flatMap((id) => server.deployments(id).map(({ commit }) => commit)) };
  },
  checkKey: SELF,
  upload: UPLOAD,
  first: [
    ...[SELF, ORGANISATIONS, `GET ${APPS}`, 'GET /v2/products/instances', `POST ${APPS}`, `GET ${APP}`],
    ...[`GET ${APP}/env`, 'GET /:app/info/refs', `PUT ${APP}/env`, UPLOAD, `GET ${APP}/vhosts/favourite`],
    ...[`GET ${APP}/deployments`, `GET ${APP}/instances`, 'GET /v2/self/applications/:app'],
    ...['GET /v2/self/tokens/current', 'GET /v4/logs/organisations/:owner/applications/:app/logs'],
  ],
  later: [],
  cut: [SELF, ORGANISATIONS, `GET ${APPS}`, `GET ${APP}`, `GET ${APP}/env`, 'GET /:app/info/refs'],
  passing: [503, 429],
  error,
  keyRefusals: [
    [401, 'Unauthorized, invalid token or signature', 'invalid-key'],
    [403, 'You are not authorized', 'forbidden'],
  ],
  unknownId: 'app_00000000-0000-4000-8000-000000000000',
  foreign: 'not-clever-cloud',
});
