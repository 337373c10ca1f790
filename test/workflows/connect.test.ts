import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ConnectServer } from '../emulators/connect/server.ts';
import { wsgi } from '../tools/connect.ts';
import { recipe, recipes } from '../tools/pages.ts';
import { HOST_FOLDER, type WorkflowRun } from '../tools/workflow-host.ts';
import { dispatch, pullRequest, push, schedule } from './events.ts';
import { createConnectWorld, type World } from './world.ts';

let world: World<ConnectServer>;
beforeAll(async () => {
  if (HOST_FOLDER) world = await createConnectWorld();
});
afterAll(async () => world?.close());

/** A recipe for ricochet, with nothing but the platform, the server and the token switched. */
const switched = (title: string): string =>
  recipe(title)
    .text.replace('platform: ricochet', 'platform: connect')
    .replace('https://ricochet.example.com', world.server.url)
    .replaceAll('secrets.RICOCHET_API_KEY', 'secrets.CONNECT_API_KEY');

/** What only running it tells. */
const BROKEN = `import importlib\nimportlib.import_module('nothing_of_the_kind')\n\n${wsgi('never')}`;

const statuses = ({ jobs }: WorkflowRun): string[] =>
  Object.values(jobs).flatMap(({ outputs, steps }) =>
    [outputs['status'], ...steps.map((step) => step.outputs['status'])].filter((status) => status !== undefined),
  );
const theJob = ({ jobs }: WorkflowRun) => Object.values(jobs)[0];
const errors = ({ annotations }: WorkflowRun) =>
  annotations.filter(({ level }) => level === 'error').map(({ title }) => title);
const comments = (number: number) =>
  world.github.state.comments.filter(({ _n }) => _n === number).map(({ body }) => body);
const content = (name: string) => world.server.content().find((one) => one.name === name);
const bundles = (name: string): string[] => world.server.bundles(content(name)?.guid ?? '').map(({ id }) => String(id));
const page = async (url = ''): Promise<string> =>
  (await fetch(`${url}/`, { headers: { authorization: `Key ${world.server.apiKey}` } })).text();

