import { type Finding, warning } from '../../../findings/finding.ts';
import { quote } from '../../../findings/text.ts';
import { at } from '../../../project/files/values.ts';
import { decodePin, pinLines } from '../../../project/pin/pin-file.ts';
import type { Project } from '../../../project/project.ts';
import { adaptPin, wishedVersion } from './python-version.ts';

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
