import { createHash } from 'node:crypto';

/** Connect takes titles of 3 to 1024 and names of 3 to 64 characters. */
const SHORTEST = 3;
export const [LONGEST_TITLE, LONGEST_NAME] = [1024, 64];
const FOREIGN = /[^A-Za-z0-9_ -]+/g;
const HASH_LENGTH = 8;

/** The title rsconnect-python would give: cut, or filled up with zeros. */
export const titleOf = (text: string): string => [...text].slice(0, LONGEST_TITLE).join('').padStart(SHORTEST, '0');

const reduce = (text: string): string =>
  text.toLowerCase().replace(FOREIGN, '').replaceAll(' ', '_').replace(/_+/g, '_');

/** The name that rsconnect-python makes of a title, without the numbers it appends when a name is taken. */
export const rsconnectName = (title: string): string => reduce(title).slice(0, LONGEST_NAME).padStart(SHORTEST, '_');

/** Cuts a name that is too long; a hash of the whole keeps it apart from others with the same beginning. */
export const fitName = (name: string, limit: number): string =>
  name.length <= limit ? name : hashed(name, name, limit);

/**
 * The name of content: rsconnect-python's, unless characters get lost on the way to Connect's alphabet or at its end. A hash of the
 * whole text is then appended, so that two texts never name the same content. Case and blanks do not count.
 */
export function contentName(given: string): string {
  const text = given.normalize('NFC'); // folders' names differ in that between systems
  const reduced = reduce(text);
  const isLossy = text.search(FOREIGN) >= 0 || reduced.length > LONGEST_NAME;
  return isLossy ? hashed(reduced.replace(/^_|_$/g, ''), text, LONGEST_NAME) : rsconnectName(text);
}

function hashed(name: string, whole: string, limit: number): string {
  const hash = createHash('sha256').update(whole.toLowerCase()).digest('hex').slice(0, HASH_LENGTH);
  return [name.slice(0, limit - HASH_LENGTH - 1), hash].filter((part) => part !== '').join('-');
}
