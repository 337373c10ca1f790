import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import type { BundleFile } from '../bundle/source.ts';
import { failure, messageOf } from '../findings/finding.ts';
import { quote } from '../findings/text.ts';
import { startsApp } from '../inputs/inputs.ts';
import type { Source } from '../platforms/gateway.ts';
import type { Finished, Plan } from '../platforms/plan.ts';
import type { Run } from '../report/deps.ts';
import { both, createGate, type Finder, type Verdict } from '../report/gate.ts';
import { type Checked, checkProject } from './check.ts';
import { type Tried, tryEnvironment } from './environment.ts';
import { pack } from './pack.ts';
import { tryStart } from './trial/trial.ts';

/** A project that passed every check, what of it is deployed, and the value of what was known before. */
export type Prepared<T> = { readonly plan: Plan; readonly source: Source; readonly given: T };

/**
 * Stages 2 to 5: checks the project, tries its environment out, and packs it. Nothing is sent anywhere.
 * Throws a `Failure` with every error found; what is wrong with `known`, such as the credential, is told with the others.
 */
export async function prepare<T>(run: Run, known: Verdict<T>): Promise<Prepared<T>> {
  const { project, journal, host, stage } = run;
  const folder = await makeFolder(run);
  const gate = createGate(run);

  const { given, checked } = await stage('Check', async () => {
    const [given, checked] = gate.open(both(known, await checkProject(run)));
    const { pin, plan } = checked;
    if (pin && plan.decidedPython) host.info(`${plan.decidedPython.file} decides the Python: ${quote(pin.text)}.`);
    else if (pin && project.pin) host.info(`Python ${pin.python} (${project.pin.shown}) fits requires-python.`);
    else if (pin) host.info(`There is no .python-version: requires-python '${quote(pin.text)}' decides.`);
    return { given, checked };
  });
  const { plan, pin, files } = checked;
  journal.plan(plan);
  if (pin) journal.python(pin.python);

  const { uv, finished } = await stage('Python environment', () => gate.follow(tryOut(checked, folder, run)));
  const packing = { plan, pin, files: withAdded(files, finished), uv, finished, folder };
  const source = await stage('Bundle', async () => gate.open(await pack(packing, run)));
  return { plan, source, given };
}

const makeFolder = ({ context }: Run): Promise<string> =>
  mkdtemp(join(context.temp, 'uv-deploy-')).catch((cause: unknown) => {
    throw failure(
      'no-temp',
      `The runner's temporary folder can't be written: ${messageOf(cause)}.`,
      'Check that RUNNER_TEMP is a folder that this job may write to, with free space.',
      { cause },
    );
  });

/** The environment, what was unsure before there was one, and the start of the app in it. */
async function* tryOut(checked: Checked, folder: string, run: Run): Finder<Tried> {
  const tried = yield* tryEnvironment(checked, folder, run);
  const { uv, finished, places } = tried;
  yield [...(places ? [] : checked.unbuilt), ...checked.sources.settle(places?.environment)];
  const { inputs, project } = run;
  if (startsApp(inputs.preflight) && places && uv) {
    const files = withAdded(checked.files, finished);
    const subject = { inputs, project, plan: checked.plan, files, ...places, folder: join(folder, 'start') };
    yield await tryStart(subject, uv, run);
  }
  return tried;
}

/** What was generated stands for a file of the same path. */
const withAdded = (files: readonly BundleFile[], finished: Finished | undefined): BundleFile[] => [
  ...new Map([...files, ...(finished?.added ?? [])].map((file) => [file.path, file])).values(),
];
