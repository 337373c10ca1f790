import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../../src/findings/finding.ts';
import { contains, isRefused, parseSpecifiers } from '../../../../src/project/packaging/specifiers.ts';
import { releaseVersion } from '../../../../src/project/packaging/versions.ts';
import { checkPin, type Requirement } from '../../../../src/project/pin/pin.ts';
import { findFit, suggestVersion } from '../../../../src/project/pin/python-fit.ts';
import { parseVersionRequest } from '../../../../src/project/pin/version-request.ts';

type Decision = {
  id: string;
  python_version_file: string;
  requires_python: string | null;
  expected_verdict: 'ok' | 'warn' | 'error';
  expected_codes: string[];
  effective: string | null;
};

const { decisions }: { decisions: Decision[] } = JSON.parse(
  readFileSync(new URL('../../../vectors/pep440.json', import.meta.url), 'utf8'),
);

const PATH = '.python-version';
const inLock = (text: string): Requirement => ({ text, file: 'uv.lock', line: 3 });
const inProject = (text: string): Requirement => ({ text, file: 'pyproject.toml', line: 5 });

function check(content: string | Uint8Array, ...requirements: (string | Requirement)[]) {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const { findings, pin } = checkPin(
    { path: PATH, bytes },
    requirements.map((one) => (typeof one === 'string' ? inLock(one) : one)),
  );
  const [first] = findings;
  return { findings, pin, first, codes: findings.map(({ code }) => code).sort() };
}

const find = (findings: readonly Finding[], code: string) => findings.find((finding) => finding.code === code);

describe('vectors', () => {
  const verdict = (findings: readonly Finding[]) => {
    if (findings.some(({ level }) => level === 'error')) return 'error';
    return findings.length > 0 ? 'warn' : 'ok';
  };

  it.each(decisions)('$id: $python_version_file with requires-python $requires_python', (decision) => {
    const requirements = decision.requires_python === null ? [] : [decision.requires_python];
    const { findings, pin, codes } = check(decision.python_version_file, ...requirements);
    expect(codes).toEqual([...decision.expected_codes].sort());
    expect(verdict(findings)).toBe(decision.expected_verdict);
    if (!codes.includes('bom')) expect(pin?.python ?? null).toBe(decision.effective);
  });

  it('lead to findings that say where and what to do', () => {
    for (const { python_version_file, requires_python } of decisions) {
      for (const finding of check(python_version_file, requires_python ?? '').findings) {
        expect(finding.remedy).toMatch(/^[A-Z].*\.$/);
        expect(finding.message).not.toMatch(/undefined|NaN/);
        expect(finding.line).toBeGreaterThan(0);
        const isAboutRequires = finding.code === 'requires-invalid';
        expect(finding.file).toBe(isAboutRequires ? 'uv.lock' : PATH);
        if (!isAboutRequires) expect(finding.column).toBeGreaterThan(0);
      }
    }
  });
});

describe('the bytes of the file', () => {
  it('must be UTF-8', () => {
    const { findings, pin } = check(new Uint8Array([0x33, 0x2e, 0x31, 0x32, 0xff]), '>=3.12');
    expect(findings).toMatchObject([
      {
        level: 'error',
        code: 'encoding',
        message: '.python-version is not valid UTF-8; uv cannot read it',
        line: 1,
        column: 1,
      },
    ]);
    expect(pin).toBeUndefined();
  });

  it.each([
    ['UTF-16 with a byte order mark', [0xff, 0xfe, 0x33, 0x00]],
    ['an encoded surrogate', [0xed, 0xa0, 0x80]],
    ['an overlong slash', [0xc0, 0xaf]],
    ['a sequence cut short', [0x33, 0xe2, 0x82]],
  ])('are refused for %s', (_, bytes) => expect(check(new Uint8Array(bytes)).codes).toEqual(['encoding']));

  it.each(['\ufeff3.12\n', '\ufeff', '\ufeff# comment\n3.12\n', '\ufeff3.12\n3.11\n'])(
    'must not begin with a byte order mark: %j',
    (text) => {
      const { codes, pin } = check(text, '>=3.12');
      expect(codes).toEqual(['bom']);
      expect(pin).toBeUndefined();
    },
  );

  it('may hold a byte order mark elsewhere, which spoils that line only', () => {
    expect(check('# note\n\ufeff3.12\n3.13\n', '>=3.12').codes).toEqual(['line-ignored']);
  });
});

