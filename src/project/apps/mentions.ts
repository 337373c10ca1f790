import { MAKER_NAME } from './frameworks.ts';
import { HOPS } from './objects.ts';

type Text = { readonly path: string; readonly text: string };

/** Names that are looked for at once; with more, all files may have an app. */
const MOST = 500;

/**
 * Which files may have an app: those with the name of what makes one, and those with the name of the module of such a file,
 * over as many steps as names are followed. No other needs the parser. Files whose text is not read may have one.
 */
export function mayHaveApps(sources: readonly Text[], paths: readonly string[]): (path: string) => boolean {
  const known = new Set(sources.map(({ path }) => path));
  const may = new Set(paths.filter((path) => path.endsWith('.py') && !known.has(path)));
  let open = [...sources];
  let added = [...may];
  const take = (isTaken: (source: Text) => boolean) => {
    open = open.filter((source) => {
      if (!isTaken(source)) return true;
      may.add(source.path);
      added.push(source.path);
      return false;
    });
  };
  take(({ text }) => MAKER_NAME.test(text));
  for (let hops = 0; hops < HOPS && added.length > 0 && open.length > 0; hops++) {
    const names = added.map(moduleName);
    if (names.length > MOST || !names.every((name) => /^\w+$/.test(name))) return () => true;
    const pattern = new RegExp(String.raw`\b(?:${names.join('|')})\b`);
    // `from . import name` does not name its package.
    const packages = added.flatMap((path) => /^(.*\/|)__init__\.py$/s.exec(path)?.[1] ?? []);
    added = [];
    take(({ path, text }) => pattern.test(text) || packages.some((folder) => path.startsWith(folder)));
  }
  return (path) => may.has(path);
}

/** The last part of a module's name: `app` for `src/app/__init__.py`. */
const moduleName = (path: string): string => /([^/]*?)(?:\/__init__)?\.py$/.exec(path)?.[1] ?? '';
