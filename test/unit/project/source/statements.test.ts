import { describe, expect, it } from 'vitest';
import { readImports } from '../../../../src/project/source/statements.ts';

/** `line reach module: names` of every import statement. */
const told = (text: string): string[] =>
  readImports(text).statements.map(
    ({ line, reach, module, names }) => `${line} ${reach} ${module}${names.length > 0 ? `: ${names.join(' ')}` : ''}`,
  );

describe('import statements', () => {
  it.each<[text: string, ...statements: string[]]>([
    ['import a', '1 always a'],
    ['import a.b as c, d', '1 always a.b', '1 always d'],
    ['from a.b import c as d, e', '1 always a.b: c e'],
    ['from a import (\n    b,  # why\n    c as d,\n)\nimport e', '1 always a: b c', '5 always e'],
    ['from a import b, \\\n    c', '1 always a: b c'],
    ['from . import a', '1 always .: a'],
    ['from .. a import b', '1 always ..a: b'],
    ['from ...a.b import c', '1 always ...a.b: c'],
    ['from a import *', '1 always a: *'],
    ['x = 1; import a; from b import c', '1 always a', '1 always b: c'],
    ['\ufeffimport a', '1 always a'],
    ['import a\r\nimport b\r\n', '1 always a', '2 always b'],
    ['import größe', '1 always größe'],
    ['from __future__ import annotations', '1 always __future__: annotations'],
  ])('of %j', (text, ...statements) => expect(told(text)).toEqual(statements));

  it.each<[text: string, ...statements: string[]]>([
    ['try:\n    import a\nexcept ImportError:\n    import b\nimport c', '2 maybe a', '4 maybe b', '5 always c'],
    ['if TYPE_CHECKING:\n    from a import b', '2 maybe a: b'],
    ['if sys.version_info >= (3, 11):\n    import a\nelse:\n    import b', '2 maybe a', '4 maybe b'],
    ['def f():\n    import a\nimport b', '2 maybe a', '3 always b'],
    ['async def f():\n\timport a', '2 maybe a'],
    ['def f(\n    x,\n):\n    import a', '4 maybe a'],
    ['class A:\n    import a\n    def f(self):\n        import b', '2 always a', '4 maybe b'],
    ['with suppress(ImportError):\n    import a', '2 maybe a'],
    ['with lock:\n    import a', '2 always a'],
    ['if __name__ == "__main__":\n    import a\n    if x:\n        import b', '2 main a', '4 maybe b'],
    ["if '__main__' == __name__:\n    import a", '2 main a'],
    ['try: import a\nexcept ImportError: pass\nimport b', '1 maybe a', '3 always b'],
    ['if x: import a; from b import c', '1 maybe a', '1 maybe b: c'],
    ['if __name__ == "__main__": import a', '1 main a'],
    ['class A: import a\nimport b', '1 always a', '2 always b'],
    ['def f(x: int = {1: 2}[1]) -> int: import a', '1 maybe a'],
    ['if y := {1: x}: import a', '1 maybe a'],
    ['match x:\n    case 1:\n        import a', '3 maybe a'],
    ['match = f(x)\nimport a', '2 always a'],
    ['if x:\n    pass\n# note\n\n    import a', '5 maybe a'],
    ['if x:\n  y = """\nimport a\n"""\n  import b', '5 maybe b'],
  ])('are reported from those that may not run: %j', (text, ...statements) => expect(told(text)).toEqual(statements));

  it.each([
    ['print "hello"\nimport a\nexec "x" in y', ['2 always a']],
    ['def broken(:\n    x\nimport a', ['3 always a']],
    ['x = (1,\nimport a\n', ['2 always a']],
    ['from import a\nimport\nfrom a import\nimport 1\nimport b', ['5 always b']],
    [')))\nimport a', ['2 always a']],
    ['"""unclosed\nimport a', []],
    ['', []],
  ])('are read from code that is broken or of Python 2: %j', (text, statements) =>
    expect(told(text)).toEqual(statements),
  );

  it('are read from a large file in no time', () => {
    const text = `${'x = [1, 2, (3, "four")]  # five\n'.repeat(30_000)}import a\n`;
    const begun = performance.now();
    expect(told(text)).toEqual(['30001 always a']);
    expect(performance.now() - begun).toBeLessThan(5_000);
  });
});

describe('a changed search path', () => {
  it.each([
    'import sys\nsys.path.append("lib")',
    'sys.path[0:0] = []',
    'import site\nsite.addsitedir("x")',
    'sys.modules["a"] = b',
  ])('is seen in %j', (text) => expect(readImports(text).changesPath).toBe(true));
  it.each(['# sys.path.append("lib")', 'print("sys.path")', 'os.path.join(a, b)'])('is not seen in %j', (text) =>
    expect(readImports(text).changesPath).toBe(false),
  );
});
