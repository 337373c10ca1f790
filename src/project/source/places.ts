import { localModules } from '../imports/local-modules.ts';
import { type Binding, readModule } from './module.ts';
import type { Place } from './paths.ts';

/** From file to file; two may import a name from one another. */
const MOST_HOPS = 4;

/** Knows what names stand for in the files of a project, as far as each has one meaning. `texts` are the files by their paths. */
export function places(texts: ReadonlyMap<string, string>): (file: string) => Promise<Place> {
  const local = localModules([...texts.keys()]);
  const names = new Map<string, ReadonlyMap<string, Binding>>();

  /** The file and the name that an import of a constant leads to. Other names are rarely paths. */
  const constantOf = (dotted: string, file: string): { readonly file: string; readonly name: string } | undefined => {
    const [, dots = '', module = '', name = ''] = /^(\.*)([\w.]*)\.([A-Z][A-Z\d_]*)$/.exec(dotted) ?? [];
    const steps = file.split('/').slice(0, -1);
    const folder = steps.slice(0, steps.length + 1 - Math.max(1, dots.length)).join('/');
    const roots = dots === '' ? ['', 'src', folder] : [folder];
    const found = module === '' ? undefined : local.find(module, roots);
    const target = found?.is === 'found' ? found.files.at(-1) : undefined;
    return target === undefined || name === '' ? undefined : { file: target, name };
  };

  const load = async (file: string): Promise<void> => {
    if (names.has(file)) return;
    const text = texts.get(file) ?? '';
    const { bindings } = await readModule(text);
    names.set(file, unique(bindings, text));
    for (const { by, values } of bindings) {
      const constant = by === 'import' ? constantOf(values[0] ?? '', file) : undefined;
      if (constant) await load(constant.file);
    }
  };

  const placeIn = (file: string, hops = 0): Place => ({
    file,
    meaning: (name) => {
      const binding = hops > MOST_HOPS ? undefined : names.get(file)?.get(name);
      if (binding === undefined) return undefined;
      const { by, values, written } = binding;
      if (by === 'value') return written === undefined ? undefined : { written, place: placeIn(file) };
      if (by !== 'import' || values[0] === undefined) return undefined;
      const constant = constantOf(values[0], file);
      return constant ? placeIn(constant.file, hops + 1).meaning(constant.name) : { imported: values[0] };
    },
  });

  return async (file) => {
    await load(file);
    return placeIn(file);
  };
}

/** The bindings of names that stand for one thing only, however often, and are not updated by `+=` and the like. */
function unique(bindings: readonly Binding[], text: string): ReadonlyMap<string, Binding> {
  const found = new Map<string, Binding>();
  const several = new Set([...text.matchAll(/\b(\w+)[ \t]*[-+/|%*]=/g)].map(([, name = '']) => name));
  for (const binding of bindings) {
    const before = found.get(binding.name);
    if (before && !isSame(before, binding)) several.add(binding.name);
    found.set(binding.name, binding);
  }
  for (const name of several) found.delete(name);
  return found;
}

/** Imported or set again as before: many files import a name twice. */
const isSame = (one: Binding, other: Binding): boolean =>
  one.by === other.by &&
  ((one.by === 'import' && one.values[0] === other.values[0]) ||
    (one.by === 'value' && one.written !== undefined && one.written === other.written));
