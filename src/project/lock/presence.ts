import { dirname, join } from 'node:path';
import { error, type Finding, notice } from '../../findings/finding.ts';
import { quote } from '../../findings/text.ts';
import { placeIn, type TomlFile } from '../files/toml.ts';
import { at, strings } from '../files/values.ts';
import { ignoringLine } from '../ignored.ts';
import { normalName } from '../packaging/requirement.ts';
import { isRefused, parseSpecifiers, type Specifier } from '../packaging/specifiers.ts';
import type { Requirement } from '../pin/pin.ts';
import { formatPythonRange, haveSameBounds, pythonRange } from '../pin/python-range.ts';
import type { Project } from '../project.ts';
import { checkReadable } from '../read/readable.ts';
import { lockedPackages } from './packages.ts';

/** The one schema version of uv.lock there is, and the newest revision known (uv 0.13). */
const VERSION = 1;
const REVISION = 5;

/** Whether a lock has the schema that all other checks are about. */
export const isReadableLock = (lock: TomlFile): boolean => lock.data.version === VERSION;

/** Every requires-python that decides over the pin, the lock's first: the server enforces that one. */
export function pythonRequirements(project: Project): Requirement[] {
  const found: Requirement[] = [];
  const add = (file: TomlFile | undefined, key: string) => {
    const text = file && at(file.data, ...key.split('.'));
    if (file && typeof text === 'string') found.push({ text, file: file.shown, line: file.lineOf(key) });
  };
  add(project.lock, 'requires-python');
  // The project's own before the others: its file is the one to correct.
  add(project.pyproject, 'project.requires-python');
  for (const member of project.workspace.members) {
    if (member.path !== project.pyproject?.path) add(member, 'project.requires-python');
  }
  return found;
}

/** Checks uv.lock without uv: that it is there, readable by uv, and locked for the Pythons that pyproject.toml asks for. */
export function checkLock(project: Project): Finding[] {
  const { lock, pyproject, workspace } = project;
  const findings: Finding[] = [];
  const broken = (path: string) => project.findings.some(({ file }) => file === path);
  const pyprojectPath = project.shown(join(project.dir, 'pyproject.toml'));
  if (pyproject === undefined && !broken(pyprojectPath)) {
    const remedy =
      "Run `uv init` in the project, or point 'working-directory' to the folder that holds pyproject.toml.";
    findings.push(error('missing-pyproject', `${pyprojectPath} is missing.`, remedy, { file: pyprojectPath }));
  }
  findings.push(...workspace.members.flatMap(checkProjectTable), ...checkReadable(project));
  if (lock) return [...findings, ...checkHead(project, lock)];
  const path = join(workspace.root, 'uv.lock');
  const shown = project.shown(path);
  return broken(shown) ? findings : [...findings, missingLock(shown, ignoringLine(path, project.checkout), pyproject)];
}

function missingLock(
  shown: string,
  ignoring: ReturnType<typeof ignoringLine>,
  pyproject: TomlFile | undefined,
): Finding {
  const why = 'the server installs exactly what it lists';
  if (ignoring) {
    const message = `${shown} is missing, because ${ignoring.file} excludes it: ${why}.`;
    return error('missing-lock', message, 'Remove this line, run `uv lock`, and commit both files.', ignoring);
  }
  const place = { file: pyproject?.shown ?? shown, line: 1 };
  return error('missing-lock', `${shown} is missing: ${why}.`, 'Run `uv lock` and commit uv.lock.', place);
}

/** What a lock says of itself, before its packages. */
function checkHead(project: Project, lock: TomlFile): Finding[] {
  const findings: Finding[] = [];
  const { shown } = lock;
  const { version, revision, 'requires-python': locked } = lock.data;
  if (!isReadableLock(lock)) {
    const message =
      version === undefined
        ? `${shown} has no schema version.`
        : `${shown} uses the schema version ${quote(String(version))}; uv supports ${VERSION} only.`;
    const remedy = 'Delete uv.lock, run `uv lock` with a current uv, and commit it.';
    findings.push(error('lock-version', message, remedy, placeIn(lock, 'version')));
  } else if (typeof revision === 'number' && revision > REVISION) {
    const message = `${shown} has revision ${revision}: a newer uv wrote it. Older ones read it too.`;
    const remedy = 'Nothing, unless the server reports that it can’t read the lock.';
    findings.push(notice('lock-revision', message, remedy, placeIn(lock, 'revision')));
  }
  if (typeof locked === 'string')
    return [...findings, ...checkStaleness(project, lock, locked), ...checkMembers(project, lock)];
  const message = `${shown} has no requires-python.`;
  const remedy = 'Run `uv lock` and commit uv.lock.';
  return [...findings, error('lock-requires-python', message, remedy, placeIn(lock, 'requires-python'))];
}

