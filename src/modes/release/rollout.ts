import { Cancelled, Failure, type Finding, failure, placed, warning } from '../../findings/finding.ts';
import { tail } from '../../findings/text.ts';
import { bytes } from '../../findings/units.ts';
import type { Item, Release } from '../../platforms/gateway.ts';
import { firstVisit } from '../../platforms/shared/first-visit.ts';
import { checkHealth } from '../../ports/http/health.ts';
import type { Run } from '../../report/deps.ts';
import { createGate } from '../../report/gate.ts';
import { type Arrival, memoryOf } from './arrival.ts';
import { healthTarget } from './health-target.ts';
import { isUnhealthy, noRollback, rollBack } from './rollback.ts';
import { follow, leave } from './wait.ts';

/** What is brought live, and where. */
export type Rollout = {
  readonly arrival: Arrival;
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
 * Brings a bundle live on the item the gateway was opened for: created or updated, followed, healthy.
 * What it learns goes into `run.journal`; it throws when the release is not live and well.
 */
export async function rollOut(rollout: Rollout, run: Run): Promise<Outcome['status']> {
  const { plan, gateway } = rollout.arrival;
  const { inputs, stage, report } = run;
  if (inputs.rollback && gateway.releases === undefined) report([noRollback]);
  const outcome = await stage('Deploy', () => deploy(rollout.arrival, run));
  if (!inputs.wait && outcome.release) createGate(run).pass([notFollowed(outcome.release)]);
  else if (plan.kind === 'app') await proveHealth(outcome, rollout, run);
  return outcome.status;
}

async function deploy(arrival: Arrival, run: Run): Promise<Outcome> {
  const { source, gateway, access, item, held } = arrival;
  const { inputs, journal, say } = run;
  arrival.tell();
  if (item) journal.item(item);
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
  return { status: 'deployed', item: inputs.wait ? await settle(release, arrival, run) : release.item, release };
}

/** Waits until the release is live, and applies the settings that come after it. Answers the item as it is then. */
async function settle(release: Release, arrival: Arrival, run: Run): Promise<Item> {
  const { source, gateway } = arrival;
  const { inputs, journal, report, say } = run;
  await follow(release, gateway, inputs.timeoutMs, run).catch(async (error: unknown) => {
    const left = error instanceof Cancelled ? await leave(release, gateway) : undefined;
    if (left) journal.left(left.told);
    report(left?.findings ?? []);
    throw error;
  });
  say('Packages installed.');
  await memoryOf({ ...arrival, item: release.item }, run).remember({ id: release.id, trial: source.trial });
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

/** Probes the app, and where it is unhealthy says what the platform knows of it, and goes back where that was asked for. */
async function proveHealth(outcome: Outcome, rollout: Rollout, run: Run): Promise<void> {
  try {
    await run.stage('Health', () => health(outcome, rollout.arrival, run));
  } catch (error) {
    if (!(error instanceof Failure) || !isUnhealthy(error)) throw error;
    const explained = await explain(error.findings, outcome.item, rollout.arrival, run);
    const goesBack = outcome.release !== undefined && run.inputs.rollback;
    if (goesBack) await rollBack(outcome.release, rollout.arrival, run);
    throw new Failure(goesBack ? explained : explained.map((finding) => withState(finding, outcome, rollout)), {
      cause: error,
    });
  }
}

/** How much of the end of a log is shown, in lines and characters. */
const SHOWN = [30, 3_000] as const;

/** The findings with what the log of the app says, where the app itself fails: its page often says nothing. */
async function explain(
  findings: readonly Finding[],
  item: Item,
  { gateway, readFailure }: Arrival,
  { host, journal }: Run,
): Promise<readonly Finding[]> {
  const words = await gateway.explain?.(item);
  if (!words) return findings;
  host.quoted(tail(words, ...SHOWN));
  const { status = 0 } = journal.entries.health?.at(-1) ?? {};
  const { raised, cause, place } = readFailure(words);
  return findings.map((finding) => {
    const isApps = finding.code === 'first-visit' || (finding.code === 'unhealthy' && (status === 0 || status >= 500));
    if (!isApps || finding.file !== undefined) return finding;
    const why = cause?.message ?? (raised ? `The last exception in its log: ${raised.replace(/\.+$/, '')}.` : '');
    const [first, ...more] = finding.message.split('\n');
    const message = finding.message.includes(why) ? finding.message : [`${first} ${why}`, ...more].join('\n');
    const remedy = cause && `${cause.remedy} Logs: ${item.consoleUrl}`;
    return placed({ ...finding, message, ...(remedy && { remedy }) }, place);
  });
}

/** The finding with what is live now, and how to go back. */
function withState(finding: Finding, { release }: Outcome, { arrival, isPreview }: Rollout): Finding {
  if (finding.code !== 'unhealthy' && finding.code !== 'first-visit') return finding;
  if (isPreview) return { ...finding, message: `${finding.message}\nThis is the preview: production did not change.` };
  if (release === undefined) {
    return { ...finding, message: `${finding.message}\nThis release was live before: this run changed nothing.` };
  }
  // What is built from the head of a branch can't be another commit.
  const back =
    arrival.plan.delivery === 'none' ? 'revert the commit and push' : 'rerun the job of the last good commit';
  const option = arrival.gateway.releases ? ', or set `rollback: true` to do that automatically' : '';
  return {
    ...finding,
    message: `${finding.message}\nRelease ${release.id} is live now. To roll back, ${back}${option}.`,
  };
}

/** How often it is asked whether the new release has taken over from the old one, once the paths are healthy. */
const TAKEOVER_PAUSE_MS = 2_000;

/** Probes the app until it is healthy, and until what answers is the new release. */
async function health({ item, release }: Outcome, arrival: Arrival, run: Run): Promise<void> {
  const { gateway, readFailure } = arrival;
  const { inputs, platform, journal, clock, signal, say } = run;
  const end = clock.now() + inputs.healthCheckTimeoutMs;
  if (item.url === '') {
    const remedy = platform.words.noUrl ?? `Open it from ${item.consoleUrl}.`;
    return run.report([
      warning('url-unknown', 'The app has no known URL, so whether it works was not tested.', remedy),
    ]);
  }
  const headers = await gateway.probeHeaders(item);
  journal.isPrivate(Object.keys(headers).length > 0);
  const probe = async () => {
    const limitMs = Math.max(0, end - clock.now());
    const target = healthTarget(item, arrival, platform, { limitMs, headers });
    const { results, finding } = await checkHealth(target, run);
    journal.health(results);
    if (finding) throw new Failure([finding]);
  };
  const visit = async () => {
    const subject = { url: item.url, headers, limitMs: Math.max(0, end - clock.now()), consoleUrl: item.consoleUrl };
    const printed = () => gateway.printed?.(item) ?? Promise.resolve('');
    const finding = await firstVisit({ ...subject, printed, isPublic: true }, { ...run, readFailure });
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
