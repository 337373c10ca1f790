import { lstat, mkdir, realpath, writeFile } from 'node:fs/promises';
import { dirname, isAbsolute, join, posix, relative, resolve, sep } from 'node:path';
import { codeOf, type Finding, messageOf, warning } from '../findings/finding.ts';
import { quote } from '../findings/text.ts';
import type { Context } from '../ports/context.ts';
import { isInside } from '../ports/paths.ts';
import type { Entries, Status } from './journal.ts';
import { sarifLog } from './sarif.ts';

/** What the step was asked for, as it was written: it has to be known even when the inputs are refused. */
export type SarifRequest = { readonly path: string; readonly directory: string; readonly platform: string };

/**
 * Writes the run's findings to `sarif-path`, none of them too: code scanning closes the alerts that are gone.
 * Answers what the log should say, or a warning when the file could not be written.
 */
export async function writeSarif(
  request: SarifRequest,
  status: Status,
  entries: Entries,
  { workspace, documents }: Context,
): Promise<string | Finding | undefined> {
  if (request.path === '') return undefined;
  if (status === 'skipped' || entries.mode === 'teardown' || entries.mode === 'invoke') {
    return 'No SARIF written: nothing was checked in this run.';
  }
  try {
    const path = await safePath(request.path, workspace);
    const log = sarifLog(entries.findings, {
      category: categoryOf(request, workspace),
      file: posix.join(entries.directory ?? folderOf(request, workspace), 'pyproject.toml'),
      documents,
      isWhole: entries.findings.every(({ code }) => code !== 'cancelled' && code !== 'unexpected'),
    });
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, `${JSON.stringify(log, null, 2)}\n`);
    return `SARIF: ${quote(request.path, 200)}`;
  } catch (error) {
    return warning(
      'sarif-not-written',
      `The findings could not be written to sarif-path '${quote(request.path, 200)}': ${quote(messageOf(error), 200)}.`,
      'Give a path in the checkout that ends with .sarif, such as uv-deploy.sarif.',
    );
  }
}

/**
 * The absolute path of a file in the checkout that may be written: no link leads out of it, and the ending keeps files of the
 * project from being overwritten by a slip.
 */
async function safePath(path: string, workspace: string): Promise<string> {
  const root = await realpath(workspace);
  const wanted = resolve(root, path);
  if (!/\.sarif(?:\.json)?$/.test(path)) throw new Error('its name does not end with .sarif');
  if (isAbsolute(path) || !isInside(root, wanted)) throw new Error('it leaves the checkout');
  const folder = await nearestFolder(dirname(wanted));
  if (!isInside(root, folder)) throw new Error('a link leads out of the checkout');
  const stat = await lstat(wanted).catch(() => undefined);
  if (stat && !stat.isFile()) throw new Error('something other than a file is there');
  return wanted;
}

/** The real path of the folder, or of the nearest one above it that exists. */
async function nearestFolder(folder: string): Promise<string> {
  try {
    return await realpath(folder);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
    // A link to nowhere exists, though what it names does not.
    if (await lstat(folder).catch(() => undefined)) throw new Error('a link there points to nothing', { cause: error });
    return join(await nearestFolder(dirname(folder)), relative(dirname(folder), folder));
  }
}

/** One app's alerts are not closed by another's: GitHub replaces those of the same category only. */
const categoryOf = (request: SarifRequest, workspace: string): string =>
  `${posix.join('uv-deploy', request.platform, folderOf(request, workspace))}/`;

/** The folder as it was asked for, relative to the checkout; one that leaves it has been refused elsewhere. */
function folderOf({ directory }: SarifRequest, workspace: string): string {
  const folder = relative(workspace, resolve(workspace, directory));
  return isInside(workspace, join(workspace, folder)) ? folder.split(sep).join('/') : '';
}
