import { type Finding, warning } from '../../../findings/finding.ts';
import type { Access, Connection, GatewayDeps } from '../../gateway.ts';
import { createApi } from '../api/api.ts';
import { isServiceToken } from '../api/credential.ts';
import type { AppSpec } from './app-spec.ts';
import { createApps } from './apps.ts';
import type { Bench } from './delivery.ts';
import { createPreviews } from './previews.ts';
import { createTasks } from './tasks.ts';

const DAY_MS = 86_400_000;
/** A token ends after a year; this many days before, it is time for a new one. */
const NOTICE_DAYS = 30;

type Parts = { readonly connection: Connection; readonly bench: Bench };

/** What is known of an app without a plan. */
export type Known = Pick<AppSpec, 'id' | 'name' | 'owner' | 'paramsAsEnv'> & Partial<Pick<AppSpec, 'kind' | 'model'>>;

/** What can be done with an app of which no more is known; `app` is what the app itself is called, whose previews are looked for. */
export function openConnection(known: Known, app: string, access: Access, deps: GatewayDeps): Parts {
  const api = createApi(access, deps);
  const apps = createApps(known, access, api, deps);
  const bench: Bench = { access, api, apps, deps };
  const connection: Connection = {
    name: known.name,
    verify: async () => {
      if (isServiceToken(access)) {
        deps.say('Service tokens are experimental: Clever Cloud documents them in a draft only.');
        await apps.list();
        return;
      }
      await api.self();
      deps.report(endOfToken(await api.expiry(), Date.now()));
    },
    find: async () => {
      const found = await apps.find();
      return found && apps.toItem(found);
    },
    tasks: createTasks(known.paramsAsEnv, bench),
    previews: createPreviews(app, apps, api, deps),
  };
  return { connection, bench };
}

/** Warns of a token that ends soon; `expiry` and `now` are milliseconds since 1970. */
function endOfToken(expiry: number | undefined, now: number): Finding[] {
  if (expiry === undefined || expiry - now >= NOTICE_DAYS * DAY_MS) return [];
  const day = new Date(expiry).toISOString().slice(0, 10);
  return [
    warning(
      'token-expires',
      `The token and the secret end on ${day}: the jobs fail from then on.`,
      'Run `clever login`, and store the new pair as the secrets CLEVER_TOKEN and CLEVER_SECRET.',
    ),
  ];
}
