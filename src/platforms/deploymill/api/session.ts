import { type Failure, failure } from '../../../findings/finding.ts';
import { quote } from '../../../findings/text.ts';
import type { Attempt } from '../../../ports/http/once.ts';
import { isPassing } from '../../../ports/http/retry.ts';
import type { Access, GatewayDeps } from '../../gateway.ts';
import { type Refusal, refusal } from '../../shared/refusals.ts';
import { dataOf, refusalIn } from './answers.ts';
import { fitArguments, type Wish } from './arguments.ts';
import { createLine } from './fetch.ts';
import { indexTools, type ToolName, type Tools } from './tools.ts';
import type { Trouble, Wire } from './wire.ts';

/** What a session needs to know beside the credential. */
export type SessionSettings = {
  readonly clientId: string;
  readonly toolArgs: Readonly<Record<string, object>>;
};

/** A conversation with deploymill's MCP server. It begins with the first call. Everything throws a `Failure` or `Cancelled`. */
export type Session = {
  tools(): Promise<Tools>;
  /** Calls a tool that changes nothing when it is called twice, and answers its data. */
  call(name: ToolName, wish: Wish): Promise<unknown>;
  /** Calls a tool one time; what becomes of a call without an answer is the caller's to find out: see `takeOnce`. */
  attempt(name: ToolName, wish: Wish): Promise<Attempt<unknown>>;
};

/** Where the tools are, below the server's address (deploymill's documentation). */
const PATH = '/mcp';
/** The longest list of tools that a summary is filled with, in characters. */
const MOST_DESCRIPTION = 200_000;
/** Longer than connecting, listing and reading logs take; only what builds an image may take all of the step's time. */
const QUICK_MS = 120_000;
const QUICK: readonly ToolName[] = ['list_deployments', 'list_previews', 'get_logs'];
/** A session that is left is given up within this time. */
const CLOSE_MS = 2_000;

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/** The connection under a session, which is opened again after it broke. */
function createConnection(access: Access, { clientId }: SessionSettings, deps: GatewayDeps) {
  const { server } = access;
  const { clock, signal, timeoutMs } = deps;
  const endpoint = new URL(`${server}${PATH}`);
  const { fetch, answered } = createLine(deps.http, timeoutMs);
  const load = () => import('./wire.ts');
  let opened: Promise<{ readonly wire: Wire; readonly tools: Tools }> | undefined;

  const open = async () => {
    if (endpoint.protocol === 'http:' && !LOOPBACK.test(endpoint.hostname)) throw insecure(server);
    const { connect, providerFor } = await load();
    const provider = await providerFor({ access, clientId, endpoint, fetch }, deps);
    const wire = await answered(() => connect({ endpoint, provider, fetch, limitMs: Math.min(timeoutMs, QUICK_MS) }));
    deps.atEnd(() => Promise.race([wire.close(), clock.sleep(CLOSE_MS, AbortSignal.timeout(CLOSE_MS))]));
    return { wire, tools: indexTools(await answered(() => wire.tools())) };
  };

  /** The failure for what went wrong; a session that broke is not used again. */
  const told = async (step: string, trouble: Trouble): Promise<Failure> => {
    if (trouble.kind === 'broken' || trouble.kind === 'status') opened = undefined;
    if (trouble.kind !== 'unauthorized') return failureOf(step, server, trouble);
    const { signInNeeded, signInOf } = await load();
    return clientId === '' ? unauthorized(server, (await signInOf(endpoint, fetch)).grants) : signInNeeded();
  };

  const examine = async (step: string, error: unknown) => {
    signal.throwIfAborted();
    const trouble = (await load()).troubleIn(error);
    return { trouble, failure: await told(step, trouble) };
  };

  return {
    ...{ load, answered, examine },
    get: async () => {
      opened ??= open();
      try {
        return await opened;
      } catch (error) {
        opened = undefined;
        throw (await examine('connecting', error)).failure;
      }
    },
  };
}

