import { patternProblem } from '../../../bundle/pattern.ts';
import type { Finding } from '../../../findings/finding.ts';
import { nearest } from '../../../findings/nearest.ts';
import { quote } from '../../../findings/text.ts';
import { at, strings } from '../../../project/files/values.ts';
import { CONTENT_TYPES, type ContentType, OTHER_LANGUAGES } from './content-types.ts';
import { cronProblem } from './cron.ts';

/** Something the server would refuse: the key it is about, and what to do. */
export type Remark = {
  readonly code: string;
  readonly key: string;
  readonly message: string;
  readonly remedy: string;
  /** Default: error. */
  readonly level?: Finding['level'];
};

type Draft = {
  readonly data: Readonly<Record<string, unknown>>;
  readonly contentType: string;
  /** Unless `contentType` is unknown. */
  readonly type: ContentType | undefined;
  readonly entrypoint: string;
};

type Rule = (draft: Draft) => readonly Remark[];

const NAME_LIMIT = 120;
const ACCESS_TYPES = ['private', 'internal', 'external'];
/** The keys that take one of a few values. */
const VALUES: Readonly<Record<string, readonly string[]>> = {
  access_type: ACCESS_TYPES,
  content_type: Object.keys(CONTENT_TYPES),
};
/** The sizing keys, with values to suggest. */
const SIZING = { min_instances: 0, max_instances: 5, spawn_threshold: 80, max_connections: 10 };

const remark = (code: string, key: string, message: string, remedy: string): Remark => ({ code, key, message, remedy });

const missingKeys: Rule = ({ data }) => {
  const missing = ['name', 'entrypoint', 'access_type', 'content_type'].filter(
    (key) => at(data, 'content', key) === undefined,
  );
  const complain = (key: string, message: string, remedy: string) => remark('config-missing-key', key, message, remedy);
  const language = 'Add [language] with name = "python" and packages = "uv.lock".';
  return [
    ...missing.map((key) =>
      complain(
        `content.${key}`,
        `[content] has no ${key}.`,
        `Add ${key} = "…" under [content]${VALUES[key] ? `, with one of: ${VALUES[key].join(', ')}` : ''}.`,
      ),
    ),
    ...(at(data, 'language', 'name') === undefined
      ? [complain('language.name', '[language] has no name.', language)]
      : []),
  ];
};

const name: Rule = ({ data }) => {
  const value = at(data, 'content', 'name');
  const complain = (message: string, remedy: string) => [remark('config-name', 'content.name', message, remedy)];
  if (typeof value !== 'string') return [];
  if (value.trim() === '') return complain('The name is empty.', 'Give the item a name.');
  const { length } = [...value];
  if (length <= NAME_LIMIT) return [];
  return complain(`The name has ${length} characters; ricochet takes ${NAME_LIMIT}.`, 'Shorten it.');
};

const slug: Rule = ({ data }) => {
  const value = at(data, 'content', 'slug');
  if (typeof value !== 'string' || /^[A-Za-z0-9_-]+$/.test(value)) return [];
  const message = `The slug '${quote(value)}' has characters other than letters, digits, - and _.`;
  return [remark('config-slug', 'content.slug', message, `Write it as '${toSlug(value) || 'my-app'}'.`)];
};

const accessType: Rule = ({ data }) => {
  const value = at(data, 'content', 'access_type');
  if (typeof value !== 'string' || ACCESS_TYPES.includes(value)) return [];
  const meant = nearest(value, ACCESS_TYPES);
  const remedy = meant ? `Did you mean "${meant}"?` : `Use one of: ${ACCESS_TYPES.join(', ')}.`;
  return [remark('config-access-type', 'content.access_type', `The access_type is '${quote(value)}'.`, remedy)];
};

const language: Rule = ({ data }) => {
  const value = at(data, 'language', 'name');
  if (typeof value !== 'string' || value === 'python') return [];
  const remedy = 'This action deploys uv-managed Python: set name = "python".';
  return [remark('config-language', 'language.name', `The language is '${quote(value)}'.`, remedy)];
};

const packages: Rule = ({ data }) => {
  const value = at(data, 'language', 'packages');
  if (value === 'uv.lock') return [];
  const is = value === undefined ? 'has no packages' : `has packages = '${quote(String(value))}'`;
  const message = `[language] ${is}; the server answers "Package file required".`;
  return [remark('config-packages', 'language.packages', message, 'Set packages = "uv.lock" under [language].')];
};

