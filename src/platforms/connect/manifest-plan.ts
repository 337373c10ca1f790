import { join } from 'node:path';
import type { Finding } from '../../errors.ts';
import type { Inputs } from '../../inputs.ts';
import type { Project } from '../../project/project.ts';
import { at } from '../../project/toml-values.ts';
import { quote } from '../../text.ts';
import { type CommittedManifest, MANIFEST } from './committed-manifest.ts';
import { type ConnectPlan, planBase } from './plan-base.ts';
import type { Settings } from './settings.ts';

/** A committed manifest decides everything: what it lists is deployed, with its text as it stands. */
export function planOfManifest(
  project: Project,
  inputs: Inputs,
  settings: Settings,
  manifest: CommittedManifest,
): ConnectPlan {
  const shown = project.shown(join(project.dir, MANIFEST));
  const own = ['image', 'environment-management', 'package-installer', 'groups', 'extras', 'exclude'];
  const table = at(project.pyproject?.data, 'tool', 'uv-deploy', 'connect');
  const idle = own.filter((key) => at(table, key) !== undefined);
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
        const place = project.pyproject && {
          file: project.pyproject.shown,
          line: project.pyproject.lineOf(`tool.uv-deploy.connect.${key}`),
        };
        return { level: 'warning', code: 'setting-without-effect', message, remedy, ...place };
      }),
    finish: async (files) => {
      const requirements = manifest.packageFile;
      const isThere = requirements !== '' && files.some(({ path }) => path === requirements);
      return { added: [], manifest: () => manifest.text, notes: [], findings: [], ...(isThere && { requirements }) };
    },
    python: { requires: manifest.requires, version: manifest.pythonVersion, from: shown },
  };
}
