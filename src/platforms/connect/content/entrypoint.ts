import { existsSync, realpathSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Finding } from '../../../findings/finding.ts';
import { quote } from '../../../findings/text.ts';
import { expressSign } from '../../../project/apps/shiny-express.ts';
import { readSource } from '../../../project/source/readable.ts';
import { blankStrings } from '../../../project/source/scan.ts';
import { type AppMode, factsOf } from './app-modes.ts';
import { type Candidate, FACTORIES } from './candidates.ts';

/** Where modules are looked for: the project's folder, and those that are copied to the bundle's root. All absolute. */
export type Places = { readonly dir: string; readonly imports: readonly string[] };

/** An entrypoint as the manifest has it, and the file behind it where it is in the checkout. */
export type Entry = { readonly entrypoint: string; readonly file?: string };

type Complaint = Pick<Finding, 'code' | 'message' | 'remedy'>;
type Resolved = Entry | { readonly complaint: Complaint };

/** What Connect looks for in a module when no object is named, in this order (rsconnect-python, bundle.py). */
export const OBJECTS = ['app', 'application', ...FACTORIES];

const OBJECT = /^[\p{L}_][\p{L}\p{N}_]*(?:\.[\p{L}_][\p{L}\p{N}_]*)*$/u;

const FORMS: Readonly<Record<'notebook' | 'html', { pattern: RegExp; what: string }>> = {
  notebook: { pattern: /\.ipynb$/i, what: 'a notebook, such as report.ipynb' },
  html: { pattern: /\.html?$/i, what: 'a page, such as index.html' },
};

/** Reads an entrypoint that somebody wrote, as Connect would, and finds its file. */
export function resolveEntrypoint(mode: AppMode, asked: string, places: Places): Resolved {
  const { form, label } = factsOf(mode);
  const text = asked.replace(/^(?:\.\/)+/, '');
  if (form === 'none') return text === '.' ? { entrypoint: '' } : (existing(places, [text]) ?? missing(text, label));
  if (form === 'notebook' || form === 'html') {
    const { pattern, what } = FORMS[form];
    if (!pattern.test(text))
      return wrong(`The entrypoint ${quote(asked)} is not a ${what.replace(/^a /, '')}.`, `Name ${what}.`);
    return existing(places, [text]) ?? missing(text, label);
  }
  const [head = '', object, ...more] = text.split(':');
  if (head === '' || more.length > 0 || (object !== undefined && !OBJECT.test(object))) {
    const [, called] = /^(\w+)\(.*\)$/.exec(object ?? '') ?? [];
    const remedy =
      called === undefined
        ? 'Write it as module:object, such as main:app.'
        : FACTORIES.includes(called)
          ? `Write only the module, ${quote(head, 120)}: Connect calls ${called}() if the module has no app.`
          : `Connect does not call it: add \`app = ${called}()\` to a module, and use that module.`;
    return wrong(`The entrypoint '${quote(asked)}' is not of the form module:object.`, remedy);
  }
  if (head === 'shiny.express.app') return { entrypoint: text };
  const isPath = head.endsWith('.py') || head.includes('/');
  const found = isPath
    ? fileAt(places, head.endsWith('.py') ? [head] : [head, `${head}.py`])
    : findModule(places, head);
  if (found === undefined) return missing(head, label);
  if (form === 'module') {
    const module = isPath ? moduleOf(found, places) : head;
    return { entrypoint: object === undefined ? module : `${module}:${object}`, file: found };
  }
  if (form === 'shiny' && object === undefined && isExpress(found)) {
    return { entrypoint: expressEntrypoint(pathIn(found, places)), file: found };
  }
  return { entrypoint: text, file: found };
}

/** The entrypoint of a file that was detected, written as rsconnect-python would. */
export function entryOf({ path, mode, object }: Candidate, places: Places): Entry {
  const file = join(places.dir, path);
  const { form } = factsOf(mode);
  if (form === 'none') return { entrypoint: '', file };
  if (form === 'notebook' || form === 'html') return { entrypoint: path, file };
  if (form === 'shiny' && isExpress(file)) return { entrypoint: expressEntrypoint(pathIn(file, places)), file };
  const module = moduleOf(file, places);
  if (form === 'script') return { entrypoint: path.includes('/') ? path : module, file };
  const isNamed = object !== undefined && !OBJECTS.includes(object);
  return { entrypoint: isNamed ? `${module}:${object}` : module, file };
}

const wrong = (message: string, remedy: string): Resolved => ({
  complaint: { code: 'entrypoint-form', message, remedy },
});

const missing = (what: string, label: string): Resolved => ({
  complaint: {
    code: 'entrypoint-missing',
    message: `The entrypoint ${quote(what, 200)} does not exist.`,
    remedy: `Correct entrypoint to the ${label}; it is relative to the folder of the project.`,
  },
});

const existing = (places: Places, paths: readonly string[]): Entry | undefined => {
  const file = fileAt(places, paths);
  return file === undefined ? undefined : { entrypoint: paths[0] ?? '', file };
};

const isFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;

/** The first of some paths that is there; a folder stands for the `main.py` that Bokeh starts. */
function fileAt({ dir, imports }: Places, paths: readonly string[]): string | undefined {
  const all = [dir, ...imports].flatMap((root) => paths.map((path) => join(root, path)));
  return all.flatMap((path) => [path, join(path, 'main.py')]).find(isFile);
}

/** The file of a dotted module. */
function findModule({ dir, imports }: Places, module: string): string | undefined {
  const path = module.replaceAll('.', '/');
  return [dir, ...imports]
    .flatMap((root) => [join(root, `${path}.py`), join(root, path, '__init__.py'), join(root, path, 'main.py')])
    .find(isFile);
}

/** The path of a file as it is on the server: below an import folder, that one is the root. */
function pathIn(file: string, { dir, imports }: Places): string {
  const root = imports.find((folder) => file.startsWith(folder + sep)) ?? dir;
  return relative(root, file).split(sep).join('/');
}

const moduleOf = (file: string, places: Places): string =>
  pathIn(file, places)
    .replace(/\.py$/, '')
    .replace(/\/__init__$/, '')
    .replaceAll('/', '.');

const sourceOf = (file: string): string | undefined =>
  existsSync(file) ? readSource({ source: realpathSync(file) }) : undefined;

function isExpress(file: string): boolean {
  const text = sourceOf(file);
  return text !== undefined && expressSign(text, blankStrings(text)) !== undefined;
}

/** The entrypoint under which Connect runs an Express app: the file's path as a Python name in `shiny.express.app`. */
const expressEntrypoint = (path: string): string => `shiny.express.app:${escapeName(path)}`;

/** Everything but ASCII letters and digits, and a digit at the start, as `_<hex>_`. */
const escapeName = (path: string): string =>
  [...path]
    .map((char, index) =>
      (index === 0 ? /[a-zA-Z]/ : /[a-zA-Z0-9]/).test(char) ? char : `_${char.codePointAt(0)?.toString(16)}_`,
    )
    .join('');
