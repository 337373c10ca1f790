import { type Failure, failure } from '../findings/finding.ts';
import { quote } from '../findings/text.ts';
import type { Preview } from '../platforms/gateway.ts';
import type { Platform } from '../platforms/platform.ts';
import type { Run } from '../report/deps.ts';
import { createGate } from '../report/gate.ts';
import { openGitHub, withdraw } from '../report/github/announcement.ts';
import type { GitHub } from '../report/github/api.ts';
import { aside } from '../report/github/aside.ts';
import type { Status } from '../report/journal.ts';
import { gatewayDeps, isWithout, readAccess, requireAccess, signOn } from './access.ts';
import { skipOutside } from './pull-request.ts';

/** Removes the preview of a pull request; without a number, the previews of all pull requests that are not open. */
export async function teardown(run: Run): Promise<Status> {
  const { inputs, project, platform, context, journal, report, say, stage } = run;
  const read = readAccess(run);
  if (isWithout(read) && skipOutside(run)) return 'skipped';
  const gate = createGate(run);
  const given = gate.open(requireAccess(run, read));
  const { identity: found, findings } = await platform.identify(project, inputs);
  const identity = gate.open({ value: found, findings });
  const { name } = identity;
  journal.name(name);
  const access = await signOn(given, run);
  const connection = await platform.open(identity, access, gatewayDeps(run));
  const { previews } = connection;
  if (previews === undefined) throw noPreviews(platform);
  const github = await aside(report, async () => openGitHub(inputs, run));
  const asked = inputs.pullRequest ?? context.pullRequest?.number;

  await stage('Remove', async () => {
    await connection.verify();
    const isDoomed = asked === undefined ? await areClosed(github, run) : (number: number) => number === asked;
    const doomed = (await previews.list()).filter(({ pullRequest }) => isDoomed(pullRequest));
    if (doomed.length === 0) {
      say(asked === undefined ? 'No previews to remove.' : `Pull request #${asked} has no preview: nothing to remove.`);
    }
    const gone: Preview[] = [];
    let removed = 0;
    for (const [index, preview] of doomed.entries()) {
      journal.removing(preview.item);
      journal.left(whatIsGone(gone, doomed.slice(index)));
      const wasThere = await previews.remove(preview);
      if (wasThere) {
        removed += 1;
        journal.note(`Removed ${preview.item.name} (${preview.item.id}).`);
      }
      gone.push(preview);
    }
    journal.removed(removed);
    if (gone.length > 0) journal.left(whatIsGone(gone, []));
    const told = new Set([...doomed.map(({ pullRequest }) => pullRequest), ...(asked === undefined ? [] : [asked])]);
    for (const pullRequest of github ? told : []) {
      const preview = doomed.find((one) => one.pullRequest === pullRequest);
      if (preview) journal.removing(preview.item);
      const subject = { name, platform: platform.name, server: access.server, pullRequest };
      if (github) await withdraw(subject, github, run);
    }
  });
  return 'removed';
}

/** Which pull requests are over. Asked before anything is removed: without a whole list, every preview might be one too many. */
async function areClosed(github: GitHub | undefined, { context }: Run): Promise<(pullRequest: number) => boolean> {
  if (github === undefined) {
    throw failure(
      'no-github-token',
      'Without a token for GitHub, the open pull requests are not known, so nothing was removed.',
      "Remove 'github-token' to use the job's own, or set 'pull-request' to the number of the preview to remove.",
    );
  }
  const open = new Set(await github.openPullRequests());
  return (pullRequest) => !open.has(pullRequest) && pullRequest !== context.pullRequest?.number;
}

/** For a run that ends in the middle. */
function whatIsGone(gone: readonly Preview[], [underway, ...others]: readonly Preview[]): string {
  const label = ({ item, release }: Preview) => `'${quote(item.name)}' (${release ? `bundle ${release}` : item.id})`;
  return [
    ...(gone.length > 0 ? [`Removed: ${gone.map(label).join(', ')}.`] : []),
    ...(underway ? [`The removal of ${label(underway)} was in progress: check whether it is still there.`] : []),
    ...(others.length > 0 ? [`Still there: ${others.map(label).join(', ')}.`] : []),
  ].join(' ');
}

const noPreviews = ({ name }: Platform): Failure =>
  failure('no-previews', `uv-deploy can't remove previews from ${name}.`, 'Remove it on the server.');
