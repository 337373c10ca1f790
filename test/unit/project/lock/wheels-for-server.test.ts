import { describe, expect, it } from 'vitest';
import { block, fired, judge, PYPROJECT, root, sdist, wheels } from './locks.ts';

const asked = { pyproject: `${PYPROJECT}dependencies = ["needs"]\n` };
const metadata = '[package.metadata]\nrequires-dist = [{ name = "needs" }]\n';
const lockOf = (more: string, dependency = 'needs') => root([dependency], metadata) + block('needs', undefined, more);
const LINE = 15;

describe('a package that the server installs', () => {
  it.each([
    [wheels('needs-1.0-py3-none-any.whl')],
    [wheels('needs-1.0-cp311-cp311-win_amd64.whl', 'needs-1.0-cp312-cp312-manylinux2014_x86_64.whl')],
    [`${sdist('needs-1.0.tar.bz2')}${wheels('needs-1.0-py3-none-any.whl')}`],
    [wheels('needs-1.0+cpu-py3-none-any.whl')],
    [wheels('needs-1-py3-none-any.whl')],
  ])('is fine with a wheel that fits: %#', (more) => expect(fired({ lock: lockOf(more), ...asked })).toEqual([]));

  it.each<[file: string, why: string, remedy: string]>([
    ['needs-1.0-py3-none-win_amd64.whl', 'its wheels are for Windows,', "sys_platform == 'win32'"],
    ['needs-1.0-cp312-cp312-macosx_11_0_arm64.whl', 'its wheels are for macOS,', 'sys_platform'],
    ['needs-1.0-cp312-cp312-manylinux2014_aarch64.whl', 'its wheels are for Linux aarch64,', 'sys_platform'],
    ['needs-1.0-cp312-cp312-musllinux_1_2_x86_64.whl', 'its wheels are for Alpine Linux x86_64,', 'sys_platform'],
    ['needs-1.0-cp312-cp312-manylinux_2_35_x86_64.whl', 'its wheels need glibc 2.35,', 'older version'],
    ['needs-1.0-cp311-cp311-manylinux2014_x86_64.whl', 'its wheels are for Python 3.11,', 'Pin a Python'],
  ])('can not be had from %s alone', (file, why, remedy) => {
    const findings = judge({ lock: lockOf(wheels(file)), ...asked });
    expect(findings).toEqual([
      {
        level: why.includes('glibc') ? 'warning' : 'error',
        code: 'lock-no-wheel',
        message: expect.stringContaining(why),
        remedy: expect.stringContaining(remedy),
        file: 'uv.lock',
        line: LINE,
      },
    ]);
    expect(findings[0]?.message).toContain(
      "needs 1.0 can't be installed from a wheel with Python 3.12 on Linux x86_64",
    );
  });

  it('may fit another target', () => {
    const glibc = lockOf(wheels('needs-1.0-cp312-cp312-manylinux_2_35_x86_64.whl'));
    expect(fired({ lock: glibc, ...asked, target: 'glibc = "2.35"' })).toEqual([]);
    const arm = lockOf(wheels('needs-1.0-cp312-cp312-manylinux_2_28_aarch64.whl'));
    expect(fired({ lock: arm, ...asked, target: 'platform = "aarch64-unknown-linux-gnu"' })).toEqual([]);
    const old = lockOf(wheels('needs-1.0-cp311-cp311-manylinux_2_28_x86_64.whl'));
    expect(fired({ lock: old, ...asked, target: 'python = "3.11"' })).toEqual([]);
    expect(fired({ lock: old, ...asked, pin: '3.11.4' })).toEqual([]);
  });

  it('is not judged while its Python is open', () => {
    const lock = lockOf(wheels('needs-1.0-cp311-cp311-manylinux_2_28_x86_64.whl'));
    expect(fired({ lock, ...asked, pin: '>=3.11' })).toEqual([]);
    expect(fired({ lock, ...asked, pin: 'pypy@3.11' })).toEqual([]);
  });

  it('is built where it has a source but no wheel', () => {
    const windows = wheels('needs-1.0-cp312-cp312-win_amd64.whl');
    const [finding] = judge({ lock: lockOf(sdist('needs-1.0.tar.gz') + windows), ...asked });
    expect(finding).toMatchObject({ level: 'warning', code: 'lock-compiles', file: 'uv.lock', line: LINE });
    expect(finding?.message).toContain('its wheels are for Windows. The server has to build it from source.');
  });

  it('is Python alone where it has no wheel for any machine, unless it is known for its C code', () => {
    const lock = lockOf(sdist('needs-1.0.tar.gz'));
    const [finding] = judge({ lock, ...asked });
    expect(finding).toMatchObject({ level: 'notice', code: 'lock-compiles', line: LINE });
    expect(finding?.message).toContain('goes well if that is Python alone');
    const old = lockOf(sdist('needs-1.0.tar.gz') + wheels('needs-1.0-py2-none-any.whl'));
    expect(fired({ lock: old, ...asked })).toEqual([`notice lock-compiles uv.lock:${LINE}`]);
    const known = lock.replaceAll('needs', 'uwsgi');
    expect(fired({ lock: known, pyproject: asked.pyproject.replace('needs', 'uwsgi') })).toEqual([
      `warning lock-compiles uv.lock:${LINE}`,
    ]);
  });

  it('is not built where no-build forbids it, in general or by name', () => {
    const lock = lockOf(sdist('needs-1.0.tar.gz'));
    for (const line of ['no-build = true', 'no-build-package = ["Needs"]']) {
      const pyproject = `${asked.pyproject}[tool.uv]\n${line}\n`;
      expect(fired({ lock, pyproject })).toEqual([`error lock-no-wheel uv.lock:${LINE}`]);
    }
    const other = `${asked.pyproject}[tool.uv]\nno-build-package = ["other"]\n`;
    expect(fired({ lock, pyproject: other })).toEqual([`notice lock-compiles uv.lock:${LINE}`]);
  });

  it('is built where no-binary rules its wheel out', () => {
    const pyproject = `${asked.pyproject}[tool.uv]\nno-binary-package = ["needs"]\n`;
    const wheel = wheels('needs-1.0-py3-none-any.whl');
    expect(fired({ lock: lockOf(wheel), pyproject })).toEqual([`error lock-no-wheel uv.lock:${LINE}`]);
    const [finding] = judge({ lock: lockOf(sdist('needs-1.0.tar.gz') + wheel), pyproject });
    expect(finding).toMatchObject({ level: 'notice', code: 'lock-compiles' });
  });

  it('is not built from a source of an old form, by a uv that is known to refuse it', () => {
    const lock = lockOf(sdist('needs-1.0.tar.bz2'));
    expect(fired({ lock, ...asked })).toEqual([`warning lock-sdist-format uv.lock:${LINE}`]);
    expect(fired({ lock, ...asked, target: 'uv = "0.12.0"' })).toEqual([`error lock-sdist-format uv.lock:${LINE}`]);
    expect(fired({ lock, ...asked, target: 'uv = "0.11.9"' })).toEqual([`warning lock-sdist-format uv.lock:${LINE}`]);
    expect(fired({ lock: lockOf(sdist('needs-1.0.zip')), ...asked })).toEqual([`notice lock-compiles uv.lock:${LINE}`]);
  });

  it('names who needs it, unless that is the project', () => {
    const deep = block(
      'needs',
      undefined,
      `dependencies = [{ name = "deep" }]\n${wheels('needs-1.0-py3-none-any.whl')}`,
    );
    const lock = root(['needs'], metadata) + deep + block('deep', undefined, wheels('deep-1.0-py3-none-win32.whl'));
    expect(judge({ lock, ...asked })[0]?.message).toContain("deep 1.0, which needs needs, can't be installed");
  });
});

