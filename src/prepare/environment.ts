import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Finding, notice } from '../findings/finding.ts';
import type { Inputs } from '../inputs/inputs.ts';
import type { Plan } from '../platforms/plan.ts';
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
import { isUntrusted, type Tools } from './finish.ts';
import { isDynamic, lockPlace } from './lock-copy.ts';
import { checkLock, isNetworkTrouble, type Preflight, preflight, providePython } from './sync.ts';
import { planUvCache, type UvCache } from './uv-cache.ts';

/** The environment, if it could be made, with the folder of the bundle that it is for, and the uv that has made it. */
export type Tried = { readonly uv: Uv | undefined; readonly places?: Preflight['places'] };

/**
 * Stage 3: tries out what the server will do with the lock, or with the requirements made of it. `folder` is empty, and for the copies
 * and the environment.
 */
export async function* tryEnvironment(
  checked: Checked,
  { uv, finished }: Tools,
  folder: string,
  run: Run,
): Finder<Tried> {
  const { inputs, project, host } = run;
  const { plan, pin } = checked;
  const { lock } = project;
  if (inputs.preflight === 'image' && (plan.install.by !== 'image' || plan.install.run === undefined)) {
    yield [imageUntried(`${run.platform.name} builds no image from this project`)];
  }
  if (plan.install.by === 'image') return yield* tryImage(checked, plan.install, folder, run);
  if (pin === undefined) {
    host.info('Nothing here runs Python, so there is nothing to test.');
    return { uv };
  }
  if (isUntrusted(run)) {
    yield [UNTRUSTED];
    return { uv };
  }
  if (lock === undefined) {
    host.info('There is no uv.lock, so there is nothing to install.');
    return { uv };
  }
  if (uv === undefined) {
    yield [asTold(NO_UV, inputs)];
    return { uv };
  }
  host.info(`uv ${uv.version}`);
  if (finished && finished.requirements === undefined) {
    host.info('The server installs nothing, so there is nothing to test.');
    return { uv };
  }
  const requires = [...new Set(pythonRequirements(project).map(({ text }) => text))];
  const { dir: cwd, pyproject } = project;
  const python = await providePython(uv, { python: pin.python, cwd, pyproject, requires });
  if (typeof python !== 'string') {
    yield [asTold(python, inputs)];
    return { uv };
  }
  const uvCache = await restoreCache({ ...pin, python }, lock, run);
  const subject = { plan, files: checked.files, finished, uv, python, lock, folder, uvCache };
  const places = yield* installAndCompare(subject, run);
  return { uv, ...(places && { places }) };
}

/** Installs and compares the lock at the same time: both take long. What is wrong with the lock is reported first, and ends the installation. */
async function* installAndCompare(subject: InstallSubject, run: Run): Finder<Preflight['places']> {
  const { uv, lock, python, folder } = subject;
  const stop = new AbortController();
  try {
    const comparing = compareLock({ uv, lock, python, folder: join(folder, 'lock') }, run);
    const isFresh = comparing.then((compared) => compared.isFresh && isWhole(subject, run));
    const signal = AbortSignal.any([run.signal, stop.signal]);
    const installing = install({ ...subject, isFresh }, { ...run, signal });
    for (const under of [isFresh, installing]) under.catch(() => {}); // heard below, if at all
    yield (await comparing).findings;
    const { findings, places } = await installing;
    yield findings;
    return places;
  } finally {
    stop.abort(new Error('The installation is not needed any more.'));
  }
}

/** Whether the bundle has every member of the workspace: one that is left out has been reported. */
const isWhole = ({ files }: InstallSubject, { project }: Run): boolean =>
  project.workspace.members.every(({ path }) => files.some(({ source }) => source === path));

type ImageInstall = Extract<Plan['install'], { by: 'image' }>;

