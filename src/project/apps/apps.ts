import type { BundleFile } from '../../bundle/source.ts';
import { readSource } from '../source/readable.ts';
import { blankStrings } from '../source/scan.ts';
import { readImports } from '../source/statements.ts';
import { type Framework, importedFramework, MENTION, mayMakeApps, webModule } from './frameworks.ts';
import { type AppObject, type AppObjects, appObjects } from './objects.ts';
import { expressSign } from './shiny-express.ts';

/** An app in a file, and what speaks for it. */
type App = {
  readonly path: string;
  readonly framework: Framework;
  /** The object a server has to load (`app`), where the framework has one. */
  readonly object?: string;
  readonly why: string;
};

/** A program at the root of the project that no framework starts. */
type Script = {
  readonly path: string;
  readonly why: string;
  /** What it imports that makes it a web app, or a server, all the same. */
  readonly web?: string;
};

export type Found = {
  readonly apps: readonly App[];
  /** Functions that make apps, of files without an app of their own. */
  readonly factories: readonly AppObject[];
  readonly scripts: readonly Script[];
};

/** Places where an app does not live, though files there may look like one. */
const ASIDE =
  /(?:^|\/)(?:tests?|docs?|examples?|notebooks|scripts|migrations|pages|benchmarks?)\/|(?:^|\/)(?:test_[^/]*|[^/]*_test)\.py$/;
/** What tools load: test runners, build backends, task runners. */
const TOOL_FILE = /(?:^|\/)(?:conftest|fabfile|hatch_build|noxfile|pavement|setup|tasks)\.py$/;
const DEPTH = 4;

export const isToolFile = (path: string): boolean => TOOL_FILE.test(path);

/** Where an app is looked for when nobody names one: Python files up to four folders deep, but for those of tests and tools. */
const mayBeApp = (path: string): boolean =>
  path.endsWith('.py') && !ASIDE.test(path) && !isToolFile(path) && path.split('/').length <= DEPTH;

/** Names that an app or a script has by custom. */
const CONVENTIONAL = ['main.py', 'app.py', 'application.py', 'api.py', 'server.py', 'streamlit_app.py'];

/** Looks for apps among the files of a project: in all of them, or in one that somebody names, wherever it is. */
export async function findApps(files: readonly BundleFile[], only?: string): Promise<Found> {
  const objects = appObjects(files);
  const sources = files
    .filter(({ path }) => (only === undefined ? mayBeApp(path) : path === only))
    .map(readFile)
    .filter((source) => source !== undefined);

  const first = await Promise.all(sources.map((source) => judge(source, objects)));
  const makers = first.flatMap(({ makers }) => makers);
  const second = await Promise.all(first.map((one) => judgeUser(one, makers, only !== undefined, objects)));
  const contained = new Set((await Promise.all(second.map(({ apps }) => containedBy(apps, objects)))).flat());
  const apps = second.flatMap((one) => outermost(one.apps, contained));
  return {
    apps,
    factories: second.flatMap((one) => (one.apps.length === 0 ? one.makers : [])),
    scripts: second.flatMap(({ source, apps }) => (apps.length === 0 ? (scriptIn(source) ?? []) : [])),
  };
}

type Source = { readonly path: string; readonly text: string; readonly modules: ReadonlySet<string> };

function readFile(file: BundleFile): Source | undefined {
  const text = readSource(file);
  if (text === undefined) return undefined;
  const statements = MENTION.test(text) ? readImports(text).statements : [];
  const modules = statements.flatMap(({ module, names }) => [module, ...names.map((name) => `${module}.${name}`)]);
  return { path: file.path, text, modules: new Set(modules) };
}

type Judged = { readonly source: Source; readonly apps: readonly App[]; readonly makers: readonly AppObject[] };

async function judge(source: Source, objects: AppObjects): Promise<Judged> {
  const { path, text, modules } = source;
  const imported = importedFramework(modules);
  const byImport = imported && { path, framework: imported.framework, why: `it imports ${imported.name}` };
  // A Streamlit page may import anything.
  if (byImport?.framework === 'streamlit') return { source, apps: [byImport], makers: [] };
  const express = text.includes('shiny') ? expressSign(text, blankStrings(text)) : undefined;
  if (express) return { source, apps: [{ path, framework: 'shiny', why: express }], makers: [] };
  const mayMake = mayMakeApps(modules);
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
  if (apps.length > 0 || mayMakeApps(source.modules)) return judged;
  if (!isNamed && !makers.some(({ name }) => source.text.includes(name))) return judged;
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

/** Strings are blank by then. */
const GUARD = /^if[ \t(]+(?:__name__[ \t]*==|(["']) +\1[ \t]*==[ \t]*__name__\b)/m;

/** A lone script may be meant; a module of a package is not. */
function scriptIn({ path, text, modules }: Source): Script | undefined {
  if (path.includes('/') || path === '__init__.py') return undefined;
  const isRunnable = text.includes('__main__') && GUARD.test(blankStrings(text));
  if (!isRunnable && !CONVENTIONAL.includes(path)) return undefined;
  const web = webModule(modules);
  return { path, why: isRunnable ? 'it has a __main__ guard' : 'its name says so', ...(web && { web }) };
}
