import type { BundleFile } from '../../bundle/source.ts';
import { mentionsServer, servingCall } from '../contract/listening.ts';
import { isFinding, parseToml } from '../files/toml.ts';
import { at } from '../files/values.ts';
import { localModules } from '../imports/local-modules.ts';
import { readSource } from '../source/readable.ts';
import { blankStrings } from '../source/scan.ts';
import { readImports } from '../source/statements.ts';
import {
  type Framework,
  importedFramework,
  MENTION,
  mayMakeApps,
  PACKAGE,
  webModule,
  withPackages,
} from './frameworks.ts';
import { mayHaveApps } from './mentions.ts';
import { type AppObject, type AppObjects, appObjects } from './objects.ts';
import { expressSign } from './shiny-express.ts';

/** An app in a file, and what speaks for it. */
type App = {
  readonly path: string;
  readonly framework: Framework;
  /** The object a server has to load (`app`), where the framework has one. */
  readonly object?: string;
  readonly why: string;
  /** The call by which the file answers requests as a program: `line 9 calls uvicorn.run`. */
  readonly serves?: string;
};

/** A program that no framework starts: at the root of the project, or deeper where it answers requests. */
type Script = {
  readonly path: string;
  readonly why: string;
  /** What it imports that makes it a web app, or a server, all the same. */
  readonly web?: string;
  readonly serves?: string;
};

/** A function that `[project.scripts]` names, in a file that does nothing when it is run: uv makes a program of it. */
export type Command = {
  /** The program, as in `.venv/bin/NAME`. */
  readonly name: string;
  readonly module: string;
  /** `main`, as it is called. */
  readonly object: string;
  readonly path: string;
  /** What its file imports that makes it a web app, or a server. */
  readonly web?: string;
};

export type Found = {
  readonly apps: readonly App[];
  /** Functions that make apps, of files without an app of their own. */
  readonly factories: readonly AppObject[];
  readonly scripts: readonly Script[];
  /** Only where there is nothing else. */
  readonly commands: readonly Command[];
};

/** Places where an app does not live, though files there may look like one. */
const ASIDE =
  /(?:^|\/)(?:tests?|docs?|examples?|notebooks|scripts|migrations|pages|benchmarks?)\/|(?:^|\/)(?:test_[^/]*|[^/]*_test)\.py$/;
/** What tools load: test runners, build backends, task runners. */
const TOOL_FILE = /(?:^|\/)(?:conftest|fabfile|hatch_build|noxfile|pavement|setup|tasks)\.py$/;
const DEPTH = 4;

export const isToolFile = (path: string): boolean => TOOL_FILE.test(path);

/** Whether a setup.py is a module of a package, such as `core.setup`, and not what a build backend runs. */
const isModule = (path: string, paths: ReadonlySet<string>): boolean =>
  path.endsWith('/setup.py') && paths.has(path.replace(/setup\.py$/, '__init__.py'));

/** Where an app is looked for when nobody names one: Python files up to four folders deep, but for those of tests and tools. */
const mayBeApp = (path: string, paths: ReadonlySet<string>): boolean =>
  path.endsWith('.py') &&
  !ASIDE.test(path) &&
  (!isToolFile(path) || isModule(path, paths)) &&
  path.split('/').length <= DEPTH;

/** Names that an app or a script has by custom. */
const CONVENTIONAL = ['main.py', 'app.py', 'application.py', 'api.py', 'server.py', 'streamlit_app.py'];

/** Looks for apps among the files of a project: in all of them, or in one that somebody names, wherever it is. */
export async function findApps(files: readonly BundleFile[], only?: string): Promise<Found> {
  const paths = files.map(({ path }) => path);
  const all = new Set(paths);
  const sources = files
    .filter(({ path }) => (only === undefined ? mayBeApp(path, all) : path === only))
    .map(readFile)
    .filter((source) => source !== undefined);
  const objects = appObjects(files, mayHaveApps(sources, paths));

  const first = await Promise.all(sources.map((source) => judge(source, objects)));
  const makers = first.flatMap(({ makers }) => makers);
  const second = await Promise.all(first.map((one) => judgeUser(one, makers, only !== undefined, objects)));
  const contained = new Set((await Promise.all(second.map(({ apps }) => containedBy(apps, objects)))).flat());
  const found = second.flatMap((one) => outermost(one.apps, contained));
  const apps = withoutParts(found, sources, files);
  const makersAlone = second.flatMap((one) => (one.apps.length === 0 ? one.makers : []));
  const factories = makersAlone.filter(({ needsArguments }) => needsArguments !== true);
  const entries = entriesOf(files);
  const scripts = await scriptsIn(
    second.flatMap(({ source, apps }) => (apps.length === 0 ? [source] : [])),
    entries,
  );
  const isOther = apps.length + factories.length + scripts.length > 0;
  return {
    apps: await Promise.all(apps.map((app) => withServing(app, second))),
    ...{ factories, scripts, commands: isOther ? [] : commandsIn(sources, entries) },
  };
}

