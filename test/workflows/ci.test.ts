import { cpSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { commitAll, createForest, grow } from '../tools/tree.ts';
import { uv } from '../tools/uv.ts';
import { HOST_FOLDER, loadHost, type WorkflowRun } from '../tools/workflow-host.ts';
import { push } from './events.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const plant = createForest('ci');

type Workflow = { jobs: Record<string, object> };

/** Runs CI with only these jobs, and the gate behind them. */
async function ci(choose: (jobs: Workflow['jobs']) => Workflow['jobs']): Promise<WorkflowRun> {
  const repository = plant();
  for (const name of ['action.yml', 'dist', '.github/actions', 'test/fixtures/workflow'])
    cpSync(join(ROOT, name), join(repository, name), { recursive: true });
  const workflow = parse(readFileSync(join(ROOT, '.github/workflows/ci.yml'), 'utf8')) as Workflow;
  const jobs = choose(workflow.jobs);
  const gate = { ...workflow.jobs['gate'], needs: Object.keys(jobs) };
  commitAll(grow(repository, { '.github/workflows/ci.yml': stringify({ ...workflow, jobs: { ...jobs, gate } }) }));
  const { Host, checkoutStub, startResultsServer, startFakeGitHub } = await loadHost();
  const [results, github] = await Promise.all([startResultsServer({ dir: plant() }), startFakeGitHub({ pulls: [] })]);
  const host = new Host({
    repos: { 'octo/app': repository },
    actions: {
      'actions/checkout': checkoutStub,
      'astral-sh/setup-uv': async ({ job }) => {
        job.pathAdds.push(dirname(uv));
        return {};
      },
    },
    ...{
      results,
      github,
      env: {},
      secrets: {},
      root: plant(),
      cacheScopes: ({ ref }) => ({ ac: [{ Scope: ref, Permission: 3 }] }),
    },
  });
  try {
    return await host.run({ repository: 'octo/app', workflow: '.github/workflows/ci.yml', ...push('a'.repeat(40)) });
  } finally {
    await Promise.all([results.close(), github.close()]);
  }
}

describe.skipIf(!HOST_FOLDER)('CI', () => {
  test('runs the action and the command on each system', async () => {
    const run = await ci(({ systems = {} }) => ({ systems }));
    expect(run).toMatchObject({ conclusion: 'success', annotations: [] });
    expect(Object.values(run.jobs).map(({ result }) => result)).toEqual(['success', 'success', 'success', 'success']);
    expect(JSON.stringify(run)).toContain('test/fixtures/workflow: no problems');
  });

  test.each(['exit 1', 'true'])('lets the gate pass only where every job has succeeded: %s', async (script) => {
    const job = { 'runs-on': 'ubuntu-latest', permissions: {}, steps: [{ run: script }] };
    const run = await ci(() => ({ one: { ...job, steps: [{ run: 'true' }] }, other: job }));
    expect(run.jobs['gate']?.result).toBe(script === 'true' ? 'success' : 'failure');
  });
});
