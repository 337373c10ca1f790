import { error, type Finding } from '../findings/finding.ts';
import { quote } from '../findings/text.ts';
import type { Inputs } from '../inputs/inputs.ts';
import type { Access, GatewayDeps, SignOnDeps } from '../platforms/gateway.ts';
import type { Platform } from '../platforms/platform.ts';
import { remoteHead } from '../ports/git.ts';
import type { Host } from '../ports/host.ts';
import { REQUEST_LIMIT_MS } from '../ports/http/http.ts';
import { type ReadFailure, readFailure } from '../project/failure/reading.ts';
import type { Deps, Run } from '../report/deps.ts';
import type { Verdict } from '../report/gate.ts';

type Environment = Deps['environment'];

type AccessSubject = Pick<Run, 'platform' | 'inputs' | 'environment'> & { readonly host: Pick<Host, 'mask'> };

/**
 * Where to deploy to and with which credential: the inputs, else the platform's own variables. The token is empty when the platform
 * trusts GitHub and the job may show who it is: `signOn` gets one then.
 * Without a value and without findings, no credential is given at all.
 */
export function readAccess({ platform, inputs, environment, host }: AccessSubject): Verdict<Access> {
  const { credentials } = platform;
  const fallback = (name: string | undefined) => (name === undefined ? '' : (environment[name] ?? '').trim());
  const pair = {
    token: inputs.token || fallback(credentials.token),
    secret: inputs.secret || fallback(credentials.secret?.env),
  };
  const single = pair.token === '' ? fallback(credentials.single) : '';
  const { token, secret } = single === '' ? pair : { token: single, secret: '' };
  const consumer = { key: fallback(credentials.consumer?.key), secret: fallback(credentials.consumer?.secret) };
  for (const value of [token, secret, consumer.secret]) if (value !== '') host.mask(value);
  if (token === '' && (platform.signIn === undefined || jobIdentity(environment) === undefined))
    return { findings: [] };
  const isBroken = (value: string) => /[\u0000-\u001f\u007f]/.test(value);
  if (isBroken(token) || isBroken(secret)) {
    const ofToken = single === '' ? credentials.token : credentials.single;
    const name = isBroken(token) ? ofToken : credentials.secret?.env;
    const message = `${name} holds a line break or another control character.`;
    return { findings: [error('invalid-input', message, 'Store the secret again as one line.')] };
  }
  const broken = notTheKey(token, platform);
  if (broken) return { findings: [broken] };
  if (token !== '' && token !== single && secret === '' && credentials.secret?.isRequired)
    return { findings: [noSecret(platform)] };
  if ((consumer.key === '') !== (consumer.secret === '')) return { findings: [halfConsumer(platform, consumer.key)] };
  const { value: server, findings } = serverOf(platform, inputs, environment);
  if (findings.length > 0) return { findings };
  return server === undefined
    ? { findings: [noServer(platform, token)] }
    : { value: { server, token, secret, ...(consumer.key !== '' && { consumer }) }, findings };
}

/** The same for a run that needs a credential: without a value, a finding says why. */
export function requireAccess(run: AccessSubject, read: Verdict<Access> = readAccess(run)): Verdict<Access> {
  return isWithout(read) ? { findings: [noToken(run.platform)] } : read;
}

/** Whether no credential was given at all. */
export const isWithout = ({ value, findings }: Verdict<Access>): boolean =>
  value === undefined && findings.length === 0;

/** Says so where the text is the expression for a secret and not its value, or holds more than the key. */
function notTheKey(token: string, { credentials }: Platform): Finding | undefined {
  if (/^[${\s]*secrets\.\w+[}\s]*$/.test(token)) {
    const message = `The input 'token' is the name of a secret, not its value: GitHub only replaces \${{ … }}.`;
    const remedy = `Write \`token: \${{ secrets.${credentials.token} }}\` in the workflow, with the name of your secret.`;
    return error('invalid-input', message, remedy);
  }
  const wrapped = wrappingOf(token, credentials.token);
  return wrapped === undefined ? undefined : notAlone(wrapped);
}