describe('lines', () => {
  it.each([
    '3.12\n',
    '3.12\r\n',
    '3.12\r',
    '3.12\r\r\n',
    '\n\n3.12',
    ' \t3.12\f ',
    '#\n  # x\n3.12',
    '\u00a0\n3.12',
    '\u2003# x\n3.12',
  ])('with one plain version are fine: %j', (text) => {
    const { findings, pin } = check(text, '>=3.12');
    expect(findings).toEqual([]);
    expect(pin).toMatchObject({ text: '3.12', python: '3.12' });
  });

  it('end with LF or CRLF only', () => {
    expect(check('3.11\r3.12\r', '>=3.12').codes).toEqual(['line-ignored', 'no-pin']);
    expect(check('# comment\r3.12', '>=3.12').codes).toEqual(['no-pin']);
    expect(check('3.11\r\n3.12\r\n', '>=3.11').codes).toEqual(['multiple-pins']);
  });

  it('are counted from 1, blank lines and comments included, and columns from the first character that is no blank', () => {
    const { pin, first } = check('# a\r\n\r\n \t 3.11\r\n', '>=3.12');
    expect(pin?.line).toBe(3);
    expect(first).toMatchObject({ code: 'incompatible-pin', file: PATH, line: 3, column: 4 });
  });

  it.each(['', '\n', ' \t\r\n', '# 3.12', '\u3000\n\u0085', '#3.12\n#3.13'])(
    'without content pin nothing: %j',
    (text) => {
      const { findings, pin } = check(text, '>=3.13');
      expect(findings).toEqual([
        {
          level: 'error',
          code: 'no-pin',
          message: '.python-version has no version: uv would use any Python, whatever requires-python says',
          remedy: 'Run `uv python pin 3.13` and commit .python-version.',
          file: PATH,
          line: 1,
          column: 1,
        },
      ]);
      expect(pin).toBeUndefined();
    },
  );
});

describe('line-ignored', () => {
  it.each([
    ['3.12 # production', 'Move the comment to a line of its own.'],
    ['3.12#production', 'Move the comment to a line of its own.'],
    ['3.12\r3.11', 'Save the file with Unix line endings (LF).'],
    ['3.12\u00ad', 'Type 3.12 again: the line has invisible or unusual characters.'],
    ['3.12\u200b', 'Type 3.12 again: the line has invisible or unusual characters.'],
    ['"3.12"', 'Write 3.12 without quotes.'],
    ['3.12 3.11', 'Write one version only, such as 3.12.'],
    ['3.12, 3.11', 'Write one version only, such as 3.12.'],
    ['3.12-dev', 'Write 3.12: uv does not support this notation here.'],
    ['3.12.x', 'Write 3.12: uv does not support this notation here.'],
    ['3.12.*', 'Write 3.12: uv does not support this notation here.'],
    ['^3.12', 'Write 3.12: uv does not support this notation here.'],
    ['>=3.12,', 'Write 3.12: uv does not support this notation here.'],
    ['3.12.1.2', 'Write a version that uv knows, such as 3.12.'],
    ['python-3.12.1', 'Write the version alone, such as 3.12.'],
    ['latest', 'Write the version alone, such as 3.12.'],
    ['venv_3.12.1', 'Write 3.12 instead of a name that pyenv or pyenv-virtualenv may know, but uv does not.'],
    ['aiwolf-nlp', 'Write 3.12 instead of a name that pyenv or pyenv-virtualenv may know, but uv does not.'],
  ])('for %j advises: %s', (line, remedy) => {
    const finding = find(check(`${line}\n`, '>=3.11').findings, 'line-ignored');
    expect(finding).toMatchObject({ level: 'warning', remedy });
  });

  it('names the line', () => {
    expect(check('  3.12 # prod', '>=3.11').first).toMatchObject({
      message: "uv ignores '3.12 # prod' (not a Python request)",
      line: 1,
      column: 3,
    });
  });

  it('is said once, of the first such line, wherever it stands', () => {
    const { codes, findings } = check('3.12\nfoo\nbar\n', '>=3.11');
    expect(codes).toEqual(['line-ignored']);
    expect(findings[0]).toMatchObject({ line: 2 });
  });

  it('quotes no control characters and not more than 60 characters', () => {
    const { message = '' } = check(`\u001b[31m::error::${'x'.repeat(500)}\u0007\u202e`).first ?? {};
    expect(message).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    expect(message.length).toBeLessThan(100);
  });

  it('takes a moment only for a line of a million characters', () => {
    const lines = [
      '9'.repeat(1e5),
      `${'1.'.repeat(5e5)}x`,
      `3.12${' '.repeat(1e6)}x`,
      'a-'.repeat(5e5),
      `>=3.12${','.repeat(1e6)}`,
    ];
    const start = performance.now();
    for (const line of lines) expect(check(line, '>=3.12').codes).toEqual(['line-ignored', 'no-pin']);
    expect(performance.now() - start).toBeLessThan(5000);
  });
});

