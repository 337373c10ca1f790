import { join } from 'node:path';
import type { Finding } from '../../errors.ts';
import type { Inputs } from '../../inputs.ts';
import type { Project } from '../../project/project.ts';
import { quote } from '../../text.ts';
import { type CommittedManifest, MANIFEST } from './committed-manifest.ts';
import { type ConnectPlan, planBase } from './plan-base.ts';
import { placeOf, type Settings } from './settings.ts';

/** A committed manifest decides everything: what it lists is deployed, with its text as it stands. */
export function planOfManifest(
  project: Project,
  inputs: Inputs,
  settings: Settings,
  manifest: CommittedManifest,
): ConnectPlan {
  const shown = project.shown(join(project.dir, MANIFEST));
  const ofBundle = ['image', 'environment-management', 'package-installer', 'groups', 'extras', 'exclude'];
  const idle = ofBundle.filter((key) => inputs.own[key] !== undefined);
  return {
    ...planBase(project, inputs, settings),
    contentType: manifest.appmode,
    appmode: manifest.appmode,
    entrypoint: manifest.entrypoint,
    reasons: [
      `${shown} is deployed as it stands: ${quote(manifest.appmode)}${manifest.entrypoint && `, entrypoint ${quote(manifest.entrypoint)}`}, ${manifest.files.length} files.`,
      'Delete it to have it made from uv.lock and the code.',
    ],
    keeps: () => false,
    added: manifest.files,
    checkFiles: () =>
      idle.map((key): Finding => {
        const message = `${key} has no effect: ${shown} is deployed as it stands.`;
        const remedy = `Remove the key, or delete ${shown}.`;
        return { level: 'warning', code: 'setting-without-effect', message, remedy, ...placeOf(inputs.own, key) };
      }),
    finish: async (files) => {
      const requirements = manifest.packageFile;
      const isThere = requirements !== '' && files.some(({ path }) => path === requirements);
      return { added: [], manifest: () => manifest.text, notes: [], findings: [], ...(isThere && { requirements }) };
    },
    ...(!manifest.runsPython && { withoutPython: true as const }),
    python: { requires: manifest.requires, version: manifest.pythonVersion, from: shown },
  };
}
