/** Whether uv reads the project's files at all: it stops, with or without a lock, at a key whose value has another form. */
import { error, type Finding, warning } from '../../findings/finding.ts';
import { quote } from '../../findings/text.ts';
import { isFinding, parseToml, placeIn, type TomlFile } from '../files/toml.ts';
import { at } from '../files/values.ts';
import { normalName } from '../packaging/requirement.ts';
import type { Project } from '../project.ts';
import { type Fault, table } from './form.ts';
import { GROUPS, PROJECT, TOOL_UV } from './project-tables.ts';
import { TOOL_SETTINGS, UV_TOML } from './settings.ts';

/** After one of these, uv does nothing at all. */
export const isRefusal = ({ code, level }: Finding): boolean => code === 'uv-refuses' && level === 'error';

/** What uv refuses, or passes over, in every pyproject.toml of the workspace and in the project's uv.toml. */
export const checkReadable = (project: Project): Finding[] => [
  ...project.workspace.members.flatMap(checkPyproject),
  ...checkUvToml(project),
];

function checkPyproject(file: TomlFile): Finding[] {
  const tool = at(file.data, 'tool', 'uv');
  const refused = [
    ...faultsAt(file, 'project', PROJECT),
    ...faultsAt(file, 'dependency-groups', GROUPS),
    ...faultsAt(file, 'tool.uv', table(TOOL_UV)),
    ...unknownGroups(file),
  ];
  const findings = firstOfEach(refused).map((fault) => refusal(file, fault));
  if (at(tool, 'managed') === false) {
    const message = `managed = false under [tool.uv] in ${file.shown} tells uv not to manage the project, so it installs nothing.`;
    findings.push(error('uv-refuses', message, 'Remove the line.', placeIn(file, 'tool.uv.managed')));
  }
  const passedOver = findings.length > 0 ? [] : faultsAt(file, 'tool.uv', TOOL_SETTINGS).slice(0, 1);
  return [...findings, ...passedOver.map((fault) => ignored(file, fault))];
}

const faultsAt = (file: TomlFile, key: string, form: typeof PROJECT): readonly Fault[] => {
  const value = at(file.data, ...key.split('.'));
  return value === undefined ? [] : form(value, key);
};

/** Settings of groups that nobody defines. */
function unknownGroups(file: TomlFile): Fault[] {
  const known = Object.keys(at(file.data, 'dependency-groups') ?? {}).map(normalName);
  const isLegacy = at(file.data, 'tool', 'uv', 'dev-dependencies') !== undefined;
  return Object.keys(at(file.data, 'tool', 'uv', 'dependency-groups') ?? {})
    .filter((name) => !known.includes(normalName(name)) && !(isLegacy && normalName(name) === 'dev'))
    .map((name) => ({ key: `tool.uv.dependency-groups.${name}`, why: 'there is no such dependency group' }));
}

const firstOfEach = (faults: readonly Fault[]): Fault[] =>
  faults.filter(({ key }, index) => faults.findIndex((other) => other.key === key) === index);

const refusal = (file: TomlFile, { key, why }: Fault): Finding =>
  error(
    'uv-refuses',
    `${quote(key, 80)} in ${file.shown} can't be read: ${why}. uv refuses the whole file.`,
    'Correct it, run `uv lock` and commit both files.',
    placeIn(file, key),
  );

const ignored = (file: TomlFile, { key, why }: Fault): Finding =>
  warning(
    'uv-ignores',
    `${quote(key, 80)} in ${file.shown} can't be read: ${why}. uv warns, and ignores all of [tool.uv].`,
    'Correct or remove the key, and run `uv lock`.',
    placeIn(file, key),
  );

/** uv reads the uv.toml beside the pyproject.toml it works with, and stops at the first fault. */
function checkUvToml(project: Project): Finding[] {
  const read = project.read('uv.toml');
  if (read === undefined) return [];
  if ('level' in read) return [read];
  const file = parseToml(read);
  if (isFinding(file)) return [{ ...file, code: 'uv-refuses', message: `${file.message} uv refuses it.` }];
  return UV_TOML(file.data, '')
    .slice(0, 1)
    .map((fault) => ({ ...refusal(file, fault), remedy: 'Correct or remove the key.' }));
}
