/** The command that starts the app, in its parts. */
export type RunCommand = {
  readonly text: string;
  /** Where it is written, where it is a setting. */
  readonly file?: string;
  readonly line?: number;
  /** How its program is found: by `uv run`, in `.venv/bin`, or neither. */
  readonly by: 'uv' | 'venv' | 'name';
  readonly uvOptions: readonly string[];
  /** The program, or the module of `python -m`. */
  readonly program: string;
  readonly isModule: boolean;
  readonly args: readonly string[];
  readonly entry: Entry | undefined;
};

/** What the program starts: a file, or a module, and the object in it. */
type Entry = { readonly file?: string; readonly module?: string; readonly object?: string };

/** Options of `uv run` that a value follows. */
const WITH_VALUE = new Set([
  ...['--cache-dir', '--config-file', '--directory', '--env-file', '--extra', '--group', '--index', '--no-extra'],
  ...['--no-group', '--only-group', '--package', '--project', '--python', '-p', '--with', '-w', '--with-editable'],
  ...['--with-requirements'],
]);

/** Reads a command that no shell runs. A text without a program in it has an empty one. */
export function readRunCommand(text: string, place: { file?: string; line?: number } = {}): RunCommand {
  let words = text.trim().split(/\s+/);
  const uvOptions: string[] = [];
  const isUv = words[0] === 'uv' && words[1] === 'run';
  if (isUv) {
    words = words.slice(2);
    while (words[0]?.startsWith('-') && !['-m', '--module', '--script', '-s'].includes(words[0])) {
      const [option = '', value = ''] = words;
      const hasValue = WITH_VALUE.has(option);
      words = words.slice(hasValue ? 2 : 1);
      if (option === '--') break;
      uvOptions.push(option, ...(hasValue ? [value] : []));
    }
    // uv takes a module or a file without its interpreter.
    if (words[0] === '-m' || words[0] === '--module') words = ['python', '-m', ...words.slice(1)];
    else if (words[0] === '--script' || words[0] === '-s') words = ['python', ...words.slice(1)];
    else if (words[0]?.endsWith('.py')) words = ['python', ...words];
  }
  const [first = '', ...rest] = words;
  const inVenv = /^(?:\.\/)?\.venv\/bin\/(.+)$/.exec(first)?.[1];
  const name = inVenv ?? first;
  const isModule = isPython(name) && rest[0] === '-m';
  const program = isModule ? (rest[1] ?? '') : name;
  const args = isModule ? rest.slice(2) : rest;
  return {
    ...{ text: text.trim(), ...place, by: isUv ? 'uv' : inVenv === undefined ? 'name' : 'venv' },
    ...{ uvOptions, program, isModule, args, entry: entryOf(program, isModule, args) },
  };
}

export const isPython = (program: string): boolean => /^python(?:3(?:\.\d+)?)?$/.test(program);

/** Servers that load `module:object`. */
export const LOADERS = ['uvicorn', 'hypercorn', 'granian', 'daphne', 'gunicorn', 'waitress-serve', 'waitress'];
const STARTERS = ['streamlit', 'shiny', 'panel', 'bokeh', 'fastapi', 'gradio'];
const OBJECT = /^([A-Za-z_][\w.]*):([A-Za-z_][\w.]*(?:\(\))?)$/;

/** Options of these whose value may look like the app: a configuration, a class. */
const NOT_THE_APP = /^(?:-c|--config|-k|--worker-class|--logger-class|--log-config|--loop|--http|--ws)$/;

function entryOf(program: string, isModule: boolean, args: readonly string[]): Entry | undefined {
  const spelt = (word: string | undefined): Entry | undefined => {
    if (word?.endsWith('.py')) return { file: word.replace(/^(?:\.\/)+/, '') };
    const [, module, object] = OBJECT.exec(word ?? '') ?? [];
    return module === undefined || object === undefined ? undefined : { module, object };
  };
  if (LOADERS.includes(program))
    return spelt(args.find((word, index) => OBJECT.test(word) && !NOT_THE_APP.test(args[index - 1] ?? '')));
  if (program === 'flask') {
    const index = args.findIndex((word) => word === '--app' || word === '-A' || word.startsWith('--app='));
    const word = args[index]?.startsWith('--app=') ? args[index]?.slice(6) : index < 0 ? undefined : args[index + 1];
    return spelt(word) ?? (word && /^[A-Za-z_][\w.]*$/.test(word) ? { module: word } : undefined);
  }
  if (STARTERS.includes(program)) return spelt(args.find((word) => spelt(word)));
  if (isPython(program)) return spelt(args.find((word) => word.endsWith('.py')));
  return isModule && /^[A-Za-z_][\w.]*$/.test(program) ? { module: program } : undefined;
}

/** The package that brings a program of another name. */
export const PROVIDERS: Readonly<Record<string, string>> = {
  ...{ uvicorn: 'uvicorn', gunicorn: 'gunicorn', hypercorn: 'hypercorn', granian: 'granian', daphne: 'daphne' },
  ...{ 'waitress-serve': 'waitress', waitress: 'waitress', flask: 'flask', streamlit: 'streamlit', shiny: 'shiny' },
  ...{ fastapi: 'fastapi-cli', panel: 'panel', bokeh: 'bokeh', gradio: 'gradio', celery: 'celery' },
};

/** Servers that have where to listen from variables of these names, from a file of their own that is there, or from one that is named. */
export function configuredServers(
  { program, args }: Pick<RunCommand, 'program' | 'args'>,
  variables: readonly string[],
  has: (path: string) => boolean,
): string[] {
  const prefixes = {
    uvicorn: 'UVICORN_',
    flask: 'FLASK_RUN_',
    granian: 'GRANIAN_',
    shiny: 'SHINY_',
    gunicorn: 'GUNICORN_',
    streamlit: 'STREAMLIT_SERVER_',
  };
  return [
    ...Object.entries(prefixes).flatMap(([server, prefix]) =>
      variables.some((name) => name.startsWith(prefix)) ? [server] : [],
    ),
    ...(has('.streamlit/config.toml') ? ['streamlit'] : []),
    ...(has('gunicorn.conf.py') ? ['gunicorn'] : []),
    ...(args.some((word) => /^(?:-c|--config(?:=.*)?)$/.test(word)) ? [program] : []),
  ];
}
