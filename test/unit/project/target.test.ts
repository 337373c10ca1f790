import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../src/findings/finding.ts';
import { parsePythonRequest } from '../../../src/project/pin/python-request.ts';
import { readTarget, type Target, type TargetDefaults, targetName, wheelTarget } from '../../../src/project/target.ts';
import { tomlFile } from '../../tools/fakes.ts';

const read = (table: string, pin?: string, defaults?: TargetDefaults): Target | readonly Finding[] =>
  readTarget(
    tomlFile(`[tool.uv-deploy.target]\n${table}`),
    pin ? { request: parsePythonRequest(pin) } : undefined,
    defaults,
  );
const targetOf = (table: string, pin?: string, defaults?: TargetDefaults): Target => {
  const target = read(table, pin, defaults);
  if (!('minors' in target)) throw new Error(target.map(({ message }) => message).join('\n'));
  return target;
};

describe('the target', () => {
  it('is Linux on x86_64 with glibc 2.28 and the pinned Python', () => {
    expect(readTarget(undefined, { request: parsePythonRequest('3.12') })).toEqual({
      minors: [12],
      freeThreaded: false,
      implementation: 'cpython',
      machine: 'x86_64',
      libc: { kind: 'glibc', minor: 28 },
      isLibcAssumed: true,
      indexes: [],
    });
  });

  it('is what the platform says, and over it what the table says', () => {
    const defaults = { platform: 'aarch64-unknown-linux-gnu', glibc: '2.31', uv: '0.12.0' };
    expect(targetOf('', '3.12', defaults)).toMatchObject({
      machine: 'aarch64',
      libc: { minor: 31 },
      uv: { release: [0, 12, 0] },
    });
    const table =
      'python = "3.13.2"\nplatform = "x86_64-unknown-linux-gnu"\nglibc = "2.36"\nuv = "0.9.1"\nindexes = ["https://a.example/simple"]';
    expect(targetOf(table, '3.12', defaults)).toMatchObject({
      ...{ minors: [13], patch: 2, machine: 'x86_64', libc: { kind: 'glibc', minor: 36 } },
      ...{ uv: { release: [0, 9, 1] }, indexes: ['https://a.example/simple'] },
    });
  });

  it('may be an inline table, and Alpine Linux', () => {
    const file = tomlFile('[tool.uv-deploy]\ntarget = { python = "3.12", platform = "x86_64-unknown-linux-musl" }\n');
    expect(readTarget(file, undefined)).toMatchObject({ minors: [12], libc: { kind: 'musl', minor: 2 } });
  });

  it.each<[pin: string, python: Partial<Target>]>([
    ['3.12.7', { minors: [12], patch: 7 }],
    ['3.14rc1', { minors: [14] }],
    ['3.13t', { minors: [13], freeThreaded: true }],
    ['>=3.12,<3.13', { minors: [12] }],
    ['>=3.11,<3.13', { minors: [11, 12] }],
    ['>=3.11.99,<3.12', { minors: [11] }],
    ['cpython@3.12', { minors: [12], implementation: 'cpython' }],
    ['pypy@3.10', { minors: [10], implementation: undefined }],
    ['cpython-3.12.3-linux-x86_64-gnu', { minors: [12], patch: 3, implementation: 'cpython' }],
  ])('has the Python of the pin %s', (pin, python) => {
    const target = targetOf('', pin);
    expect(target).toMatchObject(python);
    expect('patch' in target).toBe('patch' in python);
  });

  it.each([undefined, '3', 'any'])('leaves the Python open for the pin %s', (pin) => {
    const target = targetOf('', pin);
    expect(target.minors.length).toBeGreaterThan(20);
    expect(wheelTarget(target)).toBe(undefined);
  });

  it('has no wheels to judge for another interpreter', () => {
    expect(wheelTarget(targetOf('', 'pypy@3.10'))).toBe(undefined);
    expect(wheelTarget(targetOf('python = "3.12"', 'pypy@3.10'))).toMatchObject({ minor: 12 });
  });

  it('has a name', () => {
    const name = (table: string, pin: string) => targetName(wheelTarget(targetOf(table, pin)) as never);
    expect(name('', '3.12')).toBe('Python 3.12 on Linux x86_64 with glibc 2.28');
    expect(name('platform = "aarch64-unknown-linux-musl"', '3.14t')).toBe(
      'Python 3.14t on Linux aarch64 with musl 1.2',
    );
  });

  it.each<[line: string, complaint: string, remedy: string]>([
    ['python = "3"', "python can't be", '3.12'],
    ['python = ">=3.12"', "python can't be", '3.12'],
    ['python = 3.12', "python can't be", '3.12'],
    ['platform = "windows"', "platform can't be", 'x86_64-unknown-linux-gnu'],
    ['platform = "constructor"', "platform can't be", 'x86_64-unknown-linux-gnu'],
    ['glibc = "3.1"', "glibc can't be", 'ldd'],
    ['glibc = 2.28', "glibc can't be", 'ldd'],
    ['uv = "latest"', "uv can't be", '0.12'],
    ['indexes = "https://a.example"', 'not a list', 'indexes = ['],
    ['indexes = [1]', 'not a list', 'indexes = ['],
    ['pyhton = "3.12"', "'pyhton'", "'python'"],
    ['zzzzzzzzz = 1', "'zzzzzzzzz'", 'Known: python'],
    ['glibc = "2.28"\nplatform = "x86_64-unknown-linux-musl"', 'has musl', 'Remove glibc'],
  ])('is refused with %s', (line, complaint, remedy) => {
    expect(read(line)).toEqual([
      {
        level: 'error',
        code: 'invalid-setting',
        message: expect.stringContaining(complaint),
        remedy: expect.stringContaining(remedy),
        file: 'pyproject.toml',
        line: 2,
      },
    ]);
  });
});
