import { describe, expect, it } from 'vitest';
import { parseRequirement } from '../../../../src/project/packaging/requirement.ts';

describe('a requirement', () => {
  it.each<[text: string, name: string, extras: string[], specifier: string | undefined, marker?: string]>([
    ['httpx', 'httpx', [], ''],
    [' Foo_Bar.baz ', 'foo-bar-baz', [], ''],
    ['httpx>=0.27', 'httpx', [], '>=0.27'],
    ['httpx >= 0.27 , <1', 'httpx', [], '>=0.27, <1'],
    ['httpx<1,>=0.27,<1', 'httpx', [], '>=0.27, <1'],
    ['httpx (>=0.27)', 'httpx', [], '>=0.27'],
    ['httpx[http2, Brotli]~=0.27.1', 'httpx', ['brotli', 'http2'], '~=0.27.1'],
    ['httpx[]', 'httpx', [], ''],
    ["tomli>=2; python_version < '3.11'", 'tomli', [], '>=2', "python_version < '3.11'"],
    ["tomli ;sys_platform == 'win32'", 'tomli', [], '', "sys_platform == 'win32'"],
    ['lib @ https://a.example/lib-1.zip', 'lib', [], undefined],
    ['lib[x]@git+https://a.example/lib@v1;x', 'lib', ['x'], undefined],
    ["lib @ file:///lib ; os_name == 'nt'", 'lib', [], undefined, "os_name == 'nt'"],
    ['x', 'x', [], ''],
  ])('%j', (text, name, extras, specifier, marker) => {
    expect(parseRequirement(text)).toEqual({ name, extras, specifier, marker });
  });

  it.each(['', '-x', 'x-', 'x y', 'x>=1 y', 'x>=', 'x=1', 'x[', 'x (>=1', '@ https://a.example', 'x>=1,,<2'])(
    'is not %j',
    (text) => expect(parseRequirement(text)).toBe(undefined),
  );

  it('is read in no time, however odd', () => {
    const begun = performance.now();
    expect(parseRequirement(`x${' '.repeat(50_000)}!`)).toBe(undefined);
    expect(parseRequirement(`${'a-'.repeat(50_000)}!`)).toBe(undefined);
    expect(parseRequirement(`x @ y${' '.repeat(20_000)}z`)).toMatchObject({ name: 'x' });
    expect(performance.now() - begun).toBeLessThan(5_000);
  });
});
