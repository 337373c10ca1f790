import { randomUUID } from 'node:crypto';
import type { Logs } from '../host/logs.ts';
import type { App, Deployer, Outcome } from './deployer.ts';

/** What a tool takes, in the words of JSON schema. */
type Schema = {
  readonly type: 'object';
  readonly properties: Readonly<Record<string, object>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean;
};

type Args = Readonly<Record<string, unknown>>;

/** A tool of the server. `progress` tells of the work while it goes on. */
export type Tool = {
  readonly description: string;
  readonly schema: Schema;
  run(args: Args, progress: (words: string) => Promise<void>): Promise<object>;
};

/** A failure that is told with a code, as the documentation asks for. */
export class ToolError extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

export type Parts = {
  readonly apps: Map<string, App>;
  readonly deployer: Deployer;
  readonly logs: Logs;
  /** Where an app answers. */
  address(app: App): string;
  /** Whether previews share the data of production. */
  sharesData(): boolean;
  branchExists(app: App, branch: string): Promise<boolean>;
};

const text = { type: 'string' };
const flag = { type: 'boolean' };
const HOUR_MS = 3_600_000;

const object = (properties: Schema['properties'], ...required: string[]): Schema => ({
  ...{ type: 'object', properties, required, additionalProperties: false },
});

/**
 * The tools, as far as deploymill's public texts name them. Their schemas are our guess, made from the arguments and answers that
 * those texts show.
 */
