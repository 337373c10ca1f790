import { createHash } from 'node:crypto';

/** How much of a hash tells names apart that are the same up to where they are cut. */
const HASH_LENGTH = 8;

/**
 * `name` followed by `mark`, within `limit` characters. A name that is too long is cut, and ends with a hash of the whole: two apps
 * never get the same marked name.
 */
export function markedName(name: string, mark: string, limit: number): string {
  const room = limit - mark.length;
  const letters = [...name];
  if (letters.length <= room) return `${name}${mark}`;
  const hash = createHash('sha256').update(name).digest('hex').slice(0, HASH_LENGTH);
  return `${letters.slice(0, room - HASH_LENGTH - 1).join('')}-${hash}${mark}`;
}