/** What could be run: without anything that stands out by itself, what `[project.scripts]` names where it can be run as a file, too. */
async function scriptsIn(sources: readonly Source[], entries: readonly Entry[]): Promise<Script[]> {
  const found = (await Promise.all(sources.map(scriptIn))).flat();
  if (found.length > 0) return found;
  const named = new Set(entries.flatMap(({ paths }) => paths));
  return sources.flatMap((source) => {
    const { path, text } = source;
    if (!named.has(path) || !isRunnable(text)) return [];
    const web = webModule(source.packages);
    return [{ path, why: '[project.scripts] names it, and it has a __main__ guard', ...(web && { web }) }];
  });
}

/** A line of `[project.scripts]`, and the files that its module may be. */
type Entry = Pick<Command, 'name' | 'module' | 'object'> & { readonly paths: readonly string[] };

function entriesOf(files: readonly BundleFile[]): Entry[] {
  const name = 'pyproject.toml';
  const file = files.find(({ path }) => path === name);
  const text = file && readSource(file);
  const toml = text === undefined ? undefined : parseToml({ path: name, shown: name, text });
  const scripts = toml === undefined || isFinding(toml) ? undefined : at(toml.data, 'project', 'scripts');
  return Object.entries(scripts ?? {}).flatMap(([name, entry]): Entry[] => {
    const [, module = '', object] = /^\s*([\w.]+)\s*:\s*([\w.]+)\s*$/.exec(String(entry)) ?? [];
    if (object === undefined || !/^[\w.-]+$/.test(name)) return [];
    const places = ['', 'src/'].map((root) => `${root}${module.replaceAll('.', '/')}`);
    return [{ name, module, object, paths: places.flatMap((path) => [`${path}.py`, `${path}/__init__.py`]) }];
  });
}

/** Those whose file is there. */
const commandsIn = (sources: readonly Source[], entries: readonly Entry[]): Command[] =>
  entries.flatMap(({ paths, ...entry }) => {
    const source = sources.find(({ path }) => paths.includes(path));
    if (source === undefined) return [];
    const web = webModule(source.packages);
    return [{ ...entry, path: source.path, ...(web && { web }) }];
  });

