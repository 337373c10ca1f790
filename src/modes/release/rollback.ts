import { Failure, type Finding, isFailure, warning } from '../../findings/finding.ts';
import type { Release } from '../../platforms/gateway.ts';
import { checkHealth } from '../../ports/http/health.ts';
import type { Run } from '../../report/deps.ts';
import type { Arrival } from './arrival.ts';
import { healthTarget } from './health-target.ts';
import { follow } from './wait.ts';

/** For a platform that can't go back, told before anything is deployed. */
export const noRollback: Finding = warning(
  'no-rollback',
  'This platform can’t roll back: rollback: true has no effect.',
  "Remove 'rollback'. To go back, deploy the earlier commit.",
);

/**
 * Puts the release back that was live before one that turned out unhealthy, and says which one is live now. The run fails all the
 * same: what goes wrong here is reported, and never hides why.
 */
export async function rollBack(
  failed: Release,
  { plan, gateway, readFailure }: Pick<Arrival, 'plan' | 'gateway' | 'readFailure'>,
  run: Run,
): Promise<void> {
  const { releases } = gateway;
  if (releases === undefined) return;
  const { inputs, journal, stage, report, say } = run;
  const tell = (code: string, message: string, remedy: string) => {
    journal.note(message);
    report([warning(code, message, remedy)]);
  };
  const again = 'Fix what the checks name, and run the job again.';
  try {
    await stage('Roll back', async () => {
      const previous = await releases.previous(failed);
      if (previous === undefined) {
        tell(
          'nothing-to-put-back',
          `Release ${failed.id} is the first one and stays live: there is nothing to roll back to.`,
          again,
        );
        return;
      }
      say(`Putting release ${previous} back.`);
      const release = await releases.activate(failed.item, previous);
      await follow(release, gateway, inputs.timeoutMs, run);
      report((await releases.revert?.()) ?? []);
      const { item } = release;
      const { finding } = await checkHealth(
        healthTarget(item, { plan, readFailure }, run.platform, {
          limitMs: inputs.healthCheckTimeoutMs,
          headers: await gateway.probeHeaders(item),
        }),
        run,
      );
      const well = finding ? `, but it is not healthy either: ${finding.message.split('\n')[0]}` : ', and healthy.';
      tell('rolled-back', `Release ${previous}, the one before ${failed.id}, is live again${well}`, again);
    });
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    report(error.findings);
    tell(
      'not-rolled-back',
      `Release ${failed.id} could not be rolled back; check which release is live.`,
      `See ${failed.item.consoleUrl}.`,
    );
  }
}

/** Only what the app itself answers is a reason to go back: what somebody else has made live since is theirs. */
export const isUnhealthy = (error: unknown): boolean =>
  isFailure(error, 'unhealthy') || isFailure(error, 'first-visit');
