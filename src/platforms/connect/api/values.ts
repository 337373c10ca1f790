import { at, isTable, strings, textAt } from '../../../project/files/values.ts';

/** What a reader makes sense of. */
type Sense<Reader extends (value: unknown) => unknown> = Readonly<NonNullable<ReturnType<Reader>>>;

/** Ids become parts of paths. */
const isGuid = (value: unknown): value is string =>
  typeof value === 'string' && /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value);
const isNumber = (value: unknown): value is string => typeof value === 'string' && /^\d{1,18}$/.test(value);
const isKey = (value: unknown): value is string => typeof value === 'string' && /^[\w-]{1,128}$/.test(value);

const table = (value: unknown) => (isTable(value) ? (value as Record<string, unknown>) : {});

/** Rows that can't be read are left out; what is no list is `undefined`. */
export const readRows = <T>(value: unknown, read: (row: unknown) => T | undefined): T[] | undefined =>
  Array.isArray(value) ? value.map(read).filter((row) => row !== undefined) : undefined;

/** A content item, as far as it is relied on (Connect's API reference, "Content"). */
export type Content = Sense<typeof readContent>;

/** Strict on what tells one content item from another. */
export function readContent(row: unknown) {
  const fields: Readonly<Record<string, unknown>> = table(row);
  const { guid, name, owner_guid, bundle_id, git_enabled } = fields;
  if (!isGuid(guid) || typeof name !== 'string' || typeof owner_guid !== 'string') return undefined;
  return {
    guid,
    name,
    title: textAt(fields.title),
    ownerGuid: owner_guid,
    /** `unknown` or empty until the first deployment has succeeded. */
    appMode: textAt(fields.app_mode),
    /** The active bundle. */
    bundleId: isNumber(bundle_id) ? bundle_id : undefined,
    accessType: textAt(fields.access_type),
    locked: fields.locked === true,
    lockedMessage: textAt(fields.locked_message),
    /** What the caller is to it: `owner`, `editor`, `viewer` or `none`; empty where the server does not say. */
    role: textAt(fields.app_role),
    /** Whether the server deploys it from git; `undefined` where it does not say. */
    gitManaged: typeof git_enabled === 'boolean' ? git_enabled : undefined,
    /** All of its fields, by the API's own names. */
    fields,
  };
}

/** One upload of a content item. */
export type RemoteBundle = Sense<typeof readBundle>;

export function readBundle(row: unknown) {
  const { id, active, metadata } = table(row);
  const texts = Object.entries(table(metadata)).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  const marks: Readonly<Record<string, string>> = Object.fromEntries(texts);
  return isNumber(id) ? { id, active: active === true, metadata: marks } : undefined;
}

export const readTaskId = (value: unknown): string | undefined => {
  const id = at(value, 'task_id') ?? at(value, 'id');
  return isKey(id) ? id : undefined;
};

/** Something the server does in the background, with the lines it has printed since the last question. */
export type Task = Sense<typeof readTask>;

/** A task has failed when it says so by its code or by its error: of Posit's own clients one looks at each. */
export function readTask(value: unknown) {
  const { output, finished, code, error, last } = table(value);
  if (typeof finished !== 'boolean') return undefined;
  return {
    output: strings(output),
    finished,
    failed: finished && ((code !== undefined && code !== null && code !== 0) || textAt(error) !== ''),
    error: textAt(error),
    /** How many lines there are. */
    last: typeof last === 'number' && Number.isSafeInteger(last) && last >= 0 ? last : 0,
  };
}

/** A process that the server has run for a content item. */
export type Job = Sense<typeof readJob>;

export function readJob(row: unknown) {
  const { key, bundle_id, end_time, start_time, exit_code } = table(row);
  if (!isKey(key)) return undefined;
  return {
    key,
    bundleId: textAt(bundle_id),
    running: end_time === null,
    started: textAt(start_time),
    /** 0 when it has ended well. */
    exitCode: typeof exit_code === 'number' ? exit_code : undefined,
  };
}

export function readUser(value: unknown) {
  const { guid, user_role, locked, confirmed } = table(value);
  return isGuid(guid)
    ? { guid, role: textAt(user_role), locked: locked === true, confirmed: confirmed !== false }
    : undefined;
}

/** The Pythons that are installed, and whether new content may use each: absent where the server does not say. */
export const readInstallations = (value: unknown) =>
  readRows(at(value, 'installations'), (row) => {
    const publishable = at(row, 'publishable');
    const version = textAt(row, 'version');
    return version === '' ? undefined : { version, ...(typeof publishable === 'boolean' && { publishable }) };
  });
