import { afterAll, describe, expect, test } from 'vitest';
import { createClient } from '../emulators/client.ts';
import { createWorkplace } from '../emulators/workplace.ts';
import { filesOf } from '../platforms/clever-cloud/project.ts';
import { runAction } from '../tools/action.ts';
import { expectDecency, places, theOne } from '../tools/attempts.ts';

const place = createWorkplace();
afterAll(() => place.clear());

const LIMIT = { preflight: 'static', 'health-check-timeout': '30', timeout: '60' };
/** Line 7 reads a variable that nobody has set. */
const SETTINGS =
  'import os\n\n\ndef url() -> str:\n    """Where the rows are."""\n    name = "DATABASE_URL"\n    return os.environ[name]\n';

describe.concurrent('what fails on the server is reported at its line of the checkout', () => {
  test('a file that is missing when the app is started on the runner', async () => {
    const workspace = await place.project('service', {
      'serve.py': 'from pathlib import Path\n\nmodel = (Path(__file__).parent / "data" / "model.pkl").read_bytes()\n',
    });
    const inputs = { mode: 'check', preflight: 'start' };
    const done = await runAction({ workspace, inputs, withUv: true });
    expectDecency(done);
    expect(places(done)).toEqual(['start-missing-file serve.py:3']);
    expect(theOne(done, 'start-missing-file').message).toContain('The app opens data/model.pkl, which does not exist.');
    expect(done.log + done.summary).not.toMatch(/uv-deploy-\w+\//);
  });

  test('an app on ricochet whose page shows why it does not start', async () => {
    const server = await place.start();
    const workspace = await place.project('service', {
      'settings.py': SETTINGS,
      'serve.py': 'import settings\n\nsettings.url()\n',
    });
    const inputs = { ...LIMIT, server: server.url, token: server.apiKey };
    const done = await runAction({ workspace, inputs });
    expectDecency(done);
    expect(places(done)).toEqual(['unhealthy settings.py:7']);
    expect(theOne(done, 'unhealthy').message).toContain('The app needs the variable DATABASE_URL, which is not set.');
  });

  test('a draft on Connect whose log shows it', async () => {
    const server = await place.connect();
    const workspace = await place.project('service', {
      'settings.py': SETTINGS,
      'app.py': 'import settings\n\nurl = settings.url()\n\n\ndef app(environ, start):\n    return []\n',
    });
    const inputs = { entrypoint: 'app:app', 'content-type': 'python-api', name: 'shop' };
    const done = await runAction({
      ...{ workspace, withUv: true },
      inputs: { ...LIMIT, platform: 'connect', server: server.url, token: server.apiKey, ...inputs },
    });
    expectDecency(done);
    expect(places(done).filter((one) => one.startsWith('draft'))).toEqual(['draft-unhealthy settings.py:7']);
    expect(theOne(done, 'draft-unhealthy').message).toContain('The app needs the variable DATABASE_URL');
  });

  test('a deployment on Clever Cloud that fails', async () => {
    const server = await place.cleverCloud();
    const files = { ...filesOf({ name: 'shop', says: 'one' }), 'serve.py': `${SETTINGS}\n\nurl()\n` };
    const workspace = await place.project('service', files);
    const access = { server: server.url, token: server.token, secret: server.secret };
    const done = await runAction({
      ...{ workspace, withUv: true },
      inputs: { ...LIMIT, platform: 'clever-cloud', ...access },
    });
    expectDecency(done);
    expect(places(done).filter((one) => one.startsWith('deployment'))).toEqual(['deployment-failed serve.py:7']);
    expect(theOne(done, 'deployment-failed').message).toContain('The app needs the variable DATABASE_URL');
  });

  test('the run of a task that dies, with the variable and the module that it misses', async () => {
    const server = await place.start();
    for (const [code, why] of [
      [`${SETTINGS}\n\nprint(url())\n`, 'The task needs the variable DATABASE_URL, which is not set.'],
      [
        'import json\n\n\ndef main():\n    json.loads("1")\n    # why not\n    import yaml\n\n\nmain()\n',
        "The task needs the module 'yaml'",
      ],
    ] as const) {
      const workspace = await place.project('script', { 'main.py': code });
      const { content_id: id } = await createClient(server).deploy(workspace);
      const done = await runAction({
        workspace,
        inputs: { mode: 'invoke', server: server.url, token: server.apiKey, id },
      });
      expectDecency(done);
      expect(places(done)).toEqual(['run-failed main.py:7']);
      expect(theOne(done, 'run-failed').message).toContain(why);
    }
  });
});
