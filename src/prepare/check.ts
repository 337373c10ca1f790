import { join } from 'node:path';
import { type Listing, listFiles } from '../bundle/listing.ts';
import { findPointers, findSecrets } from '../bundle/secrets.ts';
import { type Selection, type SelectionRules, selectFiles } from '../bundle/selection.ts';
import type { BundleFile } from '../bundle/source.ts';
import { error, type Finding, notice, warning } from '../findings/finding.ts';
import { quote } from '../findings/text.ts';
import { startsApp } from '../inputs/inputs.ts';
import type { Plan } from '../platforms/plan.ts';
import { textAt } from '../ports/git.ts';
import { isInside, realPathOf } from '../ports/paths.ts';
import type { TomlFile } from '../project/files/toml.ts';
import { at } from '../project/files/values.ts';
import { ignoringLine } from '../project/ignored.ts';
import { checkLockDeeply } from '../project/lock/checks.ts';
import { checkLock, isReadableLock, pythonRequirements } from '../project/lock/presence.ts';
import { misplacedProject } from '../project/misplaced.ts';
import { checkPin, type Pin, type Requirement, readRange } from '../project/pin/pin.ts';
import { suggestVersion } from '../project/pin/python-fit.ts';
import { readRequirements } from '../project/pin/requires-python.ts';
import type { Project } from '../project/project.ts';
import { isRefusal } from '../project/read/readable.ts';
import { readTarget } from '../project/target.ts';
import type { Deps, Run } from '../report/deps.ts';
import type { Verdict } from '../report/gate.ts';
import { withAround } from './around.ts';
import { checkSources, type SourceChecks, type SourceSubject } from './source-checks.ts';

/** A project that can be deployed, as far as its files tell. */
export type Checked = {
  readonly plan: Plan;
  /** Absent where nothing runs Python. */
  readonly pin: Pin | undefined;
  readonly files: readonly BundleFile[];
  readonly sources: SourceChecks;
  /** What is reported unless the preflight installs everything: the packages that are built from source. */
  readonly unbuilt: readonly Finding[];
};

/** All that a project's files tell, without running anything of it. */
export async function checkProject(run: Run): Promise<Verdict<Checked>> {
  const { inputs, project, platform, host, exec, signal } = run;
  const isPassing = inTemp(run);
  let listed: Promise<Listing> | undefined;
  const list = () => {
    listed ??= project.listing ?? listFiles(project.dir, project.shown, { exec, signal });
    return listed;
  };
  const everything = () => list().then(({ files }) => files.filter(({ path }) => !isPassing(path)));
  const earlier = (path: string) => textAt(project.dir, path, run.context.bases, { exec, signal });
  const planned = await platform.plan(project, inputs, everything, earlier);
  const { plan, findings: planFindings } = planned;
  const needsPython = plan === undefined ? planned.withoutPython !== true : plan.install.by !== 'nobody';
  const misplaced = needsPython ? misplacedProject(project, inputs.entrypoint) : undefined;
  if (misplaced) return { findings: [...project.findings, misplaced] };
  // An image brings its own Python, and installs what its Dockerfile says: a pin and a lock are checked where they are.
  const brings = plan?.install.by === 'image';
  const judgesPin = needsPython && !(brings && project.pin === undefined);
  const judgesLock = needsPython && !(brings && project.lock === undefined);
  const { pin, findings: pinFindings }: JudgedPin = judgesPin ? judgePin(run, plan?.decidedPython) : { findings: [] };
  const ofProject = [
    ...[...project.findings, ...pinFindings, ...(judgesLock ? checkLock(project) : [])],
    ...[...planFindings, ...emptyVariables(inputs), ...unasked(inputs, plan)],
  ];
  for (const reason of plan?.reasons ?? []) host.info(reason);

  // A project without a plan is still looked through: all findings come at once.
  const { files, findings: selected, via } = await select(plan, await list(), run);
  const variables = startsApp(inputs.preflight) ? undefined : inputs.env.map(({ name }) => name);
  const chosen = { plan, pin, files, ...(variables && { variables }) };
  // What follows from a wrong pin goes away with it.
  const sound = pinFindings.some(({ level }) => level === 'error') ? undefined : pin;
  const sources = await checkSources(project, chosen, host.debug);
  // A link that was not read has been reported where it was to be read.
  const isNew = (one: Finding) => !ofProject.some(({ code, file }) => code === one.code && file === one.file);
  const needsDotenv = sources.findings.some(({ code }) => code === 'env-file-left-out');
  const isSaid = ({ code }: Finding) => needsDotenv && code === 'env-file-left-out';
  const isSound = needsPython && !ofProject.some(isRefusal);
  const ofLock = isSound ? judgeLock(run, { ...chosen, pin: sound }) : [];
  const isUnbuilt = ({ code, file }: Finding) => code === 'lock-compiles' && file === project.lock?.shown;
  const ofFiles = [
    ...[
      ...selected.filter((one) => isNew(one) && !isSaid(one)),
      ...findSecrets(files, project.shown),
      ...findPointers(files, project.shown),
      ...(plan?.checkFiles(files) ?? []),
    ],
    ...[...ofLock.filter((one) => !isUnbuilt(one)), ...sources.findings],
  ];
  if (via === 'walk') host.info('This is not a git checkout: all files that .gitignore does not exclude are bundled.');

  const isWhole = plan !== undefined && (pin !== undefined || !judgesPin);
  const unbuilt = ofLock.filter(isUnbuilt);
  if (isWhole) return { value: { plan, pin, files, sources, unbuilt }, findings: [...ofProject, ...ofFiles] };
  return { findings: [...ofProject, ...ofFiles, ...unbuilt] };
}

