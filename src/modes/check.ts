import type { Inputs } from '../inputs/inputs.ts';
import type { Platform } from '../platforms/platform.ts';
import { prepare } from '../prepare/prepare.ts';
import type { Project } from '../project/project.ts';
import type { Deps } from '../report/deps.ts';
import type { Status } from '../report/journal.ts';
import { signOn, tryAccess } from './access.ts';
import { gatewayDeps } from './gateway-deps.ts';

/** Everything short of the upload. Needs no credential; one that is given is tried. */
export async function check(inputs: Inputs, project: Project, platform: Platform, deps: Deps): Promise<Status> {
  const { host, stage } = deps;
  const { access: given, findings } = tryAccess(platform, inputs, deps.environment, host.mask);
  const { plan } = await prepare(inputs, project, platform, deps, findings);
  if (given) {
    const access = await signOn(given, platform, inputs, deps);
    await stage('Credential', async () => {
      await (await plan.open(access, gatewayDeps(inputs, deps))).verify();
      host.info(`${access.server} accepts the ${platform.words.credential}.`);
    });
  }
  return 'checked';
}
