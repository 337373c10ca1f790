import type { BundleFile } from '../../../bundle/source.ts';
import { error, type Finding } from '../../../findings/finding.ts';
import { quote } from '../../../findings/text.ts';
import type { Inputs } from '../../../inputs/inputs.ts';
import { findApps } from '../../../project/apps/apps.ts';
import { at, strings } from '../../../project/files/values.ts';
import { normalName } from '../../../project/packaging/requirement.ts';
import type { Project } from '../../../project/project.ts';
import { passedOver, whichOne } from '../../shared/choice.ts';
import { APP_MODES, type AppMode, factsOf, MODE_NAMES, readMode } from './app-modes.ts';
import { type Candidate, defaultFile, findCandidates, pick, pythonApps } from './candidates.ts';
import { type Entry, entryOf, type Places, resolveEntrypoint } from './entrypoint.ts';
import type { Place, Rsconnect, Said } from './rsconnect-table.ts';

/** What the project is on Connect, and why. */
export type Decided = Entry & {
  readonly mode: AppMode;
  readonly reasons: readonly string[];
  readonly notices?: readonly Finding[];
};

const REMEDY =
  "Set the inputs 'content-type' and 'entrypoint', or write them under [tool.uv-deploy] in pyproject.toml.";

type Question = {
  readonly project: Project;
  readonly rsconnect: Rsconnect | undefined;
  readonly places: Places;
  /** Lists the project's files: only called where what is said leaves something open. */
  candidates(): Promise<readonly BundleFile[]>;
};

type Answer = Decided | { readonly refused: Finding };

const refuse = (code: string, message: string, remedy: string, place: Place = {}): Answer => ({
  refused: error(code, message, remedy, place),
});

/**
 * Decides mode and entrypoint. What is said counts first: the inputs, then `[tool.rsconnect]`; then the code of the file that is
 * the entrypoint, then all of the project's code, and last what it depends on. (The mode that the item has on the server is reported by
 * the platform once it is asked: a mode can't change.)
 */
export async function decide(question: Question, inputs: Pick<Inputs, 'contentType' | 'entrypoint'>): Promise<Answer> {
  const { rsconnect } = question;
  const input = (name: 'content-type' | 'entrypoint', value: string): Said | undefined =>
    value === '' ? undefined : { value, where: name, place: {} };
  const saidMode = input('content-type', inputs.contentType) ?? rsconnect?.mode;
  const saidEntry = input('entrypoint', inputs.entrypoint) ?? rsconnect?.entrypoint;
  if (saidMode === undefined) return saidEntry ? ofEntry(question, saidEntry) : search(question);
  const mode = readMode(saidMode.value);
  if (typeof mode !== 'string') return refuse('content-type', ...mode.refused, saidMode.place);
  const reason = `${saidMode.where} says ${mode}`;
  if (saidEntry === undefined) return search(question, { mode, reason });
  return resolved(question, mode, saidEntry, (entrypoint) => {
    const written = entrypoint === saidEntry.value ? '' : `, written as ${quote(entrypoint)}`;
    return `${reason}; ${saidEntry.where} says ${quote(saidEntry.value)}${written}.`;
  });
}

function resolved({ places }: Question, mode: AppMode, said: Said, reason: (entrypoint: string) => string): Answer {
  const found = resolveEntrypoint(mode, said.value, places);
  if ('complaint' in found) return { refused: { level: 'error', ...found.complaint, ...said.place } };
  return { mode, ...found, reasons: [reason(found.entrypoint)] };
}

/** The entrypoint is said, and its code tells the mode. */
async function ofEntry(question: Question, said: Said): Promise<Answer> {
  const { project, places, candidates } = question;
  const shown = quote(said.value);
  const candidate = (await judgeEntry(said.value, await candidates(), places)) ?? hinted(project, said.value);
  if (candidate === undefined) {
    const message = `Nothing in ${shown} tells what kind of content it is.`;
    const remedy = `Set the input 'content-type' to one of: ${MODE_NAMES.join(', ')}.`;
    return refuse('content-type-unknown', message, remedy, said.place);
  }
  const { mode, why } = candidate;
  return resolved(question, mode, said, () => `${said.where} says ${shown}; it is taken as ${mode}: ${why}.`);
}

/** Nothing is said, or the mode alone: all of the project's code is looked at. */
async function search(
  { project, places, candidates }: Question,
  said?: { readonly mode: AppMode; readonly reason: string },
): Promise<Answer> {
  const files = await candidates();
  const paths = files.map(({ path }) => path);
  const all = await findCandidates(files, dependsOn(project, 'voila'));
  const meant = said === undefined ? all : all.filter((one) => fits(one.mode, said.mode));
  const chosen = pick(meant, paths) ?? (meant.length === 0 ? byDefault(project, paths, said?.mode) : undefined);
  if (chosen === undefined) {
    if (meant.length > 1) {
      return refuse(...whichOne(meant.map(choiceOf)));
    }
    const what = said === undefined ? 'content for Connect' : factsOf(said.mode).label;
    const [instead = '', remedy = REMEDY] = (said === undefined ? await otherContent(files) : undefined) ?? [];
    return refuse('entrypoint-not-found', `No ${what} was found in the project.${instead}`, remedy);
  }
  const mode = said?.mode ?? chosen.mode;
  const entry = entryOf({ ...chosen, mode }, places);
  const shown =
    entry.entrypoint === '' ? quote(chosen.path) : `${quote(chosen.path)} (entrypoint ${quote(entry.entrypoint)})`;
  // Pages and documents always have others beside them.
  const others = chosen.path.endsWith('.py') ? meant.filter((one) => one !== chosen).map(choiceOf) : [];
  const notices = passedOver(chosen.path, others);
  return { mode, ...entry, notices, reasons: [`${shown} is taken as ${mode}: ${said?.reason ?? chosen.why}.`] };
}

