import { blankStrings } from '../source/scan.ts';

/** A module that a file of a Django project names in a string, and that Django imports. */
export type NamedModule = {
  readonly dotted: string;
  readonly line: number;
  /** Whether it is imported only where it is there. */
  readonly isOptional: boolean;
};

const SETTINGS =
  /^os\.environ(?:\.setdefault\(|\[)\s*["']DJANGO_SETTINGS_MODULE["'](?:\s*,|\]\s*=)\s*["']([\w.]+)["']/gm;
const URLS = /^ROOT_URLCONF\s*=\s*["']([\w.]+)["']|\binclude\(\s*\(?\s*["']([\w.]+)["']/gm;
/** `INSTALLED_APPS`, or a part of it such as `LOCAL_APPS`, at the left edge. */
const LIST = /^(\w*APPS|MIDDLEWARE)[ \t]*(?::[^=\n]+)?\+?=[ \t]*[[(]([^\])]*)[\])]/gm;
/** A comment, or a string that is a dotted name. */
const ENTRY = /#[^\n]*|["']([A-Za-z_][\w.]*)["']/g;
/** What Django looks for in every app. */
const PARTS = ['apps', 'models'];

const isDjango =
  /\bDJANGO_SETTINGS_MODULE\b|\bINSTALLED_APPS\b|_APPS\b|\bMIDDLEWARE\b|\bROOT_URLCONF\b|\bdjango\.urls\b/;

/**
 * The modules that a file of a Django project has Django import (Django's documentation, "Settings" and "Applications"). Which settings
 * are read, a variable of the server may say as well: nothing of this is sure.
 */
export function namedByDjango(source: string): NamedModule[] {
  if (!isDjango.test(source)) return [];
  const text = source.replace(/\r\n?/g, '\n');
  const code = blankStrings(text);
  // Docstrings and comments name modules that nobody has: the urls.py that Django writes does.
  const matches = (pattern: RegExp) => [...text.matchAll(pattern)].filter(({ index }) => code[index] !== ' ');
  const lineAt = (index: number): number => text.slice(0, index).split('\n').length;
  const plain = [SETTINGS, URLS].flatMap((pattern) =>
    matches(pattern).map(({ index, 0: whole, 1: first, 2: second }) => ({
      ...{ dotted: first ?? second ?? '', line: lineAt(index + whole.length), isOptional: false },
    })),
  );
  const listed = matches(LIST).flatMap(({ index, 0: whole, 1: list = '', 2: entries = '' }) => {
    const from = index + whole.length - 1 - entries.length;
    return [...entries.matchAll(ENTRY)].flatMap(({ index, 1: name }) =>
      name === undefined ? [] : modulesOf(name, list).map((one) => ({ ...one, line: lineAt(from + index) })),
    );
  });
  return [...plain, ...listed];
}

/** An app is a module, or the class of its configuration; a middleware is always a class or a function. */
function modulesOf(name: string, list: string): Omit<NamedModule, 'line'>[] {
  const end = name.lastIndexOf('.');
  const isObject = list === 'MIDDLEWARE' || /^[A-Z]/.test(name.slice(end + 1));
  const dotted = isObject ? name.slice(0, Math.max(0, end)) : name;
  if (dotted === '') return [];
  const app = dotted.replace(/\.apps$/, '');
  const parts = list === 'MIDDLEWARE' ? [] : PARTS.map((part) => ({ dotted: `${app}.${part}`, isOptional: true }));
  return [{ dotted, isOptional: false }, ...parts];
}