describe('multiple-pins', () => {
  it('points at the second version and names the first, which is used', () => {
    const { findings, pin } = check('pyenv-name\n3.11\n# x\n3.12\n3.13', '>=3.11');
    expect(find(findings, 'multiple-pins')).toMatchObject({
      level: 'warning',
      message: 'Only the first version (3.11) is used; some servers reject the file',
      line: 4,
    });
    expect(pin?.python).toBe('3.11');
  });
});

describe('each kind of pin', () => {
  it.each([
    ['/usr/bin/python3.12', ['nonportable-pin', 'path-pin']],
    ['./venv/bin/python', ['nonportable-pin', 'path-pin']],
    ['2.7.18', ['unsupported-python']],
    ['2', ['nonportable-pin', 'unsupported-python']],
    ['pypy2.7', ['implementation-pin', 'nonportable-pin', 'unsupported-python']],
    ['3.12t', ['nonportable-pin', 'unsupported-python', 'variant-pin']],
    ['3.5rc1', ['nonportable-pin', 'prerelease-pin', 'unsupported-python']],
    ['cpython-3.5-macos', ['nonportable-pin', 'platform-pin-mismatch', 'unsupported-python']],
    ['v3.12', ['nonportable-pin']],
    ['python3.12', ['nonportable-pin']],
    ['312', ['nonportable-pin']],
    ['3.12+', ['nonportable-pin']],
    ['==3.12.4', ['nonportable-pin']],
    ['>=3.12', ['nonportable-pin']],
    ['3.13t', ['nonportable-pin', 'variant-pin']],
    ['3.12d', ['nonportable-pin', 'variant-pin']],
    ['3.14+gil', ['nonportable-pin', 'variant-pin']],
    ['>=3.13t', ['nonportable-pin', 'variant-pin']],
    ['pypy', ['implementation-pin', 'nonportable-pin', 'unversioned-pin']],
    ['pypy@3.12', ['implementation-pin', 'nonportable-pin']],
    ['graalpy-24.1.1', ['implementation-pin', 'nonportable-pin']],
    ['cpython-3.12', ['nonportable-pin']],
    ['cpython-3.12-linux', ['nonportable-pin', 'platform-pin']],
    ['any-3.12-any-aarch64', ['nonportable-pin', 'platform-pin']],
    ['cpython-3.12-musl', ['nonportable-pin', 'platform-pin']],
    ['cpython-3.12-macos-aarch64-none', ['nonportable-pin', 'platform-pin-mismatch']],
    ['cpython-3.12-windows', ['nonportable-pin', 'platform-pin-mismatch']],
    ['pyodide-3.12-emscripten-wasm32-musl', ['implementation-pin', 'nonportable-pin', 'platform-pin-mismatch']],
    ['3.14rc1', ['nonportable-pin', 'prerelease-pin']],
    ['3.14.0a1t', ['nonportable-pin', 'prerelease-pin', 'variant-pin']],
    ['any', ['nonportable-pin', 'unversioned-pin']],
    ['default', ['nonportable-pin', 'unversioned-pin']],
    ['cpython', ['nonportable-pin', 'unversioned-pin']],
    ['linux', ['nonportable-pin', 'platform-pin', 'unversioned-pin']],
    ['macos', ['nonportable-pin', 'platform-pin-mismatch', 'unversioned-pin']],
    ['any-any', ['nonportable-pin', 'unversioned-pin']],
    ['3.12', []],
    ['3.12.4', []],
    ['3.012', []],
    ['24.1', ['incompatible-pin']],
  ])('%s: %j', (text, expected) => expect(check(text, '>=3').codes).toEqual(expected));

  it('says so in the words of the project', () => {
    const message = (text: string, code: string) => find(check(text, '>=3.12').findings, code)?.message;
    expect(message('a/b', 'path-pin')).toBe("'a/b' is a path on one machine; pin a version such as 3.12");
    expect(message('2.7', 'unsupported-python')).toBe('Python <3.6 is not supported but 2.7 was requested.');
    expect(message('cp312', 'nonportable-pin')).toBe("'cp312' works in uv but not in every tool");
    expect(message('3.13td', 'variant-pin')).toBe("'3.13td' needs a free-threaded debug build on the server");
    expect(message('pypy3.12', 'implementation-pin')).toBe("'pypy3.12' needs PyPy: the server must offer it");
    expect(message('macos', 'platform-pin-mismatch')).toBe("'macos' can only match macOS");
    expect(message('windows', 'platform-pin-mismatch')).toBe("'windows' can only match Windows");
    expect(message('freebsd', 'platform-pin-mismatch')).toBe("'freebsd' can only match freebsd");
    expect(message('linux-x86_64', 'platform-pin')).toBe("'linux-x86_64' can only match linux x86_64");
  });

  it('knows a name as a path when it exists where uv runs', () => {
    const file = { path: PATH, bytes: new TextEncoder().encode('app\n') };
    const { findings } = checkPin(file, [], (path) => path === 'app');
    expect(findings.map(({ code }) => code)).toEqual(['path-pin', 'nonportable-pin']);
  });

  it.each(['/usr/bin/python3', '2.7', 'any'])('stops before requires-python is looked at: %s', (text) => {
    const { codes } = check(text, '^3.12', inProject('<3'));
    expect(codes).not.toContain('requires-invalid');
    expect(codes).not.toContain('incompatible-pin');
  });

  it('is what to hand to uv, in its canonical form', () => {
    const pin = (text: string) => check(text).pin;
    expect(pin('CPython 3.12 ')).toMatchObject({ text: 'CPython 3.12', python: 'cpython@3.12', line: 1 });
    expect(pin('312')?.version).toMatchObject({ kind: 'release', release: [3, 12] });
    expect(pin('pypy')?.version).toBeUndefined();
    expect(pin('>=3.12 , <4')?.python).toBe('>=3.12, <4');
    expect(pin('>=3.13t')?.python).toBe('>=3.13t');
  });
});

