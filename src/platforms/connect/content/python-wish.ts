import { type Finding, warning } from '../../../findings/finding.ts';
import { quote } from '../../../findings/text.ts';
import { at } from '../../../project/files/values.ts';
import { contains, isRefused, parseSpecifiers, type Specifier } from '../../../project/packaging/specifiers.ts';
import { releaseVersion } from '../../../project/packaging/versions.ts';
import { decodePin, pinLines } from '../../../project/pin/pin-file.ts';
import type { Project } from '../../../project/project.ts';

/** The Python that a manifest asks for. */
export type PythonWish = {
  /** PEP 440 specifiers for `environment.python.requires`; empty when nothing asks for a version. */
  readonly requires: string;
  /** The X.Y.Z for `python.version`; never the runner's. */
  readonly version: string;
  /** The file that `requires` was taken from. */
  readonly from: string;
};

/**
 * Computes the Python from the project's own files in rsconnect-python's order: `.python-version`, which is looked for as uv does,
 * requires-python, setup.cfg. A pin that Connect can't be asked for is passed over, with a warning.
 */
export function readPythonWish(project: Project, findings: Finding[]): PythonWish {
  const { pin, pyproject, lock } = project;
  const required = at(pyproject?.data, 'project', 'requires-python');
  const [line] = pin ? pinLines(decodePin(pin.bytes) ?? '') : [];
  const text = line?.text.trim() ?? '';
  const adapted = adaptPin(text);
  const sets = [required, at(lock?.data, 'requires-python')].filter((set) => typeof set === 'string');
  const version = wishedVersion(text, sets);
  if (pin && adapted !== undefined) return { requires: adapted, version, from: pin.shown };
  if (pin && line) {
    const message = `Connect can't be asked for the Python '${quote(text)}'; ${typeof required === 'string' ? `requires-python '${quote(required)}' is written instead` : 'it gets no version'}.`;
    const remedy = 'Pin a plain version such as 3.12: Connect knows no implementations, variants or pre-releases.';
    findings.push(warning('pin-not-for-connect', message, remedy, { file: pin.shown, line: line.line }));
  }
  if (pyproject && typeof required === 'string') return { requires: required, version, from: pyproject.shown };
  const setup = project.read('setup.cfg');
  if (setup === undefined || 'level' in setup) return { requires: '', version, from: '' };
  return {
    requires: setupRequires(setup.text),
    version: version || wishedVersion('', [setupRequires(setup.text)]),
    from: setup.shown,
  };
}

/** `python_requires` under `[options]`. */
function setupRequires(text: string): string {
  const options = /^\[options\][ \t]*$([\s\S]*?)(?=^\[|(?![\s\S]))/m.exec(text)?.[1] ?? '';
  return /^python_requires[ \t]*[=:][ \t]*(.*)$/m.exec(options)?.[1]?.trim() ?? '';
}

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
function wishedVersion(pin: string, sets: readonly string[]): string {
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
