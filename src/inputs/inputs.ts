import { patternProblem } from '../bundle/pattern.ts';
import { error, Failure, type Finding } from '../findings/finding.ts';
import { nearest } from '../findings/nearest.ts';
import { isOrdinary } from '../findings/secrets.ts';
import { quote } from '../findings/text.ts';
import type { Host } from '../ports/host.ts';
import { staysInside } from '../ports/http/below.ts';
import { type EnvVar, parseDotenv } from './dotenv.ts';
import type { Ignore } from './ignore.ts';
import { type Params, parseParams } from './params.ts';

/** Every input with its default, exactly as action.yml declares them (a test keeps the two in step). */
export const INPUT_DEFAULTS = {
  platform: '',
  mode: 'auto',
  'production-branch': '',
  variant: '',
  'working-directory': '.',
  server: '',
  token: '',
  secret: '',
  id: '',
  name: '',
  entrypoint: '',
  'content-type': '',
  env: '',
  'health-check-path': '',
  'health-check-timeout': '300',
  timeout: '1800',
  exclude: '',
  include: '',
  preflight: 'auto',
  cache: 'auto',
  params: '',
  wait: 'true',
  force: 'false',
  comment: 'true',
  'pull-request': '',
  'github-token': '',
  'github-deployment': 'false',
  rollback: 'false',
  'fail-on': 'error',
  'sarif-path': '',
} as const;

export type InputName = keyof typeof INPUT_DEFAULTS;
const INPUT_NAMES = Object.keys(INPUT_DEFAULTS) as InputName[];
const SECRETS = ['token', 'secret', 'github-token'] as const satisfies readonly InputName[];

/** A value and where it was written, so that a complaint can point there. */
type RawInput = {
  readonly value: string;
  readonly from: 'default' | 'input' | { readonly file: string; readonly line: number };
};
export type RawInputs = Readonly<Record<InputName, RawInput>>;

export const PLATFORMS = ['ricochet', 'connect', 'clever-cloud', 'deploymill'] as const;
export type PlatformName = (typeof PLATFORMS)[number];
const MODES = ['auto', 'deploy', 'preview', 'teardown', 'invoke', 'check'] as const;
export const PREFLIGHTS = ['auto', 'static', 'sync', 'start'] as const;
/** Short, and neither a preview's name nor production's, whose environments it would share. */
const VARIANT = /^(?!.{21})(?!production$|preview$|(?:.*-)?pr-?\d+$)[a-z0-9]+(?:-[a-z0-9]+)*$/;
const SWITCH = ['auto', 'true', 'false'] as const;
export const FAIL_ON = ['error', 'warning'] as const;

export type Inputs = {
  readonly platform: PlatformName | undefined;
  readonly mode: (typeof MODES)[number];
  /** Exact names; empty for the default branch. */
  readonly productionBranches: readonly string[];
  /** The item next to production that is meant; empty for production itself. Lowercase letters, digits and single dashes. */
  readonly variant: string;
  readonly workingDirectory: string;
  readonly server: string;
  readonly token: string;
  readonly secret: string;
  readonly id: string;
  readonly name: string;
  readonly entrypoint: string;
  readonly contentType: string;
  readonly env: readonly EnvVar[];
  readonly healthCheckPaths: readonly string[];
  readonly healthCheckTimeoutMs: number;
  readonly timeoutMs: number;
  readonly exclude: readonly string[];
  readonly include: readonly string[];
  readonly preflight: (typeof PREFLIGHTS)[number];
  readonly cache: (typeof SWITCH)[number];
  readonly params: Params | undefined;
  readonly wait: boolean;
  readonly force: boolean;
  readonly comment: boolean;
  readonly pullRequest: number | undefined;
  readonly githubToken: string;
  readonly githubDeployment: boolean;
  readonly rollback: boolean;
  readonly failOn: (typeof FAIL_ON)[number];
  /** What the settings ignore, and the platform's own keys: only pyproject.toml has these. */
  readonly ignores: readonly Ignore[];
  readonly own: OwnSettings;
};