describe('requires-invalid', () => {
  it('points at the requirement and gives the reason', () => {
    expect(check('3.12', '>=3.12 <3.13').findings).toEqual([
      {
        level: 'error',
        code: 'requires-invalid',
        message: "requires-python '>=3.12 <3.13' cannot be read: Trailing `<3.13` is not allowed",
        remedy: "Write requires-python in pyproject.toml such as '>=3.12', and run `uv lock`.",
        file: 'uv.lock',
        line: 3,
      },
    ]);
  });

  it.each([
    '^3.12',
    '~3.12',
    '3.12',
    '*',
    '=>3.12',
    '>=3.12.*',
    '~=3',
    '>=3.12;<4',
    '>=3.12,',
    ',>=3.12',
    '>=3.12,,<4',
    ' ',
  ])('is said of %j', (text) => expect(check('3.12', text).codes).toEqual(['requires-invalid']));

  it('is said of each different text once, beside what the readable requirement says', () => {
    expect(check('3.12', '^3', inProject('^3')).codes).toEqual(['requires-invalid']);
    expect(check('3.12', '^3', inProject('3')).codes).toEqual(['requires-invalid', 'requires-invalid']);
    expect(check('3.12', '^3', inProject('>=3.13')).codes).toEqual(['incompatible-pin', 'requires-invalid']);
  });

  it('quotes at most what fits into a line', () => {
    const { message = '' } = check('3.12', `>=3.12 \u0007${'<4 '.repeat(1000)}`).first ?? {};
    expect(message).not.toMatch(/\p{Cc}/u);
    expect(message.length).toBeLessThan(300);
  });
});

