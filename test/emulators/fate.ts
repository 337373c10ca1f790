import type { Client } from './client.ts';
import { until } from './client.ts';
import type { Invocation } from './ricochet/invocations.ts';

/** What becomes of a bundle that is uploaded. */
export type Fate =
  | 'refuses the upload'
  | 'can not install it'
  | 'can not start it'
  | 'gets no 2xx from it'
  | 'sees its run fail'
  | 'runs it';

/** Uploads a bundle with its `_ricochet.toml`, asks the app for `/` or runs the task, and removes it; answers how far that went, and why. */
export async function fateOf(client: Client, bundle: string, config: string): Promise<{ fate: Fate; why: string }> {
  const { status, body } = await client.upload({ bundle, config });
  if (status !== 200) return { fate: 'refuses the upload', why: String(body.error) };
  const { status: installed, id: deployment, content_id: id } = await client.ended(body.deployment_id ?? '');
  if (installed !== 'success') {
    return { fate: 'can not install it', why: (await client.call<string>('GET', `/content/logs/${deployment}`)).body };
  }
  try {
    return /^content_type = "python"$/m.test(config) ? await runTask(client, id) : await visitApp(client, id);
  } finally {
    await client.call('DELETE', `/content/${id}`); // its process would run on
  }
}

async function visitApp(client: Client, id: string): Promise<{ fate: Fate; why: string }> {
  const { status, text } = await client.visit(`/${id}/`);
  if (status >= 200 && status < 300) return { fate: 'runs it', why: text };
  return { fate: text.startsWith('The app did not start.') ? 'can not start it' : 'gets no 2xx from it', why: text };
}

async function runTask(client: Client, id: string): Promise<{ fate: Fate; why: string }> {
  const { body } = await client.call('POST', `/content/${id}/invoke`);
  const path = `/content/${id}/invocations/${body.invocation_id}`;
  const status = await until(async () => {
    const { status } = (await client.call<Invocation>('GET', path)).body;
    return status === 'pending' ? undefined : status;
  }, 120_000);
  return {
    fate: status === 'success' ? 'runs it' : 'sees its run fail',
    why: (await client.call<string>('GET', `${path}/log`)).body,
  };
}