describe('a package that the server does not install', () => {
  const windows = wheels('needs-1.0-py3-none-win_amd64.whl');

  it.each(["sys_platform == 'win32'", "python_full_version < '3.12'", "platform_machine == 'arm64'"])(
    'because of %s, may be anything',
    (marker) => {
      expect(fired({ lock: lockOf(windows, `{ name = "needs", marker = "${marker}" }`), ...asked })).toEqual([]);
    },
  );

  it.each(["platform_release == '5'", "python_full_version >= '3.12.4'"])(
    'perhaps, because of %s, is reported as a notice',
    (marker) => {
      const lock = lockOf(windows, `{ name = "needs", marker = "${marker}" }`);
      expect(fired({ lock, ...asked })).toEqual([`notice lock-no-wheel uv.lock:${LINE}`]);
    },
  );

  it('perhaps, because of a marker that is none, is refused by uv as a whole', () => {
    const lock = lockOf(windows, '{ name = "needs", marker = "nonsense" }');
    expect(fired({ lock, ...asked })).toEqual(['error lock-broken uv.lock:5']);
  });

  it('because the patch release is pinned, may be anything', () => {
    const lock = lockOf(windows, `{ name = "needs", marker = "python_full_version < '3.12.4'" }`);
    expect(fired({ lock, ...asked, pin: '3.12.7' })).toEqual([]);
    expect(fired({ lock, ...asked, pin: '3.12.3' })).toEqual([`error lock-no-wheel uv.lock:${LINE}`]);
  });

  it('because nothing leads to it, may be anything', () => {
    expect(fired({ lock: root() + block('needs', undefined, windows) })).toEqual([]);
  });
});

describe('the file name of a wheel', () => {
  it.each([
    ['of another version', 'needs-1.1-py3-none-any.whl', 'is of another version'],
    ['that is no name of a wheel', 'needs.whl', 'has no name that a wheel can have'],
  ])('%s makes uv refuse the lock, reached or not', (_, file, fault) => {
    const lock = root() + block('needs', undefined, wheels(file));
    const [finding] = judge({ lock });
    expect(finding).toMatchObject({ level: 'error', code: 'lock-wheel-name', file: 'uv.lock', line: 14 });
    expect(finding?.message).toContain(fault);
    expect(finding?.message).toContain(file);
  });
});

describe('many packages with the same fault', () => {
  it('are ten annotations, the last of which tells how many more there are', () => {
    const names = Array.from({ length: 25 }, (_, index) => `needs${index}`);
    const blocks = names.map((name) => block(name, undefined, sdist(`${name}-1.0.tar.gz`))).join('');
    const pyproject = `${PYPROJECT}dependencies = ${JSON.stringify(names)}\n`;
    const dist = `[package.metadata]\nrequires-dist = [${names.map((name) => `{ name = "${name}" }`).join(', ')}]\n`;
    const findings = judge({ lock: root(names, dist) + blocks, pyproject });
    expect(findings).toHaveLength(10);
    expect(findings.at(-1)?.message).toContain('15 more packages have the same fault.');
  });
});