/** Health paths of what answers no requests. */
function unasked({ healthCheckPaths: paths }: Run['inputs'], plan: Plan | undefined): Finding[] {
  if (plan === undefined || paths.length === 0 || (plan.kind === 'app' && plan.healthPaths.length > 0)) return [];
  const what = `${quote(plan.contentType)} content answers no requests, so ${quote(paths.join(' and '), 120)}`;
  return [
    notice(
      'setting-without-effect',
      `health-check-path has no effect: ${what} ${paths.length === 1 ? 'is' : 'are'} not requested.`,
      "Remove 'health-check-path', or set 'content-type' to that of a web app.",
    ),
  ];
}

/** Whether a path is in the runner's folder for temporary files, which may be in the checkout, with bundles of earlier steps. */
function inTemp({ context, project }: Pick<Run, 'context' | 'project'>): (path: string) => boolean {
  const temp = realPathOf(context.temp);
  if (temp === undefined || temp === project.dir || !isInside(project.dir, temp)) return () => false;
  return (path) => isInside(temp, join(project.dir, path));
}

async function select(plan: Plan | undefined, listing: Listing, run: Run): Promise<Selection> {
  const { inputs, project, exec, signal } = run;
  const isPassing = inTemp(run);
  const keeps = plan?.includes ?? (() => true);
  const rules: SelectionRules = {
    platformKeeps: (path) => keeps(path) && !isPassing(path),
    platformNames: plan?.includesExplicitly ?? (() => false),
    exclude: inputs.exclude,
    include: inputs.include,
    added: plan?.added ?? [],
  };
  const own = await selectFiles(project.dir, project.shown, rules, listing);
  return plan?.around ? withAround(own, plan.around, project, { exec, signal }) : own;
}

