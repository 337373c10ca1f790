import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { formatSpecifiers } from '../../../../src/project/packaging/specifiers.ts';
import { pinLines } from '../../../../src/project/pin/pin-file.ts';
import {
  formatPythonRequest,
  type PythonRequest,
  parsePythonRequest,
} from '../../../../src/project/pin/python-request.ts';
import {
  parseVersionRequest,
  unsupportedReason,
  type VersionRequest,
} from '../../../../src/project/pin/version-request.ts';

type Decision = {
  id: string;
  python_version_file: string;
  expected_codes: string[];
  parsed_lines: { line: string; kind: string; canonical?: string }[];
};

const { decisions }: { decisions: Decision[] } = JSON.parse(
  readFileSync(new URL('../../../vectors/pep440.json', import.meta.url), 'utf8'),
);

/** The notation of the vectors, which follows uv's own names. */
function describeRequest(request: PythonRequest): string {
  switch (request.kind) {
    case 'any':
      return 'Any';
    case 'default':
      return 'Default';
    case 'version':
      return `Version:${describeVersion(request.version)}`;
    case 'implementation': {
      const { implementation, version } = request;
      return version
        ? `ImplementationVersion(${implementation}):${describeVersion(version)}`
        : `Implementation(${implementation})`;
    }
    case 'path':
      return 'File';
    case 'key':
      return request.key.version ? `Key:${describeVersion(request.key.version)}` : 'Key';
    case 'executable':
      return 'ExecutableName';
  }
}

function describeVersion(request: VersionRequest): string {
  if (request.kind === 'range') return `Range(${formatSpecifiers(request.specifiers)};${request.variant})`;
  const name = ['Major', 'MajorMinor', 'MajorMinorPatch'][request.release.length - 1];
  const pre = request.pre ? [request.pre.join('')] : [];
  return `${name}${request.pre ? 'Prerelease' : ''}(${[...request.release, ...pre, request.variant].join(',')})`;
}

const parse = (text: string) => describeRequest(parsePythonRequest(text));
const canonical = (text: string) => formatPythonRequest(parsePythonRequest(text));

describe('vectors', () => {
  const read = decisions.filter(
    ({ expected_codes }) => !expected_codes.includes('bom') && !expected_codes.includes('encoding'),
  );

  it.each(read)('reads $python_version_file as uv does ($id)', ({ python_version_file, parsed_lines }) => {
    const lines = pinLines(python_version_file).map(({ text }) => ({
      line: text,
      kind: parse(text),
      canonical: canonical(text),
    }));
    expect(lines).toEqual(parsed_lines.map((line) => ({ canonical: line.line, ...line })));
  });
});

describe('keywords', () => {
  it.each([
    ['any', 'Any'],
    ['ANY', 'Any'],
    ['Default', 'Default'],
    [' any', 'ExecutableName'],
    ['any3', 'ExecutableName'],
  ])('%j is %s', (text, expected) => expect(parse(text)).toBe(expected));
});

