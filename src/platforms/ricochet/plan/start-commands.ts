/**
 * How ricochet starts what is deployed to it: a row for each content type.
 *
 * Documented by ricochet: the content types, which of them are apps and which tasks, that FastAPI is launched with
 * `uvicorn`, that a `python-service` is its own script and binds to `PORT`, that `quarto-py` is `quarto render` (of the
 * folder, for a `_quarto.yml`) with QUARTO_PYTHON, VIRTUAL_ENV and PYTHONUNBUFFERED, and that content runs in the
 * folder of its bundle.
 *
 * Inferred: every other command line and option. ricochet's public example apps read FLASK_RUN_HOST and FLASK_RUN_PORT
 * (Flask) and HOST and PORT (Dash), so these are set; the ASGI object is called `app`, as in all of its examples.
 */

import type { Launch } from '../../platform.ts';
import { STREAMLIT_BEHIND_PROXY } from '../../shared/streamlit.ts';

export type StartCommand = {
  /** The interpreter of the restored environment, an absolute path. */
  readonly python: string;
  /** Relative to the bundle's folder, which is also the working directory; forward slashes. */
  readonly entrypoint: string;
  readonly host: string;
  readonly port: number;
  /** The path under which the app is seen from outside, without a slash at the end; '' at the root of a server. */
  readonly basePath: string;
};

type Row = { readonly kind: 'app' | 'task'; readonly launch: (start: StartCommand) => Launch };

const split = (entrypoint: string): { folder: string; file: string } => {
  const at = entrypoint.lastIndexOf('/');
  return { folder: entrypoint.slice(0, Math.max(at, 0)), file: entrypoint.slice(at + 1) };
};

/** `src/app.py` as `src.app`. */
const moduleName = (entrypoint: string): string => entrypoint.replace(/\.py$/, '').replaceAll('/', '.');

const script = ({ python, entrypoint }: StartCommand): Launch => ({ command: [python, entrypoint], env: {} });

/** Modules beside the entry point are importable too, as they are when it is run as a script. */
const fastApi = ({ python, entrypoint, host, port, basePath }: StartCommand): Launch => {
  const { folder } = split(entrypoint);
  const options = ['--host', host, '--port', String(port), '--root-path', basePath];
  const beside = folder === '' ? [] : ['--app-dir', folder];
  return { command: [python, '-m', 'uvicorn', `${moduleName(entrypoint)}:app`, ...options, ...beside], env: {} };
};

const flask = ({ python, entrypoint, host, port }: StartCommand): Launch => ({
  command: [python, '-m', 'flask', '--app', entrypoint, 'run'],
  env: { FLASK_RUN_HOST: host, FLASK_RUN_PORT: String(port) },
});

const streamlit = ({ python, entrypoint, host, port }: StartCommand): Launch => {
  const options = Object.entries({ 'server.address': host, 'server.port': port, ...STREAMLIT_BEHIND_PROXY });
  const flags = options.map(([name, value]) => `--${name}=${value}`);
  return { command: [python, '-m', 'streamlit', 'run', entrypoint, ...flags], env: {} };
};

/**
 * A Dash script ends in `app.run()`, which reads HOST and PORT. One that is written for a WSGI server has no such line:
 * then its `app` is run for it.
 */
const DASH = `import os, runpy, sys
del sys.argv[0]
sys.path.insert(0, os.path.dirname(os.path.abspath(sys.argv[0])))
script = runpy.run_path(sys.argv[0], run_name="__main__")
script["app"].run(host=os.environ["HOST"], port=os.environ["PORT"])`;

const dash = ({ python, entrypoint, host, port, basePath }: StartCommand): Launch => ({
  command: [python, '-c', DASH, entrypoint],
  env: {
    HOST: host,
    PORT: String(port),
    // The proxy takes the prefix off: the browser needs it in its requests, the routes do without.
    DASH_REQUESTS_PATHNAME_PREFIX: `${basePath}/`,
    DASH_ROUTES_PATHNAME_PREFIX: '/',
  },
});

/** A folder stands for the `app.py` in it; Shiny documents that too, but looks for a module of that name instead. */
const shiny = ({ python, entrypoint, host, port }: StartCommand): Launch => {
  const file = entrypoint.endsWith('.py') ? entrypoint : `${entrypoint.replace(/\/$/, '')}/app.py`;
  return { command: [python, '-m', 'shiny', 'run', '--host', host, '--port', String(port), file], env: {} };
};

const service = (start: StartCommand): Launch => ({ ...script(start), env: { PORT: String(start.port) } });

const quarto = ({ python, entrypoint }: StartCommand): Launch => {
  const { folder, file } = split(entrypoint);
  const target = file === '_quarto.yml' ? folder || '.' : entrypoint;
  return { command: ['quarto', 'render', target], env: { QUARTO_PYTHON: python } };
};

const TABLE = {
  'fast-api': { kind: 'app', launch: fastApi },
  flask: { kind: 'app', launch: flask },
  streamlit: { kind: 'app', launch: streamlit },
  dash: { kind: 'app', launch: dash },
  'shiny-py': { kind: 'app', launch: shiny },
  'python-service': { kind: 'app', launch: service },
  python: { kind: 'task', launch: script },
  'quarto-py': { kind: 'task', launch: quarto },
} as const satisfies Record<string, Row>;

/** A content type for Python, as `_ricochet.toml` spells it. */
export type ContentType = keyof typeof TABLE;

export const isContentType = (name: string): name is ContentType => Object.hasOwn(TABLE, name);

/** An app stays up and answers requests; a task runs to its end. */
export const kindOf = (contentType: ContentType): 'app' | 'task' => TABLE[contentType].kind;

/** The command that starts the content, for a process in the bundle's folder. */
export const launch = (contentType: ContentType, start: StartCommand): Launch => {
  const { command, env } = TABLE[contentType].launch(start);
  return { command, env: { PYTHONUNBUFFERED: '1', ...env } };
};
