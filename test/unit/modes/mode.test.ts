import { describe, expect, it } from 'vitest';
import { chooseMode } from '../../../src/modes/mode.ts';
import { createContext } from '../../tools/fakes.ts';

type Event = Parameters<typeof chooseMode>[1];
const on = (event: string, changes: Partial<Event> = {}): Event =>
  createContext({ event, ref: 'refs/heads/main', defaultBranch: 'main', ...changes });
const auto = (event: Event, productionBranches: readonly string[] = []) =>
  chooseMode({ mode: 'auto', productionBranches }, event);

const TOPIC = { ref: 'refs/heads/topic' };
const TAG = { ref: 'refs/tags/v1' };

describe('auto', () => {
  it.each<[mode: string, event: Event]>([
    ['deploy', on('push')],
    ['deploy', on('push', TAG)],
    ['deploy', on('push', { ...TAG, defaultBranch: '' })],
    ['deploy', on('release', { ...TAG, eventAction: 'published' })],
    ['deploy', on('release', { ...TAG, eventAction: 'prereleased' })],
    ['deploy', on('schedule')],
    ['deploy', on('workflow_dispatch')],
    ['deploy', on('workflow_dispatch', TAG)],
    ['deploy', on('repository_dispatch', { eventAction: 'closed' })],
    ['preview', on('pull_request', { eventAction: 'opened' })],
    ['preview', on('pull_request', { eventAction: 'labeled' })],
    ['preview', on('pull_request_target', { eventAction: 'synchronize' })],
    ['teardown', on('pull_request', { eventAction: 'closed' })],
    ['teardown', on('pull_request_target', { eventAction: 'closed' })],
    ['skipped', on('push', { isDeletion: true })],
    ['skipped', on('push', { ...TAG, isDeletion: true })],
    ['skipped', on('delete', { isDeletion: true })],
    ['check', on('push', TOPIC)],
    ['check', on('push', { ref: 'refs/heads/Main' })],
    ['check', on('push', { ref: 'refs/heads/tags/main' })],
    ['check', on('push', { ref: 'refs/heads/feature/main' })],
    ['check', on('push', { defaultBranch: '' })],
    ['check', on('push', { ref: 'refs/heads/', defaultBranch: '' })],
    ['check', on('workflow_dispatch', TOPIC)],
    ['check', on('release', { ...TAG, eventAction: 'edited' })],
    ['check', on('release', { ...TAG, eventAction: 'deleted' })],
    ['check', on('merge_group', { eventAction: 'checks_requested' })],
    ['check', on('issue_comment', { eventAction: 'created' })],
    ['check', on('pull_request_review', { eventAction: 'submitted' })],
    ['check', on('workflow_run', { eventAction: 'completed' })],
    ['check', on('create')],
    ['check', on('something_new')],
    ['check', on('')],
  ])('is %s on %j', (mode, event) => {
    const choice = auto(event);
    expect(choice.mode).toBe(mode);
    expect(choice.notice?.level).toBe(mode === 'check' || mode === 'skipped' ? 'notice' : undefined);
  });

  it('deploys the production branches that are named, instead of the default branch', () => {
    const branches = ['release', 'live/eu'];
    expect(auto(on('push', { ref: 'refs/heads/live/eu' }), branches).mode).toBe('deploy');
    expect(auto(on('push'), branches).mode).toBe('check');
    expect(auto(on('schedule'), branches).mode).toBe('check');
    expect(auto(on('push', TAG), branches).mode).toBe('deploy');
  });

  it('says why it only checks, and what to write', () => {
    expect(auto(on('push', TOPIC)).notice).toMatchObject({
      message: "The branch 'topic' is not the production branch (main), so this run only checks.",
      remedy: expect.stringMatching(/`mode: deploy`.*`production-branch`/),
    });
    expect(auto(on('issue_comment', { eventAction: 'created' })).notice).toMatchObject({
      message: "The event 'issue_comment: created' does not deploy in mode auto, so this run only checks.",
      remedy: expect.stringContaining('`mode: deploy`'),
    });
    expect(auto(on('push', { defaultBranch: '' })).notice?.remedy).toContain('`production-branch: main`');
  });
});

it('is the mode that was asked for, on whatever event', () => {
  const asked = { mode: 'deploy', productionBranches: ['main'] } as const;
  expect(chooseMode(asked, on('push', { ...TOPIC, isDeletion: true }))).toEqual({ mode: 'deploy' });
  expect(chooseMode({ ...asked, mode: 'check' }, on('push'))).toEqual({ mode: 'check' });
});
