import { describe, expect, it, test } from 'vitest';
import { pathIn } from '../../../../src/project/source/paths.ts';
import { places } from '../../../../src/project/source/places.ts';

/** The path of the last line's expression: `own:` where it is made from the place of its file. */
async function read(texts: Readonly<Record<string, string>>, expression: string, file = 'app/main.py') {
  const place = await places(new Map(Object.entries(texts)))(file);
  const found = pathIn(expression, place);
  return found && `${found.isOwn ? 'own:' : ''}${found.path}`;
}

const IMPORTS = `import os
import os.path as osp
import pathlib
from os.path import dirname, join
from pathlib import Path as P
`;

describe('an expression', () => {
  it.each([
    ['"data/x.csv"', 'data/x.csv'],
    ["r'data\\x.csv'", 'data\\x.csv'],
    ["'data\\\\x.csv'", 'data\\x.csv'],
    ['("data/x.csv")', 'data/x.csv'],
    ['P("data") / "x.csv"', 'data/x.csv'],
    ['pathlib.Path("data", "x.csv")', 'data/x.csv'],
    ['"data/" + "x.csv"', 'data/x.csv'],
    ['os.path.join("data", "x.csv")', 'data/x.csv'],
    ['join("data", "/srv/x.csv")', '/srv/x.csv'],
    ['os.path.join(os.getcwd(), "x.csv")', 'x.csv'],
    ['P.cwd() / "x.csv"', 'x.csv'],
    ['P("/srv/data").parent', undefined],
    ['P(__file__).parent / "x.csv"', 'own:app/x.csv'],
    ['P(__file__).resolve().parent.parent / "x.csv"', 'own:x.csv'],
    ['P(__file__).resolve(strict=True).parents[1] / "data" / "x.csv"', 'own:data/x.csv'],
    ['P(__file__).absolute().with_name("x.csv")', 'own:app/x.csv'],
    ['P(__file__).parent.joinpath("..", "data", "x.csv")', 'own:data/x.csv'],
    ['os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "x.csv")', 'own:x.csv'],
    ['join(dirname(__file__), "x.csv")', 'own:app/x.csv'],
    ['osp.realpath(dirname(__file__)) + "/x.csv"', 'own:app/x.csv'],
    ['str(P(__file__).parent / "x.csv")', 'own:app/x.csv'],
    ['f"{FOLDER}/x.csv"', 'own:app/x.csv'],
    ['FOLDER / NAME', 'own:app/x.csv'],
  ])('%s names %s', async (expression, path) => {
    const names = 'FOLDER = P(__file__).parent\nNAME: str = "x.csv"\n';
    expect(await read({ 'app/main.py': IMPORTS + names }, expression)).toBe(path);
  });

  it.each([
    '',
    'path',
    'sys.argv[1]',
    '"data_{}.csv".format(year)',
    '"data_%s.csv" % year',
    'f"data_{year}.csv"',
    'f"data_{year + 1}.csv"',
    'f"{{}}"',
    'b"x.csv"',
    '"data" / ',
    'P(__file__).parents[9]',
    'P(__file__).parents[-1]',
    'P(__file__).parent.parent.parent / "x.csv"',
    'P(__file__).parent.glob("x.csv")',
    'P(*parts)',
    'P(path) / "x.csv"',
    'P("x.csv"',
    'open("x.csv")',
    'Path("x.csv")',
    'dirname(__file__) + "x.csv" if here else "y.csv"',
    `"${'x'.repeat(500)}"`,
  ])('may be anything: %s', async (expression) => {
    expect(await read({ 'app/main.py': IMPORTS }, expression)).toBe(undefined);
  });

  test('of the folder of the project itself goes on with a slash only', async () => {
    const texts = { 'app.py': IMPORTS };
    expect(await read(texts, 'dirname(__file__) + "/x.csv"', 'app.py')).toBe('own:x.csv');
    expect(await read(texts, 'dirname(__file__) + "x.csv"', 'app.py')).toBe(undefined);
  });
});

describe('a name', () => {
  const use = (text: string) => read({ 'app/main.py': `${IMPORTS}${text}\n` }, 'DATA');

  it('is followed from name to name', async () => {
    expect(await use('BASE = P(__file__).parent\nFOLDER = BASE / "data"\nDATA = FOLDER / "x.csv"')).toBe(
      'own:app/data/x.csv',
    );
  });

  it.each([
    'DATA = "x.csv"\nDATA = "y.csv"',
    'DATA = "x"\nDATA += ".csv"',
    'for DATA in ["x.csv"]:\n    pass',
    'DATA, OTHER = load()',
    'def DATA():\n    pass',
    'DATA = DATA / "x.csv"',
    'DATA = OTHER\nOTHER = DATA',
  ])('that may stand for something else is not: %j', async (text) => {
    expect(await use(text)).toBe(undefined);
  });

  it.each([
    'from pathlib import Path as P\nDATA = P("x.csv")',
    'if here:\n    DATA = "x.csv"\nelse:\n    DATA = "x.csv"',
  ])('that stands for the same twice is followed: %j', async (text) => expect(await use(text)).toBe('x.csv'));

  it.each(['from other import Path as P\nDATA = P("x.csv")', 'DATA = load()\ndef f(DATA):\n    pass'])(
    'that stands for two things is not: %j',
    async (text) => expect(await use(text)).toBe(undefined),
  );

  it('that doubles with every line ends soon', async () => {
    const lines = Array.from({ length: 40 }, (_, index) => `A${index + 1} = A${index} / A${index}`);
    expect(await use(`A0 = "x"\n${lines.join('\n')}\nDATA = A40`)).toBe(undefined);
  });

  it.each(['from app.config import DATA', 'from .config import DATA', 'from ..app.config import BASE as DATA'])(
    'of another file has that one’s place: %s',
    async (statement) => {
      const config = `${IMPORTS}BASE = P(__file__).parent\nDATA = BASE\n`;
      const texts = { 'app/main.py': `${IMPORTS}${statement}\n`, 'app/config.py': config, 'app/__init__.py': '' };
      expect(await read(texts, 'DATA / "x.csv"')).toBe('own:app/x.csv');
    },
  );

  it('that two files import from one another has no end, and is not followed', async () => {
    const texts = { 'a.py': 'from b import DATA\n', 'b.py': 'from a import DATA\n' };
    expect(await read(texts, 'DATA', 'a.py')).toBe(undefined);
  });
});
