import { Cancelled, Failure, failure, warning } from '../../findings/finding.ts';
import { quote } from '../../findings/text.ts';
import { bytes } from '../../findings/units.ts';
import type { Inputs } from '../../inputs/inputs.ts';
import type { Access, Gateway, Item, Plan, Release } from '../../platforms/platform.ts';
import { checkHealth } from '../../ports/http/health.ts';
import type { Prepared } from '../../prepare/prepare.ts';
import type { Deps } from '../../report/deps.ts';
import { gateFor } from '../../report/gate.ts';
import { follow, leave } from './follow.ts';
import { knownRelease } from './known-release.ts';
import { isUnhealthy, noRollback, rollBack } from './rollback.ts';

/**
 * Brings a bundle live on the item the gateway was opened for: found or created, deployed, followed, healthy.
 * What it learns goes into `deps.journal`; it throws when the release is not live and well.
 */
export async function rollOut(
  prepared: Prepared,
  gateway: Gateway,
  access: Access,
  inputs: Inputs,
  deps: Deps,
): Promise<'deployed' | 'unchanged'> {
  const { plan, source } = prepared;
  const { journal, host, stage, clock, signal } = deps;
  const say = (line: string) => host.info(line);
  if (inputs.rollback && gateway.releases === undefined) deps.report([noRollback]);
  const outcome = await stage('Deploy', async (): Promise<Outcome> => {
    await gateway.verify();
    say(`${access.server} accepts the API key.`);
    const item = await gateway.find();
    say(
      item
        ? `Found '${quote(item.name)}' (${item.id}).`
        : `There is no '${quote(gateway.name)}' yet; it will be created.`,
    );
    if (item) note(item, deps);

    const held = item && !inputs.force ? await findHeld(prepared, gateway, item, access, inputs, deps) : undefined;
    if (held) {
      journal.deploymentId = held.id;
      note(held.item, deps);
      say(`Deployment ${held.id} holds this very bundle: nothing to do. (force: true deploys it again.)`);
      return { status: 'unchanged', item: held.item, release: undefined };
    }

    if (source.archive) say(`Uploading ${bytes(source.archive.size)}.`);
    journal.uploadingTo = access.server;
    const release = await gateway.deploy(source, inputs.env, item);
    delete journal.uploadingTo;
    journal.deploymentId = release.id;
    journal.logUrl = release.logUrl;
    note(release.item, deps);
    say(`The server has taken it: deployment ${release.id}. ${release.logUrl}`);
    if (!inputs.wait) return { status: 'deployed', item: release.item, release };

    await follow(release, gateway, inputs.timeoutMs, { clock, signal, say }).catch(async (error: unknown) => {
      const left = error instanceof Cancelled ? await leave(release, gateway) : undefined;
      if (left) journal.left = left.told;
      deps.report(left?.findings ?? []);
      throw error;
    });
    say('The server has installed it.');
    await knownRelease(source, inputs.env, release.item, access, deps).remember(release.id);
    const settled = await gateway.applySettings(release);
    for (const change of settled.changes) say(`Updated ${change}`);
    journal.notes.push(...settled.changes.map((change) => `Updated ${change}`));
    note(settled.item, deps);
    return { status: 'deployed', item: settled.item, release };
  });

  if (!inputs.wait && outcome.release) {
    gateFor(
      inputs,
      deps,
    )([
      warning(
        'not-followed',
        'The server has taken the bundle; whether it goes live was not waited for.',
        `See ${outcome.release.logUrl}, or leave out wait: false.`,
      ),
    ]);
  } else if (plan.kind === 'app') {
    try {
      await stage('Health', () => health(plan, inputs, gateway, outcome, deps));
    } catch (error) {
      if (isUnhealthy(error)) {
        const words = await gateway.explain?.(outcome.item);
        if (words) host.quoted(words);
        if (outcome.release && inputs.rollback) await rollBack(outcome.release, plan, gateway, inputs, deps);
      }
      throw error;
    }
  }
  return outcome.status;
}

/** The live release, when it is this bundle with these variables: as the platform tells, which knows no values, or as is remembered. */
async function findHeld(
  { source }: Prepared,
  gateway: Gateway,
  item: Item,
  access: Access,
  { env }: Inputs,
  deps: Deps,
): Promise<Pick<Release, 'id' | 'item'> | undefined> {
  const told = await gateway.unchanged?.(item, source, env);
  if (told) return told;
  const id = await knownRelease(source, env, item, access, deps).recall();
  return id !== undefined && id === (await gateway.currentRelease(item)) ? { id, item } : undefined;
}

/** How the deployment stage ended. There is no release where nothing had to be sent. */
type Outcome = {
  readonly status: 'deployed' | 'unchanged';
  readonly item: Item;
  readonly release: Release | undefined;
};

/** How often it is asked whether the new release has taken over from the old one, once the paths are healthy. */
const TAKEOVER_PAUSE_MS = 2_000;

/** Probes the app until it is healthy, and until what answers is the new release. */
async function health(
  plan: Plan,
  inputs: Inputs,
  gateway: Gateway,
  { item, release }: Outcome,
  deps: Deps,
): Promise<void> {
  const { journal, host, http, clock, signal } = deps;
  const end = clock.now() + inputs.healthCheckTimeoutMs;
  if (item.url === '') {
    const message = 'The app has no domain, so its paths could not be asked.';
    host.info(message);
    journal.notes.push(message);
    return;
  }
  const headers = await gateway.probeHeaders(item);
  const probe = () =>
    checkHealth(
      {
        url: item.url,
        paths: plan.healthPaths,
        limitMs: Math.max(0, end - clock.now()),
        headers,
        consoleUrl: item.consoleUrl,
      },
      { http, clock, signal, say: (line) => host.info(line) },
    );
  let probed = await probe();
  journal.health = probed.results;
  if (probed.finding) throw new Failure([probed.finding]);
  if (release === undefined) return;

  let serves = await gateway.isServing(release);
  while (serves === false && clock.now() < end) {
    host.info('The paths are healthy, but the release before still answers; waiting for the new one.');
    await clock.sleep(TAKEOVER_PAUSE_MS, signal);
    probed = await probe();
    journal.health = probed.results;
    if (probed.finding) throw new Failure([probed.finding]);
    serves = await gateway.isServing(release);
  }
  if (serves === false) {
    throw failure(
      'old-release-answers',
      `The paths are healthy, but what answers is still the release before ${release.id}.`,
      `Stop the old instances at ${item.consoleUrl}, and run the job again.`,
    );
  }
  if (serves === undefined) journal.notes.push('The app answers; the server does not tell which release does.');
}

function note(item: Item, { journal }: Deps): void {
  journal.id = item.id;
  journal.url = item.url;
  journal.consoleUrl = item.consoleUrl;
}
