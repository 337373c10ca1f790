import { error, Failure, type Finding, failure } from '../findings/finding.ts';
import { quote } from '../findings/text.ts';
import type { Inputs } from '../inputs/inputs.ts';
import type { Access, Platform, SignOnDeps } from '../platforms/platform.ts';
import type { Deps } from '../report/deps.ts';
import { gatewayDeps } from './gateway-deps.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Where to deploy to and with which credential: the inputs, else the platform's own variables. The token is empty when the platform
 * trusts GitHub and the job may show who it is: `signOn` gets one then.
 * Answers `undefined` when no credential is given at all. Throws when one is given that can't be used.
 */
export function readAccess(
  platform: Platform,
  inputs: Inputs,
  environment: Environment,
  mask: (secret: string) => void,
): Access | undefined {
  const { credentials } = platform;
  const fallback = (name: string | undefined) => (name === undefined ? '' : (environment[name] ?? '').trim());
  const token = inputs.token || fallback(credentials.token);
  const secret = inputs.secret || fallback(credentials.secret?.env);
  for (const value of [token, secret]) if (value !== '') mask(value);
  if (token === '' && (platform.signIn === undefined || jobIdentity(environment) === undefined)) return undefined;
  const isBroken = (value: string) => /[\u0000-\u001f\u007f]/.test(value);
  if (isBroken(token) || isBroken(secret)) {
    throw failure(
      'invalid-input',
      `${isBroken(token) ? credentials.token : credentials.secret?.env} holds a line break or another control character.`,
      'Store the secret again as one line.',
    );
  }
  if (token !== '' && secret === '' && credentials.secret?.isRequired) {
    throw failure(
      'no-secret',
      `${platform.name} takes a token together with its secret only, and there is no secret.`,
      `Set the input 'secret' as well, such as secret: \${{ secrets.${credentials.secret.env} }}.`,
    );
  }
  const server = serverOf(platform, inputs, environment);
  if (server === undefined) {
    throw failure(
      'no-server',
      token === '' ? 'There is no server to deploy to.' : 'There is a token, but no server to deploy to.',
      `Set the input 'server', or the variable ${credentials.server}, to the server's URL.`,
    );
  }
  return { server, token, secret };
}

/** The address of the platform's server: the input, else the platform's own variable. Throws when it is none. */
export function serverOf(
  { credentials, defaultServer = '' }: Pick<Platform, 'credentials' | 'defaultServer'>,
  inputs: Pick<Inputs, 'server'>,
  environment: Environment,
): string | undefined {
  const text = inputs.server || (environment[credentials.server ?? ''] ?? '').trim() || defaultServer;
  return text === '' ? undefined : serverUrl(text);
}

/** Where the job can ask GitHub for its identity: GitHub sets both with `id-token: write`. */
function jobIdentity(environment: Environment): SignOnDeps['identity'] | undefined {
  const { ACTIONS_ID_TOKEN_REQUEST_URL: url = '', ACTIONS_ID_TOKEN_REQUEST_TOKEN: token = '' } = environment;
  return url === '' || token === '' || !URL.canParse(url) ? undefined : { url, token };
}

/** The access with the server's own address: people copy that of a page. */
export async function locate(access: Access, platform: Platform, { http, clock, signal, host }: Deps): Promise<Access> {
  const say = (line: string) => host.info(line);
  const server = await platform.locate?.(access.server, { http, clock, signal, say });
  return server === undefined || server === access.server ? access : { ...access, server };
}

/** The access with the server's own address and a token: where there is none, the platform gives a short-lived one for the identity of the workflow. */
export async function signOn(given: Access, platform: Platform, inputs: Inputs, deps: Deps): Promise<Access> {
  const access = await locate(given, platform, deps);
  const identity = jobIdentity(deps.environment);
  if (access.token !== '' || platform.signIn === undefined || identity === undefined) return access;
  const { host, stage } = deps;
  const { mask } = host;
  mask(identity.token);
  const signIn = platform.signIn.bind(platform);
  const token = await stage('Sign in', () => signIn(access.server, { ...gatewayDeps(inputs, deps), mask, identity }));
  return { ...access, token };
}

/** As `readAccess`, with its complaint as findings: to be told along with what the checks find. */
export function tryAccess(...args: Parameters<typeof readAccess>): {
  readonly access: Access | undefined;
  readonly findings: readonly Finding[];
} {
  try {
    return { access: readAccess(...args), findings: [] };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { access: undefined, findings: error.findings };
  }
}

/** That a run which needs a credential has none. */
export const noToken = ({ name, credentials, signIn }: Platform): Finding =>
  error(
    'no-token',
    `There is no credential for ${name}.`,
    `Set the input 'token' to a secret, such as token: \${{ secrets.${credentials.token} }}.${signIn ? ' Or give the job permissions: id-token: write, and let the server trust the workflow.' : ''} Without one, use mode: check.`,
  );

/** The URL without a trailing slash, query and fragment. */
function serverUrl(text: string): string {
  const fail = (why: string, remedy: string) =>
    failure('invalid-server', `The server '${quote(text)}' ${why}.`, remedy);
  const example = 'Give a URL such as https://ricochet.example.com.';
  const url = /^https?:\/\//i.test(text) && URL.canParse(text) ? new URL(text) : undefined;
  // What is no URL may hold a password as well: it is not quoted then.
  if (url ? url.username !== '' || url.password !== '' : text.includes('@')) {
    throw failure(
      'invalid-server',
      'The server URL holds a user name or password.',
      "Take it out of the URL: credentials belong into 'token'.",
    );
  }
  if (url === undefined) throw fail('is not an http(s) URL', example);
  return `${url.origin}${url.pathname}`.replace(/\/+$/, '');
}
