import type { BundleFile } from '../../bundle/source.ts';
import { localModules } from '../imports/local-modules.ts';
import { type Binding, type Call, EMPTY, type Module, readModule } from '../source/module.ts';
import { readSource } from '../source/readable.ts';
import { type Framework, frameworkOf } from './frameworks.ts';

/** An app object of a module, or a function that makes one. */
export type AppObject = {
  readonly path: string;
  readonly name: string;
  readonly line: number;
  readonly framework: Framework;
  readonly why: string;
  /** Whether it is a function that no server can call, for want of arguments. */
  readonly needsArguments?: true;
};

export type AppObjects = ReturnType<typeof appObjects>;

/** From a call, over a factory in another module that is imported by way of its package, to a function that it calls. */
export const HOPS = 6;

/**
 * Knows the app objects in the files of a project, wherever they are made. Files are read when they are asked for, once, and
 * only those that may have one.
 */
export function appObjects(files: readonly BundleFile[], mayHave: (path: string) => boolean) {
  const names = namesOf(files, mayHave);
  const { moduleAt, placeOf } = names;
  const judgeBinding = judgeWith(names);

  const objectsIn = async (path: string): Promise<AppObject[]> => {
    const { bindings } = await moduleAt(path);
    const found: AppObject[] = [];
    for (const binding of bindings) {
      if (binding.by !== 'value' || binding.in !== 'module') continue;
      const typed = binding.type === undefined ? [] : [`${binding.type}()`];
      const objects = await judgeBinding(binding, path, binding.values);
      found.push(...(objects.length > 0 ? objects : await judgeBinding(binding, path, typed)));
    }
    return found;
  };

  return {
    mayHave,
    /** The objects that a server can load from the file once it is imported. */
    objectsIn,
    /** The functions and classes of the file that give one when they are called. */
    async makersIn(path: string): Promise<AppObject[]> {
      const { bindings } = await moduleAt(path);
      const makers = bindings.filter((one) => one.in === 'module' && (one.by === 'function' || one.by === 'class'));
      return (await Promise.all(makers.map((one) => judgeBinding(one, path, one.gives)))).flat();
    },
    /** The objects that apps of this file answer for, as `path:name`: by `mount`, or because they are handed to one as it is made. */
    async containedIn(path: string): Promise<string[]> {
      const { calls, bindings } = await moduleAt(path);
      const objects = await objectsIn(path);
      return calls.flatMap((call) => {
        const outer = receiver(call, objects);
        if (outer === undefined) return [];
        const words = new Set(
          [...call.positional, ...call.keywords.values()].join(' ').match(/[\p{L}_][\p{L}\p{N}_]*/gu),
        );
        const here = objects.filter(({ name }) => name !== outer.name && words.has(name));
        const imported = bindings.flatMap(({ name, by, values }) => {
          const place = by === 'import' && words.has(name) ? placeOf(values[0] ?? '', path) : undefined;
          return place ? [`${place.file}:${place.name}`] : [];
        });
        return [...here.map(({ name }) => `${path}:${name}`), ...imported];
      });
    },
  };
}

/** Judges the values of a binding: which of them give an app, followed from name to name. */
function judgeWith({ moduleAt, placeOf }: ReturnType<typeof namesOf>) {
  /** What an expression gives: the framework, and what makes the object in the end. */
  const judge = async (value: string, path: string, hops = 0): Promise<Made | undefined> => {
    const isCall = value.endsWith('()');
    const spelt = isCall ? value.slice(0, -2) : value;
    const framework = isCall ? frameworkOf(spelt) : undefined;
    if (framework) return { framework, maker: spelt };
    const place = hops < HOPS ? placeOf(spelt, path) : undefined;
    if (place === undefined) return undefined;
    const binding = bound(await moduleAt(place.file), place.name);
    for (const next of binding ? followed(binding, isCall) : []) {
      const made = await judge(next, place.file, hops + 1);
      if (made) return made;
    }
    return undefined;
  };

  return async (binding: Binding, path: string, values: readonly string[]): Promise<AppObject[]> => {
    const { name, line } = binding;
    const found: AppObject[] = [];
    for (const value of values) {
      const made = await judge(value, path);
      // What a function returns, and the type that it is said to return.
      if (made && !found.some(({ framework }) => framework === made.framework))
        found.push({
          ...{ path, name, line, framework: made.framework, why: reason(binding, value, made) },
          ...(binding.needsArguments && { needsArguments: true as const }),
        });
    }
    return found;
  };
}

/** The modules of a project, read once each, and the places of the names in them. */
function namesOf(files: readonly BundleFile[], mayHave: (path: string) => boolean) {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const modules = localModules(files.map(({ path }) => path));
  const read = new Map<string, Promise<Module>>();
  const moduleAt = (path: string): Promise<Module> => {
    const file = byPath.get(path);
    const text = read.has(path) || file === undefined || !mayHave(path) ? undefined : readSource(file);
    const module = read.get(path) ?? (text === undefined ? Promise.resolve(EMPTY) : readModule(text));
    read.set(path, module);
    return module;
  };

  /** The file of a module's name as it is written in another one. */
  const fileOf = (written: string, path: string): string | undefined => {
    const dots = /^\.*/.exec(written)?.[0].length ?? 0;
    const around = path.split('/').slice(0, -Math.max(dots, 1)).join('/');
    const dotted = written.slice(dots);
    if (dotted === '')
      return [around === '' ? '__init__.py' : `${around}/__init__.py`].find((file) => byPath.has(file));
    const local = modules.find(dotted, dots > 0 ? [around] : [around, '', 'src']);
    return local.is === 'found' ? local.files.at(-1) : undefined;
  };

  /** Where a spelt-out name is bound, in this file or another of the project. */
  const placeOf = (spelt: string, path: string): { file: string; name: string } | undefined => {
    const [, module = '', name = ''] = /^(\.*(?:[^.()]+\.)*)([^.()]+)$/.exec(spelt) ?? [];
    if (name === '') return undefined;
    const file = module === '' ? path : fileOf(/^\.+$/.test(module) ? module : module.slice(0, -1), path);
    return file === undefined ? undefined : { file, name };
  };
  return { moduleAt, placeOf };
}

type Made = { readonly framework: Framework; readonly maker: string };

const MOUNTS = ['mount', 'host'];

/** The object of the module that a call mounts something on, or makes. */
const receiver = ({ written, line }: Call, objects: readonly AppObject[]): AppObject | undefined =>
  objects.find(({ name }) => MOUNTS.some((method) => written === `${name}.${method}`)) ??
  // The server of a Dash app is not below it: they are one.
  objects.find((one) => one.line === line && one.framework !== 'dash');

/** What a name of a module means to those who import it: what it was set to last. */
const bound = ({ bindings }: Module, name: string): Binding | undefined =>
  bindings.findLast((binding) => binding.name === name && binding.in === 'module');

function followed({ by, values, gives }: Binding, isCall: boolean): readonly string[] {
  if (by === 'function' || by === 'class') return isCall ? gives : [];
  return by === 'import' || !isCall ? values.map((value) => (isCall ? `${value}()` : value)) : [];
}

function reason({ name, line, by }: Binding, value: string, { maker }: Made): string {
  if (by !== 'value') return `line ${line} defines ${name}, which gives ${maker}(…)`;
  if (value === `${maker}()`) return `line ${line} sets ${name} = ${maker}(…)`;
  const shown = value.endsWith('()') ? `${value.slice(0, -2)}(…)` : value;
  return `line ${line} sets ${name} = ${shown}, which gives ${maker}(…)`;
}