/** The keys of `[tool.uv-deploy.<platform>]` that the platform reads itself, with the place to complain about. */
export type OwnSettings = Readonly<
  Record<string, { readonly value: unknown; readonly file: string; readonly line: number }>
>;

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads every `INPUT_*` variable once.
 *
 * The runner hands on inputs that the action does not declare, with a warning nobody reads: here each is an error with the
 * nearest right name.
 */
export function readInputs(environment: Environment): RawInputs {
  const findings: Finding[] = [];
  for (const variable of Object.keys(environment).filter((name) => name.startsWith('INPUT_'))) {
    const name = variable.slice('INPUT_'.length).toLowerCase();
    if ((INPUT_NAMES as string[]).includes(name)) continue;
    const meant = nearest(name.replaceAll('_', '-'), INPUT_NAMES);
    findings.push(
      error(
        'unknown-input',
        `There is no input '${quote(name)}'.`,
        meant
          ? `Did you mean '${meant}'? Correct it under 'with:'.`
          : `Remove it, or use one of: ${INPUT_NAMES.join(', ')}.`,
      ),
    );
  }
  if (findings.length > 0) throw new Failure(findings);

  const raw = {} as Record<InputName, RawInput>;
  for (const name of INPUT_NAMES) {
    const value = inputText(environment, name);
    const fallback = INPUT_DEFAULTS[name];
    raw[name] = value === '' || value === fallback ? { value: fallback, from: 'default' } : { value, from: 'input' };
  }
  return raw;
}

/** What an input says, empty when it is not given. For what has to be known even when other inputs are refused. */
export const inputText = (environment: Environment, name: InputName): string =>
  (environment[`INPUT_${name.toUpperCase()}`] ?? '').trim();

/**
 * The inputs that decide the mode, which are known before the project is read: its settings have no say in it. A value that
 * `parseInputs` will refuse counts as the default here.
 */
export const modeInputs = (raw: RawInputs): Pick<Inputs, 'mode' | 'productionBranches'> => ({
  mode: MODES.find((mode) => mode === raw.mode.value.toLowerCase()) ?? 'auto',
  productionBranches: raw['production-branch'].value.split('\n').filter((line) => line !== ''),
});

/**
 * Parses the inputs, after the project's own settings have been laid under them.
 * `mask` is called with every secret before anything can print it. All complaints come at once.
 */
