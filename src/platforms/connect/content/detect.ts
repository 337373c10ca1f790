import type { BundleFile } from '../../../bundle/source.ts';
import { error, type Finding } from '../../../findings/finding.ts';
import { quote } from '../../../findings/text.ts';
import type { Inputs } from '../../../inputs/inputs.ts';
import { at, strings } from '../../../project/files/values.ts';
import { normalName } from '../../../project/packaging/requirement.ts';
import type { Project } from '../../../project/project.ts';
import { readMode } from './app-mode-names.ts';
import { APP_MODES, type AppMode, factsOf, MODE_NAMES } from './app-modes.ts';
import { type Candidate, defaultFile, findCandidates, pick, pythonApps } from './candidates.ts';
import { type Entry, entryOf, type Places, resolveEntrypoint } from './entrypoint.ts';
import type { Place, Rsconnect, Said } from './rsconnect-table.ts';

/** What the project is on Connect, and why. */
export type Decided = Entry & { readonly mode: AppMode; readonly reasons: readonly string[] };

const REMEDY =
  "Set the inputs 'content-type' and 'entrypoint', or write them under [tool.uv-deploy] in pyproject.toml.";

/**
 * Decides mode and entrypoint. What is said counts first: the inputs, then `[tool.rsconnect]`; then the code of the file that is
 * the entrypoint, then all of the project's code, and last what it depends on. (The mode that the item has on the server is told by
 * the platform once it is asked: a mode can't change.)
 */
export async function decide(
  project: Project,
  inputs: Inputs,
  rsconnect: Rsconnect | undefined,
  places: Places,
  candidates: () => Promise<readonly BundleFile[]>,
  findings: Finding[],
): Promise<Decided | undefined> {
  const complain = (code: string, message: string, remedy: string, place: Place = {}) => {
    findings.push(error(code, message, remedy, place));
    return undefined;
  };
  const input = (name: 'content-type' | 'entrypoint', value: string): Said | undefined =>
    value === '' ? undefined : { value, where: `the input ${name}`, place: {} };
  const saidMode = input('content-type', inputs.contentType) ?? rsconnect?.mode;
  const saidEntry = input('entrypoint', inputs.entrypoint) ?? rsconnect?.entrypoint;

  let mode: AppMode | undefined;
  if (saidMode) {
    const read = readMode(saidMode.value);
    if (typeof read !== 'string') return complain('content-type', ...read.refused, saidMode.place);
    mode = read;
  }
  const modeReason = saidMode && `${saidMode.where} says ${mode}`;
  if (mode !== undefined && saidEntry) {
    const resolved = resolveEntrypoint(mode, saidEntry.value, places);
    if ('complaint' in resolved) {
      findings.push({ level: 'error', ...resolved.complaint, ...saidEntry.place });
      return undefined;
    }
    const written = resolved.entrypoint === saidEntry.value ? '' : `, written as ${quote(resolved.entrypoint)}`;
    return {
      mode,
      ...resolved,
      reasons: [`${modeReason}; ${saidEntry.where} says ${quote(saidEntry.value)}${written}.`],
    };
  }

  const files = await candidates();
  const paths = files.map(({ path }) => path);
  if (saidEntry) {
    const candidate = (await judgeEntry(saidEntry.value, files, places)) ?? hinted(project, saidEntry.value);
    if (candidate === undefined) {
      return complain(
        'content-type-unknown',
        `Nothing in ${quote(saidEntry.value)} tells what kind of content it is.`,
        `Set the input 'content-type' to one of: ${MODE_NAMES.join(', ')}.`,
        saidEntry.place,
      );
    }
    const resolved = resolveEntrypoint(candidate.mode, saidEntry.value, places);
    if ('complaint' in resolved) {
      findings.push({ level: 'error', ...resolved.complaint, ...saidEntry.place });
      return undefined;
    }
    return {
      mode: candidate.mode,
      ...resolved,
      reasons: [
        `${saidEntry.where} says ${quote(saidEntry.value)}; it is taken as ${candidate.mode}: ${candidate.why}.`,
      ],
    };
  }

  const all = await findCandidates(files, dependsOn(project, 'voila'));
  const meant = mode === undefined ? all : all.filter((one) => fits(one.mode, mode));
  const chosen = pick(meant, paths) ?? (meant.length === 0 ? byDefault(project, paths, mode) : undefined);
  if (chosen === undefined) {
    if (meant.length > 1) {
      const list = meant.map(({ path, mode, why }) => `  ${quote(path, 200)}: ${mode} (${why})`);
      return complain('entrypoint-ambiguous', `Which of these is to be deployed?\n${list.join('\n')}`, REMEDY);
    }
    const what = mode === undefined ? 'content for Connect' : factsOf(mode).label;
    return complain('entrypoint-not-found', `No ${what} was found in the project.`, REMEDY);
  }
  const final = { ...chosen, mode: mode ?? chosen.mode };
  const entry = entryOf(final, places);
  const shown =
    entry.entrypoint === '' ? quote(chosen.path) : `${quote(chosen.path)} (entrypoint ${quote(entry.entrypoint)})`;
  return {
    mode: final.mode,
    ...entry,
    reasons: [`${shown} is taken as ${final.mode}: ${modeReason ?? chosen.why}.`],
  };
}

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
