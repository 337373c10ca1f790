import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Finding, notice } from '../../../findings/finding.ts';
import { quote } from '../../../findings/text.ts';
import type { Asked, Foreign } from '../../../inputs/settings.ts';
import { entriesOf } from '../../../ports/paths.ts';
import { parseToml, placeIn, type TomlFile } from '../../../project/files/toml.ts';
import { at, isTable, strings, textAt } from '../../../project/files/values.ts';
import { contains, isRefused, parseSpecifiers } from '../../../project/packaging/specifiers.ts';
import { parseVersion } from '../../../project/packaging/versions.ts';
import type { Project } from '../../../project/project.ts';
import { isAppMode } from './app-modes.ts';
import { readPythonWish } from './python-wish.ts';
import { SETTINGS } from './settings.ts';

const FOLDER = '.posit/publish';

/** Its names of types that are Connect's in other words (Posit Publisher, appMode.ts); the others are the same. */
const TYPES: Readonly<Record<string, string>> = {
  html: 'static',
  'jupyter-notebook': 'jupyter-static',
  'python-flask': 'python-api',
  quarto: 'quarto-static',
};
/** Tables whose keys are fields of the content, as ours are (Posit Publisher, connectContentFromConfig.ts). */
const CONTENT = ['connect.runtime', 'connect.access', 'connect.kubernetes', 'jupyter'];
/** What decides nothing here, or is read in another way. */
const PASSED_OVER = /^(?:\$schema|comments|product_type|type|entrypoint(?:_object_ref)?|source|validate|alternatives)$/;
const INSTALLERS: Readonly<Record<string, readonly [key: string, value: unknown]>> = {
  uv: ['package-installer', 'uv'],
  pip: ['package-installer', 'pip'],
  auto: ['package-installer', 'auto'],
  none: ['environment-management', false],
};

/**
 * What Posit Publisher's configuration says of the project (its configuration reference), as if it were written under
 * `[tool.uv-deploy.connect]`. What can't be used is a notice at its line. Its record of an earlier deployment to the same server names
 * the content.
 */
export function readPublisher(project: Project, asked: Asked): Foreign | undefined {
  const findings: Finding[] = [];
  const read = (folder: string) => tomlsIn(project, folder, findings);
  const configs = read(FOLDER);
  if (configs.length + findings.length === 0) return undefined;
  const records = read(`${FOLDER}/deployments`).filter(({ data }) =>
    isSameServer(textAt(data, 'server_url'), asked.server),
  );
  const named = new Set(records.map(({ data }) => textAt(data, 'configuration_name')));
  const meant = configs.length === 1 ? configs : configs.filter((file) => named.has(nameOf(file)));
  const [config, ...others] = meant;
  if (config === undefined || others.length > 0) {
    const message = `Posit Publisher has ${configs.length} configurations in ${FOLDER}; none is read, for nothing says which one is meant.`;
    const remedy = 'Set entrypoint and content-type, or remove the configurations that are not used.';
    return { ...NOTHING, findings: [...findings, ...(configs.length > 0 ? [unused(message, remedy)] : [])] };
  }
  const own = records.filter(({ data }) => textAt(data, 'configuration_name') === nameOf(config));
  const said = readConfig(config, project, asked);
  const id = asked.isNamed || own.length !== 1 ? undefined : own[0];
  const guid = textAt(id?.data, 'id');
  return {
    ...said,
    findings: [...findings, ...said.findings],
    values: [...said.values, ...(id && guid !== '' ? [['id', { value: guid, from: placeIn(id, 'id') }] as const] : [])],
  };
}

const NOTHING: Foreign = { values: [], own: [], env: [], findings: [], reason: '' };

const unused = (message: string, remedy: string, place?: { readonly file: string; readonly line: number }): Finding =>
  notice('publisher-value', message, remedy, place);

const nameOf = ({ path }: TomlFile): string => path.replace(/^.*[\\/]/, '').replace(/\.toml$/, '');

function tomlsIn(project: Project, folder: string, findings: Finding[]): TomlFile[] {
  const names = entriesOf(join(project.dir, folder)).map(({ name }) => name);
  return names
    .filter((name) => name.endsWith('.toml'))
    .sort()
    .flatMap((name): TomlFile[] => {
      const text = project.read(`${folder}/${name}`);
      const file = text === undefined || 'level' in text ? text : parseToml(text);
      if (file === undefined) return [];
      if (!('level' in file)) return [file];
      findings.push({ ...file, level: 'notice', code: 'publisher-value' });
      return [];
    });
}

/** Whether the record's server is the one that was written, which may be the address of one of its pages. */
function isSameServer(recorded: string, written: string): boolean {
  if (!URL.canParse(recorded) || !URL.canParse(written)) return false;
  const [one, other] = [new URL(recorded), new URL(written)];
  const path = one.pathname.replace(/\/+$/, '');
  return one.origin === other.origin && `${other.pathname.replace(/\/+$/, '')}/`.startsWith(`${path}/`);
}

