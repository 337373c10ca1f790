import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { type Event, HOST_FOLDER } from '../tools/workflow-host.ts';
import { dispatch, other, pullRequest, push, schedule } from './events.ts';
import { type Caller, createWorld, type World } from './world.ts';

const SHA = 'c'.repeat(40);
const workflow = parse(readFileSync(resolve(import.meta.dirname, '../../.github/workflows/deploy.yml'), 'utf8'));
const { environment, concurrency } = workflow.jobs['uv-deploy'];

/** The workflow with nothing to do but to say what its expressions came to. GitHub's own code evaluates them. */
const probe = stringify(
  {
    on: { workflow_call: { inputs: workflow.on.workflow_call.inputs } },
    jobs: {
      probe: {
        'runs-on': 'ubuntu-latest',
        env: { GROUP: concurrency.group, CANCEL: concurrency['cancel-in-progress'] },
        environment: environment.name,
        outputs: { group: `\${{ steps.say.outputs.group }}`, cancel: `\${{ steps.say.outputs.cancel }}` },
        steps: [{ id: 'say', run: 'printf "group=%s\\ncancel=%s\\n" "$GROUP" "$CANCEL" >> "$GITHUB_OUTPUT"' }],
      },
    },
  },
  // A line break within a text of an expression would become part of it.
  { lineWidth: 0 },
);

let world: World;
let repository: Caller;
let commits = 0;

beforeAll(async () => {
  if (!HOST_FOLDER) return;
  world = await createWorld();
  repository = await world.caller({});
});
afterAll(async () => world?.close());

type Said = { group: string; cancel: boolean; environment: string };

/** What a call with these inputs comes to. The server is the same in all. */
async function said(event: Event, inputs: Readonly<Record<string, unknown>> = {}): Promise<Said> {
  const call = stringify({
    on: event.eventName,
    jobs: { call: { uses: './.github/workflows/probe.yml', with: { server: 'https://it.example', ...inputs } } },
  });
  const sha = await repository.commit({
    '.github/workflows/probe.yml': probe,
    '.github/workflows/call.yml': `# ${++commits}\n${call}`,
  });
  const run = await repository.run('call.yml', { ...event, sha });
  expect(run.error ?? run.conclusion).toBe('success');
  const job = run.jobs['call / probe'];
  return {
    group: job?.outputs['group'] ?? '',
    cancel: job?.outputs['cancel'] === 'true',
    environment: job?.environment?.name ?? '',
  };
}

const opened = (number: number) => pullRequest({ number, sha: SHA });
const closed = (number: number) => pullRequest({ number, sha: SHA, action: 'closed' });

describe.skipIf(!HOST_FOLDER)('of two calls', () => {
  test('deployments of one app wait for each other, and are never cut off', async () => {
    const first = await said(push(SHA));
    expect(first).toEqual({
      group: 'uv-deploy  https://it.example .  production',
      cancel: false,
      environment: 'production',
    });
    expect(await said(dispatch(SHA))).toEqual(first);
    expect(await said(opened(1), { mode: 'deploy' })).toEqual(first);
  });

  test('deployments of two apps do not wait, whatever they differ in', async () => {
    const groups = new Set<string>();
    for (const inputs of [
      {},
      { 'working-directory': 'a' },
      { name: 'b' },
      { id: 'c' },
      { environment: 'staging' },
      { variant: 'staging' },
      { name: 'variant staging' },
      { server: 'https://other.example' },
      { platform: 'connect' },
    ]) {
      const { group, cancel } = await said(push(SHA), inputs);
      groups.add(group);
      expect(cancel).toBe(false);
    }
    expect(groups.size).toBe(9);
  });

  test('a newer preview of a pull request replaces the one before, and its removal replaces both', async () => {
    const first = await said(opened(7));
    expect(first).toMatchObject({ cancel: true, environment: 'preview-pr-7' });
    expect(await said(closed(7))).toEqual({ ...first, environment: '' });
    expect(await said(dispatch(SHA), { mode: 'teardown', 'pull-request': 7 })).toEqual({ ...first, environment: '' });
    expect(await said(dispatch(SHA), { mode: 'preview', 'pull-request': 7 })).toEqual(first);
  });

  test('those of other pull requests, apps and of production are left alone by a preview', async () => {
    const each = [
      await said(opened(7)),
      await said(opened(77)),
      await said(opened(7), { 'working-directory': 'a' }),
      await said(opened(7), { variant: 'staging' }),
      await said(push(SHA)),
      await said(schedule(SHA), { mode: 'teardown' }),
    ];
    expect(new Set(each.map(({ group }) => group)).size).toBe(each.length);
  });

  test('checks replace those of the same branch, and need no environment', async () => {
    const first = await said(opened(7), { mode: 'check' });
    expect(first).toMatchObject({ cancel: true, environment: '' });
    expect((await said(opened(8), { mode: 'check' })).group).not.toBe(first.group);
  });

  test('the runs of a task never touch each other', async () => {
    const first = await said(schedule(SHA), { mode: 'invoke' });
    const second = await said(schedule(SHA), { mode: 'invoke', environment: 'nightly' });
    expect([first.cancel, first.environment, second.environment]).toEqual([false, '', 'nightly']);
    expect(second.group).not.toBe(first.group);
  });
});

