import type { BundleFile } from '../../../bundle/source.ts';
import { findApps, isToolFile } from '../../../project/apps/apps.ts';
import type { Framework } from '../../../project/apps/frameworks.ts';
import type { AppMode } from './app-modes.ts';

/** A file that could be the content, and what speaks for it. */
export type Candidate = {
  readonly path: string;
  readonly mode: AppMode;
  /** The object a server has to load (`app`), where the framework has one. */
  readonly object?: string;
  readonly why: string;
};

const MODE_OF: Readonly<Record<Framework, AppMode>> = {
  streamlit: 'python-streamlit',
  shiny: 'python-shiny',
  dash: 'python-dash',
  fastapi: 'python-fastapi',
  asgi: 'python-fastapi',
  flask: 'python-api',
  wsgi: 'python-api',
  gradio: 'python-gradio',
  panel: 'python-panel',
  bokeh: 'python-bokeh',
};

/** Functions that Connect calls for the app where a module has none (rsconnect-python, bundle.py). */
export const FACTORIES: readonly string[] = ['create_app', 'make_app'];

/** The apps in the project's Python files, or in the one that is named; where there are none, what Connect calls for one. */
export async function pythonApps(files: readonly BundleFile[], only?: string): Promise<Candidate[]> {
  const { apps, factories } = await findApps(files, only);
  const called = apps.length > 0 ? [] : factories.filter(({ name }) => FACTORIES.includes(name));
  return [
    ...apps.map(({ path, framework, object, why }) => ({ path, framework, why, ...(object && { object }) })),
    ...called.map(({ path, framework, name, why }) => ({ path, framework, why, object: name })),
  ].map(({ framework, ...app }) => ({ ...app, mode: MODE_OF[framework] }));
}

/**
 * What the project's files could be: apps and Quarto documents; notebooks only where there is neither, and pages only where
 * nothing else is, because every app may have some beside it.
 */
export async function findCandidates(files: readonly BundleFile[], usesVoila: boolean): Promise<Candidate[]> {
  const atRoot = (ending: RegExp) => files.filter(({ path }) => !path.includes('/') && ending.test(path));
  const apps = await pythonApps(files);
  const quarto = atRoot(/^_quarto\.ya?ml$/).map(({ path }) => found(path, 'quarto-static', 'it is a Quarto project'));
  const documents =
    quarto.length > 0
      ? quarto
      : atRoot(/\.qmd$/i).map(({ path }) => found(path, 'quarto-static', 'it is a Quarto document'));
  if (apps.length + documents.length > 0) return [...apps, ...documents];

  const notebooks = atRoot(/\.ipynb$/i).map(({ path }) =>
    usesVoila
      ? found(path, 'jupyter-voila', 'it is a notebook, and the project depends on voila')
      : found(path, 'jupyter-static', 'it is a notebook'),
  );
  return notebooks.length > 0
    ? notebooks
    : atRoot(/\.html?$/i).map(({ path }) => found(path, 'static', 'it is a page'));
}

const found = (path: string, mode: AppMode, why: string): Candidate => ({ path, mode, why });

/** The names rsconnect-python starts from, in its order. */
const DEFAULTS = ['app.py', 'application.py', 'main.py', 'api.py'];
const APP_LIKE = /^app[-_].+\.py$|.[-_]app\.py$/;

/**
 * The file that rsconnect-python takes when nobody names one: a conventional name, else the only Python file at the root, else the
 * only one that is called something like an app.
 */
export function defaultFile(paths: readonly string[]): string | undefined {
  const python = paths.filter((path) => !path.includes('/') && path.endsWith('.py') && !isToolFile(path));
  const conventional = DEFAULTS.find((name) => python.includes(name));
  if (conventional !== undefined || python.length === 1) return conventional ?? python[0];
  const likely = python.filter((path) => APP_LIKE.test(path));
  return likely.length === 1 ? likely[0] : undefined;
}

/** The one candidate that is meant, or `undefined` when several could be: two frameworks, or two files nobody singles out. */
export function pick(candidates: readonly Candidate[], paths: readonly string[]): Candidate | undefined {
  if (candidates.length < 2) return candidates[0];
  if (new Set(candidates.map(({ mode }) => mode)).size > 1) return undefined;
  const preferred = [defaultFile(paths), 'streamlit_app.py', 'index.qmd', 'index.html', 'index.ipynb'];
  const usual = candidates.find(({ path }) => preferred.includes(path)) ?? onlyConventional(candidates);
  // Two objects of one file are two apps.
  return candidates.filter(({ path }) => path === usual?.path).length === 1 ? usual : undefined;
}

/** `src/shop/app.py` among the modules of its package. */
function onlyConventional(candidates: readonly Candidate[]): Candidate | undefined {
  const named = candidates.filter(({ path }) => DEFAULTS.includes(path.slice(path.lastIndexOf('/') + 1)));
  return named.length === 1 ? named[0] : undefined;
}
