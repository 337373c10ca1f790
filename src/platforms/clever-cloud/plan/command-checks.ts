import type { BundleFile } from '../../../bundle/source.ts';
import { error, type Finding, type Place, warning } from '../../../findings/finding.ts';
import { quote } from '../../../findings/text.ts';
import { judgeRunCommand } from '../../../project/contract/run-command.ts';
import { at, isTable } from '../../../project/files/values.ts';
import { localModules } from '../../../project/imports/local-modules.ts';
import { normalName } from '../../../project/packaging/requirement.ts';
import { configuredServers, isPython, PROVIDERS, type RunCommand } from '../../shared/run-command.ts';
import { entryFile } from './contract.ts';
import type { Decided, Subject } from './detect.ts';
import { needsShell } from './run-command.ts';

/** What is wrong with the command that starts the app, at its line. A shell runs that of a task. */
export function checkCommand(decided: Decided, subject: Subject): Finding[] {
  const { command, kind } = decided;
  const { text } = command;
  const isShell = needsShell(text);
  if (kind === 'task' && isShell) return [];
  const { file, line } = command;
  const place = { ...(file !== undefined && { file }), ...(line !== undefined && { line }) };
  if (kind === 'app' && isShell) {
    const message = `The run command '${quote(text, 120)}' needs a shell, and Clever Cloud starts it without one.`;
    const remedy =
      'Write one program with its arguments; put the other commands in CC_PRE_RUN_HOOK, or all of them in a script of the project that is executable.';
    return [error('command-shell', message, remedy, place)];
  }
  const { port, env, files } = subject;
  const configured = configuredServers(command, [...env.keys()], (path) => files.some((one) => one.path === path));
  const settled = { text, port, hasShell: kind === 'task', configured };
  return [
    ...(kind === 'task' ? [] : [...judgeRunCommand({ ...settled, ...place }), ...checkQuotes(text, place)]),
    ...checkSync(command, env, place),
    ...checkProgram(command, subject, place),
    ...checkEntry(command, subject, place),
  ];
}

function checkQuotes(text: string, place: Place): Finding[] {
  if (!/["'\\]/.test(text)) return [];
  const message = `The run command '${quote(text, 120)}' has quotes, and how Clever Cloud splits such a command is not documented.`;
  return [warning('command-quotes', message, 'Write words without quotes, or put the command in a script.', place)];
}

/** `uv run` brings the environment in step first: it would install the group `dev` at every start, over the network. */
function checkSync({ by, uvOptions, text }: RunCommand, env: ReadonlyMap<string, string>, place: Place): Finding[] {
  if (by !== 'uv' || uvOptions.includes('--no-sync') || env.has('UV_NO_SYNC')) return [];
  const message = `The run command '${quote(text, 120)}' has uv change the environment at each start: it installs the group dev too.`;
  return [warning('command-sync', message, 'Write `uv run --no-sync`, or start the program in .venv/bin.', place)];
}

function checkProgram(command: RunCommand, { has, files, project }: Subject, place: Place): Finding[] {
  const { by, program, isModule, text } = command;
  if (by === 'name' && program.includes('/')) return checkScript(program, files, place);
  const provider = PROVIDERS[program];
  if (provider !== undefined && !has(provider)) {
    const message = `${quote(program)} does not exist: no package that Clever Cloud installs provides it.`;
    const remedy = provider === 'fastapi-cli' ? 'Run `uv add "fastapi[standard]"`.' : `Run \`uv add ${provider}\`.`;
    return [error('command-program', message, remedy, place)];
  }
  const scripts = at(project.pyproject?.data, 'project', 'scripts');
  if (isTable(scripts) && Object.hasOwn(scripts, program) && !isInstalled(project)) {
    const message = `${quote(program)} is one of [project.scripts], which uv does not make: the project is not installed, for it has no [build-system].`;
    return [
      error('command-program', message, 'Run `uv init --package`, or add a [build-system]; then `uv lock`.', place),
    ];
  }
  if (by !== 'name' || !(provider !== undefined || isPython(program) || isModule)) return [];
  const message = `The run command '${quote(text, 120)}' starts a program by its name, and Clever Cloud does not say that it looks in .venv/bin.`;
  const [first = ''] = text.split(/\s+/);
  return [warning('command-path', message, `Write \`.venv/bin/${quote(first)}\`.`, place)];
}

/** As uv decides it. */
const isInstalled = ({ pyproject }: Subject['project']): boolean =>
  at(pyproject?.data, 'build-system') !== undefined || at(pyproject?.data, 'tool', 'uv', 'package') === true;

function checkScript(program: string, files: readonly BundleFile[], place: Place): Finding[] {
  const path = program.replace(/^(?:\.\/)+/, '');
  // What is elsewhere on the machine is not ours to know.
  if (path.startsWith('/') || path.startsWith('../') || path.startsWith('.venv/')) return [];
  const script = files.find((file) => file.path === path);
  if (script?.executable) return [];
  const message = script
    ? `${quote(path, 120)} is not executable, so the run command can't start it.`
    : `${quote(path, 120)}, which the run command starts, does not exist.`;
  const remedy = script ? `Run \`git update-index --chmod=+x ${quote(path, 120)}\`, and commit.` : 'Correct the path.';
  return [error('command-program', message, remedy, place)];
}

/** Whether the file or the module that is started is there; a module may come from a package, too. */
function checkEntry(command: RunCommand, { files, has }: Subject, place: Place): Finding[] {
  const { entry, text } = command;
  if (entry === undefined || entryFile(command, files) !== undefined) return [];
  const name = entry.file ?? entry.module ?? '';
  if (entry.file === undefined) {
    const modules = localModules(files.map(({ path }) => path));
    const [head = ''] = name.split('.');
    const local = modules.find(name, ['', 'src']);
    const isBroken = local.is === 'incomplete' && !local.isNamespace;
    if (!isBroken && (has(normalName(head)) || modules.hasAnywhere(head) || command.isModule)) return [];
  }
  const what = entry.file === undefined ? 'module' : 'file';
  const message = `The ${what} ${quote(name, 120)}, which the run command '${quote(text, 120)}' starts, does not exist.`;
  const remedy = 'Correct it; the command is run in the folder of the project.';
  return [error('entrypoint-missing', message, remedy, place)];
}
