import { error, type Finding } from '../../../findings/finding.ts';
import { quote } from '../../../findings/text.ts';
import type { OwnSettings } from '../../../inputs/inputs.ts';
import {
  checkSettings,
  flag,
  oneOf,
  placeOf,
  type Setting,
  type SettingsTable,
  shaped,
  text,
} from '../../../inputs/setting.ts';
import { type AppSettings, FLAVORS, type Flavor } from '../gateway/app-spec.ts';

/** `[tool.uv-deploy.clever-cloud]` and the same of an app, as far as they are valid. */
export type CleverSettings = {
  readonly owner: string;
  readonly zone: string;
  readonly app: AppSettings;
  readonly domains: readonly string[];
  readonly runCommand: string | undefined;
  readonly paramsAsEnv: boolean;
  readonly previewEnv: readonly string[];
};

const flavor = (description: string): Setting => oneOf(description, ...FLAVORS);

/** The platform runs up to 40 instances of an app. */
const MOST_INSTANCES = 40;

const instances = (description: string): Setting => ({
  description,
  schema: { type: 'integer', minimum: 1, maximum: MOST_INSTANCES },
  wanted: `a whole number from 1 to ${MOST_INSTANCES}`,
  fits: (value) => Number.isSafeInteger(value) && Number(value) >= 1 && Number(value) <= MOST_INSTANCES,
});

const listOf = (description: string, form: RegExp, wanted: string): Setting => ({
  description,
  schema: { type: 'array', items: { type: 'string', pattern: form.source } },
  wanted,
  fits: (value) => Array.isArray(value) && value.every((item) => typeof item === 'string' && form.test(item)),
});

/** A domain with at least one dot; a path may follow, which the platform routes by. */
const DOMAIN = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9](?:\/[\w.~/-]*)?$/;
const VARIABLE = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** The keys of `[tool.uv-deploy.clever-cloud]` that only this platform knows. */
export const SETTINGS: SettingsTable = {
  owner: text('The organisation that the app belongs to: its id, or its name.', 1, 256),
  zone: shaped('Where a new app is created.', /^[a-z]{2,20}$/, 'the name of a zone', 'par'),
  flavor: flavor('The size of every instance.'),
  'min-flavor': flavor('The smallest size that scaling may take.'),
  'max-flavor': flavor('The largest size that scaling may take.'),
  instances: instances('How many instances run.'),
  'min-instances': instances('The fewest instances.'),
  'max-instances': instances('The most instances.'),
  'build-flavor': flavor('The size of an instance of its own that builds the app.'),
  'zero-downtime': flag('Whether the old instances answer until the new ones do.'),
  'force-https': flag('Whether HTTP requests are redirected to HTTPS.'),
  'sticky-sessions': flag('Whether a visitor stays on one instance.'),
  'cancel-on-push': flag('Whether a deployment that is under way is cancelled by the next one.'),
  domains: listOf('Domains that the app is to have.', DOMAIN, 'a list of domains such as ["app.example.com"]'),
  'run-command': text(
    'The command that starts the app, without a shell; found in the code where it is not set.',
    1,
    4096,
  ),
  'params-as-env': flag('Whether each parameter of a run is a variable of its own, too.'),
  'preview-env': listOf(
    'Variables that previews get, too: of the step, or of the app on Clever Cloud.',
    VARIABLE,
    'a list of names of variables such as ["API_URL"]',
  ),
};

/** Reads the settings. Invalid ones are reported with their line and ignored. */
export function readSettings(own: OwnSettings): { settings: CleverSettings; findings: Finding[] } {
  const { values, findings } = checkSettings(SETTINGS, own, 'clever-cloud');
  const value = <T>(key: string) => values.get(key) as T | undefined;
  const flavors = rangeOf<Flavor>('flavor', values);
  const counts = rangeOf<number>('instances', values);
  const isAbove = flavors.least !== undefined && flavors.most !== undefined && rank(flavors.least) > rank(flavors.most);
  if (isAbove) findings.push(above(own, 'flavor'));
  if ((counts.least ?? 0) > (counts.most ?? MOST_INSTANCES)) findings.push(above(own, 'instances'));
  const buildFlavor = value<Flavor>('build-flavor');
  const zeroDowntime = value<boolean>('zero-downtime');
  const forceHttps = value<boolean>('force-https');
  const app = {
    ...{ minFlavor: flavors.least, maxFlavor: flavors.most, minInstances: counts.least, maxInstances: counts.most },
    ...{ buildFlavor, separateBuild: buildFlavor === undefined ? undefined : true },
    homogeneous: zeroDowntime === undefined ? undefined : !zeroDowntime,
    forceHttps: forceHttps === undefined ? undefined : forceHttps ? 'ENABLED' : 'DISABLED',
    stickySessions: value<boolean>('sticky-sessions'),
    cancelOnPush: value<boolean>('cancel-on-push'),
  };
  return {
    findings,
    settings: {
      owner: value<string>('owner') ?? '',
      zone: value<string>('zone') ?? '',
      app: Object.fromEntries(Object.entries(app).filter(([, one]) => one !== undefined)),
      domains: value<string[]>('domains') ?? [],
      runCommand: value<string>('run-command')?.trim(),
      paramsAsEnv: value<boolean>('params-as-env') ?? false,
      previewEnv: value<string[]>('preview-env') ?? [],
    },
  };
}

const rank = (flavor: Flavor): number => FLAVORS.indexOf(flavor);

/** The bounds of a setting: `min-…` and `max-…`, and the one that stands for both. */
const rangeOf = <T>(key: string, values: ReadonlyMap<string, unknown>) => ({
  least: (values.get(`min-${key}`) ?? values.get(key)) as T | undefined,
  most: (values.get(`max-${key}`) ?? values.get(key)) as T | undefined,
});

function above(own: OwnSettings, key: string): Finding {
  const [low = key, high = key] = ['min', 'max'].map((end) => (own[`${end}-${key}`] ? `${end}-${key}` : key));
  const written = (name: string) => `${name} (${quote(String(own[name]?.value))})`;
  const message = `${written(low)} is above ${written(high)}.`;
  return error('invalid-setting', message, `Make ${high} at least as large.`, placeOf(own, low));
}
