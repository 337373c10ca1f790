import { randomUUID } from 'node:crypto';
import { readJson } from '../host/body.ts';
import { type Answer, type Call, json, type Reply } from '../host/listener.ts';
import type { Logs } from '../host/logs.ts';
import { Refusal } from '../host/refusal.ts';
import { decodeSegment, findRoute, type Params } from '../host/router.ts';
import type { Consumer } from './access.ts';
import type { Deployer } from './deployer.ts';
import { type LogMode, streamLogs } from './log-stream.ts';
import type { Repositories } from './repositories.ts';
import { PYTHON, readAppBody, readEnvBody, readField, ZONES } from './schema.ts';
import type { App, Store } from './store.ts';

export const USER = 'user_00000000-0000-4000-8000-000000000001';
export const ORGANISATION = 'orga_00000000-0000-4000-8000-000000000002';
const ORGANISATION_NAME = 'Example';

/** The parts of the server that answer a request. */
export type Parts = {
  readonly store: Store;
  readonly repositories: Repositories;
  readonly deployer: Deployer;
  readonly logs: Logs;
  readonly knobs: Knobs;
  /** `http://127.0.0.1:1234`, as others reach the server. */
  url(): string;
};

/** What a test may turn while the server runs. */
export type Knobs = {
  /** How often a new app is asked for until its repository is there. */
  creatingPolls: number;
  logs: LogMode;
  /** The domain of a new app; nothing for none. */
  domain: (appId: string, url: string) => string | undefined;
  /** Where the repositories are, as the API tells it; nothing for the server itself. */
  git?: string;
  /** When the token expires, in milliseconds since 1970. */
  expires: number;
  /** The application that the token belongs to. */
  consumer: Consumer;
};

type Route = (call: Call, params: Params, parts: Parts) => Reply | Promise<Reply>;
type AppRoute = (call: Call, app: App, parts: Parts, params: Params) => Reply | Promise<Reply>;

const message = (text: string, more: object = {}): Answer => json({ id: 0, message: text, type: 'success', ...more });
/** An error with one of Clever Cloud's own numbers. */
const error = (status: number, id: number, text: string): Answer => json({ id, message: text, type: 'error' }, status);
const missing = (what: string): never => {
  throw new Refusal(404, `The ${what} does not exist`);
};

const ownerOf = ({ owner }: App): string => owner ?? ORGANISATION;
const variantOf = ({ runtime }: App) => ({ ...PYTHON.variant, ...(runtime !== undefined && { slug: runtime }) });

/** An app as the API shows it. */
const view = (app: App, parts: Parts) => {
  const { id, settings, env, vhosts, state, commit, creating, created, github } = app;
  const {
    instanceType,
    instanceVersion,
    instanceVariant: _,
    instanceLifetime = 'REGULAR',
    deploy: __,
    ...own
  } = settings;
  const { minInstances, maxInstances, minFlavor, maxFlavor, buildFlavor, ...flags } = own;
  const httpUrl = github ?? `${parts.knobs.git ?? parts.url()}/${id}.git`;
  return {
    ...{ stickySessions: false, homogeneous: false, cancelOnPush: false, separateBuild: false, archived: false },
    ...{ forceHttps: 'DISABLED', favourite: false, shutdownable: false, tags: [], ...flags },
    ...{ id, ownerId: ownerOf(app), state, commitId: commit ?? null, branch: 'master' },
    buildFlavor: { name: buildFlavor ?? minFlavor },
    instance: {
      ...{ type: instanceType, version: instanceVersion, variant: variantOf(app), lifetime: instanceLifetime },
      ...{ minInstances, maxInstances, minFlavor: { name: minFlavor }, maxFlavor: { name: maxFlavor } },
    },
    deployment: {
      ...{ type: 'GIT', repoState: creating > 0 ? 'CREATING' : 'CREATED', httpUrl },
      url: httpUrl.replace(/^https?/, 'git+ssh'),
    },
    deployUrl: httpUrl.replace(/^https?/, 'git+ssh'),
    vhosts: vhosts.map((fqdn) => ({ fqdn })),
    env: pairs(env),
    ...(created !== undefined && { creationDate: created }),
    last_deploy: parts.store.deployments(id)[0]?.id ?? 0,
  };
};

const pairs = (env: App['env']) => Object.entries(env).map(([name, value]) => ({ name, value }));

const create: Route = async (call, { owner = '' }, parts) => {
  const { env = {}, ...settings } = readAppBody(await readJson(call), true);
  const id = `app_${randomUUID()}`;
  const domain = parts.knobs.domain(id, parts.url());
  const github = settings.oauthApp as { owner: string; name: string } | undefined;
  const app: App = {
    ...{ id, settings, env: readEnvBody(env), vhosts: domain === undefined ? [] : [domain] },
    ...(decodeSegment(owner) !== ORGANISATION && { owner: decodeSegment(owner) }),
    ...{ state: 'WANTS_TO_BE_UP', creating: parts.knobs.creatingPolls, created: Date.now() },
    ...(github && { github: `https://github.com/${github.owner}/${github.name}.git` }),
  };
  parts.store.save(app);
  await parts.repositories.create(id);
  return json(view(app, parts));
};

