import { rm } from 'node:fs/promises';
import type { Interpreter } from '../host/interpreters.ts';
import { type Log, tee } from '../host/logs.ts';
import { formatVersion } from '../host/versions.ts';
import type { Apps } from './apps.ts';
import type { Bundle, Bundles } from './bundles.ts';
import type { Environments } from './environments.ts';
import type { Folders } from './folders.ts';
import type { Gates } from './gates.ts';
import type { Item, Items } from './items.ts';
import type { Jobs } from './jobs.ts';
import { checkFiles, type Manifest, manifestIn, rootOf } from './manifest.ts';
import { isPublishable, type Matching, matchPython, sentence } from './matching.ts';
import { Rejection } from './rejection.ts';
import type { Renderings } from './renderings.ts';
import { TaskError, type Work } from './tasks.ts';

type DeployOptions = {
  /** Whether the bundle becomes the active one. */
  readonly activate: boolean;
  /** Whether documents are rendered: a build only restores the environment. */
  readonly render: boolean;
};

/** From an uploaded bundle to content that can be visited. */
export type Deployments = {
  /** Checks what can be told at once, and answers the rest as a task. @throws Rejection (38, 48, 110) */
  prepare(item: Item, bundle: Bundle, options: DeployOptions): Promise<Work>;
  remove(bundle: Bundle): Promise<void>;
};

export type DeploymentsDeps = {
  readonly apps: Apps;
  readonly bundles: Bundles;
  readonly environments: Environments;
  readonly folders: Folders;
  readonly gates: Gates;
  readonly interpreters: () => Promise<Interpreter[]>;
  readonly items: Items;
  readonly jobs: Jobs;
  readonly renderings: Renderings;
  readonly matching: Matching;
  readonly retired: readonly string[];
  /** `Applications.BundleRetentionLimit`; 0 keeps all. */
  readonly bundleRetention: number;
};

export const createDeployments = (deps: DeploymentsDeps): Deployments => {
  const { apps, bundles, environments, folders, gates, items, jobs, renderings } = deps;

  const checkKind = (item: Item, { appmode, category }: Manifest): void => {
    if (item.app_mode === 'unknown') return;
    if (item.app_mode !== appmode) {
      throw new Rejection(48, `The application type cannot change from ${item.app_mode} to ${appmode} once deployed.`);
    }
    if (appmode === 'static' && item.content_category !== category) {
      throw new Rejection(110, `The content category cannot change from "${item.content_category}" to "${category}".`);
    }
  };

  const managedBy = (item: Item, { managed, python }: Manifest): boolean =>
    managed && python?.manager !== 'none' && item.settings.default_py_environment_management !== false;

  const restore = async (item: Item, bundle: Bundle, root: string, manifest: Manifest, log: Log): Promise<void> => {
    const { python, mode } = manifest;
    if (python === undefined || mode.kind === 'static') {
      return bundles.built(bundle.id, { environment: '', python: null, py_version: null });
    }
    const isNew = item.app_mode === 'unknown';
    const installed = (await deps.interpreters()).filter(
      ({ version }) => !isNew || isPublishable(version, deps.retired),
    );
    const matched = matchPython(manifest, installed, gates, deps.matching);
    const version = formatVersion(matched.version);
    log.write('stdout', sentence(python.version, matched));
    const job = jobs.begin(item.guid, bundle.id, 'python_restore');
    const both = tee(job.log, log);
    try {
      let environment = '';
      if (managedBy(item, manifest)) {
        const { packages = [] } = mode;
        both.write('stdout', `Packages are installed with ${python.allowUv === false ? 'pip' : 'uv'}`);
        const recipe = { python: matched.path, root, packageFile: python.packageFile, packages };
        environment = await environments.build(recipe, both);
      } else both.write('stdout', 'Python environment management is disabled: no packages are installed');
      bundles.built(bundle.id, { environment, python: matched.path, py_version: version });
      jobs.end(job.key, 0);
    } catch (error) {
      jobs.end(job.key, 1, (error as Error).message);
      throw error;
    } finally {
      job.log.end();
    }
    log.write('stdout', `Completed Python build against Python version: '${version}'`);
  };

  const retain = async (guid: string): Promise<void> => {
    if (deps.bundleRetention === 0) return;
    const active = items.get(guid)?.bundle_id;
    for (const bundle of bundles.of(guid).slice(deps.bundleRetention)) if (bundle.id !== active) await remove(bundle);
  };

  const remove = async ({ id, content_guid: guid }: Bundle): Promise<void> => {
    bundles.remove(id);
    await apps.stop(guid, id);
    for (const path of [folders.archive(id), folders.release(id), folders.rendering(id)]) {
      await rm(path, { recursive: true, force: true });
    }
  };

  return {
    remove,
    async prepare(item, bundle, { activate, render }) {
      const root = await rootOf(folders.release(bundle.id));
      const manifest = await manifestIn(root, gates);
      const { mode, appmode, category } = manifest;
      checkKind(item, manifest);
      return async (log) => {
        log.write('stdout', `Building ${mode.title}...`);
        if (mode.kind === 'refused') throw new TaskError(`This server cannot build ${mode.title}s`);
        await checkFiles(root, manifest);
        await restore(item, bundle, root, manifest, log);
        const built = bundles.get(bundle.id);
        if (built === undefined || items.get(item.guid) === undefined) throw new TaskError('The content was deleted');
        if (mode.kind === 'rendered' && render) await renderings.render(item, built, log);
        items.settle(item.guid, { app_mode: appmode, content_category: category });
        if (!activate) return;
        const before = items.get(item.guid)?.bundle_id;
        items.activate(item.guid, bundle.id, built.py_version);
        if (mode.kind === 'app') log.write('stdout', `Launching ${mode.title}...`);
        // The one before goes on for its visitors in Connect; here the next request is for the new one.
        if (before != null && before !== bundle.id) await apps.stop(item.guid, before);
        await retain(item.guid);
      };
    },
  };
};