describe('versions', () => {
  it.each([
    ['3', 'Version:Major(3,default)'],
    ['3.12', 'Version:MajorMinor(3,12,default)'],
    ['3.12.7', 'Version:MajorMinorPatch(3,12,7,default)'],
    ['v3.12', 'Version:MajorMinor(3,12,default)'],
    ['03.012', 'Version:MajorMinor(3,12,default)'],
    ['1!3.12', 'Version:MajorMinor(3,12,default)'],
    ['3.255', 'Version:MajorMinor(3,255,default)'],
    ['python3.12', 'Version:MajorMinor(3,12,default)'],
    ['python@3.12', 'Version:MajorMinor(3,12,default)'],
    ['Python 3.12', 'Version:MajorMinor(3,12,default)'],
    ['PYTHON@3.12', 'Version:MajorMinor(3,12,default)'],
    [' \t3.12\f\r', 'Version:MajorMinor(3,12,default)'],
  ])('%j is %s', (text, expected) => expect(parse(text)).toBe(expected));

  it.each([
    ['', 'nothing'],
    ['3.256', 'a part above 255'],
    ['3.12.256', 'a patch above 255'],
    ['3.12.1.2', 'four parts'],
    ['3.12.post1', 'a post-release'],
    ['3.12.0-1', 'a post-release in short form'],
    ['3.12-dev', 'a dev-release'],
    ['3.12+abc', 'a local version'],
    ['3rc1', 'a pre-release without a minor'],
    ['3.12.x', 'a placeholder'],
    ['3.12.*', 'a wildcard'],
    ['^3.12', 'a caret'],
    ['~3.12', 'a tilde'],
    ['=3.12', 'a lone equals sign'],
    ['3.12, 3.11', 'a list'],
    ['3.12 3.11', 'a list without a comma'],
    ['"3.12"', 'quotes'],
    ['3.12 # production', 'a trailing comment'],
    ['\u00a03.12', 'a no-break space'],
    ['3.12\u00a0', 'a no-break space at the end'],
    ['\u000b3.12', 'a vertical tab'],
    ['\ufeff3.12', 'a byte order mark'],
    ['３.12', 'a full-width digit'],
    ['3.12\u0000', 'a null character'],
    ['@3.12', 'an at sign before the version'],
    ['python@', 'an at sign without a version'],
    ['python @3.12', 'a blank before the at sign'],
    ['python@latest', 'a word after the at sign'],
    ['python@3.12-linux', 'a platform after the at sign'],
    ['python', 'the bare name'],
    ['latest', 'a word'],
  ])('%j is none: %s', (text) => expect(parse(text)).toBe('ExecutableName'));
});

describe('wheel tags', () => {
  it.each([
    ['312', '3.12'],
    ['38', '3.8'],
    ['10', '1.0'],
    ['0312', '3.12'],
    ['3140', '3.140'],
    ['313t', '3.13+freethreaded'],
    ['314rc1', '3.14rc1'],
    ['cp312', 'cpython@3.12'],
    ['pp310', 'pypy@3.10'],
  ])('%s means %s', (text, expected) => expect(canonical(text)).toBe(expected));

  it.each(['3256', '99999999999999999999'])('%s is too large for one', (text) => {
    expect(parse(text)).toBe('ExecutableName');
  });
});

describe('pre-releases', () => {
  it.each([
    ['3.14rc1', '3.14rc1'],
    ['3.14.0rc1', '3.14rc1'],
    ['3.14.0-rc1', '3.14rc1'],
    ['3.14_RC.1', '3.14rc1'],
    ['3.14c1', '3.14rc1'],
    ['3.14a', '3.14a0'],
    ['3.14.5rc1', '3.14.5rc1'],
    ['3.14.0b2t', '3.14b2+freethreaded'],
  ])('%s means %s', (text, expected) => expect(canonical(text)).toBe(expected));
});

describe('variants', () => {
  it.each([
    ['3.13t', 'freethreaded'],
    ['3.13T', 'freethreaded'],
    ['3.13+t', 'freethreaded'],
    ['3.13freethreaded', 'freethreaded'],
    ['3.13+freethreaded', 'freethreaded'],
    ['3.12.0d', 'debug'],
    ['3.12debug', 'debug'],
    ['3.13td', 'freethreaded+debug'],
    ['3.13+freethreaded+debug', 'freethreaded+debug'],
    ['3.14gil', 'gil'],
    ['3.14+gil+debug', 'gil+debug'],
    ['3.12+', 'default'],
    ['>=3.13t', 'freethreaded'],
  ])('%s is a %s build', (text, expected) => expect(parseVersionRequest(text.toLowerCase())?.variant).toBe(expected));

  it.each(['3.13tt', '3.13dt', '3.12t+', '3.14++gil', '3.13t ', '3.12__proto__', '3.12constructor'])(
    '%j has an unknown one',
    (text) => expect(parse(text)).toBe('ExecutableName'),
  );

  it('gets lost behind a lone `==`', () => expect(canonical('==3.13t')).toBe('3.13'));
});

