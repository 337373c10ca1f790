import { patternProblem } from '../../../bundle/pattern.ts';
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
/** The sizing keys, with values to suggest. */
const SIZING = { min_instances: 0, max_instances: 5, spawn_threshold: 80, max_connections: 10 };

const missingKeys: Rule = ({ data }) => {
  const missing = ['name', 'entrypoint', 'access_type', 'content_type'].filter(
    (key) => at(data, 'content', key) === undefined,
  );
  return [
    ...missing.map((key) => ({
      code: 'config-missing-key',
      key: `content.${key}`,
      message: `[content] has no ${key}.`,
      remedy: `Add ${key} = "…" under [content].`,
    })),
    ...(at(data, 'language', 'name') === undefined
      ? [
          {
            code: 'config-missing-key',
            key: 'language.name',
            message: '[language] has no name.',
            remedy: 'Add [language] with name = "python" and packages = "uv.lock".',
          },
        ]
      : []),
  ];
};

const name: Rule = ({ data }) => {
  const value = at(data, 'content', 'name');
  const remark = { code: 'config-name', key: 'content.name' };
  if (typeof value !== 'string') return [];
  if (value.trim() === '') return [{ ...remark, message: 'The name is empty.', remedy: 'Give the item a name.' }];
  const { length } = [...value];
  if (length <= NAME_LIMIT) return [];
  const message = `The name has ${length} characters; ricochet takes ${NAME_LIMIT}.`;
  return [{ ...remark, message, remedy: 'Shorten it.' }];
};

const slug: Rule = ({ data }) => {
  const value = at(data, 'content', 'slug');
  if (typeof value !== 'string' || /^[A-Za-z0-9_-]+$/.test(value)) return [];
  return [
    {
      code: 'config-slug',
      key: 'content.slug',
      message: `The slug '${quote(value)}' has characters other than letters, digits, - and _.`,
      remedy: `Write it as '${toSlug(value) || 'my-app'}'.`,
    },
  ];
};

const accessType: Rule = ({ data }) => {
  const value = at(data, 'content', 'access_type');
  if (typeof value !== 'string' || ACCESS_TYPES.includes(value)) return [];
  const meant = nearest(value, ACCESS_TYPES);
  return [
    {
      code: 'config-access-type',
      key: 'content.access_type',
      message: `The access_type is '${quote(value)}'.`,
      remedy: meant ? `Did you mean "${meant}"?` : `Use one of: ${ACCESS_TYPES.join(', ')}.`,
    },
  ];
};

const language: Rule = ({ data }) => {
  const value = at(data, 'language', 'name');
  if (typeof value !== 'string' || value === 'python') return [];
  return [
    {
      code: 'config-language',
      key: 'language.name',
      message: `The language is '${quote(value)}'.`,
      remedy: 'This action deploys uv-managed Python: set name = "python".',
    },
  ];
};

const packages: Rule = ({ data }) => {
  const value = at(data, 'language', 'packages');
  if (value === 'uv.lock') return [];
  const is = value === undefined ? 'has no packages' : `has packages = '${quote(String(value))}'`;
  return [
    {
      code: 'config-packages',
      key: 'language.packages',
      message: `[language] ${is}; the server would answer "Package file required".`,
      remedy: 'Set packages = "uv.lock" under [language].',
    },
  ];
};

const contentType: Rule = ({ data, contentType: value, type }) => {
  if (typeof at(data, 'content', 'content_type') !== 'string' || type !== undefined) return [];
  const names = Object.keys(CONTENT_TYPES);
  const foreign = (OTHER_LANGUAGES as readonly string[]).includes(value);
  const meant = foreign ? undefined : nearest(value, names);
  return [
    {
      code: 'config-content-type',
      key: 'content.content_type',
      message: foreign
        ? `The content_type '${value}' is not Python.`
        : `There is no content_type '${quote(value)}'; the server would refuse it.`,
      remedy: meant ? `Did you mean "${meant}"?` : `Use one of: ${names.join(', ')}.`,
    },
  ];
};

