import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { listFiles } from '../bundle/listing.ts';
import { type Finding, notice } from '../findings/finding.ts';
import type { Inputs } from '../inputs/inputs.ts';
import type { Finished, Plan } from '../platforms/plan.ts';
import { findDocker } from '../ports/docker.ts';
import { commitAll } from '../ports/git.ts';
import { findUv, type Uv } from '../ports/uv.ts';
import type { TomlFile } from '../project/files/toml.ts';
import { lostOptions } from '../project/lock/consistency.ts';
import { pythonRequirements } from '../project/lock/presence.ts';
import type { Pin } from '../project/pin/pin.ts';
import type { Run } from '../report/deps.ts';
import type { Finder } from '../report/gate.ts';
import type { Checked } from './check.ts';
import { isDynamic, lockPlace } from './lock-copy.ts';
import { checkLock, isNetworkTrouble, type Preflight, preflight, providePython } from './sync.ts';
import { tryContainer } from './trial/container.ts';
import { planUvCache } from './uv-cache.ts';

/**
 * The uv that was found, and what the plan has made with it; and the environment, if it could be made, with the folder of the bundle
 * that it is for.
 */
export type Tried = {
  readonly uv: Uv | undefined;
  readonly finished: Finished | undefined;
  readonly places?: Preflight['places'];
};

/**
 * Stage 3: has the plan finished by uv, and tries out what the server will do with the lock, or with the requirements made of it.
 * `folder` is empty, and for the copies and the environment.
 */
export async function* tryEnvironment(checked: Checked, folder: string, run: Run): Finder<Tried> {
  const { inputs, project, host, exec, environment, signal, context, journal } = run;
  const { plan, pin } = checked;
  const { lock } = project;
  if (inputs.preflight === 'image' && (plan.install.by !== 'image' || plan.install.run === undefined)) {
    yield [imageUntried(`${run.platform.name} builds no image from this project`)];
  }
  const search = () => findUv(exec, project.dir, environment, signal);
  if (plan.install.by === 'image') return yield* tryImage(checked, plan.install, folder, run);
  if (pin === undefined) {
    host.info('Nothing of it runs Python, so there is no environment to try out.');
    return yield* finish(checked, undefined, run);
  }
  if (context.event === 'pull_request_target' && inputs.preflight !== 'static') {
    yield [UNTRUSTED];
    return yield* finish(checked, plan.finish && (await search()), run);
  }
  if (inputs.preflight === 'static' || lock === undefined) {
    host.info('Only the static checks: preflight is static.');
    return yield* finish(checked, plan.finish && (await search()), run);
  }
  const uv = await search();
  if (uv === undefined) {
    const tried = yield* finish(checked, uv, run);
    yield [asTold(NO_UV, inputs)];
    return tried;
  }
  journal.uv(uv.version);
  host.info(`uv ${uv.version}`);
  const tried = yield* finish(checked, uv, run);
  if (tried.finished && tried.finished.requirements === undefined) {
    host.info('The server installs nothing, so there is no environment to try out.');
    return tried;
  }
  const requires = [...new Set(pythonRequirements(project).map(({ text }) => text))];
  const { dir: cwd, pyproject } = project;
  const python = await providePython(uv, { python: pin.python, cwd, pyproject, requires });
  if (typeof python !== 'string') {
    yield [asTold(python, inputs)];
    return tried;
  }
  const settled = { ...pin, python };
  const compared = await compareLock({ uv, lock, python, folder: join(folder, 'lock') }, run);
  yield compared.findings;
  // A member that is left out has been reported.
  const isWhole = project.workspace.members.every(({ path }) => checked.files.some(({ source }) => source === path));
  const isFresh = compared.isFresh && isWhole;
  return {
    ...tried,
    ...(yield* install({ ...tried, plan, files: checked.files, uv, pin: settled, lock, folder, isFresh }, run)),
  };
}

type ImageInstall = Extract<Plan['install'], { by: 'image' }>;

/** The same for a platform that builds an image: its installation, and the lock where there is one. */
async function* tryImage(
  checked: Checked,
  { python, run: image, tryInstalls }: ImageInstall,
  folder: string,
  run: Run,
): Finder<Tried> {
  const { inputs, project, host, exec, environment, signal, context } = run;
  const tried = yield* finish(checked, undefined, run);
  if (context.event === 'pull_request_target' && inputs.preflight !== 'static') {
    yield [UNTRUSTED];
    return tried;
  }
  const docker =
    inputs.preflight === 'image' && image ? await findDocker(exec, context.temp, environment, signal) : undefined;
  if (inputs.preflight === 'image' && image && docker === undefined) {
    yield [imageUntried('no docker with Linux containers runs on this runner')];
  }
  if (inputs.preflight === 'static' || (docker === undefined && (python === undefined || tryInstalls === undefined))) {
    host.info('Only the static checks: the packages are installed where the image is built.');
    return tried;
  }
  const uv = python === undefined ? undefined : yield* prepareUv(python, docker !== undefined, folder, run);
  if (docker && image) {
    const { plan } = checked;
    yield await tryContainer({ image, plan, inputs, project, folder: join(folder, 'image') }, docker, run);
    return tried;
  }
  if (uv === undefined || tryInstalls === undefined) return tried;
  const say = (line: string) => host.info(line);
  const { findings, environment: made } = await tryInstalls({
    uv,
    folder: join(folder, 'image'),
    say,
    isNetworkTrouble,
  });
  yield findings;
  // The copy in which the app is started has what the image has.
  return { ...tried, uv, ...(made && { places: { environment: made, bundle: join(folder, 'started') } }) };
}

