import { at, isTable, strings } from '../../../project/files/values.ts';

// Values out of the answers of Clever Cloud's API, which may be anything. Fields that are missing are empty.

/** An app, as far as it is relied on (Clever Cloud's OpenAPI description, `Application`). */
export type App = {
  readonly id: string;
  readonly ownerId: string;
  readonly name: string;
  readonly zone: string;
  /** `SHOULD_BE_UP`, `MODERATED`, `DEFAULT_OF_PAYMENT`, ... */
  readonly state: string;
  /** The runtime, such as `python`. */
  readonly runtime: string;
  /** `REGULAR`, `TASK` or `MIGRATION`. */
  readonly lifetime: string;
  /** The commit that is live. */
  readonly commit: string | undefined;
  /** `CREATING` until the repository can be pushed to, then `CREATED`. */
  readonly repoState: string;
  /** The repository's address; at GitHub for an app that is deployed from there. */
  readonly httpUrl: string;
  readonly domains: readonly string[];
  readonly archived: boolean;
  /** Milliseconds since 1970; 0 where the server does not tell. */
  readonly created: number;
  /** What can be changed, by the names that the API takes them by. */
  readonly settings: Readonly<Record<string, unknown>>;
};

/** `state` is `WIP`, `TASK_RUNNING`, `OK`, `FAIL`, `CANCELLED`, or a word that is not known yet. */
export type DeploymentRow = {
  readonly uuid: string;
  /** Milliseconds since 1970. */
  readonly date: number;
  readonly state: string;
  /** `DEPLOY`, `CANCEL`, `UNDEPLOY`, ... */
  readonly action: string;
  readonly commit: string;
  readonly cause: string;
};

export type Instance = { readonly state: string; readonly commit: string; readonly deployment: string };

/** A runtime of the newest version, with what an app of it is created from. */
export type Runtime = {
  readonly type: string;
  readonly version: string;
  readonly variant: string;
  readonly flavor: string;
};

type Named = { readonly id: string; readonly name: string };

/** An organisation, and the apps that it has. */
export type Organisation = Named & { readonly apps: readonly Named[] };

export type Env = Readonly<Record<string, string>>;

/** Ids become parts of paths. */
export const isAppId = (value: unknown): value is string =>
  typeof value === 'string' && /^app_[0-9a-f-]{1,64}$/i.test(value);
export const isOwnerId = (value: unknown): value is string =>
  typeof value === 'string' && /^(?:orga|user)_[0-9a-f-]{1,64}$/i.test(value);
const isDeploymentId = (value: unknown): value is string =>
  typeof value === 'string' && /^deployment_[0-9a-f-]{1,64}$/i.test(value);
const isCommit = (value: unknown): value is string => typeof value === 'string' && /^[0-9a-f]{40,64}$/i.test(value);

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Rows that can't be read are left out; `undefined` for a value that is not a list. */
export const readRows = <T>(value: unknown, read: (row: unknown) => T | undefined): T[] | undefined =>
  Array.isArray(value) ? value.map(read).filter((row) => row !== undefined) : undefined;

/** Settings that the API gives and takes under the same name. */
const FLAGS = ['cancelOnPush', 'forceHttps', 'homogeneous', 'separateBuild', 'shutdownable', 'stickySessions'];

export function readApp(value: unknown): App | undefined {
  const [id, ownerId, commit] = [at(value, 'id'), at(value, 'ownerId'), at(value, 'commitId')];
  if (!isAppId(id) || !isOwnerId(ownerId)) return undefined;
  const [name, created] = [text(at(value, 'name')), at(value, 'creationDate')];
  const settings = {
    ...{
      name,
      minInstances: at(value, 'instance', 'minInstances'),
      maxInstances: at(value, 'instance', 'maxInstances'),
    },
    minFlavor: at(value, 'instance', 'minFlavor', 'name'),
    maxFlavor: at(value, 'instance', 'maxFlavor', 'name'),
    buildFlavor: at(value, 'buildFlavor', 'name'),
    instanceLifetime: at(value, 'instance', 'lifetime'),
    ...Object.fromEntries(FLAGS.map((flag) => [flag, at(value, flag)])),
  };
  return {
    ...{ id, ownerId, name, settings, zone: text(at(value, 'zone')), state: text(at(value, 'state')) },
    runtime: text(at(value, 'instance', 'variant', 'slug')),
    lifetime: text(at(value, 'instance', 'lifetime')),
    commit: isCommit(commit) ? commit : undefined,
    repoState: text(at(value, 'deployment', 'repoState')),
    httpUrl: text(at(value, 'deployment', 'httpUrl')),
    domains: readDomains(at(value, 'vhosts')) ?? [],
    archived: at(value, 'archived') === true,
    created: typeof created === 'number' ? created : 0,
  };
}

