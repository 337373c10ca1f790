import { realpath, stat } from 'node:fs/promises';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import { error, Failure, type Finding, failure } from '../findings/finding.ts';
import { nearest } from '../findings/nearest.ts';
import { quote } from '../findings/text.ts';
import { isFinding, placeIn, readToml, type TomlFile } from '../project/files/toml.ts';
import { at, isTable } from '../project/files/values.ts';
import type { Project } from '../project/project.ts';
import { TARGET_KEY } from '../project/target.ts';
import { PLATFORMS, type PlatformName } from './inputs.ts';
import type { RawInputs } from './raw.ts';
import type { Layer } from './settings.ts';

/** The folder that a run is about, and the table `[[tool.uv-deploy.app]]` that is its own. */
export type App = {
  /** Relative to the checkout, as the input gives it or as the table does. */
  readonly directory: string;
  /** The pyproject.toml at the root of the repository, where it lists this app, and which of the tables it is. */
  readonly listed?: { readonly root: TomlFile; readonly index: number };
  /** What is wrong with the file at the root: told with the project's findings, unless these hold it already. */
  readonly findings: readonly Finding[];
};

/** An app as it is listed. An empty text is not said. */
type Entry = {
  readonly index: number;
  readonly directory: string;
  readonly platform: string;
  readonly name: string;
  readonly id: string;
};

const ROOT_FILE = 'pyproject.toml';
const LIMIT = 5_000_000;
const TABLES = 'tool.uv-deploy.app';

/**
 * Chooses the app by `working-directory`, where the repository lists several; of two in one folder, by `platform` and `name`.
 * A step is for one app: its outputs, its credential and its server are. Throws when the list is wrong or the choice is open.
 */
export async function chooseApp(checkout: string, raw: RawInputs): Promise<App> {
  const { value } = raw['working-directory'];
  const root = await readRoot(checkout);
  if (root === undefined || isFinding(root)) return { directory: value, findings: root ? [root] : [] };
  const entries = await readEntries(root, checkout);
  if (entries.length === 0) return { directory: value, findings: [] };

  const wanted = await folderIn(checkout, value);
  const here = entries.filter(({ directory }) => directory === wanted);
  const given = (name: 'platform' | 'name') => (raw[name].from === 'input' ? raw[name].value : '');
  const meant = here.filter((entry) =>
    (['platform', 'name'] as const).every((key) => given(key) === '' || entry[key] === '' || given(key) === entry[key]),
  );
  const candidates = here.length === 1 ? here : here.length === 0 && wanted === '.' ? entries : meant;
  const [only, ...others] = candidates;
  if (here.length === 0 && wanted !== '.') return { directory: value, findings: [] };
  if (only === undefined || others.length > 0) throw openChoice(here.length > 1 ? here : entries, here.length > 1);
  return { directory: only.directory, listed: { root, index: only.index }, findings: [] };
}

/** The tables of settings that count for the app, the weakest first. */
export function layersOf({ listed }: App, { pyproject }: Project): Layer[] {
  const own = (file: TomlFile): Layer => ({
    file,
    path: 'tool.uv-deploy',
    structure: [TARGET_KEY, ...(file.shown === ROOT_FILE ? ['app'] : [])],
  });
  const layers = pyproject ? [own(pyproject)] : [];
  if (listed === undefined) return layers;
  const { root, index } = listed;
  if (pyproject?.shown !== root.shown) layers.unshift(own(root));
  return [...layers, { file: root, path: `${TABLES}.${index}`, structure: ['directory'] }];
}

async function readRoot(workspace: string): Promise<TomlFile | Finding | undefined> {
  const checkout = await realpath(workspace).catch(() => workspace);
  return readToml(checkout, join(checkout, ROOT_FILE), LIMIT);
}

