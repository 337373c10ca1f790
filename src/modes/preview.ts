import { Cancelled, messageOf } from '../findings/finding.ts';
import type { Access, Source } from '../platforms/gateway.ts';
import { prepare } from '../prepare/prepare.ts';
import type { Run } from '../report/deps.ts';
import { announced, openGitHub } from '../report/github/announcement.ts';
import type { GitHub } from '../report/github/api.ts';
import { aside } from '../report/github/aside.ts';
import type { Status } from '../report/journal.ts';
import { isWithout, locate, readAccess, requireAccess, signOn } from './access.ts';
import { skipOutside, whichPullRequest } from './pull-request.ts';
import { arrive } from './release/arrival.ts';
import { productionFiles } from './release/production-files.ts';
import { rollOut } from './release/rollout.ts';

/** Deploys a pull request's own copy of the app, beside production, and tells the pull request where it is. */
export async function preview(run: Run): Promise<Status> {
  const { inputs, project, platform, context, report } = run;
  const pullRequest = whichPullRequest(inputs, context);
  const read = readAccess(run);
  if (isWithout(read) && skipOutside(run)) return 'skipped';
  // A missing credential is reported together with all other problems.
  const given = read.value ?? (await prepare(run, requireAccess(run, read))).given;
  const access = await locate(given, run); // comments are found by it
  const { identity } = await platform.identify(project, inputs);
  const github = await aside(report, async () => openGitHub(inputs, run));
  const subject = { name: identity?.name ?? '', platform: platform.name, server: access.server, pullRequest };
  return announced(subject, github, run, () => make(pullRequest, access, github, run));
}

async function make(pullRequest: number, located: Access, github: GitHub | undefined, run: Run): Promise<Status> {
  const { inputs, host, journal, stage } = run;
  const { given, ...prepared } = await prepare(run, { value: located, findings: [] });
  const production = productionFiles(given.server, prepared.plan.name, run);
  const access = await signOn(given, run);
  const packed = async (source: Source) => {
    const changes = await stage('Compare with production', () => production.compare(source));
    if (changes) journal.changes(changes);
  };
  const arrival = await arrive({ prepared, access, pullRequest, packed }, run);
  const { gateway } = arrival;
  // What a preview had before is no better than what it has now.
  const status = await rollOut({ arrival, isPreview: true }, { ...run, inputs: { ...inputs, rollback: false } });
  if (github === undefined || (await isOpen(pullRequest, github, run))) return status;

  // The event of its closing may have been handled before there was anything to remove.
  return stage('Remove', async (): Promise<Status> => {
    host.info(`Pull request #${pullRequest} was closed meanwhile.`);
    for (const preview of (await gateway.previews?.list()) ?? []) {
      if (preview.pullRequest === pullRequest) await gateway.previews?.remove(preview);
    }
    return 'removed';
  });
}

/** Only a pull request that is surely closed loses its preview. */
async function isOpen(pullRequest: number, github: GitHub, { host }: Run): Promise<boolean> {
  try {
    return (await github.pullRequest(pullRequest))?.state !== 'closed';
  } catch (error) {
    if (error instanceof Cancelled) throw error;
    host.info(`Could not check whether pull request #${pullRequest} is still open: ${messageOf(error)}`);
    return true;
  }
}
