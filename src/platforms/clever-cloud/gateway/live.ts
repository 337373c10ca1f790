import type { EnvVar } from '../../../inputs/dotenv.ts';
import type { Held, Item, Release, Source } from '../../gateway.ts';
import { treeOf } from '../git/pack.ts';
import type { AppSpec } from './app-spec.ts';
import type { Bench } from './delivery.ts';
import { changedNames, releaseIn, wantedEnv } from './env.ts';
import { readLog } from './log.ts';
import { RECENT } from './push.ts';
import { settingChanges } from './settings-diff.ts';
import { releaseOf } from './work.ts';

/** What is live, where it has these files, variables and settings, and was deployed by this action. */
export async function liveRelease(
  item: Item,
  { files }: Source,
  { spec, env }: { readonly spec: AppSpec; readonly env: readonly EnvVar[] },
  bench: Bench,
): Promise<Held | undefined> {
  const { api, apps, deps } = bench;
  const app = await apps.byId(item.id);
  const before = await api.env(app);
  const release = releaseIn(before);
  if (release === undefined || app.commit !== release.commit || app.state === 'SHOULD_BE_DOWN') return undefined;
  const names = changedNames(before, wantedEnv(before, spec.env, env));
  if (names.length > 0 || settingChanges(app, spec.settings).told.length > 0) return undefined;
  const newest = (await api.deployments(app, RECENT)).find(
    ({ action, commit }) => action === 'DEPLOY' && commit === release.commit,
  );
  if (newest?.state !== 'OK' || release.tree !== (await treeOf(files, deps.signal))) return undefined;
  return { ...(await releaseOf(app, release.commit, bench)), trial: release.trial };
}

/** Whether an instance of this release runs. */
export async function isServing({ id, item }: Release, { api, apps }: Bench): Promise<boolean> {
  const instances = await api.instances(await apps.byId(item.id));
  return instances.some(({ state, commit }) => state === 'UP' && commit === id);
}

/** What the newest deployment has logged. */
export async function explain(item: Item, { api, apps }: Bench): Promise<string> {
  const app = await apps.byId(item.id);
  const [newest] = await api.deployments(app, 1);
  return newest === undefined ? '' : (await readLog(app, newest, api)).join('\n');
}