const NAME = /^[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?$/i;

/** What uv wants of `[project]` before it reads anything else. The table as a whole may be absent. */
function checkProjectTable(file: TomlFile): Finding[] {
  const table = at(file.data, 'project');
  if (table === undefined) return [];
  const complain = (code: string, key: string, message: string, remedy: string): Finding => {
    return error(code, message, remedy, placeIn(file, key));
  };
  const findings: Finding[] = [];
  const name = at(table, 'name');
  if (typeof name !== 'string' || !NAME.test(name)) {
    const message =
      name === undefined ? '[project] has no name' : `The project name '${quote(String(name))}' is not valid`;
    const remedy = 'Write name = "…" under [project]: letters, digits, and -, _ or . between them.';
    findings.push(complain('project-name', 'project.name', `${message}; uv refuses the file.`, remedy));
  }
  if (at(table, 'version') === undefined && !strings(at(table, 'dynamic')).includes('version')) {
    const remedy = 'Write version = "0.1.0" under [project], or name it in dynamic.';
    findings.push(complain('project-version', 'project', '[project] has no version; uv refuses the file.', remedy));
  }
  return findings;
}

/** uv installs nothing from a lock that does not list every member, not even with `--frozen`. */
function checkMembers({ workspace }: Project, lock: TomlFile): Finding[] {
  const listed = new Set(lockedPackages(lock).map(({ name }) => name));
  return workspace.members.flatMap((file): Finding[] => {
    const name = at(file.data, 'project', 'name');
    if (typeof name !== 'string' || listed.has(normalName(name))) return [];
    const message = `${lock.shown} does not list ${quote(name)}, which ${file.shown} defines; uv refuses it.`;
    const remedy = 'Run `uv lock` and commit uv.lock.';
    return [error('lock-stale', message, remedy, { file: lock.shown, line: 1 })];
  });
}

/**
 * uv calls a lock up to date when the outer bounds of its requires-python are those of the workspace's members taken together;
 * the text may differ (`~=3.12` is written as `>=3.12, <4`) and so may holes.
 */
function checkStaleness(project: Project, lock: TomlFile, locked: string): Finding[] {
  const wanted: { readonly file: TomlFile; readonly text: string; readonly specifiers: readonly Specifier[] }[] = [];
  for (const file of project.workspace.members) {
    const text = at(file.data, 'project', 'requires-python');
    if (typeof text !== 'string') continue;
    const specifiers = parseSpecifiers(text);
    if (isRefused(specifiers)) return []; // told where the pin is judged
    wanted.push({ file, text, specifiers });
  }
  const lockedSpecifiers = parseSpecifiers(locked);
  if (isRefused(lockedSpecifiers) || wanted.length === 0) return [];

  const own = wanted.find(({ file }) => file.path === project.pyproject?.path) ?? wanted[0];
  const range = pythonRange(...wanted.map(({ specifiers }) => specifiers));
  const place = own && placeIn(own.file, 'project.requires-python');
  if (range.length === 0) {
    const all = wanted.map(({ file, text }) => `'${quote(text)}' (${project.shown(dirname(file.path))})`).join(', ');
    return [
      error(
        'requires-conflict',
        `No Python satisfies requires-python ${wanted.length > 1 ? 'of all workspace members' : ''}: ${all}.`,
        'Make the ranges overlap, run `uv lock` and commit both.',
        place,
      ),
    ];
  }
  if (haveSameBounds(range, pythonRange(lockedSpecifiers))) return [];
  return [
    error(
      'lock-stale',
      `${lock.shown} was locked for Python '${quote(locked)}'; ${own?.file.shown ?? 'pyproject.toml'} asks for '${quote(wanted.length === 1 ? (own?.text ?? '') : formatPythonRange(range))}'.`,
      'Run `uv lock` and commit uv.lock.',
      placeIn(lock, 'requires-python'),
    ),
  ];
}
