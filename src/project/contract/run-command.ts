import { error, type Finding } from '../../findings/finding.ts';
import { quote } from '../../findings/text.ts';

/** A command that a platform is told to run. */
export type RunCommand = {
  readonly text: string;
  /** The port it must listen on. */
  readonly port: number;
  /** Whether a shell runs it: only then does `$PORT` stand for anything. */
  readonly hasShell: boolean;
  /** Servers that have their host or port from elsewhere, such as a file or a variable, when the command does not say. */
  readonly configured?: readonly string[];
  /** How the port is written in a command, where that is not its number. */
  readonly portText?: string;
  /** Where it is written. */
  readonly file?: string | undefined;
  readonly line?: number | undefined;
};

type Server = {
  readonly host: readonly string[];
  readonly port: readonly string[];
  /** Options that take both, as `host:port`. */
  readonly bind: readonly string[];
  readonly defaultHost: string;
  readonly defaultPort: number | 'PORT';
};

const server = (defaultHost: string, defaultPort: Server['defaultPort'], options: Partial<Server> = {}): Server => ({
  host: ['--host'],
  port: ['--port'],
  bind: [],
  defaultHost,
  defaultPort,
  ...options,
});

const BOUND: Partial<Server> = { host: [], port: [], bind: ['-b', '--bind'] };
const SHORT: Partial<Server> = { host: ['-h', '--host'], port: ['-p', '--port'] };

/** The options that say where it listens, and what each does without them: from its own documentation. */
const SERVERS: Readonly<Record<string, Server>> = {
  uvicorn: server('127.0.0.1', 8000),
  hypercorn: server('127.0.0.1', 8000, BOUND),
  granian: server('127.0.0.1', 8000),
  // It goes by PORT, and then binds to all interfaces, when it is told nothing.
  gunicorn: server('0.0.0.0', 'PORT', BOUND),
  'flask run': server('127.0.0.1', 5000, SHORT),
  'fastapi dev': server('127.0.0.1', 8000),
  'fastapi run': server('0.0.0.0', 8000),
  'shiny run': server('127.0.0.1', 8000, SHORT),
  'streamlit run': server('0.0.0.0', 8501, { host: ['--server.address'], port: ['--server.port'] }),
  'waitress-serve': server('0.0.0.0', 8080, { bind: ['--listen'] }),
  daphne: server('127.0.0.1', 8000, { host: ['-b', '--bind'], port: ['-p', '--port'] }),
  'panel serve': server('localhost', 5006, { host: ['--address'] }),
  'bokeh serve': server('localhost', 5006, { host: ['--address'] }),
};

const LOOPBACK = /^(?:127\.\d+\.\d+\.\d+|localhost|\[?::1\]?)$/i;

/** Where the server that a command starts will listen, as far as that is written; nothing for a command of another kind. */
export type Listening = {
  readonly name: string;
  readonly host: string;
  readonly port: string;
  readonly wanted: Wanted;
};
/** The options that make it listen where it should. */
type Wanted = { readonly host: string; readonly port: string };

/** Whether the server that a command starts will be where the platform looks for it. A command of another kind is not judged. */
export function judgeRunCommand(command: RunCommand): Finding[] {
  const findings: Finding[] = [];
  const { file, line } = command;
  const complain = (code: string, message: string, remedy: string) =>
    findings.push(error(code, message, remedy, { file, line }));

  if (!command.hasShell && /\$\{?\w/.test(command.text)) {
    const message = `The run command '${quote(command.text, 120)}' names a variable, but no shell runs it: it stays as it is written.`;
    complain('command-variable', message, `Write the number instead: ${command.port}.`);
    return findings;
  }
  const found = listeningOf(command);
  if (found === undefined) return findings;
  const { name, host, port, wanted } = found;
  if (LOOPBACK.test(host)) {
    const message = `${name} listens on ${quote(host)} with this run command, which only the machine itself can reach.`;
    complain('command-host-local', message, `Add \`${wanted.host}\` to the command.`);
  }
  if (/^\d+$/.test(port) && Number(port) !== command.port) {
    const message = `${name} listens on port ${port} with this run command; the platform looks for it on port ${command.port}.`;
    complain('command-port', message, `Write \`${wanted.port}\` in the command.`);
  }
  return findings;
}

export function listeningOf({
  text,
  port: on,
  portText = String(on),
  configured,
}: Pick<RunCommand, 'text' | 'port' | 'portText' | 'configured'>): Listening | undefined {
  const words = (text.match(/"[^"]*"|'[^']*'|\S+/g) ?? []).map((word) => word.replace(/^(["'])(.*)\1$/, '$2'));
  const found = serverIn(words);
  if (found === undefined) return undefined;
  const { name, server, options } = found;
  const bind = optionIn(options, server.bind);
  const [, bindHost, bindPort] = /^(.*?)(?::([^:\]]*))?$/.exec(bind ?? '') ?? [];
  const isConfigured = configured?.includes(name.split(' ')[0] ?? '') ?? false;
  const host = (bindHost || optionIn(options, server.host)) ?? (isConfigured ? '' : server.defaultHost);
  const port = (bindPort || optionIn(options, server.port)) ?? (isConfigured ? '' : String(server.defaultPort));
  const both = `--bind 0.0.0.0:${portText}`;
  const [hostOption, portOption] = [server.host.at(-1), server.port.at(-1)];
  const wantedHost = bind === undefined && hostOption ? `${hostOption} 0.0.0.0` : both;
  return {
    name,
    host,
    port,
    wanted: { host: wantedHost, port: portOption ? `${portOption} ${portText}` : wantedHost },
  };
}

/** The first word that starts a server, however it is started (`uv run`, `python -m`, a path), and what comes behind it. */
function serverIn(words: readonly string[]): { name: string; server: Server; options: readonly string[] } | undefined {
  for (const [index, word] of words.entries()) {
    const program = word.slice(word.lastIndexOf('/') + 1);
    const rest = words.slice(index + 1);
    const simple = SERVERS[program];
    if (simple) return { name: program, server: simple, options: rest };
    const name = Object.keys(SERVERS).find((known) => {
      const [first, second = ''] = known.split(' ');
      return first === program && rest.includes(second);
    });
    const known = name === undefined ? undefined : SERVERS[name];
    if (name !== undefined && known) return { name, server: known, options: rest };
  }
  return undefined;
}

function optionIn(words: readonly string[], names: readonly string[]): string | undefined {
  for (const [index, word] of words.entries()) {
    if (names.includes(word)) return words[index + 1];
    const name = names.find((option) => option.startsWith('--') && word.startsWith(`${option}=`));
    if (name !== undefined) return word.slice(name.length + 1);
    const short = names.find((option) => /^-[a-z]$/.test(option) && word.startsWith(option));
    if (short !== undefined) return word.slice(short.length).replace(/^=/, '');
  }
  return undefined;
}