/** Drops what other apps import or show as pages, and the ASGI module of a Django project that also has a WSGI module. */
function withoutParts(apps: readonly App[], sources: readonly Source[], files: readonly BundleFile[]): readonly App[] {
  const modules = localModules(files.map(({ path }) => path));
  const parts = new Set<string>();
  for (const { path } of apps) {
    const source = sources.find((one) => one.path === path);
    if (source === undefined) continue;
    const folder = path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '';
    for (const written of source.modules) {
      const local = modules.find(written.replace(/^\.+/, ''), [folder, '', 'src']);
      if (local.is === 'found') for (const file of local.files) if (file !== path) parts.add(file);
    }
    for (const [, page = ''] of source.text.matchAll(/["']([\w./-]+\.py)["']/g)) {
      parts.add(folder === '' ? page : `${folder}/${page}`);
    }
  }
  const isTwin = ({ path, framework, why }: App) =>
    framework === 'asgi' &&
    /django\./.test(why) &&
    apps.some((one) => one.path === path.replace(/asgi\.py$/, 'wsgi.py') && one.framework === 'wsgi');
  const whole = apps.filter((app) => !(app.object === undefined && parts.has(app.path)) && !isTwin(app));
  return whole.length > 0 ? whole : apps;
}

type Source = {
  readonly path: string;
  readonly text: string;
  /** What it imports; and that with the packages around it. */
  readonly modules: ReadonlySet<string>;
  readonly packages: ReadonlySet<string>;
};

function readFile(file: BundleFile): Source | undefined {
  const text = readSource(file);
  if (text === undefined) return undefined;
  let read: Pick<Source, 'modules' | 'packages'> | undefined;
  const imported = () => {
    read ??= importsIn(text);
    return read;
  };
  return {
    ...{ path: file.path, text },
    get modules() {
      return imported().modules;
    },
    get packages() {
      return imported().packages;
    },
  };
}

function importsIn(text: string): Pick<Source, 'modules' | 'packages'> {
  const statements = MENTION.test(text) ? readImports(text).statements : [];
  const modules = statements.flatMap(({ module, names }) => [module, ...names.map((name) => `${module}.${name}`)]);
  return { modules: new Set(modules), packages: withPackages(modules) };
}

type Judged = { readonly source: Source; readonly apps: readonly App[]; readonly makers: readonly AppObject[] };

async function judge(source: Source, objects: AppObjects): Promise<Judged> {
  const { path, text } = source;
  const imported = PACKAGE.test(text) ? importedFramework(source.packages) : undefined;
  // What imports Bokeh without its server's document draws a plot and ends.
  const isApp = imported && (imported.framework !== 'bokeh' || /\bcurdoc\b|\bbokeh\.server\b/.test(text));
  const byImport = isApp ? { path, framework: imported.framework, why: `it imports ${imported.name}` } : undefined;
  // A Streamlit page may import anything.
  if (byImport?.framework === 'streamlit') return { source, apps: [byImport], makers: [] };
  const express = text.includes('shiny') ? expressSign(text, blankStrings(text)) : undefined;
  if (express) return { source, apps: [{ path, framework: 'shiny', why: express }], makers: [] };
  const mayMake = objects.mayHave(path) && mayMakeApps(source.packages);
  const found = mayMake ? await objects.objectsIn(path) : [];
  const makers = mayMake ? await objects.makersIn(path) : [];
  if (found.length > 0) return { source, apps: found.map(appOf), makers };
  return { source, apps: byImport ? [byImport] : [], makers };
}

const appOf = ({ path, framework, name, why }: AppObject): App => ({ path, framework, object: name, why });

/** Looks once more at a file that mentions no framework, but something of another file that makes an app. */
async function judgeUser(
  judged: Judged,
  makers: readonly AppObject[],
  isNamed: boolean,
  objects: AppObjects,
): Promise<Judged> {
  const { source, apps } = judged;
  if (apps.length > 0 || !objects.mayHave(source.path)) return judged;
  if (!isNamed && !makers.some(({ name }) => source.text.includes(name))) return judged;
  if (mayMakeApps(source.packages)) return judged;
  const found = await objects.objectsIn(source.path);
  return { ...judged, apps: found.map(appOf) };
}

const containedBy = async (apps: readonly App[], objects: AppObjects): Promise<string[]> => {
  const [first] = apps;
  return first?.object === undefined ? [] : objects.containedIn(first.path);
};

/**
 * The apps of one file that nothing else answers for; of several, the one that servers look for. A Dash app and the Flask app that
 * is its server are one.
 */
function outermost(apps: readonly App[], contained: ReadonlySet<string>): readonly App[] {
  const free = apps.filter(({ path, object }) => !contained.has(`${path}:${object}`));
  const names = new Set(free.map(({ object }) => object));
  if (names.size < 2) return distinct(free);
  const named = ['app', 'application'].find((name) => names.has(name));
  const frameworks = new Set(free.map(({ framework }) => framework));
  const isOne = frameworks.size === 2 && frameworks.has('dash') && frameworks.has('flask');
  if (named !== undefined) return distinct(free.filter(({ object }) => object === named));
  return distinct(isOne ? free.filter(({ framework }) => framework === 'dash') : free);
}

/** One of each framework and name. */
const distinct = (apps: readonly App[]): App[] => [
  ...new Map(apps.map((app) => [`${app.framework}:${app.object}`, app])).values(),
];

/** How a file answers requests when it is run, in words. */
async function servingIn({ text }: Source): Promise<{ serves?: string }> {
  const call = await servingCall(text);
  return call ? { serves: `line ${call.line} calls ${call.name}` } : {};
}

/** Those that a server of the platform's loads need not answer by themselves. */
async function withServing(app: App, judged: readonly Judged[]): Promise<App> {
  if (STARTED.includes(app.framework)) return app;
  const source = judged.find(({ source }) => source.path === app.path)?.source;
  return source ? { ...app, ...(await servingIn(source)) } : app;
}

const STARTED: readonly Framework[] = ['streamlit', 'shiny', 'dash', 'fastapi', 'flask'];

/** Strings are blank by then. */
const GUARD = /^if[ \t(]+(?:__name__[ \t]*==|(["']) +\1[ \t]*==[ \t]*__name__\b)/m;

const isRunnable = (text: string): boolean => text.includes('__main__') && GUARD.test(blankStrings(text));

/** A lone script may be meant; a module of a package is not. */
async function scriptIn(source: Source): Promise<Script[]> {
  const { path, text } = source;
  if (path.endsWith('__init__.py') || (path.includes('/') && !mentionsServer(text))) return [];
  const web = webModule(source.packages);
  if (path.includes('/') && web === undefined) return [];
  const isGuarded = isRunnable(text);
  const serving = web === undefined ? {} : await servingIn(source);
  if (path.includes('/') && serving.serves === undefined) return [];
  if (!isGuarded && serving.serves === undefined && !CONVENTIONAL.includes(path)) return [];
  return [{ path, why: isGuarded ? 'it has a __main__ guard' : 'its name says so', ...(web && { web }), ...serving }];
}
