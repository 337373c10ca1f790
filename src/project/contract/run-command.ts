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
  /** Where it is written. */
  readonly file?: string;
  readonly line?: number;
};

type Server = {
  readonly host: readonly string[];
  readonly port: readonly string[];
  /** Options that take both, as `host:port`. */
  readonly bind: readonly string[];
  readonly defaultHost: string;
  readonly defaultPort: number | 'PORT';
};

const server = (
  defaultHost: string,
  defaultPort: Server['defaultPort'],
  host: readonly string[] = ['--host'],
  port: readonly string[] = ['--port'],
  bind: readonly string[] = [],
): Server => ({ host, port, bind, defaultHost, defaultPort });

/** The options that say where it listens, and what each does without them: from its own documentation. */
const SERVERS: Readonly<Record<string, Server>> = {
  uvicorn: server('127.0.0.1', 8000),
  hypercorn: server('127.0.0.1', 8000, [], [], ['-b', '--bind']),
  granian: server('127.0.0.1', 8000),
  // It goes by PORT, and then binds to all interfaces, when it is told nothing.
  gunicorn: server('0.0.0.0', 'PORT', [], [], ['-b', '--bind']),
  'flask run': server('127.0.0.1', 5000, ['-h', '--host'], ['-p', '--port']),
  'fastapi dev': server('127.0.0.1', 8000),
  'fastapi run': server('0.0.0.0', 8000),
  'shiny run': server('127.0.0.1', 8000, ['-h', '--host'], ['-p', '--port']),
  'waitress-serve': server('0.0.0.0', 8080, ['--host'], ['--port'], ['--listen']),
  daphne: server('127.0.0.1', 8000, ['-b', '--bind'], ['-p', '--port']),
  'panel serve': server('localhost', 5006, ['--address']),
  'bokeh serve': server('localhost', 5006, ['--address']),
  'streamlit run': server('0.0.0.0', 8501, ['--server.address'], ['--server.port']),
};

const LOOPBACK = /^(?:127\.\d+\.\d+\.\d+|localhost|\[?::1\]?)$/i;

/** Whether the server that a command starts will be where the platform looks for it. A command of another kind is not judged. */
export function judgeRunCommand(command: RunCommand): Finding[] {
  const words = (command.text.match(/"[^"]*"|'[^']*'|\S+/g) ?? []).map((word) => word.replace(/^(["'])(.*)\1$/, '$2'));
  const findings: Finding[] = [];
  const { file, line } = command;
  const complain = (code: string, message: string, remedy: string) =>
    findings.push(error(code, message, remedy, { ...(file && { file }), ...(line && { line }) }));

  if (!command.hasShell && /\$\{?\w/.test(command.text)) {
    const message = `The run command '${quote(command.text, 120)}' names a variable, but no shell runs it: it stays as it is written.`;
    complain('command-variable', message, `Write the number instead: ${command.port}.`);
    return findings;
  }
  const found = serverIn(words);
  if (found === undefined) return findings;
  const { name, server, options } = found;
  const bind = optionIn(options, server.bind);
  const [, bindHost, bindPort] = /^(.*?)(?::([^:\]]*))?$/.exec(bind ?? '') ?? [];
  const isConfigured = command.configured?.includes(name.split(' ')[0] ?? '') ?? false;
  const host = (bindHost || optionIn(options, server.host)) ?? (isConfigured ? '' : server.defaultHost);
  const port = (bindPort || optionIn(options, server.port)) ?? (isConfigured ? '' : String(server.defaultPort));
  const wanted =
    bind === undefined && server.host.length > 0 ? `${server.host.at(-1)} 0.0.0.0` : `--bind 0.0.0.0:${command.port}`;
  if (LOOPBACK.test(host)) {
    const message = `${name} listens on ${quote(host)} with this run command, which only the machine itself reaches.`;
    complain('command-host-local', message, `Add \`${wanted}\` to the command.`);
  }
  if (/^\d+$/.test(port) && Number(port) !== command.port) {
    const message = `${name} listens on port ${port} with this run command; the platform looks for it on port ${command.port}.`;
    const option = server.port.at(-1);
    complain('command-port', message, `Write \`${option ? `${option} ${command.port}` : wanted}\` in the command.`);
  }
  return findings;
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
