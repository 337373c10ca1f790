import { isDeepStrictEqual } from 'node:util';
import { quote } from '../../../findings/text.ts';
import type { ConnectApi } from '../api/api.ts';
import type { Content } from '../api/values.ts';
import type { ContentSpec } from './item-spec.ts';

/** What has to change on the server to match the repository. What the repository does not set stays as it is. */
export type SettingsDiff = {
  /** For `PATCH v1/content/{guid}`. */
  readonly fields: Readonly<Record<string, unknown>>;
  /** The new vanity URL; `undefined` when it stays. */
  readonly vanityUrl: string | undefined;
  /** A line for each. */
  readonly lines: readonly string[];
};

export async function findChanges(
  { settings }: Pick<ContentSpec, 'settings'>,
  content: Content,
  api: ConnectApi,
): Promise<SettingsDiff> {
  const wanted = Object.entries(settings.content);
  const differing = wanted.filter(([key, value]) => !isDeepStrictEqual(content.fields[key], value));
  const lines = differing.map(([key, value]) => `${key}: ${shown(content.fields[key])} -> ${shown(value)}`);
  const vanity = settings.vanityUrl === undefined ? '' : await api.vanity(content.guid);
  const vanityUrl = settings.vanityUrl !== undefined && settings.vanityUrl !== vanity ? settings.vanityUrl : undefined;
  if (vanityUrl !== undefined)
    lines.push(`vanity_url: ${vanity === '' ? 'not set' : quote(vanity, 120)} -> ${vanityUrl}`);
  return { fields: Object.fromEntries(differing), vanityUrl, lines };
}

const shown = (value: unknown): string =>
  value === undefined || value === null || value === '' ? 'not set' : quote(JSON.stringify(value), 120);
