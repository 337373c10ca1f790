import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RicochetServer } from '../emulators/ricochet/server.ts';
import { createWorkplace } from '../emulators/workplace.ts';
import type { ActionOptions, ActionRun } from '../tools/action.ts';
import { REPOSITORY } from '../tools/events.ts';
import { runCase } from '../tools/in-process.ts';

const place = createWorkplace();
let server: RicochetServer;
let workspace: string;
beforeAll(async () => {
  [server, workspace] = await Promise.all([place.start(), place.project('service')]);
});
afterAll(() => place.clear());

const run = (options: Partial<ActionOptions>): Promise<ActionRun> =>
  runCase({
    workspace,
    temp: place.path('temp'),
    ...options,
    inputs: { server: server.url, token: server.apiKey, preflight: 'static', ...options.inputs },
  });
const on = (name: string, payload: object = {}) => ({ name, payload: { repository: REPOSITORY, ...payload } });
const TOPIC = { GITHUB_REF: 'refs/heads/topic' };

test.each<[what: string, Partial<ActionOptions>]>([
  ['a push to another branch than the default one', { event: on('push'), env: TOPIC }],
  ['a dispatch on another branch', { event: on('workflow_dispatch'), env: TOPIC }],
  ['a merge queue', { event: on('merge_group', { action: 'checks_requested' }) }],
  ['a comment', { event: on('issue_comment', { action: 'created', issue: { number: 3 } }) }],
  ['the review of a pull request', { event: on('pull_request_review', { pull_request: { number: 3 } }) }],
  ['a push whose event does not name the default branch', { event: { name: 'push', payload: {} } }],
  ['a push to a branch that is not the one that is named', { inputs: { 'production-branch': 'live' } }],
])('%s deploys nothing, and says what to write', async (_, options) => {
  const checked = await run(options);
  expect(checked.outputs.status).toBe('checked');
  expect(checked.titles()).toEqual(['not-production']);
  expect(checked.annotations[0]).toMatchObject({
    level: 'notice',
    message: expect.stringMatching(/mode: deploy|production-branch: main/),
  });
  expect(server.items()).toEqual([]);
});

test.each([
  ['a branch was pushed as deleted', on('push', { deleted: true })],
  ['a branch or a tag was deleted', on('delete', { ref: 'topic', ref_type: 'branch' })],
])('%s: the run is skipped, whatever is checked out', async (_, event) => {
  const empty = await place.project('service');
  await rm(empty, { recursive: true });
  const skipped = await run({ event, workspace: workspace, env: { GITHUB_WORKSPACE: empty } });
  expect(skipped.exitCode).toBe(0);
  expect(skipped.outputs.status).toBe('skipped');
  expect(skipped.titles('error')).toEqual([]);
  expect(server.items()).toEqual([]);
});

test('what is for production is deployed: a tag, a release, a schedule and the branches that are named', async () => {
  const deployed = await run({ event: on('push'), env: { GITHUB_REF: 'refs/tags/v1' } });
  expect(deployed.outputs.status).toBe('deployed');
  for (const options of [
    { event: on('release', { action: 'published' }), env: { GITHUB_REF: 'refs/tags/v1' } },
    { event: { name: 'schedule', payload: {} } },
    { event: on('push'), env: TOPIC, inputs: { 'production-branch': 'main\ntopic\n' } },
    { event: on('issue_comment', { action: 'created' }), inputs: { mode: 'deploy' } },
  ]) {
    const again = await run(options);
    expect(again.titles()).toEqual([]);
    expect(again.outputs.status).toBe('deployed');
  }
});

test('leaves the runner’s temporary folder out, where that is in the checkout', async () => {
  const project = await place.project('service');
  const inputs = { mode: 'check', platform: 'ricochet' };
  const sizes: (string | undefined)[] = [];
  for (const temp of [place.path('elsewhere'), `${project}/temp`, `${project}/temp`]) {
    const checked = await run({ workspace: project, temp, inputs });
    expect(checked.outputs.status).toBe('checked');
    sizes.push(checked.outputs['bundle-sha256']);
  }
  expect(new Set(sizes)).toEqual(new Set([sizes[0]]));
});