describe('the pin against requires-python', () => {
  it.each([
    ['3.12', '>=3.12', []],
    ['3.12', '', []],
    ['3.12', '>=3.12,<4', []],
    ['3.12', '==3.12.*', []],
    ['3.12', '~=3.12.0', []],
    ['3.13', '~=3.12', []],
    ['3.12', '>=3.12rc1', []],
    ['3.12', '>=3.12.300', ['incompatible-pin']],
    ['3.12', '>=3.12.1', ['partial-pin']],
    ['3.12', '>=3.12.4.1', ['partial-pin']],
    ['3.12', '!=3.12.4', ['partial-pin']],
    ['3.12', '!=3.12', ['partial-pin']],
    ['3.12', '!=3.12.255', ['partial-pin-newest-excluded']],
    ['3.12', '==3.12', ['partial-pin-newest-excluded']],
    ['3.12', '<=3.12', ['partial-pin-newest-excluded']],
    ['3.12', '>3.12.4,<3.12.6', ['partial-pin-newest-excluded']],
    ['3.12', '>3.12.4,<3.12.5', ['incompatible-pin']],
    ['3.12', '!=3.12.*', ['incompatible-pin']],
    ['3.12', '===3.12', ['incompatible-pin']],
    ['3.12', '>=1!3', ['incompatible-pin']],
    ['3.12.0', '==3.12', []],
    ['3.12.1', '==3.12', ['incompatible-pin']],
    ['3.12.0', '===3.12', ['incompatible-pin']],
    ['3.12.1', '===3.12.01', []],
    ['3.14.0', '>3.14.0rc1', []],
    ['3.14.0', '<3.14.1a1', []],
    ['3.14.0', '==3.14.0rc1', ['incompatible-pin']],
    ['3.14.0', '<=3.14.0rc1', ['incompatible-pin']],
    ['3', '>=3', ['nonportable-pin']],
    ['3', '>=3.9', ['nonportable-pin', 'partial-pin']],
    ['3', '<3.13', ['nonportable-pin', 'partial-pin-newest-excluded']],
    ['3', '<3', ['incompatible-pin', 'nonportable-pin']],
    ['>=3.12', '>=3.12,<4', ['nonportable-pin']],
    ['<4', '>=3.9', ['nonportable-pin', 'partial-pin']],
    ['!=3.12.*', '>=3', ['nonportable-pin', 'partial-pin']],
    ['===3.12.1', '>=3.12', ['nonportable-pin']],
    ['>3.12.4,<3.12.5', '>=3.12', ['incompatible-pin', 'nonportable-pin']],
    ['3.14rc1', '>=3.14', ['nonportable-pin', 'prerelease-pin']],
    ['3.14.1rc1', '>=3.14.1', ['nonportable-pin', 'prerelease-pin']],
    ['3.14rc1', '>=3.14.1', ['incompatible-pin', 'nonportable-pin', 'prerelease-pin']],
    ['pypy@3.10', '>=3.11', ['implementation-pin', 'incompatible-pin', 'nonportable-pin']],
    ['cpython-3.11-macos', '>=3.12', ['incompatible-pin', 'nonportable-pin', 'platform-pin-mismatch']],
  ])('%s with %j: %j', (pin, requires, expected) => expect(check(pin, requires).codes).toEqual(expected));

  it('is not looked at when requires-python is nowhere', () => {
    expect(check('3.12').findings).toEqual([]);
    expect(check('4.0').findings).toEqual([]);
  });

  it('names both places when they are incompatible', () => {
    expect(check('3.11', '>=3.12').first).toEqual({
      level: 'error',
      code: 'incompatible-pin',
      message: "Python 3.11 (.python-version:1) is not allowed by requires-python '>=3.12' (uv.lock:3)",
      remedy: 'Run `uv python pin 3.12` and commit .python-version.',
      file: PATH,
      line: 1,
      column: 1,
    });
  });

  it.each([
    [
      '3.12',
      '>=3.12.4',
      "3.12 also allows 3.12.0-3.12.3, which '>=3.12.4' rejects; pin 3.12.4 or newer, or make sure the server has it",
    ],
    [
      '3.12',
      '!=3.12.4',
      "3.12 also allows 3.12.4, which '!=3.12.4' rejects; pin 3.12.5 or newer, or make sure the server has it",
    ],
    [
      '3',
      '>=3.9',
      "3 also allows 3.0.0-3.8.x, which '>=3.9' rejects; pin 3.9 or newer, or make sure the server has it",
    ],
    ['3.12', '==3.12.3', "uv picks the newest 3.12.x, which '==3.12.3' rejects; pin the exact version"],
    ['3.12', '==3.12', "uv picks the newest 3.12.x, which '==3.12' rejects; did you mean ==3.12.*?"],
    ['>=3.12', '<3.14', "uv picks the newest Python in '>=3.12', which '<3.14' rejects; pin the exact version"],
    [
      '3.12.1',
      '==3.12',
      "Python 3.12.1 (.python-version:1) is not allowed by requires-python '==3.12' (uv.lock:3); did you mean ==3.12.*?",
    ],
  ])('%s with %s is explained', (pin, requires, message) => {
    expect(check(pin, requires).findings.at(-1)?.message).toBe(message);
  });

  it.each([
    ['3.11', '>=3.12', '3.12'],
    ['3.14', '==3.13.*', '3.13'],
    ['3.11', '>=3.12.4', '3.12.4'],
    ['3.12', '>=3.12.4', '3.12.4'],
    ['3.12', '!=3.12.4', '3.12.5'],
    ['3.12', '<=3.12.3', '3.12.3'],
    ['3.12', '>=3.8,<3.11', '3.10'],
    ['>=3.12', '>=3.9,<3.12', '3.11'],
    ['3', '>=3.9', '3.12'],
    ['3.8', '>=3.15', '3.15'],
  ])('%s with %s ends in the advice to pin a version that fits: %s', (pin, requires, version) => {
    expect(check(pin, requires).findings.at(-1)?.remedy).toBe(
      `Run \`uv python pin ${version}\` and commit .python-version.`,
    );
    expect(check(version, requires).codes).not.toContain('incompatible-pin');
  });

  it('advises to correct requires-python when no Python satisfies it', () => {
    const remedy = 'Correct requires-python in pyproject.toml, which no Python satisfies, and run `uv lock`.';
    expect(check('3.12', '>3.12.4,<3.12.5').first?.remedy).toBe(remedy);
    expect(check('3.12', '>=3.13', inProject('<3.13')).first?.remedy).toBe(
      'Run `uv python pin 3.13` and commit .python-version.',
    );
  });
});

