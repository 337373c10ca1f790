/** The form that a value of a TOML file must have. */
import { quote } from '../../findings/text.ts';
import { isTable } from '../files/values.ts';

/** What is wrong with a value: its dotted key, and the end of the sentence "… can't be read: ". */
export type Fault = { readonly key: string; readonly why: string };

export type Form = (value: unknown, key: string) => readonly Fault[];

/** Why a text is wrong, as the end of a sentence; `undefined` where it is right. */
export type Problem = (text: string) => string | undefined;

const kindOf = (value: unknown): string => {
  if (Array.isArray(value)) return 'a list';
  if (isTable(value)) return 'a table';
  return typeof value === 'string' ? `the text '${quote(value, 40)}'` : quote(String(value), 40);
};

const fault = (key: string, why: string): readonly Fault[] => [{ key, why }];

const wrongKind = (value: unknown, key: string, wanted: string): readonly Fault[] =>
  fault(key, `it is ${kindOf(value)}, and uv accepts ${wanted} only`);

export const boolean: Form = (value, key) => (typeof value === 'boolean' ? [] : wrongKind(value, key, 'true or false'));

export const text =
  (problem?: Problem): Form =>
  (value, key) => {
    if (typeof value !== 'string') return wrongKind(value, key, 'a string');
    const why = problem?.(value);
    return why === undefined ? [] : fault(key, why);
  };

export const oneOf = (...words: readonly string[]): Form =>
  text((word) => (words.includes(word) ? undefined : `'${quote(word, 40)}' is not one of ${words.join(', ')}`));

export const list =
  (item: Form): Form =>
  (value, key) =>
    Array.isArray(value) ? value.flatMap((one) => item(one, key)) : wrongKind(value, key, 'a list');

/** A table whose keys are names, all with values of one form. */
export const map =
  (name: Problem, item: Form): Form =>
  (value, key) => {
    if (!isTable(value)) return wrongKind(value, key, 'a table');
    return Object.entries(value).flatMap(([one, inner]) => {
      const why = name(one);
      return why === undefined ? item(inner, `${key}.${one}`) : fault(`${key}.${one}`, why);
    });
  };

/** A table with these keys; others are left alone, or wrong where `unknown` says so. */
export const table =
  (forms: Readonly<Record<string, Form>>, unknown?: Problem): Form =>
  (value, key) => {
    if (!isTable(value)) return wrongKind(value, key, 'a table');
    return Object.entries(value).flatMap(([name, inner]) => {
      const path = key === '' ? name : `${key}.${name}`;
      if (Object.hasOwn(forms, name)) return forms[name]?.(inner, path) ?? [];
      const why = unknown?.(name);
      return why === undefined ? [] : fault(path, why);
    });
  };

/** A value of the form, and more that has to hold once it has it. */
export const also =
  (form: Form, problem: (value: unknown, key: string) => Fault | string | undefined): Form =>
  (value, key) => {
    const faults = form(value, key);
    if (faults.length > 0) return faults;
    const more = problem(value, key);
    if (more === undefined) return [];
    return typeof more === 'string' ? fault(key, more) : [more];
  };

/** A value of the form, or a list of such. */
export const oneOrMore =
  (form: Form): Form =>
  (value, key) =>
    (Array.isArray(value) ? list(form) : form)(value, key);
