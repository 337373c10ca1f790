import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { startActionsCache } from '../emulators/actions-cache/server.ts';
import { startRicochet } from '../emulators/ricochet/server.ts';
import { type ActionRun, runAction } from '../tools/action.ts';
import { makeProject } from '../tools/fixture.ts';
import { uv } from '../tools/uv.ts';
import { edit } from './edit.ts';
import { createScreen } from './screen.ts';

/** Runs the committed bundle, as the runner runs it, on a real project against the embedded ricochet server: four times. */
const say = (line = ''): void => console.log(line);
const folder = await mkdtemp(join(tmpdir(), 'uv-deploy-demo-'));
const cacheDir = resolve(import.meta.dirname, '../../.tools/uv-cache');

say('Starting an embedded ricochet server, and locking a FastAPI project with uv ...');
const [server, cache, workspace] = await Promise.all([
  startRicochet({ home: join(folder, 'ricochet'), uv, cacheDir }),
  startActionsCache(),
  makeProject('fastapi', folder, { uv, cacheDir }),
]);

/** One job: the main phase, and the post phase that saves the caches. */
async function job(title: string): Promise<ActionRun> {
  say(`\n━━ ${title}`);
  const step = {
    workspace,
    temp: join(folder, 'runner-temp'),
    inputs: {
      server: server.url,
      token: server.apiKey,
      'health-check-path': '/\n/health',
    },
    env: { ...cache.environment(), UV_CACHE_DIR: cacheDir },
    withUv: true,
  };
  const run = await runAction({ ...step, watch: createScreen(say) });
  await runAction({ ...step, state: run.state });
  return run;
}

async function visit({ outputs: { url } }: ActionRun, greeting: string): Promise<void> {
  const answer = await fetch(`${url}/`, { headers: { authorization: `Key ${server.apiKey}` } });
  const text = await answer.text();
  say(`\n  ${url}/ answers ${answer.status}: ${text}`);
  if (!text.includes(greeting)) report(`This should have answered '${greeting}'.`);
}

const expected = (run: ActionRun, status: string): void => {
  if (run.outputs.status !== status) report(`This should have ended as '${status}', not as '${run.outputs.status}'.`);
};

const report = (wrong: string): void => {
  say(`\n${wrong} Please report it with what is printed above.`);
  process.exitCode = 1;
};

try {
  const first = await job('1. A first deployment');
  expected(first, 'deployed');
  await visit(first, 'Hello');

  expected(await job('2. The same commit again: nothing is sent'), 'unchanged');

  await edit(join(workspace, 'app.py'), "'Hello'", "'Good day'");
  const changed = await job('3. A changed file: redeployed');
  expected(changed, 'deployed');
  await visit(changed, 'Good day');

  await writeFile(join(workspace, '.python-version'), '3.10\n');
  expected(await job('4. A pin that requires-python rejects: found before anything is sent'), 'failed');

  say(`
That was the committed bundle, run as GitHub's runner runs it. Where to look next:
  README.md               the quick start for each platform
  docs/                   recipes, every input and output, every finding
  npm run server          keeps such a server running, to try your own project
  npm cit                 runs the tests`);
} finally {
  await Promise.all([server.close(), cache.close()]);
  await rm(folder, { recursive: true, force: true });
}
