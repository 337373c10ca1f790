import { existsSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Matcher } from '../../../bundle/glob.ts';
import type { BundleFile } from '../../../bundle/source.ts';
import { error, type Finding } from '../../../findings/finding.ts';
import { quote } from '../../../findings/text.ts';
import type { Inputs, OwnSettings } from '../../../inputs/inputs.ts';
import { placeOf } from '../../../inputs/setting.ts';
import { broughtAlong } from '../../../project/lock/graph.ts';
import { memberName } from '../../../project/lock/roots.ts';
import type { Project } from '../../../project/project.ts';
import { guidIn } from '../api/address.ts';
import { finish, givenRequirements } from '../bundle/finish.ts';
import { importFolders, readLocalPackages } from '../bundle/local-packages.ts';
import { checkMoved } from '../bundle/moved.ts';
import { checkBundled, checkEntry, type PlanInput } from '../bundle/plan-input.ts';
import { checkRequirements, checkSources, localIndexes, readRequirements } from '../bundle/requirements.ts';
import { credentialsOf } from '../bundle/url-credentials.ts';
import { isQuarto } from '../content/app-modes.ts';
import { decide } from '../content/detect.ts';
import { rsconnectGlobs } from '../content/globs.ts';
import { readPythonWish } from '../content/python-wish.ts';
import { inspectQuarto, isRenderedOutput, type QuartoFacts } from '../content/quarto.ts';
import { readRsconnect } from '../content/rsconnect-table.ts';
import { readSettings } from '../content/settings.ts';
import { isIgnored, MANIFEST, readCommittedManifest } from './committed-manifest.ts';
import { planOfManifest } from './committed-plan.ts';
import { contractOf, installsOf, launchOf } from './contract.ts';
import { type ConnectPlan, planBase } from './plan-base.ts';
import { checkFramework, checkWanted, externalVersions, idleSettings } from './wanted.ts';

type Candidates = () => Promise<readonly BundleFile[]>;
type Planned = { plan?: ConnectPlan; withoutPython?: true; findings: Finding[] };

const NO_PYTHON = { requires: '', version: '', from: '' };
const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Decides what the project will be on Posit Connect, and checks what needs neither network nor uv. */
export async function planConnect(project: Project, inputs: Inputs, list: Candidates): Promise<Planned> {
  const { settings, findings } = readSettings(inputs.own);
  if (inputs.id !== '' && !GUID.test(guidIn(inputs.id))) {
    const message = `The id '${quote(inputs.id)}' is not a GUID of Connect.`;
    const remedy =
      "Copy the GUID from the content's Info tab, or the address of its page, or remove it: the content is then looked up by name.";
    findings.push(error('invalid-id', message, remedy));
  }
  const rsconnect = readRsconnect(project, findings);
  const isSaid = inputs.contentType !== '' || inputs.entrypoint !== '' || rsconnect !== undefined;
  const committed = isSaid ? undefined : project.read(MANIFEST);
  if (committed !== undefined) {
    const read =
      'level' in committed ? { findings: [committed], manifest: undefined } : readCommittedManifest(committed, project);
    findings.push(...read.findings);
    if (read.manifest) return { findings, plan: planOfManifest(project, inputs, settings, read.manifest) };
    const speaks = project.pyproject ?? project.pin ?? project.lock;
    return { findings, ...(speaks === undefined && { withoutPython: true as const }) };
  }

  const wanted = checkWanted(project, settings, inputs.own, findings);
  const name = project.pyproject && memberName(project.pyproject);
  const locked = project.lock && name !== undefined ? broughtAlong(project.lock, { name, ...wanted }) : [];
  const { packages: local, findings: localFindings } = await readLocalPackages(project, locked);
  findings.push(...localFindings, ...(project.lock ? checkSources(locked, project.lock) : []));

  let listing: ReturnType<Candidates> | undefined;
  const files: Candidates = () => (listing ??= list());
  const places = { dir: project.dir, imports: importFolders(local) };
  const found = await decide({ project, rsconnect, places, candidates: files }, inputs);
  if ('refused' in found) {
    findings.push(found.refused);
    const isStatic = (inputs.contentType || rsconnect?.mode.value) === 'static';
    return { findings, ...(isStatic && { withoutPython: true as const }) };
  }
  findings.push(...(found.notices ?? []));
  const quarto = isQuarto(found.mode) ? inspectQuarto(await files(), chosenIn(project, found)) : undefined;
  const isModeSaid = inputs.contentType !== '' || rsconnect !== undefined;
  const decided = isModeSaid || quarto === undefined ? found : settled(found, quarto);
  const runsPython = decided.mode !== 'static' && (quarto === undefined || quarto.engines.includes('jupyter'));
  const python = runsPython ? readPythonWish(project, findings) : NO_PYTHON;
  const content: PlanInput = { project, decided, settings, rsconnect, locked, local, runsPython, python, quarto };
  findings.push(...checkEntry(content));
  return { findings, plan: makePlan(content, inputs, findings) };
}

