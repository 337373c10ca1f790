import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CleverCloudServer } from '../emulators/clever-cloud/server.ts';
import { recipe, recipes } from '../tools/pages.ts';
import { HOST_FOLDER, type WorkflowRun } from '../tools/workflow-host.ts';
import { dispatch, pullRequest, push, schedule } from './events.ts';
import { createCleverCloudWorld, type World } from './world.ts';

let world: World<CleverCloudServer>;
beforeAll(async () => {
  if (HOST_FOLDER) world = await createCleverCloudWorld();
});
afterAll(async () => world?.close());

/** A recipe for ricochet, with nothing but the platform, the server and the credential switched. */
const switched = (title: string): string =>
  recipe(title)
    .text.replace('platform: ricochet', 'platform: clever-cloud')
    .replace('https://ricochet.example.com', world.server.url)
    .replace(/^( *)token: .*RICOCHET_API_KEY.*$/m, `$&\n$1secret: \${{ secrets.CLEVER_SECRET }}`)
    .replaceAll('secrets.RICOCHET_API_KEY', 'secrets.CLEVER_TOKEN');

const serving = (answer: string, status = '200'): string => `import os
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class App(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(${status})
        self.end_headers()
        self.wfile.write(b"${answer}")


ThreadingHTTPServer(("0.0.0.0", int(os.environ["PORT"])), App).serve_forever()
`;

/** What only running it tells. */
const BROKEN = `import importlib\nimportlib.import_module('nothing_of_the_kind')\n\n${serving('never')}`;

const statuses = ({ jobs }: WorkflowRun): string[] =>
  Object.values(jobs).flatMap(({ outputs, steps }) =>
    [outputs['status'], ...steps.map((step) => step.outputs['status'])].filter((status) => status !== undefined),
  );
const theJob = ({ jobs }: WorkflowRun) => Object.values(jobs)[0];
const errors = ({ annotations }: WorkflowRun) =>
  annotations.filter(({ level }) => level === 'error').map(({ title }) => title);
const comments = (number: number) =>
  world.github.state.comments.filter(({ _n }) => _n === number).map(({ body }) => body);
const app = (name: string) => world.server.apps().find(({ settings }) => settings.name === name);
const names = (): unknown[] => world.server.apps().map(({ settings }) => settings.name);
const page = async (url = ''): Promise<string> => (await fetch(url)).text();
const addressOf = (name: string): string => `http://${app(name)?.vhosts[0]?.replace(/\/$/, '')}`;

