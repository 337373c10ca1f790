import type { Finding } from '../../../findings/finding.ts';
import type { OwnSettings } from '../../../inputs/inputs.ts';
import { checkSettings, oneOf, type Setting, type SettingsTable, shaped } from '../../../inputs/setting.ts';
import { isTable } from '../../../project/files/values.ts';

/** `[tool.uv-deploy.deploymill]` and the same of an app, as far as they are valid. */
export type MillSettings = {
  /** The branch that the app is wired to: its head is what `deploy` builds. */
  readonly branch: string;
  /** What becomes of the differences between .deploymill/project.json and the app: they are left, shown, or applied. */
  readonly reconcile: 'never' | 'plan' | 'apply';
  readonly noCache: 'auto' | 'always' | 'never';
  /** Arguments for each tool by its name, over those that this action gives. */
  readonly toolArgs: ToolArgs;
  /** The public client that a refresh token belongs to; empty where `token` is none. */
  readonly clientId: string;
  /** Hours until a preview removes itself. */
  readonly previewTtlHours: number;
  /** Names of the step's variables that previews may have. */
  readonly previewEnv: readonly string[];
  /** Names of variables that look like secrets, and may be set all the same. */
  readonly plainEnv: readonly string[];
  /** Where the app answers, without a trailing slash; empty for the host in project.json. */
  readonly url: string;
};

type ToolArgs = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** A preview that nobody removes goes by itself after three days. */
const PREVIEW_TTL_HOURS = 72;
const MOST_HOURS = 8_760;

const VARIABLE = /^[A-Za-z_][A-Za-z0-9_]*$/;

const names = (description: string): Setting => ({
  description,
  schema: { type: 'array', items: { type: 'string', pattern: VARIABLE.source } },
  wanted: 'a list of names of variables such as ["API_URL"]',
  fits: (value) => Array.isArray(value) && value.every((item) => typeof item === 'string' && VARIABLE.test(item)),
});

/** The keys of `[tool.uv-deploy.deploymill]` that only this platform knows. */
export const SETTINGS: SettingsTable = {
  branch: shaped(
    'The branch that the app on deploymill is wired to. Defaults to main.',
    /^(?!-)[^\s~^:?*[\\]{1,244}$/,
    'the exact name of a branch',
    'main',
  ),
  reconcile: oneOf(
    'What becomes of differences between .deploymill/project.json and the app. Defaults to plan, which shows them.',
    'never',
    'plan',
    'apply',
  ),
  'no-cache': oneOf(
    'Whether the image is built without a cache. Defaults to auto: once more without, where nothing new went live.',
    'auto',
    'always',
    'never',
  ),
  'tool-args': {
    description: 'Arguments for tools of the server, by the tool’s name. They come over those that uv-deploy gives.',
    schema: { type: 'object', additionalProperties: { type: 'object' } },
    wanted: 'a table of tables such as { deploy = { probePath = "/healthz" } }',
    fits: (value) => isTable(value) && Object.values(value).every(isTable),
  },
  'client-id': shaped(
    'The OAuth client that a refresh token belongs to; the input token then is that refresh token.',
    /^[\x21-\x7e]{1,1024}$/,
    'the id of an OAuth client',
    'https://example.com/client.json',
  ),
  'preview-ttl-hours': {
    description: `How many hours a preview lasts if nobody removes it. Defaults to ${PREVIEW_TTL_HOURS}.`,
    schema: { type: 'integer', minimum: 1, maximum: MOST_HOURS },
    wanted: `a whole number from 1 to ${MOST_HOURS}`,
    fits: (value) => Number.isSafeInteger(value) && Number(value) >= 1 && Number(value) <= MOST_HOURS,
  },
  'preview-env': names('Variables of the step that previews get, too.'),
  'plain-env': names('Variables that look like secrets by their name, and are none.'),
  url: shaped(
    'The app’s URL, if it is not https:// and domains.prod of project.json.',
    /^https?:\/\/[\w.-]+(?::\d{1,5})?(?:\/[\w.~-]+)*$/,
    'an address without a slash at its end',
    'https://shop.example.com',
  ),
};

/** Reads the settings. Invalid ones are reported with their line and ignored. */
export function readSettings(own: OwnSettings): { settings: MillSettings; findings: Finding[] } {
  const { values, findings } = checkSettings(SETTINGS, own, 'deploymill');
  const value = <T>(key: string, otherwise: T): T => (values.get(key) as T | undefined) ?? otherwise;
  return {
    findings,
    settings: {
      branch: value('branch', 'main'),
      reconcile: value<MillSettings['reconcile']>('reconcile', 'plan'),
      noCache: value<MillSettings['noCache']>('no-cache', 'auto'),
      toolArgs: value<ToolArgs>('tool-args', {}),
      clientId: value('client-id', ''),
      previewTtlHours: value('preview-ttl-hours', PREVIEW_TTL_HOURS),
      previewEnv: value<readonly string[]>('preview-env', []),
      plainEnv: value<readonly string[]>('plain-env', []),
      url: value('url', ''),
    },
  };
}
