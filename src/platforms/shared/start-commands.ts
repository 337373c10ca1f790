/** How the frameworks' own commands start an app: for a process in the bundle's folder. A platform's table adds what it does in its way. */
import type { Launch } from '../plan.ts';

export type StartCommand = {
  /** The interpreter of the content's environment, an absolute path. */
  readonly python: string;
  /** As the platform writes it, relative to the bundle's folder; forward slashes. */
  readonly entrypoint: string;
  readonly host: string;
  readonly port: number;
  /** The path under which the app is seen from outside, without a slash at the end; '' at the root of a server. */
  readonly basePath: string;
};

export type Start = (start: StartCommand) => Launch;

/** The command of a package, by `python -m`: with it, Python looks for modules in the bundle's folder too. */
const command = (python: string, module: string, ...args: readonly string[]): Launch => ({
  command: [python, '-m', module, ...args],
  env: {},
});

const where = ({ host, port }: StartCommand): string[] => ['--host', host, '--port', String(port)];

export const script: Start = ({ python, entrypoint }) => ({ command: [python, entrypoint], env: {} });

/** The ASGI object is called `app`. Modules next to the entrypoint are importable too, as they are when it is run as a script. */
export const uvicorn: Start = (start) => {
  const module = start.entrypoint.replace(/\.py$/, '').replaceAll('/', '.');
  const folder = start.entrypoint.slice(0, Math.max(start.entrypoint.lastIndexOf('/'), 0));
  const options = [...where(start), '--root-path', start.basePath, ...(folder === '' ? [] : ['--app-dir', folder])];
  return command(start.python, 'uvicorn', `${module}:app`, ...options);
};

/** ricochet's public example apps read these two variables. */
export const flask: Start = ({ python, entrypoint, host, port }) => ({
  ...command(python, 'flask', '--app', entrypoint, 'run'),
  env: { FLASK_RUN_HOST: host, FLASK_RUN_PORT: String(port) },
});

/** A folder stands for the `app.py` in it; Shiny documents that too, but looks for a module of that name instead. */
export const shiny: Start = (start) => {
  const { python, entrypoint } = start;
  const file = entrypoint.endsWith('.py') ? entrypoint : `${entrypoint.replace(/\/$/, '')}/app.py`;
  return command(python, 'shiny', 'run', ...where(start), file);
};

/** Behind a proxy, the browser's origin is not the address that Streamlit sees, so its own checks must be off. */
export const streamlit: Start = ({ python, entrypoint, host, port }) => {
  const options = {
    'server.address': host,
    'server.port': port,
    'server.headless': true,
    'server.enableCORS': false,
    'server.enableXsrfProtection': false,
    'server.fileWatcherType': 'none',
  };
  const flags = Object.entries(options).map(([name, value]) => `--${name}=${value}`);
  return command(python, 'streamlit', 'run', entrypoint, ...flags);
};

/** Panel is served by Bokeh's server, with the same options. */
export const bokeh =
  (module: 'bokeh' | 'panel'): Start =>
  ({ python, entrypoint, host, port, basePath }) => {
    const at = ['--address', host, '--port', String(port), '--prefix', basePath];
    return command(python, module, 'serve', entrypoint, ...at, '--allow-websocket-origin=*');
  };

/** A proxy takes the prefix off: the browser needs it in its requests, Dash's routes do without. */
export const dashPrefixes = ({ basePath }: StartCommand): Launch['env'] => ({
  DASH_REQUESTS_PATHNAME_PREFIX: `${basePath}/`,
  DASH_ROUTES_PATHNAME_PREFIX: '/',
});
