/** The official MCP client, in a chunk of its own: only runs that talk to deploymill load it. */
import {
  Client,
  type FetchLike,
  InsecureTokenEndpointError,
  OAuthClientFlowError,
  OAuthError,
  ProtocolError,
  SdkError,
  SdkErrorCode,
  SdkHttpError,
  StreamableHTTPClientTransport,
  UnauthorizedError,
} from '@modelcontextprotocol/client';
import { CfWorkerJsonSchemaValidator } from '@modelcontextprotocol/client/validators/cf-worker';
import { Cancelled, Failure, messageOf } from '../../../findings/finding.ts';
import { NetworkError } from '../../../ports/http/http.ts';
import type { Tool } from './tools.ts';

export { providerFor, signInNeeded, signInOf } from './credential.ts';

type Provider = NonNullable<ConstructorParameters<typeof StreamableHTTPClientTransport>[1]>['authProvider'];

/** A connection to an MCP server. */
export type Wire = {
  tools(): Promise<readonly Tool[]>;
  call(name: string, args: Record<string, unknown>, options: CallOptions): Promise<unknown>;
  close(): Promise<void>;
};

/** More pages of tools than a server with a reason has. */
const MOST_PAGES = 20;

type CallOptions = { readonly limitMs: number; readonly signal: AbortSignal; onprogress(words: string): void };

type Target = {
  readonly endpoint: URL;
  readonly provider: Provider;
  readonly fetch: FetchLike;
  readonly limitMs: number;
};

/**
 * Connects, by the newest protocol that both sides know; servers that stumble over the question are asked in the old way. Nothing is
 * offered to the server: it can't ask questions.
 */
export async function connect(target: Target): Promise<Wire> {
  try {
    return await open(target, 'auto');
  } catch (error) {
    const isUndecided = error instanceof SdkError && error.code === SdkErrorCode.EraNegotiationFailed;
    if (!isUndecided || (statusOf(error) ?? 0) >= 500) throw error;
    return open(target, 'legacy');
  }
}

async function open({ endpoint, provider, fetch, limitMs }: Target, mode: 'auto' | 'legacy'): Promise<Wire> {
  const client = new Client(
    { name: 'uv-deploy', version: '1' },
    {
      capabilities: {},
      versionNegotiation: { mode },
      inputRequired: { autoFulfill: false },
      listMaxPages: MOST_PAGES,
      // What a tool answers is read leniently: an answer that does not fit its schema has done its work all the same.
      jsonSchemaValidator: {
        getValidator: () => (input) => ({ valid: true, data: input as never, errorMessage: undefined }),
      },
    },
  );
  const transport = new StreamableHTTPClientTransport(endpoint, { fetch, ...(provider && { authProvider: provider }) });
  await client.connect(transport, { timeout: limitMs });
  return {
    tools: async () => (await client.listTools({}, { timeout: limitMs })).tools,
    call: (name, args, { limitMs: timeout, signal, onprogress }) =>
      client.callTool(
        { name, arguments: args },
        {
          ...{ timeout, maxTotalTimeout: timeout, resetTimeoutOnProgress: true, signal },
          onprogress: ({ message }) => {
            if (message !== undefined) onprogress(message);
          },
        },
      ),
    close: async () => {
      await transport.terminateSession();
      await client.close();
    },
  };
}

/** Why arguments do not fit a schema; `undefined` where they do, or where the schema itself makes no sense. */
export function problemIn(schema: Tool['inputSchema'], args: Record<string, unknown>): string | undefined {
  try {
    const validate = new CfWorkerJsonSchemaValidator({ shortcircuit: false, draft: '2020-12' }).getValidator(schema);
    const { valid, errorMessage } = validate(args);
    return valid ? undefined : errorMessage;
  } catch {
    return undefined;
  }
}

/** What went wrong with a call, for people who know nothing of MCP. */
export type Trouble =
  | { readonly kind: 'unauthorized' }
  /** An answer of HTTP that is no success. */
  | { readonly kind: 'status'; readonly status: number; readonly text: string }
  /** An answer of MCP that says no. */
  | { readonly kind: 'refused'; readonly message: string; readonly isCertain: boolean }
  /** No answer, or half of one. */
  | { readonly kind: 'broken'; readonly message: string; readonly error?: NetworkError };

/** JSON-RPC's codes of requests that were not carried out. */
const NOT_DONE = [-32700, -32600, -32601, -32602];

/** Rethrows what is ours. */
export function troubleIn(thrown: unknown): Trouble {
  const chain = causesOf(thrown);
  for (const error of chain) {
    if (error instanceof Failure || error instanceof Cancelled) throw error;
    if (error instanceof NetworkError) return { kind: 'broken', message: error.message, error };
  }
  for (const error of chain) {
    const isOAuth =
      error instanceof OAuthError ||
      error instanceof OAuthClientFlowError ||
      error instanceof InsecureTokenEndpointError;
    if (error instanceof UnauthorizedError || isOAuth) return { kind: 'unauthorized' };
    const status = statusOf(error);
    if (status === 401) return { kind: 'unauthorized' };
    if (status !== undefined) return { kind: 'status', status, text: messageOf(error) };
    if (error instanceof ProtocolError) {
      return { kind: 'refused', message: error.message, isCertain: NOT_DONE.includes(Number(error.code)) };
    }
  }
  return { kind: 'broken', message: messageOf(thrown) };
}

function causesOf(error: unknown): unknown[] {
  const chain: unknown[] = [];
  for (let next = error; next !== undefined && next !== null && chain.length < 10; ) {
    chain.push(next);
    const data: unknown = next instanceof SdkError ? next.data : undefined;
    next = next instanceof Error ? (next.cause ?? innerOf(data)) : undefined;
  }
  return chain;
}

const innerOf = (data: unknown): unknown =>
  typeof data === 'object' && data !== null ? Object.values(data).find((value) => value instanceof Error) : undefined;

function statusOf(error: unknown): number | undefined {
  if (error instanceof SdkHttpError) return error.status;
  const status: unknown = typeof error === 'object' && error !== null && 'status' in error ? error.status : undefined;
  return typeof status === 'number' ? status : undefined;
}
