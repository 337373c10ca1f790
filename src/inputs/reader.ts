import { error, type Finding } from '../findings/finding.ts';
import { nearest, partOf } from '../findings/nearest.ts';
import { quote } from '../findings/text.ts';
import { INPUT_DEFAULTS, type InputName, type RawInputs, type SECRETS } from './raw.ts';

export type Reader = ReturnType<typeof createReader>;

/** Reads raw inputs, a kind of value each. What is wrong is in `findings`, and a value that could be meant is answered all the same. */
export function createReader(raw: RawInputs) {
  const findings: Finding[] = [];
  const text = (name: InputName): string => raw[name].value;
  const complain = (name: InputName, message: string, remedy: string): void => {
    const { from } = raw[name];
    const place = typeof from === 'object' ? from : {};
    findings.push(error('invalid-input', `Input '${name}' ${message}.`, remedy, place));
  };
  const oneOf = <T extends string>(name: InputName, choices: readonly [T, ...T[]]): T => {
    const value = text(name).toLowerCase();
    const found = choices.find((choice) => choice === value);
    if (found !== undefined) return found;
    const meant = nearest(value, choices) ?? partOf(value, choices);
    const all = choices.join(', ');
    const remedy = meant ? `Did you mean '${meant}'? The values are: ${all}.` : `Use one of: ${all}.`;
    complain(name, `is '${quote(text(name))}'`, remedy);
    return choices[0];
  };
  return {
    findings: findings as readonly Finding[],
    ...{ text, complain, oneOf },
    isGiven: (name: InputName): boolean => raw[name].from === 'input',
    flag: (name: InputName): boolean => oneOf(name, ['false', 'true']) === 'true',
    /** In milliseconds. */
    seconds: (name: 'timeout' | 'health-check-timeout'): number => {
      const value = text(name);
      if (/^\d{1,6}$/.test(value) && Number(value) >= 1 && Number(value) <= 86_400) return Number(value) * 1000;
      complain(name, `is '${quote(value)}'`, 'Write whole seconds, from 1 to 86400.');
      return Number(INPUT_DEFAULTS[name]) * 1000;
    },
    /** Without empty lines and comments. */
    lines: (name: InputName): string[] =>
      text(name)
        .split(/\r?\n/)
        .map((line) => line.trim())
        .filter((line) => line !== '' && !line.startsWith('#')),
    secret: (name: (typeof SECRETS)[number]): string => {
      const value = text(name);
      if (!/[\u0000-\u001f\u007f]/.test(value)) return value;
      complain(name, 'holds a line break or another control character', 'Store the secret again as one line.');
      return '';
    },
  };
}
