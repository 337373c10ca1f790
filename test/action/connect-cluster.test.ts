import { buffer } from 'node:stream/consumers';
import { afterAll, expect, test } from 'vitest';
import { connectAnswers } from '../emulators/connect/answers.ts';
import type { ConnectServer } from '../emulators/connect/server.ts';
import { createWorkplace } from '../emulators/workplace.ts';
import { createConnectRuns } from '../tools/connect.ts';
import { serve } from '../tools/web.ts';

const place = createWorkplace();
const { run, project } = createConnectRuns(place);
afterAll(() => place.clear());

const TASK = /^\/__api__\/v1\/tasks\/(\w+)/;
/** Those that are for one connection, and what is counted anew. */
const OWN = ['host', 'connection', 'content-length', 'transfer-encoding', 'keep-alive', 'expect'];

/**
 * A load balancer before two nodes of a cluster, which leads a client by its cookie, and without one to each node in turn. The nodes
 * share everything but their tasks: a node knows those that were begun there.
 */
const balance = async ({ url }: ConnectServer) => {
  const begunAt = new Map<string, string>();
  const asked: { readonly path: string; readonly node: string; readonly status: number }[] = [];
  let turn = 0;
  const balancer = await serve(async (request, response) => {
    const { method = 'GET', url: path = '/', headers } = request;
    const known = /(?:^|; )node=(\w)/.exec(headers.cookie ?? '')?.[1];
    const node = known ?? 'ab'.charAt(turn++ % 2);
    const cookies = known === undefined ? [`node=${node}; Path=/; HttpOnly`] : [];
    const body = await buffer(request);
    const task = TASK.exec(path)?.[1];
    if (task !== undefined && begunAt.get(task) !== node) {
      const { status, ...lost } = connectAnswers.lostCookie();
      asked.push({ path, node, status });
      response.writeHead(status, { ...lost.headers, 'set-cookie': cookies }).end(lost.body);
      return;
    }
    const passed = Object.entries(headers).filter(([name]) => !OWN.includes(name)) as [string, string][];
    const sent = { method, headers: { ...Object.fromEntries(passed), 'accept-encoding': 'identity' } };
    const answer = await fetch(url + path, { ...sent, redirect: 'manual', ...(body.length > 0 && { body }) });
    const text = await answer.text();
    const [, begun] = /"task_id":"(\w+)"/.exec(text) ?? [];
    if (begun !== undefined) begunAt.set(begun, node);
    asked.push({ path, node, status: answer.status });
    const type = answer.headers.get('content-type') ?? 'text/plain';
    const all = [...cookies, ...answer.headers.getSetCookie()];
    response.writeHead(answer.status, { 'content-type': type, 'set-cookie': all }).end(text);
  });
  return { url: balancer.url, asked };
};

test('a cluster of two nodes is led back to the node of its task by the cookies', async () => {
  // The server has a cookie of its own, too.
  const server = await place.connect({ sticky: true });
  const { url, asked } = await balance(server);
  const done = await run(server, { workspace: await project('clustered'), inputs: { server: url } });
  expect(done.titles()).toEqual([]);
  expect(done.outputs.status).toBe('deployed');
  const polls = asked.filter(({ path }) => TASK.test(path));
  expect(new Set(polls.map(({ path }) => path.split('?')[0])).size).toBe(2);
  expect(polls.filter(({ status }) => status !== 200)).toEqual([]);
  expect(new Set(polls.map(({ node }) => node)).size).toBe(1);
  const sent = server.requests.matching('GET /__api__/v1/tasks/:task');
  expect(sent.length).toBeGreaterThan(1);
  for (const { headers } of sent) expect(headers).toContain('cookie');

  const forgetful = await fetch(url + polls[0]?.path, { headers: { authorization: `Key ${server.apiKey}` } });
  expect(await forgetful.json()).toMatchObject({ code: 141 });
});
