import { expect, it } from 'vitest';
import { readCells } from '../../../src/project/imports/cells.ts';

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
  ['print("pip install six")', false],
])('knows when a cell installs packages: %s', (line, installs) => {
  expect(readCells('a.ipynb', notebook(['code', line])).installs).toBe(installs);
});

it.each([
  ['no JSON', '{"cells": ['],
  ['no notebook', '{"cells": "import os"}'],
  ['written in one line', JSON.stringify({ cells: [{ cell_type: 'code', source: ['import a\n', 'import b'] }] })],
])('reads nothing from a file that is %s', (_, text) => {
  expect(readCells('a.ipynb', text).code.trim()).toBe('');
});

it('reads the Python of a Quarto document, and of no other language', () => {
  const text =
    '---\ntitle: import nothing\n---\n```{python}\n#| echo: false\nimport os\n```\n```{r}\nx <- 1\n```\n``` python\nshown\n```\n';
  expect(numbered('a.qmd', text)).toEqual(['#| echo: false <- #| echo: false', 'import os <- import os']);
});