/** What people copy along with a key. */
function wrappingOf(token: string, variable: string): string | undefined {
  if (token.startsWith(`${variable}=`)) return `'${variable}='`;
  const scheme = /^(Bearer|Key|Basic|token) /i.exec(token)?.[1];
  if (scheme) return `'${scheme}'`;
  return /^(["'`]).*\1$/s.test(token) ? 'a quotation mark' : undefined;
}

const notAlone = (wrapping: string): Finding =>
  error(
    'invalid-input',
    `The input 'token' begins with ${wrapping}, which is not a part of the key.`,
    'Store the key alone as the secret.',
  );

const noSecret = ({ name, credentials }: Platform): Finding =>
  error(
    'no-secret',
    `${name} needs a token and its secret, and the secret is empty.`,
    `Set the input 'secret' as well, such as secret: \${{ secrets.${credentials.secret?.env} }}.`,
  );

const halfConsumer = ({ credentials }: Platform, key: string): Finding => {
  const names = [credentials.consumer?.key, credentials.consumer?.secret];
  const [set, missing] = key === '' ? names.reverse() : names;
  return error(
    'invalid-input',
    `${set} is set without ${missing}: the two name the application that the token was made for.`,
    `Set ${missing} too, or remove ${set}.`,
  );
};

const noServer = ({ credentials }: Platform, token: string): Finding =>
  error(
    'no-server',
    token === '' ? 'There is no server to deploy to.' : 'There is a token, but no server to deploy to.',
    `Set the input 'server', or the variable ${credentials.server}, to the server's URL.`,
  );

/** The address of the platform's server: the input, else the platform's own variable. Without a value and without findings, none is given. */
export function serverOf(
  { credentials, defaultServer = '' }: Pick<Platform, 'credentials' | 'defaultServer'>,
  inputs: Pick<Inputs, 'server'>,
  environment: Environment,
): Verdict<string> {
  const text = inputs.server || (environment[credentials.server ?? ''] ?? '').trim() || defaultServer;
  return text === '' ? { findings: [] } : serverUrl(text);
}

/** Where the job can ask GitHub for its identity: GitHub sets both with `id-token: write`. */
function jobIdentity(environment: Environment): SignOnDeps['identity'] | undefined {
  const { ACTIONS_ID_TOKEN_REQUEST_URL: url = '', ACTIONS_ID_TOKEN_REQUEST_TOKEN: token = '' } = environment;
  return url === '' || token === '' || !URL.canParse(url) ? undefined : { url, token };
}

/** The access with the server's own address: people copy that of a page. */
export async function locate(access: Access, run: Run): Promise<Access> {
  const server = await run.platform.locate?.(access.server, run);
  return server === undefined || server === access.server ? access : { ...access, server };
}

/** The access with the server's own address and a token: where there is none, the platform gives a short-lived one for the identity of the workflow. */
export async function signOn(given: Access, run: Run): Promise<Access> {
  const { platform, environment, host, stage } = run;
  const access = await locate(given, run);
  const identity = jobIdentity(environment);
  if (access.token !== '' || platform.signIn === undefined || identity === undefined) return access;
  const { mask } = host;
  mask(identity.token);
  const signIn = platform.signIn.bind(platform);
  const token = await stage('Sign in', () => signIn(access.server, { ...gatewayDeps(run), mask, identity }));
  return { ...access, token };
}

/** The finding for a run that needs a credential and has none. */
const noToken = ({ name, credentials, signIn }: Platform): Finding =>
  error(
    'no-token',
    `The input 'token' is empty, so there is no credential for ${name}.`,
    `Add \`token: \${{ secrets.${credentials.token} }}\` to the step. If it is there, no secret has that name: check the spelling under Settings > Secrets and variables > Actions, or in the environment of the job. \`mode: check\` needs none.${signIn ? ' Or give the job `permissions: id-token: write`, and let the server trust the workflow.' : ''}`,
  );

/** The world as a platform sees it. No single request takes longer than the whole deployment may. */
export const gatewayDeps = (
  { inputs, http, visit, clock, signal, say, host, context, journal, report, ...run }: Run,
  read: ReadFailure = (words) => readFailure(words, { kind: 'app', files: [], project: run.project }),
): GatewayDeps => ({
  http: (request) => http({ limitMs: Math.min(REQUEST_LIMIT_MS, inputs.timeoutMs), ...request }),
  ...{ visit, clock, signal, say, report, timeoutMs: inputs.timeoutMs, quoted: host.quoted, created: journal.created },
  readFailure: read,
  ...{ note: journal.note, mask: host.mask, atEnd: run.atEnd },
  remoteHead: (branch) =>
    remoteHead({ dir: run.project.dir, url: context.repositoryUrl, branch }, { exec: run.exec, signal }),
  origin: {
    repository: context.repositoryUrl,
    branch: context.branch,
    commit: context.pullRequest?.sha || context.sha,
    run: context.runUrl,
    ...(context.pullRequest && { pullRequest: context.pullRequest.number }),
  },
});

/** The URL without a trailing slash, query and fragment. */
function serverUrl(text: string): Verdict<string> {
  const url = /^https?:\/\//i.test(text) && URL.canParse(text) ? new URL(text) : undefined;
  // What is no URL may hold a password as well: it is not quoted then.
  if (url ? url.username !== '' || url.password !== '' : text.includes('@')) {
    const remedy = "Remove it from the URL: credentials belong in 'token'.";
    return { findings: [error('invalid-server', 'The server URL holds a user name or password.', remedy)] };
  }
  if (url === undefined) {
    const message = `The server '${quote(text)}' is not an http(s) URL.`;
    return { findings: [error('invalid-server', message, 'Give a URL such as https://ricochet.example.com.')] };
  }
  return { value: `${url.origin}${url.pathname}`.replace(/\/+$/, ''), findings: [] };
}