describe('the lock and the project', () => {
  it('are reported once when both are violated, as the lock', () => {
    const { findings } = check('3.11', '>=3.12', inProject('>=3.13'));
    expect(findings).toHaveLength(1);
    expect(findings[0]?.message).toContain("'>=3.12' (uv.lock:3)");
  });

  it('are both satisfied by the version advised, if one can', () => {
    const remedy = (...texts: [string, string]) => check('3.11', texts[0], inProject(texts[1])).first?.remedy;
    expect(remedy('>=3.12', '>=3.13')).toBe('Run `uv python pin 3.13` and commit .python-version.');
    expect(remedy('>=3.12', '<3.11')).toBe('Run `uv python pin 3.12` and commit .python-version.');
  });

  it('are reported apart when only the second is violated', () => {
    const { findings } = check('3.11', '>=3.10', inProject('>=3.12'));
    expect(findings).toHaveLength(1);
    expect(findings[0]?.message).toContain("'>=3.12' (pyproject.toml:5)");
  });

  it('are judged by the graver of their two verdicts', () => {
    expect(check('3.12', '>=3.12.4', inProject('>=3.13')).codes).toEqual(['incompatible-pin']);
    expect(check('3.12', '>=3.12.4', inProject('<=3.12.7')).codes).toEqual(['partial-pin-newest-excluded']);
    expect(check('3.12', '>=3.12', inProject('>=3.12.4')).codes).toEqual(['partial-pin']);
  });

  it('are both named when a pin could satisfy each but never both', () => {
    const { findings } = check('3.12', '>=3.12.4', inProject('<3.12.4'));
    expect(findings).toMatchObject([{ code: 'incompatible-pin' }]);
    expect(findings[0]?.message).toBe(
      "Python 3.12 (.python-version:1) is not allowed by requires-python '>=3.12.4' (uv.lock:3) and '<3.12.4' (pyproject.toml:5)",
    );
  });
});

