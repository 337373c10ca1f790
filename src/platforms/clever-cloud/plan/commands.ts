import type { Framework } from '../../../project/apps/frameworks.ts';

/** An app whose command is to be found: its file, and the object in it, or a function that makes it. */
type Subject = {
  readonly path: string;
  readonly framework: Framework;
  readonly object?: string;
  readonly isFactory?: boolean;
};

/** A command and its variables; or the package without which nothing starts the app. */
type Found =
  | { readonly text: string; readonly env?: Readonly<Record<string, string>>; readonly note?: string }
  | { readonly missing: string };

type Context = {
  readonly port: number;
  /** Whether a package is among those that the platform installs. */
  has(name: string): boolean;
  /** Whether the project itself is installed, so that what is in `src` can be imported. */
  readonly isInstalled: boolean;
  /** Whether `src` is a package itself, whose modules are called `src.main`. */
  readonly isSrcPackage: boolean;
};

const ALL = '0.0.0.0';

/** Behind the platform's proxy, the browser's origin is not the address that Streamlit sees. */
const STREAMLIT =
  '--server.headless=true --server.enableCORS=false --server.enableXsrfProtection=false --server.fileWatcherType=none --browser.gatherUsageStats=false';

/** The commands of frameworks whose files do nothing, or no more than once, when they are run as programs; by the module that is imported. */
const RUNNERS: Readonly<Record<string, (path: string, port: number) => string>> = {
  marimo: (path, port) => `marimo run ${path} --host ${ALL} --port ${port} --headless`,
  chainlit: (path, port) => `chainlit run ${path} --host ${ALL} --port ${port} --headless`,
};

/** The command for a script: its framework's own, unless it serves by itself. */
export function scriptCommand(path: string, port: number, web: string | undefined): string {
  const runner = web === undefined ? undefined : RUNNERS[web];
  return `.venv/bin/${runner?.(path, port) ?? `python ${path}`}`;
}

/** The commands of each server, by the package that brings it, in the order in which they are taken. */
const ASGI: readonly (readonly [string, (target: string, port: number, isFactory: boolean) => string])[] = [
  [
    'uvicorn',
    (target, port, isFactory) => `uvicorn ${target}${isFactory ? ' --factory' : ''} --host ${ALL} --port ${port}`,
  ],
  [
    'granian',
    (target, port, isFactory) =>
      `granian --interface asgi${isFactory ? ' --factory' : ''} --host ${ALL} --port ${port} ${target}`,
  ],
  ['hypercorn', (target, port, isFactory) => `hypercorn --bind ${ALL}:${port} ${target}${isFactory ? '()' : ''}`],
];
const WSGI: typeof ASGI = [
  ['gunicorn', (target, port, isFactory) => `gunicorn --bind ${ALL}:${port} ${target}${isFactory ? '()' : ''}`],
  [
    'waitress',
    (target, port, isFactory) => `waitress-serve --host ${ALL} --port ${port}${isFactory ? ' --call' : ''} ${target}`,
  ],
  [
    'granian',
    (target, port, isFactory) =>
      `granian --interface wsgi${isFactory ? ' --factory' : ''} --host ${ALL} --port ${port} ${target}`,
  ],
];

/** The command that starts an app of a framework with what is locked, as the platform takes it: without a shell. */
export function commandFor(subject: Subject, context: Context): Found {
  const { path, framework } = subject;
  const { port } = context;
  const run = (command: string, env?: Record<string, string>): Found => ({
    text: `.venv/bin/${command}`,
    ...(env && { env }),
  });
  switch (framework) {
    case 'fastapi':
    case 'asgi':
      return served(subject, context, ASGI) ?? { missing: 'uvicorn' };
    case 'flask':
      return served(subject, context, WSGI) ?? flask(subject, context);
    case 'wsgi':
      return served(subject, context, WSGI) ?? { missing: 'gunicorn' };
    case 'streamlit':
      return run(`streamlit run ${path} --server.address=${ALL} --server.port=${port} ${STREAMLIT}`);
    case 'shiny':
      return run(`shiny run --host ${ALL} --port ${port} ${path}`);
    case 'panel':
    case 'bokeh':
      return run(`${framework} serve ${path} --address ${ALL} --port ${port} --allow-websocket-origin=*`);
    // Both read where to listen from variables when the code does not say.
    case 'dash':
      return run(`python ${path}`, { HOST: ALL });
    case 'gradio':
      return run(`python ${path}`, { GRADIO_SERVER_NAME: ALL, GRADIO_SERVER_PORT: String(port) });
  }
}

function served(subject: Subject, context: Context, servers: typeof ASGI): Found | undefined {
  const server = servers.find(([name]) => context.has(name));
  if (server === undefined) return undefined;
  const { module, env } = moduleOf(subject, context);
  const target = `${module}:${subject.object ?? 'app'}`;
  return { text: `.venv/bin/${server[1](target, context.port, subject.isFactory ?? false)}`, ...env };
}

function flask(subject: Subject, context: Context): Found {
  const { module, env } = moduleOf(subject, context);
  const target = `${module}:${subject.object ?? 'app'}${subject.isFactory ? '()' : ''}`;
  return {
    text: `.venv/bin/flask --app ${target} run --host ${ALL} --port ${context.port}`,
    ...env,
    note: "That is Flask's development server, for neither gunicorn nor waitress is locked: `uv add gunicorn` brings one for production.",
  };
}

/** The name under which a file is imported. What is in `src` and not installed is looked for there. */
function moduleOf({ path }: Subject, { isInstalled, isSrcPackage }: Context): { module: string; env: object } {
  const isBelow = path.startsWith('src/');
  const inside = isBelow && !isSrcPackage ? path.slice('src/'.length) : path;
  const module = inside.replace(/(?:\/__init__)?\.py$/, '').replaceAll('/', '.');
  return { module, env: isBelow && !isInstalled ? { env: { PYTHONPATH: 'src' } } : {} };
}