const change: AppRoute = async (call, app, parts) => {
  const { env, ...settings } = readAppBody(await readJson(call), false);
  const changed = {
    ...app,
    settings: { ...app.settings, ...settings },
    ...(env !== undefined && { env: readEnvBody(env) }),
  };
  parts.store.save(changed);
  return json(view(changed, parts));
};

const remove: AppRoute = async (_, app, { store, deployer, repositories }) => {
  await deployer.stop(app.id);
  store.remove(app.id);
  await repositories.remove(app.id);
  return message('The application has been deleted');
};

const setEnv = (app: App, env: Record<string, string>, parts: Parts): Answer => {
  const changed = { ...app, env };
  parts.store.save(changed);
  return json(view(changed, parts));
};

const redeploy: AppRoute = async ({ query }, app, { store, deployer, repositories }) => {
  const commit = query.get('commit') ?? app.commit ?? (await repositories.head(app.id));
  if (commit === undefined) return error(400, 4014, 'This application has never been deployed');
  const isThere = await repositories.git(app.id, 'cat-file', '-e', `${commit}^{commit}`).then(
    () => true,
    () => false,
  );
  if (!isThere) missing('commit');
  store.save({ ...app, state: app.state === 'SHOULD_BE_DOWN' ? 'WANTS_TO_BE_UP' : app.state });
  const deployment = deployer.deploy(app.id, commit, 'clever-tools');
  return message('The application will be restarted', { deploymentId: deployment?.uuid });
};

const stop: AppRoute = async (_, app, { store, deployer }) => {
  await deployer.stop(app.id);
  store.save({ ...app, state: 'SHOULD_BE_DOWN' });
  return message('The application has been stopped');
};

const instances: AppRoute = (_, app, { deployer }) => {
  const running = deployer.running(app.id);
  if (running === undefined) return json([]);
  const { deployment, instance } = running;
  const { commit, uuid, id: deployNumber } = deployment;
  const flavor = { name: app.settings.minFlavor };
  return json([
    {
      ...{ id: uuid.replace(/^deployment_/, ''), appId: app.id, ip: '127.0.0.1', appPort: instance.port, state: 'UP' },
      ...{
        flavor,
        commit,
        deployNumber,
        deployId: uuid,
        instanceNumber: 0,
        displayName: 'example',
        creationDate: deployment.date,
      },
    },
  ]);
};

const deployments: AppRoute = ({ query }, app, { store }) => {
  const action = query.get('action');
  const [limit, offset] = [Number(query.get('limit') ?? 100), Number(query.get('offset') ?? 0)];
  const rows = store.deployments(app.id).filter((row) => action === null || row.action === action);
  return json(rows.slice(offset, offset + limit));
};

const cancel: AppRoute = (_, app, { store, deployer }, { deployment = '' }) => {
  const row = store.deployment(app.id, deployment) ?? missing('deployment');
  if (!deployer.cancel(app.id, row)) return error(400, 4005, 'This deployment is over');
  return message('The deployment will be cancelled');
};

/** Domains are kept with a slash at their end. */
const fqdnOf = (text: string): string => (text.endsWith('/') ? text : `${text}/`);

const addDomain: AppRoute = (_, app, { store }, { fqdn = '' }) => {
  const wanted = fqdnOf(fqdn);
  if (store.apps().some((other) => other.id !== app.id && other.vhosts.includes(wanted))) {
    return error(409, 4016, 'This domain is used by another application');
  }
  if (!app.vhosts.includes(wanted)) store.save({ ...app, vhosts: [...app.vhosts, wanted] });
  return message('The domain has been added');
};

const removeDomain: AppRoute = (_, app, { store }, { fqdn = '' }) => {
  store.save({ ...app, vhosts: app.vhosts.filter((name) => name !== fqdnOf(fqdn)) });
  return message('The domain has been removed');
};

const setFavourite: AppRoute = async (call, app, { store }) => {
  const fqdn = fqdnOf(readField(await readJson(call), 'fqdn'));
  if (!app.vhosts.includes(fqdn)) missing('domain');
  store.save({ ...app, favourite: fqdn });
  return json({ fqdn });
};

const summary: Route = (_, __, { store }) => {
  const applicationsOf = (owner: string) =>
    store
      .apps()
      .filter((app) => ownerOf(app) === owner)
      .map((app) => ({
        ...{ id: app.id, name: app.settings.name, state: app.state, commit: app.commit ?? null },
        ...{ instanceType: app.settings.instanceType, variantSlug: variantOf(app).slug },
        archived: app.settings.archived ?? false,
      }));
  return json({
    user: { id: USER, name: 'Example', applications: applicationsOf(USER), addons: [] },
    organisations: [
      { id: ORGANISATION, name: ORGANISATION_NAME, addons: [], applications: applicationsOf(ORGANISATION) },
    ],
  });
};

