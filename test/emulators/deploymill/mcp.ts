import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { json as readBody } from 'node:stream/consumers';
import { NodeStreamableHTTPServerTransport, toNodeHandler } from '@modelcontextprotocol/node';
import {
  type CallToolResult,
  createMcpHandler,
  fromJsonSchema,
  isInitializeRequest,
  McpServer,
} from '@modelcontextprotocol/server';
import type { Call } from '../host/listener.ts';
import { type Tool, ToolError } from './tools.ts';

/** How the server speaks, and what it does on purpose. */
export type Knobs = {
  /** `both`: the newest protocol, and the one of 2025 without sessions. `sessions`: that of 2025 only, with sessions. */
  era: 'both' | 'sessions';
  /** Whether answers are streams. */
  answers: 'auto' | 'sse' | 'json';
  /** Changes the tools that clients see. */
  tools(tools: Record<string, Tool>): Record<string, Tool>;
  /** Called before a tool works: may throw, or answer in its place. */
  before(name: string, args: Readonly<Record<string, unknown>>): Promise<CallToolResult | undefined>;
  /** The tool whose next answer is lost: the connection breaks once it has done its work. */
  cut: string | undefined;
  /** Whether results are structured, or JSON in a text only. */
  structured: boolean;
  probe: 'GET' | 'HEAD';
  sharesData: boolean;
};

/** One call of a tool, as the server has seen it. */
type ToolCall = { readonly name: string; readonly args: Readonly<Record<string, unknown>> };

export type Mcp = {
  handle(call: Call, response: ServerResponse): Promise<void>;
  readonly calls: ToolCall[];
  /** Forgets all sessions, as a server that was restarted does. */
  forget(): void;
};

/** The server that deploymill's clients talk to, on the official SDK. */
export const createMcp = (tools: Record<string, Tool>, knobs: Knobs): Mcp => {
  const calls: ToolCall[] = [];
  const sessions = new Map<string, NodeStreamableHTTPServerTransport>();

  const resultOf = (data: object): CallToolResult => ({
    content: [{ type: 'text', text: JSON.stringify(data) }],
    ...(knobs.structured && { structuredContent: { ...data } }),
  });

  const createServer = (cut: () => void = () => {}): McpServer => {
    const server = new McpServer({ name: 'deploymill', version: '1' }, { capabilities: { tools: {} } });
    for (const [name, tool] of Object.entries(knobs.tools(tools))) {
      server.registerTool(
        name,
        {
          description: tool.description,
          inputSchema: fromJsonSchema<Record<string, unknown>>({ ...tool.schema } as never),
        },
        async (args, ctx) => {
          calls.push({ name, args });
          const token = ctx.mcpReq._meta?.progressToken;
          const progress = async (message: string): Promise<void> => {
            if (token === undefined) return;
            await ctx.mcpReq.notify({
              method: 'notifications/progress',
              params: { progressToken: token, progress: 1, message },
            });
          };
          const instead = await knobs.before(name, args);
          if (instead) return instead;
          try {
            const data = await tool.run(args, progress);
            if (knobs.cut === name) {
              knobs.cut = undefined;
              cut();
            }
            return resultOf(data);
          } catch (error) {
            const code = error instanceof ToolError ? error.code : 'internal_error';
            return { ...resultOf({ ok: false, errorCode: code, message: (error as Error).message }), isError: true };
          }
        },
      );
    }
    return server;
  };

  const withSession = async (request: IncomingMessage, response: ServerResponse, body: unknown): Promise<void> => {
    const id = request.headers['mcp-session-id'];
    const known = typeof id === 'string' ? sessions.get(id) : undefined;
    if (known) return known.handleRequest(request, response, body);
    if (id !== undefined || !isInitializeRequest(body)) {
      const status = id === undefined ? 400 : 404;
      response.writeHead(status, { 'content-type': 'application/json' });
      const error = { code: -32000, message: id === undefined ? 'Bad Request: no session' : 'Session not found' };
      response.end(JSON.stringify({ jsonrpc: '2.0', error, id: null }));
      return;
    }
    const transport = new NodeStreamableHTTPServerTransport({
      sessionIdGenerator: randomUUID,
      enableJsonResponse: knobs.answers === 'json',
      onsessioninitialized: (session) => void sessions.set(session, transport),
      onsessionclosed: (session) => void sessions.delete(session),
    });
    await createServer().connect(transport);
    await transport.handleRequest(request, response, body);
  };

  return {
    calls,
    forget: () => sessions.clear(),
    handle: async ({ request, body, method }, response) => {
      const parsed: unknown = method === 'POST' ? await readBody(body) : undefined;
      if (knobs.era === 'sessions') return withSession(request, response, parsed);
      const handler = toNodeHandler(
        createMcpHandler(() => createServer(() => request.socket.resetAndDestroy()), { responseMode: knobs.answers }),
      );
      // Node's own types allow for answers, which have neither.
      await handler(Object.assign(request, { method, url: '/mcp' }), response, parsed);
    },
  };
};