const contentType: Rule = ({ data, contentType: value, type }) => {
  if (typeof at(data, 'content', 'content_type') !== 'string' || type !== undefined) return [];
  const names = Object.keys(CONTENT_TYPES);
  const foreign = (OTHER_LANGUAGES as readonly string[]).includes(value);
  const meant = foreign ? undefined : nearest(value, names);
  const message = foreign
    ? `The content_type '${value}' is not Python.`
    : `There is no content_type '${quote(value)}'; the server would refuse it.`;
  const remedy = meant ? `Did you mean "${meant}"?` : `Use one of: ${names.join(', ')}.`;
  return [remark('config-content-type', 'content.content_type', message, remedy)];
};

const entrypoint: Rule = ({ data, entrypoint: value, contentType: typeName, type }) => {
  const complain = (message: string, remedy: string) => [
    remark('config-entrypoint', 'content.entrypoint', message, remedy),
  ];
  if (typeof at(data, 'content', 'entrypoint') !== 'string') return [];
  if (value === '') return complain('The entrypoint is empty.', 'Name the file that is to be started.');
  const invalid = 'the server answers "Invalid entrypoint".';
  if (/^(?:\/|[A-Za-z]:)|\\/.test(value) || value.split('/').includes('..')) {
    const message = `The entrypoint '${quote(value)}' is not a path inside the project; ${invalid}`;
    return complain(message, 'Give it relative to the folder of _ricochet.toml, with forward slashes.');
  }
  if (type === undefined || type.accepts.test(value)) return [];
  const message = `The entrypoint '${quote(value)}' is not ${type.entrypoint}, which ${typeName} needs; ${invalid}`;
  return complain(message, 'Correct entrypoint or content_type.');
};

/** Tables that only one kind of content may have, with the server's own words for it. */
const KIND_TABLES = [
  { code: 'config-serve', table: 'serve', not: 'task', words: 'served', remedy: 'an app content type' },
  { code: 'config-schedule', table: 'schedule', not: 'app', words: 'scheduled', remedy: 'python or quarto-py' },
  { code: 'config-static', table: 'static', not: 'app', words: 'served as a static site', remedy: 'quarto-py' },
] as const;

const kindTables: Rule = ({ data, contentType: typeName, type }) =>
  KIND_TABLES.filter(({ table, not }) => at(data, table) !== undefined && type?.kind === not).map(
    ({ code, table, not, words, remedy }) => {
      const kind = not === 'app' ? 'an app' : 'a task';
      const message = `[${table}] does not go with content_type ${typeName}, ${kind}; the server answers "Chosen content type cannot be ${words}".`;
      return remark(code, table, message, `Remove [${table}], or choose ${remedy}.`);
    },
  );

const sizing: Rule = ({ data }) => {
  const serve = at(data, 'serve');
  if (typeof serve !== 'object') return [];
  const complain = (key: string, said: string, remedy: string) => remark('config-serve', key, said, remedy);
  const missing = Object.entries(SIZING).filter(([key]) => at(serve, key) === undefined);
  const names = missing.map(([key]) => key).join(', ');
  const lines = missing.map(([key, value]) => `${key} = ${value}`).join(', ');
  const message = `[serve] lacks ${names}; ricochet's reference wants all four sizing keys, and its examples have two of them.`;
  const leastOf = (key: string) => (key === 'min_instances' ? 0 : 1);
  const tooSmall = Object.keys(SIZING).filter((key) => Number(at(serve, key) ?? 1) < leastOf(key));
  return [
    ...(missing.length > 0 ? [{ ...complain('serve', message, `Add ${lines}.`), level: 'warning' as const }] : []),
    ...tooSmall.map((key) =>
      complain(`serve.${key}`, `${key} is ${String(at(serve, key))}.`, `Give ${leastOf(key)} or more.`),
    ),
  ];
};

const cron: Rule = ({ data }) => {
  const value = at(data, 'schedule', 'cron');
  const problem = typeof value === 'string' ? cronProblem(value) : undefined;
  if (problem === undefined) return [];
  const message = `The cron expression '${quote(String(value))}' is not valid: ${problem}.`;
  const remedy = 'Write five fields such as "0 9 * * 1-5" (UTC), or a word such as "@daily".';
  return [remark('config-cron', 'schedule.cron', message, remedy)];
};

const patterns: Rule = ({ data }) =>
  ['include', 'exclude'].flatMap((key) => {
    const problem = patternProblem(strings(at(data, 'content', key)));
    if (problem === undefined) return [];
    return [remark('over-limit', `content.${key}`, `${key} ${problem}.`, 'Name files by a few patterns.')];
  });

/** All that ricochet's server checks in a `_ricochet.toml`, beside the types of the keys. */
export const RULES: readonly Rule[] = [
  ...[missingKeys, name, slug, accessType, language, packages],
  ...[contentType, entrypoint, kindTables, sizing, cron, patterns],
];

/** A slug made from any text: what ricochet allows in one, in lower case. */
const toSlug = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9_]+/g, '-')
    .replace(/^-+|-+$/g, '');
