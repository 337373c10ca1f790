import { realpathSync } from 'node:fs';
import { isNeverDeployed } from '../../bundle/left-out.ts';
import { codeOf, error, type Finding, messageOf } from '../../findings/finding.ts';
import { quote } from '../../findings/text.ts';
import { bytes } from '../../findings/units.ts';
import { attempt } from '../../ports/attempt.ts';
import { isInside, shownIn } from '../../ports/paths.ts';
import { readRegular } from '../../ports/regular-file.ts';

/** A small file of the project: where it is, how it is named in annotations, and its text. */
export type TextFile = { readonly path: string; readonly shown: string; readonly text: string };

export type ByteFile = { readonly path: string; readonly shown: string; readonly bytes: Uint8Array };

/**
 * Reads a small file of the checkout; every file that a project names is read here. Answers `undefined` when there is none and a
 * finding when it must not be read: its real path leaves `checkout` or is never deployed, it is a folder, a pipe or a device, or it
 * has more than `limit` bytes. `checkout` is a real path.
 */
export function readBytes(checkout: string, path: string, limit: number): ByteFile | Finding | undefined {
  const shown = shownIn(checkout, path);
  const complain = (code: string, message: string, remedy: string): Finding =>
    error(code, message, remedy, { file: shown });
  const name = quote(shown, 200);
  try {
    const real = realpathSync.native(path);
    const target = shownIn(checkout, real);
    if (!isInside(checkout, real)) {
      const remedy = 'Commit the file itself instead: only files of the repository are read.';
      return complain('link-leaves-project', `${name} leads out of the repository and is not read.`, remedy);
    }
    if (isNeverDeployed(target)) {
      const remedy = 'Commit a file instead.';
      return complain(
        'link-leaves-project',
        `${name} leads to ${quote(target, 200)}, which is never deployed.`,
        remedy,
      );
    }
    const read = readRegular(real, limit);
    if ('bytes' in read) return { path, shown, bytes: read.bytes };
    if (read.refused === 'not-a-file') {
      return complain('not-a-file', `${name} is not a file.`, `Remove or rename ${name}.`);
    }
    return complain(
      'file-too-large',
      `${name} has ${bytes(read.size)}; more than ${bytes(limit)} is not read.`,
      'Check that this is the right file and commit a correct one.',
    );
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    return complain(
      'unreadable-file',
      `${name} can't be read: ${quote(messageOf(error), 200)}.`,
      'Check its permissions.',
    );
  }
}

/** As `readBytes`, for UTF-8 text. A byte order mark is kept: what it means is for the reader to say. */
export function readText(checkout: string, path: string, limit: number): TextFile | Finding | undefined {
  const file = readBytes(checkout, path, limit);
  if (file === undefined || 'level' in file) return file;
  const { shown } = file;
  const text = attempt(() => new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(file.bytes));
  if (text !== undefined) return { path, shown, text };
  return error('encoding', `${shown} is not valid UTF-8.`, 'Save it as UTF-8 and commit it.', { file: shown });
}
