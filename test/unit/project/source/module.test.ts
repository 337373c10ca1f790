import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { literal, readModule } from '../../../../src/project/source/module.ts';

/** As `line name = value`, those of the module. */
const assignmentsOf = async (text: string) =>
  (await readModule(text)).bindings
    .filter(({ by, in: place, values }) => by === 'value' && place === 'module' && values.length > 0)
    .map(({ name, values, line }) => `${line} ${name} = ${values.join(' | ')}`);
const importsOf = async (text: string) =>
  Object.fromEntries(
    (await readModule(text)).bindings.flatMap(({ by, name, values }) => (by === 'import' ? [[name, values[0]]] : [])),
  );
const callsOf = async (text: string) =>
  (await readModule(text)).calls
    .filter(({ callee }) => callee !== '')
    .map(({ callee, line, reach }) => `${line} ${callee} ${reach}`);
const placesOf = async (text: string) =>
  (await readModule(text)).bindings.map(({ name, line, in: place }) => `${line} ${name} ${place}`);

describe('imports', () => {
  it.each<[text: string, names: Record<string, string>]>([
    ['import fastapi', { fastapi: 'fastapi' }],
    ['import fastapi as fa', { fa: 'fastapi' }],
    ['import a, b.c as d, e.f', { a: 'a', d: 'b.c', e: 'e' }],
    ['from fastapi import FastAPI', { FastAPI: 'fastapi.FastAPI' }],
    ['from a.b import c as d, e', { d: 'a.b.c', e: 'a.b.e' }],
    ['from a import (b, c as d,)', { b: 'a.b', d: 'a.c' }],
    ['from a import (  # why\n    b,  # because\n    c as d,\n)', { b: 'a.b', d: 'a.c' }],
    ['from a import \\\n    b, \\\n    c as d', { b: 'a.b', d: 'a.c' }],
    ['import a, \\\n  b', { a: 'a', b: 'b' }],
    ['from . import a', { a: '.a' }],
    ['from .app import b', { b: '.app.b' }],
    ['try:\n    import a\nexcept ImportError:\n\timport b', { a: 'a', b: 'b' }],
    ['import a; x = 1', { a: 'a' }],
    ['import a; import b; from c import d', { a: 'a', b: 'b', d: 'c.d' }],
    ['if x: import a\nelse: from b import c', { a: 'a', c: 'b.c' }],
    ['from a import b; x = 1', { b: 'a.b' }],
    ['from a import *', { '*': 'a.*' }],
    ['import größe', { größe: 'größe' }],
    ['import a\r\nimport b\r\n', { a: 'a', b: 'b' }],
    ['import a # from b import c', { a: 'a' }],
  ])('%j', async (text, names) => expect(await importsOf(text)).toEqual(names));

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
  ])('are none in %j', async (text) => expect(await importsOf(text)).toEqual({}));

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
  ])('are seen behind %j', async (text) => expect(await importsOf(text)).toEqual({ a: 'a' }));
});

describe('calls that are bound to a name of the module', () => {
  it.each<[text: string, assignments: string[]]>([
    ['app = FastAPI()', ['1 app = FastAPI()']],
    ['from fastapi import FastAPI\n\napp = FastAPI(title="x")', ['3 app = fastapi.FastAPI()']],
    ['import fastapi\napp = fastapi.FastAPI()', ['2 app = fastapi.FastAPI()']],
    ['import fastapi as fa\napp=fa.FastAPI ()', ['2 app = fastapi.FastAPI()']],
    ['from fastapi import FastAPI as F\napp: "F" = F(\n)', ['2 app = fastapi.FastAPI()']],
    ['from fastapi import FastAPI\napp: FastAPI = FastAPI()', ['2 app = fastapi.FastAPI()']],
    ['# one\r\n\r\napp = A()\r\nb = B()\r\n', ['3 app = A()', '4 b = B()']],
    ['x = """\n\n"""\napp = A()', ['4 app = A()']],
    ['a.b = C()\nd = 1', []],
    ['def f():\n    app = A()', []],
    ['app == A()', []],
    ['# app = A()', []],
    ['"""\napp = A()\n"""', []],
    ['app = "A()"', []],
    ['app = A', ['1 app = A']],
    ['app += A()', []],
    ['a = b = C()', ['1 a = C()', '1 b = C()']],
    ['a, b = C(), D()', ['1 a = C()', '1 b = D()']],
    ['a, *b = C(), D()', []],
    ['a = C() if x else D()', ['1 a = C() | D()']],
    ['a = x or C()', ['1 a = x | C()']],
    ['a = (C())', ['1 a = C()']],
    ['a = await C()', ['1 a = C()']],
    ['a = C()[0]', []],
    ['a = C().d', ['1 a = C().d']],
    ['with C() as a: pass', ['1 a = C()']],
    ['(a := C())', ['1 a = C()']],
    ['[b for b in (a := C())]', ['1 a = C()']],
    ['[(a := C()) for b in c]', ['1 a = C()']],
    ['f(a := C())', ['1 a = C()']],
    ['x = 1; a = C()', ['1 a = C()']],
    ['def f():\n    global a\n    a = C()', []],
    ['import m\ndef f(m):\n    return m\na = m.C()', ['4 a = m.C()']],
    ['größe = Ä()', ['1 größe = Ä()']],
  ])('%j', async (text, assignments) => expect(await assignmentsOf(text)).toEqual(assignments));
});

