import { describe, expect, it } from 'vitest';
import { progressOf } from '../../../../../src/platforms/ricochet/gateway/status.ts';

const state = (status: string) => progressOf({ success: { state: 'live' } }, status, 'run').state;

describe('a status of the server', () => {
  it.each(['', 'queued', 'Running', 'in progress', 'in_progress', 'restoring'])(
    'that is a word for work under way goes on: %j',
    (status) => expect(state(status)).toBe('running'),
  );

  it.each(['success'])('that is known is what the table says: %s', (status) => expect(state(status)).toBe('live'));

  it.each(['quarantined', 'toString', 'expired'])('that is not known ends the wait, and is quoted: %s', (status) => {
    const progress = progressOf({}, status, 'run');
    expect(progress.state).toBe('failed');
    expect(JSON.stringify(progress)).toContain(`'${status}'`);
  });

  it.each(['out_of_sync', 'Out of sync', 'outdated'])('that is about the lock says what to do: %s', (status) => {
    expect(JSON.stringify(progressOf({}, status, 'deployment'))).toContain('uv lock');
  });
});
