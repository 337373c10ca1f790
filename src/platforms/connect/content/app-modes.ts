import { nearest } from '../../../findings/nearest.ts';
import { quote } from '../../../findings/text.ts';

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
  'quarto-shiny': { label: 'interactive Quarto document', form: 'none', packages: [] },
  'jupyter-static': { label: 'notebook', form: 'notebook', packages: [] },
  'jupyter-voila': { label: 'Voila notebook', form: 'notebook', packages: ['voila'] },
  static: { label: 'HTML page', form: 'html', packages: [] },
} as const satisfies Readonly<Record<string, ModeFacts>>;

export type AppMode = keyof typeof APP_MODES;

export const MODE_NAMES = Object.keys(APP_MODES) as AppMode[];

/** Whether Quarto renders it; what is interactive is started then. */
export const isQuarto = (mode: AppMode): boolean => mode === 'quarto-static' || mode === 'quarto-shiny';

export const isAppMode = (name: string): name is AppMode => Object.hasOwn(APP_MODES, name);

export const factsOf = (mode: AppMode): ModeFacts => APP_MODES[mode];

/** Old names that Connect and its clients still write. */
const ALIASES: Readonly<Record<string, string>> = { 'nodejs-api': 'nodejs' };

/** Connect's own names for what is not built from source here. Two of them are traps: R had the short names first. */
const ELSEWHERE: Readonly<Record<string, AppMode | undefined>> = {
  shiny: 'python-shiny',
  api: 'python-api',
  'rmd-static': undefined,
  'rmd-shiny': undefined,
  nodejs: undefined,
  'tensorflow-saved-model': undefined,
};

/** What people call the modes, rsconnect's command line among them. */
const NICKNAMES: Readonly<Record<string, AppMode>> = {
  flask: 'python-api',
  'python-flask': 'python-api',
  'python-django': 'python-api',
  notebook: 'jupyter-static',
  voila: 'jupyter-voila',
  quarto: 'quarto-static',
  html: 'static',
};

/** What to say of a name that is none of ours. */
function unknownMode(name: string): [message: string, remedy: string] {
  if (Object.hasOwn(ELSEWHERE, name)) {
    const twin = ELSEWHERE[name];
    return [
      `Content of the type ${name} is not built from source here${twin ? `: that is R's` : ''}.`,
      `${twin ? `Write ${twin} for Python's. For ${name}, commit` : 'Commit'} the manifest.json that rsconnect writes for it, and leave out content-type.`,
    ];
  }
  const known = Object.hasOwn(NICKNAMES, name) ? NICKNAMES[name] : undefined;
  const meant = known ?? nearest(name, MODE_NAMES) ?? nearest(`python-${name}`, MODE_NAMES);
  return [
    `Unknown content-type '${quote(name)}'.`,
    meant ? `Did you mean '${meant}'?` : `Use one of: ${MODE_NAMES.join(', ')}.`,
  ];
}

/** Reads the name of a content type; `refused` says what is wrong with it, and what to do. */
export function readMode(given: string): AppMode | { readonly refused: readonly [message: string, remedy: string] } {
  const name = Object.hasOwn(ALIASES, given) ? (ALIASES[given] ?? given) : given;
  return isAppMode(name) ? name : { refused: unknownMode(name) };
}
