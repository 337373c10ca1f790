import { Failure, failure } from '../../../findings/finding.ts';
import type { Access, GatewayDeps, Identity, Item } from '../../gateway.ts';
import type { Api } from '../api/api.ts';
import { isServiceToken } from '../api/credential.ts';
import type { App, Env } from '../api/values.ts';
import type { AppSpec } from './app-spec.ts';
import { createApp } from './creation.ts';
import { addressOf, bestDomain } from './domains.ts';
import { checkElsewhere, ownerNamed } from './owner.ts';
import { checkUsable, several } from './refusals.ts';

/** What tells an app from others. */
export type Wanted = Pick<Identity, 'id' | 'name'> & Partial<Pick<AppSpec, 'owner' | 'kind' | 'model'>>;

/** The apps of an owner, and which of them is meant. */
export type Apps = ReturnType<typeof createApps>;

export function createApps(wanted: Wanted, access: Access, api: Api, deps: GatewayDeps) {
  const { owner: ownerName = '', model } = wanted;
  const isLimited = isServiceToken(access);
  let known: Promise<string> | undefined;
  const owner = () => (known ??= ownerOf());
  const ownerOf = async (): Promise<string> => {
    const id = wanted.id || model?.id;
    if (ownerName !== '' || isLimited) return ownerNamed(ownerName, !isLimited, api);
    // Previews belong to whom their app belongs to.
    return id ? (await byId(id)).ownerId : (await api.self()).id;
  };
  const list = async (): Promise<App[]> => api.apps(await owner());
  const named = async (name: string) => (await list()).filter((app) => app.name === name);
  const lookUp = async (id: string) => (isLimited ? api.app({ ownerId: await owner(), id }) : api.appById(id));

  const byId = async (id: string): Promise<App> => {
    const app = await lookUp(id);
    if (app) return app;
    throw failure(
      'not-found',
      `App ${id} does not exist, or this token cannot see it.`,
      "Check 'id', or remove it: the app is then looked up by name, and created if there is none.",
    );
  };

  /** The app that is meant; `undefined` when there is none. Throws when several have its name, or it can't be deployed to. */
  const find = async (): Promise<App | undefined> => {
    const matches = wanted.id === '' ? await named(wanted.name) : [await byId(wanted.id)];
    if (matches.length > 1) throw several(matches);
    const [app] = matches;
    if (app !== undefined) checkUsable(app, wanted.kind);
    else if (ownerName === '' && !model?.id)
      await checkElsewhere([wanted.name, ...(model ? [model.name] : [])], await owner(), api);
    return app;
  };

  /** The app that a preview or a variant is made of; nothing where that is not known. */
  const findModel = async (): Promise<App | undefined> => {
    if (model === undefined) return undefined;
    if (model.id !== '') return lookUp(model.id);
    const [app, ...others] = await named(model.name);
    return others.length === 0 ? app : undefined;
  };

  const toItem = async (app: App): Promise<Item> =>
    itemOf(app, app.domains.length === 0 ? undefined : await api.primaryDomain(app), access);

  return {
    ...{ list, byId, lookUp, find, findModel, toItem },
    create: async (spec: AppSpec, env: Env): ReturnType<typeof createApp> => {
      const place = { ownerId: await owner(), named, itemOf: (app: App) => itemOf(app, undefined, access) };
      return createApp({ spec, env, model: await findModel() }, place, api, deps);
    },
  };
}

const itemOf = (app: App, primary: string | undefined, { server }: Access): Item => ({
  ...{ id: app.id, name: app.name, url: addressOf(bestDomain(app, primary), server), consoleUrl: consoleUrl(app) },
});

/** The console finds an app by its id alone. */
export const consoleUrl = ({ id }: Pick<App, 'id'>): string => `https://console.clever-cloud.com/goto/${id}`;

/** Whether all that went wrong is of this kind. */
export const isOnly = (error: unknown, ...codes: string[]): error is Failure =>
  error instanceof Failure && error.findings.every(({ code }) => codes.includes(code));
