import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ConnectServer } from '../emulators/connect/server.ts';
import { createConnectClient } from '../emulators/connect-client.ts';
import { createWorkplace } from '../emulators/workplace.ts';
import { theOne } from '../tools/attempts.ts';
import { createConnectRuns, wsgi } from '../tools/connect.ts';
import { pullRequest } from '../tools/events.ts';

const place = createWorkplace();
const { run, project, guidOf } = createConnectRuns(place);
let server: ConnectServer;
beforeAll(async () => {
  server = await place.connect();
});
afterAll(() => place.clear());

const OTHER = { GITHUB_REPOSITORY: 'octo/other' };
const page = async (url = ''): Promise<string> =>
  (await fetch(`${url}/`, { headers: { authorization: `Key ${server.apiKey}` } })).text();

describe.concurrent('two names', () => {
  test.each([
    ['销售', '库存'],
    ['my.app', 'myapp'],
    [`${'long'.repeat(16)}-one`, `${'long'.repeat(16)}-two`],
  ])('%s and %s are two content items, found again by each', async (one, other) => {
    const deploy = async (name: string, text = name.length.toString()) =>
      run(server, { workspace: await project(name, { 'app.py': wsgi(text) }) });
    const first = await deploy(one, 'the first');
    const second = await deploy(other, 'the second');
    expect(second.outputs.status).toBe('deployed');
    expect(second.outputs.id).not.toBe(first.outputs.id);
    expect(await page(first.outputs.url)).toBe('the first');
    const again = await deploy(one, 'the first');
    expect(again.outputs).toMatchObject({ status: 'unchanged', id: first.outputs.id });
  });
});

describe.concurrent('content of this name', () => {
  test('that another repository has deployed is not touched without its id', async () => {
    const theirs = await run(server, { workspace: await project('namesake'), env: OTHER });
    const { id = '' } = theirs.outputs;
    const workspace = await project('namesake', { 'app.py': wsgi('ours') });
    for (const options of [{}, { event: pullRequest(7) }]) {
      const done = await run(server, { workspace, ...options });
      expect(done.titles('error')).toEqual(['other-repository']);
      const { message } = theOne(done, 'other-repository');
      expect(message).toContain(`'namesake' (${id}) was deployed from github.com/octo/other; this run is of`);
      expect(message).toContain(`\`id: ${id}\``);
    }
    expect(await page(theirs.outputs.url)).toBe('hello');
    expect(server.bundles(id)).toHaveLength(1);
    const taken = await run(server, { workspace, inputs: { id } });
    expect(taken.outputs).toMatchObject({ status: 'deployed', id });
    const later = await run(server, { workspace });
    expect(later.outputs).toMatchObject({ status: 'unchanged', id });
  });

  test('is this repository’s in whichever form its address was written', async () => {
    const workspace = await project('cloned');
    const first = await run(server, { workspace, env: { GITHUB_REPOSITORY: 'Octo/App' } });
    const changed = await project('cloned', { 'note.txt': 'new' });
    const again = await run(server, { workspace: changed });
    expect(again.outputs).toMatchObject({ status: 'deployed', id: first.outputs.id });
  });

  test('is found that an earlier version made under the shorter name', async () => {
    const client = createConnectClient(server);
    const guid = await client.create('oldname', { title: 'old.name' });
    await client.create('otherold', { title: 'Something else' });
    const found = await run(server, { workspace: await project('old.name') });
    expect(found.outputs).toMatchObject({ status: 'deployed', id: guid });
    const fresh = await run(server, { workspace: await project('other.old') });
    expect(fresh.outputs).toMatchObject({ status: 'deployed' });
    expect(fresh.outputs.id).not.toBe(guidOf(server, 'otherold'));
  });
});
