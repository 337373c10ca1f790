import { afterAll, describe, expect, test } from 'vitest';
import { createWorkplace } from '../emulators/workplace.ts';
import { everythingShown } from '../tools/action.ts';
import { theOne } from '../tools/attempts.ts';
import { createConnectRuns, wsgi } from '../tools/connect.ts';
import { runCase } from '../tools/in-process.ts';

const place = createWorkplace();
const { run, project, guidOf } = createConnectRuns(place);
afterAll(() => place.clear());

/** A server without drafts: there an unhealthy release is noticed when it is live. */
const older = () => place.connect({ version: '2025.03.0' });
const rollback = { rollback: 'true', 'health-check-timeout': '1' };

describe.concurrent('rollback: true', () => {
  test('puts the release back that was healthy, says so, and fails the run all the same', async () => {
    const server = await older();
    const first = await run(server, { workspace: await project('wobbly') });
    const broken = await project('wobbly', { 'app.py': wsgi('broken', '500 Internal Server Error') });
    const second = await run(server, { workspace: broken, inputs: rollback });
    expect(second.exitCode).toBe(1);
    expect(second.outputs.status).toBe('failed');
    expect(second.titles('error')).toEqual(['unhealthy']);
    const told = second.annotations.find(({ title }) => title === 'rolled-back')?.message;
    expect(told).toContain(`Release ${first.outputs['deployment-id']}, the one before`);
    expect(told).toContain('is live again, and healthy.');
    const [item] = server.content();
    expect(String(item?.bundle_id)).toBe(first.outputs['deployment-id']);
    expect(second.log).toContain('GET / returned 200');
    await server.close();
  });

  test('takes variables back that were new, and says which are not what they were', async () => {
    const server = await older();
    await run(server, { workspace: await project('varied'), inputs: { env: 'GREETING=Salut' } });
    const broken = { 'app.py': wsgi('broken', '500 Internal Server Error') };
    const done = await run(server, {
      workspace: await project('varied', broken, 'access-type = "all"\n'),
      inputs: { ...rollback, env: 'GREETING=Bonjour\nFRESH=Bonjour' },
    });
    expect(done.titles('warning').sort()).toEqual(['partly-done', 'rolled-back']);
    expect(server.variables(guidOf(server, 'varied'))).toEqual({ GREETING: 'Bonjour' });
    const told = theOne(done, 'partly-done').message;
    expect(told).toContain(
      'is that of bundle 1, but it has the variables GREETING and the settings access_type of this run',
    );
    expect(told).not.toContain('FRESH');
    expect(everythingShown(done)).not.toMatch(/Bonjour|Salut/);
    await server.close();
  });

  test('has nothing to put back after a first release', async () => {
    const server = await older();
    const workspace = await project('stillborn', { 'app.py': wsgi('broken', '500 Internal Server Error') });
    const done = await run(server, { workspace, inputs: rollback });
    expect(done.titles('error')).toEqual(['unhealthy']);
    expect(done.titles('warning')).toEqual(['nothing-to-put-back']);
    expect(guidOf(server, 'stillborn')).not.toBe('');
    await server.close();
  });

  test('that can not be done is reported beside the reason for it', async () => {
    const server = await older();
    await run(server, { workspace: await project('stuck') });
    const broken = await project('stuck', { 'app.py': wsgi('broken', '500 Internal Server Error') });
    const answer = { status: 403, body: '{"code":22,"error":"Not now"}' };
    server.faults.add({ on: 'POST /__api__/v1/content/:guid/deploy', after: 1, answer });
    const done = await run(server, { workspace: broken, inputs: rollback });
    expect(done.titles('error').sort()).toEqual(['forbidden', 'unhealthy']);
    expect(done.titles('warning')).toEqual(['not-rolled-back']);
    await server.close();
  });

  test('is left undone when nobody asks for it', async () => {
    const server = await older();
    await run(server, { workspace: await project('kept') });
    const broken = await project('kept', { 'app.py': wsgi('broken', '500 Internal Server Error') });
    const done = await run(server, { workspace: broken, inputs: { 'health-check-timeout': '1' } });
    expect(done.titles()).toEqual(['unhealthy']);
    const [item] = server.content();
    expect(String(item?.bundle_id)).toBe(done.outputs['deployment-id']);
    await server.close();
  });

  test('is said to have no effect on a platform that can not do it', async () => {
    const server = await place.start();
    const inputs = { server: server.url, token: server.apiKey, preflight: 'static', rollback: 'true' };
    const done = await runCase({ workspace: await place.project('service'), inputs });
    expect(done.titles('warning')).toEqual(['no-rollback']);
    expect(done.outputs.status).toBe('deployed');
    await server.close();
  });
});
