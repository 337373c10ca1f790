import type { Framework } from '../../../project/apps/frameworks.ts';

type Kind = 'app' | 'task';

export type ContentType = {
  readonly kind: Kind;
  /** What the entrypoint may be. */
  readonly accepts: RegExp;
  readonly entrypoint: string;
  /** The same thing in Posit Connect's words, for the manifest. */
  readonly appmode: string;
};

/**
 * ricochet's Python content types (its documentation, "Content items", and its command-line client's schema notes).
 * A directory as entrypoint of `shiny-py` is accepted by its name having no extension.
 */
const TABLE = {
  'fast-api': { kind: 'app', accepts: /\.py$/, entrypoint: 'a .py file', appmode: 'python-fastapi' },
  flask: { kind: 'app', accepts: /\.py$/, entrypoint: 'a .py file', appmode: 'python-api' },
  streamlit: { kind: 'app', accepts: /\.py$/, entrypoint: 'a .py file', appmode: 'python-streamlit' },
  dash: { kind: 'app', accepts: /\.py$/, entrypoint: 'a .py file', appmode: 'python-dash' },
  'shiny-py': {
    kind: 'app',
    accepts: /\.py$|(?:^|\/)[^/.]*$|^\.$/,
    entrypoint: 'a .py file or a folder',
    appmode: 'python-shiny',
  },
  'python-service': { kind: 'app', accepts: /\.py$/, entrypoint: 'a .py file', appmode: 'python-api' },
  python: { kind: 'task', accepts: /\.py$/, entrypoint: 'a .py file', appmode: 'static' },
  'quarto-py': {
    kind: 'task',
    accepts: /\.qmd$|(?:^|\/)_quarto\.yml$/,
    entrypoint: 'a .qmd file or _quarto.yml',
    appmode: 'quarto-static',
  },
  // Since ricochet 0.24.
  jupyter: { kind: 'task', accepts: /\.ipynb$/, entrypoint: 'a .ipynb file', appmode: 'jupyter-static' },
} as const satisfies Record<string, ContentType>;

/** A content type for Python, as `_ricochet.toml` spells it. */
export type ContentTypeName = keyof typeof TABLE;

export const CONTENT_TYPES: Readonly<Record<string, ContentType>> = TABLE;

export const isContentType = (name: string): name is ContentTypeName => Object.hasOwn(TABLE, name);

/** An app stays up and answers requests; a task runs to its end. `undefined` for what is not a content type for Python. */
export const kindOf = (name: string): Kind | undefined => (isContentType(name) ? TABLE[name].kind : undefined);

/** Content types of the other languages ricochet runs: right for the server, but not for this action. */
export const OTHER_LANGUAGES = [
  ...['shiny', 'shiny-r', 'plumber', 'ambiorix', 'rmd', 'rmd-shiny', 'r', 'r-service', 'serverless-r'],
  ...['quarto-r', 'quarto-r-shiny', 'quarto-jl', 'julia', 'julia-service'],
] as const;

/** The content types that start apps of a framework. Other web apps may be programs of their own: `python-service`. */
export const CONTENT_TYPE_OF: Readonly<Partial<Record<Framework, ContentTypeName>>> = {
  fastapi: 'fast-api',
  flask: 'flask',
  streamlit: 'streamlit',
  dash: 'dash',
  shiny: 'shiny-py',
};
