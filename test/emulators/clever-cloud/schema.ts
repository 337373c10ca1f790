import { Refusal } from '../host/refusal.ts';

/** The runtime that the server offers (`GET /v2/products/instances`): fields of the public schema, values made up. */
export const PYTHON = {
  type: 'python',
  version: '20261009',
  name: 'Python',
  enabled: true,
  variant: {
    id: 'd7f3a6ec-4f2f-4e2c-9d1b-2f7e3f1d2c11',
    slug: 'python',
    name: 'Python',
    deployType: 'python',
    logo: '',
  },
  defaultFlavor: { name: 'XS' },
  deployments: ['git'],
};

export const ZONES = ['par', 'parhds', 'grahds', 'rbx', 'rbxhds', 'scw', 'ldn', 'mtl', 'sgp', 'syd', 'wsw'];
const FLAVORS = ['pico', 'nano', 'XS', 'S', 'M', 'L', 'XL', '2XL', '3XL'];

type Check = (value: unknown) => boolean;
const text: Check = (value) => typeof value === 'string';
const flag: Check = (value) => typeof value === 'boolean';
const count: Check = (value) => Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 40;
const oneOf =
  (...words: readonly string[]): Check =>
  (value) =>
    words.includes(String(value));
const texts: Check = (value) => Array.isArray(value) && value.every(text);
const table: Check = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The body that creates or changes an app (Clever Cloud's OpenAPI description of v2). */
const APP: Readonly<Record<string, Check>> = {
  name: (value) => text(value) && value !== '',
  description: text,
  zone: oneOf(...ZONES),
  deploy: oneOf('git'),
  shutdownable: flag,
  instanceType: oneOf(PYTHON.type),
  instanceVersion: oneOf(PYTHON.version),
  instanceVariant: oneOf(PYTHON.variant.id),
  instanceLifetime: oneOf('REGULAR', 'MIGRATION', 'TASK'),
  minInstances: count,
  maxInstances: count,
  minFlavor: oneOf(...FLAVORS),
  maxFlavor: oneOf(...FLAVORS),
  tags: texts,
  archived: flag,
  stickySessions: flag,
  homogeneous: flag,
  favourite: flag,
  cancelOnPush: flag,
  separateBuild: flag,
  buildFlavor: oneOf(...FLAVORS),
  oauthService: text,
  oauthAppId: text,
  oauthApp: table,
  applianceId: text,
  branch: text,
  forceHttps: oneOf('ENABLED', 'DISABLED'),
  env: (value) => table(value) && Object.values(value as object).every(text),
};

/** What can't be left out when an app is created. */
const NEEDED = [
  ...['name', 'deploy', 'zone', 'instanceType', 'instanceVersion', 'instanceVariant'],
  ...['minFlavor', 'maxFlavor', 'minInstances', 'maxInstances'],
];

const NAME = /^[A-Za-z_][A-Za-z0-9_.-]*$/;

const refuse = (message: string): never => {
  throw new Refusal(400, message);
};

const tableOf = (body: unknown): Record<string, unknown> =>
  table(body) ? (body as Record<string, unknown>) : refuse('The body must be a JSON object');

/** The fields of an app. @throws Refusal (400) for one that is missing, not known, or of another type */
export const readAppBody = (body: unknown, isNew: boolean): Record<string, unknown> => {
  const fields = tableOf(body);
  for (const [name, value] of Object.entries(fields)) {
    const check = APP[name] ?? refuse(`The field ${name} is not known`);
    if (!check(value)) refuse(`The field ${name} can't be ${JSON.stringify(value)}`);
  }
  const missing = NEEDED.find((name) => isNew && fields[name] === undefined);
  if (missing !== undefined) refuse(`The field ${missing} is missing`);
  return fields;
};

/** All variables of an app. @throws Refusal (400) for a name or a value that can't be */
export const readEnvBody = (body: unknown): Record<string, string> => {
  const env = tableOf(body);
  for (const [name, value] of Object.entries(env)) {
    if (!NAME.test(name)) refuse(`The name ${name} is not valid`);
    if (!text(value)) refuse(`The value of ${name} must be a string`);
  }
  return env as Record<string, string>;
};

/** The one field of a body. @throws Refusal (400) when there is another one, or it is no text */
export const readField = (body: unknown, name: string): string => {
  const fields = tableOf(body);
  if (Object.keys(fields).some((key) => key !== name) || !text(fields[name]))
    refuse(`The body must be {"${name}": "…"}`);
  return String(fields[name]);
};
