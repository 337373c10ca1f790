import { expect, test } from 'vitest';
import { causeIn, tailOf } from '../../../../../src/platforms/clever-cloud/gateway/log.ts';
import { settingChanges } from '../../../../../src/platforms/clever-cloud/gateway/settings-diff.ts';

test.each([
  ['Response from GET /health is 503, expected 200...300', 'the health check of /health got 503'],
  ['Nothing listening on 0.0.0.0:8080 yet, it is not listening as expected', 'nothing listens on port 8080'],
  ['Your application is listening on localhost instead of publicly', 'the app listens on localhost only'],
  ['error: The lockfile at `uv.lock` needs to be updated', 'uv.lock does not fit pyproject.toml'],
  ['Error while checking /health', 'the health check of /health got no answer'],
  ['Port 9000 is not listening as expected', 'where the app has to be behind a service of the Request Flow'],
  ['Response from GET /health is 200 (within expected range 200...300)', ''],
  ['Hello', ''],
])('the log line "%s" tells the cause', (line, cause) => {
  const found = causeIn(['Installed 3 packages', line, 'Deploy failed in 3 s']);
  if (cause === '') expect(found).toBeUndefined();
  else expect(found?.told).toContain(cause);
});

test('of a log the last lines are reported', () => {
  expect(tailOf(Array.from({ length: 100 }, (_, index) => `line ${index}`)).split('\n')).toHaveLength(30);
  expect(tailOf(['x'.repeat(10_000)])).toHaveLength(3_000);
});

test('of the settings only those are sent that differ', () => {
  const settings = { minFlavor: 'XS', maxFlavor: 'M', homogeneous: true };
  expect(settingChanges({ settings }, { minFlavor: 'S', maxFlavor: 'M', stickySessions: true })).toEqual({
    body: { minFlavor: 'S', stickySessions: true },
    told: ['minFlavor: "XS" -> "S"', 'stickySessions: not set -> true'],
  });
});
