import type { BundleFile } from '../../../bundle/source.ts';
import { type Found, findApps } from '../../../project/apps/apps.ts';
import { CONTENT_TYPE_OF } from './content-types.ts';

/** A file that could be the content, and what speaks for it. */
export type Candidate = {
  readonly path: string;
  /** Absent for a web app that no content type is known to start: which one it is, only its author can say. */
  readonly contentType?: string;
  readonly why: string;
  /** What would make it plain, where one line does, and the content type that it has then. */
  readonly line?: string;
  readonly becomes?: string;
  /** The lines of a program that serves it, in words. */
  readonly program?: string;
};

/**
 * What the project's files could be on ricochet: apps and Quarto documents; without these, other web apps, and scripts only where
 * there is nothing else.
 */
export async function findCandidates(files: readonly BundleFile[], only?: string): Promise<Candidate[]> {
  const { apps, factories, scripts } = await findApps(files, only);
  const known = apps.flatMap(({ path, framework, why }) => {
    const contentType = CONTENT_TYPE_OF[framework];
    return contentType === undefined ? [] : [{ path, contentType, why }];
  });
  const documents = files.flatMap(({ path }) => (only === undefined || path === only ? documentAt(path) : []));
  if (known.length + documents.length > 0) return [...known, ...documents];
  const services = servicesOf(apps, scripts);
  if (services.length > 0) return services;
  const unknown = apps.map((app) => {
    const program = programFor(app);
    return { path: app.path, why: app.why, ...(program && { program }) };
  });
  if (unknown.length > 0) return unknown;
  if (factories.length > 0) {
    return factories.map(({ path, name, why, framework }) => {
      const known = CONTENT_TYPE_OF[framework];
      return { path, why, line: `app = ${name}()`, ...(known && { becomes: known }) };
    });
  }
  const alone = scripts.map(
    ({ path, why, web }): Candidate =>
      web === undefined ? { path, why, contentType: 'python' } : { path, why: `it imports ${web}` },
  );
  return only === undefined ? [...alone, ...deepDocuments(files)] : alone;
}

/** How a program of one's own serves an app that ricochet has no content type for. */
function programFor({ path, framework, object }: Found['apps'][number]): string | undefined {
  const module = path
    .replace(/^src\//, '')
    .replace(/(?:\/__init__)?\.py$/, '')
    .replaceAll('/', '.');
  const where = 'host="0.0.0.0", port=int(os.environ["PORT"])';
  if (object === undefined) return undefined;
  if (framework === 'asgi') return `\`import os, uvicorn\` and \`uvicorn.run("${module}:${object}", ${where})\``;
  if (framework !== 'wsgi') return undefined;
  return `\`import os, waitress\`, \`from ${module} import ${object}\` and \`waitress.serve(${object}, ${where})\``;
}

/** Programs that answer requests by themselves. */
const servicesOf = (...found: readonly (readonly Pick<Found['apps'][number], 'path' | 'serves'>[])[]): Candidate[] =>
  found
    .flat()
    .flatMap(({ path, serves }) =>
      serves === undefined ? [] : [{ path, contentType: 'python-service', why: serves }],
    );

/** Below the root, documents may be what the project is for, or about it: they count where there is nothing but a script. */
const deepDocuments = (files: readonly BundleFile[]): Candidate[] =>
  files.flatMap(({ path }) =>
    /\/[^/_][^/]*\.qmd$/.test(path) && !/(?:^|\/)(?:docs?|examples?|tests?)\//.test(path)
      ? [{ path, contentType: 'quarto-py', why: 'it is a Quarto document' }]
      : [],
  );

function documentAt(path: string): Candidate[] {
  if (path === '_quarto.yml') return [{ path, contentType: 'quarto-py', why: 'it is a Quarto project' }];
  return /^[^/]+\.qmd$/.test(path) ? [{ path, contentType: 'quarto-py', why: 'it is a Quarto document' }] : [];
}

const CONVENTIONAL = new Set([
  ...['main.py', 'app.py', 'application.py', 'api.py', 'server.py', 'streamlit_app.py'],
  ...['_quarto.yml', 'index.qmd'],
]);

/**
 * The one candidate that stands out, or `undefined` when several could be meant: content of two types, two of one type whose names
 * say nothing, or two apps in one file. A Quarto project stands for its documents.
 */
export function pick(candidates: readonly Candidate[]): Candidate | undefined {
  if (new Set(candidates.map(({ contentType }) => contentType)).size > 1) return undefined;
  if (candidates.length === 1) return candidates[0];
  const conventional = candidates.filter(({ path }) => CONVENTIONAL.has(path.slice(path.lastIndexOf('/') + 1)));
  const shallowest = Math.min(...conventional.map(({ path }) => path.split('/').length));
  const best = conventional.filter(({ path }) => path.split('/').length === shallowest);
  const project = best.find(({ path }) => path === '_quarto.yml');
  return project ?? (best.length === 1 ? best[0] : undefined);
}
