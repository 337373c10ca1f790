import { describe, expect, it } from 'vitest';
import {
  type Dockerfile,
  programsOf,
  readDockerfile,
  type Step,
} from '../../../../../src/platforms/deploymill/dockerfile/dockerfile.ts';
import { readDockerignore } from '../../../../../src/platforms/deploymill/dockerfile/dockerignore.ts';
import { imageOf } from '../../../../../src/platforms/deploymill/dockerfile/image.ts';
import { commandsIn } from '../../../../../src/platforms/deploymill/dockerfile/shell.ts';

async function read(text: string): Promise<Dockerfile> {
  const found = await readDockerfile({ shown: 'Dockerfile', text });
  if (found === undefined) throw new Error('There is no FROM.');
  return found;
}

const ofKind = <Kind extends Step['does']>(dockerfile: Dockerfile, kind: Kind) =>
  dockerfile.stages.flatMap(({ steps }) => steps).filter((step): step is Step & { does: Kind } => step.does === kind);

const wordsIn = (script: string) => commandsIn(script).map(({ words }) => words.join(' '));

describe('a Dockerfile', () => {
  it('has its stages with the images that they begin with', async () => {
    const { stages, final } = await read(
      `ARG V=3.13\nFROM python:\${V}-slim AS Base\nFROM base AS build\nARG V\nFROM --platform=linux/amd64 python:\${V:-3.12}\n`,
    );
    expect(stages.map(({ name, line, image, parent }) => [name, line, image, parent?.name])).toEqual([
      ['base', 2, 'python:3.13-slim', undefined],
      ['build', 3, 'python:3.13-slim', 'base'],
      [undefined, 5, 'python:3.13', undefined],
    ]);
    expect(final.index).toBe(2);
  });

  it('without FROM is none', async () => {
    expect(await readDockerfile({ shown: 'Dockerfile', text: '# nothing\nRUN true\n' })).toBeUndefined();
  });

  it('names the instructions that no build knows', async () => {
    expect((await read('FROM a\nRUNN true\n')).strays).toEqual([{ line: 2, text: 'RUNN' }]);
  });

  it('puts in variables: ENV before ARG, a default of the file for ARG without one', async () => {
    const dockerfile = await read(
      `ARG P=1\nFROM a\nARG P\nARG Q=2\nENV Q=3 R="$P and \${S:-four}"\nARG Q=5\nEXPOSE $P $Q \${R:+6} \${NONE:-7}\n`,
    );
    expect(ofKind(dockerfile, 'expose')[0]?.ports).toEqual(['1', '3', '6', '7']);
    const [last] = ofKind(dockerfile, 'expose');
    expect(Object.fromEntries(last?.env ?? [])).toEqual({ Q: '3', R: '1 and four' });
  });

  it('goes on with the variables, the folder and the user of the stage that it is made from', async () => {
    const { final } = await read('FROM a AS b\nENV X=1\nWORKDIR /app\nUSER web\nFROM b\nWORKDIR sub\nCMD ["x"]\n');
    expect(final.steps.at(-1)).toMatchObject({ workdir: '/app/sub', user: 'web', stage: 1 });
    expect(final.steps.at(-1)?.env.get('X')).toBe('1');
  });

  it('keeps the words of a list, and takes a list that is no JSON for a shell', async () => {
    const commands = ofKind(await read(`FROM a\nCMD ["sh", "-c", "a  b"]\nCMD ['a']\nCMD a \\\n  # why\n  b\n`), 'cmd');
    expect(commands.map(({ command, line }) => [line, command])).toEqual([
      [2, { form: 'exec', argv: ['sh', '-c', 'a  b'] }],
      [3, { form: 'shell', script: "['a']" }],
      [4, { form: 'shell', script: 'a    b' }],
    ]);
  });

  it('reads scripts and files that are written into it', async () => {
    const dockerfile = await read(
      'FROM a\nRUN <<EOF\npip install .\nEOF\nCOPY <<EOF /start.sh\nexec app\nEOF\nUSER web\n',
    );
    expect(ofKind(dockerfile, 'run').map(({ text, line }) => [line, text])).toEqual([[2, 'pip install .']]);
    expect(ofKind(dockerfile, 'copy')[0]?.copy.inline).toEqual([{ name: 'EOF', text: 'exec app' }]);
    expect(dockerfile.final.steps.at(-1)).toMatchObject({ line: 8, user: 'web' });
  });
});