describe('ranges', () => {
  it.each([
    ['>=3.12,<3.13', 'Version:Range(>=3.12, <3.13;default)'],
    ['<3.13 , >= 3.12', 'Version:Range(>=3.12, <3.13;default)'],
    ['~=3.12.0', 'Version:Range(~=3.12.0;default)'],
    ['==3.12.*', 'Version:Range(==3.12.*;default)'],
    ['===3.12', 'Version:Range(===3.12;default)'],
    ['!=3.12', 'Version:Range(!=3.12;default)'],
    ['python>=3.12', 'Version:Range(>=3.12;default)'],
    ['\u00a0>=3.12', 'Version:Range(>=3.12;default)'],
    ['==3.12', 'Version:MajorMinor(3,12,default)'],
    ['==3.12.1', 'Version:MajorMinorPatch(3,12,1,default)'],
    ['==312', 'Version:MajorMinor(3,12,default)'],
    ['==3.14.0rc1', 'Version:MajorMinorPrerelease(3,14,rc1,default)'],
    ['==3.12.1.2', 'Version:Range(==3.12.1.2;default)'],
    ['==3.12,==3.12', 'Version:Range(==3.12, ==3.12;default)'],
  ])('%j is %s', (text, expected) => expect(parse(text)).toBe(expected));

  it.each(['>=3.12,', '>=3.12 <3.13', '>=3.12;<4', '=>3.12', '>=3.12.*', '~=3', '>=3.12+abc', '>=3.12 || <3'])(
    '%j is none',
    (text) => expect(parse(text)).toBe('ExecutableName'),
  );
});

describe('implementations', () => {
  it.each([
    ['cpython', 'cpython'],
    ['CP', 'cpython'],
    ['PyPy', 'pypy'],
    ['gp', 'graalpy'],
    ['pyodide', 'pyodide'],
    ['cpython@3.12', 'cpython@3.12'],
    ['cpython3.12', 'cpython@3.12'],
    ['CPython 3.12', 'cpython@3.12'],
    ['pypy3.10', 'pypy@3.10'],
    ['pp@3.10', 'pypy@3.10'],
    ['graalpy@24.1', 'graalpy@24.1'],
    ['pyodide@0.27', 'pyodide@0.27'],
    ['cpython@3.13t', 'cpython@3.13+freethreaded'],
    ['cpython@>=3.10,<3.12', 'cpython@>=3.10, <3.12'],
    ['pypy>=3.9', 'pypy@>=3.9'],
  ])('%s means %s', (text, expected) => {
    expect(parsePythonRequest(text).kind).toBe('implementation');
    expect(canonical(text)).toBe(expected);
  });

  it.each([
    ' cpython',
    'cpython ',
    'cpython@',
    'cpython@foo',
    'jython',
    'jython3.9',
    'pypy3.10-7.3.17',
    'miniconda3-4.7.12',
  ])('%j is none', (text) => expect(parse(text)).toBe('ExecutableName'));
});

describe('paths', () => {
  it.each(['/usr/bin/python3.12', './venv/bin/python', '3.12.7/envs/app', '3.12/', 'C:/Python312/python.exe'])(
    '%s has a slash',
    (text) => expect(parsePythonRequest(text)).toEqual({ kind: 'path', path: text }),
  );

  it('has none of them when only Windows would see a path', () => {
    expect(parse('C:\\Python312\\python.exe')).toBe('ExecutableName');
  });

  it('knows a name as a path when something of that name exists', () => {
    const exists = (path: string) => path === 'app' || path === '3.12' || path === 'linux';
    expect(parsePythonRequest('app', exists)).toEqual({ kind: 'path', path: 'app' });
    expect(parsePythonRequest('linux', exists)).toEqual({ kind: 'path', path: 'linux' });
    expect(parsePythonRequest('3.12', exists).kind).toBe('version');
    expect(parsePythonRequest('App', exists).kind).toBe('executable');
  });
});

