import { patternProblem } from '../../../bundle/pattern.ts';
import { error, type Finding } from '../../../findings/finding.ts';
import { quote } from '../../../findings/text.ts';
import { byteSize } from '../../../findings/units.ts';
import type { OwnSettings } from '../../../inputs/inputs.ts';

/** `[tool.uv-deploy.connect]` and the same of an app, as far as they are valid. */
export type ConnectSettings = {
  readonly title: string | undefined;
  /** The part of the URL that people read, such as `/sales/`; set by a call of its own. */
  readonly vanityUrl: string | undefined;
  /** Fields of `PATCH v1/content/{guid}` that were written down, by the API's own names. */
  readonly content: Readonly<Record<string, string | number | boolean>>;
  /** Whether Connect makes the Python environment; `undefined` leaves it to the server. */
  readonly environmentManagement: boolean | undefined;
  /** The image for off-host execution. */
  readonly image: string | undefined;
  readonly installer: 'uv' | 'pip' | 'auto';
  readonly quartoVersion: string | undefined;
  readonly groups: readonly string[];
  readonly extras: readonly string[];
  readonly exclude: readonly string[];
};

type Check = { readonly fits: (value: unknown) => boolean; readonly wanted: string };

const text = (least: number, most: number): Check => ({
  fits: (value) => typeof value === 'string' && [...value].length >= least && [...value].length <= most,
  wanted: `a text of ${least} to ${most} characters`,
});
const oneOf = (...choices: string[]): Check => ({
  fits: (value) => choices.some((choice) => choice === value),
  wanted: choices.map((choice) => `"${choice}"`).join(' or '),
});
const whole = (unit: string): Check => ({
  fits: (value) => Number.isSafeInteger(value) && Number(value) >= 0,
  wanted: `a whole number of ${unit}, 0 or more`,
});
const number = (most: number, what: string): Check => ({
  fits: (value) => typeof value === 'number' && value >= 0 && value <= most,
  wanted: what,
});
const size: Check = { fits: (value) => byteSize(value) !== undefined, wanted: 'a size such as "512MB"' };
const flag: Check = { fits: (value) => typeof value === 'boolean', wanted: 'true or false' };
const list: Check = {
  fits: (value) => Array.isArray(value) && value.every((item) => typeof item === 'string' && item !== ''),
  wanted: 'a list of texts',
};
const globs: Check = {
  fits: (value) => list.fits(value) && patternProblem(value as string[]) === undefined,
  wanted: 'a list of at most 1000 texts with at most 1000 characters each',
};
const pattern = (regex: RegExp, wanted: string): Check => ({
  fits: (value) => typeof value === 'string' && regex.test(value),
  wanted,
});

/** Fields of the content itself: the API's names (`PATCH v1/content/{guid}`) in kebab-case. */
const CONTENT: Readonly<Record<string, Check>> = {
  title: text(3, 1024),
  description: text(0, 4096),
  'access-type': oneOf('acl', 'logged_in', 'all'),
  'min-processes': whole('processes'),
  'max-processes': whole('processes'),
  'max-conns-per-process': whole('connections'),
  'load-factor': number(1, 'a number from 0 to 1'),
  'connection-timeout': whole('seconds'),
  'read-timeout': whole('seconds'),
  'init-timeout': whole('seconds'),
  'idle-timeout': whole('seconds'),
  'cpu-request': number(1024, 'a number of cores'),
  'cpu-limit': number(1024, 'a number of cores'),
  'memory-request': size,
  'memory-limit': size,
  'amd-gpu-limit': whole('GPUs'),
  'nvidia-gpu-limit': whole('GPUs'),
  'run-as': text(1, 256),
  'run-as-current-user': flag,
  'service-account-name': text(1, 256),
};

/** What the manifest, the bundle and the requirements are made by. */
const BUNDLE: Readonly<Record<string, Check>> = {
  'vanity-url': pattern(/^\/?[\w.-]+(?:\/[\w.-]+)*\/?$/, 'a path of letters, digits, -, _ and . such as "/sales/"'),
  'environment-management': flag,
  image: text(1, 1024),
  'package-installer': oneOf('uv', 'pip', 'auto'),
  'quarto-version': pattern(/^\d+\.\d+\.\d+$/, 'a version such as "1.6.40"'),
  groups: list,
  extras: list,
  exclude: globs,
};

const CHECKS = { ...CONTENT, ...BUNDLE };

/** The keys of `[tool.uv-deploy.connect]` that only this platform knows; `exclude` has rsconnect's meaning here. */
export const OWN_KEYS = Object.keys(CHECKS);

/** Pairs of which the first may not be above the second; the server would refuse the pair. */
const PAIRS = [
  ['min-processes', 'max-processes'],
  ['cpu-request', 'cpu-limit'],
  ['memory-request', 'memory-limit'],
] as const;

/** Where a setting is written: in the table of the project, or of its app. */
export const placeOf = (own: OwnSettings, key: string): Pick<Finding, 'file' | 'line'> => {
  const { file, line } = own[key] ?? {};
  return { ...(file !== undefined && { file }), ...(line !== undefined && { line }) };
};

/** Reads the settings. What is wrong in one is told with its line, and left out. */
export function readSettings(own: OwnSettings): { settings: ConnectSettings; findings: Finding[] } {
  const findings: Finding[] = [];
  const valid = new Map<string, unknown>();
  const complain = (key: string, message: string, remedy: string) =>
    findings.push(error('invalid-setting', message, remedy, placeOf(own, key)));

  for (const [key, check] of Object.entries<Check>(CHECKS)) {
    const value = own[key]?.value;
    if (value === undefined) continue;
    if (check.fits(value)) valid.set(key, value);
    else complain(key, `The setting ${key} of connect is not ${check.wanted}.`, `Write ${check.wanted}.`);
  }
  for (const [low, high] of PAIRS) {
    const [least, most] = [valid.get(low), valid.get(high)].map((value) => byteSize(value) ?? value);
    if (typeof least === 'number' && typeof most === 'number' && most > 0 && least > most) {
      const message = `${low} (${quote(String(valid.get(low)))}) is above ${high} (${quote(String(valid.get(high)))}).`;
      complain(low, message, `Make ${high} at least as large.`);
    }
  }

  const string = (key: string) => valid.get(key) as string | undefined;
  const strings = (key: string) => (valid.get(key) ?? []) as readonly string[];
  const content = Object.keys(CONTENT).flatMap((key) => {
    if (!valid.has(key)) return [];
    const value = CONTENT[key] === size ? byteSize(valid.get(key)) : valid.get(key);
    return [[key.replaceAll('-', '_'), value as string | number | boolean] as const];
  });
  const vanity = string('vanity-url');
  return {
    findings,
    settings: {
      title: string('title'),
      vanityUrl: vanity && `/${vanity.replace(/^\/|\/$/g, '')}/`,
      content: Object.fromEntries(content),
      environmentManagement: valid.get('environment-management') as boolean | undefined,
      image: string('image'),
      installer: (string('package-installer') ?? 'uv') as ConnectSettings['installer'],
      quartoVersion: string('quarto-version'),
      groups: strings('groups'),
      extras: strings('extras'),
      exclude: strings('exclude'),
    },
  };
}
