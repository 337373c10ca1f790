import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Log, Logs } from '../host/logs.ts';
import type { BuilderDeps, Image } from './builder.ts';
import { buildImage } from './builder.ts';
import { awaitUp, type Container, type Health, probe, startContainer } from './container.ts';
import { type ProjectJson, readProject } from './project-json.ts';
import type { Repositories } from './repositories.ts';

export type Deployment = {
  readonly id: string;
  readonly createdAt: string;
  status: 'running' | 'done' | 'error';
  readonly commit: string;
  rollbackId?: string;
};

/** An app, or the preview of one. */
export type App = {
  readonly id: string;
  readonly name: string;
  readonly repository: string;
  readonly branch: string;
  readonly env: Map<string, string>;
  /** Newest first. */
  readonly deployments: Deployment[];
  readonly parent?: string;
  readonly prNumber?: number;
  readonly expiresAt?: string;
  live?: { readonly image: Image; readonly container: Container; readonly deployment: string };
};

export type DeployerDeps = BuilderDeps & {
  readonly repositories: Repositories;
  readonly logs: Logs;
  readonly folder: string;
  readonly patienceMs: number;
  /** How the platform's probe asks. */
  probeMethod(): 'GET' | 'HEAD';
};

export type Outcome = {
  readonly deployment: Deployment;
  readonly rolledOver: boolean;
  readonly note: string;
  readonly edge: string;
};

export type Deployer = ReturnType<typeof createDeployer>;

export const createDeployer = (deps: DeployerDeps) => {
  const { repositories, logs, processes, folder, patienceMs } = deps;
  /** Images that can be gone back to. */
  const kept = new Map<string, Image>();
  const queues = new Map<string, Promise<unknown>>();

  /** One deployment of an app after the other. */
  const inTurn = <T>(app: App, work: () => Promise<T>): Promise<T> => {
    const turn = (queues.get(app.id) ?? Promise.resolve()).then(work, work);
    queues.set(app.id, turn);
    return turn;
  };

  const begin = (app: App, commit: string): Deployment => {
    const deployment: Deployment = {
      id: `dep_${randomUUID()}`,
      createdAt: new Date().toISOString(),
      status: 'running',
      commit,
    };
    app.deployments.unshift(deployment);
    return deployment;
  };

  /** Starts an image and lets it take over, if it is healthy or nothing keeps the one before. */
  const switchTo = async (app: App, image: Image, deployment: Deployment, project: ProjectJson): Promise<string> => {
    const log = logs.open(`${app.id}-runtime`);
    const isWorker = project.workload === 'worker';
    const wanted = isWorker ? undefined : (project.port ?? image.port ?? 8000);
    const env = { DM_PROJECT_NAME: app.name, ...Object.fromEntries(app.env) };
    const volumes = (project.mounts ?? []).map(({ mountPath }) => mountPath);
    const container = await startContainer(image, { env, wanted, volumes, log, processes });
    const health: Health = { path: project.health?.path ?? '/healthz', retries: project.health?.retries ?? 3 };
    const why = isWorker
      ? undefined
      : ((await awaitUp(container, patienceMs)) ?? (await probe(container, health, deps.probeMethod())));
    const goesBack = why !== undefined && project.rollback === 'auto' && app.live !== undefined;
    deployment.status = goesBack ? 'error' : 'done';
    if (goesBack) {
      await container.process.stop();
      return `${why}; rolled back`;
    }
    await app.live?.container.process.stop();
    app.live = { image, container, deployment: deployment.id };
    if (project.rollback !== undefined && project.rollback !== false) {
      deployment.rollbackId = `rb_${randomUUID()}`;
      kept.set(deployment.rollbackId, image);
    }
    return why ?? 'healthy';
  };

  const deploy = (app: App, { noCache = false } = {}): Promise<Outcome> =>
    inTurn(app, async () => {
      const commit = (await repositories.head(app.repository, app.branch)) ?? '';
      const deployment = begin(app, commit);
      const log: Log = logs.open(`${app.id}-build`);
      const place = join(folder, deployment.id);
      try {
        if (commit === '') throw new Error(`the branch ${app.branch} does not exist`);
        const context = join(place, 'context');
        await repositories.checkOut(app.repository, commit, context);
        const project = projectIn(context);
        const image = await buildImage(context, join(place, 'root'), log, deps);
        const isSame = app.live?.image.digest === image.digest && !app.live.container.hasEnded;
        if (isSame && !noCache) {
          deployment.status = 'done';
          return { deployment, rolledOver: false, note: 'The image digest is unchanged.', edge: 'healthy' };
        }
        const edge = await switchTo(app, image, deployment, project);
        return { deployment, rolledOver: app.live?.deployment === deployment.id, note: '', edge };
      } catch (error) {
        log.write('build', (error as Error).message);
        deployment.status = 'error';
        return { deployment, rolledOver: false, note: '', edge: 'not deployed' };
      }
    });

  return {
    deploy,
    rollback: (app: App, rollbackId: string): Promise<Outcome> =>
      inTurn(app, async () => {
        const image = kept.get(rollbackId);
        if (image === undefined) throw new Error(`There is no image ${rollbackId}.`);
        const before = app.deployments.find((row) => row.rollbackId === rollbackId);
        const deployment = begin(app, before?.commit ?? '');
        const edge = await switchTo(app, image, deployment, { port: image.port ?? 8000, rollback: true });
        return { deployment, rolledOver: true, note: '', edge };
      }),
    log: (app: App, source: 'build' | 'runtime'): string => logs.read(`${app.id}-${source}`),
    stop: async (app: App): Promise<void> => {
      await queues.get(app.id)?.catch(() => {});
      await app.live?.container.process.stop();
      delete app.live;
    },
    close: () => Promise.allSettled(queues.values()),
  };
};

const projectIn = (context: string): ProjectJson => {
  const file = join(context, '.deploymill/project.json');
  return existsSync(file) ? readProject(readFileSync(file, 'utf8')) : {};
};
