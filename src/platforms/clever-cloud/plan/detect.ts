import type { BundleFile } from '../../../bundle/source.ts';
import { error, type Finding } from '../../../findings/finding.ts';
import { nearest } from '../../../findings/nearest.ts';
import { quote } from '../../../findings/text.ts';
import type { Inputs } from '../../../inputs/inputs.ts';
import { type Command, type Found, findApps } from '../../../project/apps/apps.ts';
import type { Framework } from '../../../project/apps/frameworks.ts';
import { at } from '../../../project/files/values.ts';
import { localModules } from '../../../project/imports/local-modules.ts';
import type { Project } from '../../../project/project.ts';
import { entrypointRemedy, whichOne } from '../../shared/choice.ts';
import { type RunCommand, readRunCommand } from '../../shared/run-command.ts';
import { commandFor, scriptCommand } from './commands.ts';
import type { CleverSettings } from './settings.ts';

/** What the project is on the platform: an app or a task, the command that starts it, and why. */
export type Decided = {
  readonly kind: 'app' | 'task';
  readonly contentType: string;
  readonly entrypoint: string;
  readonly command: RunCommand;
  /** Variables that the command relies on. */
  readonly env: Readonly<Record<string, string>>;
  readonly reasons: readonly string[];
};

export type Subject = {
  readonly project: Project;
  readonly inputs: Inputs;
  readonly settings: CleverSettings;
  readonly files: readonly BundleFile[];
  readonly env: ReadonlyMap<string, string>;
  readonly port: number;
  /** Whether a package is among those that the platform installs. */
  has(name: string): boolean;
};

const FRAMEWORKS: readonly Framework[] = [
  ...(['fastapi', 'asgi', 'flask', 'wsgi', 'streamlit', 'dash', 'shiny', 'gradio', 'panel', 'bokeh'] as const),
];
const CONTENT_TYPES: readonly string[] = [...FRAMEWORKS, 'app', 'task'];

/** What other platforms call the same, so that a workflow can move here as it is. */
const ALIASES: Readonly<Record<string, string>> = {
  ...{ 'fast-api': 'fastapi', 'python-fastapi': 'fastapi', 'python-api': 'wsgi', 'python-streamlit': 'streamlit' },
  ...{ 'python-dash': 'dash', 'shiny-py': 'shiny', 'python-shiny': 'shiny', 'python-gradio': 'gradio' },
  ...{ 'python-panel': 'panel', 'python-bokeh': 'bokeh', 'python-service': 'app', python: 'task' },
};

/** The command that somebody has written, else one that fits what the code is. Complaints go to `findings`. */
export async function decide(subject: Subject, findings: Finding[]): Promise<Decided | undefined> {
  const { inputs, settings, env } = subject;
  const asked = ALIASES[inputs.contentType] ?? inputs.contentType;
  if (asked !== '' && !CONTENT_TYPES.includes(asked)) {
    const meant = nearest(asked, CONTENT_TYPES);
    const message = `Unknown content-type on Clever Cloud: '${quote(inputs.contentType)}'.`;
    const remedy = meant ? `Did you mean '${meant}'?` : `Use one of: ${CONTENT_TYPES.join(', ')}.`;
    findings.push(error('content-type', message, remedy));
    return undefined;
  }
  const isTask = asked === 'task' || env.get('CC_TASK') === 'true';
  const variable = (isTask && env.get('CC_RUN_COMMAND')) || env.get('CC_PYTHON_UV_RUN_COMMAND');
  const place = inputs.own['run-command'];
  const said = variable || settings.runCommand;
  if (!said) return detect(subject, asked, isTask, findings);
  const command = readRunCommand(said, variable || place === undefined ? {} : { file: place.file, line: place.line });
  const { file, module } = command.entry ?? {};
  return {
    ...{ kind: isTask ? 'task' : 'app', contentType: isTask ? 'task' : asked || 'app', command, env: {} },
    entrypoint: file ?? module ?? command.program,
    reasons: [`Run command, as ${variable ? 'the input env' : 'run-command'} says: ${quote(said, 400)}`],
  };
}

type Candidate = {
  readonly path: string;
  readonly framework: Framework | 'script';
  readonly object?: string;
  readonly isFactory?: boolean;
  readonly why: string;
  /** What makes a script a web app, and whether it answers requests when it is run. */
  readonly web?: string;
  readonly serves?: string;
};

