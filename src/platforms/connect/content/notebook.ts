import { error, type Finding } from '../../../findings/finding.ts';
import { quote } from '../../../findings/text.ts';
import { readText } from '../../../project/files/text-file.ts';
import { at } from '../../../project/files/values.ts';

const LIMIT = 100_000_000;

/** What keeps Connect from running a notebook: one that is no notebook, or one of another language. */
export function checkNotebook(checkout: string, path: string): Finding[] {
  const file = readText(checkout, path, LIMIT);
  if (file === undefined) return [];
  if ('level' in file) return [file];
  const { shown } = file;
  const complain = (code: string, message: string, remedy: string): Finding[] => [
    error(code, message, remedy, { file: shown, line: 1 }),
  ];
  let data: unknown;
  try {
    data = JSON.parse(file.text);
  } catch {
    // told below
  }
  if (!Array.isArray(at(data, 'cells')) || typeof at(data, 'nbformat') !== 'number') {
    return complain(
      'notebook-invalid',
      `${shown} is not a notebook of format 4.`,
      'Open it in Jupyter, save it and commit it.',
    );
  }
  const language = at(data, 'metadata', 'kernelspec', 'language') ?? at(data, 'metadata', 'language_info', 'name');
  if (typeof language === 'string' && language.toLowerCase() !== 'python') {
    const message = `${shown} is a notebook of ${quote(language)}; Connect runs those of Python.`;
    return complain('notebook-language', message, 'Choose a Python kernel, and commit the notebook.');
  }
  return [];
}
