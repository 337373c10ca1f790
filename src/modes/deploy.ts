import { Failure } from '../findings/finding.ts';
import type { Inputs } from '../inputs/inputs.ts';
import type { Platform } from '../platforms/platform.ts';
import { prepare } from '../prepare/prepare.ts';
import type { Project } from '../project/project.ts';
import type { Deps } from '../report/deps.ts';
import { announced, openGitHub } from '../report/github/announcement.ts';
import { aside } from '../report/github/aside.ts';
import type { Status } from '../report/journal.ts';
import { gatewayDeps, noToken, signOn, tryAccess } from './access.ts';
import { productionFiles } from './release/production-files.ts';
import { rollOut } from './release/rollout.ts';

/** From the checkout to a healthy URL. What it learns goes into `deps.journal`; it throws when the release is not live and well. */
export async function deploy(inputs: Inputs, project: Project, platform: Platform, deps: Deps): Promise<Status> {
  const { access: given, findings } = tryAccess(platform, inputs, deps.environment, deps.host.mask);
  const isMissing = given === undefined && findings.length === 0;
  const prepared = await prepare(inputs, project, platform, deps, isMissing ? [noToken(platform)] : findings);
  if (given === undefined) throw new Failure([]); // a finding has said why
  const access = await signOn(given, platform, inputs, deps);
  const { plan, bundle } = prepared;
  const gateway = plan.connect(access, gatewayDeps(inputs, deps));
  const github = inputs.githubDeployment ? await aside(deps.report, async () => openGitHub(inputs, deps)) : undefined;
  const subject = { name: plan.name, platform: platform.name, server: access.server };
  return announced(subject, github, inputs, deps, async () => {
    const status = await rollOut(prepared, gateway, access, inputs, deps);
    const { deploymentId } = deps.journal.entries;
    if (status === 'deployed' && deploymentId) {
      await productionFiles(access.server, plan.name, deps).remember(bundle, deploymentId);
    }
    return status;
  });
}
