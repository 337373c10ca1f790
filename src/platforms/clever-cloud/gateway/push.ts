import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { failure } from '../../../findings/finding.ts';
import { bytes } from '../../../findings/units.ts';
import { takeOnce } from '../../../ports/http/once.ts';
import type { Access, GatewayDeps, Origin, Source } from '../../gateway.ts';
import type { Api } from '../api/api.ts';
import type { Redeployment } from '../api/deployments.ts';
import type { App, DeploymentRow } from '../api/values.ts';
import { type CommitWords, commitOf } from '../git/objects.ts';
import { type Pack, writePack } from '../git/pack.ts';
import { createRemote } from '../git/remote.ts';
import { consoleUrl } from './apps.ts';
import { releaseIn } from './env.ts';
import type { Variables } from './variables.ts';

/** How often a bundle is put behind the commit of somebody who was faster. */
const TRIES = 3;

/** As many of the newest deployments as are looked through. */
export const RECENT = 20;

const AUTHOR = { name: 'uv-deploy', email: 'uv-deploy@users.noreply.github.com' };

/** What has been begun: the commit that is to go live, and the deployment that does it, where it is known already. */
export type Begun = {
  readonly commit: string;
  readonly uuid?: string;
  /** A task is run again, and nothing new is deployed. */
  readonly isRun?: boolean;
};

type Tools = {
  readonly access: Access;
  readonly api: Api;
  readonly deps: GatewayDeps;
  /** Whether the same files are built again; else a restart brings the variables in. */
  readonly isRebuilt: boolean;
};

/**
 * Brings the bundle into the app's repository, as a child of the commit that is there, with its variables set before. Where that
 * commit holds these very files, nothing is pushed: it is deployed again. Throws a `Failure` when the server refuses.
 */
export async function push(source: Source, app: App, variables: Variables, tools: Tools): Promise<Begun> {
  const { say, signal } = tools.deps;
  const folder = await mkdtemp(join(tmpdir(), 'uv-deploy-'));
  try {
    const pack = await writePack(join(folder, 'bundle.pack'), source.files, signal);
    for (let attempt = 1; attempt <= TRIES; attempt++) {
      const begun = await pushOnce({ ...pack, trial: source.trial }, app, variables, tools);
      if (begun !== undefined) return begun;
      say('Somebody else has pushed in the meantime: the bundle goes on top of their commit.');
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  throw failure(
    'conflict',
    `The bundle could not be pushed to ${app.id}: in ${TRIES} tries, somebody else was faster each time.`,
    'Run the job again when no other deployment of this app is under way; `concurrency` in the workflow keeps them apart.',
  );
}

/** Answers `undefined` when the branch was moved by somebody else. */
async function pushOnce(
  pack: Pack & Pick<Source, 'trial'>,
  app: App,
  variables: Variables,
  { access, api, deps, isRebuilt }: Tools,
): Promise<Begun | undefined> {
  const { say, origin } = deps;
  const remote = createRemote({ url: app.httpUrl, token: access.token, secret: access.secret }, deps);
  const head = await remote.head();
  const there = releaseIn(variables.before);
  if (head !== undefined && there?.commit === head && there.tree === pack.tree) {
    await variables.set({ ...pack, commit: head });
    say('The repository already has these files: nothing is pushed, and they are deployed again.');
    return redeploy(app, { commit: head, useCache: !isRebuilt }, api, deps);
  }
  const commit = commitOf(pack.tree, head, wordsOf(origin, pack.tree));
  await variables.set({ ...pack, commit: commit.id });
  say(`Uploading ${bytes(pack.size)} as commit ${commit.id}.`);
  return (await remote.push(pack, commit, head)) === 'pushed' ? { commit: commit.id } : undefined;
}

function wordsOf({ repository, commit, run }: Origin, tree: string): CommitWords {
  const from = repository === '' ? 'a checkout' : new URL(repository).pathname.replace(/^\/|\.git$/g, '');
  const title = `Deploy ${from}${commit === '' ? '' : `@${commit.slice(0, 7)}`}${run === '' ? '' : ` (${run})`}`;
  const trailers = [...(commit === '' ? [] : [`Source-Commit: ${commit}`]), `Bundle-Tree: ${tree}`];
  return { author: AUTHOR, time: Date.now() / 1000, message: `${title}\n\n${trailers.join('\n')}` };
}

/** Starts a deployment of a commit that is in the repository, once. */
export async function redeploy(
  app: App,
  asked: Redeployment & { readonly commit: string },
  api: Api,
  deps: GatewayDeps,
): Promise<Begun> {
  const uuid = await startOnce(app, () => api.redeploy(app, asked), api, deps);
  return { commit: asked.commit, uuid };
}

/** Answers the id of the deployment that `send` starts. When the answer is lost, it is the one that is new. */
export async function startOnce(
  app: App,
  send: () => ReturnType<Api['redeploy']>,
  api: Api,
  deps: GatewayDeps,
): Promise<string> {
  const before = new Set((await api.deployments(app, RECENT)).map(({ uuid }) => uuid));
  const isNew = ({ uuid, action }: DeploymentRow) => action === 'DEPLOY' && !before.has(uuid);
  return takeOnce(
    {
      noun: 'start',
      send,
      look: async () => (await api.deployments(app, RECENT)).filter(isNew).map(({ uuid }) => uuid),
      lost: (why, found) =>
        failure(
          'start-unknown',
          found.length > 1
            ? `The start got no usable response (${why}), and several deployments have begun since: ${found.join(', ')}. It is not clear which one is this job's.`
            : `The start got no usable response (${why}), and the server shows no deployment: it was not started again.`,
          `Check ${consoleUrl(app)}, and run the job again if nothing runs.`,
        ),
    },
    deps,
  );
}
