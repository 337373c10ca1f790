import { error, type Finding, warning } from '../../findings/finding.ts';
import { quote } from '../../findings/text.ts';
import { type Call, literal, readModule } from '../source/module.ts';

/** Where a server listens when it is called so: a value that only running it would tell is absent. */
type Listening = { readonly host?: string; readonly port?: number };

type Server = {
  readonly callee: RegExp;
  /** Names and places of its arguments, and what it does without them (each from its own documentation). */
  readonly host?: readonly [keyword: string, position: number | undefined, fallback: string | undefined];
  readonly port?: readonly [keyword: string, position: number | undefined, fallback: number | undefined];
  /** The place of an address `(host, port)`. */
  readonly address?: number;
  /** Whether it starts an event loop of its own, which can't be done inside of another. */
  readonly hasEventLoop?: boolean;
};

const SERVERS: readonly Server[] = [
  {
    callee: /^uvicorn\.run$/,
    host: ['host', undefined, '127.0.0.1'],
    port: ['port', undefined, 8000],
    hasEventLoop: true,
  },
  { callee: /^flask\.(?:app\.)?Flask\(\)\.run$/, host: ['host', 0, '127.0.0.1'], port: ['port', 1, 5000] },
  // PORT is what it listens on by itself.
  {
    callee: /^dash\.(?:dash\.)?Dash\(\)\.run(?:_server)?$/,
    host: ['host', 0, '127.0.0.1'],
    port: ['port', 1, undefined],
  },
  { callee: /^waitress\.serve$/, host: ['host', undefined, undefined], port: ['port', undefined, 8080] },
  {
    callee: /^aiohttp\.web\.run_app$/,
    host: ['host', undefined, undefined],
    port: ['port', undefined, 8080],
    hasEventLoop: true,
  },
  { callee: /^wsgiref\.simple_server\.make_server$/, host: ['host', 0, undefined], port: ['port', 1, undefined] },
  { callee: /^(?:http\.server|socketserver)\.\w*Server$/, address: 0 },
  { callee: /^socket\.create_server$/, address: 0 },
  { callee: /^tornado\.web\.Application\(\)\.listen$/, port: ['port', 0, undefined], host: ['address', 1, undefined] },
  {
    callee: /^gradio\.(?:Interface|Blocks|ChatInterface|TabbedInterface)\(\)(?:\.queue\(\))?\.launch$/,
    host: ['server_name', undefined, '127.0.0.1'],
    port: ['server_port', undefined, 7860],
  },
  { callee: /^nicegui\.ui\.run$/, host: ['host', undefined, '0.0.0.0'], port: ['port', undefined, 8080] },
  { callee: /^panel\.(?:io\.server\.)?serve$/, host: ['address', 2, undefined], port: ['port', 1, undefined] },
  { callee: /^panel\..*\(\)\.show$/, host: ['address', undefined, undefined], port: ['port', 1, undefined] },
  {
    callee: /^bokeh\.server\.server\.Server$/,
    host: ['address', undefined, undefined],
    port: ['port', undefined, 5006],
  },
];

/** Whether a text names a module that servers are taken from: others need not be read. */
export const mentionsServer = (text: string): boolean =>
  /\b(?:uvicorn|flask|dash|waitress|aiohttp|wsgiref|http|socketserver|socket|tornado|gradio|nicegui|panel|bokeh)\b/.test(
    text,
  );

/** How a server starts that was made elsewhere, in a file that mentions its package: a browser is launched, too. */
const METHODS = [
  { method: /\.launch$/, package: /\bgradio\b/ },
  { method: /\.run_until_shutdown$/, package: /\bbokeh\b/ },
];

/** The line and the name of a call in a text after which the program answers requests until it is stopped. */
export async function servingCall(text: string): Promise<{ readonly line: number; readonly name: string } | undefined> {
  if (!mentionsServer(text)) return undefined;
  const { calls } = await readModule(text);
  const methods = METHODS.filter((one) => one.package.test(text)).map(({ method }) => method);
  const isServer = ({ callee, written }: Call) =>
    SERVERS.some((server) => server.callee.test(callee)) || methods.some((method) => method.test(written));
  const found = calls.find((call) => isServer(call) && call.reach !== 'maybe') ?? calls.find(isServer);
  return found && { line: found.line, name: found.callee.replaceAll('()', '') };
}

