/** What an entrypoint of a mode is: an importable module, a script or module, a document, or nothing at all. */
type EntryForm = 'module' | 'script' | 'shiny' | 'notebook' | 'html' | 'none';

type ModeFacts = {
  /** What a person calls it. */
  readonly label: string;
  readonly form: EntryForm;
  /** Packages of a lock that speak for the mode when no code does. */
  readonly packages: readonly string[];
};

/**
 * The content types of Posit Connect that this action builds from source, by the names of its manifest and API.
 * The others (R, Node.js) are deployed with a manifest.json of their own.
 */
export const APP_MODES = {
  'python-api': { label: 'Flask or another WSGI app', form: 'module', packages: ['flask', 'bottle', 'falcon'] },
  'python-fastapi': {
    label: 'FastAPI or another ASGI app',
    form: 'module',
    packages: ['fastapi', 'starlette', 'litestar', 'quart'],
  },
  'python-dash': { label: 'Dash app', form: 'module', packages: ['dash'] },
  'python-streamlit': { label: 'Streamlit app', form: 'script', packages: ['streamlit'] },
  'python-shiny': { label: 'Shiny app', form: 'shiny', packages: ['shiny'] },
  'python-bokeh': { label: 'Bokeh app', form: 'script', packages: ['bokeh'] },
  'python-gradio': { label: 'Gradio app', form: 'script', packages: ['gradio'] },
  'python-panel': { label: 'Panel app', form: 'script', packages: ['panel'] },
  'quarto-static': { label: 'Quarto document', form: 'none', packages: [] },
  'jupyter-static': { label: 'notebook', form: 'notebook', packages: [] },
  'jupyter-voila': { label: 'Voila notebook', form: 'notebook', packages: ['voila'] },
  static: { label: 'HTML page', form: 'html', packages: [] },
} as const satisfies Readonly<Record<string, ModeFacts>>;

export type AppMode = keyof typeof APP_MODES;

export const MODE_NAMES = Object.keys(APP_MODES) as AppMode[];

export const isAppMode = (name: string): name is AppMode => Object.hasOwn(APP_MODES, name);

export const factsOf = (mode: AppMode): ModeFacts => APP_MODES[mode];
