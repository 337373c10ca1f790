// Values out of the answers of ricochet's API, which may be anything.

/** Ids are ULIDs today; anything that is safe in a path is taken. */
export const isId = (value: unknown): value is string =>
  typeof value === 'string' && /^[A-Za-z0-9_-]{1,64}$/.test(value);

/** A slug becomes a part of the app's address; an empty one where there is none that can. */
export const readSlug = (value: unknown): string =>
  typeof value === 'string' && /^[A-Za-z0-9_-]{1,255}$/.test(value) ? value : '';
