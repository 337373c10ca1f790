import { error, notice } from '../../../findings/finding.ts';
import { quote } from '../../../findings/text.ts';
import type { EnvVar } from '../../../inputs/dotenv.ts';
import type { Access, Gateway, GatewayDeps, Item, Progress, Release } from '../../gateway.ts';
import type { Deployment } from '../api/answers.ts';
import type { PlannedSpec } from './app-spec.ts';
import { type Bench, openConnection } from './connection.ts';
import { setVariables } from './env.ts';
import { checkHead } from './head.ts';
import { causeIn, logOf, placeOf, type Sources, tailOf } from './log.ts';
import { createPreview, envOfPreview, findPreview, hitsProduction, previewItem } from './previews.ts';
import { reconcile } from './reconcile.ts';

/** Opens deploymill for an app; with the number of a pull request, for its preview. It builds from the repository: nothing is uploaded. */
export function openGateway(
  spec: PlannedSpec,
  access: Access,
  deps: GatewayDeps,
  pullRequest: number | undefined,
): Gateway {
  const { connection, ...bench } = openConnection(spec, access, deps);
  const { deployments } = bench;
  let files: Sources = { paths: [], read: spec.read, readFailure: deps.readFailure };
  let begun: Deployment | undefined;
  let goesBack = false;
  const subject = (): Subject => ({ files, spec, bench });

  const release = (deployment: Deployment, item: Item): Release => {
    begun = deployment;
    return { id: deployment.id || deps.origin.commit.slice(0, 12), item, logUrl: bench.consoleUrl };
  };

  return {
    ...connection,
    ...(pullRequest !== undefined && {
      name: `${connection.name} (PR #${pullRequest})`,
      find: async () => {
        await connection.find();
        return previewOf(pullRequest, spec, bench);
      },
    }),

    currentRelease: async (item) => (await deployments.list(item.id)).find(({ state }) => state === 'done')?.id,

    deploy: async (source, env, item) => {
      files = { ...files, paths: source.files.map(({ path }) => path) };
      if (pullRequest === undefined) return release(await deployApp(spec, env, bench), item ?? appOf(spec, bench));
      const made = await deployPreview(pullRequest, spec, env, { item, ...bench });
      return release(made.deployment, made.item);
    },

    progress: async ({ item }) => {
      if (begun === undefined) return { state: 'running' };
      begun = await newest(begun, item.id, bench);
      if (begun.state === 'error') return failed(item, begun, subject());
      if (begun.state !== 'done') return { state: 'running' };
      return (goesBack ? undefined : otherCommit(begun, deps)) ?? { state: 'live' };
    },

    applySettings: async ({ item }) => ({ item, changes: [] }),
    probeHeaders: async () => ({}),
    isServing: async () => (begun?.rolledOver === true ? true : undefined),

    explain: async (item) => explained(await logOf(item.id, 'runtime', bench.session), subject()),

    ...(spec.keepsReleases &&
      pullRequest === undefined && {
        releases: releasesOf(bench, (deployment, item) => {
          goesBack = true;
          return release(deployment, item);
        }),
      }),
  };
}

/** How a deployment stands now. What is not listed is waited for: `timeout` ends that. */
async function newest(known: Deployment, id: string, { deployments }: Bench): Promise<Deployment> {
  if (known.state !== 'running' && known.state !== 'unknown') return known;
  return (await deployments.list(id)).find((row) => row.id === known.id) ?? known;
}

/** The releases that deploymill keeps. `goBack` is called with the deployment that makes one of them live again. */
const releasesOf = (
  { deployments }: Bench,
  goBack: (deployment: Deployment, item: Item) => Release,
): NonNullable<Gateway['releases']> => ({
  previous: async ({ id, item }) => {
    const rows = await deployments.list(item.id);
    return rows.find((row) => row.id !== id && row.state === 'done' && row.rollbackId !== '')?.rollbackId;
  },
  activate: async (item, rollbackId) => {
    const wish = { needed: { applicationId: item.id, rollbackId } };
    return goBack(await deployments.start('rollback', item.id, wish), item);
  },
});

/** Brings the head of the wired branch live. */
async function deployApp(spec: PlannedSpec, env: readonly EnvVar[], bench: Bench): Promise<Deployment> {
  const { id, settings } = spec;
  const { deployments, deps } = bench;
  await checkHead(settings.branch, deps);
  await reconcile(spec, bench);
  await setVariables(id, env, settings, bench);
  deps.say('deploymill builds the image and deploys it.');
  const first = await deployments.start('deploy', id, {
    needed: { applicationId: id, ...(settings.noCache === 'always' && { noCache: true }) },
  });
  const isSame = ({ rolledOver, state }: Deployment) => rolledOver === false && state !== 'error';
  const again = { needed: { applicationId: id, noCache: true } };
  const repeats = isSame(first) && settings.noCache === 'auto';
  if (repeats) deps.say(`The image before still answers${noteOf(first)}: building once more, without the cache.`);
  const last = repeats ? await deployments.start('deploy', id, again) : first;
  if (isSame(last)) deps.report([notRolledOver(last)]);
  return last;
}

