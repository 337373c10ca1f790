import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';

/** Opening a named pipe must not wait for its writer, and a link is nobody's real path. */
const READ = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0);

/** The bytes of a file, or why there are none. */
export type Contents =
  | { readonly bytes: Buffer }
  | { readonly refused: 'not-a-file' | 'too-large'; readonly size: number };

/**
 * Reads a regular file of at most `limit` bytes by its real path. Nothing else is read: a pipe would block, and a device never ends.
 * Throws Node's error when there is no such file or it can't be opened.
 */
export function readRegular(path: string, limit: number): Contents {
  const handle = openSync(path, READ);
  try {
    const stat = fstatSync(handle);
    if (!stat.isFile()) return { refused: 'not-a-file', size: 0 };
    if (stat.size > limit) return { refused: 'too-large', size: stat.size };
    const bytes = Buffer.allocUnsafe(stat.size);
    let length = 0;
    while (length < bytes.length) {
      const read = readSync(handle, bytes, length, bytes.length - length, length);
      if (read === 0) break;
      length += read;
    }
    return { bytes: bytes.subarray(0, length) };
  } finally {
    closeSync(handle);
  }
}
