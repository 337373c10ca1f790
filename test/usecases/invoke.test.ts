import { describe, expect, test } from 'vitest';
import { itemOf } from './platform.ts';
import { type Case, createWorld, refusing } from './world.ts';

const { act, cancel } = createWorld();

const running = { state: 'running' } as const;
const failed = { state: 'failed', message: 'The task exited with code 3', remedy: 'Read the log.' } as const;

const invoke = (given: Case = {}) => act('invoke', { kind: 'task', items: [itemOf('shop')], ...given });

describe('a run of a task', () => {
  test('is started once and followed to its end, with what it prints', async () => {
    const done = await invoke({ progress: [running, running, { state: 'live' }], log: 'one\ntwo\n' });
    expect(done.status).toBe('invoked');
    expect(done.calls).toEqual([
      ...['verify', 'find', 'start id-of-shop', 'progress run-1', 'progress run-1', 'progress run-1'],
    ]);
    expect(done.journal).toMatchObject({ id: 'id-of-shop', invocationId: 'run-1', run: { log: 'one\ntwo' } });
    expect(done.lines.filter((line) => line.startsWith('| ')).join('\n')).toContain('two');
  });

  test('hands its parameters on, of which only the names are shown', async () => {
    const done = await invoke({ inputs: { params: '{"region":"a-secret-place"}' } });
    expect(done.journal.run?.params).toEqual(['region']);
    expect(done.lines.join('\n')).not.toContain('a-secret-place');
  });

  test('that fails ends the step with the end of its log', async () => {
    const done = await invoke({ progress: [running, failed], log: 'one\nNo such region\n' });
    expect(done.status).toBe('failed');
    expect(done.codes).toEqual(['run-failed']);
    expect(done.findings[0]?.message).toContain('The task exited with code 3 (run run-1).');
    expect(done.findings[0]?.message).toContain('No such region');
  });

  test('that fails names the exception, or what is missing', async () => {
    const raised = (line: string, what: string) =>
      `one\nTraceback (most recent call last):\n  File "/srv/main.py", line 2, in <module>\n    ${line}\n${what}\n`;
    const broken = await invoke({ progress: [failed], log: raised('raise ValueError("no")', 'ValueError: no') });
    expect(broken.findings[0]?.message).toContain('(run run-1).\nThe last exception is ValueError: no.\n');
    expect(broken.findings[0]?.remedy).toContain('Read the log.');
    const missing = await invoke({ progress: [failed], log: raised('os.environ["KEY"]', "KeyError: 'KEY'") });
    expect(missing.findings[0]?.message).toContain('The app needs the variable KEY, which is not set.');
    expect(missing.findings[0]?.remedy).toContain("with the 'env' input of the step that deploys the task");
  });

  test('that does not end in time is stopped', async () => {
    const done = await invoke({ progress: [running], inputs: { timeout: '60' } });
    expect(done.status).toBe('timed-out');
    expect(done.codes).toEqual(['run-timeout']);
    expect(done.findings[0]?.message).toContain('Run run-1 was stopped on the server.');
    expect(done.calls.at(-1)).toBe('stop run-1');
    expect(done.waited).toBe(60_000);
  });

  test('that can not be stopped either goes on, which is said', async () => {
    const during = { stop: refusing('forbidden') };
    const done = await invoke({ progress: [running], inputs: { timeout: '60' }, during });
    expect(done.findings[0]?.message).toContain('Run run-1 could not be stopped and continues on the server');
  });

  test('that the server tells nothing of is not waited for, with a warning', async () => {
    const done = await invoke({ progress: [{ state: 'untold' }] });
    expect(done.status).toBe('invoked');
    expect(done.codes).toEqual(['run-not-followed']);
  });

  test('that the server can not be asked for any more has an unknown end', async () => {
    const done = await invoke({ during: { progress: refusing('server-error') } });
    expect(done.status).toBe('failed');
    expect(done.codes).toEqual(['run-unknown']);
    expect(done.calls).not.toContain('stop run-1');
  });

  test('with wait: false is started only', async () => {
    const done = await invoke({ inputs: { wait: 'false' }, progress: [failed] });
    expect(done.status).toBe('invoked');
    expect(done.codes).toEqual(['not-followed']);
    expect(done.calls.at(-1)).toBe('start id-of-shop');
  });
});

describe('a run that is cancelled', () => {
  test('before its start leaves nothing behind', async () => {
    const done = await invoke({ during: { find: cancel } });
    expect(done.status).toBe('cancelled');
    expect(done.journal).not.toHaveProperty('left');
  });

  test('during its start may have begun, which is said', async () => {
    const done = await invoke({ during: { start: cancel } });
    expect(done.status).toBe('cancelled');
    expect(done.journal.left).toContain('The task was being started');
  });

  test('while it is followed is stopped', async () => {
    const done = await invoke({ during: { progress: cancel } });
    expect(done.status).toBe('cancelled');
    expect(done.calls.at(-1)).toBe('stop run-1');
    expect(done.journal.left).toBe('Run run-1 was stopped on the server.');
  });
});

describe('nothing is started', () => {
  const nothing = { status: 'failed', journal: expect.not.objectContaining({ invocationId: expect.anything() }) };

  test.each<[string, Case, string, readonly string[]]>([
    ['without a credential', { inputs: { token: '' } }, 'no-token', []],
    ['with one that is refused', { during: { verify: refusing('invalid-key') } }, 'invalid-key', ['verify']],
    ['where there is no such item', { items: [] }, 'no-item', ['verify', 'find']],
    ['on a platform without tasks', { without: ['tasks'] }, 'no-tasks', []],
    ['of an item that is no task', { during: { start: refusing('not-a-task') } }, 'not-a-task', ['verify', 'find']],
  ])('%s', async (_, given, code, calls) => {
    const done = await invoke(given);
    expect(done).toMatchObject({ ...nothing, codes: [code] });
    expect(done.calls.filter((call) => !call.startsWith('start'))).toEqual(calls);
  });
});
