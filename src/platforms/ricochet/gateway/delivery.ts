import type { Bundle } from '../../../bundle/archive.ts';
import { Cancelled, type Finding, isFailure, leaving, warning } from '../../../findings/finding.ts';
import { quote } from '../../../findings/text.ts';
import type { EnvVar } from '../../../inputs/dotenv.ts';
import type { GatewayDeps, Item, Release } from '../../gateway.ts';
import { lostUpload } from '../../shared/upload.ts';
import type { Deployment, RicochetApi } from '../api/api.ts';
import { encryptEnvVars } from './env-vars.ts';
import type { Instances } from './instances.ts';
import type { ItemSpec } from './item-spec.ts';
import type { Items } from './items.ts';
import { NOUN, upload } from './upload.ts';

type Bench = {
  readonly server: string;
  readonly api: RicochetApi;
  readonly items: Items;
  readonly instances: Instances;
};

/** How a bundle and its variables get to the server: to the item, or to one that is made once. */
export function createDelivery(target: ItemSpec, { server, api, items, instances }: Bench, deps: GatewayDeps) {
  const { say } = deps;
  /** What the live item has of this run beside its code, as a sentence. */
  let set = '';

  const toRelease = (id: string, item: Item): Release => ({ id, item, logUrl: `${server}/deployments/${id}` });

  const send = async (bundle: Bundle, env: readonly EnvVar[], item: Item | undefined): Promise<Release> => {
    const { name, config } = target;
    const known = item ? [] : await items.list();
    const { id, deploymentId } = await upload({ bundle, env, item, name, config, known }, api, deps);
    items.forget();
    const owner = item ?? (await items.byId(id));
    const release = deploymentId ?? newestFirst(await api.deployments(id))[0]?.id;
    if (release === undefined) throw lostUpload('the item has no deployment', NOUN);
    return toRelease(release, owner);
  };

  const update = async (bundle: Bundle, env: readonly EnvVar[], item: Item): Promise<Release> => {
    await instances.note(item);
    if (env.length === 0) return send(bundle, env, item);
    const names = env.map(({ name }) => name).join(', ');
    const has = (how: string) => `The item '${quote(item.name)}' (${item.id}) ${how} the new values of ${names}.`;
    const encrypted = encryptEnvVars(env, await api.publicKey());
    // Before the upload: the new release may start the moment it is installed, and needs them then.
    await api.patchEnvVars(item.id, encrypted).catch((error: unknown) => {
      throw error instanceof Cancelled ? leaving(error, partlyDone(has('may already have'))) : error;
    });
    set = has('already has');
    say(`Set ${names}.`);
    return send(bundle, env, item).catch((error: unknown) => {
      throw leaving(error, partlyDone(set));
    });
  };

  /** Makes the item, once: where another run makes it at the same time, the older item is the one for both, and takes this bundle. */
  const create = async (bundle: Bundle, env: readonly EnvVar[]): Promise<Release> => {
    const made = await send(bundle, env, undefined).catch((error: unknown) => {
      if (isFailure(error, 'conflict')) return error;
      throw error;
    });
    items.forget();
    const oldest = await items.findOldest();
    if ('item' in made && (oldest === undefined || oldest.id === made.item.id)) return made;
    if (oldest === undefined) throw made;
    if ('item' in made) await withdraw(made, oldest, { api, items }, say);
    say(`Another run has just created '${quote(oldest.name)}' (${oldest.id}); this bundle goes there.`);
    items.forget();
    return update(bundle, env, oldest);
  };

  return {
    /** Updates the item, or makes one. */
    deploy: (bundle: Bundle, env: readonly EnvVar[], item: Item | undefined): Promise<Release> =>
      item ? update(bundle, env, item) : create(bundle, env),
    /** What the live item has of this run beside its code, as a sentence; empty when it has nothing. */
    left: (): string => set,
  };
}

/** Removes the item that this run has just made, unless somebody else has deployed to it since. */
async function withdraw(
  { id, item }: Release,
  oldest: Item,
  { api, items }: Pick<Bench, 'api' | 'items'>,
  say: (line: string) => void,
): Promise<void> {
  const others = (await api.deployments(item.id)).filter((deployment) => deployment.id !== id);
  if (others.length > 0) throw await items.several([oldest.id, item.id]);
  await api.remove(item.id);
  say(`Removed ${item.id}, which this run had created at the same time.`);
}

/** ULIDs made within one second sort by their random part; ids of different seconds by time. */
export const newestFirst = (deployments: readonly Deployment[]): Deployment[] =>
  [...deployments].sort((a, b) => b.deployedAt - a.deployedAt || (a.id < b.id ? 1 : -1));

/** That the variables were set, and the code did not follow. */
const partlyDone = (set: string): Finding =>
  warning(
    'partly-done',
    set,
    'Its code is the old one unless the upload went through: run the job again, or set the old values on the server.',
  );
