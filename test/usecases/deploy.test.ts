import { describe, expect, test } from 'vitest';
import { itemOf } from './platform.ts';
import { createCache, createWorld, refusing } from './world.ts';

const { act, cancel } = createWorld();

const LIVE = { ...itemOf('shop'), releases: ['release-0'] };
const running = { state: 'running' } as const;
const failed = { state: 'failed', message: 'The build failed', remedy: 'Read the log.' } as const;

describe('a deployment', () => {
  test('creates the item, follows the release, applies the settings and probes the app, in this order', async () => {
    const done = await act('deploy', { progress: [running, running, { state: 'live' }], changes: ['the title'] });
    expect(done.status).toBe('deployed');
    expect(done.calls).toEqual([
      ...['verify', 'find', 'deploy new', 'progress release-1', 'progress release-1', 'progress release-1'],
      ...['applySettings release-1', 'isServing release-1'],
    ]);
    expect(done.probes).toBe(1);
    expect(done.journal).toMatchObject({ id: 'id-of-shop', url: itemOf('shop').url, deploymentId: 'release-1' });
    expect(done.journal.notes).toContain('Updated the title');
    expect(done.codes).toEqual([]);
  });

  test('updates the item that is there', async () => {
    const done = await act('deploy', { items: [LIVE] });
    expect(done.status).toBe('deployed');
    expect(done.calls).toContain('deploy id-of-shop');
    expect(done.items.map(({ releases }) => releases)).toEqual([['release-0', 'release-1']]);
  });

  test('of a task probes nothing', async () => {
    const done = await act('deploy', { kind: 'task' });
    expect(done.status).toBe('deployed');
    expect(done.probes).toBe(0);
    expect(done.calls).not.toContain('isServing release-1');
  });

  test('with wait: false ends when the server has the bundle, with a warning', async () => {
    const done = await act('deploy', { inputs: { wait: 'false' }, progress: [failed], answers: [500] });
    expect(done.status).toBe('deployed');
    expect(done.codes).toEqual(['not-followed']);
    expect(done.calls.at(-1)).toBe('deploy new');
    expect(done.probes).toBe(0);
  });

  test('with wait: false and fail-on: warning fails', async () => {
    const done = await act('deploy', { inputs: { wait: 'false', 'fail-on': 'warning' } });
    expect(done.status).toBe('failed');
    expect(done.codes).toEqual(['not-followed', 'warnings-fail']);
  });
});

describe('a bundle that is live already', () => {
  test('is not sent again when the platform says so, but is probed', async () => {
    const done = await act('deploy', { items: [LIVE], isUnchanged: true });
    expect(done.status).toBe('unchanged');
    expect(done.calls).toEqual(['verify', 'find']);
    expect(done.journal.deploymentId).toBe('release-0');
    expect(done.probes).toBe(1);
  });

  test('is not sent again when an earlier run remembers it, with the same variables only', async () => {
    const cache = createCache();
    const [env, other] = [{ env: 'GREETING=hello' }, { env: 'GREETING=good night' }];
    await act('deploy', { items: [LIVE], cache, inputs: env });
    const now = { items: [{ ...LIVE, releases: ['release-0', 'release-1'] }], cache };
    expect((await act('deploy', { ...now, inputs: env })).status).toBe('unchanged');
    expect((await act('deploy', { ...now, inputs: other })).status).toBe('deployed');
  });

  test('is sent again when somebody has deployed another one since', async () => {
    const cache = createCache();
    await act('deploy', { items: [LIVE], cache });
    const items = [{ ...LIVE, releases: ['release-1', 'release-of-others'] }];
    expect((await act('deploy', { items, cache })).status).toBe('deployed');
  });

  test('is sent again with force: true', async () => {
    const done = await act('deploy', { items: [LIVE], isUnchanged: true, inputs: { force: 'true' } });
    expect(done.status).toBe('deployed');
    expect(done.calls).toContain('deploy id-of-shop');
  });

  test('fails the run when it is not healthy, and nothing is rolled back', async () => {
    const items = [{ ...LIVE, releases: ['release-a', 'release-b'] }];
    const done = await act('deploy', { items, isUnchanged: true, answers: [503], inputs: { rollback: 'true' } });
    expect(done.status).toBe('failed');
    expect(done.codes).toEqual(['unhealthy']);
    expect(done.calls).toEqual(['verify', 'find']);
  });
});