/** Whether what the lock lists can be had and installed where the bundle is unpacked. */
function judgeLock({ project, platform }: Run, { plan, pin, files }: SourceSubject): readonly Finding[] {
  const { lock, pyproject, workspace } = project;
  const target = readTarget(pyproject, pin, plan?.server ?? platform.server);
  if (!('minors' in target)) return target;
  if (lock === undefined || !isReadableLock(lock)) return [];
  // An image is built from the whole repository.
  const isWhole = plan === undefined || plan.install.by === 'image';
  const bundle = platform.copiesLocal
    ? { copiesLocal: true }
    : !isWhole && { bundled: new Set(files.map(({ path }) => path)) };
  const install = plan?.install.by === 'sync' ? plan.install : undefined;
  const compares = install && (install.older ? ('maybe' as const) : ('surely' as const));
  const { members, withoutProject } = workspace;
  const textOf = (name: string): string => {
    const file = project.read(name);
    return file && 'text' in file ? file.text : '';
  };
  const texts = { uvToml: textOf('uv.toml'), setupPy: textOf('setup.py') };
  const root = plan?.around?.root ?? pyproject;
  // Without a plan, nothing says where it is built.
  const isCloned = plan === undefined || plan.delivery === 'commit';
  const how = { isCloned, ...texts, ...bundle, ...(compares && { compares }), ...plan?.locked };
  return checkLockDeeply({ lock, pyproject: root, members, target, withoutProject, ...how });
}

type JudgedPin = { readonly pin?: Pin; readonly findings: readonly Finding[] };

function judgePin({ project, platform, environment }: Run, own: Requirement | undefined): JudgedPin {
  const requirements = pythonRequirements(project);
  const decided = own && readRange(own.text, own.line);
  if (decided) return { pin: decided, findings: readRequirements(requirements).findings };
  if (project.pin === undefined) {
    const path = join(project.dir, '.python-version');
    const broken = project.findings.some(({ file }) => file?.endsWith('.python-version'));
    const { readable, findings } = readRequirements(requirements);
    const range = platform.takesRange && !broken ? rangePin(project.pyproject) : undefined;
    if (range) return { pin: range, findings };
    const version = suggestVersion(readable.flatMap(({ specifiers }) => specifiers)) ?? '3.12';
    return { findings: [...(broken ? [] : [missingPin(project, path, version)]), ...findings] };
  }
  const { shown, bytes } = project.pin;
  const judged = checkPin({ path: shown, bytes }, requirements);
  return { ...judged, findings: [...judged.findings, ...forcedPython(shown, judged.pin, environment)] };
}

function missingPin({ shown, checkout }: Project, path: string, version: string): Finding {
  const file = shown(path);
  const why = 'the server takes its Python version from it';
  const command = `\`uv python pin ${version}\` (or the version you develop with)`;
  const ignoring = ignoringLine(path, checkout);
  if (ignoring) {
    const message = `${file} is missing, because ${ignoring.file} excludes it: ${why}.`;
    return error('missing-pin', message, `Remove this line, run ${command}, and commit both files.`, ignoring);
  }
  return error('missing-pin', `${file} is missing: ${why}.`, `Run ${command}, and commit .python-version.`, { file });
}

/** An expression for a secret that does not exist is empty, and the app starts with that. */
function emptyVariables({ env }: Run['inputs']): Finding[] {
  const names = env.filter(({ value }) => value === '').map(({ name }) => name);
  if (names.length === 0) return [];
  const message = `${quote(names.join(', '), 200)} in the input 'env' ${names.length === 1 ? 'is' : 'are'} empty: GitHub puts nothing in the place of a secret that does not exist.`;
  const remedy =
    'Compare the name with those under Settings > Secrets and variables > Actions. (Ignore this if the value is meant to be empty.)';
  return [notice('variable-empty', message, remedy)];
}

/** What takes the place of a pin: the range of requires-python. */
function rangePin(pyproject: TomlFile | undefined): Pin | undefined {
  const text = at(pyproject?.data, 'project', 'requires-python');
  return pyproject && typeof text === 'string'
    ? readRange(text, pyproject.lineOf('project.requires-python'))
    : undefined;
}

function forcedPython(path: string, pin: Pin | undefined, { UV_PYTHON: forced }: Deps['environment']): Finding[] {
  if (!forced || pin === undefined || forced === pin.python) return [];
  return [
    warning(
      'uv-python-set',
      `UV_PYTHON is '${quote(forced)}' in this job, so uv ignores ${path} ('${pin.python}') here; the server does not.`,
      'Remove python-version from the setup-uv step, or set it to the pinned version.',
      { file: path, line: pin.line },
    ),
  ];
}
