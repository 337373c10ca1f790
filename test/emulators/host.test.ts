import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { until } from './client.ts';
import { answers, type Fault } from './host/faults.ts';
import { json, type Listener, listen } from './host/listener.ts';
import { createLogs } from './host/logs.ts';
import { listeningAddresses } from './host/ports.ts';
import { createProcesses } from './host/processes.ts';
import { matchPath } from './host/router.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'host-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('faults and the request log', () => {
  let listener: Listener;
  let served = 0;
  let url: string;
  beforeAll(async () => {
    const serve = async () => {
      served += 1;
      return json({ served });
    };
    listener = await listen({ serve, upgrade: async () => {} }, 0, '127.0.0.1');
    url = `http://127.0.0.1:${listener.port}/things/1`;
  });
  afterAll(() => listener.close());

  const send = async (fault?: Omit<Fault, 'on'>, init?: RequestInit): Promise<Response> => {
    listener.faults.clear();
    listener.requests.clear();
    served = 0;
    if (fault) listener.faults.add({ on: '* /things/:id', ...fault });
    return fetch(url, { redirect: 'manual', ...init });
  };

  it('answers an error for the next calls and then serves again', async () => {
    expect((await send({ times: 2, answer: answers.error(503, 'Busy') })).status).toBe(503);
    expect(await (await fetch(url)).json()).toEqual({ error: 'Busy' });
    expect(await (await fetch(url)).json()).toEqual({ served: 1 });
  });

  it('lets calls pass before it strikes', async () => {
    expect((await send({ after: 1, times: 1, answer: answers.error(500, 'x') })).status).toBe(200);
    expect((await fetch(url)).status).toBe(500);
    expect((await fetch(url)).status).toBe(200);
  });

  it('answers a login page with 200', async () => {
    const answer = await send({ answer: answers.loginPage() });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
  });

  it('answers JSON that breaks off under a correct length', async () => {
    const answer = await send({ answer: answers.truncatedJson() });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/json']);
    await expect(answer.json()).rejects.toThrow(SyntaxError);
  });

  it('asks to come back later, and redirects', async () => {
    expect((await send({ answer: answers.rateLimited(7) })).headers.get('retry-after')).toBe('7');
    const moved = await send({ answer: answers.redirect('https://elsewhere.example/', 307) });
    expect([moved.status, moved.headers.get('location')]).toEqual([307, 'https://elsewhere.example/']);
  });

  it('delays', async () => {
    const began = Date.now();
    expect((await send({ delayMs: 200 })).status).toBe(200);
    expect(Date.now() - began).toBeGreaterThanOrEqual(190);
  });

  it.each([
    ['before-body', 0],
    ['mid-body', 0],
    ['before-answer', 1],
  ] as const)('cuts the connection %s', async (reset, timesServed) => {
    const body = 'x'.repeat(300_000);
    await expect(send({ reset }, { method: 'POST', body })).rejects.toThrow('fetch failed');
    expect(served).toBe(timesServed);
    expect(listener.requests.all()).toMatchObject([{ method: 'POST', status: 0, fault: `* /things/:id ${reset}` }]);
  });

  it('records requests without the values of their headers', async () => {
    await send(undefined, { method: 'POST', body: '12345', headers: { authorization: 'Key secret' } });
    const [record] = await until(() => {
      const found = listener.requests.matching('POST /things/:id');
      return found[0]?.status === 200 ? found : undefined;
    });
    expect(record).toMatchObject({ method: 'POST', path: '/things/1', bodyBytes: 5 });
    expect(record?.headers).toContain('authorization');
    expect(JSON.stringify(listener.requests.all())).not.toContain('secret');
  });

  it('matches named segments and the rest of a path', () => {
    expect(matchPath('/a/:id/c', '/a/b/c')).toEqual({ id: 'b' });
    expect(matchPath('/a/:id', '/a/')).toBeUndefined();
    expect(matchPath('/a/*', '/a/b/c')).toEqual({});
    expect(matchPath('/a/*', '/a')).toBeUndefined();
  });
});

describe('processes', () => {
  it('are stopped with everything they started, even what ignores SIGTERM', async () => {
    const logs = createLogs(join(folder, 'logs'));
    const processes = createProcesses();
    const script = "trap '' TERM; sh -c \"trap '' TERM; echo child \\$\\$; sleep 60\" & echo ready; wait; wait";
    const running = processes.start(['sh', '-c', script], {
      cwd: folder,
      env: { PATH: '/usr/bin:/bin' },
      log: logs.open('tree'),
    });
    const child = await until(() => /child (\d+)/.exec(logs.read('tree'))?.[1]);
    expect((await running.stop(200)).signal).toBe('SIGKILL');
    await until(() => {
      try {
        process.kill(Number(child), 0);
        return false;
      } catch {
        return true;
      }
    });
  });

  it('get no variable of ours', async () => {
    const logs = createLogs(join(folder, 'logs'));
    const env = { PATH: '/usr/bin:/bin', GIVEN: 'yes' };
    await createProcesses().start(['env'], { cwd: folder, env, log: logs.open('env') }).exited;
    const names = [...logs.read('env').matchAll(/stdout\] (\w+)=/g)].map(([, name]) => name);
    expect(names.sort()).toEqual(['GIVEN', 'PATH']);
  });

  it('that do not exist say so in their log', async () => {
    const logs = createLogs(join(folder, 'logs'));
    const { exited } = createProcesses().start(['no-such-command'], { cwd: folder, env: {}, log: logs.open('none') });
    expect((await exited).code).toBe(127);
    expect(logs.read('none')).toMatch(
      /^\[\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z stderr\] no-such-command: command not found$/m,
    );
  });

  it.runIf(process.platform === 'linux')('are known by the addresses they listen on', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await until(() => server.listening);
    const { port } = server.address() as AddressInfo;
    const group = Number(readFileSync('/proc/self/stat', 'utf8').split(') ').pop()?.split(' ')[2]);
    expect(listeningAddresses(group)).toContain(`127.0.0.1:${port}`);
    server.close();
  });
});
