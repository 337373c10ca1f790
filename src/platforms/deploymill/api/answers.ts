import { type Failure, failure } from '../../../findings/finding.ts';
import { quote } from '../../../findings/text.ts';
import { at, isTable } from '../../../project/files/values.ts';
import type { ToolName } from './tools.ts';

// What tools answer. Only some fields are documented: all are read leniently, and a missing one is `undefined` or empty.

/** A deployment as `deploy`, `rollback` and `list_deployments` tell of it. */
export type Deployment = {
  readonly id: string;
  readonly state: 'running' | 'done' | 'error' | 'unknown';
  /** The word that the server has for it. */
  readonly status: string;
  readonly commit: string;
  readonly rollbackId: string;
  /** Whether the new image took over; `undefined` where the server does not tell. */
  readonly rolledOver: boolean | undefined;
  readonly note: string;
};

export type PreviewRow = {
  readonly id: string;
  readonly parentId: string;
  readonly ref: string;
  readonly pullRequest: number | undefined;
  readonly url: string;
  readonly hitsProdData: boolean;
  readonly expiresAt: string;
};

/** The data of a result: structured, or JSON in its first text, or that text. */
export function dataOf(result: unknown): unknown {
  const structured = at(result, 'structuredContent');
  if (structured !== undefined) return structured;
  const content = at(result, 'content');
  const [first] = Array.isArray(content) ? content.filter((part) => at(part, 'type') === 'text') : [];
  const text = at(first, 'text');
  if (typeof text !== 'string') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** What the documented codes ask for. */
const REMEDIES: Readonly<Record<string, string>> = {
  upgrade_required: 'Upgrade the plan on deploymill, or leave out what needs it.',
  database_provider_unavailable: 'Write "database": { "engine": "postgres" } in .deploymill/project.json.',
  dns_not_pointed: 'Point the DNS record of the domain to deploymill, as its message says.',
  domain_verification_required: 'Add the DNS record that deploymill asks for.',
  host_claimed: 'Choose another host: this one belongs to another app.',
  invalid_hostname: 'Correct the host in .deploymill/project.json.',
  reserved_hostname: 'Choose another host: this one is reserved.',
};

/** Why a result is none: its own error flag, or `ok: false`. `undefined` where all is well. */
export function refusalIn(name: ToolName, result: unknown): Failure | undefined {
  const data = dataOf(result);
  if (at(result, 'isError') !== true && at(data, 'ok') !== false) return undefined;
  const code = textIn(data, 'errorCode') || textIn(data, 'code') || textIn(at(data, 'error'), 'code');
  const said =
    typeof data === 'string'
      ? data
      : textIn(data, 'message') || textIn(data, 'error') || textIn(at(data, 'error'), 'message');
  const step = textIn(data, 'failedAt');
  const told = [code && `code ${quote(code)}`, step && `at ${quote(step)}`].filter(Boolean).join(', ');
  return failure(
    'tool-refused',
    `deploymill refused '${name}'${told && ` (${told})`}: ${quote(said, 500) || 'it did not say why'}`,
    REMEDIES[code] ?? 'Fix what deploymill names, and run the job again.',
  );
}

const textIn = (value: unknown, ...keys: readonly string[]): string => {
  for (const key of keys) {
    const found = at(value, key);
    if (typeof found === 'string' && found !== '') return found;
    if (typeof found === 'number') return String(found);
  }
  return '';
};

const flagIn = (value: unknown, key: string): boolean | undefined => {
  const found = at(value, key);
  return typeof found === 'boolean' ? found : undefined;
};

/** Ids come back as arguments, and are shown: they have no blanks and no end of their own. */
const idIn = (value: unknown, ...keys: readonly string[]): string => {
  const id = textIn(value, ...keys);
  return /^[\w.:-]{1,128}$/.test(id) ? id : '';
};

const STATES: readonly (readonly [state: Deployment['state'], words: RegExp])[] = [
  ['done', /^(?:done|success|succeeded|live|ready|completed|active)$/i],
  ['error', /^(?:error|failed|failure|cancelled|canceled|crashed)$/i],
  ['running', /^(?:running|pending|queued|building|deploying|in_progress|idle)$/i],
];

export function readDeployment(row: unknown): Deployment {
  const inner = at(row, 'deployment');
  const value = isTable(inner) ? { ...inner, ...without(row, 'deployment') } : row;
  const status = textIn(value, 'status', 'state');
  return {
    id: idIn(value, 'deploymentId', 'id'),
    state: STATES.find(([, words]) => words.test(status))?.[0] ?? 'unknown',
    status,
    commit: textIn(value, 'commit', 'commitSha', 'sha', 'commitHash').toLowerCase(),
    rollbackId: idIn(value, 'rollbackId'),
    rolledOver: flagIn(value, 'rolledOver'),
    note: [textIn(value, 'rolloverNote'), textIn(value, 'edgeNote')].filter(Boolean).join(' '),
  };
}

const without = (value: unknown, key: string): object =>
  Object.fromEntries(Object.entries(isTable(value) ? value : {}).filter(([name]) => name !== key));

/** The rows of a list, which may be the answer itself or under a name. */
function rowsIn(data: unknown, ...keys: readonly string[]): readonly unknown[] {
  for (const found of [data, ...keys.map((key) => at(data, key))]) if (Array.isArray(found)) return found;
  return [];
}

/** Newest first, as far as the rows have dates; else in the server's order. */
export function readDeployments(data: unknown): Deployment[] {
  const rows = rowsIn(data, 'deployments', 'items', 'entries').map((row) => ({
    deployment: readDeployment(row),
    at: Date.parse(textIn(row, 'createdAt', 'created_at', 'startedAt', 'date', 'at')),
  }));
  const hasDates = rows.every(({ at: time }) => !Number.isNaN(time));
  return (hasDates ? rows.toSorted((a, b) => b.at - a.at) : rows)
    .map(({ deployment }) => deployment)
    .filter(({ id }) => id !== '');
}

export const readPreviews = (data: unknown): PreviewRow[] =>
  rowsIn(data, 'previews', 'items').flatMap((row) => readPreview(row) ?? []);

export function readPreview(data: unknown): PreviewRow | undefined {
  const inner = at(data, 'preview');
  const value = isTable(inner) ? { ...without(data, 'preview'), ...inner } : data;
  const id = idIn(value, 'previewApplicationId', 'applicationId', 'previewId', 'appId', 'id');
  if (id === '') return undefined;
  const number = Number(textIn(value, 'prNumber', 'pullRequest', 'pr'));
  const host = textIn(value, 'host', 'hostname', 'domain') || textIn(at(value, 'domains'), 'prod');
  return {
    id,
    parentId: idIn(value, 'parentApplicationId', 'parentAppId', 'parentId'),
    ref: textIn(value, 'ref', 'branch'),
    pullRequest: Number.isSafeInteger(number) && number > 0 ? number : undefined,
    url: addressIn(textIn(value, 'url', 'previewUrl', 'liveUrl') || (host && `https://${host}`)),
    hitsProdData: flagIn(value, 'hitsProdData') ?? false,
    expiresAt: textIn(value, 'expiresAt'),
  };
}

/** An address that can be asked, without a slash at its end; empty for anything else. */
function addressIn(text: string): string {
  if (!URL.canParse(text)) return '';
  const url = new URL(text);
  return /^https?:$/.test(url.protocol) && url.username === '' && url.password === ''
    ? `${url.origin}${url.pathname}`.replace(/\/+$/, '')
    : '';
}

/** The lines of a log: the raw text, else the parsed entries. */
export function readLog(data: unknown): readonly string[] {
  const logs = typeof data === 'string' ? data : at(data, 'logs');
  if (typeof logs === 'string' && logs !== '') return logs.split(/\r?\n/);
  if (Array.isArray(logs))
    return logs.map((line) => (typeof line === 'string' ? line : textIn(line, 'message', 'text')));
  return rowsIn(data, 'entries').map((row) => textIn(row, 'message', 'text', 'line'));
}

/** Hosts that a plan can't route yet, with the code and the reason (the documentation, "domains"). */
export const readBlockedDomains = (data: unknown): { host: string; code: string; reason: string }[] => {
  const blocked = at(data, 'plan', 'domains', 'blocked');
  return (Array.isArray(blocked) ? blocked : []).map((row) => ({
    ...{ host: textIn(row, 'host'), code: textIn(row, 'code'), reason: textIn(row, 'reason') },
  }));
};
