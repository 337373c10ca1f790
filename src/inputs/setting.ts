import { patternProblem } from '../bundle/pattern.ts';
import { error, type Finding } from '../findings/finding.ts';
import { byteSize } from '../findings/units.ts';
import type { OwnSettings } from './inputs.ts';

/** One key of `[tool.uv-deploy.<platform>]`: the check and the JSON schema are made from it. */
export type Setting = {
  /** What it is for, as editors show it. */
  readonly description: string;
  /** What it may hold, in the words of JSON schema (draft 7). */
  readonly schema: Readonly<Record<string, unknown>>;
  /** The same for people, behind "Write". */
  readonly wanted: string;
  fits(value: unknown): boolean;
  /** What a value that fits stands for, where that is not the value itself. */
  read?(value: unknown): unknown;
};

/** The keys that a platform reads itself. */
export type SettingsTable = Readonly<Record<string, Setting>>;

/** A text of some length, counted in characters. */
export const text = (description: string, least: number, most: number): Setting => ({
  description,
  schema: { type: 'string', ...(least > 0 && { minLength: least }), maxLength: most },
  wanted: `a string of ${least} to ${most} characters`,
  fits: (value) => typeof value === 'string' && [...value].length >= least && [...value].length <= most,
});

/** A text of a certain form; `form` has no flags. */
export const shaped = (description: string, form: RegExp, what: string, example: string): Setting => ({
  description,
  schema: { type: 'string', pattern: form.source, examples: [example] },
  wanted: `${what} such as "${example}"`,
  fits: (value) => typeof value === 'string' && form.test(value),
});

export const oneOf = (description: string, ...choices: string[]): Setting => ({
  description,
  schema: { enum: choices },
  wanted: choices.map((choice) => `"${choice}"`).join(' or '),
  fits: (value) => choices.some((choice) => choice === value),
});

export const integer = (description: string, unit: string): Setting => ({
  description,
  schema: { type: 'integer', minimum: 0 },
  wanted: `a whole number of ${unit}, 0 or more`,
  fits: (value) => Number.isSafeInteger(value) && Number(value) >= 0,
});

export const number = (description: string, most: number, wanted: string): Setting => ({
  description,
  schema: { type: 'number', minimum: 0, maximum: most },
  wanted,
  fits: (value) => typeof value === 'number' && value >= 0 && value <= most,
});

/** Read as bytes. */
export const size = (description: string, example: string): Setting => ({
  description,
  schema: {
    anyOf: [
      { type: 'integer', minimum: 0 },
      { type: 'string', pattern: '^\\s*\\d+(?:\\.\\d+)?\\s*[KkMmGg]?[Ii]?[Bb]?\\s*$' },
    ],
    examples: [example],
  },
  wanted: `a size such as "${example}"`,
  fits: (value) => byteSize(value) !== undefined,
  read: byteSize,
});

export const flag = (description: string): Setting => ({
  description,
  schema: { type: 'boolean' },
  wanted: 'true or false',
  fits: (value) => typeof value === 'boolean',
});

export const texts = (description: string): Setting => ({
  description,
  schema: { type: 'array', items: { type: 'string', minLength: 1 } },
  wanted: 'a list of strings',
  fits: (value) => Array.isArray(value) && value.every((item) => typeof item === 'string' && item !== ''),
});

export const globs = (description: string): Setting => {
  const list = texts(description);
  return {
    description,
    schema: { type: 'array', maxItems: 1000, items: { type: 'string', minLength: 1, maxLength: 1000 } },
    wanted: 'a list of at most 1000 strings of at most 1000 characters',
    fits: (value) => list.fits(value) && patternProblem(value as string[]) === undefined,
  };
};

/** Where a setting is written: in the table of the project, or of its app. */
export const placeOf = (own: OwnSettings, key: string): Pick<Finding, 'file' | 'line'> => {
  const { file, line } = own[key] ?? {};
  return { ...(file !== undefined && { file }), ...(line !== undefined && { line }) };
};

/** The values of the settings that fit; each that does not is an error at its line, and left out. */
export function checkSettings(
  table: SettingsTable,
  own: OwnSettings,
  platform: string,
): { values: ReadonlyMap<string, unknown>; findings: Finding[] } {
  const values = new Map<string, unknown>();
  const findings: Finding[] = [];
  for (const [key, { fits, read, wanted }] of Object.entries(table)) {
    const value = own[key]?.value;
    if (value === undefined) continue;
    if (fits(value)) {
      values.set(key, read ? read(value) : value);
    } else {
      const message = `The setting ${key} of ${platform} is not ${wanted}.`;
      findings.push(error('invalid-setting', message, `Write ${wanted}.`, placeOf(own, key)));
    }
  }
  return { values, findings };
}
