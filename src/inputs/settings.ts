import { error, Failure, type Finding, type Place } from '../findings/finding.ts';
import { nearest } from '../findings/nearest.ts';
import { quote } from '../findings/text.ts';
import { placeIn, type TomlFile } from '../project/files/toml.ts';
import { at, isTable } from '../project/files/values.ts';
import type { EnvVar } from './dotenv.ts';
import { type Ignore, parseIgnores } from './ignore.ts';
import { type OwnSettings, PLATFORMS, type PlatformName } from './inputs.ts';
import { INPUT_DEFAULTS, type InputName, type RawInputs } from './raw.ts';
import type { SettingsTable } from './setting.ts';

/**
 * What the app is may be written in pyproject.toml, under the inputs' own names. Where it is deployed to and with which
 * credential may not: whoever can change the checked-out files must not be able to send a secret elsewhere.
 */
export const ALLOWED: readonly InputName[] = [
  ...(['platform', 'id', 'name', 'entrypoint', 'content-type', 'health-check-path', 'health-check-timeout'] as const),
  ...(['timeout', 'exclude', 'include', 'preflight', 'fail-on'] as const),
];

/** One table of settings: `tool.uv-deploy` of a file, or `tool.uv-deploy.app.2`. */
export type Layer = {
  readonly file: TomlFile;
  readonly path: string;
  /** Its keys that are neither inputs nor platforms, and are read elsewhere. */
  readonly structure: readonly string[];
};

type LayeredSettings = {
  /** The inputs, with the settings under them. */
  readonly raw: RawInputs;
  readonly ignores: readonly Ignore[];
  readonly own: OwnSettings;
};

/** What inputs and settings say already, where another tool's file could say it, too. */
export type Asked = {
  /** As it was written; empty where nobody has said it. */
  readonly server: string;
  readonly isNamed: boolean;
  /** Whether the entrypoint or the type is said: the two belong together. */
  readonly isStartSaid: boolean;
};

/** What a file of another tool says of the project, as if it were the weakest table of settings. */
export type Foreign = Pick<Said, 'values' | 'own' | 'findings'> & {
  /** Variables for the app. */
  readonly env: readonly EnvVar[];
  /** What was read, for the log; empty where nothing was. */
  readonly reason: string;
};

type PlatformKeys = { readonly name: PlatformName; readonly settings: SettingsTable };

/**
 * Lays tables of settings under the inputs: an input that was given wins, then the last table, in each the part of the platform.
 * Throws for keys that are not known, with the nearest right name; the platform's `settings` are those that it reads itself. What
 * a `foreign` file says is under all of them.
 */
export function layerSettings(
  raw: RawInputs,
  layers: readonly Layer[],
  platform?: PlatformKeys,
  foreign?: Foreign,
): LayeredSettings {
  const { values = [], own = [] } = foreign ?? {};
  const tables = [{ ...NOTHING, values, own }, ...layers.flatMap((layer) => readLayer(layer, platform))];
  const findings = tables.flatMap((table) => table.findings);
  if (findings.length > 0) throw new Failure(findings);
  const layered = { ...raw };
  for (const [name, value] of tables.flatMap(({ values }) => values)) {
    if (raw[name].from !== 'input') layered[name] = value;
  }
  return {
    raw: layered,
    ignores: tables.flatMap(({ ignores }) => ignores),
    own: Object.fromEntries(tables.flatMap(({ own }) => own)),
  };
}

/** What one table says, or one key of it. */
type Said = {
  readonly values: readonly (readonly [InputName, RawInputs[InputName]])[];
  readonly ignores: readonly Ignore[];
  readonly own: readonly (readonly [string, OwnSettings[string]])[];
  readonly findings: readonly Finding[];
};
const NOTHING: Said = { values: [], ignores: [], own: [], findings: [] };

