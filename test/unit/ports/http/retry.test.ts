import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import { Cancelled } from '../../../../src/findings/finding.ts';
import { createHttp, type HttpResponse, NetworkError } from '../../../../src/ports/http/http.ts';
import { isPassing, pauseBefore, RETRIES, retrying } from '../../../../src/ports/http/retry.ts';
import { createFakeClock } from '../../../tools/fakes.ts';
import { serve } from '../../../tools/web.ts';

const answer = (status: number, headers: HttpResponse['headers'] = {}): HttpResponse => ({
  status,
  headers,
  text: '',
  bytes: Buffer.alloc(0),
});
const broken = (code: string): NetworkError => new NetworkError(code, code, true);

describe('what is worth another try', () => {
  it.each([408, 429, 500, 502, 503, 504, 507, 599])('is the answer %d', (status) =>
    expect(isPassing(answer(status))).toBe(true),
  );

  it.each([200, 204, 301, 304, 400, 401, 403, 404, 409, 413, 422, 425, 499])('is not the answer %d', (status) =>
    expect(isPassing(answer(status))).toBe(false),
  );

  it.each(['ECONNRESET', 'ECONNREFUSED', 'ETIMEDOUT', 'EPIPE', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', ''])(
    'is the network error %j',
    (code) => expect(isPassing(broken(code))).toBe(true),
  );

  it.each([
    ...['ENOTFOUND', 'EPROTO', 'ERR_SSL_WRONG_VERSION_NUMBER', 'ERR_TLS_CERT_ALTNAME_INVALID', 'CERT_HAS_EXPIRED'],
    ...['DEPTH_ZERO_SELF_SIGNED_CERT', 'SELF_SIGNED_CERT_IN_CHAIN', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'ETOOBIG'],
    ...['HPE_INVALID_CONSTANT'],
  ])('is not the network error %s', (code) => expect(isPassing(broken(code))).toBe(false));
});

describe('the pause', () => {
  it('doubles from 0.4 s when the server asks for none', () => {
    expect([1, 2, 3].map((attempt) => pauseBefore(attempt))).toEqual([400, 800, 1_600]);
    expect(pauseBefore(2, answer(503))).toBe(800);
  });

  it.each([
    ['0', 0],
    ['7', 7_000],
    [' 12 ', 12_000],
    ['60', 60_000],
    ['61', 60_000],
    ['86400', 60_000],
    ['9'.repeat(400), 400],
  ])('is what Retry-After: %s asks for, up to a minute', (header, pause) =>
    expect(pauseBefore(1, answer(429, { 'retry-after': header }))).toBe(pause),
  );

  it('ends at the date that Retry-After names', () => {
    const date = new Date(Date.now() + 10_000).toUTCString();
    const pause = pauseBefore(1, answer(503, { 'retry-after': date }));
    expect(pause).toBeGreaterThan(5_000);
    expect(pause).toBeLessThanOrEqual(10_000);
  });

  it('is none when that date is past, and a minute when it is far', () => {
    expect(pauseBefore(1, answer(503, { 'retry-after': 'Wed, 21 Oct 2015 07:28:00 GMT' }))).toBe(0);
    expect(pauseBefore(1, answer(503, { 'retry-after': new Date(Date.now() + 1e9).toUTCString() }))).toBe(60_000);
  });

  it.each(['soon', '', '-5', '1.5', '5 s', 'tomorrow', '12/24'])('does not listen to Retry-After: %j', (header) =>
    expect(pauseBefore(1, answer(429, { 'retry-after': header }))).toBe(400),
  );
});

describe('retrying', () => {
  /** A server that goes through `statuses` and stays with the last. */
  const scripted = async (...statuses: (number | 'reset')[]) => {
    const seen: string[] = [];
    const web = await serve((request, response) => {
      seen.push(`${request.method} ${request.url}`);
      const status = statuses[Math.min(seen.length, statuses.length) - 1];
      if (typeof status === 'number')
        response.writeHead(status, status === 429 ? { 'retry-after': '3' } : {}).end(`${status}`);
      else (request.socket as Socket).resetAndDestroy();
    });
    const clock = createFakeClock();
    const lines: string[] = [];
    const http = retrying(createHttp(), clock, (line) => lines.push(line));
    return { ...web, seen, clock, lines, http };
  };

  it('sends once what succeeds or is refused for good', async () => {
    for (const status of [200, 301, 404, 401]) {
      const { http, url, seen, clock, lines } = await scripted(status);
      expect(await http({ method: 'GET', url })).toMatchObject({ status, text: `${status}` });
      expect([seen.length, clock.sleeps, lines]).toEqual([1, [], []]);
    }
  });

  it('sends again until it succeeds, saying why each time', async () => {
    const { http, url, seen, clock, lines } = await scripted(503, 'reset', 429, 200);
    const sent = await http({ method: 'PUT', url: `${url}/api/x?token=hidden`, body: 'text' });
    expect(sent.status).toBe(200);
    expect(seen).toEqual(Array(4).fill('PUT /api/x?token=hidden'));
    expect(clock.sleeps).toEqual([400, 800, 3_000]);
    expect(lines).toEqual([
      'PUT /api/x: the answer was 503; retrying in 0.4 s.',
      `PUT /api/x: ${new URL(url).host} closed the connection before it had answered; retrying in 0.8 s.`,
      'PUT /api/x: the answer was 429; retrying in 3.0 s.',
    ]);
  });

  it('gives the last answer when none is better', async () => {
    const { http, url, seen, clock } = await scripted(500, 502, 503, 504, 200);
    expect((await http({ method: 'GET', url })).status).toBe(504);
    expect(seen).toHaveLength(RETRIES);
    expect(clock.sleeps).toEqual([400, 800, 1_600]);
  });

  it('throws the last network error when no answer comes', async () => {
    const { http, url, seen } = await scripted('reset');
    await expect(http({ method: 'GET', url })).rejects.toMatchObject({ name: 'NetworkError', code: 'ECONNRESET' });
    expect(seen).toHaveLength(RETRIES);
  });

  it('tries again what nobody listens to, and throws at last', async () => {
    const gone = createServer();
    await once(gone.listen(0, '127.0.0.1'), 'listening');
    const { port } = gone.address() as AddressInfo;
    await new Promise((resolve) => gone.close(resolve));
    const { http, clock } = await scripted(200);
    await expect(http({ method: 'GET', url: `http://127.0.0.1:${port}/` })).rejects.toMatchObject({
      code: 'ECONNREFUSED',
    });
    expect(clock.sleeps).toHaveLength(RETRIES - 1);
  });

  it('does not try again what can not get better', async () => {
    const { http, url, seen, clock } = await scripted(200);
    await expect(http({ method: 'GET', url, limit: 1 })).rejects.toMatchObject({ code: 'ETOOBIG' });
    expect([seen.length, clock.sleeps]).toEqual([1, []]);
  });

  it('stops when the run is cancelled, in a pause or in a request', async () => {
    const reason = new Cancelled('cancelled');
    const { http, url, seen, clock } = await scripted(503);
    const cancel = new AbortController();
    const waiting = retrying(
      createHttp(),
      {
        ...clock,
        sleep: async (ms, signal) => {
          cancel.abort(reason);
          await clock.sleep(ms, signal);
        },
      },
      () => {},
    );
    await expect(waiting({ method: 'GET', url, signal: cancel.signal })).rejects.toBe(reason);
    expect(seen).toHaveLength(1);
    await expect(http({ method: 'GET', url, signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    expect(seen).toHaveLength(1);
  });
});
