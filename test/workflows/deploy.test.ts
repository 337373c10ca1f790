import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { HOST_FOLDER, type JobRun, type WorkflowRun } from '../tools/workflow-host.ts';
import { dispatch, pullRequest, push, schedule } from './events.ts';
import { type Caller, createWorld, type World } from './world.ts';

let world: World;

beforeAll(async () => {
  if (HOST_FOLDER) world = await createWorld();
});
afterAll(async () => world?.close());

type Call = {
  readonly on?: string;
  readonly permissions?: string;
  /** The call's inputs, as YAML. */
  readonly inputs?: readonly string[];
  readonly strategy?: string;
  readonly secrets?: boolean;
};

/** A workflow that calls ours, and shows what it hands back. */
const caller = ({ on = 'push', permissions = 'contents: read', inputs = [], strategy, secrets = true }: Call) => `
on: ${on}
permissions:
  ${permissions}
jobs:
  deploy:
    ${strategy ?? ''}
    uses: uv-deploy/uv-deploy/.github/workflows/deploy.yml@v1
    with:
      server: ${world.server.url}
      health-check-timeout: 60
${inputs.map((line) => `      ${line}\n`).join('')}
    ${secrets ? `secrets:\n      token: \${{ secrets.RICOCHET_API_KEY }}` : ''}
  after:
    needs: deploy
    runs-on: ubuntu-latest
    outputs:
      deploy: \${{ steps.show.outputs.deploy }}
    steps:
      - id: show
        env:
          DEPLOY: \${{ toJSON(needs.deploy.outputs) }}
        run: printf 'deploy<<end\\n%s\\nend\\n' "$DEPLOY" >> "$GITHUB_OUTPUT"
`;

const COMMENTS = 'contents: read\n  pull-requests: write';

const app = async (name: string, call: Call): Promise<{ repository: Caller; sha: string }> => {
  const repository = await world.caller({ '.': { fixture: 'service', name } });
  return { repository, sha: await repository.commit({ '.github/workflows/deploy.yml': caller(call) }) };
};

/** The job in which the action ran. */
const theJob = ({ jobs }: WorkflowRun): JobRun | undefined => jobs['deploy / uv-deploy'];
const annotated = ({ annotations }: WorkflowRun) => annotations.map(({ level, title }) => `${level} ${title}`);
/** What a job after it gets to see. */
const handedBack = ({ jobs }: WorkflowRun) => JSON.parse(jobs['after']?.outputs['deploy'] ?? '{}');
const items = (name: string) =>
  world.server
    .items()
    .map(({ config }) => config.name)
    .filter((one) => one.startsWith(name))
    .sort();
const comments = (number: number) => world.github.state.comments.filter(({ _n }) => _n === number);

