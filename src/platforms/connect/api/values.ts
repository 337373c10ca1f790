import { at } from '../../../project/files/values.ts';

/** A content item, as far as it is relied on (Connect's API reference, "Content"). */
export type Content = {
  readonly guid: string;
  readonly name: string;
  readonly title: string;
  readonly ownerGuid: string;
  /** `unknown` or empty until the first deployment has succeeded. */
  readonly appMode: string;
  /** The active bundle. */
  readonly bundleId: string | undefined;
  readonly accessType: string;
  readonly locked: boolean;
  readonly lockedMessage: string;
  /** What the caller is to it: `owner`, `editor`, `viewer` or `none`; empty where the server does not say. */
  readonly role: string;
  /** Whether the server deploys it from git; `undefined` where it does not say. */
  readonly gitManaged: boolean | undefined;
  /** All of its fields, by the API's own names. */
  readonly fields: Readonly<Record<string, unknown>>;
};

/** One upload of a content item. */
export type RemoteBundle = {
  readonly id: string;
  readonly active: boolean;
  readonly metadata: Readonly<Record<string, string>>;
};

/** Something the server does in the background, with the lines it has printed since the last question. */
export type Task = {
  readonly output: readonly string[];
  readonly finished: boolean;
  readonly failed: boolean;
  readonly error: string;
  /** How many lines there are. */
  readonly last: number;
};

/** A process that the server has run for a content item. */
export type Job = {
  readonly key: string;
  readonly bundleId: string;
  readonly running: boolean;
  readonly started: string;
  /** 0 when it has ended well. */
  readonly exitCode: number | undefined;
};

/** A Python that is installed, and whether new content may use it: absent where the server does not say. */
export type Installation = { readonly version: string; readonly publishable?: boolean };

export type User = {
  readonly guid: string;
  readonly role: string;
  readonly locked: boolean;
  readonly confirmed: boolean;
};

/** Ids become parts of paths. */
const isGuid = (value: unknown): value is string =>
  typeof value === 'string' && /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value);
const isNumber = (value: unknown): value is string => typeof value === 'string' && /^\d{1,18}$/.test(value);
const isKey = (value: unknown): value is string => typeof value === 'string' && /^[\w-]{1,128}$/.test(value);

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const table = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};

/** Rows that can't be read are left out; what is no list is `undefined`. */
export const readRows = <T>(value: unknown, read: (row: unknown) => T | undefined): T[] | undefined =>
  Array.isArray(value) ? value.map(read).filter((row) => row !== undefined) : undefined;

/** Strict on what tells one content item from another. */
export function readContent(row: unknown): Content | undefined {
  const fields = table(row);
  const { guid, name, owner_guid, bundle_id, git_enabled } = fields;
  if (!isGuid(guid) || typeof name !== 'string' || typeof owner_guid !== 'string') return undefined;
  return {
    guid,
    name,
    title: text(fields.title),
    ownerGuid: owner_guid,
    appMode: text(fields.app_mode),
    bundleId: isNumber(bundle_id) ? bundle_id : undefined,
    accessType: text(fields.access_type),
    locked: fields.locked === true,
    lockedMessage: text(fields.locked_message),
    role: text(fields.app_role),
    gitManaged: typeof git_enabled === 'boolean' ? git_enabled : undefined,
    fields,
  };
}

export function readBundle(row: unknown): RemoteBundle | undefined {
  const { id, active, metadata } = table(row);
  const texts = Object.entries(table(metadata)).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  return isNumber(id) ? { id, active: active === true, metadata: Object.fromEntries(texts) } : undefined;
}

export const readTaskId = (value: unknown): string | undefined => {
  const id = at(value, 'task_id') ?? at(value, 'id');
  return isKey(id) ? id : undefined;
};

/** A task has failed when it says so by its code or by its error: of Posit's own clients one looks at each. */
export function readTask(value: unknown): Task | undefined {
  const { output, finished, code, error, last } = table(value);
  if (typeof finished !== 'boolean') return undefined;
  const lines = (Array.isArray(output) ? output : []).filter((line) => typeof line === 'string');
  return {
    output: lines,
    finished,
    failed: finished && ((code !== undefined && code !== null && code !== 0) || text(error) !== ''),
    error: text(error),
    last: typeof last === 'number' && Number.isSafeInteger(last) && last >= 0 ? last : 0,
  };
}

export function readJob(row: unknown): Job | undefined {
  const { key, bundle_id, end_time, start_time, exit_code } = table(row);
  if (!isKey(key)) return undefined;
  return {
    key,
    bundleId: text(bundle_id),
    running: end_time === null,
    started: text(start_time),
    exitCode: typeof exit_code === 'number' ? exit_code : undefined,
  };
}

export function readUser(value: unknown): User | undefined {
  const { guid, user_role, locked, confirmed } = table(value);
  return isGuid(guid)
    ? { guid, role: text(user_role), locked: locked === true, confirmed: confirmed !== false }
    : undefined;
}

export const readInstallations = (value: unknown): Installation[] | undefined =>
  readRows(at(value, 'installations'), (row) => {
    const publishable = at(row, 'publishable');
    const version = text(at(row, 'version'));
    return version === '' ? undefined : { version, ...(typeof publishable === 'boolean' && { publishable }) };
  });
