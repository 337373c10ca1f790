/** Connect takes titles of 3 to 1024 and names of 3 to 64 characters. */
const SHORTEST = 3;
export const [LONGEST_TITLE, LONGEST_NAME] = [1024, 64];

/** The title rsconnect-python would give: cut, or filled up with zeros. */
export const titleOf = (text: string): string => [...text].slice(0, LONGEST_TITLE).join('').padStart(SHORTEST, '0');

/** The name that rsconnect-python makes of a title, without the numbers it appends when a name is taken. */
export const nameOf = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[^A-Za-z0-9_ -]+/g, '')
    .replaceAll(' ', '_')
    .replace(/_+/g, '_')
    .slice(0, LONGEST_NAME)
    .padStart(SHORTEST, '_');
