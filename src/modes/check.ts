import { prepare } from '../prepare/prepare.ts';
import type { Run } from '../report/deps.ts';
import type { Status } from '../report/journal.ts';
import { gatewayDeps, readAccess, signOn } from './access.ts';

/** Everything short of the upload. Needs no credential; one that is given is tried. */
export async function check(run: Run): Promise<Status> {
  const { host, stage } = run;
  const { value: given, findings } = readAccess(run);
  const { plan, pack, tryOut } = await prepare(run, { value: true, findings });
  await pack();
  await tryOut();
  if (given) {
    const access = await signOn(given, run);
    await stage('Credential', async () => {
      await (await plan.open(access, gatewayDeps(run))).verify();
      host.info(`${access.server} accepts the ${run.platform.words.credential}.`);
    });
  }
  return 'checked';
}
