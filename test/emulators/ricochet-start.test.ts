import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Client, createClient, until } from './client.ts';
import { createWorkplace } from './workplace.ts';

const place = createWorkplace();
let client: Client;
beforeAll(async () => {
  client = createClient(await place.start({ startTimeoutMs: 2_500, idleMs: 1_000 }));
});
afterAll(() => place.clear());

describe('an app that does not start', () => {
  const page = async (script: string): Promise<string> => {
    const { status, content_id: id } = await client.deploy(await place.project('service', { 'serve.py': script }));
    expect(status).toBe('success'); // its environment is fine
    const answer = await client.visit(`/${id}/`);
    expect(answer.status).toBe(502);
    expect(answer.headers.get('content-type')).toContain('text/plain');
    return answer.text;
  };

  const listening = (address: string, port: string): string => `import os, socket, time
s = socket.create_server(("${address}", ${port}))
print("listening", flush=True)
time.sleep(60)
`;

  it('because it crashes, is shown with the end of its log', async () => {
    const text = await page('import sys\nprint("reading the model")\nsys.exit("model.bin is missing")\n');
    expect(text).toMatch(/It ended with exit code 1 before it listened on port \d+/);
    expect(text).toMatch(/stdout\] reading the model\n.*stderr\] model.bin is missing/);
  });

  it('because it takes too long, is shown so', async () => {
    expect(await page('import time\ntime.sleep(60)\n')).toMatch(/It did not listen on port \d+ .* within 2.5 s/);
  });

  it.runIf(process.platform === 'linux')('because it listens on another port or address, is told which', async () => {
    expect(await page(listening('127.0.0.1', '0'))).toMatch(/It listens on 127\.0\.0\.1:\d+, but must listen on port/);
    expect(await page(listening('127.0.0.2', 'int(os.environ["PORT"])'))).toContain('It listens on 127.0.0.2:');
  });

  it('because its module is broken, is shown with the traceback', async () => {
    const project = await place.project('flask', { 'app.py': 'import not_there\n' });
    const { content_id: id } = await client.deploy(project);
    expect((await client.visit(`/${id}/`)).text).toContain("No module named 'not_there'");
  });

  it('is tried again on the next request', async () => {
    const marker = place.path('ready');
    const once = `import os, sys
if not os.path.exists(${JSON.stringify(marker)}):
    open(${JSON.stringify(marker)}, "w").close()
    sys.exit("not yet")
`;
    const serve = await readFile(join(await place.project('service'), 'serve.py'), 'utf8');
    const { content_id: id } = await client.deploy(await place.project('service', { 'serve.py': once + serve }));
    expect((await client.visit(`/${id}/`)).status).toBe(502);
    expect((await client.visit(`/${id}/`)).status).toBe(200);
  });
});

describe('an app that nobody visits', () => {
  it('is stopped, and started again by the next visit', async () => {
    const { content_id: id } = await client.deploy(await place.project('service'));
    expect((await client.visit(`/${id}/`)).status).toBe(200);
    const [first] = await client.instances(id);
    await until(async () => (await client.instances(id)).length === 0);
    expect((await client.visit(`/${id}/`)).status).toBe(200);
    expect((await client.instances(id))[0]?.instance_id).not.toBe(first?.instance_id);
  });
});