describe('a shell script', () => {
  it.each<[script: string, commands: string[]]>([
    ['a b && c || d; e | f & g', ['a b', 'c', 'd', 'e', 'f', 'g']],
    ['A=1 B="x y" exec uvicorn app:app', ['uvicorn app:app']],
    ['if [ -f x ]; then\n  run "a && b" # note\nfi', ['[ -f x ]', 'run a && b', 'fi']],
    ["sh -c 'a && exec b --c'", ['a', 'b --c']],
    ['tini -- gosu web gunicorn app:app', ['gunicorn app:app']],
    ['a > log.txt 2>&1; b', ['a > log.txt', 'b']],
    [`run --port \${PORT:-80 00} "$@"`, [`run --port \${PORT:-80 00} $@`]],
    ['a \\\n  b', ['a b']],
  ])('%j starts %j', (script, commands) => expect(wordsIn(script)).toEqual(commands));

  it('tells the line and the variables of each command', () => {
    expect(commandsIn('#!/bin/sh\nset -e\n\nA=1 sh -c "B=2 run"\n').at(-1)).toEqual({
      ...{ words: ['run'], line: 3, hasShell: true },
      env: new Map([
        ['A', '1'],
        ['B', '2'],
      ]),
    });
  });
});

describe('an image', () => {
  const CONTEXT = ['pyproject.toml', 'app/__init__.py', 'app/main.py', 'app/web/x.html', 'start.sh', 'src/shop/a.py'];
  const held = async (text: string) => {
    const { final } = await read(text);
    return [...imageOf(final, CONTEXT).values()].map(({ path, source }) =>
      path === `/${source}` ? path : `${path} < ${source}`,
    );
  };

  it.each<[copies: string, held: string[]]>([
    ['COPY pyproject.toml .', ['/w/pyproject.toml < pyproject.toml']],
    ['COPY pyproject.toml other.toml', ['/w/other.toml < pyproject.toml']],
    ['COPY start.sh /opt/', ['/opt/start.sh < start.sh']],
    ['COPY app/web /', ['/x.html < app/web/x.html']],
    [
      'COPY app ./app',
      ['/w/app/__init__.py < app/__init__.py', '/w/app/main.py < app/main.py', '/w/app/web/x.html < app/web/x.html'],
    ],
    ['COPY app/*.py ./', ['/w/__init__.py < app/__init__.py', '/w/main.py < app/main.py']],
    ['COPY src/ ./', ['/w/shop/a.py < src/shop/a.py']],
    ['COPY ["start.sh", "pyproject.toml", "/x/"]', ['/x/start.sh < start.sh', '/x/pyproject.toml < pyproject.toml']],
    ['COPY start.sh /w', ['/w/start.sh < start.sh']],
    ['COPY missing .', []],
  ])('of %s holds %j', async (copies, expected) => {
    expect(await held(`FROM a\nWORKDIR /w\n${copies}\n`)).toEqual(expected);
  });

  it('has what another stage has, and what that was made from', async () => {
    const text =
      'FROM a AS one\nWORKDIR /app\nCOPY . .\nFROM b AS two\nCOPY --from=one /app/app /srv/app\nFROM two\nCOPY --from=x /a /b\n';
    expect(await held(text)).toEqual([
      '/srv/app/__init__.py < app/__init__.py',
      '/srv/app/main.py < app/main.py',
      '/srv/app/web/x.html < app/web/x.html',
    ]);
  });
});

describe('a .dockerignore', () => {
  it.each<[text: string, ignored: string[], kept: string[]]>([
    ['*\n!app\n!pyproject.toml\napp/*.pyc', ['x', 'app/a.pyc', '.env'], ['app/a.py', 'pyproject.toml', 'app/b/c.pyc']],
    ['# app\nnode_modules/\n**/*.log', ['node_modules/a/b', 'a.log', 'a/b.log'], ['# app', 'a/node_modules/b', 'app']],
    ['/docs\n./data', ['docs/a', 'data/x'], ['a/docs']],
    ['', [], ['.git/HEAD']],
  ])('%j', (text, ignored, kept) => {
    const isIgnored = readDockerignore(text);
    expect([...ignored, ...kept].filter(isIgnored)).toEqual(ignored);
  });
});

describe('a command', () => {
  it('starts what its list or its shell starts', async () => {
    const commands = ofKind(await read('FROM a\nCMD ["/bin/sh","-c","a; exec b $PORT"]\nCMD c\n'), 'cmd');
    expect(commands.map(({ command }) => programsOf(command).map(({ words }) => words))).toEqual([
      [['a'], ['b', '$PORT']],
      [['c']],
    ]);
  });
});