/** The same for a platform that builds an image: its installation, and the lock where there is one. */
async function* tryImage(
  checked: Checked,
  { python, run: image, tryInstalls }: ImageInstall,
  folder: string,
  run: Run,
): Finder<Tried> {
  const { inputs, project, host, exec, environment, signal, context } = run;
  const tried: Tried = { uv: undefined };
  if (isUntrusted(run)) {
    yield [UNTRUSTED];
    return tried;
  }
  const docker =
    inputs.preflight === 'image' && image ? await findDocker(exec, context.temp, environment, signal) : undefined;
  if (inputs.preflight === 'image' && image && docker === undefined) {
    yield [imageUntried('no docker with Linux containers runs on this runner')];
  }
  if (docker === undefined && (python === undefined || tryInstalls === undefined)) {
    host.info('Only the static checks: the packages are installed where the image is built.');
    return tried;
  }
  const uv = python === undefined ? undefined : yield* prepareUv(python, docker !== undefined, folder, run);
  if (docker && image) {
    const { plan } = checked;
    const { tryContainer } = await import('./trial/container.ts');
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
  return { uv, ...(made && { places: { environment: made, bundle: join(folder, 'started') } }) };
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
    `The image is not built before the deployment: ${why}. Running \`preflight: start\` instead.`,
    'Use a runner with docker, such as ubuntu-latest, or set preflight: start to silence this.',
  );

const UNTRUSTED: Finding = notice(
  'untrusted-head',
  "In pull_request_target the job has secrets, and the checkout may be a stranger's: nothing from it is run, and only the static checks are made.",
  'Set preflight: static to silence this, or use the event pull_request.',
);

const NO_UV: Finding = notice(
  'no-uv',
  'uv is not on PATH, so the installation was not tested before the deployment.',
  'Add a step with astral-sh/setup-uv before this one.',
);

/** What this runner can't try out ends the run where it was asked for. */
const asTold = (finding: Finding, { preflight }: Inputs): Finding =>
  preflight === 'auto' ? finding : { ...finding, level: 'error' };

/** Whether the lock is what uv would write today. */
async function compareLock(
  { uv, lock, python, folder }: { uv: Uv; lock: TomlFile; python: string; folder: string },
  { project, exec, signal }: Run,
): Promise<{ findings: Finding[]; isFresh: boolean }> {
  const place = await lockPlace(project, lock, folder, { exec, signal });
  const stale = await checkLock(uv, place, lock, python);
  // What the lock alone tells of this has been reported.
  const isTold = lostOptions(lock, project.workspace.members[0], '').length > 0;
  if (stale === undefined) return { findings: [], isFresh: !isTold };
  if (stale.code === 'lock-options' && isTold) return { findings: [], isFresh: false };
  // A build may need what no copy has, such as git's history; whether the server can do it is tried out below.
  const isUnsure = place !== project.dir && stale.code === 'lock-check-failed';
  const finding: Finding = isUnsure ? { ...stale, level: 'warning', code: 'lock-unchecked' } : stale;
  return { findings: [finding], isFresh: false };
}

/** uv's cache of earlier runs, brought back where it is kept; the key under which it was found. */
type Restored = { readonly cache: UvCache | undefined; readonly matched: string | undefined };

async function restoreCache(pin: Pin, lock: TomlFile, run: Run): Promise<Restored> {
  const { inputs, host, environment, context, cache: store, journal } = run;
  const choice = { choice: inputs.cache, cacheDir: environment.UV_CACHE_DIR, python: pin.python, lock: lock.text };
  const planned = planUvCache(choice, context);
  if (typeof planned === 'string') {
    host.info(`The uv cache is not kept: ${planned}.`);
    return { cache: undefined, matched: undefined };
  }
  const matched = await store.restore(planned.dir, planned.key, true);
  journal.cache(matched !== undefined);
  host.info(matched ? `Restored the uv cache ${matched}.` : `No uv cache ${planned.key} yet.`);
  return { cache: planned, matched };
}

type InstallSubject = Pick<Checked, 'files' | 'plan'> &
  Pick<Tools, 'finished'> & {
    readonly uv: Uv;
    readonly python: string;
    readonly lock: TomlFile;
    readonly folder: string;
    readonly uvCache: Restored;
  };

/** Installs what the server will install. */
async function install(
  subject: InstallSubject & { readonly isFresh: Promise<boolean> },
  run: Run,
): Promise<Pick<Preflight, 'findings' | 'places'>> {
  const { plan, files, finished, uvCache, folder, ...given } = subject;
  const { inputs, project, host, exec, signal, saveLater } = run;
  // Builds ask git for the version.
  const isCloned = plan.delivery === 'commit' && project.workspace.members.some(isDynamic);
  const { cache, matched } = uvCache;
  const { outcome, command, findings, places } = await preflight({
    ...{ ...given, signal, folder: join(folder, 'preflight') },
    files: [...files, ...(finished?.added ?? [])],
    ...(plan.install.by === 'sync' ? plan.install : { flags: [] }),
    ...(isCloned && { prepare: (copy) => commitAll(copy, { exec, signal }) }),
    requirements: finished?.requirements,
    ...(finished?.passedOver && { passedOver: finished.passedOver }),
    cacheDir: cache?.dir,
  });
  // It is gone from the server, too, before the app runs.
  if (isCloned && places) await rm(join(places.bundle, '.git'), { recursive: true, force: true });
  if (outcome === 'passed') {
    host.info(`${command}: the environment installs.`);
    if (cache && matched === undefined) saveLater({ what: 'the uv cache', path: cache.dir, key: cache.key });
  }
  return {
    findings: outcome === 'skipped' ? findings.map((finding) => asTold(finding, inputs)) : findings,
    ...(places && { places }),
  };
}