describe('findFit', () => {
  const specifiers = (text: string) => {
    const parsed = parseSpecifiers(text);
    if (isRefused(parsed)) throw new Error(parsed.refused);
    return parsed;
  };

  /** All of the 17,664 releases that there could be. */
  const universe = [2, 3].flatMap((major) =>
    Array.from({ length: major === 2 ? 8 : 61 }, (_, minor) => minor).flatMap((minor) =>
      Array.from({ length: 256 }, (_, patch) => [major, minor, patch]),
    ),
  );

  function count(allowed: readonly boolean[], accepted: readonly boolean[]): string {
    const verdicts = accepted.filter((_, i) => allowed[i]);
    if (!verdicts.includes(true)) return 'none';
    if (!verdicts.includes(false)) return 'all';
    return verdicts.at(-1) ? 'with-newest' : 'without-newest';
  }

  it('agrees with counting out every release', () => {
    const pins = [
      '2',
      '3',
      '3.12',
      '3.12.4',
      '>=3.12',
      '<3.12.5',
      '!=3.12.4,>=3.12',
      '~=3.12.3',
      '==3.12.*',
      '>3.12.4,<3.12.6',
      '4',
    ];
    const bounds = ['3', '3.12', '3.12.0', '3.12.4', '3.12.4.1', '3.12.5rc1', '3.12.255', '3.60.255', '3.13'];
    const sets = ['>=', '>', '<', '<=', '==', '!='].flatMap((operator) => bounds.map((bound) => operator + bound));
    const texts = [...sets, '==3.12.*', '!=3.12.4.*', '~=3.12.4', '>=3.12,!=3.12.4,<3.12.9', '===3.12.4'];
    const select = (text: string) => universe.map((release) => contains(specifiers(text), releaseVersion(release)));
    const accepted = texts.map((text) => ({ text, releases: select(text) }));
    for (const pin of pins) {
      const request = parseVersionRequest(pin);
      if (!request) throw new Error(pin);
      const allowed =
        request.kind === 'range'
          ? select(pin)
          : universe.map((release) => request.release.every((part, i) => part === release[i]));
      for (const { text, releases } of accepted) {
        const { verdict } = findFit(request, specifiers(text));
        expect([pin, text, verdict]).toEqual([pin, text, count(allowed, releases)]);
      }
    }
  });
});

describe('suggestVersion', () => {
  const suggest = (text: string, near?: number) => {
    const parsed = parseSpecifiers(text);
    return isRefused(parsed) ? undefined : suggestVersion(parsed, near);
  };

  it.each([
    ['', undefined, '3.12'],
    ['>=3.9', undefined, '3.12'],
    ['>=3.13', undefined, '3.13'],
    ['<3.11', undefined, '3.10'],
    ['', 99, '3.14'],
    ['', 3, '3.9'],
    ['==3.6.*', 12, '3.6'],
    ['==3.12.3', 12, '3.12.3'],
    ['<3', 12, undefined],
    ['<3.6', 12, undefined],
  ])('for %j near %s is %s', (text, near, expected) => expect(suggest(text, near)).toBe(expected));
});
