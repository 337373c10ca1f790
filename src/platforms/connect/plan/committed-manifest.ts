import { hash } from 'node:crypto';
import { lstatSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isEnvFile, isNeverDeployed } from '../../../bundle/left-out.ts';
import type { BundleFile } from '../../../bundle/source.ts';
import { codeOf, error, type Finding, messageOf, warning } from '../../../findings/finding.ts';
import { quote } from '../../../findings/text.ts';
import { bytes } from '../../../findings/units.ts';
import { isInside, shownIn } from '../../../ports/paths.ts';
import { readRegular } from '../../../ports/regular-file.ts';
import type { TextFile } from '../../../project/files/text-file.ts';
import { at, textAt } from '../../../project/files/values.ts';
import type { Requirement } from '../../../project/pin/pin.ts';
import type { Project } from '../../../project/project.ts';
import { factsOf, isAppMode } from '../content/app-modes.ts';

export const MANIFEST = 'manifest.json';
/** Larger files are not read just to compare their checksums. */
const COMPARED = 100_000_000;
const LARGEST = 2_000_000_000;

/** A `manifest.json` that the project brings along: what is deployed is exactly what it lists. */
export type CommittedManifest = Readonly<NonNullable<ReturnType<typeof readCommittedManifest>['manifest']>>;

/**
 * Reads a manifest as `rsconnect deploy manifest` does: its files, but for those in folders that are never deployed, and its text
 * as it stands. Answers what is wrong with it beside: a file that is gone, or one that has changed since.
 */
export function readCommittedManifest(file: TextFile, project: Project) {
  const place = { file: file.shown, line: 1 };
  let data: unknown;
  try {
    data = JSON.parse(file.text.replace(/^\ufeff/, ''));
  } catch (thrown) {
    const message = `${file.shown} is no JSON: ${quote(messageOf(thrown), 160)}.`;
    const remedy = `Regenerate it with rsconnect write-manifest, or delete it: it is then generated from uv.lock.`;
    return { findings: [error('manifest-syntax', message, remedy, place)], manifest: undefined };
  }
  const text = (...path: string[]) => textAt(data, ...path);
  if (at(data, 'version') !== 1 || text('metadata', 'appmode') === '') {
    const message = `${file.shown} has no version 1, or no metadata.appmode.`;
    return { findings: [error('manifest-invalid', message, again(file), place)], manifest: undefined };
  }
  const { files, findings } = listed(file, project, at(data, 'files'));
  if (!findings.some(({ level }) => level === 'error')) findings.push(...judgeHead(data, files, file));
  return {
    findings,
    manifest: {
      text: file.text,
      appmode: text('metadata', 'appmode'),
      entrypoint: text('metadata', 'entrypoint'),
      runsPython: at(data, 'python') !== undefined || at(data, 'environment', 'python') !== undefined,
      requires: text('environment', 'python', 'requires'),
      decidedPython: decidedPython(data, file),
      pythonVersion: text('python', 'version'),
      packageFile: text('python', 'package_manager', 'package_file'),
      /** Whether the server installs the packages. */
      isManaged: at(data, 'environment', 'environment_management', 'python') !== false,
      files,
    },
  };
}

/** A set of specifiers (PEP 440), each with its operator. */
const REQUIRES =
  /^\s*(?:===|==|!=|<=|>=|<|>|~=)\s*[\w.*+!-]+(?:\s*,\s*(?:===|==|!=|<=|>=|<|>|~=)\s*[\w.*+!-]+)*\s*,?\s*$/;
/** The Python that the server takes: one within `requires`, else one of the same minor release as the version. */
function decidedPython(data: unknown, file: TextFile): Requirement | undefined {
  const requires = textAt(data, 'environment', 'python', 'requires');
  const version = textAt(data, 'python', 'version');
  const [, minor] = /^(3\.\d+)(?:\.\d+)?$/.exec(version) ?? [];
  const isRange = REQUIRES.test(requires);
  const text = isRange ? requires : minor && `==${minor}.*`;
  const word = isRange ? '"requires"' : `"${version}"`;
  return text === undefined ? undefined : { text, file: file.shown, line: lineOf(file, word) };
}

const lineOf = ({ text }: TextFile, word: string): number =>
  text.slice(0, Math.max(0, text.indexOf(word))).split('\n').length;

/** Beside those that are built from source here (rsconnect-python, models.py). */
const OTHER_MODES = [...['shiny', 'rmd-shiny', 'rmd-static', 'api', 'tensorflow-saved-model', 'nodejs', 'nodejs-api']];

/** What the server would refuse of what the manifest says beside its files. */
function judgeHead(data: unknown, files: readonly BundleFile[], file: TextFile): Finding[] {
  const text = (...path: string[]) => textAt(data, ...path);
  const findings: Finding[] = [];
  const complain = (word: string, message: string, remedy = again(file)) =>
    findings.push(error('manifest-invalid', message, remedy, { file: file.shown, line: lineOf(file, word) }));
  const has = (path: string) => files.some((one) => one.path === path);
  const mode = text('metadata', 'appmode');
  if (!isAppMode(mode) && !OTHER_MODES.includes(mode)) {
    complain('"appmode"', `${file.shown} has the appmode '${quote(mode)}', which Connect does not know.`);
  }
  const requires = text('environment', 'python', 'requires');
  if (requires !== '' && !REQUIRES.test(requires)) {
    const message = `${file.shown} requires Python '${quote(requires)}', which has no operator: the server refuses it.`;
    complain('"requires"', message, `Write "~=${quote(requires)}.0", ">=${quote(requires)}" or the like.`);
  }
  const manager = at(data, 'python', 'package_manager');
  const isManaged = at(data, 'environment', 'environment_management', 'python') !== false;
  const packageFile = text('python', 'package_manager', 'package_file') || 'requirements.txt';
  if (manager !== undefined && isManaged && textAt(manager, 'name') !== 'none' && !has(packageFile)) {
    const message = `${file.shown} names ${quote(packageFile, 200)} as package_file, and does not list it under files: the server can't install anything.`;
    complain('"package_file"', message);
  }
  const [entry = ''] = text('metadata', 'entrypoint').split(':');
  const isModule = isAppMode(mode) && factsOf(mode).form === 'module' && /^[\w.]+$/.test(entry);
  const path = entry.replaceAll('.', '/');
  if (isModule && !entry.endsWith('.py') && !has(`${path}.py`) && !has(`${path}/__init__.py`)) {
    complain('"entrypoint"', `${file.shown} starts ${quote(entry, 200)}, and lists no file of that module.`);
  }
  return findings;
}

