/** Whether the pin in `.python-version` gives uv a Python that `requires-python` accepts. */
import { error, type Finding, warning } from '../../findings/finding.ts';
import { quote } from '../../findings/text.ts';
import type { Specifier } from '../packaging/specifiers.ts';
import { decodePin, type PinLine, pinLines, trimBlanks, UNICODE_BLANK } from './pin-file.ts';
import { judgePin, pinRemedy } from './pin-rules.ts';
import { findFit, suggestVersion } from './python-fit.ts';
import {
  type Exists,
  formatPythonRequest,
  type PythonRequest,
  parsePythonRequest,
  requestedVersion,
} from './python-request.ts';
import { judgeVersion, minorOf, type Requirement, readRequirements } from './requires-python.ts';
import { unsupportedReason, type VersionRequest } from './version-request.ts';

export type { Requirement } from './requires-python.ts';

/** The line that uv goes by: without the blanks around it, and as an argument for `uv --python`. */
export type Pin = {
  readonly text: string;
  readonly line: number;
  readonly request: PythonRequest;
  readonly python: string;
  readonly version?: VersionRequest;
};

/** `isOdd` where an unusual blank was taken off. */
type RequestLine = PinLine & { readonly request: PythonRequest; readonly isOdd: boolean };

/**
 * Judges a pin file. `requirements` come in the order in which they count: the lock's first, because the server enforces it.
 * `exists` says whether a path is there, seen from where uv would run. There is no pin when uv could use none of the lines.
 */
export function checkPin(
  file: { readonly path: string; readonly bytes: Uint8Array },
  requirements: readonly Requirement[],
  exists?: Exists,
): { findings: Finding[]; pin?: Pin } {
  const at = ({ line, column }: { line: number; column: number }, finding: Finding): Finding =>
    finding.file === undefined ? { ...finding, file: file.path, line, column } : finding;
  const top = { line: 1, column: 1 };

  const text = decodePin(file.bytes);
  if (text === undefined) return { findings: [at(top, notUtf8(file.path))] };
  if (text.startsWith('\ufeff')) return { findings: [at(top, byteOrderMark(file.path))] };

  const lines = pinLines(text).map((line) => {
    const request = parsePythonRequest(line.text, exists);
    // uv 0.13 takes off every blank that Unicode knows, older ones those of ASCII.
    const bare = trimBlanks(line.text, UNICODE_BLANK);
    const isOdd = request.kind === 'executable' && bare !== trimBlanks(line.text);
    return isOdd
      ? { ...line, isOdd, text: bare, request: parsePythonRequest(bare, exists) }
      : { ...line, isOdd, request };
  });
  const isUsable = ({ request }: RequestLine) => request.kind !== 'executable';
  const ignored = lines.find((line) => !isUsable(line));
  const [used, second] = lines.filter(isUsable);

  const { readable, findings: invalid } = readRequirements(requirements);
  const accepted = readable.flatMap(({ specifiers }) => specifiers);
  const suggest = (near = '') => suggestVersion(accepted, minorOf(near)) ?? '3.12';

  const findings = ignored ? [at(ignored, ignoredLine(ignored.text, suggest(ignored.text)))] : [];
  if (!used) return { findings: [...findings, at(top, noPin(file.path, suggest(ignored?.text)))] };
  if (second) findings.push(at(second, severalPins(used.text)));
  if (used.isOdd) findings.push(at(used, oddBlank(used.text)));

  const pin = toPin(used);
  const instead = plainVersion(pin.version, accepted) ?? suggest(pin.text);
  const { findings: own, isFinal } = judgePin({ ...pin, instead });
  findings.push(...own.map((finding) => at(used, finding)));
  if (pin.version && !isFinal) {
    const pinned = { version: pin.version, place: `${file.path}:${pin.line}`, minor: minorOf(pin.text) };
    const conflict = judgeVersion(pinned, readable);
    findings.push(...invalid, ...(conflict ? [at(used, conflict)] : []));
  }
  return { findings, pin };
}

