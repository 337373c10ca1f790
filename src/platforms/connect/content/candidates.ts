import type { BundleFile } from '../../../bundle/source.ts';
import { ASIDE, constructs, DEPTH, imports, readSource, type Sign } from '../../../project/source/frameworks.ts';
import { readPython } from '../../../project/source/scan.ts';
import type { AppMode } from './app-modes.ts';
import { isShinyExpress } from './shiny-express.ts';

/** A file that could be the content, and what speaks for it. */
export type Candidate = {
  readonly path: string;
  readonly mode: AppMode;
  /** The object a server has to load (`app`), where the framework has one. */
  readonly object?: string;
  readonly why: string;
};

/** As `imports`, for any module of a package. */
const importsFrom =
  (name: string): Sign =>
  ({ imports }) =>
    [...imports].some((module) => module === name || module.startsWith(`${name}.`))
      ? { why: `it imports ${name}` }
      : undefined;

/**
 * In this order: a Streamlit page may import anything, a Dash app also makes a Flask server, a web app may have a Gradio page or a
 * Bokeh plot in it, and Panel is made of Bokeh.
 */
const SIGNS: readonly (readonly [AppMode, Sign])[] = [
  ['python-streamlit', imports('streamlit')],
  ['python-shiny', constructs('shiny.App')],
  ['python-dash', constructs('dash.Dash', 'dash.dash.Dash')],
  ['python-fastapi', constructs('fastapi.FastAPI', 'fastapi.applications.FastAPI')],
  ['python-fastapi', constructs('starlette.applications.Starlette', 'litestar.Litestar', 'quart.Quart')],
  ['python-fastapi', constructs('django.core.asgi.get_asgi_application', 'falcon.asgi.App')],
  ['python-api', constructs('flask.Flask', 'flask.app.Flask', 'bottle.Bottle', 'falcon.App')],
  ['python-api', constructs('django.core.wsgi.get_wsgi_application')],
  ['python-gradio', importsFrom('gradio')],
  ['python-panel', importsFrom('panel')],
  ['python-bokeh', importsFrom('bokeh')],
];

/** The mode of one Python file; `undefined` when nothing in it speaks for one. */
export function judgePython(file: BundleFile): Candidate | undefined {
  const text = readSource(file);
  if (text === undefined) return undefined;
  const source = readPython(text);
  if (isShinyExpress(text, source.code)) {
    return { path: file.path, mode: 'python-shiny', why: 'it is a Shiny Express app' };
  }
  for (const [mode, sign] of SIGNS) {
    const seen = sign(source);
    if (seen) return { path: file.path, mode, ...seen };
  }
  return undefined;
}

/**
 * What the project's files could be: apps and Quarto documents; notebooks only where there is neither, and pages only where
 * nothing else is, because every app may have some beside it.
 */
export function findCandidates(files: readonly BundleFile[], usesVoila: boolean): Candidate[] {
  const atRoot = (ending: RegExp) => files.filter(({ path }) => !path.includes('/') && ending.test(path));
  const apps = files
    .filter(({ path }) => path.endsWith('.py') && !ASIDE.test(path) && path.split('/').length <= DEPTH)
    .flatMap((file) => judgePython(file) ?? []);
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
  const python = paths.filter((path) => !path.includes('/') && path.endsWith('.py'));
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
  return candidates.find(({ path }) => preferred.includes(path)) ?? onlyConventional(candidates);
}

/** `src/shop/app.py` among the modules of its package. */
function onlyConventional(candidates: readonly Candidate[]): Candidate | undefined {
  const named = candidates.filter(({ path }) => DEFAULTS.includes(path.slice(path.lastIndexOf('/') + 1)));
  return named.length === 1 ? named[0] : undefined;
}
