import { afterAll, expect, test } from 'vitest';
import { createWorkplace } from '../../emulators/workplace.ts';
import { createFastClock, runStep } from '../../tools/in-process.ts';
import { uv } from '../../tools/uv.ts';
import { checkOut, filesOf, push } from './project.ts';

const place = createWorkplace();
afterAll(() => place.clear());
test.each(['both', 'sessions'] as const)(
  'deploys %s',
  async (era) => {
    const server = await place.deploymill({ patienceMs: 5000 });
    server.knobs.era = era;
    const app = await server.createApp('demo', 'octo/demo');
    const folder = await checkOut(
      server,
      'octo/demo',
      filesOf({ name: 'demo', says: 'hello' }, { id: app.id, url: server.address(app) }),
    );
    const context = await push(server, 'octo/demo', folder);
    const done = await runStep({
      workspace: folder,
      uv,
      clock: createFastClock(10),
      context,
      inputs: {
        mode: 'deploy',
        platform: 'deploymill',
        server: server.url,
        token: server.token,
        'health-check-timeout': '30',
      },
    });
    console.log(
      done.lines.join('\n'),
      done.findings,
      done.outputs,
      server.calls,
      server.log(app, 'build'),
      server.log(app, 'runtime'),
    );
    expect(done.outputs.status).toBe('deployed');
  },
  60_000,
);
