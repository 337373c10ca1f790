import type { Around } from '../../../project/around.ts';
import type { Installs, StartContract } from '../../../project/contract/start-contract.ts';
import { hasCells } from '../../../project/source/cells.ts';
import type { ContentTypeName } from './content-types.ts';

type Terms = Pick<
  StartContract,
  'runsAsMain' | 'looksBesideOnly' | 'hasPages' | 'app' | 'listens' | 'isToldWhere' | 'isInferred'
>;

const PROGRAM: Terms = { runsAsMain: true, hasPages: false, listens: false };
const LOADED: Terms = { runsAsMain: false, hasPages: false, listens: false };
const object = (
  loader: string,
  names: readonly string[],
  more: { isSearched?: boolean; inEventLoop?: boolean } = {},
) => ({
  ...{ loader, names, isSearched: false, inEventLoop: false, ...more },
  isDocumented: false,
});

/** What follows for the source from how ricochet starts each content type: see start-commands.ts, and what is inferred there. */
const TERMS: Readonly<Record<ContentTypeName, Terms>> = {
  'fast-api': { ...LOADED, app: object('uvicorn', ['app'], { inEventLoop: true }) },
  // Flask takes these names, any Flask object, and factories (its documentation, "Application Discovery").
  flask: { ...LOADED, app: object('Flask', ['app', 'application', 'create_app', 'make_app'], { isSearched: true }) },
  streamlit: { ...PROGRAM, hasPages: true },
  dash: { ...PROGRAM, hasPages: true, isToldWhere: true, isInferred: true },
  // Shiny Express has no such object.
  'shiny-py': LOADED,
  // The other launchers are modules (`python -m`), for which Python looks in the bundle's folder too.
  'python-service': { ...PROGRAM, looksBesideOnly: true, listens: true },
  python: { ...PROGRAM, looksBesideOnly: true },
  // Its cells are run in the document's folder.
  'quarto-py': { ...PROGRAM, looksBesideOnly: true },
  jupyter: { ...PROGRAM, looksBesideOnly: true },
};

/** ricochet's `uv sync` leaves no group out that uv installs by default. */
export const installsOf = (around: Around | undefined): Installs => ({
  ...{ defaultGroups: true, groups: [], extras: [] },
  ...(around && { from: around.root }),
});

/** Nothing for what is neither a Python file nor a document with cells. */
export function contractOf(
  contentType: ContentTypeName,
  entrypoint: string,
  installs: Installs = installsOf(undefined),
): StartContract | undefined {
  const terms = TERMS[contentType];
  // A whole Quarto project has no one document to begin with.
  if (contentType === 'quarto-py' && !hasCells(entrypoint)) return undefined;
  const isFile = entrypoint.endsWith('.py') || hasCells(entrypoint);
  const file = isFile ? entrypoint : `${entrypoint.replace(/\/$/, '')}/app.py`;
  return { ...terms, file: file.replace(/^(?:\.\/)+/, ''), installs, needsPublicHost: false };
}