export function createSession(access: Access, settings: SessionSettings, deps: GatewayDeps): Session {
  const { say, signal, timeoutMs } = deps;
  const connection = createConnection(access, settings, deps);
  const { load, answered, examine } = connection;
  let isShown = false;

  /** Shows what the server has, once: so that whoever meets a difference can report it. */
  const show = (tools: Tools): void => {
    if (!isShown) deps.note(`The tools of ${access.server}: ${tools.description.slice(0, MOST_DESCRIPTION)}`);
    isShown = true;
  };

  const prepare = async (name: ToolName, wish: Wish) => {
    const { wire, tools } = await connection.get();
    if (tools.find(name) === undefined) show(tools);
    const tool = tools.need(name);
    const fitted = fitArguments(tool, wish, settings.toolArgs[name]);
    const problem = 'problem' in fitted ? fitted.problem : (await load()).problemIn(tool.inputSchema, fitted.args);
    if (problem !== undefined || 'problem' in fitted) {
      show(tools);
      throw unfit(name, problem ?? '', tool.inputSchema);
    }
    const onprogress = (words: string) => deps.quoted(quote(words, 300));
    const limitMs = QUICK.includes(name) ? Math.min(timeoutMs, QUICK_MS) : timeoutMs;
    return () => answered(() => wire.call(tool.name, fitted.args, { limitMs, signal, onprogress }));
  };

  const attempt = async (name: ToolName, wish: Wish): Promise<Attempt<unknown>> => {
    const send = await prepare(name, wish);
    let result: unknown;
    try {
      result = await send();
    } catch (error) {
      const { trouble, failure } = await examine(stepOf(name), error);
      const outcome = outcomeOf(trouble, failure);
      if (outcome) return outcome;
      throw failure;
    }
    const refused = refusalIn(name, result);
    if (refused) throw refused;
    return { outcome: 'accepted', taken: dataOf(result) };
  };

  return {
    tools: async () => (await connection.get()).tools,
    attempt,
    call: async (name, wish) => {
      const first = await attempt(name, wish);
      if (first.outcome === 'accepted') return first.taken;
      say(`'${name}' has no usable answer; calling it again.`);
      const second = await attempt(name, wish);
      if (second.outcome === 'accepted') return second.taken;
      throw second.failure;
    },
  };
}

/** What may have become of a call without an answer; nothing where the server has certainly refused it. */
function outcomeOf(trouble: Trouble, failure: Failure): Exclude<Attempt<never>, { outcome: 'accepted' }> | undefined {
  if (trouble.kind === 'broken') {
    const { error, message } = trouble;
    if (error?.sent ?? true) return { outcome: 'unknown', why: message, failure };
    return error && isPassing(error) ? { outcome: 'again', failure } : undefined;
  }
  if (trouble.kind === 'status' && (trouble.status >= 500 || trouble.status === 404)) {
    return { outcome: 'unknown', why: `the answer was ${trouble.status}`, failure };
  }
  const isUnsure = trouble.kind === 'refused' && !trouble.isCertain;
  return isUnsure ? { outcome: 'unknown', why: quote(trouble.message, 200), failure } : undefined;
}

const stepOf = (name: ToolName): string => `calling '${name}'`;

const BY_STATUS: Readonly<Record<number, Refusal>> = {
  403: refusal(
    'forbidden',
    'this credential may not do that',
    'Use the credential of a member of the organisation that owns the app.',
  ),
  404: refusal(
    'not-deploymill',
    'there is no MCP server at this address, or it has forgotten the session',
    "Set 'server' to the address of deploymill without a path, such as https://deploymill.com, and run the job again.",
  ),
  429: refusal('rate-limited', 'the server limits the number of requests', 'Run the job again later.'),
  500: refusal('server-error', 'the server had an error', 'Run the job again later.'),
};
const OTHERS = refusal('refused', 'the server refused', 'Fix what the server names, and run the job again.');

function failureOf(step: string, server: string, trouble: Exclude<Trouble, { kind: 'unauthorized' }>): Failure {
  const what = `${step.charAt(0).toUpperCase()}${step.slice(1)} failed`;
  if (trouble.kind === 'status') {
    const { code, why, remedy } = BY_STATUS[Math.min(trouble.status, 500)] ?? OTHERS;
    const isRedirect = trouble.status >= 300 && trouble.status < 400;
    return isRedirect
      ? failure(
          'server-redirects',
          `${what}: ${server} redirects elsewhere (${quote(trouble.text, 200)}).`,
          "Correct 'server'.",
        )
      : failure(code, `${what}: ${why} (${trouble.status}).`, remedy);
  }
  if (trouble.kind === 'refused') {
    return failure('refused', `${what}: ${quote(trouble.message, 500)}`, OTHERS.remedy);
  }
  const remedy = `Check that ${server} is the right 'server' and that this runner can reach it.`;
  const options = trouble.error ? { cause: trouble.error } : {};
  return failure('server-unreachable', `${what}: ${quote(trouble.message, 500)}.`, remedy, options);
}

const unauthorized = (server: string, grants: readonly string[] | undefined): Failure =>
  failure(
    'invalid-key',
    `${server} does not accept the token.${grants ? ` Its sign-in offers: ${quote(grants.join(', '), 200) || 'nothing'}.` : ''}`,
    'deploymill documents sign-in with a browser only, and such a token soon ends. Ask deploymill for a credential for CI, or use mode: check.',
  );

const insecure = (server: string): Failure =>
  failure(
    'invalid-server',
    `The server ${quote(server, 200)} is not reached by https, and the token would be readable on the way.`,
    "Write https:// in 'server'.",
  );

const unfit = (name: ToolName, problem: string, schema: unknown): Failure =>
  failure(
    'tool-arguments',
    `The tool '${name}' of this server takes other arguments than uv-deploy gives: ${quote(problem, 500)}. Its schema: ${quote(JSON.stringify(schema), 1_000)}`,
    `Write what is missing as a table [tool.uv-deploy.deploymill.tool-args.${name}] in pyproject.toml, and please report it: the summary of the job has the server’s own list of tools.`,
  );
