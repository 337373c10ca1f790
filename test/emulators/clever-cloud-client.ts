import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { promisify } from 'node:util';
import { PYTHON } from './clever-cloud/schema.ts';
import type { CleverCloudServer } from './clever-cloud/server.ts';
import type { Deployment } from './clever-cloud/store.ts';
import { until } from './client.ts';

/** A plain client of Clever Cloud's protocol, with git itself, for the tests of the emulated server. */
export type CleverClient = {
  call<T = Record<string, unknown>>(method: string, path: string, body?: unknown): Promise<{ status: number; body: T }>;
  /** Creates an app, and answers its id. */
  create(settings?: Readonly<Record<string, unknown>>): Promise<string>;
  /** The path of an app, for `call`. */
  app(id: string): string;
  /** Commits a folder and pushes it; answers the commit. */
  push(id: string, project: string, branch?: string): Promise<string>;
  /** Waits until the newest deployment of a commit has ended. */
  ended(id: string, commit: string): Promise<Deployment>;
};

const run = promisify(execFile);

export const authorizationOf = ({ token, secret }: { token: string; secret: string }): string =>
  `OAuth oauth_consumer_key="T5nFjKeHH4AIlEveuGhB5S3xg8T19e", oauth_token="${token}", oauth_signature="MgVMqTr6fWlf2M0tkC2MXOnhfqBWDT%26${secret}"`;

export const createCleverClient = (server: CleverCloudServer): CleverClient => {
  const call: CleverClient['call'] = async <T>(method: string, path: string, body?: unknown) => {
    const sent = body === undefined ? {} : { body: JSON.stringify(body) };
    const headers = { authorization: authorizationOf(server), 'content-type': 'application/json' };
    const answer = await fetch(`${server.url}${path}`, { method, headers, ...sent });
    return { status: answer.status, body: (await answer.json()) as T };
  };
  const applications = `/v2/organisations/${server.organisation}/applications`;
  const app = (id: string): string => `${applications}/${id}`;

  return {
    call,
    app,
    async create(settings = {}) {
      const { status, body } = await call('POST', applications, {
        ...{ name: 'demo', description: 'demo', deploy: 'git', zone: 'par', minInstances: 1, maxInstances: 1 },
        ...{ instanceType: PYTHON.type, instanceVersion: PYTHON.version, instanceVariant: PYTHON.variant.id },
        ...{ minFlavor: 'XS', maxFlavor: 'XS', ...settings },
      });
      if (status !== 200) throw new Error(`The app was not created: ${status} ${String(body.message)}`);
      return String(body.id);
    },
    async push(id, project, branch = 'master') {
      const basic = Buffer.from(`${server.token}:${server.secret}`).toString('base64');
      const settings = { 'user.name': 'a', 'user.email': 'a@example.invalid', 'core.excludesFile': '/dev/null' };
      const config = Object.entries({ ...settings, 'http.extraHeader': `Authorization: Basic ${basic}` });
      const options = config.flatMap(([name, value]) => ['-c', `${name}=${value}`]);
      const git = (...args: string[]) => run('git', [...options, ...args], { cwd: project });
      await git('init', '--quiet');
      await git('add', '--all');
      // The same files committed twice within a second would be the same commit.
      await git('commit', '--quiet', '--allow-empty', '--message', `Deploy ${randomUUID()}`);
      await git('push', '--quiet', '--force', `${server.url}/${id}.git`, `HEAD:refs/heads/${branch}`);
      return (await git('rev-parse', 'HEAD')).stdout.trim();
    },
    ended: (id, commit) =>
      until(async () => {
        const { body } = await call<Deployment[]>('GET', `${app(id)}/deployments`);
        const row = body.find((deployment) => deployment.commit === commit);
        return row === undefined || row.state === 'WIP' || row.state === 'TASK_RUNNING' ? undefined : row;
      }, 110_000),
  };
};
