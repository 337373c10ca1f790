import type { Database } from '../host/database.ts';

/** Clever Cloud's tables: what the API knows of an app and of a deployment is a document each. */
export const SCHEMA = `
CREATE TABLE IF NOT EXISTS apps (id TEXT PRIMARY KEY, document TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS deployments (
  uuid TEXT PRIMARY KEY, app TEXT NOT NULL REFERENCES apps(id) ON DELETE CASCADE, number INTEGER NOT NULL, document TEXT NOT NULL
) STRICT;
`;

type AppState = 'SHOULD_BE_UP' | 'SHOULD_BE_DOWN' | 'WANTS_TO_BE_UP' | 'MODERATED' | 'DEFAULT_OF_PAYMENT';

export type App = {
  readonly id: string;
  /** The fields of the body that created it, with later changes. */
  settings: Record<string, unknown>;
  env: Record<string, string>;
  /** Each with a slash at its end, and perhaps a path before it. */
  vhosts: string[];
  favourite?: string | undefined;
  state: AppState;
  /** What is live: the commit, and the deployment that brought it. */
  commit?: string | undefined;
  live?: string | undefined;
  /** When it was created, in milliseconds since 1970. */
  readonly created?: number;
  /** How often the app is asked for until its repository is there. */
  creating: number;
  /** Set for an app that GitHub deploys: its repository there. */
  github?: string;
  /** Whose app it is, where that is not the organisation. */
  readonly owner?: string;
  /** Another runtime than Python. */
  runtime?: string;
  /** The variables of its add-ons. */
  linked?: Record<string, string>;
};

export type Deployment = {
  readonly id: number;
  readonly uuid: string;
  readonly date: number;
  state: string;
  readonly action: string;
  readonly commit: string;
  readonly cause: string;
  readonly instances: number;
  readonly author: { readonly id: string; readonly name: string };
};

/** What survives a restart of the server. */
export type Store = {
  apps(): App[];
  app(id: string): App | undefined;
  save(app: App): void;
  remove(id: string): void;
  /** Newest first. */
  deployments(appId: string): Deployment[];
  /** By its uuid or its number. */
  deployment(appId: string, id: string): Deployment | undefined;
  saveDeployment(appId: string, deployment: Deployment): void;
  removeDeployment(uuid: string): void;
};

type Row = { document: string };
const parse = <T>({ document }: Row): T => JSON.parse(document) as T;

export const createStore = (database: Database): Store => {
  const deployments = (appId: string) =>
    database
      .all<Row>('SELECT document FROM deployments WHERE app = ? ORDER BY number DESC', appId)
      .map((row) => parse<Deployment>(row));
  return {
    apps: () => database.all<Row>('SELECT document FROM apps ORDER BY rowid').map((row) => parse<App>(row)),
    app: (id) => database.all<Row>('SELECT document FROM apps WHERE id = ?', id).map((row) => parse<App>(row))[0],
    save: (app) =>
      database.run(
        'INSERT INTO apps VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET document = excluded.document',
        app.id,
        JSON.stringify(app),
      ),
    remove: (id) => database.run('DELETE FROM apps WHERE id = ?', id),
    deployments,
    deployment: (appId, id) => deployments(appId).find(({ uuid, id: number }) => uuid === id || String(number) === id),
    saveDeployment: (appId, deployment) =>
      database.run(
        'INSERT INTO deployments VALUES (?, ?, ?, ?) ON CONFLICT (uuid) DO UPDATE SET document = excluded.document',
        ...[deployment.uuid, appId, deployment.id, JSON.stringify(deployment)],
      ),
    removeDeployment: (uuid) => database.run('DELETE FROM deployments WHERE uuid = ?', uuid),
  };
};
