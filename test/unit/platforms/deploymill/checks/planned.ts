import { listFiles } from '../../../../../src/bundle/listing.ts';
import { parseInputs } from '../../../../../src/inputs/inputs.ts';
import { readInputs } from '../../../../../src/inputs/raw.ts';
import { planApp } from '../../../../../src/platforms/deploymill/plan/plan.ts';
import { systemExec } from '../../../../../src/ports/exec.ts';
import { readProject } from '../../../../../src/project/project.ts';
import { stepEnvironment } from '../../../../tools/fakes.ts';

/** What is planned for the project in a folder, and what is found in it: as `level code file:line`. */
export async function planned(folder: string, given: Readonly<Record<string, string>> = {}) {
  const project = await readProject(folder, '.');
  const inputs = parseInputs(readInputs(stepEnvironment(given)), {}, () => {});
  const signal = new AbortController().signal;
  const list = async () => (await listFiles(project.dir, project.shown, { exec: systemExec, signal })).files;
  const { plan, findings } = await planApp(project, { ...inputs, own: {} }, list, async () => undefined);
  const told = findings.map(({ level, code, file, line }) => `${level} ${code} ${[file, line].join(':')}`);
  return { plan, told, findings, files: await list() };
}
