import { expect, test } from 'vitest';
import { addressOf, bestDomain, ownDomain } from '../../../../../src/platforms/clever-cloud/gateway/domains.ts';

const ID = 'app_0a1b';
const DEFAULT = 'app-0a1b.cleverapps.io/';

test.each([
  ['the primary one', [DEFAULT, 'a.example/'], 'b.example/docs/', 'b.example/docs'],
  ['one of the owner', [DEFAULT, 'mine.cleverapps.io/', 'a.example/'], undefined, 'a.example'],
  ['one that was chosen', [DEFAULT, 'mine.cleverapps.io/'], undefined, 'mine.cleverapps.io'],
  ['the one that every app has', [DEFAULT], undefined, 'app-0a1b.cleverapps.io'],
  ['none', [], undefined, undefined],
])('an app is best known by %s', (_, domains, primary, best) => {
  expect(bestDomain({ id: ID, domains }, primary)).toBe(best);
});

test('an app answers by the scheme of the API, and without a certificate where there can be none', () => {
  const server = 'https://api.clever-cloud.com';
  expect(addressOf('a.example/docs', server)).toBe('https://a.example/docs');
  expect(addressOf('mine.cleverapps.io', server)).toBe('https://mine.cleverapps.io');
  expect(addressOf('a.mine.cleverapps.io', server)).toBe('http://a.mine.cleverapps.io');
  expect(addressOf(undefined, server)).toBe('');
});

test('a domain is made of the name, whose end tells previews apart', () => {
  expect(ownDomain('My App (x)-pr-7')).toBe('my-app-x-pr-7.cleverapps.io');
  expect(ownDomain('My App-pr-7', 'abc123')).toBe('my-app-pr-7-abc123.cleverapps.io');
  const [label = ''] = ownDomain(`${'long'.repeat(30)}-pr-7`, 'abc123').split('.');
  expect(label.length).toBeLessThanOrEqual(63);
  expect(label).toMatch(/-pr-7-abc123$/);
});
