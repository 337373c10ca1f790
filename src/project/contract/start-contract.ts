import { error, type Finding, warning } from '../../findings/finding.ts';
import { quote } from '../../findings/text.ts';
import type { TomlFile } from '../files/toml.ts';
import { type Binding, type Module, readModule } from '../source/module.ts';
import { blankStrings } from '../source/scan.ts';
import { inStandardLibrary } from '../source/stdlib.ts';
import { judgeListening, judgeStart, mentionsServer, type Wanted } from './listening.ts';

/** How a server installs and starts the entrypoint: what can be held against the source before it does. */
export type StartContract = {
  /** The Python file that is started: its path in the bundle. */
  readonly file: string;
  /** What the server installs; absent when that is not known from the project. */
  readonly installs?: Installs;
  /** Top-level modules that are there beside those of the bundle and of the installed packages. */
  readonly provides?: readonly string[];
  /** Whether the file is run as a program, so that `if __name__ == "__main__":` holds. */
  readonly runsAsMain: boolean;
  /** Whether Python looks for modules in the file's own folder only, as it does for `python app/main.py`. */
  readonly looksBesideOnly?: boolean;
  /**
   * The folders of the bundle that are searched for modules, if the file is loaded as a module instead of run. Its own folder is searched
   * only if it is in this list.
   */
  readonly looksIn?: readonly string[];
  /** Whether the framework loads the files in the folder `pages` beside it as well. */
  readonly hasPages: boolean;
  /** What a server loads from the file, where it loads something. */
  readonly app?: AppObject;
  /** Whether the program itself has to listen, on PORT. */
  readonly listens: boolean;
} & Wanted;

/** Which packages a server installs: those that the project depends on, and more. */
export type Installs = {
  /** Whether those of the dependency groups that uv installs by default, such as `dev`. */
  readonly defaultGroups: boolean;
  readonly groups: readonly string[];
  readonly extras: readonly string[];
  /** The pyproject.toml that it starts from, where that is not the project's own. */
  readonly from?: TomlFile;
  /** Normal names of packages that it leaves out, whoever asks for them. */
  readonly prohibited?: readonly string[];
  /** A file that it installs from instead of the lock, and what that asks for, by normal names. */
  readonly requirements?: {
    readonly file: string;
    readonly asked: readonly { readonly name: string; readonly extras: readonly string[] }[];
  };
};

type AppObject = {
  /** What looks for it, for messages: `uvicorn`. */
  readonly loader: string;
  /** Names of which one must be bound in the file. */
  readonly names: readonly string[];
  /** Whether instances are found under any name. */
  readonly isSearched: boolean;
  /** Whether the platform documents it. Otherwise it is reported as a warning. */
  readonly isDocumented: boolean;
  /** Whether it is loaded inside a running event loop. */
  readonly inEventLoop: boolean;
};

/**
 * Holds the contract against the source: `texts` are the files that are loaded when the app starts, by their paths in the bundle.
 * `shown` makes a finding's file of such a path.
 */
export async function checkContract(
  contract: StartContract,
  texts: ReadonlyMap<string, string>,
  minor: number,
  shown: (path: string) => string,
): Promise<Finding[]> {
  const findings: Finding[] = [];
  const text = texts.get(contract.file);
  if (text === undefined) return findings;
  const { app } = contract;
  if (app && (!isPlain(app.names, text) || (app.inEventLoop && mentionsServer(text)))) {
    const module = await readModule(text);
    const file = shown(contract.file);
    findings.push(...judgeObject(app, module, minor, file));
    if (app.inEventLoop) findings.push(...module.calls.flatMap((call) => judgeStart(call, file, app.loader)));
  }
  if (!contract.listens && !contract.isToldWhere) return findings;
  for (const [path, source] of texts) {
    const { calls } = mentionsServer(source) ? await readModule(source) : { calls: [] };
    // What is under a main guard runs in the program only, and a function that it calls may be called by others.
    const run = calls.flatMap((call) => {
      if (call.reach !== 'main' || path === contract.file) return [call];
      return call.isInFunction ? [{ ...call, reach: 'maybe' as const }] : [];
    });
    findings.push(...run.flatMap((call) => judgeListening(call, shown(path), contract)));
  }
  return findings;
}

/** Whether a line at the left edge sets one of the names: the common case, which needs no parser. */
const isPlain = (names: readonly string[], text: string): boolean =>
  new RegExp(String.raw`^(?:${names.join('|')})[ \t]*(?::[^=\n]+)?=(?!=)`, 'm').test(blankStrings(text));

function judgeObject(app: AppObject, { bindings, hidesNames }: Module, minor: number, file: string): Finding[] {
  if (hidesNames) return [];
  const named = bindings.filter(({ name }) => app.names.includes(name));
  if (named.some((binding) => binding.in === 'module')) return [];
  const objects = bindings.filter((binding) => binding.in === 'module' && makesObject(binding, minor));
  if (app.isSearched && objects.length > 0) return [];
  const complain = (message: string, remedy: string, line: number): Finding[] => [
    (app.isDocumented ? error : warning)('app-object-missing', message, remedy, { file, line }),
  ];
  const [place] = named.toSorted((one, other) => one.line - other.line);
  if (place) {
    const isMain = place.in === 'main';
    const where = isMain
      ? `under \`if __name__ == "__main__":\`, which does not hold when ${app.loader} loads the module`
      : `in a ${place.in} only, so the module does not have it`;
    const remedy = isMain
      ? 'Make it above that line, and leave only the call that starts a server below.'
      : `Make it at the left edge, such as by a line \`${place.name} = …()\` that calls the function.`;
    const message = `${app.loader} looks for '${place.name}' in ${quote(file, 120)}, where it is made ${where}.`;
    return complain(message, remedy, place.line);
  }
  const likely = objects.find(({ values }) =>
    values.some((value) => /\.(?:FastAPI|Flask|Starlette|Dash|App|Litestar)\(\)$/.test(value)),
  );
  const [wanted = 'app'] = app.names;
  const instead = likely ? `; line ${likely.line} calls it '${quote(likely.name)}'` : '';
  return complain(
    `${app.loader} looks for '${wanted}' in ${quote(file, 120)}, and nothing there has this name${instead}.`,
    likely
      ? `Rename it, or add a line \`${wanted} = ${quote(likely.name)}\`.`
      : `Name the app object '${wanted}', or correct the entrypoint.`,
    likely?.line ?? 1,
  );
}

/** Whether a name is set to what some call gives. An object of one's own making may be an app; one of the standard library is none. */
const makesObject = ({ by, values }: Binding, minor: number): boolean =>
  by === 'value' &&
  values.some((value) => {
    const [head = '', ...rest] = value.split('.');
    return value.endsWith('()') && (rest.length === 0 || inStandardLibrary(head, minor).is !== 'brought');
  });
