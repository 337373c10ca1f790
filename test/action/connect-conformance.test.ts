import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { ConnectServer } from '../emulators/connect/server.ts';
import { exportRequirements } from '../emulators/connect-client.ts';
import { createWorkplace } from '../emulators/workplace.ts';
import { createConnectRuns } from '../tools/connect.ts';
import { createRsconnect, credentials } from '../tools/rsconnect.ts';

const place = createWorkplace();
const { run } = createConnectRuns(place);
const rsconnect = createRsconnect(place);
afterAll(() => place.clear());

/** What was asked, each run of the same call once; ids replaced by what they are. */
const exchange = (server: ConnectServer): string[] =>
  server.requests
    .all()
    .map(
      ({ method, path }) =>
        `${method} ${path.replace('/__api__/', '').replace(/(?<=content\/)[0-9a-f-]{36}/, ':guid')}`,
    )
    .map((call) => call.replace(/(?<=tasks\/)\w+/, ':task').replace(/_bundle\d+/, '_bundle:id'))
    .filter((call, index, all) => call !== all[index - 1]);

/** Calls that rsconnect makes and this action does not, with the reason. */
const THEIRS_ONLY: Readonly<Record<string, string>> = {
  'PATCH v1/content/:guid': 'The title goes along when the content is made.',
};

/** Calls that this action makes and rsconnect does not, with the reason. */
const OURS_ONLY: Readonly<Record<string, string>> = {
  'GET v1/server_settings/python': 'A Python that the server does not have is reported before the upload.',
  'GET v1/content/:guid/bundles': 'A bundle that is there already is not uploaded again.',
  'GET v1/content/:guid': 'Whether the content needs a key, and whether the new bundle is the live one.',
  'GET v1/content/:guid/environment': 'Variables that are new are taken back when the bundle does not become live.',
  'GET /content/:guid/': 'The live content is asked whether it is healthy.',
};

/** Both change the server by these calls; the order is rsconnect's, but for the variables. */
const changes = (calls: readonly string[]) =>
  calls.filter((call) => !call.startsWith('GET ') && !Object.hasOwn(THEIRS_ONLY, call));

describe('beside the real rsconnect deploy', () => {
  test('a first deployment with a variable makes the same calls, but for those that are named here', async () => {
    const [theirServer, ourServer] = await Promise.all([place.connect(), place.connect()]);
    const workspace = await place.project('fastapi');

    const done = await run(ourServer, { workspace, inputs: { env: 'GREETING=Howdy', name: 'greeter' } });
    expect(done.outputs.status).toBe('deployed');
    const ours = exchange(ourServer);

    await exportRequirements(workspace);
    await rm(join(workspace, 'uv.lock'));
    const options = ['--title', 'greeter', '-E', 'GREETING=Howdy'];
    const deploy = ['deploy', 'fastapi', ...credentials(theirServer), ...options, '.'];
    expect(await rsconnect(deploy, workspace)).toMatchObject({ code: 0 });
    const theirs = exchange(theirServer);

    const only = (these: readonly string[], those: readonly string[]) =>
      [...new Set(these.filter((call) => !those.includes(call)))].sort();
    expect(only(theirs, ours)).toEqual(Object.keys(THEIRS_ONLY).sort());
    expect(only(ours, theirs)).toEqual(Object.keys(OURS_ONLY).sort());

    const variables = 'PATCH v1/content/:guid/environment';
    const upload = 'POST v1/content/:guid/bundles';
    expect(changes(theirs).slice(0, 3)).toEqual(['POST v1/content', variables, upload]);
    // An upload that fails leaves the live content with the variables it had.
    expect(changes(ours).slice(0, 3)).toEqual(['POST v1/content', upload, variables]);
    expect(changes(ours).slice(3)).toEqual(changes(theirs).slice(3));

    const [mine] = ourServer.content();
    const [other] = theirServer.content();
    expect(mine).toMatchObject({ name: other?.name, app_mode: other?.app_mode });
    expect(mine?.settings).toEqual(other?.settings);
    expect(ourServer.variables(mine?.guid ?? '')).toEqual(theirServer.variables(other?.guid ?? ''));
  });
});
