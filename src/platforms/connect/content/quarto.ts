import { type Document, isAlias, isMap, isScalar, isSeq, parseDocument } from 'yaml';
import { folderGlobs } from '../../../bundle/glob.ts';
import type { BundleFile } from '../../../bundle/source.ts';
import { readSource } from '../../../project/source/readable.ts';

/** What the manifest says of a Quarto project; `quarto inspect` says the same where Quarto is installed. */
export type QuartoFacts = Readonly<ReturnType<typeof inspectQuarto>>;

const isQuartoProject = (path: string): boolean => /^_quarto\.ya?ml$/.test(path);

const OUTPUT_DIRS: Readonly<Record<string, string>> = { website: '_site', book: '_book', manuscript: '_manuscript' };
/** Languages whose cells need no engine: diagrams and Observable run in the browser. */
const ENGINELESS = new Set(['ojs', 'mermaid', 'dot']);

/**
 * Looks at the documents that Quarto renders of a project's files: those of a Quarto project, as its `render` says, else only the one
 * that was chosen. (Quarto's documentation, "Project Basics": render targets.)
 */
export function inspectQuarto(files: readonly BundleFile[], chosen: string) {
  const config = files.find(({ path }) => isQuartoProject(path));
  const project = yaml(config === undefined ? '' : (readSource(config) ?? ''));
  const [type, output] = [project('project', 'type'), project('project', 'output-dir')];
  const outputDir = typeof output === 'string' ? output : (OUTPUT_DIRS[String(type)] ?? '');
  const targets = listOf(project('project', 'render'));
  const isTarget = targets.length > 0 ? renderTargets(targets) : () => true;
  const isRendered = (path: string) => {
    if (!DOCUMENT.test(path)) return false;
    if (config === undefined || /\.(?:qmd|ipynb|rmd|md)$/i.test(chosen)) return path === chosen;
    return !ASIDE.test(path) && isTarget(path);
  };
  const documents = files.filter(({ path }) => isRendered(path));
  const foreign = new Map<string, string>();
  const engines = new Set<string>();
  const interactive: string[] = [];
  const isShiny = (read: Yaml) => read('server') === 'shiny' || read('server', 'type') === 'shiny';
  for (const document of documents) {
    const text = readSource(document) ?? '';
    const front = yaml(/^---[ \t]*\r?\n([\s\S]*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/.exec(text)?.[1] ?? '');
    const engine = engineFor(document.path, text, front);
    engines.add(engine);
    if (engine === 'knitr' || engine === 'julia') foreign.set(document.path, engine);
    if (isShiny(front) || isShiny(project)) interactive.push(document.path);
  }
  return {
    /** `jupyter`, `knitr`, `julia` or `markdown`, sorted. */
    engines: [...engines].sort() as readonly string[],
    /** The documents that are rendered, as paths in the bundle. */
    documents: documents.map(({ path }) => path),
    /** The folder that a render writes to; empty when it writes beside the documents. */
    outputDir: outputDir.replace(/^\.\/|\/+$/g, ''),
    /** Documents whose code is not Python's, with their engines. */
    foreign: foreign as ReadonlyMap<string, string>,
    /** Documents with `server: shiny`, of their own or the project's: these are apps. */
    interactive,
  };
}

const DOCUMENT = /\.(?:qmd|ipynb|rmd|md)$/i;
/** What begins with `_` or a dot is included by others, and a README is for those who look at the repository. */
const ASIDE = /(?:^|\/)[_.]|(?:^|\/)README\.\w+$/i;

/** Globs, of which those behind `!` take files away; the last one that matches decides. A folder stands for what is in it. */
function renderTargets(targets: readonly string[]): (path: string) => boolean {
  const rules = targets.map((target) => ({
    takes: !target.startsWith('!'),
    matches: folderGlobs([`/${target.replace(/^!/, '').replace(/^\.?\//, '')}`]),
  }));
  const isListed = rules.some(({ takes }) => takes);
  return (path) => rules.findLast(({ matches }) => matches(path))?.takes ?? !isListed;
}

const listOf = (node: unknown): string[] =>
  isSeq(node)
    ? node.items.flatMap((item) => (isScalar(item) && typeof item.value === 'string' ? [item.value] : []))
    : [];

/** A notebook is run where its project says so or it has no outputs; it needs Jupyter either way. Plain Markdown is only shown. */
function engineFor(path: string, text: string, front: Yaml): string {
  if (/\.ipynb$/i.test(path)) return 'jupyter';
  if (/\.rmd$/i.test(path)) return 'knitr';
  return /\.md$/i.test(path) ? 'markdown' : engineOf(text, front);
}

/** Quarto's own order: what the front matter says, else the language of the first cell that needs an engine. */
function engineOf(text: string, front: Yaml): string {
  const engine = front('engine');
  if (typeof engine === 'string') return engine;
  if (front('jupyter') !== undefined) return 'jupyter';
  if (front('knitr') !== undefined) return 'knitr';
  const languages = [...text.matchAll(/^[ \t]*(?:`{3,}|~{3,})[ \t]*\{([\w-]+)[^}\n]*\}/gm)].map(
    ([, name = '']) => name,
  );
  if (languages.includes('r')) return 'knitr';
  return languages.some((name) => !ENGINELESS.has(name)) ? 'jupyter' : 'markdown';
}

/** The value at a path of keys: a scalar's, or something that is none. */
type Yaml = (...path: readonly string[]) => unknown;

/**
 * Reads YAML for the few values that are looked for. The whole is never made into objects: keys that are collections themselves,
 * and the search for keys that are there twice, take more than linear time. Quarto will say what is wrong, with the place.
 */
function yaml(text: string): Yaml {
  let document: Document;
  try {
    document = parseDocument(text, { uniqueKeys: false, logLevel: 'silent' });
  } catch {
    return () => undefined; // nested too deeply
  }
  const whole = document.errors.length === 0 ? document.contents : undefined;
  return (...path) => {
    let node: unknown = whole;
    for (const key of path) {
      node = isMap(node) ? node.get(key, true) : undefined;
      if (isAlias(node)) node = node.resolve(document);
    }
    return isScalar(node) ? node.value : node;
  };
}

/** Whether a file is made by a render, which the server makes again. */
export function isRenderedOutput(path: string, { documents, outputDir }: QuartoFacts): boolean {
  if (path.startsWith('.quarto/') || (outputDir !== '' && path.startsWith(`${outputDir}/`))) return true;
  return documents.some((document) => {
    const stem = document.replace(/\.\w+$/, '');
    return path === `${stem}.html` || path.startsWith(`${stem}_files/`);
  });
}
