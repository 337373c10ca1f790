import { notice } from '../findings/finding.ts';
import { prepare } from '../prepare/prepare.ts';
import type { Run } from '../report/deps.ts';
import { announced, openGitHub } from '../report/github/announcement.ts';
import { aside } from '../report/github/aside.ts';
import type { Status } from '../report/journal.ts';
import { requireAccess, signOn } from './access.ts';
import { arrive } from './release/arrival.ts';
import { productionFiles } from './release/production-files.ts';
import { rollOut } from './release/rollout.ts';

/** Who schedules a task mostly wants it to run. */
const notRun = notice(
  'task-not-run',
  'The task was not run: on a schedule, `mode: auto` deploys, and nothing has changed.',
  'To run the task that is deployed, set `mode: invoke`.',
);

/** From the checkout to a healthy URL. What it learns goes into `run.journal`; it throws when the release is not live and well. */
export async function deploy(run: Run): Promise<Status> {
  const { inputs, platform, context, journal, report } = run;
  const { given, ...prepared } = await prepare(run, requireAccess(run));
  const { name } = prepared.plan;
  const isScheduled = inputs.mode === 'auto' && context.event === 'schedule';
  const access = await signOn(given, run);
  const arrival = await arrive({ prepared, access }, run);
  const github = inputs.githubDeployment ? await aside(report, async () => openGitHub(inputs, run)) : undefined;
  return announced({ name, platform: platform.name, server: access.server }, github, run, async () => {
    const status = await rollOut({ arrival }, run);
    if (status === 'unchanged' && prepared.plan.kind === 'task' && isScheduled) report([notRun]);
    const { deploymentId } = journal.entries;
    if (status === 'deployed' && deploymentId) {
      await productionFiles(access.server, name, run).remember(arrival.source, deploymentId);
    }
    return status;
  });
}