/** Creates the preview of a pull request, or builds the one that is there again. */
async function deployPreview(
  pullRequest: number,
  spec: PlannedSpec,
  env: readonly EnvVar[],
  { item, ...bench }: Bench & { readonly item: Item | undefined },
): Promise<{ readonly deployment: Deployment; readonly item: Item }> {
  const { deployments, deps, consoleUrl } = bench;
  const own = envOfPreview(env, spec, deps.say);
  await checkHead(deps.origin.branch, deps);
  const rebuild = (id: string) => deployments.start('redeploy_preview', id, { needed: { previewApplicationId: id } });
  if (item) {
    await setVariables(item.id, own, spec.settings, bench);
    const row = await findPreview(pullRequest, spec, bench);
    if (row?.hitsProdData) deps.report([hitsProduction]);
    return { deployment: await rebuild(item.id), item };
  }
  const row = await createPreview(pullRequest, spec, own, bench);
  const made = previewItem(row, spec, consoleUrl);
  deps.created(made);
  if (row.hitsProdData) deps.report([hitsProduction]);
  deps.say(`Created the preview ${row.id}${row.expiresAt && `, which ends at ${quote(row.expiresAt)}`}.`);
  const [newest] = await deployments.list(row.id);
  return { deployment: newest ?? (await rebuild(row.id)), item: made };
}

const noteOf = ({ note }: Deployment): string => (note === '' ? '' : ` (${quote(note, 200)})`);

const notRolledOver = (deployment: Deployment) =>
  notice(
    'not-rolled-over',
    `The image is the same as before, so the old container keeps running${noteOf(deployment)}.`,
    'Nothing to do if the commit changes nothing in the image. Otherwise copy the sources in the final stage of the Dockerfile, from the build context.',
  );

type Subject = { readonly files: Sources; readonly spec: PlannedSpec; readonly bench: Bench };

const appOf = ({ id, name, url }: PlannedSpec, { consoleUrl }: Bench): Item => ({ id, name, url, consoleUrl });

const previewOf = async (pullRequest: number, spec: PlannedSpec, bench: Bench): Promise<Item | undefined> => {
  const row = await findPreview(pullRequest, spec, bench);
  return row && previewItem(row, spec, bench.consoleUrl);
};

/** What the app has printed. Where that names no line of the project, the cause is reported by itself. */
const explained = (lines: readonly string[], subject: Subject): string => {
  const words = lines.join('\n');
  if (subject.files.readFailure(words).place.file === undefined) tellCause(lines, subject);
  return words;
};

/** Says why, at the line of the project that the log names, if it names one. */
function tellCause(lines: readonly string[], { files, spec, bench }: Subject): string {
  const cause = causeIn(lines, files);
  if (cause === undefined) return '';
  bench.deps.report([
    error('deployment-cause', `On deploymill, ${cause.told}.`, cause.remedy, placeOf(cause, spec.shown)),
  ]);
  return cause.told;
}

async function failed(item: Item, { status, note }: Deployment, subject: Subject): Promise<Progress> {
  const { session } = subject.bench;
  const build = await logOf(item.id, 'build', session);
  const runtime = causeIn(build, subject.files) ? [] : await logOf(item.id, 'runtime', session);
  const lines = [...build, ...runtime];
  const told = tellCause(lines, subject);
  const tail = tailOf(lines);
  return {
    state: 'failed',
    message: `deploymill could not deploy it (${quote(status) || 'no status'})${told && `: ${told}`}${note && `; ${quote(note, 300)}`}`,
    remedy: 'Fix what the log names, and run the job again.',
    ...(tail !== '' && { details: `The end of its log:\n${tail}` }),
  };
}

/** A deployment of another commit than this run's, where the server tells the commit: somebody has pushed meanwhile. */
function otherCommit({ commit }: Deployment, { origin }: GatewayDeps): Progress | undefined {
  const isSame = origin.commit.startsWith(commit) || (origin.commit !== '' && commit.startsWith(origin.commit));
  if (!/^[0-9a-f]{7,64}$/.test(commit) || isSame) return undefined;
  return {
    state: 'failed',
    message: `deploymill has deployed commit ${commit}, and this run is for ${origin.commit}`,
    remedy: 'The branch has moved on: see the run of that commit.',
  };
}
