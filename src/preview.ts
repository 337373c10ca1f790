import { productionFiles } from './changes.ts';
import { noToken, tryAccess } from './credentials.ts';
import type { Deps } from './deps.ts';
import { Failure } from './errors.ts';
import type { Status } from './facts.ts';
import type { Inputs } from './inputs.ts';
import type { Platform } from './platforms/platform.ts';
import { prepare } from './prepare.ts';
import type { Project } from './project/project.ts';
import { skipOutside, whichPullRequest } from './pull-request.ts';
import { rollOut } from './rollout.ts';

/** Deploys a pull request's own copy of the app, beside production. */
export async function preview(inputs: Inputs, project: Project, platform: Platform, deps: Deps): Promise<Status> {
  const { host, http, clock, signal, facts } = deps;
  const pullRequest = whichPullRequest(inputs, deps.context);
  const { access, findings } = tryAccess(platform, inputs, deps.environment, host.mask);
  const isMissing = access === undefined && findings.length === 0;
  if (isMissing && skipOutside(deps)) return 'skipped';

  const prepared = await prepare(inputs, project, platform, deps, isMissing ? [noToken(platform)] : findings);
  if (access === undefined) throw new Failure([]); // a finding has said why
  const { plan, bundle } = prepared;
  const changes = await productionFiles(access.server, plan.name, deps).compare(bundle);
  if (changes) facts.changes = changes;
  const gateway = plan.connect(access, { http, clock, signal, say: (line) => host.info(line) }, pullRequest);
  return rollOut(prepared, gateway, access, inputs, deps);
}