/** uv with the Python of the image, after the lock was compared. What is missing is only told where nothing else can try it out. */
async function* prepareUv(
  python: string,
  hasDocker: boolean,
  folder: string,
  run: Run,
): AsyncGenerator<readonly Finding[], Uv | undefined> {
  const { inputs, project, host, exec, environment, signal, journal } = run;
  const { lock, pyproject, dir } = project;
  const uv = await findUv(exec, dir, environment, signal);
  const provided = uv === undefined ? NO_UV : await providePython(uv, { python, cwd: dir, pyproject });
  if (uv === undefined || typeof provided !== 'string') {
    yield typeof provided === 'string' || hasDocker ? [] : [asTold(provided, inputs)];
    return undefined;
  }
  journal.uv(uv.version);
  host.info(`uv ${uv.version}`);
  if (lock) yield (await compareLock({ uv, lock, python, folder: join(folder, 'lock') }, run)).findings;
  return uv;
}

const imageUntried = (why: string): Finding =>
  notice(
    'image-untried',
    `The image is not built before the deployment: ${why}. What \`preflight: start\` does is done instead.`,
    'Run the job where docker is, such as on ubuntu-latest, or set preflight: start to say so yourself.',
  );

const UNTRUSTED: Finding = notice(
  'untrusted-head',
  "In pull_request_target the checkout may be a stranger's while the job holds secrets: nothing of it is run, only the static checks are made.",
  'Set preflight: static to say so yourself, or use the event pull_request.',
);

const NO_UV: Finding = notice(
  'no-uv',
  'uv is not on PATH, so the environment was not tried out before the deployment.',
  'Add a step with astral-sh/setup-uv before this one.',
);

/** What this runner can't try out ends the run where it was asked for. */
const asTold = (finding: Finding, { preflight }: Inputs): Finding =>
  preflight === 'auto' ? finding : { ...finding, level: 'error' };

async function* finish({ plan, files }: Checked, uv: Uv | undefined, run: Run): Finder<Tried> {
  const { project, exec, signal, journal } = run;
  const list = (dir: string) => listFiles(dir, project.shown, { exec, signal }).then((listing) => listing.files);
  const finished = await plan.finish?.(files, { uv, list });
  yield finished?.findings ?? [];
  journal.note(...(finished?.notes ?? []));
  return { uv, finished };
}

/** Whether the lock is what uv would write today. */
async function compareLock(
  { uv, lock, python, folder }: { uv: Uv; lock: TomlFile; python: string; folder: string },
  { project, exec, signal }: Run,
): Promise<{ findings: Finding[]; isFresh: boolean }> {
  const place = await lockPlace(project, lock, folder, { exec, signal });
  const stale = await checkLock(uv, place, lock, python);
  // What the lock alone tells of this has been told.
  const isTold = lostOptions(lock, project.workspace.members[0], '').length > 0;
  if (stale === undefined) return { findings: [], isFresh: !isTold };
  if (stale.code === 'lock-options' && isTold) return { findings: [], isFresh: false };
  // A build may need what no copy has, such as git's history; whether the server can do it is tried out below.
  const isUnsure = place !== project.dir && stale.code === 'lock-check-failed';
  const finding: Finding = isUnsure ? { ...stale, level: 'warning', code: 'lock-unchecked' } : stale;
  return { findings: [finding], isFresh: false };
}

type InstallSubject = Pick<Checked, 'files' | 'plan'> &
  Pick<Tried, 'finished'> & {
    readonly uv: Uv;
    readonly pin: Pin;
    readonly lock: TomlFile;
    readonly folder: string;
    readonly isFresh: boolean;
  };

/** Installs what the server will install, with uv's cache of earlier runs. */
async function* install(subject: InstallSubject, run: Run): Finder<Pick<Tried, 'places'>> {
  const { uv, pin, lock, plan, files, finished, folder, isFresh } = subject;
  const { inputs, project, host, environment, exec, signal, context, cache, journal, saveLater } = run;
  // Builds ask git for the version.
  const isCloned = plan.delivery === 'commit' && project.workspace.members.some(isDynamic);
  const choice = { choice: inputs.cache, cacheDir: environment.UV_CACHE_DIR, python: pin.python, lock: lock.text };
  const planned = planUvCache(choice, context);
  const uvCache = typeof planned === 'string' ? undefined : planned;
  const matched = uvCache && (await cache.restore(uvCache.dir, uvCache.key, true));
  if (uvCache) {
    journal.cache(matched !== undefined);
    host.info(matched ? `Restored the uv cache ${matched}.` : `No uv cache ${uvCache.key} yet.`);
  } else {
    host.info(`The uv cache is not kept: ${String(planned)}.`);
  }

  const { outcome, command, findings, places } = await preflight({
    ...{ uv, lock, signal },
    files: [...files, ...(finished?.added ?? [])],
    ...(plan.install.by === 'sync' ? plan.install : { flags: [] }),
    isFresh,
    ...(isCloned && { prepare: (copy) => commitAll(copy, { exec, signal }) }),
    requirements: finished?.requirements,
    python: pin.python,
    folder: join(folder, 'preflight'),
    cacheDir: uvCache?.dir,
  });
  // It is gone from the server, too, before the app runs.
  if (isCloned && places) await rm(join(places.bundle, '.git'), { recursive: true, force: true });
  yield outcome === 'skipped' ? findings.map((finding) => asTold(finding, inputs)) : findings;
  if (outcome === 'passed') {
    host.info(`${command}: the environment installs.`);
    if (uvCache && matched === undefined) saveLater({ what: 'the uv cache', path: uvCache.dir, key: uvCache.key });
  }
  return { ...(places && { places }) };
}
