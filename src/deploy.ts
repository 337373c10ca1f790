import { announced, openGitHub } from './announcement.ts';
import { productionFiles } from './changes.ts';
import { noToken, signOn, tryAccess } from './credentials.ts';
import type { Deps } from './deps.ts';
import { Failure } from './errors.ts';
import type { Status } from './facts.ts';
import { gatewayDeps } from './gateway-deps.ts';
import { aside } from './github/aside.ts';
import type { Inputs } from './inputs.ts';
import type { Platform } from './platforms/platform.ts';
import { prepare } from './prepare.ts';
import type { Project } from './project/project.ts';
import { rollOut } from './rollout.ts';

/** From the checkout to a healthy URL. What it learns goes into `deps.facts`; it throws when the release is not live and well. */
export async function deploy(inputs: Inputs, project: Project, platform: Platform, deps: Deps): Promise<Status> {
  const { access: given, findings } = tryAccess(platform, inputs, deps.environment, deps.host.mask);
  const isMissing = given === undefined && findings.length === 0;
  const prepared = await prepare(inputs, project, platform, deps, isMissing ? [noToken(platform)] : findings);
  if (given === undefined) throw new Failure([]); // a finding has said why
  const access = await signOn(given, platform, deps);
  const { plan, bundle } = prepared;
  const gateway = plan.connect(access, gatewayDeps(deps));
  const github = inputs.githubDeployment ? await aside(deps.report, async () => openGitHub(inputs, deps)) : undefined;
  const subject = { name: plan.name, platform: platform.name, server: access.server };
  return announced(subject, github, inputs, deps, async () => {
    const status = await rollOut(prepared, gateway, access, inputs, deps);
    if (status === 'deployed' && deps.facts.deploymentId) {
      await productionFiles(access.server, plan.name, deps).remember(bundle, deps.facts.deploymentId);
    }
    return status;
  });
}
