import { nearest } from '../../../findings/nearest.ts';
import { quote } from '../../../findings/text.ts';
import { type AppMode, isAppMode, MODE_NAMES } from './app-modes.ts';

/** Old names that Connect and its clients still write. */
const ALIASES: Readonly<Record<string, string>> = { 'nodejs-api': 'nodejs' };

/** Connect's own names for what is not built from source here. Two of them are traps: R had the short names first. */
const ELSEWHERE: Readonly<Record<string, AppMode | undefined>> = {
  shiny: 'python-shiny',
  api: 'python-api',
  'rmd-static': undefined,
  'rmd-shiny': undefined,
  nodejs: undefined,
  'quarto-shiny': undefined,
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
    `Connect has no content type '${quote(name)}'.`,
    meant ? `Did you mean '${meant}'?` : `Use one of: ${MODE_NAMES.join(', ')}.`,
  ];
}

/** Reads the name of a content type; `refused` says what is wrong with it, and what to do. */
export function readMode(given: string): AppMode | { readonly refused: readonly [message: string, remedy: string] } {
  const name = Object.hasOwn(ALIASES, given) ? (ALIASES[given] ?? given) : given;
  return isAppMode(name) ? name : { refused: unknownMode(name) };
}
