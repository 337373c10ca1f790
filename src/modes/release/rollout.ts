import { Cancelled, Failure, type Finding, failure, warning } from '../../findings/finding.ts';
import { quote } from '../../findings/text.ts';
import { bytes } from '../../findings/units.ts';
import type { Access, Gateway, Item, Release, Source } from '../../platforms/gateway.ts';
import type { Plan } from '../../platforms/plan.ts';
import { firstVisit } from '../../platforms/shared/first-visit.ts';
import { checkHealth } from '../../ports/http/health.ts';
import type { Run } from '../../report/deps.ts';
import { createGate } from '../../report/gate.ts';
import { healthTarget } from './health-target.ts';
import { knownRelease } from './known-release.ts';
import { isUnhealthy, noRollback, rollBack } from './rollback.ts';
import { follow, leave } from './wait.ts';

/** What is brought live, and where. */
export type Rollout = {
  readonly plan: Plan;
  readonly source: Source;
  readonly gateway: Gateway;
  readonly access: Access;
  /** Whether it is a pull request's own copy: production stays as it is. */
  readonly isPreview?: boolean;
};

/** How the deployment stage ended. There is no release where nothing had to be sent. */
type Outcome = {
  readonly status: 'deployed' | 'unchanged';
  readonly item: Item;
  readonly release: Release | undefined;
};

/**
 * Brings a bundle live on the item the gateway was opened for: found or created, deployed, followed, healthy.
 * What it learns goes into `run.journal`; it throws when the release is not live and well.
 */
export async function rollOut(rollout: Rollout, run: Run): Promise<Outcome['status']> {
  const { plan, gateway } = rollout;
  const { inputs, stage, report } = run;
  if (inputs.rollback && gateway.releases === undefined) report([noRollback]);
  const outcome = await stage('Deploy', () => deploy(rollout, run));
  if (!inputs.wait && outcome.release) createGate(run).pass([notFollowed(outcome.release)]);
  else if (plan.kind === 'app') await proveHealth(outcome, rollout, run);
  return outcome.status;
}

async function deploy(rollout: Rollout, run: Run): Promise<Outcome> {
  const { source, gateway, access } = rollout;
  const { inputs, journal, say } = run;
  await gateway.verify();
  say(`${access.server} accepts the ${run.platform.words.credential}.`);
  const item = await gateway.find();
  say(
    item
      ? `Found '${quote(item.name)}' (${item.id}).`
      : `'${quote(gateway.name)}' does not exist yet; it will be created.`,
  );
  if (item) journal.item(item);

  const held = item && !inputs.force ? await findHeld(item, rollout, run) : undefined;
  if (held) {
    journal.release({ id: held.id });
    journal.item(held.item);
    say(`Deployment ${held.id} already has this bundle: nothing to deploy. (force: true deploys it again.)`);
    return { status: 'unchanged', item: held.item, release: undefined };
  }

  if (source.archive) say(`Uploading ${bytes(source.archive.size)}.`);
  journal.uploading(access.server);
  const release = await gateway.deploy(source, inputs.env, item);
  journal.release(release);
  journal.item(release.item);
  say(`Upload accepted: deployment ${release.id}. ${release.logUrl}`);
  return { status: 'deployed', item: inputs.wait ? await settle(release, rollout, run) : release.item, release };
}

/** Waits until the release is live, and applies the settings that come after it. Answers the item as it is then. */
async function settle(release: Release, { source, gateway, access }: Rollout, run: Run): Promise<Item> {
  const { inputs, journal, report, say } = run;
  await follow(release, gateway, inputs.timeoutMs, run).catch(async (error: unknown) => {
    const left = error instanceof Cancelled ? await leave(release, gateway) : undefined;
    if (left) journal.left(left.told);
    report(left?.findings ?? []);
    throw error;
  });
  say('Packages installed.');
  await knownRelease({ source, env: inputs.env, item: release.item, access }, run).remember(release.id);
  const { item, changes } = await gateway.applySettings(release);
  for (const change of changes) say(`Updated ${change}`);
  journal.note(...changes.map((change) => `Updated ${change}`));
  journal.item(item);
  return item;
}

