import type { BundleFile } from '../../bundle/source.ts';
import { readRegular } from '../../ports/regular-file.ts';
import { type PythonSource, readPython } from './scan.ts';

export type Framework = 'fastapi' | 'flask' | 'dash' | 'streamlit' | 'shiny' | 'script' | 'quarto';

/** A file that could be the app, and what speaks for it. */
export type Candidate = {
  readonly path: string;
  readonly framework: Framework;
  /** The object a server has to load (`app`), where the framework has one. */
  readonly object?: string;
  readonly why: string;
};

/** What in a file's source speaks for a framework. */
export type Sign = (source: PythonSource) => { object?: string; why: string } | undefined;

export const constructs =
  (...callees: string[]): Sign =>
  ({ assignments }) => {
    const found = assignments.find(({ callee }) => callees.includes(callee));
    return found && { object: found.name, why: `line ${found.line} sets ${found.name} = ${found.callee}(…)` };
  };
export const imports =
  (...modules: string[]): Sign =>
  (source) => {
    const found = modules.find((module) => source.imports.has(module));
    return found === undefined ? undefined : { why: `it imports ${found}` };
  };

/** In this order: a Dash app also makes a Flask server, and a Streamlit page may import anything. */
const SIGNS: readonly (readonly [Framework, Sign])[] = [
  ['streamlit', imports('streamlit')],
  ['shiny', constructs('shiny.App')],
  ['shiny', imports('shiny.express')],
  ['dash', constructs('dash.Dash', 'dash.dash.Dash')],
  ['fastapi', constructs('fastapi.FastAPI', 'fastapi.applications.FastAPI')],
  ['flask', constructs('flask.Flask', 'flask.app.Flask')],
];

/** Places where an app does not live, though files there may look like one. */
export const ASIDE =
  /(?:^|\/)(?:tests?|docs?|examples?|notebooks|scripts|migrations|pages|benchmarks?)\/|(?:^|\/)(?:test_[^/]*|[^/]*_test|conftest|setup|noxfile)\.py$/;
export const DEPTH = 4;
const FILE_LIMIT = 1_000_000;

/** Looks for apps among the files of a bundle: Python files up to four folders deep, and Quarto documents at its root. */
export function findCandidates(files: readonly BundleFile[]): Candidate[] {
  const found: Candidate[] = [];
  for (const file of files) {
    if (ASIDE.test(file.path) || file.path.split('/').length > DEPTH) continue;
    const candidate = file.path.endsWith('.py') ? python(file) : quarto(file);
    if (candidate) found.push(candidate);
  }
  const apps = found.filter(({ framework }) => framework !== 'script');
  return apps.length > 0 ? apps : found;
}

function python(file: BundleFile): Candidate | undefined {
  const text = readSource(file);
  if (text === undefined) return undefined;
  const source = readPython(text);
  for (const [framework, sign] of SIGNS) {
    const seen = sign(source);
    if (seen) return { path: file.path, framework, ...seen };
  }
  // A lone script is a task; a module of a package is not.
  if (file.path.includes('/') || file.path === '__init__.py') return undefined;
  if (source.runnable) return { path: file.path, framework: 'script', why: 'it has a __main__ guard' };
  return CONVENTIONAL.has(file.path) ? { path: file.path, framework: 'script', why: 'its name says so' } : undefined;
}

function quarto({ path }: BundleFile): Candidate | undefined {
  if (path === '_quarto.yml') return { path, framework: 'quarto', why: 'it is a Quarto project' };
  if (/^[^/]+\.qmd$/.test(path)) return { path, framework: 'quarto', why: 'it is a Quarto document' };
  return undefined;
}

/** The text of a Python file; `undefined` when it is too large or can't be read. */
export function readSource({ source }: Pick<BundleFile, 'source'>): string | undefined {
  if (typeof source !== 'string') return undefined;
  try {
    const read = readRegular(source, FILE_LIMIT);
    return 'bytes' in read ? read.bytes.toString('utf8').replace(/^\ufeff/, '') : undefined;
  } catch {
    return undefined;
  }
}

const CONVENTIONAL = new Set([
  'main.py',
  'app.py',
  'application.py',
  'api.py',
  'server.py',
  'streamlit_app.py',
  '_quarto.yml',
  'index.qmd',
]);

/**
 * The one candidate that stands out, or `undefined` when several could be meant: apps of two frameworks, or two of one
 * framework whose names say nothing. A Quarto project stands for its documents.
 */
export function pick(candidates: readonly Candidate[]): Candidate | undefined {
  if (new Set(candidates.map(({ framework }) => framework)).size > 1) return undefined;
  if (candidates.length === 1) return candidates[0];
  const conventional = candidates.filter(({ path }) => CONVENTIONAL.has(path.slice(path.lastIndexOf('/') + 1)));
  const shallowest = Math.min(...conventional.map(({ path }) => path.split('/').length));
  const best = conventional.filter(({ path }) => path.split('/').length === shallowest);
  const project = best.find(({ path }) => path === '_quarto.yml');
  return project ?? (best.length === 1 ? best[0] : undefined);
}
