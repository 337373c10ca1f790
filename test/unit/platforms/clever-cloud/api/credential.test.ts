import { expect, it } from 'vitest';
import {
  apiAuthorization,
  gitAuthorization,
  isServiceToken,
} from '../../../../../src/platforms/clever-cloud/api/credential.ts';

it('a token and its secret sign by OAuth, and are the user and the password of git', () => {
  const pair = { token: 'tok', secret: 'sec' };
  expect(isServiceToken(pair)).toBe(false);
  expect(apiAuthorization(pair)).toMatch(/^OAuth oauth_consumer_key="T5nF\w+", oauth_token="tok", /);
  expect(apiAuthorization({ ...pair, consumer: { key: 'ours', secret: 'x' } })).toContain('oauth_consumer_key="ours"');
  expect(gitAuthorization(pair)).toBe('Basic dG9rOnNlYw==');
});

it('a service token is shown as it is, and is the user of git without a password', () => {
  const single = { token: 'biscuit', secret: '' };
  expect(isServiceToken(single)).toBe(true);
  expect(apiAuthorization(single)).toBe('Bearer biscuit');
  expect(gitAuthorization(single)).toBe(`Basic ${Buffer.from('biscuit:').toString('base64')}`);
});
