import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { codeOf, type Finding, messageOf } from '../../findings/finding.ts';
import { bytes } from '../../findings/units.ts';

/** A small file of the project: where it is, how it is named in annotations, and its text. */
export type TextFile = { readonly path: string; readonly shown: string; readonly text: string };

export type ByteFile = { readonly path: string; readonly shown: string; readonly bytes: Uint8Array };

/** Opening a named pipe must not wait for its writer. */
const READ = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/**
 * Reads a file that must be small. Answers `undefined` when there is none and a finding when something stands in its place that
 * can't be read: a folder, a device, a file of more than `limit` bytes.
 */
export async function readBytes(path: string, shown: string, limit: number): Promise<ByteFile | Finding | undefined> {
  const complain = (code: string, message: string, remedy: string): Finding => ({
    level: 'error',
    code,
    message,
    remedy,
    file: shown,
  });
  try {
    await using file = await open(path, READ);
    const stat = await file.stat();
    if (!stat.isFile()) {
      return complain('not-a-file', `${shown} is not a file.`, `Remove what stands at ${shown}, or rename it.`);
    }
    if (stat.size > limit) {
      return complain(
        'file-too-large',
        `${shown} has ${bytes(stat.size)}; more than ${bytes(limit)} is not read.`,
        'Check that this is the right file and commit a correct one.',
      );
    }
    return { path, shown, bytes: await file.readFile() };
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    if (code === 'EISDIR')
      return complain('not-a-file', `${shown} is a folder.`, `Remove or rename the folder ${shown}.`);
    return complain('unreadable-file', `${shown} can't be read: ${messageOf(error)}.`, 'Check its permissions.');
  }
}

/** As `readBytes`, for UTF-8 text. A byte order mark is kept: what it means is for the reader to say. */
export async function readText(path: string, shown: string, limit: number): Promise<TextFile | Finding | undefined> {
  const file = await readBytes(path, shown, limit);
  if (file === undefined || 'level' in file) return file;
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(file.bytes);
    return { path, shown, text };
  } catch {
    return {
      level: 'error',
      code: 'encoding',
      message: `${shown} is not valid UTF-8.`,
      remedy: 'Save it as UTF-8 and commit it.',
      file: shown,
    };
  }
}
