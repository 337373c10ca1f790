import { prepare } from '../prepare/prepare.ts';
import type { Run } from '../report/deps.ts';
import { announced, openGitHub } from '../report/github/announcement.ts';
import { aside } from '../report/github/aside.ts';
import type { Status } from '../report/journal.ts';
import { gatewayDeps, requireAccess, signOn } from './access.ts';
import { productionFiles } from './release/production-files.ts';
import { rollOut } from './release/rollout.ts';

/** From the checkout to a healthy URL. What it learns goes into `run.journal`; it throws when the release is not live and well. */
export async function deploy(run: Run): Promise<Status> {
  const { inputs, platform, journal, report } = run;
  const { given, plan, source } = await prepare(run, requireAccess(run));
  const access = await signOn(given, run);
  const gateway = await plan.open(access, gatewayDeps(run));
  const github = inputs.githubDeployment ? await aside(report, async () => openGitHub(inputs, run)) : undefined;
  const subject = { name: plan.name, platform: platform.name, server: access.server };
  return announced(subject, github, run, async () => {
    const status = await rollOut({ plan, source, gateway, access }, run);
    const { deploymentId } = journal.entries;
    if (status === 'deployed' && deploymentId) {
      await productionFiles(access.server, plan.name, run).remember(source, deploymentId);
    }
    return status;
  });
}