const entrypoint: Rule = ({ data, entrypoint: value, contentType: typeName, type }) => {
  const remark = { code: 'config-entrypoint', key: 'content.entrypoint' };
  if (typeof at(data, 'content', 'entrypoint') !== 'string') return [];
  if (value === '') {
    return [{ ...remark, message: 'The entrypoint is empty.', remedy: 'Name the file that is to be started.' }];
  }
  if (/^(?:\/|[A-Za-z]:)|\\/.test(value) || value.split('/').includes('..')) {
    const message = `The entrypoint '${quote(value)}' is not a path inside the project; the server would answer "Invalid entrypoint".`;
    return [{ ...remark, message, remedy: 'Give it relative to the folder of _ricochet.toml, with forward slashes.' }];
  }
  if (type === undefined || type.accepts.test(value)) return [];
  const message = `The entrypoint '${quote(value)}' is not ${type.entrypoint}, which ${typeName} needs; the server would answer "Invalid entrypoint".`;
  return [{ ...remark, message, remedy: 'Correct entrypoint or content_type.' }];
};

/** Tables that only one kind of content may have, with the server's own words for it. */
const KIND_TABLES = [
  { table: 'serve', code: 'config-serve', not: 'task', words: 'cannot be served', remedy: 'an app content type' },
  {
    table: 'schedule',
    code: 'config-schedule',
    not: 'app',
    words: 'cannot be scheduled',
    remedy: 'python or quarto-py',
  },
  {
    table: 'static',
    code: 'config-static',
    not: 'app',
    words: 'cannot be served as a static site',
    remedy: 'quarto-py',
  },
] as const;

const kindTables: Rule = ({ data, contentType: typeName, type }) =>
  KIND_TABLES.filter(({ table, not }) => at(data, table) !== undefined && type?.kind === not).map(
    ({ table, code, not, words, remedy }) => ({
      code,
      key: table,
      message: `[${table}] stands beside content_type ${typeName}, ${not === 'app' ? 'an app' : 'a task'}; the server would answer "Chosen content type ${words}".`,
      remedy: `Remove [${table}], or choose ${remedy}.`,
    }),
  );

const sizing: Rule = ({ data }) => {
  const serve = at(data, 'serve');
  if (typeof serve !== 'object') return [];
  const missing = Object.entries(SIZING).filter(([key]) => at(serve, key) === undefined);
  const tooSmall = Object.keys(SIZING).filter((key) => Number(at(serve, key) ?? 1) < (key === 'min_instances' ? 0 : 1));
  return [
    ...(missing.length > 0
      ? [
          {
            code: 'config-serve',
            key: 'serve',
            message: `[serve] lacks ${missing.map(([key]) => key).join(', ')}; once the table exists, all four sizing keys are needed.`,
            remedy: `Add ${missing.map(([key, value]) => `${key} = ${value}`).join(', ')}.`,
          },
        ]
      : []),
    ...tooSmall.map((key) => ({
      code: 'config-serve',
      key: `serve.${key}`,
      message: `${key} is ${String(at(serve, key))}.`,
      remedy: `Give ${key === 'min_instances' ? 0 : 1} or more.`,
    })),
  ];
};

const cron: Rule = ({ data }) => {
  const value = at(data, 'schedule', 'cron');
  const problem = typeof value === 'string' ? cronProblem(value) : undefined;
  if (problem === undefined) return [];
  return [
    {
      code: 'config-cron',
      key: 'schedule.cron',
      message: `The cron expression '${quote(String(value))}' is not valid: ${problem}.`,
      remedy: 'Write five fields such as "0 9 * * 1-5" (UTC), or a word such as "@daily".',
    },
  ];
};

const patterns: Rule = ({ data }) =>
  ['include', 'exclude'].flatMap((key) => {
    const problem = patternProblem(strings(at(data, 'content', key)));
    if (problem === undefined) return [];
    const remedy = 'Name files by a few patterns.';
    return [{ code: 'over-limit', key: `content.${key}`, message: `${key} ${problem}.`, remedy }];
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
