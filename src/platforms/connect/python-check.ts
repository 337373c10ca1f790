import { failure } from '../../errors.ts';
import { contains, isRefused, parseSpecifiers } from '../../project/specifiers.ts';
import { parseVersion } from '../../project/versions.ts';
import { quote } from '../../text.ts';
import type { Api } from './api.ts';
import type { PythonWish } from './python-wish.ts';

/**
 * Throws when no Python that the server has installed is one that the manifest asks for: the build would fail there, after the
 * upload. Where the server does not tell what it has, or nothing is asked for, there is nothing to check.
 */
export async function checkPython(
  { requires, from }: PythonWish,
  api: Api,
  say: (line: string) => void,
): Promise<void> {
  const specifiers = requires === '' ? [] : parseSpecifiers(requires);
  if (isRefused(specifiers) || specifiers.length === 0) return;
  const installed = await api.pythons();
  if (installed.length === 0) return;
  const fitting = installed.filter((text) => {
    const version = parseVersion(text);
    return version !== undefined && contains(specifiers, version);
  });
  const list = quote([...new Set(installed)].join(', '), 200);
  if (fitting.length === 0) {
    throw failure(
      'python-not-installed',
      `The server has no Python that fits ${requires} (${from}). It has ${list}.`,
      'Change the pin or requires-python to one of these, and run `uv lock`; or have that Python installed on the server.',
    );
  }
  say(`The server has a Python that fits ${requires}: ${quote([...new Set(fitting)].join(', '), 200)}.`);
}
