import type { Pair, Rows } from './pair.ts';

/** What uv says when it is asked, in its own words (test/unit/prepare/sync.test.ts has them from the real one). */
const said = (command: string, stderr: string, at = 'uv.lock:1', more: Record<string, object> = {}): Pair => ({
  wrong: {},
  at,
  inputs: { preflight: 'sync' },
  runner: { uv: { [command]: { exitCode: 2, stderr }, ...more } },
});
const OFFLINE = 'error: Failed to fetch: `https://index.example/simple/shared/`\n  Caused by: dns error';
const IMAGE = { in: 'test/platforms/deploymill/preflight-image.test.ts' };
const BUNDLE = { in: 'test/action/start.test.ts' };

/** What is found by trying the environment out, and the app in it. */
export const TRIALS: Rows = {
  'lock-check-failed': said('lock --check', 'error: Failed to build `shared`'),
  'lock-unchecked': said('lock --check', OFFLINE),
  'no-uv': { wrong: {}, at: '', inputs: { preflight: 'auto' }, runner: { uv: 'none' } },
  'preflight-no-network': { ...said('sync', OFFLINE, ''), inputs: { preflight: 'auto' } },
  'preflight-no-python': {
    ...said('python find', 'error: No interpreter found for Python 3.11', '', {
      'python install': { exitCode: 1, stderr: 'error: No download found for request: cpython-3.11' },
    }),
    inputs: { preflight: 'auto' },
  },
  'restore-failed': said(
    'sync',
    "error: Distribution `echo-service==0.1.0 @ virtual+.` can't be installed",
    'uv.lock:5',
  ),
  'untrusted-head': {
    wrong: {},
    at: '',
    inputs: { preflight: 'auto' },
    runner: { event: 'pull_request_target' },
    mendedRunner: { event: 'pull_request' },
  },
  'start-crash': BUNDLE,
  'start-first-visit': { in: 'test/action/first-visit.test.ts' },
  'start-visit-unjudged': { in: 'test/action/first-visit.test.ts' },
  'start-wrong-address': BUNDLE,
  'start-missing-file': BUNDLE,
  'start-missing-module': BUNDLE,
  'start-missing-variable': BUNDLE,
  'start-no-app': BUNDLE,
  'start-port-in-use': BUNDLE,
  'start-timeout': BUNDLE,
  'start-unhealthy': BUNDLE,
  'start-untried': BUNDLE,
  'image-build-failed': IMAGE,
  'image-install-failed': { in: 'test/platforms/deploymill/preflight.test.ts' },
  'image-untried': IMAGE,
  'worker-silent': { in: 'test/platforms/deploymill/preflight.test.ts' },
};
