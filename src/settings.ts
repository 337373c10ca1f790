import { Failure, type Finding } from './errors.ts';
import { INPUT_DEFAULTS, type InputName, PLATFORMS, type PlatformName, type RawInputs } from './inputs.ts';
import { nearest } from './nearest.ts';
import { TARGET_KEY } from './project/target.ts';
import type { TomlFile } from './project/toml.ts';
import { at } from './project/toml-values.ts';
import { quote } from './text.ts';

/**
 * What the app is may be written in pyproject.toml, under the inputs' own names. Where it is deployed to and with which
 * credential may not: whoever can change the checked-out files must not be able to send a secret elsewhere.
 */
const ALLOWED: readonly InputName[] = [
  ...(['platform', 'id', 'name', 'entrypoint', 'content-type', 'health-check-path', 'health-check-timeout'] as const),
  ...(['timeout', 'exclude', 'include', 'preflight', 'fail-on'] as const),
];

/** Tables of their own in `[tool.uv-deploy]`: those of the platforms, and what the server is like. */
const TABLES: readonly string[] = [...PLATFORMS, TARGET_KEY];

/**
 * Lays `[tool.uv-deploy]` and, over it, `[tool.uv-deploy.<platform>]` under the inputs: an input that was given wins.
 * Throws for keys that are not known, with the nearest right name; `ownKeys` are those the platform reads itself.
 */
export function layerSettings(
  raw: RawInputs,
  file: TomlFile | undefined,
  platform?: { readonly name: PlatformName; readonly ownKeys: readonly string[] },
): RawInputs {
  const table = file && at(file.data, 'tool', 'uv-deploy');
  if (file === undefined || table === undefined) return raw;
  const findings: Finding[] = [];
  const layered = { ...raw };
  const complain = (key: string, message: string, remedy: string) =>
    findings.push({
      level: 'error',
      code: 'invalid-setting',
      message,
      remedy,
      file: file.shown,
      line: file.lineOf(key),
    });

  const lay = (prefix: string, values: object, known: readonly string[]) => {
    for (const [key, value] of Object.entries(values)) {
      const path = `${prefix}.${key}`;
      if (known === TABLES && known.includes(key) && !isTable(value)) {
        complain(path, `[${path}] is not a table.`, 'Write it as one.');
      }
      if (known.includes(key)) continue;
      const name = ALLOWED.find((allowed) => allowed === key);
      const text = Array.isArray(value) && value.every((item) => typeof item === 'string') ? value.join('\n') : value;
      if (name === undefined) {
        const meant = nearest(key, [...ALLOWED, ...known]);
        const elsewhere = Object.hasOwn(INPUT_DEFAULTS, key);
        complain(
          path,
          `[${prefix}] has the key '${quote(key)}', ${elsewhere ? 'which is an input of the step only' : 'which is not known'}.`,
          elsewhere
            ? "Move it to the workflow, under 'with:'."
            : meant
              ? `Did you mean '${meant}'?`
              : `Known: ${ALLOWED.join(', ')}.`,
        );
      } else if (typeof text !== 'string' && typeof text !== 'number') {
        complain(
          path,
          `${key} is neither a text, a number nor a list of texts.`,
          'Write it as the input of that name.',
        );
      } else if (raw[name].from !== 'input') {
        layered[name] = { value: String(text), from: { file: file.shown, line: file.lineOf(path) } };
      }
    }
  };
  if (isTable(table)) lay('tool.uv-deploy', table, TABLES);
  else complain('tool.uv-deploy', '[tool.uv-deploy] is not a table.', 'Write it as one.');
  const own = platform && at(table, platform.name);
  if (platform && isTable(own)) lay(`tool.uv-deploy.${platform.name}`, own, platform.ownKeys);
  if (findings.length > 0) throw new Failure(findings);
  return layered;
}

const isTable = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
