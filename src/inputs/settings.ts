import { error, Failure, type Finding } from '../findings/finding.ts';
import { nearest } from '../findings/nearest.ts';
import { quote } from '../findings/text.ts';
import type { TomlFile } from '../project/files/toml.ts';
import { at, isTable } from '../project/files/values.ts';
import { type Ignore, parseIgnores } from './ignore.ts';
import {
  INPUT_DEFAULTS,
  type InputName,
  type OwnSettings,
  PLATFORMS,
  type PlatformName,
  type RawInputs,
} from './inputs.ts';
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

/**
 * Lays tables of settings under the inputs: an input that was given wins, then the last table, in each the part of the platform.
 * Throws for keys that are not known, with the nearest right name; the platform's `settings` are those that it reads itself.
 */
export function layerSettings(
  raw: RawInputs,
  layers: readonly Layer[],
  platform?: { readonly name: PlatformName; readonly settings: SettingsTable },
): LayeredSettings {
  const findings: Finding[] = [];
  const layered = { ...raw };
  const ignores: Ignore[] = [];
  const own: Record<string, OwnSettings[string]> = {};

  const lay = ({ file, path: prefix, structure }: Layer, values: object, known: readonly string[]) => {
    const complain = (path: string, message: string, remedy: string) =>
      findings.push({ ...invalid(message, remedy), file: file.shown, line: file.lineOf(path) });
    for (const [key, value] of Object.entries(values)) {
      const path = `${prefix}.${key}`;
      const place = { file: file.shown, line: file.lineOf(path) };
      if (key === 'ignore') {
        const read = parseIgnores(value, (index) => ({ ...place, line: file.lineOf(`${path}.${index}`) }));
        ignores.push(...read.ignores);
        findings.push(...read.findings);
        continue;
      }
      if (structure.includes(key)) continue;
      if (known === PLATFORMS && known.includes(key) && !isTable(value)) {
        complain(path, `${header(path)} is not a table.`, 'Write it as one.');
      }
      if (known !== PLATFORMS && known.includes(key)) own[key] = { value, ...place };
      if (known.includes(key)) continue;
      const name = ALLOWED.find((allowed) => allowed === key);
      const text = Array.isArray(value) && value.every((item) => typeof item === 'string') ? value.join('\n') : value;
      if (name === undefined) {
        complain(path, ...stranger(header(prefix), key, [...ALLOWED, ...known, ...structure, 'ignore']));
      } else if (typeof text !== 'string' && typeof text !== 'number') {
        complain(
          path,
          `${key} is neither a text, a number nor a list of texts.`,
          'Write it as the input of that name.',
        );
      } else if (raw[name].from !== 'input') {
        layered[name] = { value: String(text), from: place };
      }
    }
  };

  for (const layer of layers) {
    const { file, path } = layer;
    const table = at(file.data, ...path.split('.'));
    if (table === undefined) continue;
    if (!isTable(table)) {
      const finding = invalid(`${header(path)} is not a table.`, 'Write it as one.');
      findings.push({ ...finding, file: file.shown, line: file.lineOf(path) });
      continue;
    }
    lay(layer, table, PLATFORMS);
    const part = platform && at(table, platform.name);
    if (platform && isTable(part))
      lay({ file, path: `${path}.${platform.name}`, structure: [] }, part, Object.keys(platform.settings));
  }
  if (findings.length > 0) throw new Failure(findings);
  return { raw: layered, ignores, own };
}

const invalid = (message: string, remedy: string): Finding => error('invalid-setting', message, remedy);

/** A key that does not belong where it stands, and what to do about it. */
function stranger(where: string, key: string, known: readonly string[]): [message: string, remedy: string] {
  const has = `${where} has the key '${quote(key)}', which is`;
  if (Object.hasOwn(INPUT_DEFAULTS, key)) {
    return [`${has} an input of the step only.`, "Move it to the workflow, under 'with:'."];
  }
  if (key === 'app') {
    return [
      `${has} for the pyproject.toml at the root of the repository only.`,
      'Move the [[tool.uv-deploy.app]] tables there.',
    ];
  }
  const meant = nearest(key, known);
  return [`${has} not known.`, meant ? `Did you mean '${meant}'?` : `Known: ${ALLOWED.join(', ')}, ignore.`];
}

/** A table as TOML writes it: `[tool.uv-deploy]`, `[[tool.uv-deploy.app]]`. */
function header(path: string): string {
  return /\.app\.\d+$/.test(path) ? `[[${path.replace(/\.\d+$/, '')}]]` : `[${path.replace(/\.app\.\d+\./, '.app.')}]`;
}