const again = ({ shown }: TextFile): string =>
  `Write ${shown} again with rsconnect write-manifest, or delete it: it is then generated from uv.lock.`;

/** The files that a manifest lists, and what is wrong with some. */
function listed(file: TextFile, project: Project, list: unknown): { files: BundleFile[]; findings: Finding[] } {
  const files: BundleFile[] = [];
  const findings: Finding[] = [];
  const stale: string[] = [];
  const large: string[] = [];
  const placeOf = (key: string) => {
    const index = file.text.indexOf(JSON.stringify(key), Math.max(0, file.text.indexOf('"files"')));
    return { file: file.shown, line: index < 0 ? 1 : file.text.slice(0, index).split('\n').length };
  };
  for (const path of Object.keys(typeof list === 'object' && list !== null ? list : {})) {
    if (path === MANIFEST || isIgnored(path)) continue;
    const found = isPath(path) ? lookAt(project, path) : undefined;
    const wrong = problemOf(path, found);
    if (wrong) {
      const [code, what, remedy = again(file)] = wrong;
      findings.push(error(code, `${file.shown} lists ${quote(path, 200)}${what}`, remedy, placeOf(path)));
    } else if (found) {
      const read = readRegular(found.source, COMPARED);
      if (!('bytes' in read)) large.push(path);
      else if (at(list, path, 'checksum') !== hash('md5', read.bytes)) stale.push(path);
      files.push({ path, ...found });
    }
  }
  const names = (paths: readonly string[]) =>
    quote(paths.length > 3 ? `${paths.slice(0, 3).join(', ')} and ${paths.length - 3} more` : paths.join(', '), 200);
  if (large[0] !== undefined) {
    const message = `${file.shown} lists files of more than ${bytes(COMPARED)}, whose checksums are not compared: ${names(large)}.`;
    const remedy =
      'Let the app fetch its data, or make sure that these files are the ones the manifest was written for.';
    findings.push(warning('manifest-large-file', message, remedy, placeOf(large[0])));
  }
  if (stale[0] !== undefined) {
    const message = `${file.shown} has other checksums than these files: ${names(stale)}. They have changed since it was written.`;
    findings.push(warning('manifest-stale', message, again(file), placeOf(stale[0])));
  }
  return { files, findings };
}

type Found = Pick<BundleFile, 'size' | 'executable'> & { readonly source: string };

type Problem = readonly [code: string, what: string, remedy: string | undefined];

const problem = (code: string, what: string, remedy?: string): Problem => [code, what, remedy];

/** Why a listed file can't be deployed: what follows its name, and what to do where writing the manifest again is not enough. */
function problemOf(path: string, found: Found | undefined): Problem | undefined {
  if (!isPath(path)) return problem('manifest-invalid', ', which is no path of the project.');
  if (isEnvFile(path)) {
    const remedy = "Take it out of the list and pass its values with the 'env' input.";
    return problem('secret-in-bundle', ': files named .env* hold secrets.', remedy);
  }
  if (found === undefined) return problem('manifest-file-missing', ', which is no file of the project.');
  if (found.size <= LARGEST) return undefined;
  const what = ` with ${bytes(found.size)}; files of more than ${bytes(LARGEST)} are not deployed.`;
  return problem('file-too-large', what, 'Take it out of the list, and let the app fetch its data.');
}

const isPath = (path: string): boolean =>
  !path.includes('\\') && path.split('/').every((part) => part !== '' && part !== '.' && part !== '..');

function lookAt(project: Project, name: string): Found | undefined {
  const path = join(project.dir, name);
  try {
    const real = realpathSync.native(path);
    const source = lstatSync(path).isSymbolicLink() ? real : path;
    const stat = statSync(source);
    const isDeployed = isInside(project.dir, real) && !isNeverDeployed(shownIn(project.checkout, real));
    if (!stat.isFile() || !isDeployed) return undefined;
    return { source, size: stat.size, executable: (stat.mode & 0o100) !== 0 };
  } catch (thrown) {
    if (codeOf(thrown) === '') throw thrown;
    return undefined;
  }
}

/**
 * Folders that rsconnect-python never bundles. It looks at the first one of a path only; those whose names mean nothing else are
 * left out at any depth here, as Posit Publisher does.
 */
const AT_ROOT = new Set(['packrat', 'renv', 'rsconnect-python', 'rsconnect']);
const ANYWHERE = new Set('.Rproj.user .git .svn __pycache__ node_modules .rsconnect-python .quarto'.split(' '));
const FILES = /(?:^|\/)(?:\.DS_Store|\.Rhistory|\.rscignore|[^/]+\.Rproj|[^/]+\.pyc)$/;

/** Whether a path is left out of every bundle for Connect. */
export function isIgnored(path: string): boolean {
  const folders = path.split('/').slice(0, -1);
  return AT_ROOT.has(folders[0] ?? '') || folders.some((folder) => ANYWHERE.has(folder)) || FILES.test(path);
}