describe.skipIf(!HOST_FOLDER)('the same workflow, with platform: clever-cloud,', () => {
  test('deploys what is pushed, and gives a pull request a preview from its opening to its end', async () => {
    const repository = await world.caller({ '.': { fixture: 'service', name: 'shop' } });
    const workflow = switched('Deploy main, preview pull requests');
    const sha = await repository.commit({ '.github/workflows/deploy.yml': workflow, 'serve.py': serving('hello') });
    const pushed = await repository.run('deploy.yml', push(sha));
    expect(pushed).toMatchObject({ conclusion: 'success', annotations: [] });
    const url = addressOf('shop');
    expect(theJob(pushed)?.outputs).toMatchObject({ status: 'deployed', url, id: app('shop')?.id });
    expect(theJob(pushed)?.environment).toEqual({ name: 'production', url });
    const again = await repository.run('deploy.yml', push(sha));
    expect(theJob(again)?.outputs['status']).toBe('unchanged');

    const change = async (files: Record<string, string>, action: 'opened' | 'synchronize') =>
      repository.run('deploy.yml', pullRequest({ number: 7, sha: await repository.commit(files), action }));
    const opened = await change({ 'serve.py': serving('preview') }, 'opened');
    expect(opened).toMatchObject({ conclusion: 'success', annotations: [] });
    const preview = theJob(opened)?.outputs['url'] ?? '';
    expect(preview).toBe(addressOf('shop-pr-7'));
    expect(await page(preview)).toBe('preview');
    expect(theJob(opened)?.environment).toEqual({ name: 'preview-pr-7', url: preview });
    expect(comments(7)).toEqual([expect.stringContaining(preview)]);
    expect(await page(url)).toBe('hello');

    const broken = await change({ 'serve.py': BROKEN }, 'synchronize');
    expect(broken.conclusion).toBe('failure');
    expect(errors(broken)).toEqual(['deployment-failed']);
    expect(comments(7)).toEqual([expect.stringContaining('ModuleNotFoundError')]);
    expect(await page(preview)).toBe('preview');

    const fixed = await change({ 'serve.py': serving('fixed') }, 'synchronize');
    expect(fixed).toMatchObject({ conclusion: 'success', annotations: [] });
    expect(await page(preview)).toBe('fixed');
    expect(comments(7)[0]).not.toContain('ModuleNotFoundError');

    const closed = await repository.run('deploy.yml', pullRequest({ number: 7, sha, action: 'closed' }));
    expect(closed).toMatchObject({ conclusion: 'success', annotations: [] });
    expect(theJob(closed)?.outputs['status']).toBe('removed');
    expect(theJob(closed)?.environment?.name).toBe('');
    expect(comments(7)).toEqual([expect.stringMatching(/removed/i)]);
    expect(names()).toEqual(['shop']);
    expect(await page(url)).toBe('hello');
  });

  test('puts the release before back when the new one is not healthy', async () => {
    const repository = await world.caller({ '.': { fixture: 'service', name: 'sturdy' } });
    const workflow = switched('Deploy main, preview pull requests').replace(
      'platform: clever-cloud',
      'platform: clever-cloud\n      rollback: true\n      health-check-timeout: 2',
    );
    const sha = await repository.commit({ '.github/workflows/deploy.yml': workflow, 'serve.py': serving('hello') });
    const first = await repository.run('deploy.yml', push(sha));
    expect(first).toMatchObject({ conclusion: 'success', annotations: [] });
    const live = app('sturdy')?.commit;
    // Clever Cloud asks once, and is content with the answer.
    const once = '500 if globals().get("asked") else globals().update(asked=True) or 200';
    const gone = await repository.commit({ 'serve.py': serving('gone', once) });
    const run = await repository.run('deploy.yml', push(gone));
    expect(run.conclusion).toBe('failure');
    expect(errors(run)).toEqual(['unhealthy']);
    expect(run.annotations.map(({ title }) => title)).toContain('rolled-back');
    expect(app('sturdy')?.commit).toBe(live);
    expect(await page(addressOf('sturdy'))).toBe('hello');
  });

  test('deploys with the workflow of its page', async () => {
    const text = recipes().find((one) => one.page === 'docs/clever-cloud.md')?.text ?? '';
    // Only the address of the server is not that of Clever Cloud itself.
    const here = text.replace('platform: clever-cloud', `$&\n          server: ${world.server.url}`);
    const repository = await world.caller({ '.': { fixture: 'service', name: 'copied' } });
    const sha = await repository.commit({ '.github/workflows/deploy.yml': here, 'serve.py': serving('copied') });
    const run = await repository.run('deploy.yml', push(sha));
    expect(run).toMatchObject({ conclusion: 'success', annotations: [] });
    expect(statuses(run)).toEqual(['deployed']);
    expect(await page(addressOf('copied'))).toContain('copied');
  });

  test('keeps GitHub deployments in step, of an app that is not live yet', async () => {
    const repository = await world.caller({ '.': { fixture: 'service', name: 'unborn' } });
    const workflow = switched('Previews with a step')
      .replace('pull-requests: write', 'pull-requests: write\n  deployments: write')
      .replace('platform: clever-cloud', 'platform: clever-cloud\n          github-deployment: true');
    const sha = await repository.commit({ '.github/workflows/deploy.yml': workflow });
    const opened = await repository.run('deploy.yml', pullRequest({ number: 8, sha }));
    expect(opened).toMatchObject({ conclusion: 'success', annotations: [] });
    const { deployments, statuses: states } = world.github.state;
    const [deployment] = deployments.filter(({ environment }) => environment === 'unborn (PR #8)');
    const told = () => states.filter(({ _d }) => _d === deployment?.id).map(({ state }) => state);
    expect(told()[0]).toBe('success');
    expect(states.find(({ _d }) => _d === deployment?.id)?.environment_url).toBe(addressOf('unborn-pr-8'));

    const closed = await repository.run('deploy.yml', pullRequest({ number: 8, sha, action: 'closed' }));
    expect(closed).toMatchObject({ conclusion: 'success', annotations: [] });
    expect(told()[0]).toBe('inactive');
    expect(app('unborn-pr-8')).toBeUndefined();
  });

  test('removes forgotten previews', async () => {
    const repository = await world.caller({ '.': { fixture: 'service', name: 'swept' } });
    const sha = await repository.commit({
      '.github/workflows/deploy.yml': switched('Deploy main, preview pull requests'),
      '.github/workflows/sweep.yml': switched('Remove leftover previews'),
    });
    await repository.run('deploy.yml', push(sha));
    await repository.run('deploy.yml', pullRequest({ number: 9, sha }));
    expect(names()).toEqual(expect.arrayContaining(['swept', 'swept-pr-9']));
    const run = await repository.run('sweep.yml', schedule(sha));
    expect(run).toMatchObject({ conclusion: 'success', annotations: [] });
    expect(statuses(run)).toContain('removed');
    expect(names()).toContain('swept');
    expect(names()).not.toContain('swept-pr-9');
  });

  test('skips the pull request of a fork', async () => {
    const repository = await world.caller({ '.': { fixture: 'service', name: 'forked' } });
    const workflow = switched('Deploy main, preview pull requests');
    const sha = await repository.commit({ '.github/workflows/deploy.yml': workflow });
    const run = await repository.run('deploy.yml', pullRequest({ number: 10, sha, from: 'stranger/app' }));
    expect(run.conclusion).toBe('success');
    expect(run.annotations.map(({ level, title }) => `${level} ${title}`)).toEqual(['notice no-secrets']);
    expect(names()).not.toContain('forked-pr-10');
  });

  test('runs a task when it is asked to, on a schedule and by hand', async () => {
    const repository = await world.caller({ '.': { fixture: 'script', name: 'report' } });
    const sha = await repository.commit({
      '.github/workflows/deploy.yml': switched('Deploy main, preview pull requests'),
      '.github/workflows/report.yml': switched('Run a task on a schedule'),
    });
    const deployed = await repository.run('deploy.yml', push(sha));
    expect(deployed).toMatchObject({ conclusion: 'success', annotations: [] });
    for (const event of [schedule(sha), dispatch(sha, { params: '{"day": "monday"}' })]) {
      const run = await repository.run('report.yml', event);
      expect(run).toMatchObject({ conclusion: 'success', annotations: [] });
      expect(statuses(run)).toEqual(['invoked']);
    }
    expect(app('report')?.env).toMatchObject({ UV_DEPLOY_PARAMS: '{"day":"monday"}' });
    expect(world.server.deployments(app('report')?.id ?? '').map(({ state }) => state)).toEqual(['OK', 'OK', 'OK']);
  });

  test('has asked GitHub for nothing that its API does not have', () => {
    expect(world.github.violations).toEqual([]);
  });
});
