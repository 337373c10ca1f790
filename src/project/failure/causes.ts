import { quote } from '../../findings/text.ts';
import { bringersOf } from '../imports/module-packages.ts';
import { readClasses, variablesOf } from './settings-classes.ts';
import type { Traceback } from './traceback.ts';

/** Why a program failed, as far as what it printed tells. */
export type Cause = { readonly code: string; readonly message: string; readonly remedy: string };

export type Evidence = {
  /** What messages call the program. */
  readonly kind: 'app' | 'task';
  readonly log: string;
  readonly traceback: Traceback | undefined;
  /** Whether the project has a file that is not in the bundle. The path is the program's. */
  isLeftOut(path: string): boolean;
  /** The folder in the bundle that holds a module of this name where Python does not look; '' is the bundle's own. */
  placeOf?(module: string): string | undefined;
  /** The text of a file of the program, by the path that the program saw. */
  read?(path: string): string | undefined;
};

type Row = (evidence: Evidence) => Cause | undefined;

function variable(kind: Evidence['kind'], name: string | undefined): Cause {
  const isOne = !name?.includes(',');
  return {
    code: 'start-missing-variable',
    message: name
      ? `The ${kind} needs ${isOne ? 'the variable' : 'the variables'} ${quote(name, 200)}, which ${isOne ? 'is' : 'are'} not set.`
      : `The ${kind} needs variables that are not set.`,
    remedy: `Set ${isOne ? 'it' : 'them'} on the platform, and give ${isOne ? 'it' : 'them'} to the step that deploys with the 'env' input.`,
  };
}

/** A module of the project itself: no package brings it. */
const misplaced = (kind: Evidence['kind'], name: string, place: string): Cause => ({
  code: 'start-missing-module',
  message: `The ${kind} needs the module '${quote(name)}' of the project, which is in ${quote(place || 'its root', 120)}: Python does not look there when the ${kind} is started this way.`,
  remedy: `Import it by its whole name${place === '' ? '' : ` (${quote(`${place.replaceAll('/', '.')}.${name}`, 120)})`}, or move it to where the ${kind} is started.`,
});

