import { parse } from 'yaml';
import type { BundleFile } from '../../../bundle/source.ts';
import { at } from '../../../project/files/values.ts';
import { readSource } from '../../../project/source/readable.ts';

/** What the manifest says of a Quarto project; `quarto inspect` says the same where Quarto is installed. */
export type QuartoFacts = {
  /** `jupyter`, `knitr`, `julia` or `markdown`, sorted. */
  readonly engines: readonly string[];
  /** The documents that are rendered, as paths in the bundle. */
  readonly documents: readonly string[];
  /** The folder that a render writes to; empty when it writes beside the documents. */
  readonly outputDir: string;
  /** Documents with `server: shiny`: these are apps, which are started and not rendered. */
  readonly interactive: readonly string[];
};

const isQuartoProject = (path: string): boolean => /^_quarto\.ya?ml$/.test(path);

const OUTPUT_DIRS: Readonly<Record<string, string>> = { website: '_site', book: '_book', manuscript: '_manuscript' };
/** Languages whose cells need no engine: diagrams and Observable run in the browser. */
const ENGINELESS = new Set(['ojs', 'mermaid', 'dot']);

/** Looks at the Quarto documents among a project's files: all of a Quarto project, else those at the root, or the one named. */
export function inspectQuarto(files: readonly BundleFile[], named: string): QuartoFacts {
  const config = files.find(({ path }) => isQuartoProject(path));
  const project = at(config && yaml(readSource(config) ?? ''), 'project');
  const [type, output] = [at(project, 'type'), at(project, 'output-dir')];
  const outputDir = typeof output === 'string' ? output : (OUTPUT_DIRS[String(type)] ?? '');
  const isRendered = (path: string) => {
    if (!path.endsWith('.qmd') || /(?:^|\/)_/.test(path)) return false; // what begins with _ is included by others
    if (named.endsWith('.qmd')) return path === named;
    return config ? true : !path.includes('/');
  };
  const documents = files.filter(({ path }) => isRendered(path));
  const engines = new Set<string>();
  const interactive: string[] = [];
  for (const document of documents) {
    const text = readSource(document) ?? '';
    const front = yaml(/^---[ \t]*\r?\n([\s\S]*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/.exec(text)?.[1] ?? '');
    engines.add(engineOf(text, front));
    const server = at(front, 'server');
    if (server === 'shiny' || at(server, 'type') === 'shiny') interactive.push(document.path);
  }
  return {
    engines: [...engines].sort(),
    documents: documents.map(({ path }) => path),
    outputDir: outputDir.replace(/^\.\/|\/+$/g, ''),
    interactive,
  };
}

/** Quarto's own order: what the front matter says, else the language of the first cell that needs an engine. */
function engineOf(text: string, front: unknown): string {
  const engine = at(front, 'engine');
  if (typeof engine === 'string') return engine;
  if (at(front, 'jupyter') !== undefined) return 'jupyter';
  if (at(front, 'knitr') !== undefined) return 'knitr';
  const languages = [...text.matchAll(/^[ \t]*(?:`{3,}|~{3,})[ \t]*\{([\w-]+)[^}\n]*\}/gm)].map(
    ([, name = '']) => name,
  );
  if (languages.includes('r')) return 'knitr';
  return languages.some((name) => !ENGINELESS.has(name)) ? 'jupyter' : 'markdown';
}

function yaml(text: string): unknown {
  try {
    return parse(text);
  } catch {
    return undefined; // Quarto will say so, with the place
  }
}

/** Whether a file is made by a render, which the server does anew. */
export function isRenderedOutput(path: string, { documents, outputDir }: QuartoFacts): boolean {
  if (path.startsWith('.quarto/') || (outputDir !== '' && path.startsWith(`${outputDir}/`))) return true;
  return documents.some((document) => {
    const stem = document.replace(/\.qmd$/, '');
    return path === `${stem}.html` || path.startsWith(`${stem}_files/`);
  });
}
