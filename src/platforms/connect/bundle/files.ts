/**
 * Folders that rsconnect-python never bundles. It looks at the first one of a path only; those whose names mean nothing else are
 * left out at any depth here, as Posit Publisher does.
 */
const AT_ROOT = new Set(['packrat', 'renv', 'rsconnect-python', 'rsconnect']);
const ANYWHERE = new Set([
  '.Rproj.user',
  '.git',
  '.svn',
  '__pycache__',
  'node_modules',
  '.rsconnect-python',
  '.quarto',
]);
const FILES = /(?:^|\/)(?:\.DS_Store|\.Rhistory|\.rscignore|[^/]+\.Rproj|[^/]+\.pyc)$/;

/** Whether a path is left out of every bundle for Connect. */
export function isIgnored(path: string): boolean {
  const folders = path.split('/').slice(0, -1);
  return AT_ROOT.has(folders[0] ?? '') || folders.some((folder) => ANYWHERE.has(folder)) || FILES.test(path);
}