const notFollowed = ({ logUrl }: Release): Finding =>
  warning(
    'not-followed',
    'The upload was accepted. With wait: false, the run did not wait for it to go live.',
    `Follow it at ${logUrl}, or remove \`wait: false\`.`,
  );

/** The live release, when it is this bundle with these variables: as the platform tells, which knows no values, or as is remembered. */
async function findHeld(
  item: Item,
  { source, gateway, access }: Rollout,
  run: Run,
): Promise<Pick<Release, 'id' | 'item'> | undefined> {
  const { env } = run.inputs;
  const told = await gateway.unchanged?.(item, source, env);
  if (told) return told;
  const id = await knownRelease({ source, env, item, access }, run).recall();
  return id !== undefined && id === (await gateway.currentRelease(item)) ? { id, item } : undefined;
}

/** Probes the app, and where it is unhealthy says what the platform knows of it, and goes back where that was asked for. */
async function proveHealth(outcome: Outcome, rollout: Rollout, run: Run): Promise<void> {
  try {
    await run.stage('Health', () => health(outcome, rollout, run));
  } catch (error) {
    if (error instanceof Failure && isUnhealthy(error)) {
      const words = await rollout.gateway.explain?.(outcome.item);
      if (words) run.host.quoted(words);
      if (outcome.release && run.inputs.rollback) await rollBack(outcome.release, rollout, run);
      else
        throw new Failure(
          error.findings.map((finding) => withState(finding, outcome, rollout)),
          { cause: error },
        );
    }
    throw error;
  }
}

/** The finding with what is live now, and how to go back. */
function withState(finding: Finding, { release }: Outcome, { gateway, isPreview }: Rollout): Finding {
  if (finding.code !== 'unhealthy' && finding.code !== 'first-visit') return finding;
  if (isPreview) return { ...finding, message: `${finding.message}\nThis is the preview: production did not change.` };
  if (release === undefined) {
    return { ...finding, message: `${finding.message}\nThis release was live before: this run changed nothing.` };
  }
  const option = gateway.releases ? ', or set `rollback: true` to do that automatically' : '';
  return {
    ...finding,
    message: `${finding.message}\nRelease ${release.id} is live now. To roll back, rerun the job of the last good commit${option}.`,
  };
}

/** How often it is asked whether the new release has taken over from the old one, once the paths are healthy. */
const TAKEOVER_PAUSE_MS = 2_000;

/** Probes the app until it is healthy, and until what answers is the new release. */
async function health({ item, release }: Outcome, { plan, gateway }: Rollout, run: Run): Promise<void> {
  const { inputs, platform, journal, clock, signal, say } = run;
  const end = clock.now() + inputs.healthCheckTimeoutMs;
  if (item.url === '') {
    const message = 'The app has no domain, so its paths could not be requested.';
    say(message);
    journal.note(message);
    return;
  }
  const headers = await gateway.probeHeaders(item);
  journal.isPrivate(Object.keys(headers).length > 0);
  const probe = async () => {
    const limitMs = Math.max(0, end - clock.now());
    const target = healthTarget(item, plan, platform, { limitMs, headers });
    const { results, finding } = await checkHealth(target, run);
    journal.health(results);
    if (finding) throw new Failure([finding]);
  };
  const visit = async () => {
    const subject = { url: item.url, headers, limitMs: Math.max(0, end - clock.now()), consoleUrl: item.consoleUrl };
    const printed = () => gateway.printed?.(item) ?? Promise.resolve('');
    const finding = await firstVisit({ ...subject, printed, isPublic: true }, run);
    if (finding?.level === 'error') throw new Failure([finding]);
    if (finding) run.report([finding]);
  };
  await probe();
  if (release === undefined) return visit();

  let serves = await gateway.isServing(release);
  while (serves === false && clock.now() < end) {
    say('The paths are healthy, but the previous release still answers; waiting for the new one.');
    await clock.sleep(TAKEOVER_PAUSE_MS, signal);
    await probe();
    serves = await gateway.isServing(release);
  }
  if (serves === false) {
    throw failure(
      'old-release-answers',
      `The paths are healthy, but the release that answers is still the one before ${release.id}.`,
      `Stop the old instances at ${item.consoleUrl}, and run the job again.`,
    );
  }
  if (serves === undefined) journal.note('The app answers; the server does not say which release does.');
  await visit();
}
