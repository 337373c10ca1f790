import { listFiles } from '../../../../../src/bundle/listing.ts';
import { parseInputs, readInputs } from '../../../../../src/inputs/inputs.ts';
import { layerSettings } from '../../../../../src/inputs/settings.ts';
import { planApp } from '../../../../../src/platforms/clever-cloud/plan/plan.ts';
import { SETTINGS } from '../../../../../src/platforms/clever-cloud/plan/settings.ts';
import { systemExec } from '../../../../../src/ports/exec.ts';
import { readProject } from '../../../../../src/project/project.ts';
import { stepEnvironment } from '../../../../tools/fakes.ts';
import { lockText } from '../../../../tools/lock-text.ts';
import type { Tree } from '../../../../tools/tree.ts';

/** A project's pyproject.toml with lines of `[tool.uv-deploy.clever-cloud]` from line 7 on. */
const pyproject = (settings: string, names: readonly string[] = [], more = ''): string =>
  `[project]
name = "echo-service"
version = "0.1.0"
requires-python = ">=3.11"
dependencies = ${JSON.stringify(names)}
[tool.uv-deploy.clever-cloud]
${settings}
${more}`;

/** The files of a project with these packages locked. */
export const withPackages = (names: readonly string[], files: Tree, settings = ''): Tree => ({
  'pyproject.toml': pyproject(settings, names),
  'uv.lock': lockText(...names),
  '.python-version': '3.12\n',
  ...files,
});

/** What is planned for the project in a folder, and what is told of it: as `level code file:line`. */
export async function planned(folder: string, given: Readonly<Record<string, string>> = {}, directory = '.') {
  const project = await readProject(folder, directory);
  const layers = project.pyproject ? [{ file: project.pyproject, path: 'tool.uv-deploy', structure: [] }] : [];
  const platform = { name: 'clever-cloud', ownKeys: Object.keys(SETTINGS) } as const;
  const { raw, own } = layerSettings(readInputs(stepEnvironment(given)), layers, platform);
  const inputs = { ...parseInputs(raw, {}, () => {}), own };
  const signal = new AbortController().signal;
  const list = async () => (await listFiles(project.dir, project.shown, { exec: systemExec, signal })).files;
  const { plan, spec, findings } = await planApp(project, inputs, list);
  const all = [...findings, ...(plan?.checkFiles(await list()) ?? [])];
  const told = all.map(({ level, code, file, line }) =>
    `${level} ${code} ${[file, line].filter((part) => part !== undefined).join(':')}`.trim(),
  );
  return { plan, spec, told, findings: all };
}