describe('a release that does not go live', () => {
  test('fails the run with what the server says of it, and is not probed', async () => {
    const done = await act('deploy', { progress: [running, failed] });
    expect(done.status).toBe('failed');
    expect(done.codes).toEqual(['deployment-failed']);
    expect(done.findings[0]?.message).toContain('The build failed (deployment release-1)');
    expect(done.probes).toBe(0);
    expect(done.calls).not.toContain('applySettings release-1');
  });

  test('is given up when the time is over, which says what becomes of it', async () => {
    const left = { told: 'It was taken back.', findings: [] };
    const done = await act('deploy', { progress: [running], inputs: { timeout: '60' }, left });
    expect(done.status).toBe('timed-out');
    expect(done.codes).toEqual(['deployment-timeout']);
    expect(done.findings[0]?.message).toContain('It was taken back.');
    expect(done.calls.at(-1)).toBe('cancel release-1');
    expect(done.waited).toBe(60_000);
  });

  test('is asked for through an outage, but not for ever', async () => {
    const done = await act('deploy', { during: { progress: refusing('server-unreachable') } });
    expect(done.status).toBe('failed');
    expect(done.codes).toEqual(['deployment-unknown']);
    expect(done.waited).toBeGreaterThanOrEqual(60_000);
    expect(done.waited).toBeLessThan(70_000);
  });

  test('because somebody else made another one live meanwhile, ends the run as the platform says', async () => {
    const done = await act('deploy', { during: { progress: refusing('superseded') } });
    expect(done.status).toBe('failed');
    expect(done.codes).toEqual(['superseded']);
  });
});

/** What the app of the project prints when it raises. */
const LOG =
  'Traceback (most recent call last):\n  File "/srv/01ABC/app.py", line 1, in <module>\n    print("hello")\nKeyError: "hello"\n';

describe('an app that does not answer', () => {
  test('fails the run, with what the platform knows of it, and stays live without rollback', async () => {
    const done = await act('deploy', { items: [LIVE], answers: [502], explanation: 'No module named shop' });
    expect(done.status).toBe('failed');
    expect(done.codes).toEqual(['unhealthy']);
    expect(done.lines).toContain('| No module named shop');
    expect(done.calls).not.toContain('activate release-0');
    expect(done.waited).toBeGreaterThanOrEqual(300_000);
  });

  test('is reported at the line of the checkout that its log names', async () => {
    const done = await act('deploy', { items: [LIVE], answers: [502], explanation: LOG });
    expect(done.findings).toMatchObject([{ code: 'unhealthy', file: 'app.py', line: 1 }]);
    expect(done.findings[0]?.message).toContain('The last exception in its log: KeyError: "hello".');
  });

  test('at one path only is not said to fail where something else did', async () => {
    const inputs = { 'health-check-path': '/healthz' };
    const done = await act('deploy', { items: [LIVE], answers: [404], explanation: LOG, inputs });
    expect(done.findings).toMatchObject([{ code: 'unhealthy' }]);
    expect(done.findings[0]).not.toHaveProperty('file');
    expect(done.findings[0]?.message).not.toContain('KeyError');
  });

  test.each([
    ['a file outside of the bundle', LOG.replace('/srv/01ABC/app.py', '/srv/../../etc/passwd')],
    ['a line that the file does not have', LOG.replace('line 1', 'line 4000')],
    ['a package of the same name', LOG.replace('/srv/01ABC/app.py', '/env/lib/python3.12/site-packages/app.py')],
    ['a workflow command for a file', LOG.replace('/srv/01ABC/app.py', '::error file=app.py::x\u001b[31m')],
  ])('is reported without a line where its log names %s', async (_, explanation) => {
    const done = await act('deploy', { items: [LIVE], answers: [502], explanation });
    expect(done.findings).toMatchObject([{ code: 'unhealthy' }]);
    expect(done.findings[0]).not.toHaveProperty('file');
    expect(done.findings[0]?.message).not.toMatch(/^\s*::|\u001b/m);
  });

  test('names the variable that its log misses, and what to do', async () => {
    const explanation = `${LOG.replace('print("hello")\n', 'os.environ["DATABASE_URL"]\n')}`.replace(
      '"hello"',
      "'DATABASE_URL'",
    );
    const done = await act('deploy', { items: [LIVE], answers: [500], explanation });
    expect(done.findings[0]?.message).toContain('The app needs the variable DATABASE_URL, which is not set.');
    expect(done.findings[0]?.remedy).toMatch(/^Set it on the platform, .* Logs: https/);
    // The live code is not that of the checkout.
    expect(done.findings[0]).not.toHaveProperty('file');
  });

  test('is gone back from by a commit where the platform builds the head of a branch', async () => {
    const done = await act('deploy', { delivery: 'none', without: ['releases'], items: [LIVE], answers: [502] });
    expect(done.findings[0]?.message).toContain('is live now. To roll back, revert the commit and push.');
  });

  test('is asked until it does', async () => {
    const done = await act('deploy', { answers: [502, 503, 200] });
    expect(done.status).toBe('deployed');
    expect(done.journal.health).toMatchObject([{ path: '/', status: 200, attempts: 3 }]);
  });
});

