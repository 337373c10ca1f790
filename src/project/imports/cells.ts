import { at, strings } from '../toml-values.ts';

/** Documents that are run cell by cell: notebooks, and those of Quarto. */
export const hasCells = (path: string): boolean => /\.(?:ipynb|qmd)$/i.test(path);

export type Cells = {
  /** The Python of all cells, each line at its own number in the file: what is found there has the line that people see. */
  readonly code: string;
  /** Whether a cell installs packages by itself. */
  readonly installs: boolean;
};

const NOTHING: Cells = { code: '', installs: false };

/** Nothing for what is no such document, and for a notebook that is not written line by line, as every editor does. */
export function readCells(path: string, text: string): Cells {
  const lines = /\.ipynb$/i.test(path) ? linesOfNotebook(text) : linesOfQuarto(text);
  if (lines === undefined) return NOTHING;
  return {
    code: Array.from(lines, (line = '') => (isPython(line) ? line : '')).join('\n'),
    installs: lines.some((line = '') => /^\s*[%!]\s*(?:\w+\s+(?:-m\s+)?)?(?:pip|conda|mamba)\s+install\b/.test(line)),
  };
}

/** Not IPython's own: `%magic`, `!command`, `name = !command`, `help?`. */
const isPython = (line: string): boolean => !/^\s*(?:[%!?]|[\w.,\s]+=\s*[%!]|[\w.]+\?{1,2}\s*$)/.test(line);

/** Cell magics whose cell is Python all the same. */
const PYTHON_MAGIC = /^\s*%%(?:time|timeit|capture|prun)\b/;

/** More lines than these that are not found where they should be: no editor has written that file. */
const MOST_LOST = 20;

function linesOfNotebook(text: string): string[] | undefined {
  const cells = at(parsed(text), 'cells');
  if (!Array.isArray(cells)) return undefined;
  const lines: string[] = [];
  let [line, counted, lost] = [0, 0, 0];
  for (const cell of cells) {
    const source = at(cell, 'cell_type') === 'code' ? strings(at(cell, 'source')) : [];
    const first = source.find((one) => one.trim() !== '') ?? '';
    if (/^\s*%%/.test(first) && !PYTHON_MAGIC.test(first)) continue;
    for (const written of source) {
      const found = text.indexOf(JSON.stringify(written), counted);
      if (found < 0) {
        lost += 1;
        if (lost > MOST_LOST) return undefined;
        continue;
      }
      for (let end = text.indexOf('\n', counted); end >= 0 && end < found; end = text.indexOf('\n', counted)) {
        line += 1;
        counted = end + 1;
      }
      // Two on one line have no numbers of their own.
      if (lines[line] !== undefined) return undefined;
      lines[line] = written.replace(/\r?\n$/, '');
    }
  }
  return lines;
}

function linesOfQuarto(text: string): string[] {
  let isCode = false;
  return text.split(/\r?\n/).map((line) => {
    const fence = /^\s*`{3,}\s*(\{?)\.?(\w*)/.exec(line);
    if (fence) isCode = !isCode && fence[1] === '{' && fence[2] === 'python';
    return fence || !isCode ? '' : line;
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
