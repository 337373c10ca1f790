import { expect, it } from 'vitest';
import { authorization } from '../../../../../src/platforms/clever-cloud/api/oauth.ts';

it('signs as Clever Cloud’s own client does', () => {
  expect(authorization('tok', 'sec')).toBe(
    'OAuth oauth_consumer_key="T5nFjKeHH4AIlEveuGhB5S3xg8T19e", oauth_token="tok", oauth_signature="MgVMqTr6fWlf2M0tkC2MXOnhfqBWDT%26sec"',
  );
});

it('signs for another consumer, and encodes what OAuth wants encoded', () => {
  expect(authorization('a"b', "s!'*", { key: 'k y', secret: 'x&y' })).toBe(
    'OAuth oauth_consumer_key="k%20y", oauth_token="a%22b", oauth_signature="x%2526y%26s%2521%2527%252A"',
  );
});
