import { Cancelled, Failure, messageOf } from '../findings/finding.ts';
import type { Inputs } from '../inputs/inputs.ts';
import type { Access, Platform } from '../platforms/platform.ts';
import { prepare } from '../prepare/prepare.ts';
import type { Project } from '../project/project.ts';
import type { Deps } from '../report/deps.ts';
import { announced, openGitHub } from '../report/github/announcement.ts';
import type { GitHub } from '../report/github/api.ts';
import { aside } from '../report/github/aside.ts';
import type { Status } from '../report/journal.ts';
import { locate, noToken, signOn, tryAccess } from './access.ts';
import { gatewayDeps } from './gateway-deps.ts';
import { skipOutside, whichPullRequest } from './pull-request.ts';
import { productionFiles } from './release/production-files.ts';
import { rollOut } from './release/rollout.ts';

/** Deploys a pull request's own copy of the app, beside production, and tells the pull request where it is. */
export async function preview(inputs: Inputs, project: Project, platform: Platform, deps: Deps): Promise<Status> {
  const pullRequest = whichPullRequest(inputs, deps.context);
  const { access: given, findings } = tryAccess(platform, inputs, deps.environment, deps.host.mask);
  if (given === undefined) {
    if (findings.length === 0 && skipOutside(deps)) return 'skipped';
    await prepare(inputs, project, platform, deps, findings.length === 0 ? [noToken(platform)] : findings);
    throw new Failure([]); // a finding has said why
  }
  const access = await locate(given, platform, deps); // comments are found by it
  const { identity } = await platform.identify(project, inputs);
  const github = await aside(deps.report, async () => openGitHub(inputs, deps));
  const subject = { name: identity?.name ?? '', platform: platform.name, server: access.server, pullRequest };
  return announced(subject, github, inputs, deps, () =>
    make(pullRequest, access, github, inputs, project, platform, deps),
  );
}

async function make(
  pullRequest: number,
  given: Access,
  github: GitHub | undefined,
  inputs: Inputs,
  project: Project,
  platform: Platform,
  deps: Deps,
): Promise<Status> {
  const { host, journal, stage } = deps;
  const prepared = await prepare(inputs, project, platform, deps);
  const { plan, source } = prepared;
  const production = productionFiles(given.server, plan.name, deps);
  const changes = await stage('Compare with production', () => production.compare(source));
  if (changes) journal.changes = changes;
  const access = await signOn(given, platform, inputs, deps);
  const gateway = await plan.open(access, gatewayDeps(inputs, deps), pullRequest);
  // What a preview had before is no better than what it has now.
  const status = await rollOut(
    prepared,
    gateway,
    { access, words: platform.words },
    { ...inputs, rollback: false },
    deps,
  );
  if (github === undefined || (await isOpen(pullRequest, github, deps))) return status;

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
async function isOpen(pullRequest: number, github: GitHub, { host }: Deps): Promise<boolean> {
  try {
    return (await github.pullRequest(pullRequest))?.state !== 'closed';
  } catch (error) {
    if (error instanceof Cancelled) throw error;
    host.info(`Whether pull request #${pullRequest} is still open can't be asked: ${messageOf(error)}`);
    return true;
  }
}
