/** What uv wants of [project], [dependency-groups] and [tool.uv] before it does anything, as uv 0.13 reads them. */
import { quote } from '../../findings/text.ts';
import { at, isTable } from '../files/values.ts';
import { isMarker } from '../packaging/markers.ts';
import { normalName, parseRequirement } from '../packaging/requirement.ts';
import { isRefused, parseSpecifiers } from '../packaging/specifiers.ts';
import { parseVersion } from '../packaging/versions.ts';
import {
  also,
  boolean,
  type Fault,
  type Form,
  list,
  map,
  oneOf,
  oneOrMore,
  type Problem,
  table,
  text,
} from './form.ts';

const NAME = /^[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?$/i;

const name: Problem = (one) => (NAME.test(one) ? undefined : `'${quote(one)}' is not a name of a package or extra`);
const version: Problem = (one) => (parseVersion(one) ? undefined : `'${quote(one)}' is not a version`);
const specifiers: Problem = (one) => {
  const read = parseSpecifiers(one);
  return isRefused(read) ? `'${quote(one)}': ${quote(read.refused, 120)}` : undefined;
};
const requirement: Problem = (one) => (parseRequirement(one) ? undefined : `'${quote(one)}' is not a dependency`);
const marker: Problem = (one) =>
  isMarker(one) ? undefined : `'${quote(one)}' is not a marker such as sys_platform == 'linux'`;
const address: Problem = (one) =>
  /^[a-z][a-z0-9+.-]*:/i.test(one) ? undefined : `'${quote(one)}' is not an address such as https://…`;

/** Dependencies as texts; newer releases of uv take tables in some places. */
const requirements: Form = list((value, key) => (isTable(value) ? [] : text(requirement)(value, key)));

export const PROJECT: Form = table({
  version: text(version),
  'requires-python': text(), // its specifiers are judged with the pin
  dependencies: list(text()),
  'optional-dependencies': map(name, list(text())),
  dynamic: list(text()),
});

const INCLUDE = 'include-group';

const groupItem: Form = (value, key) => {
  if (!isTable(value)) return text(requirement)(value, key);
  const isRight = typeof at(value, INCLUDE) === 'string' && Object.keys(value).length === 1;
  return isRight ? [] : [{ key, why: `an entry that is a table has ${INCLUDE} alone` }];
};

export const GROUPS: Form = also(map(name, list(groupItem)), (value, key) => {
  const names = Object.keys(value ?? {});
  const twice = names.find((one, index) => names.some((other, at) => at < index && isSame(one, other)));
  if (twice !== undefined)
    return { key: `${key}.${twice}`, why: `two groups have the name ${quote(normalName(twice))}` };
  return names.map((one) => unresolved(value, key, [one])).find((found) => found !== undefined);
});

const isSame = (one: string, other: string): boolean => normalName(one) === normalName(other);

/** What a group includes that leads nowhere, or back. */
function unresolved(groups: unknown, key: string, path: readonly string[]): Fault | undefined {
  const last = path.at(-1) ?? '';
  const items: unknown = at(groups, last);
  for (const item of Array.isArray(items) ? items : []) {
    const included: unknown = at(item, INCLUDE);
    if (typeof included !== 'string') continue;
    const next = Object.keys(groups ?? {}).find((one) => isSame(one, included));
    if (next === undefined)
      return { key: `${key}.${last}`, why: `it includes '${quote(included)}', which is not defined` };
    if (path.includes(next))
      return { key: `${key}.${last}`, why: `it includes itself: ${quote([...path, next].join(' → '), 120)}` };
    const found = unresolved(groups, key, [...path, next]);
    if (found) return found;
  }
  return undefined;
}

const KINDS = ['git', 'url', 'path', 'index', 'workspace'];
const REFERENCES = ['rev', 'tag', 'branch'];

const source: Form = also(
  table(
    {
      ...{ git: text(address), url: text(address), path: text(), index: text(), workspace: boolean },
      ...{ subdirectory: text(), rev: text(), tag: text(), branch: text(), lfs: boolean },
      ...{ editable: boolean, package: boolean, marker: text(marker), extra: text(name), group: text(name) },
    },
    (key) => `'${quote(key)}' is not a key of a source`,
  ),
  (value) => {
    const has = (key: string): boolean => at(value, key) !== undefined;
    const kinds = KINDS.filter(has);
    if (kinds.length !== 1)
      return kinds.length === 0 ? `it has none of ${KINDS.join(', ')}` : `it has both ${kinds.join(' and ')}`;
    const references = REFERENCES.filter(has);
    if (references.length > 1) return `it has ${references.join(' and ')}, and one of them is allowed`;
    if (has('extra') && has('group')) return 'it has both extra and group';
    if (has('editable') && (has('url') || has('git'))) return `it has both ${kinds[0]} and editable`;
    return undefined;
  },
);

const sources: Form = also(oneOrMore(source), (value) => {
  if (!Array.isArray(value)) return undefined;
  if (value.length === 0) return 'the list is empty';
  const isAlone = (one: unknown) => ['marker', 'extra', 'group'].every((key) => at(one, key) === undefined);
  return value.length > 1 && value.some(isAlone) ? 'each of several sources needs a marker' : undefined;
});

export const INDEX: Form = also(
  table({
    name: text((one) => (/^[\w.-]+$/.test(one) ? undefined : `'${quote(one)}' is not a name of an index`)),
    ...{ url: text(), explicit: boolean, default: boolean },
    ...{ format: oneOf('simple', 'flat'), authenticate: oneOf('auto', 'always', 'never') },
  }),
  (value) => {
    if (at(value, 'url') === undefined) return 'it has no url';
    return at(value, 'explicit') === true && at(value, 'name') === undefined ? 'explicit needs a name' : undefined;
  },
);

const indexes: Form = also(list(INDEX), (value, key) => {
  const all: readonly unknown[] = Array.isArray(value) ? value : [];
  const named = all.map((one) => at(one, 'name'));
  const twice = named.findIndex((one, index) => one !== undefined && named.indexOf(one) < index);
  if (twice >= 0) return { key: `${key}.${twice}`, why: `two indexes have the name ${quote(String(named[twice]))}` };
  const isSecond = all.filter((one) => at(one, 'default') === true).length > 1;
  return isSecond ? 'more than one index is the default' : undefined;
});

const conflict: Form = also(list(table({ package: text(name), extra: text(name), group: text(name) })), (value) => {
  const items: readonly unknown[] = Array.isArray(value) ? value : [];
  if (items.length < 2) return 'a set has at least two entries';
  const keys = items.map((one) => ['package', 'extra', 'group'].filter((key) => at(one, key) !== undefined));
  if (keys.some((found) => found.length === 0)) return 'an entry names a package, an extra or a group';
  return keys.some((found) => found.includes('extra') && found.includes('group'))
    ? 'an entry has both extra and group'
    : undefined;
});

/** What belongs to the project itself; uv stops where one of these is wrong. */
export const TOOL_UV: Readonly<Record<string, Form>> = {
  managed: boolean,
  package: boolean,
  'default-groups': (value, key) => (value === 'all' ? [] : list(text())(value, key)),
  'dependency-groups': map(name, table({ 'requires-python': text(specifiers) })),
  'dev-dependencies': list(text(requirement)),
  sources: map(name, sources),
  index: indexes,
  workspace: table(
    { members: list(text()), exclude: list(text()) },
    (key) => `'${quote(key)}' is not a key of a workspace`,
  ),
  environments: oneOrMore(text(marker)),
  'required-environments': oneOrMore(text(marker)),
  'constraint-dependencies': requirements,
  'override-dependencies': requirements,
  'build-constraint-dependencies': requirements,
  'exclude-dependencies': list(text(name)),
  conflicts: list(conflict),
};