const LOOPBACK = /^(?:127\.\d+\.\d+\.\d+|localhost|::1)$/i;

/** Where the platform looks for a program. */
export type Wanted = {
  /** Whether the platform reaches the program from another machine, so that it must listen on all interfaces. */
  readonly needsPublicHost: boolean;
  /** The value of PORT, where it is always the same: a program may have it written down. */
  readonly port?: number;
  /** Whether it listens where variables say that its framework reads: then only what the code writes down can be wrong. */
  readonly isToldWhere?: boolean;
  /** Whether it is only inferred that the program listens by itself: what it gets wrong is then a warning. */
  readonly isInferred?: boolean;
};

/** What a program that has to listen by itself gets wrong, in one call: its host or its port. */
export function judgeListening(call: Call, file: string, wanted: Wanted): Finding[] {
  const server = SERVERS.find(({ callee }) => callee.test(call.callee));
  if (server === undefined) return [];
  const { host, port } = listening(server, call, wanted.isToldWhere);
  const isSure = call.reach !== 'maybe' && !wanted.isInferred;
  const findings: Finding[] = [];
  const place = { file, line: call.line };
  const name = quote(call.callee.replaceAll('()', ''));
  if (host !== undefined && LOOPBACK.test(host)) {
    const message = `${name} listens on ${quote(host)} here, which only the machine itself can reach.`;
    const remedy = `Listen on all interfaces: ${keywordOf(server.host, 'host')}="0.0.0.0".`;
    findings.push((isSure && wanted.needsPublicHost ? error : warning)('app-host-local', message, remedy, place));
  }
  if (port !== undefined && port !== wanted.port) {
    const message = `${name} listens on port ${port} here; the server passes another port in PORT and expects the app there.`;
    const remedy = `Listen on that port: ${keywordOf(server.port, 'port')}=int(os.environ["PORT"]).`;
    findings.push((isSure ? error : warning)('app-port-fixed', message, remedy, place));
  }
  return findings;
}

const keywordOf = (argument: Server['host' | 'port'], fallback: string): string => argument?.[0] ?? fallback;

/** A server that starts while the file is loaded, where the platform's own server loads it. */
export function judgeStart(call: Call, file: string, loader: string): Finding[] {
  const server = SERVERS.find(({ callee }) => callee.test(call.callee));
  if (!server?.hasEventLoop || call.reach !== 'always') return [];
  return [
    error(
      'app-starts-itself',
      `${quote(call.callee)} is called while this file is loaded, and ${loader} loads it to serve the app: a second server can't start there.`,
      'Put the call under `if __name__ == "__main__":`.',
      { file, line: call.line },
    ),
  ];
}

function listening(
  { host, port, address }: Server,
  { positional, keywords, isPartial }: Call,
  isToldWhere = false,
): Listening {
  if (address !== undefined) {
    const [, inner = ''] = /^\((.*)\)$/s.exec(positional[address] ?? '') ?? [];
    const [first, second] = inner.split(',').map((part) => literal(part.trim()));
    if (second === 0) return {}; // any port that is free: not the one that is served
    return { ...(typeof first === 'string' && { host: first }), ...(typeof second === 'number' && { port: second }) };
  }
  const given = ([keyword, position, fallback]: NonNullable<Server['host' | 'port']>) => {
    const written = keywords.get(keyword) ?? (position === undefined ? undefined : positional[position]);
    return written === undefined ? (isPartial || isToldWhere ? undefined : fallback) : literal(written);
  };
  const at = host && given(host);
  const on = port && given(port);
  return on === 0 ? {} : { ...(typeof at === 'string' && { host: at }), ...(typeof on === 'number' && { port: on }) };
}
