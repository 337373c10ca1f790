import { join } from 'node:path';
import type { Feature } from './gates.ts';

/**
 * The app modes that Connect has for Python, and how their content is run here.
 *
 * Known from Posit's clients: the names, the forms of their entrypoints, the tags of the jobs `run_python_api` and
 * `run_fastapi_app`, and that Connect adds packages of its own to what a bundle requires. Everything else, such as the
 * other tags, the packages and the command lines, is inferred.
 */

type Start = {
  readonly python: string;
  readonly entrypoint: string;
  readonly host: string;
  readonly port: number;
  /** The path under which the content is seen from outside, without a slash at the end. */
  readonly basePath: string;
};

export type Launch = {
  readonly command: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** The app sees the whole path, because it was told its prefix. */
  readonly keepsPrefix?: true;
};

export type Mode = {
  /** As logs name it. */
  readonly title: string;
  readonly kind: 'app' | 'rendered' | 'static' | 'refused';
  readonly jobTag?: string;
  readonly since?: Feature;
  /** Packages that Connect needs to run the content, beside those it requires itself. */
  readonly packages?: readonly string[];
  readonly launch?: (start: Start) => Launch;
};

const RUNNERS = join(import.meta.dirname, 'runners');

const serve =
  (kind: 'wsgi' | 'asgi', mounted = true) =>
  ({ python, entrypoint, host, port, basePath }: Start): Launch => {
    const root = mounted ? basePath : '';
    return { command: [python, join(RUNNERS, 'serve.py'), kind, entrypoint, host, String(port), root] };
  };

const dash = (start: Start): Launch => ({
  ...serve('wsgi')(start),
  // The proxy takes the prefix off: the browser needs it in its requests, the routes do without.
  env: { DASH_REQUESTS_PATHNAME_PREFIX: `${start.basePath}/`, DASH_ROUTES_PATHNAME_PREFIX: '/' },
});

/** A module is accepted where a script is needed. */
const scriptOf = (entrypoint: string): string => {
  const [module = ''] = entrypoint.split(':');
  return module.endsWith('.py') ? module : `${module.replaceAll('.', '/')}.py`;
};

/** Behind a proxy the browser's origin is not the address that Streamlit sees, so its own checks must be off. */
const STREAMLIT = {
  'server.headless': true,
  'server.enableCORS': false,
  'server.enableXsrfProtection': false,
  'server.fileWatcherType': 'none',
  'browser.gatherUsageStats': false,
};

const streamlit = ({ python, entrypoint, host, port }: Start): Launch => {
  const options = Object.entries({ 'server.address': host, 'server.port': port, ...STREAMLIT });
  const flags = options.map(([name, value]) => `--${name}=${value}`);
  return { command: [python, '-m', 'streamlit', 'run', scriptOf(entrypoint), ...flags] };
};

/** Panel is served by Bokeh's server, with the same options. */
const bokeh =
  (module: 'bokeh' | 'panel') =>
  ({ python, entrypoint, host, port, basePath }: Start): Launch => {
    const where = ['--address', host, '--port', String(port), '--prefix', basePath];
    const command = [python, '-m', module, 'serve', scriptOf(entrypoint), ...where, '--allow-websocket-origin=*'];
    return { command, keepsPrefix: true };
  };

const gradio = ({ python, entrypoint, host, port, basePath }: Start): Launch => ({
  command: [python, join(RUNNERS, 'gradio.py'), entrypoint],
  env: {
    GRADIO_SERVER_NAME: host,
    GRADIO_SERVER_PORT: String(port),
    GRADIO_ROOT_PATH: basePath,
    GRADIO_ANALYTICS_ENABLED: 'False',
  },
});

const refused = (title: string): Mode => ({ title, kind: 'refused' });

export const MODES: Readonly<Record<string, Mode>> = {
  'python-api': { title: 'Python API', kind: 'app', jobTag: 'run_python_api', launch: serve('wsgi') },
  'python-fastapi': {
    ...{ title: 'FastAPI application', kind: 'app', jobTag: 'run_fastapi_app' },
    packages: ['uvicorn', 'websockets'],
    launch: serve('asgi'),
  },
  'python-dash': { title: 'Dash application', kind: 'app', jobTag: 'run_dash_app', launch: dash },
  'python-streamlit': { title: 'Streamlit application', kind: 'app', jobTag: 'run_streamlit_app', launch: streamlit },
  'python-bokeh': { title: 'Bokeh application', kind: 'app', jobTag: 'run_bokeh_app', launch: bokeh('bokeh') },
  'python-shiny': {
    ...{ title: 'Python Shiny application', kind: 'app', jobTag: 'run_pyshiny_app' },
    launch: serve('asgi', false),
  },
  'python-gradio': { title: 'Gradio application', kind: 'app', jobTag: 'run_gradio_app', launch: gradio },
  'python-panel': {
    ...{ title: 'Panel application', kind: 'app', jobTag: 'run_panel_app', since: 'panel' },
    launch: bokeh('panel'),
  },
  'jupyter-static': {
    ...{ title: 'Jupyter notebook', kind: 'rendered', jobTag: 'render_jupyter_notebook' },
    packages: ['nbconvert', 'ipykernel'],
  },
  static: { title: 'static content', kind: 'static' },
  'jupyter-voila': refused('Voila notebook'),
  'quarto-static': refused('Quarto document'),
  'quarto-shiny': refused('Quarto document with Shiny'),
  nodejs: { ...refused('Node.js application'), since: 'nodejs' },
};