/** In this order: what a program says of itself goes before what its last exception is called. */
const ROWS: readonly Row[] = [
  ({ kind, log, isLeftOut, placeOf }) => {
    const name = /No module named '?([\w.]+)'?/.exec(lastMatching(log, /No module named/))?.[1];
    if (name === undefined) return undefined;
    const path = name.replaceAll('.', '/');
    const isOurs = isLeftOut(`${path}.py`) || isLeftOut(`${path}/__init__.py`);
    const place = placeOf?.(name);
    if (!isOurs && place !== undefined) return misplaced(kind, name, place);
    const { packages, isCertain } = bringersOf(name);
    return {
      code: 'start-missing-module',
      message: `The ${kind} needs the module '${quote(name)}', ${isOurs ? 'which is part of the project but excluded from the bundle' : 'which is not installed'}.`,
      remedy: isOurs
        ? "Check .gitignore, and 'include' and 'exclude'."
        : `Run \`uv add ${isCertain ? packages[0] : 'PACKAGE'}\`${isCertain ? '' : ' with the package that provides it'}, and commit pyproject.toml and uv.lock.`,
    };
  },
  ({ kind, log }) =>
    /Address already in use|Port \d+ is (?:already )?in use|\bWinError 10048\b/i.test(log)
      ? {
          code: 'start-port-in-use',
          message: `The ${kind}’s port is already in use.`,
          remedy: 'Listen on the port in the variable PORT, once.',
        }
      : undefined,
  ({ log }) => {
    const [, loader] =
      /(Error loading ASGI app\. (?:Attribute|Could not import)[^\n]*|(?:Failed to find (?:Flask application|attribute)|Detected factory '[^\n]*could not call)[^\n]*)/.exec(
        log,
      ) ?? [];
    return loader === undefined
      ? undefined
      : {
          code: 'start-no-app',
          message: `The server does not find the app object: ${quote(loader, 160)}`,
          remedy: "Name the app object 'app' in the entrypoint, or correct the entrypoint.",
        };
  },
  ({ kind, traceback }) =>
    /(?:^|\.)StreamlitSecretNotFoundError$/.test(traceback?.type ?? '') ||
    /No secrets (?:files )?found/.test(traceback?.message ?? '')
      ? {
          code: 'start-missing-file',
          message: `The ${kind} reads st.secrets, and there is no .streamlit/secrets.toml in the bundle.`,
          remedy: 'Read these values from variables (os.environ), and set them on the platform.',
        }
      : undefined,
  ({ kind, traceback, isLeftOut }) => {
    const path = /^\[Errno 2\] No such file or directory: ['"](.+?)['"]/.exec(traceback?.message ?? '')?.[1];
    if (path === undefined) return undefined;
    const isOurs = isLeftOut(path);
    return {
      code: 'start-missing-file',
      message: `The ${kind} opens ${quote(path, 120)}, which ${isOurs ? 'is part of the project but excluded from the bundle' : 'does not exist'}.`,
      remedy: isOurs
        ? "Check .gitignore, and 'include' and 'exclude'."
        : `Commit the file, or have the ${kind} create it; paths start at the folder of the project.`,
    };
  },
  ({ kind, traceback }) => {
    const { type, message, frames } = traceback ?? { type: '', message: '', frames: [] };
    // The line that a launcher hands over to Python asks for the object by its name.
    if (type === 'KeyError' && frames.at(-1)?.path === '<string>') {
      return {
        code: 'start-no-app',
        message: `The server does not find the app object ${quote(message, 80)}.`,
        remedy: "Name the app object 'app' in the entrypoint, or correct the entrypoint.",
      };
    }
    if (type === 'KeyError') {
      const isEnviron = frames.some(
        ({ path, source }) => path === '<frozen os>' || /[\\/]os\.py$/.test(path) || /\benviron\b/.test(source),
      );
      return isEnviron ? variable(kind, /^['"](.+)['"]$/m.exec(message)?.[1]) : undefined;
    }
    return undefined;
  },
  ({ kind, traceback, read }) => {
    const { type = '', message = '', frames = [] } = traceback ?? {};
    const isSettings = /ValidationError$/.test(type) && frames.some(({ path }) => /pydantic_settings/.test(path));
    if (!isSettings || !/Field required/.test(message)) return undefined;
    const [, className = ''] = /validation errors? for (\w+)/.exec(message) ?? [];
    // The class is where it is called, or in a file on the way.
    const texts = frames.flatMap(({ path }) => read?.(path) ?? []);
    const classes = texts.map((text) => readClasses(text)).find((one) => one.has(className)) ?? new Map();
    const settings = classes.get(className);
    const names = [...message.matchAll(/^(\S+)\n\s+Field required/gm)].flatMap(([, path = '']) =>
      settings ? variablesOf(settings, path.split('.'), classes) : [path.toUpperCase()],
    );
    return variable(kind, names.join(', '));
  },
  ({ kind, traceback }) => {
    const message = traceback?.message ?? '';
    const name =
      /Set the (\w+) environment variable/.exec(message)?.[1] ??
      /^(\w+) not found\. Declare it as envvar/.exec(message)?.[1] ??
      /Environment variable "(\w+)" not set/.exec(message)?.[1] ??
      // Clients of services name the variable that they read their key from.
      /(?:key|token|credentials?)\b[\s\S]{0,200}?\b([A-Z][A-Z0-9]*_(?:[A-Z0-9]+_)*(?:KEY|TOKEN|SECRET|URL|ENDPOINT|CREDENTIALS))\b[`'"]? (?:environment|env)/i.exec(
        message,
      )?.[1];
    return name === undefined ? undefined : variable(kind, name);
  },
];

/** The first cause that fits; nothing where the program only says that it failed. */
export function causeOf(evidence: Evidence): Cause | undefined {
  for (const row of ROWS) {
    const cause = row(evidence);
    if (cause) return cause;
  }
  return undefined;
}

const lastMatching = (log: string, pattern: RegExp): string =>
  log.split('\n').findLast((line) => pattern.test(line)) ?? '';