export const createTools = ({ apps, deployer, address, sharesData, branchExists }: Parts): Record<string, Tool> => {
  const appOf = (id: unknown): App => {
    const app = apps.get(String(id));
    if (app === undefined) throw new ToolError('not_found', `There is no application ${String(id)}.`);
    return app;
  };
  const told = (app: App, { deployment, rolledOver, note, edge }: Outcome) => ({
    ...{ deploymentId: deployment.id, status: deployment.status, commit: deployment.commit },
    ...{ rolledOver, ...(note !== '' && { rolloverNote: note }) },
    edges: [{ url: address(app), state: edge }],
  });
  const previewView = (app: App) => ({
    ...{ applicationId: app.id, parentApplicationId: app.parent, ref: app.branch, prNumber: app.prNumber },
    ...{ url: address(app), expiresAt: app.expiresAt ?? null, hitsProdData: sharesData() },
  });
  const previews = (): App[] => [...apps.values()].filter(({ parent }) => parent !== undefined);
  const previewOf = (id: unknown): App => {
    const app = appOf(id);
    if (app.parent === undefined) throw new ToolError('not_a_preview', `${app.id} is not a preview.`);
    return app;
  };

  return {
    deploy: {
      description: 'Builds the head of the wired branch and brings it live.',
      schema: object({ applicationId: text, noCache: flag, probePath: text }, 'applicationId'),
      run: async ({ applicationId, noCache }, progress) => {
        const app = appOf(applicationId);
        await progress('Building the image');
        return told(app, await deployer.deploy(app, { noCache: noCache === true }));
      },
    },
    list_deployments: {
      description: 'Lists deployments, newest first.',
      schema: object({ applicationId: text }, 'applicationId'),
      run: async ({ applicationId }) => ({
        deployments: appOf(applicationId).deployments.map(({ id, ...others }) => ({ deploymentId: id, ...others })),
      }),
    },
    rollback: {
      description: 'Brings an earlier image live.',
      schema: object({ applicationId: text, rollbackId: text }, 'applicationId', 'rollbackId'),
      run: async ({ applicationId, rollbackId }) => {
        const app = appOf(applicationId);
        return told(app, await deployer.rollback(app, String(rollbackId)));
      },
    },
    get_logs: {
      description: 'The build log or the runtime log.',
      schema: object(
        { applicationId: text, source: { enum: ['build', 'runtime'] }, tail: { type: 'integer' }, grep: text },
        'applicationId',
      ),
      run: async ({ applicationId, source = 'build', tail = 200 }) => {
        const log = deployer.log(appOf(applicationId), source === 'runtime' ? 'runtime' : 'build');
        const lines = log
          .trimEnd()
          .split('\n')
          .map((line) => line.replace(/^\[\S+ \w+\] ?/, ''));
        return { logs: lines.slice(-Number(tail)).join('\n'), entries: [] };
      },
    },
    reconcile_project: {
      description: 'Makes the app what project.json says.',
      schema: object({ applicationId: text, repoUrl: text, dryRun: flag, prune: flag }, 'applicationId'),
      run: async ({ applicationId, dryRun }) => {
        appOf(applicationId);
        return {
          dryRun: dryRun === true,
          plan: { env: { add: [], remove: [] }, domains: { attach: [], blocked: [] } },
        };
      },
    },
    set_env_vars: {
      description: 'Merges variables into those of the app.',
      schema: object(
        { applicationId: text, vars: { type: 'object', additionalProperties: text }, replace: flag },
        'applicationId',
        'vars',
      ),
      run: async ({ applicationId, vars }) => {
        const { env } = appOf(applicationId);
        for (const [name, value] of Object.entries(vars as Record<string, string>)) env.set(name, value);
        return { count: env.size };
      },
    },
    list_env_vars: {
      description: 'The names of the variables.',
      schema: object({ applicationId: text }, 'applicationId'),
      run: async ({ applicationId }) => {
        const names = [...appOf(applicationId).env.keys()];
        return { names, count: names.length };
      },
    },
    create_preview: {
      description: 'Creates an app for a branch, or answers the one that is there.',
      schema: object(
        {
          ...{ parentApplicationId: text, ref: text, prNumber: { type: 'integer' }, ttlHours: { type: 'integer' } },
          envOverrides: { type: 'object' },
        },
        ...['parentApplicationId', 'ref'],
      ),
      run: async ({ parentApplicationId, ref, prNumber, ttlHours, envOverrides }) => {
        const parent = appOf(parentApplicationId);
        const branch = String(ref);
        if (!(await branchExists(parent, branch)))
          throw new ToolError('branch_not_found', `There is no branch ${branch}.`);
        const there = previews().find((app) => app.parent === parent.id && app.branch === branch);
        if (there) return previewView(there);
        const overrides = Object.entries((envOverrides ?? {}) as Record<string, string>);
        const preview: App = {
          ...{ id: `app_${randomUUID()}`, name: `${parent.name}-${branch}`, repository: parent.repository, branch },
          ...{ env: new Map([...parent.env, ...overrides]), deployments: [], parent: parent.id },
          ...(typeof prNumber === 'number' && { prNumber }),
          ...(typeof ttlHours === 'number' && { expiresAt: new Date(Date.now() + ttlHours * HOUR_MS).toISOString() }),
        };
        apps.set(preview.id, preview);
        await deployer.deploy(preview);
        return previewView(preview);
      },
    },
    redeploy_preview: {
      description: 'Builds a preview again.',
      schema: object({ applicationId: text }, 'applicationId'),
      run: async ({ applicationId }) => {
        const app = previewOf(applicationId);
        return told(app, await deployer.deploy(app));
      },
    },
    delete_preview: {
      description: 'Removes a preview.',
      schema: object({ applicationId: text }, 'applicationId'),
      run: async ({ applicationId }) => {
        const app = previewOf(applicationId);
        await deployer.stop(app);
        apps.delete(app.id);
        return { ok: true };
      },
    },
    list_previews: {
      description: 'The previews of an app.',
      schema: object({ parentApplicationId: text }, 'parentApplicationId'),
      run: async ({ parentApplicationId }) => ({
        previews: previews()
          .filter(({ parent }) => parent === parentApplicationId)
          .map(previewView),
      }),
    },
    // What a client must never call by itself.
    delete_app: {
      description: 'Removes an app.',
      schema: object({ applicationId: text }, 'applicationId'),
      run: async ({ applicationId }) => {
        apps.delete(appOf(applicationId).id);
        return { ok: true };
      },
    },
  };
};