/** A project of interactive documents alone is interactive itself. */
function settled(found: PlanInput['decided'], { documents, interactive }: QuartoFacts): PlanInput['decided'] {
  if (interactive.length === 0 || interactive.length < documents.length) return found;
  const reason = `${quote(interactive.join(', '), 200)} has server: shiny, which makes it quarto-shiny.`;
  return { ...found, mode: 'quarto-shiny', reasons: [...found.reasons, reason] };
}

function makePlan(content: PlanInput, inputs: Inputs, soFar: readonly Finding[]): ConnectPlan {
  const { project, decided, settings, rsconnect, quarto, locked } = content;
  const { matches, findings: refused } = excludes(project, settings.exclude, inputs.own);
  const isOutput = (path: string) => quarto !== undefined && isRenderedOutput(path, quarto);
  const base = planBase(project, inputs, settings, rsconnect?.title);
  const start = contractOf(content, installsOf(content));
  return {
    ...base,
    ...(start && { start }),
    ...launchOf(decided.mode, decided.entrypoint),
    contentType: decided.mode,
    locked: {
      wanted: { groups: settings.groups, extras: settings.extras },
      external: new Set(settings.external),
    },
    manifest: { appmode: decided.mode },
    install: { by: content.runsPython ? 'requirements' : 'nobody' },
    entrypoint: decided.entrypoint,
    reasons: [
      ...decided.reasons,
      `Its name on Connect is ${base.name}, its title ${quote(base.title)}.`,
      ...pythonReasons(content),
      ...ignoredReasons(project),
    ],
    includes: (path) => path !== MANIFEST && !isIgnored(path) && !matches(path) && !isOutput(path),
    added: [],
    checkFiles: (files) => {
      const bundled = new Set(files.map(({ source }) => source));
      const metadata = [project.pyproject, project.lock].filter((file) => file !== undefined && bundled.has(file.path));
      const findings = [...refused, ...metadata.flatMap((file) => (file ? credentialsOf(file) : []))];
      const given = givenRequirements(content, files);
      if (given.finding) findings.push(given.finding);
      if (given.file) {
        findings.push(...checkRequirements(given.file.name, locked, bundledTexts(project, files)));
      } else if (content.runsPython && settings.environmentManagement !== false) {
        findings.push(...(project.lock ? localIndexes(locked, project.lock) : []), ...checkFramework(content));
      }
      if (content.runsPython) findings.push(...checkMoved(content.local, files, project));
      findings.push(...externalVersions(content, inputs.own), ...idleSettings(decided.mode, inputs.own));
      const isKnown = soFar.some(({ level, code }) => level === 'error' && code.startsWith('entrypoint'));
      return [...findings, ...(isKnown ? [] : checkBundled(content, files))];
    },
    finish: (files, tools) => finish(content, files, tools),
    python: content.python,
  };
}

/** The requirements files of a bundle. */
function bundledTexts(project: Project, files: readonly BundleFile[]) {
  const sources = new Map(files.map(({ path, source }) => [path, source]));
  return {
    has: (path: string) => sources.has(path),
    read: (path: string) => {
      const source = sources.get(path);
      const file = typeof source === 'string' ? readRequirements(project, source) : undefined;
      return file === undefined || 'level' in file ? undefined : file.text;
    },
    shown: (path: string) => project.shown(join(project.dir, path)),
  };
}

/** The document that is to be rendered, by its path in the bundle. */
const chosenIn = ({ dir }: Project, { file, entrypoint }: PlanInput['decided']): string =>
  file === undefined ? entrypoint : relative(dir, file).split(sep).join('/');

const pythonReasons = ({ runsPython, python }: PlanInput): string[] =>
  !runsPython
    ? []
    : [
        `The manifest asks for Python ${python.version}${python.requires && ` (requires ${quote(python.requires)}: ${python.from})`}.`,
      ];

const ignoredReasons = ({ dir, shown }: Project): string[] => {
  const path = join(dir, MANIFEST);
  return existsSync(path) ? [`${shown(path)} is not looked at: it is generated again.`] : [];
};

/** `[tool.uv-deploy.connect] exclude`, and which of its patterns rsconnect refuses. */
function excludes(
  project: Project,
  exclude: readonly string[],
  own: OwnSettings,
): { matches: Matcher; findings: Finding[] } {
  const isFolder = (path: string) =>
    statSync(join(project.dir, path), { throwIfNoEntry: false })?.isDirectory() ?? false;
  const { matches, refused } = rsconnectGlobs(exclude, isFolder);
  const findings = refused.map((pattern): Finding => {
    const isNegated = pattern.startsWith('!');
    const message = `The pattern '${quote(pattern)}' in exclude ${isNegated ? 'begins with !, which means nothing to rsconnect' : 'has ** twice; rsconnect takes it once'}.`;
    const remedy = isNegated
      ? 'Write it into exclude of [tool.uv-deploy], which reads it as .gitignore does; or name the file in include.'
      : 'Write two patterns, or a folder by its name.';
    return error('invalid-setting', message, remedy, placeOf(own, 'exclude'));
  });
  return { matches, findings };
}
