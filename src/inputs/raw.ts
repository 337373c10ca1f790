import { error, Failure, type Finding } from '../findings/finding.ts';
import { nearest, partOf } from '../findings/nearest.ts';
import { quote } from '../findings/text.ts';

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
export const SECRETS = ['token', 'secret', 'github-token'] as const satisfies readonly InputName[];

/** A value and where it was written, so that a complaint can point there. */
type RawInput = {
  readonly value: string;
  readonly from: 'default' | 'input' | { readonly file: string; readonly line: number };
};
export type RawInputs = Readonly<Record<InputName, RawInput>>;

type Environment = Readonly<Record<string, string | undefined>>;

/** What other actions call these. */
const MEANT: Readonly<Record<string, InputName>> = { 'api-key': 'token', key: 'token', host: 'server', url: 'server' };

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
    const dashed = name.replaceAll('_', '-');
    const meant =
      MEANT[dashed.replace(/^.*(?=api-key)/, '')] ?? nearest(dashed, INPUT_NAMES) ?? partOf(dashed, INPUT_NAMES);
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