async function detect(
  subject: Subject,
  asked: string,
  isTask: boolean,
  findings: Finding[],
): Promise<Decided | undefined> {
  const { inputs, files, project, port } = subject;
  const complain = (code: string, message: string, remedy: string): undefined => {
    findings.push(error(code, message, remedy, { file: project.shown(`${project.dir}/pyproject.toml`) }));
    return undefined;
  };
  const named = namedEntry(inputs.entrypoint, files);
  if (inputs.entrypoint !== '' && named.path === undefined) {
    const message = `The entrypoint ${quote(inputs.entrypoint)} does not exist.`;
    const remedy = 'Name a file, or write module:object, such as main:app.';
    return complain('entrypoint-missing', message, entrypointRemedy(inputs.entrypoint, files, remedy));
  }
  const found = await findApps(files, named.path);
  const all = candidatesOf(found, asked, isTask);
  const own = named.object === undefined ? all : all.map((one) => ({ ...one, object: named.object ?? '' }));
  const chosen = pick(own) ?? (own.length === 0 ? saidApp(named, asked) : undefined);
  if (chosen === undefined && own.length > 1) {
    return complain(...whichOne(own.map(({ path, framework, why }) => ({ entrypoint: path, type: framework, why }))));
  }
  if (chosen === undefined && (isTask || asked === 'app') && named.path !== undefined) {
    return scriptAt({ path: named.path, why: 'as the inputs say' }, isTask, port);
  }
  if (chosen === undefined) {
    const [command, ...others] = asked === '' || asked === 'app' || asked === 'task' ? found.commands : [];
    if (command && others.length === 0) return programAt(command, isTask);
    const where = named.path === undefined ? 'the project' : quote(named.path, 200);
    const { what, how } = whatElse(command, named.path === undefined ? files : [], port);
    return complain('entrypoint-not-found', `No ${isTask ? 'task' : 'app'} was found in ${where}.${what}`, how);
  }
  const { path, framework, why } = chosen;
  if (framework === 'script') return scriptAt(chosen, isTask || chosen.web === undefined, port);
  const isInstalled = at(project.pyproject?.data, 'build-system') !== undefined;
  const isSrcPackage = files.some((file) => file.path === 'src/__init__.py');
  const start = commandFor({ ...chosen, framework }, { ...subject, isInstalled, isSrcPackage });
  if ('missing' in start) {
    const place = { file: project.pyproject?.shown, line: project.pyproject?.lineOf('project.dependencies') };
    const message = `${quote(path, 200)} is an app for a server (${why}), and none that could start it is locked.`;
    findings.push(
      error('framework-not-locked', message, `Run \`uv add ${start.missing}\`, or set run-command.`, place),
    );
    return undefined;
  }
  return {
    ...{ kind: 'app', contentType: framework, entrypoint: path, env: start.env ?? {} },
    command: readRunCommand(start.text),
    reasons: [
      `No run-command is set; ${path} is taken as ${framework}: ${why}.`,
      `Run command: ${start.text}`,
      ...(start.note ? [start.note] : []),
    ],
  };
}

const HOW =
  'Set the input \'entrypoint\', or write under [tool.uv-deploy.clever-cloud]: run-command = ".venv/bin/uvicorn main:app --host 0.0.0.0 --port 8080" with your own program.';

/** What is there instead of an app, and what can be done with it. */
function whatElse(
  command: Command | undefined,
  files: readonly BundleFile[],
  port: number,
): { what: string; how: string } {
  const line = (text: string) => `Write under [tool.uv-deploy.clever-cloud]: run-command = ".venv/bin/${text}"`;
  if (command) {
    const what = ' [project.scripts] names several programs.';
    return { what, how: `${line(quote(command.name, 80))}, or with another one of them.` };
  }
  const document = files.find(({ path }) => /^[^/]+\.(?:ipynb|qmd)$/.test(path))?.path;
  if (document === undefined) return { what: '', how: HOW };
  const shown = quote(document, 120);
  if (document.endsWith('.qmd')) {
    const what = ` ${shown} is a Quarto document, and Clever Cloud has no Quarto.`;
    return { what, how: 'Deploy it to ricochet or Posit Connect, which render it.' };
  }
  const serve = line(`voila ${shown} --Voila.ip=0.0.0.0 --port=${port} --no-browser`);
  return {
    what: ` ${shown} is a notebook, which Clever Cloud shows only through a program that serves it.`,
    how: `Run \`uv add voila\`. ${serve}. Or deploy it to Posit Connect or ricochet, which run notebooks.`,
  };
}