describe.skipIf(!HOST_FOLDER)('the same workflow, with platform: connect,', () => {
  test('deploys what is pushed, and gives a pull request a preview from its opening to its end', async () => {
    const repository = await world.caller({ '.': { fixture: 'service', name: 'shop' } });
    const workflow = switched('Deploy main, preview pull requests');
    const sha = await repository.commit({ '.github/workflows/deploy.yml': workflow });
    const pushed = await repository.run('deploy.yml', push(sha));
    expect(pushed).toMatchObject({ conclusion: 'success', annotations: [] });
    const url = `${world.server.url}/content/${content('shop')?.guid}`;
    expect(theJob(pushed)?.outputs).toMatchObject({ status: 'deployed', url, id: content('shop')?.guid });
    expect(theJob(pushed)?.environment).toEqual({ name: 'production', url });
    const [live = ''] = bundles('shop');

    const change = async (files: Record<string, string>, action: 'opened' | 'synchronize') =>
      repository.run('deploy.yml', pullRequest({ number: 7, sha: await repository.commit(files), action }));
    const opened = await change({ 'app.py': wsgi('preview') }, 'opened');
    expect(opened).toMatchObject({ conclusion: 'success', annotations: [] });
    const preview = theJob(opened)?.outputs['url'] ?? '';
    expect(await page(preview)).toBe('preview');
    expect(theJob(opened)?.environment).toEqual({ name: 'preview-pr-7', url: preview });
    expect(comments(7)).toEqual([expect.stringContaining(preview)]);
    expect(await page(url)).toBe('hello');

    const settings = await readFile(join(repository.folder, 'pyproject.toml'), 'utf8');
    const hasty = settings.replace('[tool.uv-deploy.connect]', '$&\nhealth-check-timeout = 1');
    const broken = await change({ 'app.py': BROKEN, 'pyproject.toml': hasty }, 'synchronize');
    expect(broken.conclusion).toBe('failure');
    expect(errors(broken)).toEqual(['unhealthy']);
    expect(comments(7)).toEqual([expect.stringContaining('ModuleNotFoundError')]);

    const mended = await change({ 'app.py': wsgi('mended'), 'pyproject.toml': settings }, 'synchronize');
    expect(await page(theJob(mended)?.outputs['url'])).toBe('mended');
    expect(comments(7)).toEqual([expect.stringContaining(theJob(mended)?.outputs['url'] ?? '')]);
    expect(comments(7)[0]).not.toContain('ModuleNotFoundError');

    const closed = await repository.run('deploy.yml', pullRequest({ number: 7, sha, action: 'closed' }));
    expect(closed).toMatchObject({ conclusion: 'success', annotations: [] });
    expect(theJob(closed)?.outputs['status']).toBe('removed');
    expect(theJob(closed)?.environment?.name).toBe('');
    expect(bundles('shop')).toEqual([live]);
    expect(comments(7)).toEqual([expect.stringMatching(/removed/i)]);
    expect(await page(url)).toBe('hello');
  });

  test('keeps GitHub deployments in step, of an app that is not live yet', async () => {
    const repository = await world.caller({ '.': { fixture: 'service', name: 'unborn' } });
    const workflow = switched('Previews with a step')
      .replace('pull-requests: write', 'pull-requests: write\n  deployments: write')
      .replace('platform: connect', 'platform: connect\n          github-deployment: true');
    const sha = await repository.commit({ '.github/workflows/deploy.yml': workflow });
    const opened = await repository.run('deploy.yml', pullRequest({ number: 8, sha }));
    expect(opened).toMatchObject({ conclusion: 'success', annotations: [] });
    const url = `${world.server.url}/content/${content('unborn_pr_8')?.guid}`;
    const { deployments, statuses: states } = world.github.state;
    const [deployment] = deployments.filter(({ environment }) => environment === 'unborn (PR #8)');
    const told = () => states.filter(({ _d }) => _d === deployment?.id).map(({ state }) => state);
    expect(told()[0]).toBe('success');
    expect(states.find(({ _d }) => _d === deployment?.id)?.environment_url).toBe(url);

    const closed = await repository.run('deploy.yml', pullRequest({ number: 8, sha, action: 'closed' }));
    expect(closed).toMatchObject({ conclusion: 'success', annotations: [] });
    expect(told()[0]).toBe('inactive');
    expect(content('unborn_pr_8')).toBeUndefined();
  });

  test('deploys with the workflows of its page, with a key and then without a secret', async () => {
    const [first, second] = recipes().filter((one) => one.page === 'docs/connect.md');
    const here = (text = '') => text.replace('https://connect.example.com', world.server.url);
    const repository = await world.caller({ '.': { fixture: 'service', name: 'copied' } });
    const sha = await repository.commit({ '.github/workflows/deploy.yml': here(first?.text) });
    const deployed = await repository.run('deploy.yml', push(sha));
    expect(deployed).toMatchObject({ conclusion: 'success', annotations: [] });
    expect(statuses(deployed)).toEqual(['deployed']);

    const id = content('copied')?.guid ?? '';
    world.server.trust({ contentGuid: id, issuer: world.results.url.replace(/\/$/, ''), claims: {} });
    const trusted = await repository.commit({
      '.github/workflows/deploy.yml': here(second?.text).replace(/id: [0-9a-f-]{36}/, `id: ${id}`),
      'app.py': wsgi('without a secret'),
    });
    const again = await repository.run('deploy.yml', push(trusted));
    expect(again).toMatchObject({ conclusion: 'success', annotations: [] });
    expect(statuses(again)).toEqual(['deployed']);
    expect(await page(`${world.server.url}/content/${id}`)).toBe('without a secret');
  });

  test('removes forgotten previews', async () => {
    const repository = await world.caller({ '.': { fixture: 'service', name: 'swept' } });
    const sha = await repository.commit({
      '.github/workflows/deploy.yml': switched('Deploy main, preview pull requests'),
      '.github/workflows/sweep.yml': switched('Remove leftover previews'),
    });
    await repository.run('deploy.yml', push(sha));
    const draft = await repository.commit({ 'app.py': wsgi('forgotten') });
    await repository.run('deploy.yml', pullRequest({ number: 9, sha: draft }));
    expect(bundles('swept')).toHaveLength(2);
    const run = await repository.run('sweep.yml', schedule(sha));
    expect(run).toMatchObject({ conclusion: 'success', annotations: [] });
    expect(statuses(run)).toContain('removed');
    expect(bundles('swept')).toHaveLength(1);
  });

  test('skips the pull request of a fork', async () => {
    const repository = await world.caller({ '.': { fixture: 'service', name: 'forked' } });
    const workflow = switched('Deploy main, preview pull requests');
    const sha = await repository.commit({ '.github/workflows/deploy.yml': workflow });
    const run = await repository.run('deploy.yml', pullRequest({ number: 10, sha, from: 'stranger/app' }));
    expect(run.conclusion).toBe('success');
    expect(run.annotations.map(({ level, title }) => `${level} ${title}`)).toEqual(['notice no-secrets']);
    expect(world.server.content().filter(({ name }) => name.startsWith('forked'))).toEqual([]);
  });

  test('runs a notebook when it is asked to, on a schedule and by hand', async () => {
    const repository = await world.caller({ '.': { fixture: 'notebook', name: 'report' } });
    const sha = await repository.commit({
      '.github/workflows/deploy.yml': switched('Deploy main, preview pull requests'),
      '.github/workflows/report.yml': switched('Run a task on a schedule'),
    });
    const deployed = await repository.run('deploy.yml', push(sha));
    expect(deployed).toMatchObject({ conclusion: 'success', annotations: [] });
    for (const event of [schedule(sha), dispatch(sha, { params: '{}' })]) {
      const run = await repository.run('report.yml', event);
      expect(run).toMatchObject({ conclusion: 'success', annotations: [] });
      expect(statuses(run)).toEqual(['invoked']);
    }
    const renderings = world.server.jobs(content('report')?.guid ?? '').filter(({ tag }) => tag.startsWith('render'));
    expect(renderings).toHaveLength(3);
  });

  test('has asked GitHub for nothing that its API does not have', () => {
    expect(world.github.violations).toEqual([]);
  });
});
