import { LAUNCHERS, type Launcher } from '../../../src/platforms/connect/plan/start-commands.ts';
import type { Feature } from './gates.ts';

/**
 * The app modes that Connect has for Python, and how their content is run here.
 *
 * Known from Posit's clients: the names, and the tags of the jobs `run_python_api` and `run_fastapi_app`. The other tags are
 * inferred.
 */

export type Mode = {
  /** As logs name it. */
  readonly title: string;
  readonly kind: 'app' | 'rendered' | 'static' | 'refused';
  readonly jobTag?: string;
  readonly since?: Feature;
  /** Packages that Connect needs to run the content, beside those it requires itself. */
  readonly packages?: readonly string[];
  readonly launcher?: Launcher;
};

const app = (mode: keyof typeof LAUNCHERS, title: string, jobTag: string, more: Partial<Mode> = {}): Mode => {
  const launcher = LAUNCHERS[mode];
  return { title, kind: 'app', jobTag, ...(launcher && { launcher, packages: launcher.packages }), ...more };
};

const refused = (title: string): Mode => ({ title, kind: 'refused' });

export const MODES: Readonly<Record<string, Mode>> = {
  'python-api': app('python-api', 'Python API', 'run_python_api'),
  'python-fastapi': app('python-fastapi', 'FastAPI application', 'run_fastapi_app'),
  'python-dash': app('python-dash', 'Dash application', 'run_dash_app'),
  'python-streamlit': app('python-streamlit', 'Streamlit application', 'run_streamlit_app'),
  'python-bokeh': app('python-bokeh', 'Bokeh application', 'run_bokeh_app'),
  'python-shiny': app('python-shiny', 'Python Shiny application', 'run_pyshiny_app'),
  'python-gradio': app('python-gradio', 'Gradio application', 'run_gradio_app'),
  'python-panel': app('python-panel', 'Panel application', 'run_panel_app', { since: 'panel' }),
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
