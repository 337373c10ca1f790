/**
 * How Connect starts what is deployed to it: a row for each app mode with a process of its own.
 *
 * Known from Posit's clients: the forms of the entrypoints, and that Connect adds packages of its own to what a bundle requires.
 * Which these are, and the command lines, are inferred.
 */

import type { Launch } from '../../platform.ts';
import { STREAMLIT_BEHIND_PROXY } from '../../shared/streamlit.ts';
import type { AppMode } from '../content/app-modes.ts';
import { GRADIO, SERVE } from './serve-scripts.ts';

type StartCommand = {
  /** The interpreter of the content's environment, an absolute path. */
  readonly python: string;
  /** As the manifest has it. */
  readonly entrypoint: string;
  readonly host: string;
  readonly port: number;
  /** The path under which the content is seen from outside, without a slash at the end; '' at the root of a server. */
  readonly basePath: string;
};

export type Launcher = {
  /** Packages that Connect needs to run the content, beside those the content asks for. */
  readonly packages: readonly string[];
  /** Whether the app sees the whole path, because it was told its prefix. */
  readonly keepsPrefix: boolean;
  /** The command that starts the content, for a process in the bundle's folder. */
  readonly launch: (start: StartCommand) => Launch;
};

const serve =
  (kind: 'wsgi' | 'asgi', isMounted = true) =>
  ({ python, entrypoint, host, port, basePath }: StartCommand): Launch => ({
    command: [python, '-c', SERVE, kind, entrypoint, host, String(port), isMounted ? basePath : ''],
    env: {},
  });

const dash = (start: StartCommand): Launch => ({
  ...serve('wsgi')(start),
  // The proxy takes the prefix off: the browser needs it in its requests, the routes do without.
  env: { DASH_REQUESTS_PATHNAME_PREFIX: `${start.basePath}/`, DASH_ROUTES_PATHNAME_PREFIX: '/' },
});

/** A module is accepted where a script is needed. */
const scriptOf = (entrypoint: string): string => {
  const [module = ''] = entrypoint.split(':');
  return module.endsWith('.py') ? module : `${module.replaceAll('.', '/')}.py`;
};

const streamlit = ({ python, entrypoint, host, port }: StartCommand): Launch => {
  const options = Object.entries({ 'server.address': host, 'server.port': port, ...STREAMLIT_BEHIND_PROXY });
  const flags = options.map(([name, value]) => `--${name}=${value}`);
  return { command: [python, '-m', 'streamlit', 'run', scriptOf(entrypoint), ...flags], env: {} };
};

/** Panel is served by Bokeh's server, with the same options. */
const bokeh =
  (module: 'bokeh' | 'panel') =>
  ({ python, entrypoint, host, port, basePath }: StartCommand): Launch => {
    const where = ['--address', host, '--port', String(port), '--prefix', basePath];
    const options = [...where, '--allow-websocket-origin=*'];
    return { command: [python, '-m', module, 'serve', scriptOf(entrypoint), ...options], env: {} };
  };

const gradio = ({ python, entrypoint, host, port, basePath }: StartCommand): Launch => ({
  command: [python, '-c', GRADIO, entrypoint],
  env: {
    GRADIO_SERVER_NAME: host,
    GRADIO_SERVER_PORT: String(port),
    GRADIO_ROOT_PATH: basePath,
    GRADIO_ANALYTICS_ENABLED: 'False',
  },
});

const row = (launch: Launcher['launch'], more: Partial<Launcher> = {}): Launcher => ({
  ...{ packages: [], keepsPrefix: false, launch },
  ...more,
});

/** Modes without a row are rendered, or are files. */
export const LAUNCHERS: Readonly<Partial<Record<AppMode, Launcher>>> = {
  'python-api': row(serve('wsgi')),
  'python-fastapi': row(serve('asgi'), { packages: ['uvicorn', 'websockets'] }),
  'python-dash': row(dash),
  'python-streamlit': row(streamlit),
  'python-shiny': row(serve('asgi', false)),
  'python-bokeh': row(bokeh('bokeh'), { keepsPrefix: true }),
  'python-gradio': row(gradio),
  'python-panel': row(bokeh('panel'), { keepsPrefix: true }),
};