describe('what a release can not be asked is told', () => {
  test('with a warning where the platform has no URL of the app', async () => {
    const done = await act('deploy', { items: [{ ...LIVE, url: '' }], progress: [{ state: 'live' }] });
    expect(done.status).toBe('deployed');
    expect(done.findings).toMatchObject([{ code: 'url-unknown', level: 'warning' }]);
    expect(done.probes).toBe(0);
  });

  test('and that a schedule has not run a task, which only mode: invoke does', async () => {
    const task = { kind: 'task', items: [LIVE], isUnchanged: true } as const;
    const scheduled = await act('deploy', { ...task, context: { event: 'schedule' } });
    expect(scheduled.status).toBe('unchanged');
    expect(scheduled.findings).toMatchObject([
      { code: 'task-not-run', level: 'notice', remedy: expect.stringContaining('`mode: invoke`') },
    ]);
    const pushed = await act('deploy', { ...task, context: { event: 'push' } });
    expect(pushed.codes).toEqual([]);
  });
});

describe('the first visit of a release', () => {
  const raised = { is: 'raised', framework: 'Streamlit', said: "KeyError: 'TOKEN'", trace: '' } as const;

  test('is reported at the line of the checkout that its traceback or the log names', async () => {
    const words = 'Traceback (most recent call last):\n  File "/srv/app.py", line 1, in <module>\nKeyError: 1\n';
    for (const given of [{ visits: [{ ...raised, trace: words }] }, { visits: [raised], explanation: words }]) {
      const done = await act('deploy', { items: [LIVE], ...given });
      expect(done.findings).toMatchObject([{ code: 'first-visit', file: 'app.py', line: 1 }]);
    }
  });

  test('fails the run when the app raises, which says what is live and how to go back', async () => {
    const done = await act('deploy', { items: [LIVE], visits: [raised] });
    expect(done.status).toBe('failed');
    expect(done.codes).toEqual(['first-visit']);
    expect(done.findings[0]?.message).toContain("KeyError: 'TOKEN'");
    expect(done.findings[0]?.message).toContain(
      'Release release-1 is live now. To roll back, rerun the job of the last good commit, or set `rollback: true`',
    );
    expect(done.journal.health).toMatchObject([{ path: '/', status: 200 }]);
  });

  test('is a reason to go back', async () => {
    const done = await act('deploy', { items: [LIVE], visits: [raised], inputs: { rollback: 'true' } });
    expect(done.codes).toEqual(['rolled-back', 'first-visit']);
  });

  test('is a notice where it can not be judged', async () => {
    const done = await act('deploy', { visits: [{ is: 'unsure', framework: 'Bokeh', why: 'Its page is empty.' }] });
    expect(done.status).toBe('deployed');
    expect(done.codes).toEqual(['visit-unjudged']);
    expect(done.findings[0]?.level).toBe('notice');
  });
});

describe('the new release', () => {
  test('is waited for while the old one answers', async () => {
    const done = await act('deploy', { items: [LIVE], serving: [false, false, true] });
    expect(done.status).toBe('deployed');
    expect(done.probes).toBe(3);
  });

  test('fails the run when it does not take over in time', async () => {
    const done = await act('deploy', { items: [LIVE], serving: [false], inputs: { 'health-check-timeout': '20' } });
    expect(done.status).toBe('failed');
    expect(done.codes).toEqual(['old-release-answers']);
    expect(done.waited).toBeGreaterThanOrEqual(20_000);
  });

  test('is taken to be live, with a note, where the server does not tell which one answers', async () => {
    const done = await act('deploy', { serving: [undefined] });
    expect(done.status).toBe('deployed');
    expect(done.journal.notes).toContain('The app answers; the server does not say which release does.');
  });
});

