import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { readPython } from '../../../../src/project/source/scan.ts';

const assignmentsOf = (text: string) =>
  readPython(text).assignments.map(({ name, callee, line }) => `${line} ${name} = ${callee}`);
const importsOf = (text: string) => [...readPython(text).imports].sort();

describe('imports', () => {
  it.each<[text: string, imports: string[], names: Record<string, string>]>([
    ['import fastapi', ['fastapi'], { fastapi: 'fastapi' }],
    ['import fastapi as fa', ['fastapi'], { fa: 'fastapi' }],
    ['import a, b.c as d, e.f', ['a', 'b.c', 'e.f'], { a: 'a', d: 'b.c', e: 'e' }],
    ['from fastapi import FastAPI', ['fastapi', 'fastapi.FastAPI'], { FastAPI: 'fastapi.FastAPI' }],
    ['from a.b import c as d, e', ['a.b', 'a.b.c', 'a.b.e'], { d: 'a.b.c', e: 'a.b.e' }],
    ['from a import (b, c as d,)', ['a', 'a.b', 'a.c'], { b: 'a.b', d: 'a.c' }],
    ['from a import (  # why\n    b,  # because\n    c as d,\n)', ['a', 'a.b', 'a.c'], { b: 'a.b', d: 'a.c' }],
    ['from a import \\\n    b, \\\n    c as d', ['a', 'a.b', 'a.c'], { b: 'a.b', d: 'a.c' }],
    ['import a, \\\n  b', ['a', 'b'], { a: 'a', b: 'b' }],
    ['from . import a', ['.', '..a'], { a: '..a' }],
    ['from .app import b', ['.app', '.app.b'], { b: '.app.b' }],
    ['try:\n    import a\nexcept ImportError:\n\timport b', ['a', 'b'], { a: 'a', b: 'b' }],
    ['import a; x = 1', ['a'], { a: 'a' }],
    ['import a; import b; from c import d', ['a', 'b', 'c', 'c.d'], { a: 'a', b: 'b', d: 'c.d' }],
    ['if x: import a\nelse: from b import c', ['a', 'b', 'b.c'], { a: 'a', c: 'b.c' }],
    ['from a import b; x = 1', ['a', 'a.b'], { b: 'a.b' }],
    ['from a import *', ['a', 'a.*'], { '*': 'a.*' }],
    ['import größe', ['größe'], { größe: 'größe' }],
    ['import a\r\nimport b\r\n', ['a', 'b'], { a: 'a', b: 'b' }],
    ['import a # from b import c', ['a'], { a: 'a' }],
  ])('%j', (text, imports, names) => {
    const source = readPython(text);
    expect([...source.imports].sort()).toEqual([...imports].sort());
    expect(Object.fromEntries(source.names)).toEqual(names);
  });

  it.each([
    '# import a',
    '"import a"',
    '"""\nimport a\nfrom b import c\n"""',
    "'''\nimport a\n'''",
    'x = """\nimport a\n""" + \'\'\'\nimport b\n\'\'\'',
    'f"""\n{x}\nimport a\n"""',
    '"\\\nimport a"',
    '"""unclosed\nimport a\n',
    'important = 1',
    'x.import_module("a")',
    'def f():\n    """\n    import a\n    """',
  ])('are none in %j', (text) => expect(importsOf(text)).toEqual([]));

  it.each([
    'x = "#"\nimport a',
    "x = '\"'\nimport a",
    'x = "\'"\nimport a',
    "# it's\nimport a",
    'x = "a\\"b"\nimport a',
    "x = 'unclosed\nimport a",
    'x = """a""" # """\nimport a',
    'x = ""\nimport a',
    'x = """"""\nimport a',
  ])('are seen behind %j', (text) => expect(importsOf(text)).toEqual(['a']));
});

describe('calls that are bound to a name of the module', () => {
  it.each<[text: string, assignments: string[]]>([
    ['app = FastAPI()', ['1 app = FastAPI']],
    ['from fastapi import FastAPI\n\napp = FastAPI(title="x")', ['3 app = fastapi.FastAPI']],
    ['import fastapi\napp = fastapi.FastAPI()', ['2 app = fastapi.FastAPI']],
    ['import fastapi as fa\napp=fa.FastAPI ()', ['2 app = fastapi.FastAPI']],
    ['from fastapi import FastAPI as F\napp: "F" = F(\n)', ['2 app = fastapi.FastAPI']],
    ['from fastapi import FastAPI\napp: FastAPI = FastAPI()', ['2 app = fastapi.FastAPI']],
    ['# one\r\n\r\napp = A()\r\nb = B()\r\n', ['3 app = A', '4 b = B']],
    ['x = """\n\n"""\napp = A()', ['4 app = A']],
    ['a.b = C()\nd = e', []],
    ['def f():\n    app = A()', []],
    ['app == A()', []],
    ['# app = A()', []],
    ['"""\napp = A()\n"""', []],
    ['app = "A()"', []],
    ['app = A', []],
    ['app += A()', []],
    ['größe = Ä()', ['1 größe = Ä']],
  ])('%j', (text, assignments) => expect(assignmentsOf(text)).toEqual(assignments));
});

describe('the main guard', () => {
  it.each([
    'if __name__ == "__main__":',
    "if __name__ == '__main__':\n    main()",
    'x = 1\nif (__name__ == "__main__"):',
    'if  __name__=="__main__":',
    'if "__main__" == __name__:',
  ])('is seen in %j', (text) => expect(readPython(text).runnable).toBe(true));

  it.each([
    '',
    '# if __name__ == "__main__":',
    '"""\nif __name__ == "__main__":\n"""',
    'print(__name__)',
    '    if __name__ == "x":',
    'if __name__ != "__main__":',
  ])('is not seen in %j', (text) => expect(readPython(text).runnable).toBe(false));
});

describe('what Python itself reads', () => {
  it('is the same, for files of its standard library', () => {
    const script = `import ast, json, os, sys, sysconfig
folder = sysconfig.get_paths()["stdlib"]
result = []
for name in sorted(os.listdir(folder)):
    if not name.endswith(".py") or os.path.getsize(os.path.join(folder, name)) > 40_000: continue
    text = open(os.path.join(folder, name), encoding="utf-8", errors="strict").read()
    tree = ast.parse(text)
    imports, calls = set(), []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import): imports.update(a.name for a in node.names)
        if isinstance(node, ast.ImportFrom): imports.add("." * node.level + (node.module or ""))
    for node in tree.body:
        target = node.targets[0] if isinstance(node, ast.Assign) and len(node.targets) == 1 else None
        if isinstance(target, ast.Name) and isinstance(node.value, ast.Call) and isinstance(node.value.func, ast.Name):
            calls.append([node.lineno, target.id])
    result.append([name, text, sorted(imports), calls])
json.dump(result, sys.stdout)`;
    type Row = [name: string, text: string, imports: string[], calls: [line: number, name: string][]];
    const output = execFileSync('python3', ['-c', script], { encoding: 'utf8', maxBuffer: 1e9 });
    const rows: Row[] = JSON.parse(output);
    expect(rows.length).toBeGreaterThan(100);
    for (const [name, text, imports, calls] of rows) {
      const source = readPython(text);
      expect([name, imports.filter((module) => !source.imports.has(module))]).toEqual([name, []]);
      const seen = new Set(source.assignments.map(({ line, name: bound }) => `${line} ${bound}`));
      expect([name, calls.filter(([line, bound]) => !seen.has(`${line} ${bound}`))]).toEqual([name, []]);
    }
  });
});
