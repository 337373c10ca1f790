import { hash } from 'node:crypto';
import { lstatSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isEnvFile, isNeverDeployed } from '../../../bundle/left-out.ts';
import type { BundleFile } from '../../../bundle/source.ts';
import { codeOf, type Finding, messageOf } from '../../../findings/finding.ts';
import { quote } from '../../../findings/text.ts';
import { bytes } from '../../../findings/units.ts';
import { isInside, shownIn } from '../../../ports/paths.ts';
import { readRegular } from '../../../ports/regular-file.ts';
import type { TextFile } from '../../../project/files/text-file.ts';
import { at } from '../../../project/files/values.ts';
import type { Project } from '../../../project/project.ts';
import { isIgnored } from '../bundle/files.ts';

export const MANIFEST = 'manifest.json';
/** Larger files are not read just to compare their checksums. */
const COMPARED = 100_000_000;
const LARGEST = 2_000_000_000;

/** A `manifest.json` that the project brings along: what is deployed is exactly what it lists. */
export type CommittedManifest = {
  readonly text: string;
  readonly appmode: string;
  readonly entrypoint: string;
  readonly runsPython: boolean;
  readonly requires: string;
  readonly pythonVersion: string;
  readonly packageFile: string;
  /** Whether the server installs the packages. */
  readonly isManaged: boolean;
  readonly files: readonly BundleFile[];
};

/**
 * Reads a manifest as `rsconnect deploy manifest` does: its files, but for those in folders that are never deployed, and its text
 * as it stands. Answers what is wrong with it beside: a file that is gone, or one that has changed since.
 */
export function readCommittedManifest(
  file: TextFile,
  project: Project,
): { manifest?: CommittedManifest; findings: Finding[] } {
  const findings: Finding[] = [];
  const complain = (level: Finding['level'], code: string, message: string, remedy: string, line = 1) =>
    findings.push({ level, code, message, remedy, file: file.shown, line });
  let data: unknown;
  try {
    data = JSON.parse(file.text.replace(/^\ufeff/, ''));
  } catch (error) {
    const remedy = `Write it anew with rsconnect write-manifest, or delete it: it is then made from uv.lock.`;
    complain('error', 'manifest-syntax', `${file.shown} is no JSON: ${quote(messageOf(error), 160)}.`, remedy);
    return { findings };
  }
  const text = (...path: string[]) => {
    const value = at(data, ...path);
    return typeof value === 'string' ? value : '';
  };
  const lineOf = (key: string) => {
    const index = file.text.indexOf(JSON.stringify(key), Math.max(0, file.text.indexOf('"files"')));
    return index < 0 ? 1 : file.text.slice(0, index).split('\n').length;
  };
  const again = `Write ${file.shown} anew with rsconnect write-manifest, or delete it: it is then made from uv.lock.`;
  if (at(data, 'version') !== 1 || text('metadata', 'appmode') === '') {
    complain('error', 'manifest-invalid', `${file.shown} has no version 1, or no metadata.appmode.`, again);
    return { findings };
  }

  const files: BundleFile[] = [];
  const stale: string[] = [];
  const large: string[] = [];
  const listed = at(data, 'files');
  for (const path of Object.keys(typeof listed === 'object' && listed !== null ? listed : {})) {
    if (path === MANIFEST || isIgnored(path)) continue;
    const source = join(project.dir, path);
    const line = lineOf(path);
    const parts = path.split('/');
    if (path === '' || path.includes('\\') || parts.some((part) => part === '' || part === '.' || part === '..')) {
      complain(
        'error',
        'manifest-invalid',
        `${file.shown} lists ${quote(path, 200)}, which is no path of the project.`,
        again,
        line,
      );
      continue;
    }
    if (isEnvFile(path)) {
      const remedy = "Take it out of the list and pass its values with the 'env' input.";
      complain(
        'error',
        'secret-in-bundle',
        `${file.shown} lists ${quote(path, 200)}: files named .env* hold secrets.`,
        remedy,
        line,
      );
      continue;
    }
    const found = lookAt(project, source);
    if (found === undefined) {
      complain(
        'error',
        'manifest-file-missing',
        `${file.shown} lists ${quote(path, 200)}, which is no file of the project.`,
        again,
        line,
      );
      continue;
    }
    if (found.size > LARGEST) {
      const message = `${file.shown} lists ${quote(path, 200)} with ${bytes(found.size)}; files of more than ${bytes(LARGEST)} are not deployed.`;
      complain('error', 'file-too-large', message, 'Take it out of the list, and let the app fetch its data.', line);
      continue;
    }
    const read = readRegular(found.source, COMPARED);
    if (!('bytes' in read)) large.push(path);
    else if (at(listed, path, 'checksum') !== hash('md5', read.bytes)) stale.push(path);
    files.push({ path, source: found.source, size: found.size, executable: found.executable });
  }
  const names = (paths: readonly string[]) =>
    quote(paths.length > 3 ? `${paths.slice(0, 3).join(', ')} and ${paths.length - 3} more` : paths.join(', '), 200);
  if (large.length > 0) {
    const message = `${file.shown} lists files of more than ${bytes(COMPARED)}, whose checksums are not compared: ${names(large)}.`;
    const remedy =
      'Let the app fetch its data, or make sure that these files are the ones the manifest was written for.';
    complain('warning', 'manifest-large-file', message, remedy, lineOf(large[0] ?? ''));
  }
  if (stale.length > 0) {
    const message = `${file.shown} has other checksums than these files: ${names(stale)}. They have changed since it was written.`;
    complain('warning', 'manifest-stale', message, again, lineOf(stale[0] ?? ''));
  }
  return {
    findings,
    manifest: {
      text: file.text,
      appmode: text('metadata', 'appmode'),
      entrypoint: text('metadata', 'entrypoint'),
      runsPython: at(data, 'python') !== undefined || at(data, 'environment', 'python') !== undefined,
      requires: text('environment', 'python', 'requires'),
      pythonVersion: text('python', 'version'),
      packageFile: text('python', 'package_manager', 'package_file'),
      isManaged: at(data, 'environment', 'environment_management', 'python') !== false,
      files,
    },
  };
}

/** A file of the project, judged by its real place, which a link or another spelling may hide. */
function lookAt(project: Project, path: string): { source: string; size: number; executable: boolean } | undefined {
  try {
    const real = realpathSync.native(path);
    const source = lstatSync(path).isSymbolicLink() ? real : path;
    const stat = statSync(source);
    const isDeployed = isInside(project.dir, real) && !isNeverDeployed(shownIn(project.checkout, real));
    if (!stat.isFile() || !isDeployed) return undefined;
    return { source, size: stat.size, executable: (stat.mode & 0o100) !== 0 };
  } catch (error) {
    if (codeOf(error) === '') throw error;
    return undefined;
  }
}
