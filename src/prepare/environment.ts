import { join } from 'node:path';
import { listFiles } from '../bundle/listing.ts';
import type { BundleFile } from '../bundle/source.ts';
import { type Finding, notice } from '../findings/finding.ts';
import type { Inputs } from '../inputs/inputs.ts';
import type { Finished, Plan } from '../platforms/platform.ts';
import { findUv, type Uv } from '../ports/uv.ts';
import type { Pin } from '../project/pin/pin.ts';
import type { Project } from '../project/project.ts';
import type { Deps } from '../report/deps.ts';
import type { Gate } from '../report/gate.ts';
import { lockPlace } from './lock-copy.ts';
import { checkLock, type Preflight, preflight, providePython } from './sync.ts';
import { planUvCache } from './uv-cache.ts';

/**
 * The uv that was found, and what the plan has made with it; and the environment, if it could be made, with the folder of the bundle
 * that it is for.
 */
type Tried = {
  readonly uv: Uv | undefined;
  readonly finished: Finished | undefined;
  readonly places?: Preflight['places'];
};

/**
 * Stage 3: has the plan finished by uv, and tries out what the server will do with the lock, or with the requirements made of it.
 */
export async function tryEnvironment(
  inputs: Inputs,
  project: Project,
  plan: Plan,
  pin: Pin | undefined,
  files: readonly BundleFile[],
  folder: string,
  gate: Gate,
  { host, exec, environment, signal, context, cache, journal, saveLater }: Deps,
): Promise<Tried> {
  const { lock } = project;
  const finishWith = async (uv: Uv | undefined): Promise<Finished | undefined> => {
    const list = (dir: string) => listFiles(dir, project.shown, { exec, signal }).then((listing) => listing.files);
    const finished = await plan.finish?.(files, { uv, list });
    gate(finished?.findings ?? []);
    journal.notes.push(...(finished?.notes ?? []));
    return finished;
  };
  if (pin === undefined) {
    host.info('Nothing of it runs Python, so there is no environment to try out.');
    return { uv: undefined, finished: await finishWith(undefined) };
  }
  if (context.event === 'pull_request_target' && inputs.preflight !== 'static') {
    gate([
      notice(
        'untrusted-head',
        "In pull_request_target the checkout may be a stranger's while the job holds secrets: nothing of it is run, only the static checks are made.",
        'Set preflight: static to say so yourself, or use the event pull_request.',
      ),
    ]);
    const uv = plan.finish && (await findUv(exec, project.dir, environment, signal));
    return { uv, finished: await finishWith(uv) };
  }
  if (inputs.preflight === 'static' || lock === undefined) {
    host.info('Only the static checks: preflight is static.');
    const uv = plan.finish && (await findUv(exec, project.dir, environment, signal));
    return { uv, finished: await finishWith(uv) };
  }
  const uv = await findUv(exec, project.dir, environment, signal);
  if (uv === undefined) {
    const finished = await finishWith(undefined);
    const finding: Finding = {
      level: inputs.preflight === 'auto' ? 'notice' : 'error',
      code: 'no-uv',
      message: 'uv is not on PATH, so the environment was not tried out before the deployment.',
      remedy: 'Add a step with astral-sh/setup-uv before this one.',
    };
    gate([finding]);
    return { uv, finished };
  }
  journal.uvVersion = uv.version;
  host.info(`uv ${uv.version}`);

  const finished = await finishWith(uv);
  if (finished && finished.requirements === undefined) {
    host.info('The server installs nothing, so there is no environment to try out.');
    return { uv, finished };
  }
  const noPython = await providePython(uv, pin.python, project.dir, project.pyproject);
  if (noPython) {
    gate([inputs.preflight === 'auto' ? noPython : { ...noPython, level: 'error' }]);
    return { uv, finished };
  }
  const place = await lockPlace(project, lock, join(folder, 'lock'), { exec, signal });
  const stale = await checkLock(uv, place, lock, pin.python);
  // A build may need what no copy has, such as git's history; whether the server can do it is tried out below.
  const isUnsure = place !== project.dir && stale?.code === 'lock-check-failed';
  gate(stale ? [isUnsure ? { ...stale, level: 'warning', code: 'lock-unchecked' } : stale] : []);

  const planned = planUvCache(inputs.cache, context, environment.UV_CACHE_DIR, pin.python, lock.text);
  const uvCache = typeof planned === 'string' ? undefined : planned;
  if (uvCache) {
    const matched = await cache.restore(uvCache.dir, uvCache.key, true);
    journal.cacheHit = matched !== undefined;
    host.info(matched ? `Restored the uv cache ${matched}.` : `No uv cache ${uvCache.key} yet.`);
  } else {
    host.info(`The uv cache is not kept: ${String(planned)}.`);
  }

  const tried = await preflight({
    ...{ uv, lock, signal },
    files: [...files, ...(finished?.added ?? [])],
    flags: plan.install.by === 'sync' ? plan.install.flags : [],
    requirements: finished?.requirements,
    python: pin.python,
    folder: join(folder, 'preflight'),
    cacheDir: uvCache?.dir,
  });
  const skipped = tried.outcome === 'skipped' && inputs.preflight !== 'auto';
  gate(skipped ? tried.findings.map((finding) => ({ ...finding, level: 'error' })) : tried.findings);
  if (tried.outcome === 'passed') {
    host.info(`${tried.command}: the environment installs.`);
    if (uvCache && !journal.cacheHit) saveLater({ what: 'the uv cache', path: uvCache.dir, key: uvCache.key });
  }
  return { uv, finished, ...(tried.places && { places: tried.places }) };
}
