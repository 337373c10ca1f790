import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Client, createClient, until } from './client.ts';
import type { Invocation } from './ricochet/invocations.ts';
import type { RicochetServer } from './ricochet/server.ts';
import { configOf, createWorkplace } from './workplace.ts';

const place = createWorkplace();
let server: RicochetServer;
let client: Client;
let id: string;
beforeAll(async () => {
  server = await place.start();
  client = createClient(server);
  const project = await place.project('script');
  const config = `${await configOf(project)}\n[static]\noutput_dir = "output"\n`;
  id = (await client.deploy(project, { config })).content_id;
});
afterAll(() => place.clear());

const invoke = async (params?: Record<string, unknown>, item = id): Promise<string> => {
  const { status, body } = await client.call('POST', `/content/${item}/invoke`, params === undefined ? {} : { params });
  expect({ status, body }).toEqual({
    status: 200,
    body: { invocation_id: expect.stringMatching(/^[0-9A-Z]{26}$/), content_id: item, status: 'pending' },
  });
  return String(body.invocation_id);
};

const read = async (run: string, item = id): Promise<Invocation> =>
  (await client.call<Invocation>('GET', `/content/${item}/invocations/${run}`)).body;

const ended = (run: string, item = id): Promise<Invocation> =>
  until(async () => {
    const invocation = await read(run, item);
    return invocation.status === 'pending' ? undefined : invocation;
  });

const logOf = async (run: string): Promise<string> =>
  (await client.call<string>('GET', `/content/${id}/invocations/${run}/log`)).body;

describe('a run', () => {
  it('succeeds, with its parameters, its times and its log', async () => {
    const run = await invoke({ name: 'Ada' });
    const invocation = await ended(run);
    expect(invocation).toEqual({
      id: run,
      invoked_at: expect.any(Number),
      status: 'success',
      started: expect.any(Number),
      ended: expect.any(Number),
      deployment_id: server.deployments(id)[0]?.id,
      display_name: 'owner',
      invoked_by: expect.any(String),
    });
    expect(await logOf(run)).toMatch(
      /^\[\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z stdout\] Report for Ada\n\[.* stdout\] Done\n$/,
    );
    expect((await client.call('GET', `/content/logs/${run}`)).body).toBe(await logOf(run));
  });

  it('needs no body at all, as in the example of the documentation', async () => {
    const { status, body } = await client.call('POST', `/content/${id}/invoke`);
    expect(status).toBe(200);
    expect((await ended(String(body.invocation_id))).status).toBe('success');
  });

  it('fails with the exit code of its script', async () => {
    const run = await invoke({ fail: true });
    expect((await ended(run)).status).toBe('failure');
    expect(await logOf(run)).toMatch(/stderr\] The report failed\n.*The task ended with exit code 3/);
  });

  it('can be stopped with everything it has started', async () => {
    const run = await invoke({ seconds: 60 });
    await until(async () => (await read(run)).started);
    const { body: active } = await client.call<{ id: string }[]>('GET', `/content/${id}/invocations/active`);
    expect(active.map((entry) => entry.id)).toEqual([run]);
    expect(await read(run)).not.toHaveProperty('ended');
    expect((await client.call('POST', `/content/${id}/invocations/${run}/stop`)).status).toBe(200);
    expect((await read(run)).status).toBe('cancelled');
    expect((await client.call('GET', `/content/${id}/invocations/active`)).body).toEqual([]);
  });

  it('stays as it is when it is stopped after its end', async () => {
    const run = await invoke();
    await ended(run);
    await client.call('POST', `/content/${id}/invocations/${run}/stop`);
    expect((await read(run)).status).toBe('success');
  });

  it('is followed line by line while it goes on', async () => {
    const run = await invoke({ name: 'Grace', seconds: 60 });
    const answer = await fetch(`${server.url}/api/v0/content/${id}/invocations/${run}/log`, {
      headers: { authorization: `Key ${server.apiKey}` },
    });
    const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
    let seen = '';
    while (!seen.includes('Report for Grace')) seen += (await reader?.read())?.value;
    expect((await read(run)).status).toBe('pending');
    await client.call('POST', `/content/${id}/invocations/${run}/stop`);
    while (!(await reader?.read())?.done);
  });

  it('leaves its output where the site is served', async () => {
    await ended(await invoke({ name: 'the site' }));
    const moved = await client.visit(`/static/${id}`);
    expect([moved.status, moved.headers.get('location')]).toEqual([302, `/static/${id}/`]);
    expect((await client.visit(`/static/${id}/`)).text).toBe('<h1>Report for the site</h1>');
    expect((await client.visit(`/static/${id}/index.html`)).status).toBe(200);
    expect((await client.visit(`/static/${id}/..%2fmain.py`)).status).toBe(404);
    expect((await client.visit(`/static/${id}/`, {})).status).toBe(401);
  });

  it('is not found for another item, or on a server that cannot be asked', async () => {
    expect((await client.call('GET', `/content/${id}/invocations/nothing`)).status).toBe(404);
    const old = await place.start({ followable: false });
    const own = createClient(old);
    const { content_id: item } = await own.deploy(await place.project('script'));
    const { body } = await own.call('POST', `/content/${item}/invoke`, {});
    expect((await own.call('GET', `/content/${item}/invocations/${body.invocation_id}`)).status).toBe(404);
  });

  it('that a restart of the server interrupts has failed', async () => {
    const first = await place.start();
    const own = createClient(first);
    const { content_id: item } = await own.deploy(await place.project('script'));
    const { body } = await own.call('POST', `/content/${item}/invoke`, { params: { seconds: 60 } });
    const path = `/content/${item}/invocations/${body.invocation_id}`;
    await until(async () => (await own.call<Invocation>('GET', path)).body.started);
    await first.close();
    const second = createClient(await place.start({ home: first.home }));
    expect((await second.call('GET', path)).body).toMatchObject({ status: 'failure', ended: expect.any(Number) });
  });

  it('is only there for tasks that are deployed', async () => {
    const app = (await client.deploy(await place.project('service'))).content_id;
    expect((await client.call('POST', `/content/${app}/invoke`, {})).status).toBe(400);
    server.force('failure');
    const failed = (await client.deploy(await place.project('script'))).content_id;
    expect((await client.call('POST', `/content/${failed}/invoke`, {})).body).toEqual({
      error: 'Content has no successful deployment',
    });
  });
});

