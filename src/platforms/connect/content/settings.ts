import { error } from '../../../findings/finding.ts';
import { quote } from '../../../findings/text.ts';
import type { OwnSettings } from '../../../inputs/inputs.ts';
import {
  checkSettings,
  flag,
  globs,
  integer,
  number,
  oneOf,
  placeOf,
  type SettingsTable,
  shaped,
  size,
  text,
  texts,
} from '../../../inputs/setting.ts';
import { normalName } from '../../../project/packaging/requirement.ts';

/** `[tool.uv-deploy.connect]` and the same of an app, as far as they are valid. */
export type ConnectSettings = Readonly<ReturnType<typeof readSettings>['settings']>;

/** Fields of the content itself: the API's names (`PATCH v1/content/{guid}`) in kebab-case. */
const CONTENT: SettingsTable = {
  title: text('What people read.', 3, 1024),
  description: text('What the content is for.', 0, 4096),
  'access-type': oneOf('Who may open it.', 'acl', 'logged_in', 'all'),
  'min-processes': integer('Processes that always run.', 'processes'),
  'max-processes': integer('The most processes at a time; 0 is no limit.', 'processes'),
  'max-conns-per-process': integer('Connections that one process serves.', 'connections'),
  'load-factor': number('How early another process is started.', 1, 'a number from 0 to 1'),
  'connection-timeout': integer('Seconds until an idle connection is closed.', 'seconds'),
  'read-timeout': integer('Seconds without data until a connection is closed.', 'seconds'),
  'init-timeout': integer('Seconds that the start may take.', 'seconds'),
  'idle-timeout': integer('Seconds until an idle process is stopped.', 'seconds'),
  'cpu-request': number('Cores that are set aside for it.', 1024, 'a number of cores'),
  'cpu-limit': number('The most cores.', 1024, 'a number of cores'),
  'memory-request': size('Memory that is set aside for it.', '512MB'),
  'memory-limit': size('The most memory.', '512MB'),
  'amd-gpu-limit': integer('The most AMD GPUs.', 'GPUs'),
  'nvidia-gpu-limit': integer('The most NVIDIA GPUs.', 'GPUs'),
  'run-as': text('The Unix account that it runs as.', 1, 256),
  'run-as-current-user': flag('Whether it runs as the one who visits it.'),
  'service-account-name': text('The Kubernetes service account.', 1, 256),
};

const VANITY_URL = /^\/?[\w.-]+(?:\/[\w.-]+)*\/?$/;

/** The keys of `[tool.uv-deploy.connect]` that only this platform knows; `exclude` has rsconnect's meaning here. */
export const SETTINGS: SettingsTable = {
  ...CONTENT,
  // What the manifest, the bundle and the requirements are made by.
  'vanity-url': shaped(
    'The part of the URL that people read.',
    VANITY_URL,
    'a path of letters, digits, -, _ and .',
    '/sales/',
  ),
  'environment-management': flag('Whether Connect installs the packages.'),
  image: text('The image for off-host execution.', 1, 1024),
  'package-installer': oneOf('What installs the packages; "uv" by default.', 'uv', 'pip', 'auto'),
  'hide-all-input': flag('Whether a rendered notebook is shown without its code.'),
  'hide-tagged-input': flag(
    'Whether a rendered notebook is shown without the code of cells that have the tag hide_input.',
  ),
  'quarto-version': shaped('The version of Quarto that the manifest names.', /^\d+\.\d+\.\d+$/, 'a version', '1.6.40'),
  'requirements-file': text('The requirements file that Connect installs from; made from uv.lock by default.', 1, 1024),
  groups: texts('Dependency groups that go along.'),
  extras: texts('Extras that go along.'),
  external: texts('Packages that the administrator provides on the server (Python.External).'),
  prohibited: texts('Packages that the administrator keeps out (Python.ProhibitedPackage).'),
  'external-version-matching': flag('Whether external packages count only in the version that is asked for.'),
  exclude: globs('Globs of files to leave out, with the meaning they have for rsconnect.'),
};

/** Pairs of which the first may not be above the second; the server would refuse the pair. */
const PAIRS = [
  ['min-processes', 'max-processes'],
  ['cpu-request', 'cpu-limit'],
  ['memory-request', 'memory-limit'],
] as const;

/** Reads the settings. Invalid ones are reported with their line and ignored. */
export function readSettings(own: OwnSettings) {
  const { values, findings } = checkSettings(SETTINGS, own, 'connect');
  for (const [low, high] of PAIRS) {
    const [least, most] = [values.get(low), values.get(high)];
    if (typeof least === 'number' && typeof most === 'number' && most > 0 && least > most) {
      const written = (key: string) => `${key} (${quote(String(own[key]?.value))})`;
      const message = `${written(low)} is above ${written(high)}.`;
      findings.push(error('invalid-setting', message, `Make ${high} at least as large.`, placeOf(own, low)));
    }
  }

  const string = (key: string) => values.get(key) as string | undefined;
  const strings = (key: string) => (values.get(key) ?? []) as readonly string[];
  const content = Object.keys(CONTENT).flatMap((key) =>
    values.has(key) ? [[key.replaceAll('-', '_'), values.get(key) as string | number | boolean] as const] : [],
  );
  const vanity = string('vanity-url');
  return {
    findings,
    settings: {
      title: string('title'),
      /** The part of the URL that people read, such as `/sales/`; set by a call of its own. */
      vanityUrl: vanity && `/${vanity.replace(/^\/|\/$/g, '')}/`,
      /** Fields of `PATCH v1/content/{guid}` that were written down, by the API's own names. */
      content: Object.fromEntries(content) as Readonly<Record<string, string | number | boolean>>,
      /** Whether Connect makes the Python environment; `undefined` leaves it to the server. */
      environmentManagement: values.get('environment-management') as boolean | undefined,
      /** The image for off-host execution. */
      image: string('image'),
      installer: (string('package-installer') ?? 'uv') as 'uv' | 'pip' | 'auto',
      hideAllInput: values.get('hide-all-input') === true,
      hideTaggedInput: values.get('hide-tagged-input') === true,
      quartoVersion: string('quarto-version'),
      requirementsFile: string('requirements-file'),
      groups: strings('groups'),
      extras: strings('extras'),
      /** Normal names of what is on the server already, in a version of its own. */
      external: values.get('external-version-matching') === true ? [] : strings('external').map(normalName),
      prohibited: strings('prohibited').map(normalName),
      exclude: strings('exclude'),
    },
  };
}
