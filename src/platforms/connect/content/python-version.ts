import { contains, isRefused, parseSpecifiers, type Specifier } from '../../../project/packaging/specifiers.ts';
import { releaseVersion } from '../../../project/packaging/versions.ts';

const OPERATOR = /===|==|!=|<=|>=|<|>|~=/;
const CONSTRAINT = /^(?:(?:===|==|!=|<=|>=|<|>|~=)?\d+(?:\.[\d*]+)*)+$/;

/**
 * The text of a `.python-version` as the specifiers Connect expects (rsconnect-python, pyproject.py): a plain `3.12` or `3.12.4`
 * stands for that minor, with an operator it stays as it is. `undefined` for implementations, pre-releases and all else that
 * Connect can't be asked for.
 */
export function adaptPin(text: string): string | undefined {
  const parts = text.split(',').map((part) => part.trim());
  if (parts.some((part) => /[@/\-ab]|rc/.test(part) || !CONSTRAINT.test(part))) return undefined;
  return parts
    .map((part) => {
      if (OPERATOR.test(part)) return part;
      if (part.includes('*')) return `==${part}`;
      return `~=${[...part.split('.').slice(0, 2), '0'].join('.')}`;
    })
    .join(',');
}

/** Python 3 has no such minors or patches. */
const [LAST_MINOR, LAST_PATCH] = [60, 60];

/**
 * The X.Y.Z to write down without having seen any interpreter: the exact pin, else the lowest release that both the pin and every
 * requires-python accept. Sets that can't be read are passed over: others tell of them.
 */
export function wishedVersion(pin: string, sets: readonly string[]): string {
  if (/^\d+\.\d+\.\d+$/.test(pin)) return pin;
  const adapted = /^\d+(?:\.\d+)?$/.test(pin) ? `==${pin}.*` : adaptPin(pin);
  const specifiers = [...sets, ...(adapted === undefined ? [] : [adapted])].flatMap((set): readonly Specifier[] => {
    const read = parseSpecifiers(set);
    return isRefused(read) ? [] : read;
  });
  for (let minor = 0; minor <= LAST_MINOR; minor++) {
    for (let patch = 0; patch <= LAST_PATCH; patch++) {
      // A requirement with no lower bound means a Python of today, not the first one.
      if (minor < FIRST_MINOR && !namesMinor(specifiers, minor)) continue;
      if (contains(specifiers, releaseVersion([3, minor, patch]))) return `3.${minor}.${patch}`;
    }
  }
  return '';
}

/** The oldest minor that Connect's current releases run. */
const FIRST_MINOR = 8;

const namesMinor = (specifiers: readonly Specifier[], minor: number): boolean =>
  specifiers.some(({ version }) => Number(version.release[0]) === 3 && Number(version.release[1] ?? 0) === minor);
