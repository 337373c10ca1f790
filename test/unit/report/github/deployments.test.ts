import { describe, expect, it } from 'vitest';
import {
  beginDeployment,
  closeDeployment,
  deactivateEnvironment,
  finishDeployment,
} from '../../../../src/report/github/deployments.ts';
import { codesOf, failureOf } from '../../../tools/fakes.ts';
import { open, said } from './open.ts';

const runUrl = 'https://github.example/octo/app/actions/runs/42';
const beginning = { sha: 'c'.repeat(40), environment: 'pr-7', transient: true, runUrl, opened: () => {} };

describe('a deployment', () => {
  it('begins in progress, for the commit, merging nothing and waiting for no checks', async () => {
    const { server, github } = await open();
    const told: number[] = [];
    const id = await beginDeployment(github, { ...beginning, opened: (id) => void told.push(id) });
    expect(told).toEqual([id]);
    expect(server.deployments.all()).toMatchObject([
      {
        id,
        sha: beginning.sha,
        environment: 'pr-7',
        transient: true,
        statuses: [{ state: 'in_progress', log_url: runUrl }],
      },
    ]);
    expect(server.sent[0]?.body).toMatchObject({ auto_merge: false, required_contexts: [] });
    expect(server.violations).toEqual([]);
  });

  it.each([
    ['https://a.example/app', 'https://a.example/app'],
    ['http://a.example', 'http://a.example'],
    ['javascript:alert(1)', ''],
    ['a.example', ''],
    [undefined, ''],
  ])('ends well with the environment’s address: %s', async (url, shown) => {
    const { server, github } = await open();
    const id = await beginDeployment(github, beginning);
    await finishDeployment(github, id, { outcome: 'success', runUrl, ...(url && { url }) });
    expect(server.deployments.get(id)?.statuses).toMatchObject([
      { state: 'success', environment_url: shown, log_url: runUrl },
      { state: 'in_progress' },
    ]);
  });

  it.each(['failure', 'error'] as const)(
    'ends in %s without an address, and with a short description',
    async (outcome) => {
      const { server, github } = await open();
      const id = await beginDeployment(github, beginning);
      const description = `::error::It failed\n${'x'.repeat(300)}`;
      await finishDeployment(github, id, { outcome, runUrl: '', url: 'https://a.example', description });
      const [status] = server.deployments.get(id)?.statuses ?? [];
      expect(status).toMatchObject({ state: outcome, environment_url: '', log_url: '' });
      expect(status?.description).toMatch(/^: :error::It failed x+…$/);
      expect(status?.description).toHaveLength(140);
    },
  );

  it('is reported before its first state is set, so that it can be closed', async () => {
    const { server, github } = await open();
    server.faults.add({ on: server.route('POST /deployments/:id/statuses'), answer: said(422, 'Validation Failed') });
    let id = 0;
    const work = () =>
      beginDeployment(github, {
        ...beginning,
        opened: (opened) => {
          id = opened;
        },
      });
    expect(codesOf((await failureOf(work)).findings)).toEqual(['github-invalid']);
    server.faults.clear();
    expect(await closeDeployment(github, id, runUrl)).toBe(true);
    expect(server.deployments.get(id)?.statuses.map(({ state }) => state)).toEqual(['error']);
  });

  it.each([
    ['the connection is cut', { reset: 'before-answer' }],
    ['a proxy answers 502', { served: true, answer: said(502, 'Bad Gateway') }],
  ] as const)('exists once when %s after it was created', async (_, fault) => {
    const { server, github } = await open();
    server.faults.add({ on: server.route('POST /deployments'), times: 1, ...fault });
    server.faults.add({ on: server.route('POST /deployments/:id/statuses'), times: 1, ...fault });
    // An older one for the same commit and environment is not taken for it.
    server.deployments.add({ ref: beginning.sha, environment: 'pr-7', payload: { 'uv-deploy': 'another' } });
    const id = await beginDeployment(github, beginning);
    expect(server.deployments.all()).toHaveLength(2);
    expect(server.deployments.all()[0]).toMatchObject({ id, statuses: [{ state: 'in_progress' }] });
    expect(server.deployments.get(id)?.statuses).toHaveLength(1);
  });

  it('needs a permission, which is named', async () => {
    const { github } = await open({}, { permissions: { deployments: 'read' } });
    const { findings } = await failureOf(() => beginDeployment(github, beginning));
    expect(codesOf(findings)).toEqual(['github-permission']);
    expect(findings[0]?.remedy).toContain('`deployments: write`');
  });
});

describe('what a cancelled run left open', () => {
  it('is closed as an error', async () => {
    const { server, github } = await open();
    const id = await beginDeployment(github, beginning);
    expect(await closeDeployment(github, id, runUrl)).toBe(true);
    expect(server.deployments.get(id)?.statuses[0]).toMatchObject({
      state: 'error',
      description: 'The run was cancelled',
    });
  });

  it.each(['success', 'failure', 'error'] as const)('stays as it is when it had ended in %s', async (outcome) => {
    const { server, github } = await open();
    const id = await beginDeployment(github, beginning);
    await finishDeployment(github, id, { outcome, runUrl });
    expect(await closeDeployment(github, id, runUrl)).toBe(false);
    expect(server.deployments.get(id)?.statuses).toHaveLength(2);
  });
});

describe('an environment that is gone', () => {
  it('has all its deployments inactive, on all pages, and others keep theirs', async () => {
    const { server, github } = await open();
    for (let i = 0; i < 105; i++) server.deployments.add({ ref: beginning.sha, environment: 'pr-7' });
    const other = await beginDeployment(github, { ...beginning, environment: 'pr-70' });
    expect(await deactivateEnvironment(github, 'pr-7', runUrl)).toBe(105);
    for (const { id, statuses } of server.deployments.all()) {
      expect(statuses.map(({ state }) => state)).toEqual([id === other ? 'in_progress' : 'inactive']);
    }
    expect(await deactivateEnvironment(github, 'pr-7', runUrl)).toBe(0);
  });

  it('may be named with anything', async () => {
    const { server, github } = await open();
    const environment = 'preview/a&b #1';
    await beginDeployment(github, { ...beginning, environment });
    expect(await deactivateEnvironment(github, environment, runUrl)).toBe(1);
    expect(server.deployments.all()[0]?.statuses[0]?.state).toBe('inactive');
  });
});
