import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import type { BundleFile } from '../bundle/source.ts';
import { failure, messageOf } from '../findings/finding.ts';
import { quote } from '../findings/text.ts';
import { startsApp } from '../inputs/inputs.ts';
import type { Source } from '../platforms/gateway.ts';
import type { Finished, Plan } from '../platforms/plan.ts';
import { type ReadFailure, readFailure } from '../project/failure/reading.ts';
import type { Run } from '../report/deps.ts';
import { both, createGate, type Finder, type Verdict } from '../report/gate.ts';
import { type Checked, checkProject } from './check.ts';
import { finishPlan, isToTry, searchUv, type Tools } from './finish.ts';
import { pack } from './pack.ts';
import { trialOf } from './trial-needs.ts';

/** A project that passed the checks of its files, and the value of what was known before. */
export type Prepared<T> = {
  readonly plan: Plan;
  readonly given: T;
  /** Reads what the app or task has printed on the server. */
  readonly readFailure: ReadFailure;
  /** Packs what is deployed; until `signal` ends it. Called once, before `tryOut`. */
  pack(signal?: AbortSignal): Promise<Source>;
  /** Tries the environment, and the start where that is asked for. Answers whether all was well, without even a notice. */
  tryOut(): Promise<boolean>;
};

/**
 * Stages 2 to 5: checks the project, packs it, and tries its environment out. Nothing is sent anywhere.
 * Each throws a `Failure` with every error found; what is wrong with `known`, such as the credential, is reported with those of the checks.
 */
export async function prepare<T>(run: Run, known: Verdict<T>): Promise<Prepared<T>> {
  const { project, journal, host, stage } = run;
  const stop = new AbortController();
  // It needs nothing of what is checked meanwhile.
  const uv = isToTry(run) ? searchUv({ ...run, signal: AbortSignal.any([run.signal, stop.signal]) }) : undefined;
  uv?.catch(() => {}); // heard where uv is needed, if it is
  const folder = await makeFolder(run);
  const gate = createGate(run);

  const { given, checked } = await stage('Check', async () => {
    const [given, checked] = gate.open(both(known, await checkProject(run)));
    const { pin, plan } = checked;
    if (pin && plan.decidedPython) host.info(`${plan.decidedPython.file} decides the Python: ${quote(pin.text)}.`);
    else if (pin && project.pin) host.info(`Python ${pin.python} (${project.pin.shown}) fits requires-python.`);
    else if (pin) host.info(`There is no .python-version: requires-python '${quote(pin.text)}' decides.`);
    return { given, checked };
  }).catch((error: unknown) => {
    stop.abort(error);
    throw error;
  });
  const { plan, pin, files } = checked;
  journal.plan(plan);
  if (pin) journal.python(pin.python);

  let tools: Tools = { uv: undefined, finished: undefined };
  return {
    ...{ plan, given },
    readFailure: (words) => readFailure(words, { kind: plan.kind, files, project }),
    pack: (signal = run.signal) =>
      stage('Bundle', async () => {
        const within = { ...run, signal };
        signal.addEventListener('abort', () => stop.abort(signal.reason), { once: true });
        tools = await gate.follow(finishPlan(checked, uv, within));
        const packing = { plan, pin, files: withAdded(files, tools.finished), ...tools, folder };
        const source = gate.open(await pack(packing, within));
        return { ...source, trial: trialOf(checked, tools.uv, run) };
      }),
    tryOut: () =>
      stage('Python environment', async () => {
        const found = await gate.follow(counting(tryOut(checked, tools, folder, run)));
        return found === 0;
      }),
  };
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
async function* tryOut(checked: Checked, tools: Tools, folder: string, run: Run): Finder<void> {
  const { inputs, project, host } = run;
  if (inputs.preflight === 'static') {
    host.info('Static checks only, as preflight is static.');
    yield [...checked.unbuilt, ...checked.sources.settle(undefined)];
    return;
  }
  const { tryEnvironment } = await import('./environment.ts');
  const { uv, places } = yield* tryEnvironment(checked, tools, folder, run);
  yield [...(places ? [] : checked.unbuilt), ...checked.sources.settle(places?.environment)];
  if (startsApp(inputs.preflight) && places && uv) {
    const files = withAdded(checked.files, tools.finished);
    const subject = { inputs, project, plan: checked.plan, files, ...places, folder: join(folder, 'start') };
    const { tryStart } = await import('./trial/trial.ts');
    yield await tryStart(subject, uv, run);
  }
}

/** The same work, which ends with the number of its findings. */
async function* counting(work: Finder<void>): Finder<number> {
  let count = 0;
  for await (const findings of work) {
    count += findings.length;
    yield findings;
  }
  return count;
}

/** What was generated stands for a file of the same path. */
const withAdded = (files: readonly BundleFile[], finished: Finished | undefined): BundleFile[] => [
  ...new Map([...files, ...(finished?.added ?? [])].map((file) => [file.path, file])).values(),
];
