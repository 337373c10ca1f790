/**
 * How Connect starts what is deployed to it: a row for each app mode with a process of its own.
 *
 * Known from Posit's clients: the forms of the entrypoints, and that Connect adds packages of its own to what a bundle requires.
 * Which these are, and the command lines, are inferred.
 */

import { bokeh, dashPrefixes, type Start, streamlit } from '../../shared/start-commands.ts';
import type { AppMode } from '../content/app-modes.ts';
import { GRADIO, SERVE } from './serve-scripts.ts';

export type Launcher = {
  /** Packages that Connect needs to run the content, beside those the content asks for. */
  readonly packages: readonly string[];
  /** Whether the app sees the whole path, because it was told its prefix. */
  readonly keepsPrefix: boolean;
  /** The command that starts the content, for a process in the bundle's folder. */
  readonly launch: Start;
};

const serve =
  (kind: 'wsgi' | 'asgi', isMounted = true): Start =>
  ({ python, entrypoint, host, port, basePath }) => ({
    command: [python, '-c', SERVE, kind, entrypoint, host, String(port), isMounted ? basePath : ''],
    env: {},
  });

const dash: Start = (start) => ({ ...serve('wsgi')(start), env: dashPrefixes(start) });

/** A module is accepted where a script is needed. */
const asScript =
  (launch: Start): Start =>
  (start) => {
    const [module = ''] = start.entrypoint.split(':');
    const entrypoint = module.endsWith('.py') ? module : `${module.replaceAll('.', '/')}.py`;
    return launch({ ...start, entrypoint });
  };

const gradio: Start = ({ python, entrypoint, host, port, basePath }) => ({
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
  'python-streamlit': row(asScript(streamlit)),
  'python-shiny': row(serve('asgi', false)),
  'python-bokeh': row(asScript(bokeh('bokeh')), { keepsPrefix: true }),
  'python-gradio': row(gradio),
  'python-panel': row(asScript(bokeh('panel')), { keepsPrefix: true }),
};