describe('calls', () => {
  it.each<[text: string, ...calls: string[]]>([
    ['if __name__ == "__main__": a()', '1 a main'],
    ["if '__main__' == __name__:\n    if x:\n        a()\n    b()", '3 a maybe', '4 b main'],
    ['if __name__ == "__main__":\n    pass\nelse:\n    a()', '4 a maybe'],
    ['if __name__ == "__main__" and x: a()', '1 a maybe'],
    ['def f(x=a()): b()', '1 a always', '1 b maybe'],
    ['f = lambda x=a(): b()', '1 a always', '1 b maybe'],
    ['class A(a()): b()', '1 a always', '1 b always'],
    ['@a(1)\n@b.c(2)\ndef f(): d()', '1 a always', '2 b.c always', '3 d maybe'],
    ['a(b(c()))', '1 a always', '1 b always', '1 c always'],
    ['a() if b() else c()', '1 a maybe', '1 b always', '1 c maybe'],
    ['a() and b() or c()', '1 a always', '1 b maybe', '1 c maybe'],
    ['[a() for x in y]', '1 a maybe'],
    ['while a(): b()', '1 a always', '1 b maybe'],
    ['if a(): b()\nelif c(): d()', '1 a always', '1 b maybe', '2 c maybe', '2 d maybe'],
    ['with a(): b()', '1 a always', '1 b always'],
    ['with suppress(E): b()', '1 suppress always', '1 b maybe'],
    [
      'async def f[T]() -> T:\n    async with a() as b:\n        async for c in d(): e()',
      '2 a maybe',
      '3 d maybe',
      '3 e maybe',
    ],
    ['match a():\n    case B() if c(): d()', '1 a always', '2 c maybe', '2 d maybe'],
    ['f"{a()} {b!r:>{c()}} d()"', '1 a always', '1 c always'],
    ['"a()"\n# b()\n"""\nc()\n"""'],
    ['x = [\n    a(),\n\n    b(),\n]', '2 a always', '4 b always'],
    ['import x.y as z\nz.w(1).v()', '2 x.y.w().v always', '2 x.y.w always'],
    ['import m\na = m.A()\na.b()', '2 m.A always', '3 m.A().b always'],
    ['import m\ndef f(m): m.a()', '2 m.a maybe'],
    ['from m import A\ndef f():\n    a = A()\n    return a\nf().b()', '3 m.A always', '5 m.A().b always', '5 f always'],
    ['a = a.b()\na.c()', '1 a.b().b always', '2 a.b().c always'],
    ['def f():\n    a()\nif __name__ == "__main__":\n    f()', '2 a main', '4 f main'],
    ['def f():\n    a()\ndef g():\n    f()\ng()', '2 a always', '4 f always', '5 g always'],
    ['async def f():\n    a()\nrun(f())', '2 a always', '3 f always', '3 run always'],
    ['@lru_cache\ndef f():\n    a()\nf()', '3 a always', '4 f always'],
    ['@later\ndef f():\n    a()\nf()', '3 a maybe', '4 f always'],
    ['def f():\n    a()\n    yield 1\nf()', '2 a maybe', '4 f always'],
    ['def f(x):\n    if x:\n        return a()\n    b()\nf(1)', '3 a maybe', '4 b maybe', '5 f always'],
    ['def f():\n    return a()\nf()', '2 a always', '3 f always'],
    ['def f():\n    a()\nif x:\n    f()', '2 a maybe', '4 f maybe'],
    ['def f():\n    if f():\n        f()', '2 f maybe', '3 f maybe'],
    ['def f():\n    return lambda: a()\nf()', '2 a maybe', '3 f always'],
    ['import sys\nif x:\n    sys.exit()\na()', '3 sys.exit maybe', '4 a maybe'],
    ['a[0]()'],
    ['match(2)\ntype(3)\nprint(4)', '1 match always', '2 type always', '3 print always'],
  ])('are found in %j', async (text, ...calls) => {
    expect((await callsOf(text)).sort()).toEqual(calls.sort());
  });

  it('have their arguments as they are written', async () => {
    const [call] = (await readModule('f(1, "a,b", g(x=2),\n  host = "h" , port=p[0], z=(1, 2),)')).calls;
    expect(call).toMatchObject({ positional: ['1', '"a,b"', 'g(x=2)'], isPartial: false });
    expect(Object.fromEntries(call?.keywords ?? [])).toEqual({ host: '"h"', port: 'p[0]', z: '(1, 2)' });
    for (const text of ['f(*a)', 'f(**a)', 'f(1', 'f(']) {
      expect((await readModule(text)).calls, text).toMatchObject([{ isPartial: true }]);
    }
  });

  it.each([
    ['"a"', 'a'],
    ["b'a'", 'a'],
    ['80', 80],
    ['f"{a}"', undefined],
    ['a', undefined],
    [undefined, undefined],
  ])('have literals for arguments: %s is %s', (written, value) => expect(literal(written)).toBe(value));
});