export function readDeployment(row: unknown): DeploymentRow | undefined {
  const [uuid, state, date] = [at(row, 'uuid'), at(row, 'state'), at(row, 'date')];
  if (!isDeploymentId(uuid) || typeof state !== 'string') return undefined;
  return {
    ...{ uuid, state, date: typeof date === 'number' ? date : 0 },
    action: text(at(row, 'action')),
    commit: text(at(row, 'commit')),
    cause: text(at(row, 'cause')),
  };
}

export const readInstance = (row: unknown): Instance | undefined =>
  isTable(row)
    ? { state: text(at(row, 'state')), commit: text(at(row, 'commit')), deployment: text(at(row, 'deployId')) }
    : undefined;

/** The id of the deployment that a redeployment has started: the only field of the answer that the official client reads. */
export const readDeploymentId = (value: unknown): string | undefined => {
  const id = at(value, 'deploymentId');
  return isDeploymentId(id) ? id : undefined;
};

export const readEnv = (value: unknown): Env | undefined => {
  const pairs = readRows(value, (row): [string, string] | undefined => {
    const [name, found] = [at(row, 'name'), at(row, 'value')];
    return typeof name === 'string' && typeof found === 'string' ? [name, found] : undefined;
  });
  return pairs && Object.fromEntries(pairs);
};

/** The variables of add-ons, or of linked apps: a list for each of them. */
export const readLinkedEnv = (value: unknown): Env | undefined => {
  const all = readRows(value, (row) => readEnv(at(row, 'env')));
  return all && Object.assign({}, ...all);
};

export const readDomain = (row: unknown): string | undefined => text(at(row, 'fqdn')) || undefined;
const readDomains = (value: unknown): string[] | undefined => readRows(value, readDomain);

const readNamed =
  (isId: (value: unknown) => value is string) =>
  (row: unknown): Named | undefined => {
    const id = at(row, 'id');
    return isId(id) ? { id, name: text(at(row, 'name')) } : undefined;
  };

export const readUser = readNamed(isOwnerId);
const readNamedApp = readNamed(isAppId);

/** The organisations of a summary of all that a user has. */
export const readOrganisations = (value: unknown): Organisation[] | undefined =>
  readRows(at(value, 'organisations'), (row) => {
    const named = readUser(row);
    return named && { ...named, apps: readRows(at(row, 'applications'), readNamedApp) ?? [] };
  });

/** When a token ends, in milliseconds since 1970; some versions of the API answer a list. */
export const readExpiry = (value: unknown): number | undefined => {
  const date = at(Array.isArray(value) ? value[0] : value, 'expirationDate');
  return typeof date === 'number' ? date : undefined;
};

export const readZones = (value: unknown): string[] | undefined =>
  Array.isArray(value) ? strings(value.map((row: unknown) => at(row, 'name'))) : undefined;

/** The newest enabled version of a runtime, as the official client chooses it: versions are ordered as texts. */
export function readRuntime(value: unknown, slug: string): Runtime | undefined {
  const all = readRows(value, (row): Runtime | undefined => {
    if (at(row, 'enabled') !== true || at(row, 'variant', 'slug') !== slug) return undefined;
    const variant = text(at(row, 'variant', 'id'));
    const [type, version] = [text(at(row, 'type')), text(at(row, 'version'))];
    if (variant === '' || type === '' || version === '') return undefined;
    return { type, version, variant, flavor: text(at(row, 'defaultFlavor', 'name')) };
  });
  return all?.sort((a, b) => (a.version < b.version ? 1 : -1))[0];
}