function readConfig(file: TomlFile, project: Project, { isStartSaid }: Asked): Foreign {
  const { data, shown } = file;
  const values: Foreign['values'][number][] = [];
  const own: Foreign['own'][number][] = [];
  const findings: Finding[] = [];
  const complain = (
    key: string,
    why: string,
    remedy = `Remove it from ${shown}, or write what you need under [tool.uv-deploy.connect].`,
  ) => findings.push(unused(`${key} of ${shown} is not used: ${why}.`, remedy, placeIn(file, key)));
  if (textAt(data, 'product_type') === 'connect_cloud') {
    return {
      ...NOTHING,
      findings: [unused(`${shown} is for Connect Cloud and is not read.`, 'Set entrypoint and content-type.')],
    };
  }
  const set = (path: string, key: string, value: unknown) => {
    if (SETTINGS[key]?.fits(value)) own.push([key, { value, ...placeIn(file, path) }]);
    else complain(path, `Connect takes ${SETTINGS[key]?.wanted ?? 'it'}`);
  };
  const what = { file, project, complain };
  values.push(...(isStartSaid ? [] : startOf(what)), ...filesOf(what));
  for (const path of CONTENT) {
    for (const [name, value] of entriesAt(data, ...path.split('.'))) {
      const key = name.replaceAll('_', '-');
      if (Object.hasOwn(SETTINGS, key)) set(`${path}.${name}`, key, value);
      else complain(`${path}.${name}`, 'there is no such setting');
    }
  }
  for (const key of ['title', 'description']) if (at(data, key) !== undefined) set(key, key, at(data, key));
  const quarto = at(data, 'quarto', 'version');
  if (quarto !== undefined) set('quarto.version', 'quarto-version', quarto);
  readPython(what, set);
  for (const [key, value] of Object.entries(data)) {
    if (PASSED_OVER.test(key) || KNOWN.includes(key) || value === false) continue;
    complain(key, key === 'r' ? 'R is not deployed from source here' : 'there is nothing like it here');
  }
  const env = entriesAt(data, 'environment').flatMap(([name, value]) => {
    if (typeof value === 'string' && /^[A-Za-z_]\w*$/.test(name)) return [{ name, value }];
    complain(`environment.${name}`, 'it is not a variable with a string');
    return [];
  });
  return {
    values,
    own,
    env,
    findings,
    reason: `${shown} of Posit Publisher is read; inputs and settings of [tool.uv-deploy] win.`,
  };
}

const KNOWN = ['title', 'description', 'files', 'python', 'environment', 'quarto', 'jupyter', 'connect'];

const entriesAt = (data: unknown, ...path: readonly string[]): [string, unknown][] => {
  const table = at(data, ...path);
  return isTable(table) ? Object.entries(table) : [];
};

type What = {
  readonly file: TomlFile;
  readonly project: Project;
  complain(key: string, why: string, remedy?: string): void;
};

/** Type and entrypoint; neither where another tool's file says them more plainly, or where the file is gone. */
function startOf({ file, project, complain }: What): Foreign['values'][number][] {
  const { data } = file;
  const isElsewhere =
    project.read('manifest.json') !== undefined || at(project.pyproject?.data, 'tool', 'rsconnect') !== undefined;
  if (isElsewhere) return [];
  const type = textAt(data, 'type');
  const mode = Object.hasOwn(TYPES, type) ? (TYPES[type] ?? '') : type;
  const entry = textAt(data, 'entrypoint');
  if (!isAppMode(mode)) {
    complain(
      'type',
      `'${quote(type)}' is not deployed from source here`,
      'Set content-type and entrypoint, or commit the manifest.json that rsconnect writes.',
    );
    return [];
  }
  if (entry === '' || !existsSync(join(project.dir, entry.split(':')[0] ?? ''))) {
    complain('entrypoint', `there is no ${quote(entry || 'entrypoint', 200)}`, 'Correct it, or set entrypoint.');
    return [];
  }
  const object = textAt(data, 'entrypoint_object_ref');
  return [
    ['content-type', { value: mode, from: placeIn(file, 'type') }],
    ['entrypoint', { value: object || entry, from: placeIn(file, object ? 'entrypoint_object_ref' : 'entrypoint') }],
  ];
}

/** Publisher deploys what the list takes and nothing else: everything is left out but for that. */
function filesOf({ file }: What): Foreign['values'][number][] {
  const files = strings(at(file.data, 'files')).filter((line) => line.trim() !== '' && !line.startsWith('#'));
  if (!files.some((line) => !line.startsWith('!'))) return [];
  const patterns = ['**', ...files.map((line) => (line.startsWith('!') ? line.slice(1) : `!${line}`))];
  return [['exclude', { value: patterns.join('\n'), from: placeIn(file, 'files') }]];
}

const FROM_LOCK = ['', 'requirements.txt', 'uv.lock', 'pylock.toml', 'pyproject.toml'];

function readPython({ file, project, complain }: What, set: (path: string, key: string, value: unknown) => void): void {
  const { data } = file;
  const manager = textAt(data, 'python', 'package_manager');
  const [key, value] = (Object.hasOwn(INSTALLERS, manager) ? INSTALLERS[manager] : undefined) ?? [];
  if (key !== undefined) set('python.package_manager', key, value);
  const packages = textAt(data, 'python', 'package_file');
  if (!FROM_LOCK.includes(packages)) {
    if (existsSync(join(project.dir, packages))) set('python.package_file', 'requirements-file', packages);
    else
      complain('python.package_file', `there is no ${quote(packages, 200)}, so the requirements are made from uv.lock`);
  }
  const version = parseVersion(textAt(data, 'python', 'version'));
  const { requires, from } = readPythonWish(project, []);
  const specifiers = parseSpecifiers(requires);
  if (version === undefined || requires === '' || isRefused(specifiers) || contains(specifiers, version)) return;
  complain('python.version', `${from} asks for ${quote(requires)}`, 'Make the two agree.');
}