export function parseInputs(raw: RawInputs, environment: Environment, mask: Host['mask']): Inputs {
  for (const name of SECRETS) if (raw[name].value !== '') mask(raw[name].value);
  const env = parseDotenv(raw.env.value, environment);
  for (const { value } of env.vars) if (!isOrdinary(value)) mask(value, 'variable');

  const findings: Finding[] = [];
  const complain = (name: InputName, message: string, remedy: string) => {
    const { from } = raw[name];
    const place = typeof from === 'object' ? from : {};
    findings.push(error('invalid-input', `Input '${name}' ${message}.`, remedy, place));
  };
  const text = (name: InputName) => raw[name].value;

  const oneOf = <T extends string>(name: InputName, choices: readonly T[]): T => {
    const value = text(name).toLowerCase();
    const found = choices.find((choice) => choice === value);
    if (found !== undefined) return found;
    const meant = nearest(value, choices);
    complain(
      name,
      `is '${quote(text(name))}'`,
      meant ? `Did you mean '${meant}'? It is one of: ${choices.join(', ')}.` : `Use one of: ${choices.join(', ')}.`,
    );
    return choices[0] as T;
  };
  const flag = (name: InputName) => oneOf(name, ['false', 'true']) === 'true';
  const seconds = (name: InputName): number => {
    const value = text(name);
    if (/^\d{1,6}$/.test(value) && Number(value) >= 1 && Number(value) <= 86_400) return Number(value) * 1000;
    complain(name, `is '${quote(value)}'`, 'Give whole seconds, from 1 to 86400.');
    return Number(INPUT_DEFAULTS[name]) * 1000;
  };
  const lines = (name: InputName) =>
    text(name)
      .split(/\r?\n/)
      .map((line) => line.trim())
      .filter((line) => line !== '' && !line.startsWith('#'));
  const secret = (name: (typeof SECRETS)[number]): string => {
    const value = text(name);
    if (/[\u0000-\u001f\u007f]/.test(value)) {
      complain(name, 'holds a line break or another control character', 'Store the secret again as one line.');
      return '';
    }
    return value;
  };

  for (const problem of env.problems) {
    complain(
      'env',
      `line ${problem.line} ${problem.message}`,
      'Write lines NAME=value; quote values with line breaks.',
    );
  }

  for (const name of ['exclude', 'include'] as const) {
    const problem = patternProblem(lines(name));
    if (problem) complain(name, problem, 'Name folders, or files by a few patterns.');
  }

  const paths = lines('health-check-path');
  for (const path of paths) {
    if (!/^\/(?!\/)[^\s\\]*$/.test(path) || !staysInside(path)) {
      complain(
        'health-check-path',
        `has '${quote(path)}'`,
        "Give a path of the app that begins with one '/' and has no '..', such as /health.",
      );
    }
  }

  let params: Inputs['params'];
  if (text('params') !== '') {
    const read = parseParams(text('params'));
    if ('params' in read) params = read.params;
    else complain('params', read.problem, read.remedy);
  }

  const pullRequest = text('pull-request');
  if (pullRequest !== '' && !/^[1-9]\d{0,9}$/.test(pullRequest)) {
    complain('pull-request', `is '${quote(pullRequest)}'`, 'Give the number of the pull request, such as 42.');
  }

  // Read as it was written: the reusable workflow compares whole lines, and its expressions can't trim them.
  const branches = environment['INPUT_PRODUCTION-BRANCH'] ?? text('production-branch');
  if (/[^\S\n]|[~^:?*[\\]|^refs\//m.test(branches)) {
    const remedy = 'Write exact names of branches, one per line, such as main: no patterns, no spaces, no refs/heads/.';
    complain('production-branch', `is '${quote(branches)}'`, remedy);
  }

  const variant = text('variant');
  if (variant !== '' && !VARIANT.test(variant)) {
    complain(
      'variant',
      `is '${quote(variant)}'`,
      'Write up to 20 lowercase letters, digits and single dashes, such as staging; leave it out for production. A name such as pr-7 is for previews.',
    );
  }
  // Settings describe production; an id of the step's own would make one item both.
  if (variant !== '' && raw.id.from === 'input') {
    complain(
      'variant',
      "names an item of its own, and 'id' names another",
      "Leave out 'id': the variant is found by its name.",
    );
  }

  oneOf('mode', MODES);
  const inputs: Inputs = {
    ...modeInputs(raw),
    platform: text('platform') === '' ? undefined : oneOf('platform', PLATFORMS),
    workingDirectory: text('working-directory'),
    server: text('server'),
    token: secret('token'),
    secret: secret('secret'),
    variant,
    id: variant === '' ? text('id') : '',
    name: text('name'),
    entrypoint: text('entrypoint'),
    contentType: text('content-type'),
    env: env.vars,
    healthCheckPaths: paths,
    healthCheckTimeoutMs: seconds('health-check-timeout'),
    timeoutMs: seconds('timeout'),
    exclude: lines('exclude'),
    include: lines('include'),
    preflight: oneOf('preflight', PREFLIGHTS),
    cache: oneOf('cache', SWITCH),
    params,
    wait: flag('wait'),
    force: flag('force'),
    comment: flag('comment'),
    pullRequest: pullRequest === '' ? undefined : Number(pullRequest),
    githubToken: secret('github-token'),
    githubDeployment: flag('github-deployment'),
    rollback: flag('rollback'),
    failOn: oneOf('fail-on', FAIL_ON),
    ignores: [],
    own: {},
  };
  if (findings.length > 0) throw new Failure(findings);
  return inputs;
}
