import { describe, expect, it } from 'vitest';
import { guidIn, locate } from '../../../../../src/platforms/connect/api/address.ts';
import { NetworkError } from '../../../../../src/ports/http/http.ts';
import { createFakeClock } from '../../../../tools/fakes.ts';

const GUID = '01234567-89ab-4cde-8f01-23456789abcd';

/** Servers at these addresses; answers which is found, and what was asked with which headers. */
const located = async (url: string, servers: readonly string[], body = '{"version":"","license":{}}') => {
  const asked: string[] = [];
  const server = await locate(url, {
    http: async ({ url: address, headers }) => {
      asked.push(address);
      expect(Object.keys(headers ?? {})).toEqual(['accept']);
      if (servers.length === 0) throw new NetworkError('nothing listens', 'ENOTFOUND', false);
      const isThere = servers.some((one) => `${one}/__api__/server_settings` === address);
      return { status: isThere ? 200 : 404, headers: {}, text: isThere ? body : '{}', bytes: Buffer.alloc(0) };
    },
    clock: createFakeClock(),
    signal: new AbortController().signal,
    say: () => {},
  });
  return { server, asked };
};

describe('the address of a server', () => {
  it.each([
    ['http://h/rsc', 'http://h/rsc'],
    ['http://h/rsc/connect', 'http://h/rsc'],
    ['http://h/connect', 'http://h'],
    ['http://h/connect', 'http://h/connect'],
    ['http://h/connect/connect', 'http://h/connect'],
    ['http://h/tools/connect', 'http://h/tools/connect'],
    ['http://h/tools/connect/__api__', 'http://h/tools/connect'],
    ['http://h/content', 'http://h/content'],
    [`http://h/content/content/${GUID}/page`, 'http://h/content'],
    [`http://h/content/${GUID}`, 'http://h'],
    ['http://connect/rsc/connect', 'http://connect/rsc'],
  ])('%s is %s where the server is there', async (written, server) => {
    const found = await located(written, [server]);
    expect(found.server).toBe(server);
    for (const url of found.asked)
      expect(written.startsWith(url.replace(/\/__api__\/server_settings$/, ''))).toBe(true);
  });

  it.each(['http://connect', 'https://content.example:3939', `http://h/content/${GUID}`])(
    '%s leaves nothing to ask',
    async (written) => {
      expect((await located(written, [])).asked).toEqual([]);
    },
  );

  it('is the longest of those that answer', async () => {
    expect((await located('http://h/a/b', ['http://h', 'http://h/a'])).server).toBe('http://h/a');
  });

  it.each(['[]', '{"version":"1.0"}', 'hello', '{}'])('is none that answers %s', async (body) => {
    expect((await located('http://h/a', ['http://h/a'], body)).server).toBe('http://h/a');
    expect((await located('http://h/a', ['http://h/a'], body)).asked).toHaveLength(2);
  });

  it('stays as it was written where nothing answers', async () => {
    expect((await located('http://h/a/b', [])).server).toBe('http://h/a/b');
    expect((await located('http://h/a/b', ['http://other'])).server).toBe('http://h/a/b');
  });
});

describe('the id of content', () => {
  it.each([
    [GUID.toUpperCase(), GUID],
    [`https://h/rsc/content/${GUID}/`, GUID],
    [`https://h/connect/#/apps/${GUID}/info`, GUID],
    [`https://h/connect/#/apps/${GUID}`, GUID],
    [`https://h/other/${GUID}`, `https://h/other/${GUID}`],
    [`https://h/content/${GUID}0`, `https://h/content/${GUID}0`],
    ['7', '7'],
  ])('in %s is %s', (given, id) => expect(guidIn(given)).toBe(id));
});
