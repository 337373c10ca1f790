import { Cancelled, Failure, type Finding } from '../../findings/finding.ts';
import type { Inputs } from '../../inputs/inputs.ts';
import { saveOpenDeployment } from '../../ports/state.ts';
import type { Deps, Run } from '../deps.ts';
import type { Status } from '../journal.ts';
import type { GitHub } from './api.ts';
import { createGitHub } from './api.ts';
import { aside } from './aside.ts';
import { stick } from './comment.ts';
import { commentBody } from './comment-body.ts';
import { beginDeployment, deactivateEnvironment, finishDeployment } from './deployments.ts';

/** What is reported on GitHub: an app, or its preview for a pull request. */
export type AnnouncedApp = {
  readonly name: string;
  readonly platform: string;
  readonly server: string;
  readonly pullRequest?: number;
};

/** Opens the API with the token of the inputs; `undefined` without one. Throws a `Failure` for a token that can't be one. */
export function openGitHub(
  { githubToken: token }: Pick<Inputs, 'githubToken'>,
  { context, http, clock, signal, host }: Pick<Deps, 'context' | 'http' | 'clock' | 'signal' | 'host'>,
): GitHub | undefined {
  const { apiUrl, repository } = context;
  if (token === '' || repository === '') return undefined;
  return createGitHub({ apiUrl, repository, token }, { http, clock, signal, say: host.info });
}

/**
 * Does `work`, and tells GitHub of it: as a GitHub deployment where the inputs ask for one, and in the pull request's comment.
 * What goes wrong with the telling is a warning and never changes the outcome. A cancelled run tells nothing: the one that
 * replaces it does, and post closes the deployment.
 */
export async function announced(
  subject: AnnouncedApp,
  github: GitHub | undefined,
  run: Run,
  work: () => Promise<Status>,
): Promise<Status> {
  if (github === undefined) return work();
  const { inputs, journal, signal } = run;
  const deployment = inputs.githubDeployment ? await begin(subject, github, run) : undefined;
  const tell = async (status: Status, findings: readonly Finding[]) => {
    if (status === 'removed') await withdraw(subject, github, run);
    else await comment(subject, github, { status, findings }, run);
    if (deployment !== undefined) await finish(deployment, status, github, run);
  };
  let status: Status;
  try {
    status = await work();
  } catch (error) {
    if (error instanceof Cancelled) throw error;
    const own = error instanceof Failure ? error.findings : [];
    const { findings } = journal.entries;
    const all = [...findings, ...own.filter((finding) => !findings.includes(finding))];
    if (!signal.aborted) await tell(error instanceof Failure && error.timedOut ? 'timed-out' : 'failed', all);
    throw error;
  }
  await tell(status, journal.entries.findings);
  return status;
}

/** Tells that a preview is gone: strikes its URL through in the comment, where there is one, and ends its GitHub deployments. */
export async function withdraw(subject: AnnouncedApp, github: GitHub, run: Run): Promise<void> {
  const { inputs, context, report } = run;
  await comment(subject, github, { status: 'removed', findings: [] }, run);
  if (!inputs.githubDeployment) return;
  await aside(report, () => deactivateEnvironment(github, environmentOf(subject), context.runUrl));
}

/** Called like the item on the platform. */
const environmentOf = ({ name, pullRequest }: AnnouncedApp): string =>
  pullRequest === undefined ? name : `${name} (PR #${pullRequest})`;

const begin = (subject: AnnouncedApp, github: GitHub, { context, host, report }: Deps): Promise<number | undefined> =>
  aside(report, () =>
    beginDeployment(github, {
      sha: context.pullRequest?.sha || context.sha,
      environment: environmentOf(subject),
      transient: subject.pullRequest !== undefined,
      runUrl: context.runUrl,
      opened: (id) => saveOpenDeployment(host, id),
    }),
  );

async function finish(id: number, status: Status, github: GitHub, { context, journal, host, report }: Deps) {
  const { url } = journal.entries;
  const isLive = status === 'deployed' || status === 'unchanged';
  if (status !== 'removed') {
    await aside(report, () =>
      finishDeployment(github, id, {
        outcome: isLive ? 'success' : 'failure',
        runUrl: context.runUrl,
        ...(url && { url }),
      }),
    );
  }
  saveOpenDeployment(host, undefined);
}

async function comment(
  subject: AnnouncedApp,
  github: GitHub,
  { status, findings }: { readonly status: Status; readonly findings: readonly Finding[] },
  { inputs, context, journal, report, host }: Run,
): Promise<void> {
  const { pullRequest, name, platform, server } = subject;
  if (!inputs.comment || pullRequest === undefined) return;
  const removed = status === 'removed';
  const { url, consoleUrl, health = [], bundleSize, changes, stages, isPrivate, directory = '' } = journal.entries;
  const body = commentBody({
    ...{ name, platform, status, findings, removed },
    ...{ url, consoleUrl, health, bundleSize, changes, isPrivate },
    ...{ runUrl: context.runUrl, repositoryUrl: context.repositoryUrl, documents: context.documents },
    at: new Date(),
    commit: context.pullRequest?.sha || context.sha,
    durationMs: stages.reduce((sum, { ms }) => sum + ms, 0),
  });
  const app = { platform, server, name, directory };
  await aside(report, async () => {
    const { outcome } = await stick(github, { pullRequest, app, body, create: !removed });
    if (outcome !== 'absent') host.info(`The comment on pull request #${pullRequest} is ${outcome}.`);
  });
}