describe('a schedule', () => {
  it('fires, and can be changed', async () => {
    const { content_id: item } = await client.deploy(await place.project('script'));
    const path = `/content/${item}/schedule`;
    expect((await client.call('PATCH', path, { schedule: '* * * * * *' })).body).toEqual({
      message: 'Schedule updated successfully',
      schedule: '* * * * * *',
    });
    const [run] = await until(async () => {
      const { body } = await client.call<{ id: string }[]>('GET', `/content/${item}/invocations/active`);
      return body.length > 0 ? body : undefined;
    });
    await client.call('PATCH', path, { schedule: '@yearly' });
    expect((await ended(run?.id ?? '', item)).status).toBe('success');
    expect((await client.call('GET', `/content/${item}/toml`)).body).toContain('cron = "@yearly"');
  });

  it.each(['0 9 * * 1-5', '*/10 * * * * *', '0 0 L * *', '0 0 * * FRI#2', '0 0 10W * *', '@hourly'])(
    'may be %s',
    async (schedule) => {
      expect((await client.call('PATCH', `/content/${id}/schedule`, { schedule })).status).toBe(200);
    },
  );

  it.each(['', 'daily', '* * *', '61 * * * *', '@fortnightly'])('may not be "%s"', async (schedule) => {
    expect((await client.call('PATCH', `/content/${id}/schedule`, { schedule })).status).toBe(400);
  });

  it('is for tasks', async () => {
    const app = (await client.deploy(await place.project('service'))).content_id;
    expect((await client.call('PATCH', `/content/${app}/schedule`, { schedule: '@daily' })).body).toEqual({
      error: 'Chosen content type cannot be scheduled',
    });
  });

  it('in the file is kept by the server over a restart', async () => {
    const first = await place.start();
    const project = await place.project('script');
    const config = `${await configOf(project)}\n[schedule]\ncron = "* * * * * *"\n`;
    const { content_id: item } = await createClient(first).deploy(project, { config });
    await first.close();
    const second = createClient(await place.start({ home: first.home }));
    await until(async () => {
      const { body } = await second.call<unknown[]>('GET', `/content/${item}/invocations/active`);
      return body.length > 0;
    });
  });
});

describe('Quarto', () => {
  /** Runs a document on a machine with nothing but these commands on PATH. */
  const render = async (commands: Readonly<Record<string, string>>): Promise<{ status: string; log: string }> => {
    const project = await place.project('script', { 'report.qmd': '# Report\n' });
    const config = (await configOf(project)).replace('"python"', '"quarto-py"').replace('main.py', 'report.qmd');
    const item = (await client.deploy(project, { config })).content_id;
    const bin = place.path(`bin-${item}`);
    await mkdir(bin);
    for (const [name, script] of Object.entries(commands)) await writeFile(join(bin, name), script, { mode: 0o755 });
    const path = process.env.PATH;
    process.env.PATH = bin;
    try {
      const { body } = await client.call('POST', `/content/${item}/invoke`, {});
      const { id: run, status } = await ended(String(body.invocation_id), item);
      return { status, log: (await client.call<string>('GET', `/content/logs/${run}`)).body };
    } finally {
      process.env.PATH = path;
    }
  };

  it('is run on the document, with the Python of its environment', async () => {
    const { status, log } = await render({ quarto: '#!/bin/sh\necho "$@" "$QUARTO_PYTHON"\n' });
    expect(status).toBe('success');
    expect(log).toMatch(/render report\.qmd \S+\.venv\/bin\/python$/m);
  });

  it('that is not installed is named in the log', async () => {
    expect(await render({})).toEqual({ status: 'failure', log: expect.stringContaining('quarto: command not found') });
  });
});