describe.skipIf(!HOST_FOLDER)('a workflow that calls the reusable one', () => {
  test('deploys what is pushed, to production, and hands back where it answers', async () => {
    const { repository, sha } = await app('Pushed', {});
    const run = await repository.run('deploy.yml', push(sha));
    expect(run).toMatchObject({ conclusion: 'success', annotations: [] });
    const { status, url, id, health } = handedBack(run);
    expect(status).toBe('deployed');
    expect(await (await fetch(url)).text()).toContain('/');
    expect(world.server.items().find((item) => item.id === id)?.config.name).toBe('Pushed');
    expect(JSON.parse(health)).toMatchObject([{ path: '/', status: 200 }]);
    expect(theJob(run)?.environment).toEqual({ name: 'production', url });

    const again = await repository.run('deploy.yml', push(await repository.commit()));
    expect(handedBack(again)).toMatchObject({ status: 'unchanged', url });
  });

  test('gives a pull request a preview with a comment, brings both up to date, and removes the preview in the end', async () => {
    const { repository, sha } = await app('Previewed', { on: 'pull_request', permissions: COMMENTS });
    const opened = await repository.run('deploy.yml', pullRequest({ number: 7, sha }));
    expect(opened).toMatchObject({ conclusion: 'success', annotations: [] });
    expect(items('Previewed')).toEqual(['Previewed (PR #7)']);
    const { url, status } = handedBack(opened);
    expect(status).toBe('deployed');
    expect(theJob(opened)?.environment).toEqual({ name: 'preview-pr-7', url });
    expect(comments(7).map(({ body }) => body)).toEqual([expect.stringContaining(url)]);
    expect(comments(7)[0]?.body).toMatch(/^<!-- uv-deploy:/);

    const pushed = pullRequest({
      number: 7,
      sha: await repository.commit({ 'notes.txt': 'new' }),
      action: 'synchronize',
    });
    expect(handedBack(await repository.run('deploy.yml', pushed))).toMatchObject({ status: 'deployed', url });
    expect(comments(7)).toHaveLength(1);

    const closed = await repository.run('deploy.yml', pullRequest({ number: 7, sha, action: 'closed' }));
    expect(closed).toMatchObject({ conclusion: 'success', annotations: [] });
    expect(handedBack(closed).status).toBe('removed');
    expect(items('Previewed')).toEqual([]);
    expect(theJob(closed)?.environment?.name).toBe('');
    expect(theJob(closed)?.steps.find(({ name }) => name.startsWith('astral-sh/setup-uv'))?.outcome).toBe('skipped');
    expect(comments(7)).toHaveLength(1);
  });

  test('never deploys to production for what happens to a pull request', async () => {
    const { repository, sha } = await app('Labeled', { on: 'pull_request', permissions: COMMENTS });
    const run = await repository.run('deploy.yml', pullRequest({ number: 8, sha, action: 'labeled' }));
    expect(handedBack(run).status).toBe('deployed');
    expect(items('Labeled')).toEqual(['Labeled (PR #8)']);
    expect(theJob(run)?.environment?.name).toBe('preview-pr-8');
  });

  test('says which permission a comment needs when it is not granted, and deploys the preview all the same', async () => {
    const { repository, sha } = await app('Ungranted', { on: 'pull_request' });
    const run = await repository.run('deploy.yml', pullRequest({ number: 9, sha }));
    expect(run.conclusion).toBe('success');
    expect(items('Ungranted')).toEqual(['Ungranted (PR #9)']);
    expect(run.annotations).toHaveLength(1);
    expect(run.annotations[0]?.level).toBe('warning');
    expect(run.annotations[0]?.message).toContain('pull-requests: write');
    expect(comments(9)).toEqual([]);
  });

  test('skips the pull request of a fork, which gets no secrets, and does not fail for it', async () => {
    const { repository, sha } = await app('Forked', { on: 'pull_request', permissions: COMMENTS });
    for (const action of ['opened', 'closed'] as const) {
      const run = await repository.run('deploy.yml', pullRequest({ number: 10, sha, action, from: 'stranger/app' }));
      expect(run.conclusion).toBe('success');
      expect(annotated(run)).toEqual(['notice no-secrets']);
      expect(handedBack(run).status).toBe('skipped');
      expect(theJob(run)?.environment?.name).toBe('');
    }
    expect(items('Forked')).toEqual([]);
  });

  test('refuses to preview in pull_request_target, and removes previews there', async () => {
    const { repository, sha } = await app('Targeted', {
      on: '[pull_request, pull_request_target]',
      permissions: COMMENTS,
    });
    await repository.run('deploy.yml', pullRequest({ number: 11, sha }));
    const event = { number: 11, sha, eventName: 'pull_request_target' } as const;
    const requests = world.server.requests.all().length;
    const opened = await repository.run('deploy.yml', pullRequest({ ...event, from: 'stranger/app' }));
    expect(opened.conclusion).toBe('failure');
    expect(annotated(opened)).toEqual(['error pull-request-target']);
    expect(world.server.requests.all()).toHaveLength(requests);
    const closed = await repository.run('deploy.yml', pullRequest({ ...event, action: 'closed' }));
    expect(handedBack(closed).status).toBe('removed');
    expect(items('Targeted')).toEqual([]);
  });

  test('checks without a secret, and without an environment', async () => {
    const { repository, sha } = await app('Checked', { inputs: ['mode: check'], secrets: false });
    const run = await repository.run('deploy.yml', pullRequest({ number: 12, sha, from: 'stranger/app' }));
    expect(run).toMatchObject({ conclusion: 'success', annotations: [] });
    expect(handedBack(run).status).toBe('checked');
    expect(theJob(run)?.environment?.name).toBe('');
  });

  test('deploys the apps of a monorepo side by side', async () => {
    const repository = await world.caller({
      'apps/one': { fixture: 'service', name: 'Mono one' },
      'apps/two': { fixture: 'service', name: 'Mono two' },
    });
    const call = caller({
      strategy: 'strategy: { matrix: { app: [one, two] } }',
      inputs: [`working-directory: apps/\${{ matrix.app }}`, `environment: \${{ matrix.app }}`],
    });
    const run = await repository.run(
      'deploy.yml',
      push(await repository.commit({ '.github/workflows/deploy.yml': call })),
    );
    expect(run).toMatchObject({ conclusion: 'success', annotations: [] });
    expect(items('Mono')).toEqual(['Mono one', 'Mono two']);
    const environments = ['one', 'two'].map((name) => run.jobs[`deploy (${name}) / uv-deploy`]?.environment?.name);
    expect(environments).toEqual(['one', 'two']);
  });

  test('runs a task when it is asked to, on a schedule and by hand', async () => {
    const repository = await world.caller({ '.': { fixture: 'script', name: 'Tasked' } });
    const sha = await repository.commit({
      '.github/workflows/deploy.yml': caller({}),
      '.github/workflows/run.yml': caller({
        on: '[schedule, workflow_dispatch]',
        inputs: ['mode: invoke', `params: '{"name": "the schedule"}'`],
      }),
    });
    await repository.run('deploy.yml', push(sha));
    for (const event of [schedule(sha), dispatch(sha)]) {
      const run = await repository.run('run.yml', event);
      expect(run).toMatchObject({ conclusion: 'success', annotations: [] });
      expect(handedBack(run)).toMatchObject({ status: 'invoked', 'invocation-id': expect.stringMatching(/./) });
      expect(theJob(run)?.environment?.name).toBe('');
    }
  });

  test('has asked GitHub for nothing that its API does not have', () => {
    expect(world.github.violations).toEqual([]);
    expect(world.github.log.length).toBeGreaterThan(0);
  });
});
