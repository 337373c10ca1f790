import { describe, expect, it } from 'vitest';
import { type MarkerEnvironment, markerJudge, type Truth } from '../../../../src/project/packaging/markers.ts';

const LINUX: MarkerEnvironment = {
  values: {
    os_name: 'posix',
    sys_platform: 'linux',
    platform_system: 'Linux',
    platform_machine: 'x86_64',
    implementation_name: 'cpython',
    platform_python_implementation: 'CPython',
  },
  minors: [12],
  patch: 7,
  extra: (name) => (name === 'asked' ? true : name === 'open' ? undefined : false),
};
const judge = (marker: string | undefined, changes: Partial<MarkerEnvironment> = {}): Truth =>
  markerJudge({ ...LINUX, ...changes })(marker);

describe('a marker on Linux with Python 3.12.7', () => {
  it.each([
    "sys_platform == 'linux'",
    "'linux' == sys_platform",
    'sys_platform != \'win32\' and platform_machine == "x86_64"',
    "sys_platform == 'win32' or os_name == 'posix'",
    "(sys_platform == 'win32' or sys_platform == 'linux') and platform_system == 'Linux'",
    "sys_platform == 'win32' and os_name == 'nt' or platform_python_implementation == 'CPython'",
    "sys_platform in 'linux darwin'",
    "sys_platform not in 'win32 cygwin'",
    "'lin' in sys_platform",
    "sys_platform === 'Linux'",
    "implementation_name > 'a'",
    "python_version >= '3.9'",
    "'3.9' <= python_version",
    "python_version < '3.13'",
    "python_version == '3.12'",
    "python_version == '3.12.*'",
    "python_version in '3.11 3.12'",
    "python_version in '3.11, 3.12'",
    "python_version not in '3.1 3.2'",
    "python_version ~= '3.8'",
    "python_full_version == '3.12.*'",
    "python_full_version >= '3.12.7'",
    "python_full_version === '3.12.7'",
    "python_full_version != '3.12.6'",
    "implementation_version > '3.12.6'",
    "python_implementation == 'CPython'",
    "os.name == 'posix' and sys.platform == 'linux'",
    "  sys_platform=='linux'and(os_name=='posix')  ",
    "extra == 'asked'",
    "extra != 'other'",
    "extra == 'open' or sys_platform == 'linux'",
  ])('holds: %s', (marker) => expect(judge(marker)).toBe(true));

  it.each([
    "sys_platform == 'win32'",
    "sys_platform == 'Linux'",
    "os_name == 'posix' and sys_platform != 'linux'",
    "platform_machine == 'aarch64' or platform_machine == 'ARM64'",
    "sys_platform in 'win32 darwin'",
    "sys_platform not in 'linux2 linux'",
    "python_version < '3.9'",
    "python_version > '3.12'",
    "python_version in '3.1 3.2'",
    "python_version not in '3.12'",
    "python_full_version < '3.12.4'",
    "'3.13' <= python_full_version",
    "platform_python_implementation == 'PyPy'",
    "extra == 'other'",
    "extra == 'open' and sys_platform == 'win32'",
  ])('does not hold: %s', (marker) => expect(judge(marker)).toBe(false));

  it.each([
    "platform_release == '5.4'",
    "platform_version >= '5'",
    "extra == 'open'",
    "extra > 'asked'",
    'sys_platform == os_name',
    "sys_platform ~= 'linux'",
    "python_version >= 'three'",
    "python_version == ''",
    "python_version in 'three'",
    "'3.1' in python_version",
    "'3.12' ~= python_version",
    "constructor == 'x'",
    "toString == 'x'",
    "sys_platform == 'linux' and platform_release == '5.4'",
  ])('is left open: %s', (marker) => expect(judge(marker)).toBe(undefined));

  it.each([
    '',
    'linux',
    "sys_platform == 'linux",
    "sys_platform = 'linux'",
    "sys_platform == 'linux' and",
    "and sys_platform == 'linux'",
    "sys_platform == 'linux' os_name == 'posix'",
    "(sys_platform == 'linux'",
    "sys_platform == 'linux')",
    "sys_platform notin 'linux'",
    "sys_platform == 'linux' ; os_name == 'posix'",
    `${'('.repeat(200)}sys_platform == 'linux'${')'.repeat(200)}`,
    '('.repeat(100_000),
  ])('that can not be read is left open: %#', (marker) => expect(judge(marker)).toBe(undefined));

  it('that is absent always holds', () => expect(judge(undefined)).toBe(true));

  it('is read where its brackets are deep, but not too deep', () => {
    expect(judge(`${'('.repeat(50)}sys_platform == 'linux'${')'.repeat(50)}`)).toBe(true);
  });
});

describe('a machine of which something is open', () => {
  const anyPatch = { patch: undefined } as unknown as Partial<MarkerEnvironment>;

  it.each<[string, Truth]>([
    ["python_full_version >= '3.12'", true],
    ["python_full_version >= '3.12.4'", undefined],
    ["python_full_version < '3.12.4'", undefined],
    ["python_full_version == '3.12.4'", undefined],
    ["python_full_version == '3.12.*'", true],
    ["python_full_version < '3.13'", true],
    ["python_full_version >= '3.13'", false],
    ["python_full_version < '3.12'", false],
    ["python_version == '3.12'", true],
    ["python_full_version >= '3.12.4' or sys_platform == 'linux'", true],
  ])('may have any patch of 3.12: %s', (marker, truth) => expect(judge(marker, anyPatch)).toBe(truth));

  it.each<[string, Truth]>([
    ["python_version >= '3.11'", true],
    ["python_version >= '3.12'", undefined],
    ["python_version < '3.11'", false],
  ])('may have 3.11 or 3.12: %s', (marker, truth) => {
    expect(judge(marker, { ...anyPatch, minors: [11, 12] })).toBe(truth);
  });

  it('may have any interpreter', () => {
    expect(judge("implementation_name == 'cpython'", { values: { sys_platform: 'linux' } })).toBe(undefined);
  });
});