/** A program that uv makes of a line of `[project.scripts]`; without a build-system, which it needs, that is an error of its own. */
function programAt({ name, module, object, path, web }: Command, isTask: boolean): Decided {
  const text = `.venv/bin/${name}`;
  const kind = isTask || web === undefined ? 'task' : 'app';
  const what = kind === 'task' ? 'a task' : 'an app that listens by itself';
  const reason = `No run-command is set; [project.scripts] makes ${module}:${object} the program ${name}, taken as ${what}.`;
  const reasons = [reason, `Run command: ${text}`];
  return { kind, contentType: kind, entrypoint: path, env: {}, command: readRunCommand(text), reasons };
}

function scriptAt(script: Pick<Candidate, 'path' | 'why' | 'web' | 'serves'>, isTask: boolean, port: number): Decided {
  const { path, why, web, serves } = script;
  const text = scriptCommand(path, port, isTask || serves ? undefined : web);
  return {
    ...{ kind: isTask ? 'task' : 'app', contentType: isTask ? 'task' : 'app', entrypoint: path, env: {} },
    command: readRunCommand(text),
    reasons: [
      `No run-command is set; ${path} is taken as ${isTask ? 'a task' : 'an app that listens by itself'}: ${why}.`,
      `Run command: ${text}`,
    ],
  };
}

/** The file of `main.py`, `main`, `main:app` or `shop.main:app`, and the object that is named. */
function namedEntry(entrypoint: string, files: readonly BundleFile[]): { path?: string; object?: string } {
  const [head = '', object] = entrypoint.replace(/^(?:\.\/)+/, '').split(':');
  if (head === '') return {};
  const has = (path: string) => files.some((file) => file.path === path);
  const local = localModules(files.map(({ path }) => path)).find(head.replaceAll('/', '.'), ['', 'src']);
  const path = has(head) ? head : local.is === 'found' ? local.files.at(-1) : undefined;
  return { ...(path !== undefined && { path }), ...(object !== undefined && { object }) };
}

/** Kind, file and object all given: the user knows better than any detection, of an app without a framework, say. */
function saidApp({ path, object }: ReturnType<typeof namedEntry>, asked: string): Candidate | undefined {
  const framework = FRAMEWORKS.find((one) => one === asked);
  if (path === undefined || object === undefined || framework === undefined) return undefined;
  return { path, object, framework, why: 'the inputs say so' };
}

/** Apps; without these, functions that make one, and scripts only where there is nothing else. A task is always a script. */
function candidatesOf({ apps, factories, scripts }: Found, asked: string, isTask: boolean): Candidate[] {
  const isWanted = ({ framework }: { framework: Framework }) => {
    if (asked === '') return true;
    return framework === asked || (asked === 'wsgi' && framework === 'flask');
  };
  const known = isTask || asked === 'app' ? [] : apps.filter(isWanted);
  if (known.length > 0) return known;
  const makers = isTask || asked === 'app' ? [] : factories.filter(isWanted);
  if (makers.length > 0) return makers.map((one) => ({ ...one, object: one.name, isFactory: true }));
  if (asked !== '' && asked !== 'app' && asked !== 'task') return [];
  return scripts
    .filter(({ web }) => (isTask ? web === undefined : asked !== 'app' || web !== undefined))
    .map((script) => ({
      ...script,
      framework: 'script' as const,
      why: script.web ? `it imports ${script.web}` : script.why,
    }));
}

const CONVENTIONAL = ['main.py', 'app.py', 'application.py', 'api.py', 'server.py', 'streamlit_app.py'];

/** The one that stands out, or `undefined` when several could be meant: two frameworks, or two files whose names say nothing. */
function pick(candidates: readonly Candidate[]): Candidate | undefined {
  if (new Set(candidates.map(({ framework }) => framework)).size > 1) return undefined;
  if (candidates.length === 1) return candidates[0];
  const usual = candidates.filter(({ path }) => CONVENTIONAL.includes(path.slice(path.lastIndexOf('/') + 1)));
  const depth = ({ path }: Candidate) => path.split('/').length;
  const shallowest = Math.min(...usual.map(depth));
  const best = usual.filter((one) => depth(one) === shallowest);
  return best.length === 1 ? best[0] : undefined;
}
