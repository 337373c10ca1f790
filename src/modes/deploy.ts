import { Failure } from '../findings/finding.ts';
import type { Inputs } from '../inputs/inputs.ts';
import type { Platform } from '../platforms/platform.ts';
import { prepare } from '../prepare/prepare.ts';
import type { Project } from '../project/project.ts';
import type { Deps } from '../report/deps.ts';
import { announced, openGitHub } from '../report/github/announcement.ts';
import { aside } from '../report/github/aside.ts';
import type { Status } from '../report/journal.ts';
import { noToken, signOn, tryAccess } from './access.ts';
import { gatewayDeps } from './gateway-deps.ts';
import { productionFiles } from './release/production-files.ts';
import { rollOut } from './release/rollout.ts';

/** From the checkout to a healthy URL. What it learns goes into `deps.journal`; it throws when the release is not live and well. */
export async function deploy(inputs: Inputs, project: Project, platform: Platform, deps: Deps): Promise<Status> {
  const { access: given, findings } = tryAccess(platform, inputs, deps.environment, deps.host.mask);
  const isMissing = given === undefined && findings.length === 0;
  const prepared = await prepare(inputs, project, platform, deps, isMissing ? [noToken(platform)] : findings);
  if (given === undefined) throw new Failure([]); // a finding has said why
  const access = await signOn(given, platform, inputs, deps);
  const { plan, source } = prepared;
  const gateway = await plan.open(access, gatewayDeps(inputs, deps));
  const github = inputs.githubDeployment ? await aside(deps.report, async () => openGitHub(inputs, deps)) : undefined;
  const subject = { name: plan.name, platform: platform.name, server: access.server };
  return announced(subject, github, inputs, deps, async () => {
    const status = await rollOut(prepared, gateway, { access, words: platform.words }, inputs, deps);
    if (status === 'deployed' && deps.journal.deploymentId) {
      await productionFiles(access.server, plan.name, deps).remember(source, deps.journal.deploymentId);
    }
    return status;
  });
}