/** Reads the list, and refuses apps without a folder and two that are the same item. */
async function readEntries(root: TomlFile, checkout: string): Promise<Entry[]> {
  const tables = at(root.data, ...TABLES.split('.'));
  if (tables === undefined) return [];
  const findings: Finding[] = [];
  const complain = (path: string, message: string, remedy: string) =>
    findings.push(error('invalid-setting', message, remedy, placeIn(root, path)));
  if (!Array.isArray(tables) || !tables.every(isTable)) {
    complain(TABLES, `[${TABLES}] is not a list of tables.`, `Begin each app with [[${TABLES}]].`);
    throw new Failure(findings);
  }
  const entries: Entry[] = [];
  const seen = new Map<string, Entry>();
  for (const [index, table] of tables.entries()) {
    const directory = at(table, 'directory');
    const path = `${TABLES}.${index}`;
    const problem = await folderProblem(directory, table, checkout);
    if (problem) {
      complain(`${path}.directory`, ...problem);
      continue;
    }
    const entry = toEntry(index, (await folderIn(checkout, String(directory))) ?? '', table, root);
    const twin = targetsOf(entry).map((target) => seen.get(target));
    const [other] = twin.filter((found) => found !== undefined);
    if (other) {
      complain(
        path,
        `This app would replace the one for '${quote(other.directory)}' (line ${root.lineOf(`${TABLES}.${other.index}`)}).`,
        'Give each its own name, or its own platform.',
      );
    }
    for (const target of targetsOf(entry)) seen.set(target, entry);
    entries.push(entry);
  }
  if (findings.length > 0) throw new Failure(findings);
  return entries;
}

function toEntry(index: number, directory: string, table: object, root: TomlFile): Entry {
  const shared = at(root.data, 'tool', 'uv-deploy');
  const text = (...values: unknown[]) => values.find((value) => typeof value === 'string') as string | undefined;
  const platform = text(at(table, 'platform'), at(shared, 'platform')) ?? '';
  const part = PLATFORMS.includes(platform as PlatformName) ? platform : '';
  const of = (key: string) =>
    text(at(table, part, key), at(table, key), at(shared, part, key), at(shared, key))?.trim() ?? '';
  return { index, directory, platform, name: of('name'), id: of('id') };
}

/** What tells an app's item from others, as far as the list says; a folder's own files give a name that nothing else has. */
const targetsOf = ({ directory, platform, name, id }: Entry): string[] => [
  `${platform} name ${name || `of ${directory}`}`,
  ...(id ? [`${platform} id ${id}`] : []),
];

async function folderProblem(
  directory: unknown,
  table: object,
  checkout: string,
): Promise<[message: string, remedy: string] | undefined> {
  const example = 'Write directory = "apps/api", relative to the repository.';
  if (directory === undefined) {
    const slip = Object.keys(table).find((key) => nearest(key, ['directory']) !== undefined);
    return [
      `[[${TABLES}]] has no directory.`,
      slip ? `Is it '${quote(slip)}'? The key is called 'directory'.` : example,
    ];
  }
  if (typeof directory !== 'string' || directory.trim() === '') return ['directory is not a string.', example];
  const folder = await folderIn(checkout, directory);
  if (folder === undefined) return [`The directory '${quote(directory)}' is not a folder of the repository.`, example];
  if (isAbsolute(directory) || /^\.\.(?:\/|$)/.test(folder)) {
    return [`The directory '${quote(directory)}' leaves the repository.`, example];
  }
  return undefined;
}

/** The real folder that a path names, relative to the checkout with forward slashes; `undefined` when it is none. */
async function folderIn(checkout: string, path: string): Promise<string | undefined> {
  const real = await realpath(resolve(checkout, path)).catch(() => undefined);
  if (real === undefined || !(await stat(real)).isDirectory()) return undefined;
  return (
    relative(await realpath(checkout), real)
      .split(sep)
      .join('/') || '.'
  );
}

function openChoice(entries: readonly Entry[], isOneFolder: boolean): Failure {
  const list = entries.map(({ directory, name }) => (name ? `${quote(directory)} (${quote(name)})` : quote(directory)));
  if (isOneFolder) {
    return failure(
      'choose-app',
      `The folder has several apps: ${quote(list.join(', '), 300)}.`,
      "Say which one with the inputs 'name' and 'platform'.",
    );
  }
  const folders = entries.map(({ directory }) => JSON.stringify(directory)).join(', ');
  return failure(
    'choose-app',
    `The repository has several apps: ${quote(list.join(', '), 300)}. A step deploys one of them.`,
    `Set working-directory to one. For all, give the job a matrix, such as strategy: { matrix: { app: [${quote(folders, 300)}] } }, and the step working-directory: \${{ matrix.app }}. Is the repository's root an app too? Then list it with directory = ".".`,
  );
}
