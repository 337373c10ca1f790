import { patternProblem } from '../bundle/pattern.ts';
import { Failure } from '../findings/finding.ts';
import { isOrdinary } from '../findings/secrets.ts';
import { quote } from '../findings/text.ts';
import type { Host } from '../ports/host.ts';
import { staysInside } from '../ports/http/below.ts';
import { type DotenvProblem, parseDotenv } from './dotenv.ts';
import type { Ignore } from './ignore.ts';
import { type Params, parseParams } from './params.ts';
import { type RawInputs, SECRETS } from './raw.ts';
import { createReader, type Reader } from './reader.ts';

export const PLATFORMS = ['ricochet', 'connect', 'clever-cloud', 'deploymill'] as const;
export type PlatformName = (typeof PLATFORMS)[number];
const MODES = ['auto', 'deploy', 'preview', 'teardown', 'invoke', 'check'] as const;
export const PREFLIGHTS = ['auto', 'static', 'sync', 'start', 'image'] as const;
/** Those that start the app, too. */
export const startsApp = (preflight: (typeof PREFLIGHTS)[number]): boolean =>
  preflight === 'start' || preflight === 'image';
/** Short, and neither a preview's name nor production's, whose environments it would share. */
const VARIANT = /^(?!.{21})(?!production$|preview$|(?:.*-)?pr-?\d+$)[a-z0-9]+(?:-[a-z0-9]+)*$/;
const SWITCH = ['auto', 'true', 'false'] as const;
export const FAIL_ON = ['error', 'warning'] as const;

/** What the step was asked for, with what the settings of the project say. */
export type Inputs = ReturnType<typeof parseInputs>;

/** The keys of `[tool.uv-deploy.<platform>]` that the platform reads itself, with the place to complain about. */
export type OwnSettings = Readonly<
  Record<string, { readonly value: unknown; readonly file: string; readonly line: number }>
>;

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The inputs that decide the mode, which are known before the project is read: its settings have no say in it. A value that
 * `parseInputs` will refuse counts as the default here.
 */
export const modeInputs = (raw: RawInputs) => ({
  mode: MODES.find((mode) => mode === raw.mode.value.toLowerCase()) ?? 'auto',
  /** Exact names; empty for the default branch. */
  productionBranches: raw['production-branch'].value.split('\n').filter(Boolean) as readonly string[],
});

/**
 * Parses the inputs, after the project's own settings have been laid under them.
 * `mask` is called with every secret before anything can print it. All complaints come at once.
 */
export function parseInputs(raw: RawInputs, environment: Environment, mask: Host['mask']) {
  for (const name of SECRETS) if (raw[name].value !== '') mask(raw[name].value);
  const env = parseDotenv(raw.env.value, environment);
  for (const { value } of env.vars) if (!isOrdinary(value)) mask(value, 'variable');

  const read = createReader(raw);
  checkLists(read, env.problems);
  const healthCheckPaths = readPaths(read);
  const params = readParams(read);
  const pullRequest = readPullRequest(read);
  // Read as it was written: the reusable workflow compares whole lines, and its expressions can't trim them.
  checkBranches(read, environment['INPUT_PRODUCTION-BRANCH'] ?? read.text('production-branch'));
  const variant = readVariant(read);
  read.oneOf('mode', MODES);
  const inputs = {
    ...modeInputs(raw),
    platform: read.text('platform') === '' ? undefined : read.oneOf('platform', PLATFORMS),
    workingDirectory: read.text('working-directory'),
    server: read.text('server'),
    token: read.secret('token'),
    secret: read.secret('secret'),
    /** The item next to production that is meant; empty for production itself. Lowercase letters, digits and single dashes. */
    variant,
    id: variant === '' ? read.text('id') : '',
    name: read.text('name'),
    entrypoint: read.text('entrypoint'),
    contentType: read.text('content-type'),
    env: env.vars,
    healthCheckPaths,
    healthCheckTimeoutMs: read.seconds('health-check-timeout'),
    timeoutMs: read.seconds('timeout'),
    exclude: read.lines('exclude'),
    include: read.lines('include'),
    preflight: read.oneOf('preflight', PREFLIGHTS),
    cache: read.oneOf('cache', SWITCH),
    params,
    wait: read.flag('wait'),
    force: read.flag('force'),
    comment: read.flag('comment'),
    pullRequest,
    githubToken: read.secret('github-token'),
    githubDeployment: read.flag('github-deployment'),
    rollback: read.flag('rollback'),
    failOn: read.oneOf('fail-on', FAIL_ON),
    /** What the settings ignore, and the platform's own keys: only pyproject.toml has these. */
    ignores: [] as readonly Ignore[],
    own: {} as OwnSettings,
  };
  if (read.findings.length > 0) throw new Failure(read.findings);
  return inputs;
}

function checkLists({ lines, complain }: Reader, problems: readonly DotenvProblem[]): void {
  for (const { line, message } of problems) {
    complain('env', `line ${line} ${message}`, 'Write lines NAME=value; quote values with line breaks.');
  }
  for (const name of ['exclude', 'include'] as const) {
    const problem = patternProblem(lines(name));
    if (problem) complain(name, problem, 'Name folders, or files by a few patterns.');
  }
}

function readPaths({ lines, complain }: Reader): string[] {
  const paths = lines('health-check-path');
  for (const path of paths.filter((path) => !/^\/(?!\/)[^\s\\]*$/.test(path) || !staysInside(path))) {
    const isList = /^(?:- |\[)|,/.test(path);
    const remedy = isList
      ? "Write one path per line, without '- ', brackets, quotes or commas."
      : "Give a path of the app that begins with one '/' and has no '..', such as /health.";
    complain('health-check-path', `has '${quote(path)}'`, remedy);
  }
  return paths;
}

function readParams({ text, complain }: Reader): Params | undefined {
  if (text('params') === '') return undefined;
  const read = parseParams(text('params'));
  if ('params' in read) return read.params;
  complain('params', read.problem, read.remedy);
  return undefined;
}

function readPullRequest({ text, complain }: Reader): number | undefined {
  const value = text('pull-request');
  if (value === '') return undefined;
  if (!/^[1-9]\d{0,9}$/.test(value)) {
    complain('pull-request', `is '${quote(value)}'`, 'Give the number of the pull request, such as 42.');
  }
  return Number(value);
}

function checkBranches({ complain }: Reader, branches: string): void {
  if (!/[^\S\n]|[~^:?*[\\]|^refs\//m.test(branches)) return;
  const remedy = 'Write exact names of branches, one per line, such as main: no patterns, no spaces, no refs/heads/.';
  complain('production-branch', `is '${quote(branches)}'`, remedy);
}

function readVariant({ text, isGiven, complain }: Reader): string {
  const variant = text('variant');
  if (variant !== '' && !VARIANT.test(variant)) {
    complain(
      'variant',
      `is '${quote(variant)}'`,
      'Write up to 20 lowercase letters, digits and single dashes, such as staging; leave it out for production. A name such as pr-7 is for previews.',
    );
  }
  // Settings describe production; an id of the step's own would make one item both.
  if (variant !== '' && isGiven('id')) {
    complain(
      'variant',
      "has its own item, and 'id' names another one",
      "Remove 'id': the variant is found by its name.",
    );
  }
  return variant;
}