describe('the release before an unhealthy one', () => {
  const rollback = { rollback: 'true', 'health-check-timeout': '1' };
  /** The probes of the release that fails. */
  const unhealthy = Array.from({ length: 10 }, () => 500);

  test('is live again, and the run fails all the same', async () => {
    const done = await act('deploy', { items: [LIVE], answers: [...unhealthy, 200], inputs: rollback });
    expect(done.status).toBe('failed');
    expect(done.codes).toEqual(['rolled-back', 'unhealthy']);
    expect(done.findings[0]?.message).toBe('Release release-0, the one before release-1, is live again, and healthy.');
    expect(done.calls.slice(-2)).toEqual(['activate release-0', 'progress release-0']);
  });

  test('is live again, and the error has its line of the checkout', async () => {
    const more = { answers: [...unhealthy, 200], explanation: LOG, inputs: rollback };
    const done = await act('deploy', { items: [LIVE], ...more });
    expect(done.findings.find(({ code }) => code === 'unhealthy')).toMatchObject({ file: 'app.py', line: 1 });
  });

  test('is live again where it is not healthy either, which is said', async () => {
    const done = await act('deploy', { items: [LIVE], answers: [500], inputs: rollback });
    expect(done.codes).toEqual(['rolled-back', 'unhealthy']);
    expect(done.findings[0]?.message).toContain('but it is not healthy either');
  });

  test('stays away when there is none', async () => {
    const done = await act('deploy', { answers: [500], inputs: rollback });
    expect(done.status).toBe('failed');
    expect(done.codes).toEqual(['nothing-to-put-back', 'unhealthy']);
    expect(done.calls.filter((call) => call.startsWith('activate'))).toEqual([]);
  });

  test('stays away when the server refuses it, and both are reported', async () => {
    const during = { activate: refusing('forbidden') };
    const done = await act('deploy', { items: [LIVE], answers: [500], inputs: rollback, during });
    expect(done.status).toBe('failed');
    expect(done.codes).toEqual(['forbidden', 'not-rolled-back', 'unhealthy']);
  });

  test('stays away on a platform that can not go back, which is said before the upload', async () => {
    const done = await act('deploy', { items: [LIVE], answers: [500], inputs: rollback, without: ['releases'] });
    expect(done.codes).toEqual(['no-rollback', 'unhealthy']);
    expect(done.status).toBe('failed');
  });

  test('stays away when the deployment itself fails', async () => {
    const done = await act('deploy', { items: [LIVE], progress: [failed], inputs: rollback });
    expect(done.codes).toEqual(['deployment-failed']);
    expect(done.calls.filter((call) => call.startsWith('activate'))).toEqual([]);
  });
});

describe('a deployment that is cancelled', () => {
  test('before the upload changes nothing on the server', async () => {
    const done = await act('deploy', { during: { find: cancel } });
    expect(done.status).toBe('cancelled');
    expect(done.items).toEqual([]);
    expect(done.journal).not.toHaveProperty('uploadingTo');
  });

  test('during the upload says where the bundle may have arrived', async () => {
    const done = await act('deploy', { items: [LIVE], during: { deploy: cancel } });
    expect(done.status).toBe('cancelled');
    expect(done.journal).toMatchObject({ uploadingTo: 'https://fake.example', id: 'id-of-shop' });
    expect(done.journal).not.toHaveProperty('deploymentId');
  });

  test('while the release is followed gives it up on the server, and says what is left', async () => {
    const left = { told: 'The draft was removed.', findings: [] };
    const done = await act('deploy', { during: { progress: cancel }, left });
    expect(done.status).toBe('cancelled');
    expect(done.calls.at(-1)).toBe('cancel release-1');
    expect(done.journal).toMatchObject({ deploymentId: 'release-1', left: 'The draft was removed.' });
  });

  test('while the app is probed does not roll back', async () => {
    const done = await act('deploy', { items: [LIVE], probed: cancel, inputs: { rollback: 'true' } });
    expect(done.status).toBe('cancelled');
    expect(done.calls.at(-1)).toBe('applySettings release-1');
  });
});

describe('the credential of a deployment', () => {
  test('is missed before the server is asked for anything', async () => {
    const done = await act('deploy', { inputs: { token: '' } });
    expect(done.status).toBe('failed');
    expect(done.codes).toEqual(['no-token']);
    expect(done.calls).toEqual([]);
  });

  test("comes from the platform's own variables, where the inputs have none", async () => {
    const environment = { FAKE_TOKEN: 'another-token', FAKE_SERVER: 'https://other.example/' };
    const done = await act('deploy', { inputs: { token: '', server: '' }, environment });
    expect(done.status).toBe('deployed');
    expect(done.lines).toContain('https://other.example accepts the key.');
  });

  test('is tried before anything is uploaded', async () => {
    const done = await act('deploy', { during: { verify: refusing('invalid-key') } });
    expect(done.status).toBe('failed');
    expect(done.codes).toEqual(['invalid-key']);
    expect(done.calls).toEqual(['verify']);
  });

  test('may see several items of the name: then nothing is uploaded', async () => {
    const done = await act('deploy', { during: { find: refusing('several-items') } });
    expect(done.codes).toEqual(['several-items']);
    expect(done.calls).toEqual(['verify', 'find']);
  });
});
