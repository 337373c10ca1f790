import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DEPLOYMILL as BROKEN } from '../fixtures/broken/deploymill.ts';
import { DEPLOYMILL as HEALTHY } from '../fixtures/healthy/deploymill.ts';
import { makeVariant } from '../fixtures/variant.ts';
import { sampled } from '../tools/sampled.ts';
import { uv } from '../tools/uv.ts';
import { type App, createDeployer, type Deployer } from './deploymill/deployer.ts';
import { createRepositories, type Repositories } from './deploymill/repositories.ts';
import { gitEnvironment } from './host/git-backend.ts';
import { createInterpreters, pyenvFolders } from './host/interpreters.ts';
import { createLogs } from './host/logs.ts';
import { createProcesses } from './host/processes.ts';
import { formatVersion } from './host/versions.ts';
import { cacheDir, createWorkplace } from './workplace.ts';

const place = createWorkplace();
const processes = createProcesses();
const interpreters = createInterpreters(uv, pyenvFolders());
let repositories: Repositories;
let deployer: Deployer;

beforeAll(() => {
  mkdirSync(place.path('home'));
  repositories = createRepositories(place.path('home/repositories'));
  deployer = createDeployer({
    ...{ repositories, processes, uv, cacheDir, patienceMs: 15_000, probeMethod: () => 'GET' },
    ...{ logs: createLogs(place.path('home/logs')), folder: place.path('home/builds') },
    interpreters,
  });
});
afterAll(() => place.clear());

let count = 0;

/** What becomes of a project when it is committed and deployed as it is, and the end of its logs. */
async function fateOf(project: string): Promise<{ fate: string; log: string }> {
  count += 1;
  const repository = `octo/app-${count}`;
  const bare = place.path('home/repositories', repository);
  await repositories.create(repository);
  const git = (...args: string[]) => execFileSync('git', args, { cwd: project, env: gitEnvironment });
  const who = ['-c', 'user.name=Example', '-c', 'user.email=example@example.com', '-c', 'commit.gpgsign=false'];
  git('init', '--quiet', '--initial-branch=main');
  git('add', '--all');
  git(...who, 'commit', '--quiet', '--message', 'Add the app');
  git('push', '--quiet', bare, 'HEAD:refs/heads/main');
  const app: App = {
    ...{ id: `app_${count}`, name: 'shop', repository, branch: 'main', env: new Map(), deployments: [] },
  };
  const { deployment, edge } = await deployer.deploy(app);
  const log = deployer.log(app, 'build') + deployer.log(app, 'runtime');
  await deployer.stop(app);
  return { fate: deployment.status === 'error' ? 'build' : edge, log: log.slice(-2000) };
}

/** Whether this machine has every Python that a Dockerfile names: another one would stand in for it. */
async function hasPythons(project: string): Promise<boolean> {
  const file = join(project, 'Dockerfile');
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const found = await interpreters();
  return [...text.matchAll(/python:?(3\.\d+)/g)].every(([, minor]) =>
    found.some(({ version }) => formatVersion(version).startsWith(`${minor}.`)),
  );
}

describe('a broken project on deploymill', () => {
  test.for(sampled(BROKEN).map((broken) => [broken.that, broken] as const))(
    'that %s fails there',
    async ([, broken], { skip }) => {
      const project = await makeVariant(place, broken);
      if (broken.told[0]?.startsWith('base-python'))
        skip(!(await hasPythons(project)), 'The Python is not on this machine.');
      const { fate, log } = await fateOf(project);
      if (broken.server === 'refused') expect(log).toContain('project.json is refused');
      else if (broken.server === 'build') expect(fate, log).toBe('build');
      else expect(fate, log).not.toBe('healthy');
    },
  );
});

describe('a healthy project on deploymill', () => {
  test.each(sampled(HEALTHY).map((healthy) => [healthy.that, healthy] as const))(
    'that %s runs there',
    async (_, healthy) => {
      const { fate, log } = await fateOf(await makeVariant(place, healthy));
      expect(fate, log).toBe('healthy');
    },
  );
});