function notUtf8(path: string): Finding {
  const message = `${path} is not valid UTF-8; uv cannot read it`;
  return error('encoding', message, 'Save the file as UTF-8 and commit it.');
}

function byteOrderMark(path: string): Finding {
  const fault = `${path} starts with a byte order mark; uv would ignore the version on line 1`;
  const message = `${fault}. Save it as UTF-8 without BOM`;
  return error('bom', message, 'Save the file as UTF-8 without BOM and commit it.');
}

function ignoredLine(text: string, version: string): Finding {
  const message = `uv ignores '${quote(text)}' (not a Python request)`;
  return warning('line-ignored', message, hintFor(trimBlanks(text), version));
}

function oddBlank(text: string): Finding {
  const message = `'${quote(text)}' has an unusual blank before or after it, such as a no-break space: uv 0.13 reads the line, older versions ignore it`;
  return warning('nonportable-pin', message, pinRemedy(text));
}

function noPin(path: string, version: string): Finding {
  const message = `${path} has no version: uv would use any Python, whatever requires-python says`;
  return error('no-pin', message, pinRemedy(version));
}

function severalPins(first: string): Finding {
  const message = `Only the first version (${quote(first)}) is used; some servers reject the file`;
  return warning('multiple-pins', message, 'Leave one version in the file.');
}

function toPin({ text, line, request }: Pick<RequestLine, 'text' | 'line' | 'request'>): Pin {
  const trimmed = trimBlanks(text);
  const version = requestedVersion(request);
  // uv's canonical form of a range forgets the build variant.
  const isLossy = version?.kind === 'range' && version.variant !== 'default';
  const python = isLossy ? trimmed : formatPythonRequest(request);
  return { text: trimmed, line, request, python, ...(version && { version }) };
}

/** A range of versions, such as requires-python has, as a pin; nothing for what uv would not read as a range. */
export function readRange(text: string, line: number): Pin | undefined {
  const request = parsePythonRequest(text);
  return requestedVersion(request)?.kind === 'range' ? toPin({ text, line, request }) : undefined;
}

/** The X.Y or X.Y.Z that a request names without all that makes it special, if the specifiers accept any such Python. */
function plainVersion(version: VersionRequest | undefined, specifiers: readonly Specifier[]): string | undefined {
  if (version?.kind !== 'release') return undefined;
  const [major, minor] = version.release;
  if (major !== 3 || minor === undefined || unsupportedReason({ ...version, variant: 'default' })) return undefined;
  return findFit(version, specifiers).verdict === 'none' ? undefined : version.release.join('.');
}

/** What may have been meant by a line that uv cannot use: a sign of it, and one sentence on how to repair it. */
type Hint = readonly [sign: RegExp, remedy: (version: string) => string];

/** The first sign that is there decides. */
const HINTS: readonly Hint[] = [
  [/^(?:<{7}|={7}|>{7})(?: |$)/, () => 'Resolve the merge conflict, remove its markers and commit the file.'],
  [/\r/, () => 'Save the file with Unix line endings (LF).'],
  [/#/, () => 'Move the comment to a line of its own.'],
  [/[^\t -~]/, (version) => `Type ${version} again: the line has invisible or unusual characters.`],
  [/["']/, (version) => `Write ${version} without quotes.`],
  [/\d[\s,|]+[v\d]/, (version) => `Write one version only, such as ${version}.`],
  [/[-.]dev|\.[x*]|\*|[\^~=<>]/, (version) => `Write ${version}: uv does not support this notation here.`],
  [/^v?\d/i, (version) => `Write a version that uv knows, such as ${version}.`],
  [/^(latest|stable|system|python)/i, (version) => `Write the version alone, such as ${version}.`],
  [/(?:)/, (version) => `Write ${version} instead of a name that pyenv or pyenv-virtualenv may know, but uv does not.`],
];

/** One sentence on how to repair the line, given a version that could stand there. */
function hintFor(line: string, version: string): string {
  const hint = HINTS.find(([sign]) => sign.test(line));
  return hint ? hint[1](version) : '';
}