describe.skipIf(!HOST_FOLDER)('production is for', () => {
  const TOPIC = 'refs/heads/topic';
  const TAG = 'refs/tags/v1';
  const isProduction = async (event: Event, inputs: Readonly<Record<string, unknown>> = {}) => {
    const { group, environment, cancel } = await said(event, inputs);
    const is = environment === 'production';
    expect(environment).toBe(is ? 'production' : '');
    expect(group.endsWith(is ? ' production' : ` check ${event.ref}`), group).toBe(true);
    expect(cancel).toBe(false);
    return is;
  };

  test.each<[is: boolean, what: string, event: Event, branches?: string]>([
    [true, 'a push to the default branch', push(SHA)],
    [true, 'a push of a tag', push(SHA, TAG)],
    [true, 'a release', other(SHA, 'release', { action: 'published' }, TAG)],
    [true, 'a dispatch on the default branch', dispatch(SHA)],
    [true, 'a schedule that does not name the default branch', other(SHA, 'schedule', { repository: {} })],
    [true, 'a push to one of the branches that are named', push(SHA, TOPIC), 'main\ntopic\n'],
    [true, 'a push to the one branch that is named', push(SHA, TOPIC), 'topic'],
    [false, 'a push to another branch', push(SHA, TOPIC)],
    [false, 'a push to a branch whose name only begins like it', push(SHA, 'refs/heads/main2')],
    [false, 'a push to a branch whose name only ends like it', push(SHA, 'refs/heads/a/main')],
    [false, 'a push to a branch that is not among those that are named', push(SHA), 'topic\nmain2'],
    [false, 'a schedule on a branch that is not named', schedule(SHA), 'live'],
    [false, 'a push that does not name the default branch', other(SHA, 'push', { repository: {} })],
    [false, 'a release that is edited', other(SHA, 'release', { action: 'edited' }, TAG)],
    [false, 'a merge queue', other(SHA, 'merge_group', { action: 'checks_requested' })],
    [false, 'a comment', other(SHA, 'issue_comment', { action: 'created' })],
    [false, 'a review', other(SHA, 'pull_request_review', { action: 'submitted', pull_request: { number: 7 } })],
    [false, 'a deletion', other(SHA, 'delete', {})],
    [false, 'a push that deletes', other(SHA, 'push', { deleted: true }, TOPIC)],
  ])('%s: %s', async (is, _, event, branches = '') => {
    expect(await isProduction(event, { 'production-branch': branches })).toBe(is);
  });
});

test.skipIf(!HOST_FOLDER)('the environments of previews are called after the one that is asked for', async () => {
  expect((await said(opened(7), { environment: 'staging' })).environment).toBe('staging-pr-7');
  expect((await said(push(SHA), { environment: 'staging' })).environment).toBe('staging');
  const variant = { variant: 'staging' };
  expect((await said(push(SHA), variant)).environment).toBe('staging');
  expect((await said(opened(7), variant)).environment).toBe('staging-pr-7');
  expect((await said(schedule(SHA), { ...variant, mode: 'invoke' })).environment).toBe('staging');
  expect((await said(push(SHA), { ...variant, environment: 'eu' })).environment).toBe('eu');
});
