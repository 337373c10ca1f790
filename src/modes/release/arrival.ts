import { quote } from '../../findings/text.ts';
import type { Access, Gateway, GatewayDeps, Held, Item, Source } from '../../platforms/gateway.ts';
import type { Plan } from '../../platforms/plan.ts';
import type { Prepared } from '../../prepare/prepare.ts';
import type { ReadFailure } from '../../project/failure/reading.ts';
import type { Run } from '../../report/deps.ts';
import { gatewayDeps } from '../access.ts';
import { knownRelease } from './known-release.ts';

/** All that is known when the first thing is about to change on the server: nothing has until then. */
export type Arrival = {
  readonly plan: Plan;
  readonly access: Access;
  readonly gateway: Gateway;
  /** What is deployed, with its trial where that found nothing. */
  readonly source: Source;
  /** The item that is there. */
  readonly item: Item | undefined;
  /** The live release, where it is what would be deployed. */
  readonly held: Held | undefined;
  readonly readFailure: ReadFailure;
  /** Tells what the server has said meanwhile. */
  tell(): void;
};

/** For how long it is believed what the server has said of items and releases. */
const FRESH_MS = 1_000;

type Arriving = {
  readonly prepared: Pick<Prepared<unknown>, 'plan' | 'pack' | 'tryOut' | 'readFailure'>;
  readonly access: Access;
  /** For that one's preview instead of the app itself. */
  readonly pullRequest?: number;
  /** Called with what is packed, before anything is tried out. */
  packed?(source: Source): Promise<void>;
};

/**
 * Packs the project while the server is asked whether it accepts the credential and which item is meant, and tries the environment out,
 * unless the live release passed the same trial with the same files, variables and settings.
 */
export async function arrive({ prepared, access, pullRequest, packed }: Arriving, run: Run): Promise<Arrival> {
  const { plan, readFailure } = prepared;
  const { inputs, clock, stage, say } = run;
  const stop = new AbortController();
  const signal = AbortSignal.any([run.signal, stop.signal]);
  const words = keepBack(gatewayDeps({ ...run, signal }, readFailure));
  const ask = async () => {
    const gateway = await plan.open(access, words.deps, pullRequest);
    await gateway.verify();
    return { gateway, item: await gateway.find() };
  };
  const [source, { gateway, item: there }] = await together([prepared.pack(signal), ask()], stop).catch((error) => {
    words.tell();
    throw error;
  });
  const asked = clock.now();
  await packed?.(source);

  const subject = { plan, source, gateway, access, readFailure };
  const held = there && !inputs.force ? await findHeld({ ...subject, item: there }, run) : undefined;
  const hasPassed = source.trial !== undefined && held?.trial === source.trial;
  if (hasPassed) {
    await stage('Python environment', async () =>
      say(
        `Not tried out again: deployment ${held?.id} is live, and passed with the same files, variables and settings.`,
      ),
    );
  }
  const isClean = hasPassed || (await prepared.tryOut());
  const tried = { ...subject, source: { ...source, trial: isClean ? source.trial : undefined } };
  // A trial takes its time: somebody else may have been there meanwhile.
  const isLate = clock.now() - asked > FRESH_MS;
  const item = there ?? (isLate ? await gateway.find() : undefined);
  const now = held && item && isLate ? await findHeld({ ...subject, item }, run) : held;
  const { trial } = tried.source;
  if (now && item && trial !== undefined && now.trial !== trial) {
    await memoryOf({ ...subject, item }, run).remember({ id: now.id, trial });
  }
  const tell = () => {
    words.tell();
    say(`${access.server} accepts the ${run.platform.words.credential}.`);
    const none = `'${quote(gateway.name)}' does not exist yet; it will be created.`;
    say(item ? `Found '${quote(item.name)}' (${item.id}).` : none);
  };
  return { ...tried, item, held: now, tell };
}

/** Both results; where one fails, the other is cancelled, and has ended before the first failure is thrown. */
async function together<A, B>(work: readonly [Promise<A>, Promise<B>], stop: AbortController): Promise<[A, B]> {
  for (const one of work) one.catch((error: unknown) => stop.abort(error));
  const [one, other] = await Promise.allSettled(work);
  if (one.status === 'fulfilled' && other.status === 'fulfilled') return [one.value, other.value];
  throw stop.signal.reason;
}

/** What a gateway says is kept back until `tell`: it comes while something else is in the log. */
function keepBack(deps: GatewayDeps): { readonly deps: GatewayDeps; tell(): void } {
  let kept: (() => void)[] | undefined = [];
  const later =
    <Words extends unknown[]>(tell: (...words: Words) => void) =>
    (...words: Words): void => {
      if (kept) kept.push(() => tell(...words));
      else tell(...words);
    };
  const { say, report, quoted, note } = deps;
  return {
    deps: { ...deps, say: later(say), report: later(report), quoted: later(quoted), note: later(note) },
    tell: () => {
      const all = kept ?? [];
      kept = undefined;
      for (const tell of all) tell();
    },
  };
}

type Subject = Pick<Arrival, 'plan' | 'source' | 'gateway' | 'access'> & { readonly item: Item };

/** What is remembered of releases with these files, variables and settings. */
export const memoryOf = ({ plan, source, access, item }: Omit<Subject, 'gateway'>, run: Run) => {
  const own = Object.entries(run.inputs.own).map(([name, { value }]) => [name, value]);
  const installs = plan.install.by === 'sync' ? plan.install.flags : plan.install.by;
  const settings = [plan.name, plan.contentType, plan.entrypoint, installs, own];
  return knownRelease({ source, env: run.inputs.env, settings, item, access }, run);
};

/** The live release, when it is this bundle with these variables: as the platform tells, which knows no values, or as is remembered. */
async function findHeld(subject: Subject, run: Run): Promise<Held | undefined> {
  const { source, gateway, item } = subject;
  const told = await gateway.unchanged?.(item, source, run.inputs.env);
  if (told && told.trial === source.trial) return told;
  const known = await memoryOf(subject, run).recall();
  if (told) return known?.id === told.id ? { ...told, trial: known.trial } : told;
  if (gateway.unchanged === undefined && run.cache.isDown())
    run.say(
      `${run.platform.name} keeps no mark of what it has, and there is no cache to remember it: it is deployed again.`,
    );
  return known && known.id === (await gateway.currentRelease(item)) ? { ...known, item } : undefined;
}
