import { attempt } from '../../ports/attempt.ts';
import { at } from '../files/values.ts';

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
  const cells = /\.ipynb$/i.test(path) ? cellsOfNotebook(text) : cellsOfQuarto(text);
  const lines: string[] = [];
  let installs = false;
  for (const cell of cells) {
    const first = cell.find(({ text }) => text.trim() !== '')?.text ?? '';
    const isForeign = /^\s*%%/.test(first) && !PYTHON_MAGIC.test(first);
    for (const { text, line } of cell) {
      installs ||= (isForeign || /^\s*[%!]/.test(text)) && INSTALLS.test(text.slice(0, LONGEST));
      // Two on one line have no numbers of their own.
      if (lines[line] !== undefined || /\n./.test(text)) return NOTHING;
      const plain = isForeign || !isPython(text) ? '' : text.replace(/\r?\n$/, '');
      // Not Python, but as good as: where its files are is not known from there on.
      lines[line] = /^\s*%cd\b/.test(text) ? '# os.chdir' : plain;
    }
  }
  return { code: Array.from(lines, (line = '') => line).join('\n'), installs };
}

/** `pip install`, `!{sys.executable} -m pip -q install`, and those of conda. */
const INSTALLS = /\b(?:pip3?|conda|mamba)[ \t]+(?:-\S+[ \t]+)*install\b/;
const LONGEST = 1000;

/** Not IPython's own: `%magic`, `!command`, `name = !command`, `help?`. */
const isPython = (line: string): boolean => !/^\s*(?:[%!?]|[\w.,\s]+=\s*[%!]|[\w.]+\?{1,2}\s*$)/.test(line);

/** Cell magics whose cell is Python all the same. */
const PYTHON_MAGIC = /^\s*%%(?:time|timeit|capture|prun)\b/;

/** A line of a cell, and how many lines of the file are before it. */
type Line = { readonly text: string; readonly line: number };

function cellsOfNotebook(text: string): Line[][] {
  const cells = at(
    attempt(() => JSON.parse(text)),
    'cells',
  );
  if (!Array.isArray(cells)) return [];
  const lines: Line[][] = cells.map(() => []);
  for (const { cell, ...line } of sourcesIn(text)) lines[cell]?.push(line);
  return lines.filter((_, index) => at(cells[index], 'cell_type') === 'code');
}

/** The strings of `cells[].source` in the text of a JSON document, each with its cell and its line. */
function* sourcesIn(text: string): Generator<Line & { readonly cell: number }> {
  const around: { readonly isList: boolean; index: number; key?: string | undefined }[] = [];
  let line = 0;
  for (let from = 0; from < text.length; from++) {
    const char = text[from];
    const inner = around.at(-1);
    if (char === '\n') line += 1;
    else if (char === '{' || char === '[') around.push({ isList: char === '[', index: 0 });
    else if (char === '}' || char === ']') around.pop();
    else if (char === ',' && inner) {
      inner.index += 1;
      inner.key = undefined;
    } else if (char === '"') {
      const end = endOfString(text, from);
      const [root, list, cell] = around;
      if (inner && !inner.isList && inner.key === undefined) inner.key = text.slice(from + 1, end);
      else if (root?.key === 'cells' && list?.isList && cell?.key === 'source' && around.length <= 4) {
        yield { cell: list.index, line, text: String(JSON.parse(text.slice(from, end + 1))) };
      }
      from = end;
    }
  }
}

/** Where the string that begins at `from` has its last quote. */
function endOfString(text: string, from: number): number {
  for (let end = text.indexOf('"', from + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let slashes = 0;
    while (text[end - 1 - slashes] === '\\') slashes += 1;
    if (slashes % 2 === 0) return end;
  }
  return text.length;
}

/** As Quarto finds them: `{python}` is run, `{.python}` only shown, and what stands in a longer fence is text. */
function cellsOfQuarto(text: string): Line[][] {
  const lines = text.split(/\r?\n/).map((text, line): Line => ({ text, line }));
  const head = /^---\r?\n[\s\S]*?\n---[ \t]*\r?$/m.exec(text);
  if (head?.index === 0 && /^[ \t]*(?:eval|enabled)[ \t]*:[ \t]*false\b/m.test(head[0])) return [];
  const cells: Line[][] = [];
  let isComment = false;
  let open: { readonly fence: string; readonly isRun: boolean; readonly lines: Line[] } | undefined;
  for (const line of lines) {
    const [, fence = '', info = ''] = /^[ \t]*(`{3,})[ \t]*(.*)$/.exec(line.text) ?? [];
    if (open) {
      if (fence === open.fence && info.trim() === '') {
        if (open.isRun && !open.lines.some(({ text }) => NOT_RUN.test(text))) cells.push(open.lines);
        open = undefined;
      } else open.lines.push(line);
    } else if (fence !== '' && !info.includes('`')) {
      const isRun = !isComment && /^\{python(?:[ ,][^}]*)?\}/.test(info) && !/\beval *= *(?:F|FALSE)\b/.test(info);
      open = { fence, isRun, lines: [] };
    } else if (line.text.includes('<!--')) isComment = !line.text.includes('-->');
    else if (line.text.includes('-->')) isComment = false;
  }
  if (open?.isRun) cells.push(open.lines);
  return cells;
}

const NOT_RUN = /^[ \t]*#\|[ \t]*eval[ \t]*:[ \t]*false\b/;
