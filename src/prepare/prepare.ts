import { mkdtemp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { digest, writeArchive } from '../bundle/archive.ts';
import { listFiles } from '../bundle/listing.ts';
import { manifest } from '../bundle/manifest.ts';
import { findSecrets } from '../bundle/secrets.ts';
import { selectFiles } from '../bundle/selection.ts';
import { type BundleFile, inOrder } from '../bundle/source.ts';
import type { Packed } from '../bundle/tar.ts';
import { error, type Finding, failure, messageOf, warning } from '../findings/finding.ts';
import { quote } from '../findings/text.ts';
import { bytes } from '../findings/units.ts';
import type { Inputs } from '../inputs/inputs.ts';
import type { Finished, Plan, Platform, Source } from '../platforms/platform.ts';
import type { Uv } from '../ports/uv.ts';
import { checkLockDeeply } from '../project/lock/checks.ts';
import { checkLock, isReadableLock, pythonRequirements } from '../project/lock/presence.ts';
import { checkPin, type Pin } from '../project/pin/pin.ts';
import { readRequirements } from '../project/pin/requires-python.ts';
import type { Project } from '../project/project.ts';
import { readTarget } from '../project/target.ts';
import type { Deps } from '../report/deps.ts';
import { type Gate, gateFor, nothingLeft } from '../report/gate.ts';
import { tryEnvironment } from './environment.ts';
import { checkSources, type SourceChecks } from './source-checks.ts';
import { tryStart } from './trial/trial.ts';

/** A project that passed every check, and what of it is deployed. */
export type Prepared = { readonly plan: Plan; readonly source: Source; readonly folder: string };

type Checked = {
  readonly plan: Plan;
  /** Absent where nothing runs Python. */
  readonly pin: Pin | undefined;
  readonly files: readonly BundleFile[];
  readonly sources: SourceChecks;
};

const LARGEST = 10;

/**
 * Stages 2 to 5: checks the project, tries its environment out, and packs it. Nothing is sent anywhere.
 * Throws a `Failure` with every error found; `known` are findings from before, which are told with the others.
 */
export async function prepare(
  inputs: Inputs,
  project: Project,
  platform: Platform,
  deps: Deps,
  known: readonly Finding[] = [],
): Promise<Prepared> {
  const { journal, context, stage } = deps;
  const folder = await mkdtemp(join(context.temp, 'uv-deploy-')).catch((cause: unknown) => {
    throw failure(
      'no-temp',
      `Nothing can be written to the runner's temporary folder: ${messageOf(cause)}.`,
      'Check that RUNNER_TEMP names a folder in which this job may write, with room left.',
      { cause },
    );
  });
  const gate = gateFor(inputs, deps);

  const { plan, pin, files, sources } = await stage('Check', () => check(inputs, project, platform, gate, deps, known));
  journal.name = plan.name;
  journal.contentType = plan.contentType;
  journal.entrypoint = plan.entrypoint;
  if (pin) journal.pythonVersion = pin.python;

  const { uv, finished } = await stage('Python environment', async () => {
    const tried = await tryEnvironment(inputs, project, plan, pin, files, folder, gate, deps);
    const { finished, places } = tried;
    gate(sources.settle(places?.environment));
    if (inputs.preflight === 'start' && places && tried.uv) {
      const all = withAdded(files, finished);
      const subject = { inputs, project, plan, files: all, ...places, folder: join(folder, 'start') };
      await tryStart(subject, tried.uv, gate, deps);
    }
    return tried;
  });
  const source = await stage('Bundle', () =>
    pack(plan, withAdded(files, finished), folder, finished, gate, deps, (packed) =>
      lockManifest(plan, project, pin, uv, packed),
    ),
  );
  return { plan, source, folder };
}

async function check(
  inputs: Inputs,
  project: Project,
  platform: Platform,
  gate: Gate,
  deps: Deps,
  known: readonly Finding[],
): Promise<Checked> {
  const { host, exec, signal } = deps;
  const everything = () => listFiles(project.dir, project.shown, { exec, signal }).then(({ files }) => files);
  const planned = await platform.plan(project, inputs, everything);
  const { plan, findings: planFindings } = planned;
  const needsPython = plan === undefined ? planned.withoutPython !== true : plan.install.by !== 'nobody';
  const judged: JudgedPin = needsPython ? judgePin(project, deps.environment) : { findings: [] };
  const { pin, findings: pinFindings } = judged;
  const findings: Finding[] = [...known, ...project.findings, ...pinFindings];
  findings.push(...(needsPython ? checkLock(project) : []), ...planFindings);
  for (const reason of plan?.reasons ?? []) host.info(reason);

  // A project without a plan is still looked through: all findings come at once.
  const {
    files,
    findings: selected,
    via,
  } = await selectFiles(
    project.dir,
    project.shown,
    {
      platformKeeps: plan?.includes ?? (() => true),
      platformNames: plan?.includesExplicitly ?? (() => false),
      exclude: inputs.exclude,
      include: inputs.include,
      added: plan?.added ?? [],
    },
    { exec, signal },
  );
  const sources = await checkSources(project, plan, pin, files, host.debug);
  // A link that was not read has been reported where it was to be read.
  const isNew = (one: Finding) => !findings.some(({ code, file }) => code === one.code && file === one.file);
  findings.push(...selected.filter(isNew), ...findSecrets(files, project.shown), ...(plan?.checkFiles(files) ?? []));
  findings.push(
    ...(needsPython ? judgeLock(project, readTarget(project.pyproject, pin, platform.server), plan, files) : []),
    ...sources.findings,
  );
  if (via === 'walk') host.info('No git checkout here: the files are those that .gitignore does not leave out.');

  gate(findings);
  if (plan === undefined || (needsPython && pin === undefined)) throw nothingLeft(findings, deps);
  if (pin) host.info(`Python ${pin.python} (${project.shown(project.pin?.path ?? '')}) fits requires-python.`);
  return { plan, pin, files, sources };
}

/** Whether what the lock lists can be had and installed where the bundle is unpacked. */
function judgeLock(
  project: Project,
  target: ReturnType<typeof readTarget>,
  plan: Plan | undefined,
  files: readonly BundleFile[],
): readonly Finding[] {
  const { lock, pyproject, workspace } = project;
  if (!('minors' in target)) return target;
  if (lock === undefined || !isReadableLock(lock)) return [];
  // A plan that uv finishes has the server install from what uv makes of the lock.
  const bundle = plan?.finish ? { copiesLocal: true } : plan && { bundled: new Set(files.map(({ path }) => path)) };
  return checkLockDeeply({ lock, pyproject, members: workspace.members, target, ...bundle });
}

type JudgedPin = { readonly pin?: Pin; readonly findings: Finding[] };

function judgePin(project: Project, environment: Deps['environment']): JudgedPin {
  const requirements = pythonRequirements(project);
  if (project.pin === undefined) {
    const path = project.shown(join(project.dir, '.python-version'));
    const broken = project.findings.some(({ file }) => file?.endsWith('.python-version'));
    const missing: Finding = error(
      'missing-pin',
      `There is no ${path}: the server takes its Python from it.`,
      'Run `uv python pin 3.12` with the version you develop on, and commit .python-version.',
      { file: path },
    );
    return { findings: [...(broken ? [] : [missing]), ...readRequirements(requirements).findings] };
  }
  const judged = checkPin({ path: project.pin.shown, bytes: project.pin.bytes }, requirements);
  const forced = environment.UV_PYTHON;
  if (forced && judged.pin && forced !== judged.pin.python) {
    judged.findings.push(
      warning(
        'uv-python-set',
        `UV_PYTHON is '${quote(forced)}' in this job, so uv ignores ${project.pin.shown} ('${judged.pin.python}') here; the server does not.`,
        "Remove python-version from the setup-uv step, or make it the pin's.",
        { file: project.pin.shown, line: judged.pin.line },
      ),
    );
  }
  return judged;
}

/** What was generated stands for a file of the same path. */
const withAdded = (files: readonly BundleFile[], finished: Finished | undefined): BundleFile[] => [
  ...new Map([...files, ...(finished?.added ?? [])].map((file) => [file.path, file])).values(),
];

/** Packs what was checked. The manifest goes into the bundle where the platform has one of its own; else it is a record beside it. */
async function pack(
  plan: Plan,
  files: readonly BundleFile[],
  folder: string,
  finished: Finished | undefined,
  gate: Gate,
  { host, journal, signal }: Deps,
  record: (packed: readonly Packed[]) => string,
): Promise<Source> {
  let text: string | undefined;
  let generated: BundleFile[] = [];
  const last = (packed: readonly Packed[]): BundleFile[] => {
    text = finished?.manifest(packed);
    if (text === undefined) return [];
    const source = Buffer.from(text);
    generated = [{ path: 'manifest.json', source, size: source.length, executable: false }];
    return generated;
  };
  const archive =
    plan.delivery === 'archive' ? await writeArchive(join(folder, 'bundle.tar.gz'), files, signal, last) : undefined;
  const { contentSha256, files: packed } = archive ?? (await digest(files, signal, last));
  const size = archive?.size ?? packed.reduce((sum, file) => sum + file.size, 0);
  if (archive) journal.bundlePath = archive.path;
  journal.bundleSha256 = archive?.sha256 ?? contentSha256;
  journal.bundleSize = size;
  journal.fileCount = packed.length;
  if (text !== undefined || plan.manifest) {
    journal.manifestPath = join(folder, 'manifest.json');
    await writeFile(journal.manifestPath, text ?? record(packed), { mode: 0o600 });
  }

  const largest = [...inOrder(packed)].sort((a, b) => b.size - a.size).slice(0, LARGEST);
  host.info(`${packed.length} files, ${bytes(size)}${archive ? ' packed' : ''}, sha256 ${journal.bundleSha256}`);
  host.info(largest.length < packed.length ? 'The ten largest:' : 'Files:');
  for (const file of largest) host.quoted(`${bytes(file.size).padStart(8)}  ${file.path}`);

  if (size > plan.maxBundleSize) {
    const [first] = largest;
    gate([
      error(
        'bundle-too-large',
        `The bundle has ${bytes(size)}; the server takes ${bytes(plan.maxBundleSize)}. The largest file is ${first?.path} with ${bytes(first?.size ?? 0)}.`,
        "Leave data out with 'exclude' and let the app fetch it.",
      ),
    ]);
  }
  return { files: inOrder([...files, ...generated]), packed, contentSha256, ...(archive && { archive }) };
}

/** What was deployed, for platforms that have no manifest of their own. */
function lockManifest(
  plan: Plan,
  project: Project,
  pin: Pin | undefined,
  uv: Uv | undefined,
  packed: readonly Packed[],
): string {
  const [requirement] = pythonRequirements(project);
  return manifest(
    {
      appmode: plan.manifest?.appmode ?? '',
      entrypoint: plan.entrypoint,
      python: pin?.python ?? '',
      requiresPython: requirement?.text ?? '',
      packageManager: { name: 'uv', version: uv?.version ?? '', packageFile: 'uv.lock' },
    },
    packed,
  );
}