/** Reads a table, and then the platform's part of it. */
function readLayer(layer: Layer, platform: PlatformKeys | undefined): Said[] {
  const { file, path } = layer;
  const table = at(file.data, ...path.split('.'));
  if (table === undefined) return [];
  if (!isTable(table)) return [{ ...NOTHING, findings: [noTable(file, path)] }];
  const part = platform && at(table, platform.name);
  const partLayer = { file, path: `${path}.${platform?.name}`, structure: [] };
  return [
    ...Object.entries(table).map(([key, value]) => readKey(key, value, layer)),
    ...(platform && isTable(part)
      ? Object.entries(part).map(([key, value]) => readKey(key, value, partLayer, Object.keys(platform.settings)))
      : []),
  ];
}

/** Reads a key of `tool.uv-deploy`, or with `ownKeys` one of a platform's part. */
function readKey(key: string, value: unknown, layer: Layer, ownKeys?: readonly string[]): Said {
  const { file, path: prefix, structure } = layer;
  const path = `${prefix}.${key}`;
  const place = placeIn(file, path);
  if (key === 'ignore') {
    return { ...NOTHING, ...parseIgnores(value, (index) => ({ ...place, line: file.lineOf(`${path}.${index}`) })) };
  }
  if (structure.includes(key)) return NOTHING;
  if (ownKeys?.includes(key)) return { ...NOTHING, own: [[key, { value, ...place }]] };
  if (ownKeys === undefined && (PLATFORMS as readonly string[]).includes(key)) {
    return isTable(value) ? NOTHING : { ...NOTHING, findings: [noTable(file, path)] };
  }
  const name = ALLOWED.find((allowed) => allowed === key);
  if (name === undefined) {
    const known = [...(ownKeys ?? []), ...ALLOWED, 'ignore', ...(ownKeys ? [] : PLATFORMS), ...structure];
    return { ...NOTHING, findings: [invalid(...stranger(header(prefix), key, known), place)] };
  }
  const text = Array.isArray(value) && value.every((item) => typeof item === 'string') ? value.join('\n') : value;
  if (typeof text === 'string' || typeof text === 'number') {
    return { ...NOTHING, values: [[name, { value: String(text), from: place }]] };
  }
  const message = `${key} must be a string, a number or a list of strings.`;
  return { ...NOTHING, findings: [invalid(message, 'Write it as the input of that name.', place)] };
}

const invalid = (message: string, remedy: string, place: Place): Finding =>
  error('invalid-setting', message, remedy, place);

const noTable = (file: TomlFile, path: string): Finding =>
  invalid(`${header(path)} is not a table.`, 'Write it as one.', placeIn(file, path));

/** A key that does not belong where it stands, and what to do about it. */
function stranger(where: string, key: string, known: readonly string[]): [message: string, remedy: string] {
  const has = `${where} has the key '${quote(key)}', which is`;
  if (Object.hasOwn(INPUT_DEFAULTS, key)) {
    const isSecret = key === 'token' || key === 'secret';
    return [
      `${has} an input of the step only.`,
      isSecret
        ? `Remove it, and revoke it if it is a real one: everybody who can read the file has it. Store a new one as a secret, and write \`${key}: \${{ secrets.NAME }}\` under \`with:\` of the step.`
        : "Move it to the workflow, under 'with:'.",
    ];
  }
  if (key === 'app') {
    return [
      `${has} for the pyproject.toml at the root of the repository only.`,
      'Move the [[tool.uv-deploy.app]] tables there.',
    ];
  }
  const meant = nearest(key, known);
  return [`${has} not known.`, meant ? `Did you mean '${meant}'?` : `Known: ${known.join(', ')}.`];
}

/** A table as TOML writes it: `[tool.uv-deploy]`, `[[tool.uv-deploy.app]]`. */
function header(path: string): string {
  return /\.app\.\d+$/.test(path) ? `[[${path.replace(/\.\d+$/, '')}]]` : `[${path.replace(/\.app\.\d+\./, '.app.')}]`;
}