describe('download keys', () => {
  it.each([
    ['cpython-3.12', 'cpython-3.12-any-any-any'],
    ['CPython-3.12', 'cpython-3.12-any-any-any'],
    ['cp-312-linux', 'cpython-3.12-linux-any-any'],
    ['cpython-3.12.3-linux-x86_64-gnu', 'cpython-3.12.3-linux-x86_64-gnu'],
    ['cpython-3.13.0-macos-aarch64-none', 'cpython-3.13.0-macos-aarch64-none'],
    ['cpython-3.13-darwin-arm64', 'cpython-3.13-macos-aarch64-any'],
    ['any-3.13-any-aarch64', 'any-3.13-any-aarch64-any'],
    ['cpython-3.13t-linux-x86_64_v3-musl', 'cpython-3.13+freethreaded-linux-x86_64_v3-musl'],
    ['3.12-linux', 'any-3.12-linux-any-any'],
    ['linux', 'any-any-linux-any-any'],
    ['x86_64', 'any-any-any-x86_64-any'],
    ['musl', 'any-any-any-any-musl'],
    ['none', 'any-any-none-any-any'],
    ['linux-gnu', 'any-any-linux-any-gnu'],
    ['any-any', 'any-any-any-any-any'],
    ['graalpy-24.1.1', 'graalpy-24.1.1-any-any-any'],
    ['cpython->=3.12', 'cpython->=3.12-any-any-any'],
    ['cpython-3.14rc1', 'cpython-3.14rc1-any-any-any'],
    ['linux-musl-and-more', 'any-any-linux-any-musl'],
  ])('%s means %s', (text, expected) => {
    expect(parsePythonRequest(text).kind).toBe('key');
    expect(canonical(text)).toBe(expected);
  });

  it.each([
    'python-3.12.1',
    'cpython-3.13T',
    'cpython-3.12-Linux',
    'cpython-3.12-linux-amd64',
    'cpython-3.12-linux-armv7l',
    'cpython-3.12-linux-x86_64-gnu-any',
    'linux-3.12',
    'x86_64-linux',
    'linux-linux',
    'cpython--linux',
    'cpython-',
    '-3.12',
    '-',
    'cpython-3.12-',
    'cpython-cpython',
    'aiwolf-nlp',
    'tradingagent-3.10.13',
    'venv_3.9.1',
  ])('%s is none', (text) => expect(parse(text)).toBe('ExecutableName'));
});

describe('unsupportedReason', () => {
  const reason = (text: string) => {
    const request = parseVersionRequest(text);
    return request && unsupportedReason(request);
  };

  it.each([
    ['2', 'Python <3 is not supported but 2 was requested.'],
    ['2t', 'Python <3 is not supported but 2 was requested.'],
    ['2.7', 'Python <3.6 is not supported but 2.7 was requested.'],
    ['2.7.18', 'Python <3.6 is not supported but 2.7.18 was requested.'],
    ['3.5rc1', 'Python <3.6 is not supported but 3.5rc1 was requested.'],
    ['10', 'Python <3.6 is not supported but 1.0 was requested.'],
    ['3.12t', 'Python <3.13 does not support free-threading but 3.12+freethreaded was requested.'],
    ['3.12.3td', 'Python <3.13 does not support free-threading but 3.12.3+freethreaded+debug was requested.'],
  ])('of %s is: %s', (text, expected) => expect(reason(text)).toBe(expected));

  it.each(['3', '3t', '3.6', '3.6.0', '3.13t', '3.12d', '3.12+gil', '>=2.7', '<3.6', '24.1.1'])(
    'of %s is none',
    (text) => {
      expect(parseVersionRequest(text)).toBeDefined();
      expect(reason(text)).toBeUndefined();
    },
  );
});

describe('the canonical form', () => {
  it('is read as the same request again', () => {
    const names = ['', 'python@', 'cpython@', 'pypy', 'cpython-', 'any-'];
    const versions = [
      '3',
      '3.12',
      '3.12.7',
      '312',
      '3.13t',
      '3.14.0rc1',
      '3.14.1a2',
      '>=3.9,<3.13',
      '==3.12.*',
      '~=3.12.0',
    ];
    const platforms = ['', '-linux', '-macos-arm64', '-linux-x86_64-gnu'];
    const texts = names.flatMap((name) => versions.flatMap((version) => platforms.map((end) => name + version + end)));
    for (const request of texts.map((text) => parsePythonRequest(text))) {
      expect(parsePythonRequest(formatPythonRequest(request))).toEqual(request);
    }
  });
});
