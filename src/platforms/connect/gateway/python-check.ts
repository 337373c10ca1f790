import { failure } from '../../../findings/finding.ts';
import { quote } from '../../../findings/text.ts';
import { contains, isRefused, parseSpecifiers } from '../../../project/packaging/specifiers.ts';
import { parseVersion } from '../../../project/packaging/versions.ts';
import type { ConnectApi } from '../api/api.ts';
import type { PythonWish } from '../content/python-wish.ts';

/**
 * Throws when no Python that the server has installed is one that the manifest asks for: the build would fail there, after the
 * upload. Where the server does not tell what it has, or nothing is asked for, there is nothing to check. An administrator may keep
 * new content from some; that is known where the server says it of every one (rsconnect-python, `preflight.py`).
 */
export async function checkPython(
  { requires, from }: PythonWish,
  isNew: boolean,
  api: ConnectApi,
  say: (line: string) => void,
): Promise<void> {
  const specifiers = requires === '' ? [] : parseSpecifiers(requires);
  if (isRefused(specifiers) || specifiers.length === 0) return;
  const installed = await api.pythons();
  if (installed.length === 0) return;
  const isLimited = isNew && installed.every(({ publishable }) => publishable !== undefined);
  const usable = installed.filter(({ publishable }) => !isLimited || publishable).map(({ version }) => version);
  const fitting = usable.filter((text) => {
    const version = parseVersion(text);
    return version !== undefined && contains(specifiers, version);
  });
  const list = quote([...new Set(usable)].join(', ') || 'none', 200);
  const isWhole = usable.length === installed.length;
  if (fitting.length === 0) {
    throw failure(
      'python-not-installed',
      `The server has no Python that fits ${requires} (${from}). ${isWhole ? 'It has' : 'New content may use'} ${list}.`,
      'Change the pin or requires-python to one of these, and run `uv lock`; or have that Python installed on the server, for new content too.',
    );
  }
  say(`The server has a Python that fits ${requires}: ${quote([...new Set(fitting)].join(', '), 200)}.`);
}