/** Asking for an app brings the creation of its repository one step further. */
const getApp: AppRoute = (_, app, parts) => {
  if (app.creating > 0) parts.store.save({ ...app, creating: app.creating - 1 });
  return json(view(app, parts));
};

const APP = '/v2/organisations/:owner/applications/:app';

const APP_ROUTES: Readonly<Record<string, AppRoute>> = {
  'GET /v2/self/applications/:app': getApp,
  [`GET ${APP}`]: getApp,
  [`PUT ${APP}`]: change,
  [`DELETE ${APP}`]: remove,
  [`GET ${APP}/env`]: (_, { env }) => json(pairs(env)),
  [`PUT ${APP}/env`]: async (call, app, parts) => setEnv(app, readEnvBody(await readJson(call)), parts),
  [`PUT ${APP}/env/:name`]: async (call, app, parts, { name = '' }) =>
    setEnv(app, readEnvBody({ ...app.env, [name]: readField(await readJson(call), 'value') }), parts),
  [`DELETE ${APP}/env/:name`]: (_, app, parts, { name = '' }) => {
    const { [name]: __, ...env } = app.env;
    return setEnv(app, env, parts);
  },
  [`GET ${APP}/addons/env`]: (_, { linked }) =>
    json(linked === undefined ? [] : [{ addonId: 'addon_1', addonName: 'linked', env: pairs(linked) }]),
  [`GET ${APP}/dependencies/env`]: () => json([]),
  [`POST ${APP}/instances`]: redeploy,
  [`DELETE ${APP}/instances`]: stop,
  [`GET ${APP}/instances`]: instances,
  [`GET ${APP}/deployments`]: deployments,
  [`GET ${APP}/deployments/:deployment`]: (_, app, { store }, { deployment = '' }) =>
    json(store.deployment(app.id, deployment) ?? missing('deployment')),
  [`DELETE ${APP}/deployments/:deployment/instances`]: cancel,
  [`GET ${APP}/vhosts`]: (_, { vhosts }) => json(vhosts.map((fqdn) => ({ fqdn }))),
  [`GET ${APP}/vhosts/favourite`]: (_, { favourite }) =>
    favourite === undefined ? error(404, 4021, 'There is no favourite domain') : json({ fqdn: favourite }),
  [`PUT ${APP}/vhosts/favourite`]: setFavourite,
  [`PUT ${APP}/vhosts/:fqdn`]: addDomain,
  [`DELETE ${APP}/vhosts/:fqdn`]: removeDomain,
  'GET /v4/logs/organisations/:owner/applications/:app/logs': ({ query }, app, { store, logs, knobs }) => {
    const id = query.get('deploymentId');
    const deployment = id === null ? store.deployments(app.id)[0] : store.deployment(app.id, id);
    return streamLogs(app, deployment, query, logs, knobs.logs);
  },
};

const ROUTES: Readonly<Record<string, Route>> = {
  'GET /v2/self': () =>
    json({ id: USER, email: 'ci@example.invalid', name: 'Example', hasPassword: true, preferredMFA: 'NONE' }),
  'GET /v2/self/tokens/current': (_, __, { knobs }) => json({ expirationDate: knobs.expires }),
  'GET /v2/summary': summary,
  'GET /v2/products/instances': () => json([PYTHON]),
  'GET /v4/products/zones': () => json(ZONES.map((name) => ({ name, tags: [] }))),
  'GET /v2/organisations/:owner': () => json({ id: ORGANISATION, name: ORGANISATION_NAME, canPay: true }),
  'GET /v2/organisations/:owner/applications': (_, { owner = '' }, parts) =>
    json(
      parts.store
        .apps()
        .filter((app) => ownerOf(app) === decodeSegment(owner))
        .map((app) => view(app, parts)),
    ),
  'POST /v2/organisations/:owner/applications': create,
};

/** Clever Cloud's API, v2 and the logs of v4. Who calls has been checked before. @throws Refusal */
export const serveApi = async (call: Call, parts: Parts): Promise<Reply> => {
  const app = findRoute(APP_ROUTES, call.method, call.path);
  const { row, params } = app ?? findRoute(ROUTES, call.method, call.path) ?? { row: undefined, params: {} };
  if (row === undefined) throw new Refusal(404, 'Not found');
  const { owner } = params;
  if (owner !== undefined && ![ORGANISATION, USER].includes(decodeSegment(owner)))
    throw new Refusal(403, 'You are not authorized');
  if (app === undefined) return (row as Route)(call, params, parts);
  return app.row(call, parts.store.app(params.app ?? '') ?? missing('application'), parts, params);
};
