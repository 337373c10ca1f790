import { join } from 'node:path';
import { type Finding, warning } from '../../../findings/finding.ts';
import { quote } from '../../../findings/text.ts';
import type { Inputs } from '../../../inputs/inputs.ts';
import { placeOf } from '../../../inputs/setting.ts';
import type { Installs } from '../../../project/contract/start-contract.ts';
import type { Project } from '../../../project/project.ts';
import type { Plan } from '../../plan.ts';
import { isAppMode } from '../content/app-modes.ts';
import { resolveEntrypoint } from '../content/entrypoint.ts';
import type { ConnectSettings } from '../content/settings.ts';
import { type CommittedManifest, MANIFEST } from './committed-manifest.ts';
import { contractOf, installsFrom, launchOf } from './contract.ts';
import { type ConnectPlan, planBase } from './plan-base.ts';

/** A committed manifest decides everything: what it lists is deployed, with its text as it stands. */
export function planOfManifest(
  project: Project,
  inputs: Inputs,
  settings: ConnectSettings,
  manifest: CommittedManifest,
): ConnectPlan {
  const shown = project.shown(join(project.dir, MANIFEST));
  const ofBundle = [
    ...['image', 'environment-management', 'package-installer', 'groups', 'extras', 'exclude'],
    ...['hide-all-input', 'hide-tagged-input', 'quarto-version', 'requirements-file'],
  ];
  const idle = ofBundle.filter((key) => inputs.own[key] !== undefined);
  return {
    ...planBase(project, inputs, settings),
    ...startOf(project, manifest),
    contentType: manifest.appmode,
    manifest: { appmode: manifest.appmode },
    install: { by: manifest.runsPython ? 'requirements' : 'nobody' },
    entrypoint: manifest.entrypoint,
    reasons: [
      `${shown} is deployed as it is: ${quote(manifest.appmode)}${manifest.entrypoint && `, entrypoint ${quote(manifest.entrypoint)}`}, ${manifest.files.length} files.`,
      'Delete it to have it generated from uv.lock and the code.',
    ],
    includes: () => false,
    added: manifest.files,
    checkFiles: () =>
      idle.map((key): Finding => {
        const message = `${key} has no effect: ${shown} is deployed as it stands.`;
        const remedy = `Remove the key, or delete ${shown}.`;
        return warning('setting-without-effect', message, remedy, placeOf(inputs.own, key));
      }),
    finish: async (files) => {
      const requirements = manifest.packageFile;
      const isThere = manifest.isManaged && requirements !== '' && files.some(({ path }) => path === requirements);
      return { added: [], manifest: () => manifest.text, notes: [], findings: [], ...(isThere && { requirements }) };
    },
    ...(manifest.runsPython && manifest.decidedPython && { decidedPython: manifest.decidedPython }),
    python: { requires: manifest.requires, version: manifest.pythonVersion, from: shown },
  };
}

/** How Connect starts a file that the manifest lists. */
function startOf(project: Project, manifest: CommittedManifest): Pick<Plan, 'start' | 'launch' | 'launchPackages'> {
  const { appmode: mode, entrypoint, runsPython, files } = manifest;
  if (!runsPython || !isAppMode(mode)) return {};
  const resolved = resolveEntrypoint(mode, entrypoint, { dir: project.dir, imports: [] });
  const file = 'complaint' in resolved ? undefined : resolved.file;
  const isListed = file !== undefined && files.some(({ path }) => join(project.dir, path) === file);
  const decided = { mode, entrypoint, reasons: [], ...(isListed && { file }) };
  const start = contractOf({ project, decided, local: [], runsPython }, installsOf(project, manifest));
  return { ...launchOf(mode, entrypoint), ...(start && { start }) };
}

/** What the package file asks for, and nothing else; nothing is known where it is not in the bundle. */
function installsOf(project: Project, { packageFile, files, isManaged }: CommittedManifest): Installs | undefined {
  const isListed = files.some(({ path }) => path === packageFile);
  return isManaged && isListed ? installsFrom(packageFile, { groups: [], extras: [] }, project) : undefined;
}
