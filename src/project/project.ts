import { realpath, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Listing } from '../bundle/listing.ts';
import { Failure, type Finding, failure } from '../findings/finding.ts';
import { quote } from '../findings/text.ts';
import { foldersUp, isInside, shownIn } from '../ports/paths.ts';
import { type ByteFile, readBytes, readText, type TextFile } from './files/text-file.ts';
import { readToml, type TomlFile } from './files/toml.ts';
import { meantFolder, noCheckout } from './folders.ts';
import { findWorkspace, type Workspace } from './workspace.ts';

/** A uv project as it lies in the checkout. Files that are absent or broken are `undefined`; `findings` says why. */
export type Project = {
  /** Absolute, real path of the checkout, and of the project in it. */
  readonly checkout: string;
  readonly dir: string;
  readonly workspace: Workspace;
  readonly pyproject: TomlFile | undefined;
  readonly lock: TomlFile | undefined;
  /** The pin uv would use: the nearest one from the project up to the workspace root. */
  readonly pin: ByteFile | undefined;
  readonly findings: readonly Finding[];
  /** How a path is named in annotations: relative to the checkout, with forward slashes. */
  shown(path: string): string;
  /** Reads another file of the project, such as the platform's own. */
  read(name: string): TextFile | Finding | undefined;
  /** Its files, where they are being listed already. */
  readonly listing?: Promise<Listing> | undefined;
};

const PYPROJECT_LIMIT = 5_000_000;
const LOCK_LIMIT = 64_000_000;
const PIN_LIMIT = 1_000_000;
const PLATFORM_FILE_LIMIT = 1_000_000;

/** Resolves `working-directory` inside the checkout. Throws when it leaves it, or is no folder. */
async function resolveDirectory(checkout: string, directory: string): Promise<{ checkout: string; dir: string }> {
  const wanted = resolve(checkout, directory);
  const [realCheckout, dir] = await Promise.all([
    realpath(checkout).catch(() => checkout),
    realpath(wanted).catch(() => undefined),
  ]);
  if (dir === undefined || !(await stat(dir)).isDirectory()) {
    if (wanted === resolve(checkout)) throw new Failure([noCheckout('There is no checkout.')]);
    const meant = meantFolder(directory, realCheckout);
    throw failure(
      'working-directory',
      `There is no folder '${quote(directory)}' in the checkout.`,
      meant
        ? `Did you mean \`working-directory: ${quote(meant, 200)}\`? That folder has a pyproject.toml.`
        : "Set 'working-directory' to the project's folder, relative to the root of the repository, such as apps/api.",
    );
  }
  if (!isInside(realCheckout, dir)) {
    throw failure(
      'working-directory',
      `The working-directory '${quote(directory)}' leaves the checkout.`,
      'Give a folder inside the repository.',
    );
  }
  return { checkout: realCheckout, dir };
}

/** Reads all that the checks need. With `list`, git lists the files meanwhile. Throws only when `working-directory` is wrong. */
export async function readProject(
  root: string,
  directory: string,
  list?: (dir: string, shown: (path: string) => string) => Promise<Listing>,
): Promise<Project> {
  const { checkout, dir } = await resolveDirectory(root, directory);
  const findings: Finding[] = [];
  const shown = (path: string) => shownIn(checkout, path);
  const listing = list?.(dir, shown);
  listing?.catch(() => {}); // told to those who ask for it
  const keep = <T extends object>(value: T | Finding | undefined): T | undefined => {
    if (value === undefined || !('level' in value && 'code' in value)) return value as T | undefined;
    findings.push(value as Finding);
    return undefined;
  };

  const pyproject = keep<TomlFile>(readToml(checkout, join(dir, 'pyproject.toml'), PYPROJECT_LIMIT));
  const found = await findWorkspace(dir, pyproject, checkout);
  findings.push(...found.findings);
  const { workspace } = found;

  const lock = keep<TomlFile>(readToml(checkout, join(workspace.root, 'uv.lock'), LOCK_LIMIT));

  let pin: ByteFile | undefined;
  for (const folder of foldersUp(dir, workspace.root)) {
    const read = readBytes(checkout, join(folder, '.python-version'), PIN_LIMIT);
    pin = keep(read);
    if (read !== undefined) break;
  }

  return {
    checkout,
    dir,
    workspace,
    pyproject,
    lock,
    pin,
    findings,
    shown,
    read: (name) => readText(checkout, join(dir, name), PLATFORM_FILE_LIMIT),
    listing,
  };
}