describe('names', () => {
  it.each<[text: string, ...places: string[]]>([
    ['for a, (b, *c) in d: pass', '1 a module', '1 b module', '1 c module'],
    ['try: pass\nexcept E as a: pass', '2 a module'],
    [
      'match x:\n    case {"k": a, **b} | C(d, e=f) as g: pass',
      ...['2 a module', '2 b module', '2 d module', '2 f module', '2 g module'],
    ],
    [
      'def a(b, /, c=1, *d, e, **f): g = 1',
      '1 a module',
      ...['b', 'c', 'd', 'e', 'f', 'g'].map((name) => `1 ${name} function`),
    ],
    ['class a[T](b):\n    c = 1\n    def d(self): pass', '1 a module', '2 c class', '3 d class', '3 self function'],
    ['type a = int', '1 a module'],
    ['if __name__ == "__main__": a = 1', '1 a main'],
    ['[a for a in b]', '1 a function'],
    ['lambda a: a', '1 a function'],
    ['a: int'],
    ['a += 1'],
    ['a.b = c[0] = 1'],
  ])('are bound in %j', async (text, ...places) => expect((await placesOf(text)).sort()).toEqual(places));

  it.each([
    ...['from x import *', 'globals()["a"] = 1', 'exec(x)', 'setattr(m, "a", 1)', 'def __getattr__(n): ...', 'x = ('],
  ])('may be hidden in %j', async (text) => expect((await readModule(text)).hidesNames).toBe(true));

  it.each(['', '# exec(x)', 'cursor.exec(x)', 'x = "globals()"', `x = "${'y'.repeat(5000)}"`])(
    'are all shown in %j',
    async (text) => expect((await readModule(text)).hidesNames).toBe(false),
  );
});

describe('text that nobody writes', () => {
  const N = 3_000;
  it.each<[what: string, text: string]>([
    ['open brackets', '('.repeat(N)],
    ['brackets', '['.repeat(N) + ']'.repeat(N)],
    ['calls in calls', 'f('.repeat(N) + ')'.repeat(N)],
    ['a long chain', `a${'.b()'.repeat(N)}`],
    ['lambdas', 'lambda:'.repeat(N)],
    ['one name, time and again', 'x=x();'.repeat(N)],
    ['targets', `${'a='.repeat(N)}1`],
    ['operators', `a${' or a'.repeat(N)}`],
    ['indentation', Array.from({ length: 500 }, (_, index) => `${' '.repeat(index)}if x:`).join('\n')],
    ['with', `with (${'a as b,'.repeat(N)}): pass`],
    ['open withs', 'with (\n'.repeat(N)],
    ['nothing of Python', '$?! '.repeat(N)],
  ])('is read to its end, or not at all: %s', async (_, text) => {
    expect((await readModule(text)).calls.length).toBeLessThanOrEqual(N);
  });
});

describe('what Python itself reads', () => {
  it('is the same, for files of its standard library', async () => {
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
        if not isinstance(node, (ast.Assign, ast.AnnAssign)) or not isinstance(node.value, ast.Call): continue
        for target in node.targets if isinstance(node, ast.Assign) else [node.target]:
            if isinstance(target, ast.Name): calls.append([target.lineno, target.id])
    result.append([name, text, sorted(imports), calls])
json.dump(result, sys.stdout)`;
    type Row = [name: string, text: string, imports: string[], calls: [line: number, name: string][]];
    const output = execFileSync('python3', ['-c', script], { encoding: 'utf8', maxBuffer: 1e9 });
    const rows: Row[] = JSON.parse(output);
    expect(rows.length).toBeGreaterThan(100);
    for (const [name, text, imports, calls] of rows) {
      const { bindings } = await readModule(text);
      const taken = bindings.filter(({ by }) => by === 'import').flatMap(({ values }) => values);
      const isTaken = (module: string) =>
        taken.some((value) => value === module || module.startsWith(`${value}.`) || value.startsWith(module));
      expect([name, imports.filter((module) => !isTaken(module))]).toEqual([name, []]);
      const seen = new Set(bindings.map(({ line, name: bound }) => `${line} ${bound}`));
      expect([name, calls.filter(([line, bound]) => !seen.has(`${line} ${bound}`))]).toEqual([name, []]);
    }
  });
});
