import { expect, it } from 'vitest';
import { readCells } from '../../../../src/project/source/cells.ts';

/** A notebook as Jupyter writes it, of cells that begin with their type. */
const notebook = (...cells: readonly (readonly [type: string, ...source: string[]])[]): string =>
  JSON.stringify(
    {
      cells: cells.map(([cell_type, ...source]) => ({
        cell_type,
        metadata: {},
        outputs: [{ text: ['noise\n'] }],
        source,
      })),
      metadata: {},
      nbformat: 4,
      nbformat_minor: 5,
    },
    undefined,
    1,
  );

/** The lines with code, with what stands on the same lines of the file. */
const numbered = (path: string, text: string): string[] => {
  const raw = text.split('\n');
  return readCells(path, text)
    .code.split('\n')
    .flatMap((line, index) => (line === '' ? [] : [`${line} <- ${raw[index]?.trim()}`]));
};

it('keeps the line numbers of a notebook as its file has them', () => {
  const text = notebook(
    ['markdown', 'import nothing\n'],
    ['code', 'import os\n', '\n', 'print("é")'],
    ['code', 'x = 1'],
  );
  expect(numbered('a.ipynb', text)).toEqual([
    'import os <- "import os\\n",',
    'print("é") <- "print(\\"é\\")"',
    'x = 1 <- "x = 1"',
  ]);
});

it('leaves out what is IPython and not Python', () => {
  const text = notebook(
    ['code', '%matplotlib inline\n', '!ls\n', 'files = !ls\n', 'print?\n', 'y = 7 % 3'],
    ['code', '%%bash\n', 'import nothing'],
    ['code', '%%time\n', 'z = 1'],
  );
  expect(numbered('a.ipynb', text).map((line) => line.split(' <-')[0])).toEqual(['y = 7 % 3', 'z = 1']);
});

it.each([
  ['%pip install six', true],
  ['!pip install six', true],
  ['!uv pip install six', true],
  ['!python -m pip install six', true],
  ['!{sys.executable} -m pip install -q six', true],
  ['!pip3 -q install six', true],
  ['print("pip install six")', false],
])('knows when a cell installs packages: %s', (line, installs) => {
  expect(readCells('a.ipynb', notebook(['code', line])).installs).toBe(installs);
});

it('knows when a cell of a shell installs packages', () => {
  expect(readCells('a.ipynb', notebook(['code', '%%bash\n', 'pip install six'])).installs).toBe(true);
});

const LINES = notebook(['markdown', 'import b\n', 'x'], ['code', 'import a\n', 'import b']);

it.each<[what: string, text: string]>([
  ['indented by four', JSON.stringify(JSON.parse(LINES), undefined, 4)],
  ['indented by tabs', JSON.stringify(JSON.parse(LINES), undefined, '\t')],
  ['with Windows line ends', LINES.replaceAll('\n', '\r\n')],
  ['with Windows line ends in its cells', LINES.replaceAll('\\n', '\\r\\n')],
  ['that has shown the same lines', LINES.replaceAll('"noise\\n"', '"import a\\n",\n"import b"')],
  ['with escapes', LINES.replaceAll('import', '\\u0069mport')],
])('has the lines of a notebook %s', (_, text) => {
  const end = text.split('\n').findLastIndex((line) => line.includes('"source"'));
  expect(readCells('a.ipynb', text).code.split('\n').slice(end)).toEqual(['', 'import a', 'import b']);
  expect(readCells('a.ipynb', text).code.trim()).toBe('import a\nimport b');
});

it('has the line of a cell that is one string of one line', () => {
  const text = JSON.stringify({ cells: [{ cell_type: 'code', source: 'import a' }] }, undefined, 1);
  expect(numbered('a.ipynb', text)).toEqual(['import a <- "source": "import a"']);
});

it.each([
  ['no JSON', '{"cells": ['],
  ['no notebook', '{"cells": "import os"}'],
  ['written in one line', JSON.stringify({ cells: [{ cell_type: 'code', source: ['import a\n', 'import b'] }] })],
  ['written with each cell in one string', JSON.stringify({ cells: [{ cell_type: 'code', source: 'import a\nb' }] })],
])('reads nothing from a file that is %s', (_, text) => {
  expect(readCells('a.ipynb', text).code.trim()).toBe('');
});

it('reads the Python of a Quarto document, and of no other language', () => {
  const text =
    '---\ntitle: import nothing\n---\n```{python}\n#| echo: false\nimport os\n```\n```{r}\nx <- 1\n```\n``` python\nshown\n```\n';
  expect(numbered('a.qmd', text)).toEqual(['#| echo: false <- #| echo: false', 'import os <- import os']);
});

it.each<[what: string, text: string, ...lines: string[]]>([
  ['with Windows line ends', 'a\r\n```{python}\r\nimport a\r\n```\r\n', 'import a'],
  ['in a list', '1. a\n\n   ```{python}\n   import a\n   ```\n', 'import a'],
  [
    'that has names and options',
    '```{python .marimo}\nimport a\n```\n```{python, echo=FALSE}\nimport b\n```\n',
    'import a',
    'import b',
  ],
  ['that are only shown', '```{.python}\nimport a\n```\n```{{python}}\nimport b\n```\n'],
  ['in a longer fence', '````{markdown}\n```{python}\nimport a\n```\n````\n```{python}\nimport b\n```\n', 'import b'],
  ['that are not run', '```{python}\n#| eval: false\nimport a\n```\n```{python, eval=FALSE}\nimport b\n```\n'],
  ['of a document that runs none', '---\nexecute:\n  eval: false\n---\n```{python}\nimport a\n```\n'],
  ['in a comment', '<!--\n```{python}\nimport a\n```\n-->\n<!-- x -->\n```{python}\nimport b\n```\n', 'import b'],
  ['behind code between words', '``` `x` ```\n```{python}\nimport a\n```\n', 'import a'],
  ['without an end', '```{python}\nimport a\n', 'import a'],
])('reads the cells of a Quarto document %s', (_, text, ...lines) => {
  expect(numbered('a.qmd', text).map((line) => line.split(' <- ')[0]?.trim())).toEqual(lines);
});
