import { posix } from 'node:path';
import { Cron } from 'croner';
import { parse, stringify } from 'smol-toml';
import { Refusal } from '../host/refusal.ts';

/** A table of `_ricochet.toml`. */
export type Table = Record<string, unknown>;

/** A `_ricochet.toml` that the server has accepted. */
export type Config = {
  readonly name: string;
  readonly entrypoint: string;
  readonly accessType: 'private' | 'internal' | 'external';
  readonly contentType: string;
  readonly slug: string | undefined;
  readonly cron: string | undefined;
  readonly minInstances: number;
  readonly static: { readonly outputDir: string; readonly index: string } | undefined;
  /** Seconds; 0 disables the limit. */
  readonly restoreTimeout: number | undefined;
  readonly tables: Readonly<Record<string, unknown>>;
};

type Type = { readonly app: boolean; readonly entrypoint: (path: string) => boolean };

const script = (path: string): boolean => path.endsWith('.py');
const app: Type = { app: true, entrypoint: script };

/** Python's content types with what they may start from (ricochet's documentation and its published schema). */
const TYPES: Readonly<Record<string, Type>> = {
  'fast-api': app,
  flask: app,
  streamlit: app,
  dash: app,
  'python-service': app,
  'shiny-py': { app: true, entrypoint: (path) => script(path) || posix.extname(path) === '' },
  python: { app: false, entrypoint: script },
  /** Since 0.24. */
  jupyter: { app: false, entrypoint: (path) => path.endsWith('.ipynb') },
  'quarto-py': { app: false, entrypoint: (path) => path.endsWith('.qmd') || posix.basename(path) === '_quarto.yml' },
};

const SIZING = ['min_instances', 'max_instances', 'spawn_threshold', 'max_connections'];
const MAX_NAME = 120;

const refuse = (message: string): never => {
  throw new Refusal(400, message);
};

const tableOf = (document: Table, name: string): Table | undefined => {
  const table = document[name];
  if (table === undefined) return undefined;
  if (typeof table !== 'object' || table === null || Array.isArray(table)) refuse(`[${name}] must be a table`);
  return table as Table;
};

/** The wording for what is missing or of another type is inferred; the texts without a name in them are ricochet's. */
const required = (document: Table, name: string): Table =>
  tableOf(document, name) ?? refuse(`missing field \`${name}\``);

const text = (table: Table, name: string): string => {
  const value = table[name] ?? refuse(`missing field \`${name}\``);
  return typeof value === 'string' ? value : refuse(`${name} must be a string`);
};

const optionalText = (table: Table, name: string): string | undefined =>
  table[name] === undefined ? undefined : text(table, name);

const count = (table: Table, name: string): number => {
  const value = table[name] ?? refuse(`missing field \`${name}\``);
  return Number.isInteger(value) && (value as number) >= 0 ? Number(value) : refuse(`${name} must be a whole number`);
};

const texts = (table: Table, name: string): void => {
  const value = table[name] ?? [];
  if (!Array.isArray(value) || !value.every((entry) => typeof entry === 'string')) {
    refuse(`${name} must be an array of strings`);
  }
};

const oneOf = <T extends string>(value: string, name: string, allowed: readonly T[]): T =>
  allowed.find((word) => word === value) ?? refuse(`${name} must be one of ${allowed.join(', ')}`);

const checkEntrypoint = (entrypoint: string, type: Type): void => {
  const leaves = posix.isAbsolute(entrypoint) || posix.normalize(entrypoint).split('/')[0] === '..';
  if (entrypoint === '' || leaves || !type.entrypoint(entrypoint)) refuse('Invalid entrypoint');
};

/** Five fields, or six with the seconds first, or a shorthand; always in UTC (ricochet's documentation). */
export const checkCron = (cron: string): void => {
  try {
    new Cron(cron, { mode: '5-or-6-parts', timezone: 'UTC', paused: true }).stop();
  } catch (error) {
    refuse(`Invalid cron expression: ${(error as Error).message}`);
  }
};

const checkContent = (content: Table): void => {
  if (text(content, 'name').length > MAX_NAME) refuse(`name must have at most ${MAX_NAME} characters`);
  if (text(content, 'name').trim() === '') refuse('name must not be empty');
  const slug = optionalText(content, 'slug');
  if (slug !== undefined && !/^[A-Za-z0-9_-]+$/.test(slug)) {
    refuse('slug must contain only letters, numbers, hyphens and underscores');
  }
  const thumbnail = optionalText(content, 'thumbnail');
  if (thumbnail !== undefined && !/\.(png|jpe?g|gif)$/i.test(thumbnail)) refuse('thumbnail must be a png, jpg or gif');
  for (const name of ['summary', 'exec_env', 'id']) optionalText(content, name);
  for (const name of ['tags', 'include', 'exclude']) texts(content, name);
};

/** Checks a parsed `_ricochet.toml` as the server does. @throws Refusal (400) with the server's text */
export const readConfig = (document: Table): Config => {
  const content = required(document, 'content');
  const language = required(document, 'language');
  checkContent(content);
  const contentType = text(content, 'content_type');
  const type = TYPES[contentType] ?? refuse(`unknown content_type \`${contentType}\``);
  checkEntrypoint(text(content, 'entrypoint'), type);
  if (text(language, 'name') !== 'python') refuse(`language.name must be python for ${contentType}`);
  if (language.packages !== 'uv.lock') refuse('Package file required');

  const [serve, schedule, statics] = ['serve', 'schedule', 'static'].map((name) => tableOf(document, name));
  if (serve !== undefined && !type.app) refuse('Chosen content type cannot be served');
  if (schedule !== undefined && type.app) refuse('Chosen content type cannot be scheduled');
  if (statics !== undefined && type.app) refuse('Chosen content type cannot be served as a static site');
  // Its reference needs all four, its examples have two of them.
  for (const name of SIZING) if (serve?.[name] !== undefined) count(serve, name);
  const cron = optionalText(schedule ?? {}, 'cron');
  if (cron !== undefined) checkCron(cron);
  const resources = tableOf(document, 'resources') ?? {};

  const outputDir = optionalText(statics ?? {}, 'output_dir');
  return {
    name: text(content, 'name'),
    entrypoint: text(content, 'entrypoint'),
    accessType: oneOf(text(content, 'access_type'), 'access_type', ['private', 'internal', 'external']),
    contentType,
    slug: optionalText(content, 'slug'),
    cron,
    minInstances: serve?.min_instances === undefined ? 0 : count(serve, 'min_instances'),
    static:
      outputDir === undefined ? undefined : { outputDir, index: optionalText(statics ?? {}, 'index') ?? 'index.html' },
    restoreTimeout: resources.restore_timeout === undefined ? undefined : count(resources, 'restore_timeout'),
    tables: document,
  };
};

export const parseToml = (source: string): Table => {
  try {
    return parse(source) as Table;
  } catch (error) {
    throw new Refusal(400, `_ricochet.toml is not valid TOML: ${(error as Error).message}`);
  }
};

export const writeToml = (document: Table): string => `${stringify(document)}\n`;
