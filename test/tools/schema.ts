import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';
import { CHECK_CODES } from '../../src/findings/check-codes.ts';
import { FAIL_ON, PLATFORMS, type PlatformName, PREFLIGHTS } from '../../src/inputs/inputs.ts';
import { INPUT_DEFAULTS, type InputName } from '../../src/inputs/raw.ts';
import { ALLOWED } from '../../src/inputs/settings.ts';
import { allPlatforms } from '../../src/platforms/index.ts';

const platforms = await allPlatforms();

type Schema = Readonly<Record<string, unknown>>;

const HOME = 'https://raw.githubusercontent.com/uv-deploy/uv-deploy/main/docs/schema';
const DRAFT = 'http://json-schema.org/draft-07/schema#';

const text = { type: 'string', minLength: 1 };
const lines = { anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }] };
const seconds = { type: 'integer', minimum: 1, maximum: 86_400 };

/** What the inputs may hold that are settings too; what they mean is said in action.yml. */
const SHAPES: Readonly<Partial<Record<InputName, Schema>>> = {
  platform: { enum: PLATFORMS },
  id: text,
  name: text,
  entrypoint: text,
  'content-type': text,
  'health-check-path': lines,
  'health-check-timeout': seconds,
  timeout: seconds,
  exclude: lines,
  include: lines,
  preflight: { enum: PREFLIGHTS },
  'fail-on': { enum: FAIL_ON },
};

/** The keys that a platform reads itself. */
export const ownSettings = (name: PlatformName): Readonly<Record<string, Schema>> => {
  const own = Object.entries(platforms.find((platform) => platform.name === name)?.settings ?? {});
  return Object.fromEntries(own.map(([key, { description, schema }]) => [key, { description, ...schema }]));
};

const TARGET: Schema = {
  description: 'The machine that the server runs deployments on, for the checks of the lock.',
  type: 'object',
  additionalProperties: false,
  properties: {
    python: { description: 'Its Python, where that is not the pin.', type: 'string', examples: ['3.12'] },
    platform: {
      description: 'Its system.',
      enum: [
        ...['x86_64-unknown-linux-gnu', 'aarch64-unknown-linux-gnu'],
        ...['x86_64-unknown-linux-musl', 'aarch64-unknown-linux-musl'],
      ],
    },
    glibc: { description: 'The version of its glibc.', type: 'string', examples: ['2.28'] },
    uv: { description: 'The version of its uv.', type: 'string', examples: ['0.12.5'] },
    indexes: {
      description: 'Addresses of package indexes that it reaches, beside the public ones.',
      type: 'array',
      items: { type: 'string' },
    },
  },
};

const IGNORE: Schema = {
  description: 'Findings of the checks that are all right here. They are shown with the reason, and fail nothing.',
  type: 'array',
  items: {
    type: 'object',
    additionalProperties: false,
    required: ['code', 'reason'],
    properties: {
      code: { description: "The finding's code, the title of its annotation.", enum: Object.keys(CHECK_CODES) },
      reason: { description: 'Why it is all right.', type: 'string', minLength: 1 },
      file: { description: 'A glob for the file of the finding, relative to the repository.', ...text },
    },
  },
};

const ref = (name: string): Schema => ({ $ref: `#/definitions/${name}` });
const refs = (names: readonly string[]): Schema => Object.fromEntries(names.map((name) => [name, ref(name)]));

/** Every part has its definition here: editors follow references within one file best. */
function definitions(): Readonly<Record<string, Schema>> {
  const action = parse(readFileSync(resolve(import.meta.dirname, '../../action.yml'), 'utf8')) as {
    inputs: Record<string, { description: string }>;
  };
  const settings = ALLOWED.map((name): [string, Schema] => {
    const shape = SHAPES[name] ?? {};
    const given = INPUT_DEFAULTS[name];
    const fallback = given === '' ? {} : { default: shape.type === 'integer' ? Number(given) : given };
    return [name, { description: action.inputs[name]?.description, ...shape, ...fallback }];
  });
  const table = (description: string, properties: Schema, more: Schema = {}): Schema => ({
    ...{ description, type: 'object', additionalProperties: false },
    ...more,
    properties,
  });
  const everywhere = refs([...ALLOWED, 'ignore']);
  const platforms = PLATFORMS.map((name): [string, Schema] => [
    name,
    table(`Settings for ${name} only. They come over the general ones.`, { ...everywhere, ...ownSettings(name) }),
  ]);
  const directory = { description: 'The folder of the app, relative to the repository.', ...text };
  return Object.fromEntries([
    ...settings,
    ['ignore', IGNORE],
    ...platforms,
    [
      'app',
      table(
        'One of several apps of the repository.',
        { directory, ...everywhere, ...refs(PLATFORMS) },
        { required: ['directory'] },
      ),
    ],
    [
      'settings',
      table('What uv-deploy is to know of the app. Inputs of the step win over this.', {
        ...everywhere,
        ...refs(PLATFORMS),
        target: TARGET,
        app: {
          description: 'The apps of the repository, in the pyproject.toml at its root.',
          type: 'array',
          items: ref('app'),
        },
      }),
    ],
  ]);
}

/** The schemas by their file names: of the table alone, which is how schemas are put together, and of a whole pyproject.toml. */
export function schemas(): Readonly<Record<string, Schema>> {
  const { settings, ...parts } = definitions();
  const title = '[tool.uv-deploy]';
  return {
    'uv-deploy.schema.json': {
      ...{ $schema: DRAFT, $id: `${HOME}/uv-deploy.schema.json`, title },
      ...settings,
      definitions: parts,
    },
    'pyproject.schema.json': {
      ...{ $schema: DRAFT, $id: `${HOME}/pyproject.schema.json`, title: `pyproject.toml with ${title}` },
      type: 'object',
      properties: { tool: { type: 'object', properties: { 'uv-deploy': ref('settings') } } },
      definitions: { settings, ...parts },
    },
  };
}
