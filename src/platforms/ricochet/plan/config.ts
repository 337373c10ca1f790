import { patternProblem } from '../../../bundle/pattern.ts';
import type { Finding } from '../../../findings/finding.ts';
import { byteSize } from '../../../findings/units.ts';
import { placeIn, type TomlFile } from '../../../project/files/toml.ts';
import { at, strings, textAt } from '../../../project/files/values.ts';
import { type Remark, RULES } from './config-rules.ts';
import { CONTENT_TYPES } from './content-types.ts';
import { checkSchema } from './schema.ts';

export const CONFIG_FILE = '_ricochet.toml';

/** What a `_ricochet.toml` says, as far as the action acts on it. Only whole when no finding is an error. */
export type Config = Readonly<ReturnType<typeof readConfig>['config']>;

/**
 * Checks a `_ricochet.toml` for all that the server would refuse. Every finding has the line it is about, but for the keys that
 * come `fromInputs`: those have no line in the file.
 */
export function readConfig(file: TomlFile, fromInputs: readonly string[] = []) {
  const { data } = file;
  const text = (key: string) => textAt(data, 'content', key);
  const contentType = text('content_type');
  const type = Object.hasOwn(CONTENT_TYPES, contentType) ? CONTENT_TYPES[contentType] : undefined;
  const draft = { data, contentType, type, entrypoint: text('entrypoint') };
  const remarks: readonly Remark[] = [...checkSchema(data), ...RULES.flatMap((rule) => rule(draft))];
  // A list that was complained of is not used: it must not leave everything out as well.
  const patterns = (key: string) => {
    const value = at(data, 'content', key);
    return Array.isArray(value) && patternProblem(strings(value)) === undefined ? strings(value) : undefined;
  };
  return {
    findings: remarks.map(
      ({ key, level = 'error', ...remark }): Finding => ({
        ...remark,
        level,
        ...(!fromInputs.includes(key) && placeIn(file, key)),
      }),
    ),
    config: {
      id: text('id'),
      name: text('name'),
      slug: text('slug'),
      entrypoint: draft.entrypoint.replace(/^(?:\.\/)+/, ''),
      contentType,
      include: patterns('include'),
      exclude: patterns('exclude') ?? [],
      thumbnail: text('thumbnail'),
      /** The item's own limit on the bundle, in bytes. */
      maxBundleSize: byteSize(at(data, 'retention', 'max_bundle_size')),
    },
  };
}