/** What there is in place of content that is taken by itself, and what to do with it. */
async function otherContent(
  files: readonly BundleFile[],
): Promise<readonly [what: string, remedy: string] | undefined> {
  const named = (pattern: RegExp) => files.find(({ path }) => pattern.test(path) && !/(?:^|\/)[._]/.test(path))?.path;
  const { scripts, commands } = await findApps(files);
  const [script] = [...scripts, ...commands];
  if (script?.web !== undefined) {
    const message = ` ${quote(script.path, 200)} is a program that serves itself (it imports ${script.web}); Connect runs apps of other frameworks, notebooks and documents.`;
    return [
      message,
      'Give it an ASGI or WSGI object where its framework has one, and set entrypoint and content-type.',
    ];
  }
  const document = named(/\.(?:ipynb|qmd)$/i);
  if (document !== undefined) {
    const kind = /\.qmd$/i.test(document) ? 'Quarto document' : 'notebook';
    const message = ` ${quote(document, 200)} is a ${kind}, and only those in the project's own folder are taken unasked.`;
    return [message, `Add \`entrypoint: ${quote(document, 200)}\`, or move it to the project's folder.`];
  }
  const ofR = named(/(?:^|\/)(?:app|server|plumber)\.r$|\.rmd$/i);
  if (ofR !== undefined) {
    const message = ` ${quote(ofR, 200)} is R's, which is not deployed from source here.`;
    return [message, 'Commit the manifest.json that `rsconnect::writeManifest()` writes: it is deployed as it is.'];
  }
  if (script === undefined) return undefined;
  const message = ` ${quote(script.path, 200)} is a plain script; Connect runs apps, notebooks and documents.`;
  const remedy = 'Move its code to a notebook or a Quarto document, which Connect renders and can schedule.';
  return [message, remedy];
}

/** The object distinguishes two apps in one file. */
const choiceOf = ({ path, mode, object, why }: Candidate) => ({
  entrypoint: object === undefined ? path : `${path.replace(/\.py$/, '').replaceAll('/', '.')}:${object}`,
  type: mode,
  why,
});

/** A notebook can be rendered or run by Voila: who asks for one of these gets it. */
const fits = (found: AppMode, wanted: AppMode): boolean =>
  found === wanted || (factsOf(found).form === 'notebook' && factsOf(wanted).form === 'notebook');

const BY_ENDING: readonly (readonly [ending: RegExp, mode: AppMode])[] = [
  [/\.qmd$|^_quarto\.ya?ml$/i, 'quarto-static'],
  [/\.ipynb$/i, 'jupyter-static'],
  [/\.html?$/i, 'static'],
];

/** What the file of a named entrypoint is; of several apps in it, the one whose object is named. */
async function judgeEntry(asked: string, files: readonly BundleFile[], places: Places): Promise<Candidate | undefined> {
  const path = asked.replace(/^(?:\.\/)+/, '');
  const mode = BY_ENDING.find(([ending]) => ending.test(path))?.[1];
  if (mode) return { path, mode, why: 'its name says so' };
  const resolved = resolveEntrypoint('python-streamlit', path, places);
  const file = 'file' in resolved ? files.find(({ source }) => source === resolved.file) : undefined;
  const apps = file ? await pythonApps(files, file.path) : [];
  const [, object] = path.split(':');
  return apps.find((app) => app.object === object) ?? apps[0];
}

/** The project's direct dependencies, by their normal names. */
function dependencies({ pyproject }: Project): Set<string> {
  const listed = strings(at(pyproject?.data, 'project', 'dependencies'));
  return new Set(listed.map((one) => normalName(/^\s*[\w.-]+/.exec(one)?.[0].trim() ?? '')));
}

const dependsOn = (project: Project, name: string): boolean => dependencies(project).has(name);

/** The only framework that the project depends on. */
function hinted(project: Project, path: string): Candidate | undefined {
  const listed = dependencies(project);
  const speaking = MODE_NAMES.flatMap((mode) =>
    APP_MODES[mode].packages.flatMap((name) =>
      listed.has(name) && factsOf(mode).form !== 'notebook' ? [{ mode, name }] : [],
    ),
  );
  const modes = new Set(speaking.map(({ mode }) => mode));
  const [first] = speaking;
  return first && modes.size === 1
    ? { path, mode: first.mode, why: `the project depends on ${first.name}` }
    : undefined;
}

/** Where no code tells: the file that rsconnect would start from. */
function byDefault(project: Project, paths: readonly string[], mode: AppMode | undefined): Candidate | undefined {
  const path = defaultFile(paths);
  if (path === undefined) return undefined;
  if (mode === undefined) return hinted(project, path);
  return ['module', 'script', 'shiny'].includes(factsOf(mode).form)
    ? { path, mode, why: 'its name says so' }
    : undefined;
}
