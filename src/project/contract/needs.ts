import { type Finding, warning } from '../../findings/finding.ts';
import { quote } from '../../findings/text.ts';
import { readClasses, readsVariables, type SettingsClass, variablesOf } from '../failure/settings-classes.ts';
import { type Call, type Module, readModule } from '../source/module.ts';
import { places } from '../source/places.ts';
import { enginesIn, mayMakeEngine } from './databases.ts';
import { openedIn } from './opened-files.ts';
import { isSure, type Loaded, type Surroundings } from './surroundings.ts';

const SECRETS = '.streamlit/secrets.toml';

/** Finds, in the files that are loaded at the start, what they open and read that the server does not have. */
export async function checkNeeds(texts: ReadonlyMap<string, string>, around: Surroundings): Promise<Finding[]> {
  const findings: Finding[] = [];
  const all = [...texts.values()].join('\n');
  const classesOf = settingsClasses(texts, all);
  const placeOf = places(texts);
  const written = [...all.matchAll(WRITING_OF_VARIABLE)].map(([, name = '']) => name);
  // What the .env of the checkout sets has a warning of its own.
  const set = [...around.variables, ...written, ...(READS_DOTENV.test(all) ? around.dotenv : [])];
  for (const [path, text] of texts) {
    const file = around.shown(path);
    const isProgram = around.isProgram(path);
    if (/\bstreamlit\b/.test(text) && /\bsecrets\b/.test(text) && !around.isBundled(SECRETS)) {
      // What writes the file as it starts has one.
      findings.push(...secretsIn(await readModule(text), { file, isProgram, isWritten: all.includes('secrets.toml') }));
    }
    const missing = missingIn(text, classesOf(path), around);
    findings.push(...(await openedIn(path, { texts, placeOf }, around)));
    if (missing.size === 0 && !mayMakeEngine(text)) continue;
    const { calls } = await readModule(text);
    const sure = calls.filter(({ reach }) => isSure(reach, { file, isProgram }));
    findings.push(...enginesIn(sure, await placeOf(path), set, file));
    findings.push(...settingsIn(calls, missing, { file, isProgram }));
  }
  if (READS_DOTENV.test(all)) findings.push(...unsetNames(texts, around));
  return findings.slice(0, MOST);
}

const MOST = 20;

const READS_DOTENV = /\b(?:load_dotenv|dotenv_values|find_dotenv|env_file|read_env|read_envfile)\b/;
/** What sets a variable itself, before or where there is none. */
const WRITING_OF_VARIABLE = /\benviron(?:\.setdefault\(\s*|\[\s*)["'](\w+)["'](?:\s*,|\s*\]\s*=(?!=))/g;
const READ_OF_VARIABLE = /\b(?:os\.)?(?:environ(?:\.get)?|getenv|config)\s*[[(]\s*["'](\w+)["']/g;

/** The variables that the app reads, and that only the .env of the checkout sets: one warning, at the first. */
function unsetNames(texts: ReadonlyMap<string, string>, { variables, dotenv, shown }: Surroundings): Finding[] {
  const missing = new Set(dotenv.filter((name) => !variables.includes(name)));
  const reads = [...texts].flatMap(([path, text]) =>
    [...text.matchAll(READ_OF_VARIABLE)]
      .filter(([, name = '']) => missing.has(name))
      .map(({ index, 1: name = '' }) => ({ name, file: shown(path), line: text.slice(0, index).split('\n').length })),
  );
  const [first] = reads;
  if (first === undefined) return [];
  const names = [...new Set(reads.map(({ name }) => name))].slice(0, MOST).join(', ');
  return [
    warning(
      'env-file-left-out',
      `.env is never deployed, and the app reads ${names} from it.`,
      `Store the values as secrets, and pass them with the input 'env': a line such as ${first.name}=\${{ secrets.${first.name} }} for each. (Ignore this if they are set on the platform.)`,
      { file: first.file, line: first.line },
    ),
  ];
}

/** The first read of `st.secrets` that nothing keeps from being run. */
function secretsIn({ reads }: Module, { isWritten, ...loaded }: Loaded & { readonly isWritten: boolean }): Finding[] {
  const read = reads.find(
    ({ of, attribute, reach }) =>
      of === 'streamlit.secrets' && attribute !== 'load_if_toml_exists' && isSure(reach, loaded),
  );
  if (read === undefined) return [];
  return [
    {
      level: isWritten ? 'warning' : 'error',
      code: 'secrets-not-bundled',
      message: `st.secrets is read here, and there is no ${SECRETS} in the bundle: the first visitor would see an exception.`,
      remedy: 'Read the values from variables (os.environ), and set them on the platform.',
      ...{ file: loaded.file, line: read.line },
    },
  ];
}

/**
 * The classes that a file has or names, of all files that are loaded at the start; none where nothing reads variables. A name that several
 * files have is not followed.
 */
function settingsClasses(
  texts: ReadonlyMap<string, string>,
  all: string,
): (path: string) => ReadonlyMap<string, SettingsClass> {
  if (!/\bBaseSettings\b/.test(all)) return () => new Map();
  const places = new Map<string, Set<string>>();
  for (const [path, text] of texts) {
    for (const [, name = ''] of text.matchAll(/^class[ \t]+(\w+)/gm)) {
      places.set(name, (places.get(name) ?? new Set()).add(path));
    }
  }
  const read = new Map<string, ReadonlyMap<string, SettingsClass>>();
  const within = (path: string): ReadonlyMap<string, SettingsClass> => {
    const known = read.get(path);
    if (known) return known;
    read.set(path, new Map()); // two files that inherit from one another
    const classes = readClasses(texts.get(path) ?? '', elsewhere(path));
    read.set(path, classes);
    return classes;
  };
  const elsewhere = (path: string) => (name: string) => {
    const [place, ...others] = [...(places.get(name) ?? [])].filter((other) => other !== path);
    return place === undefined || others.length > 0 ? undefined : within(place).get(name);
  };
  return (path) => {
    const text = texts.get(path) ?? '';
    const named = [...text.matchAll(/^from[ \t]+[.\w]+[ \t]+import[ \t]+\(?([\w, \t]+)/gm)].flatMap(([, names = '']) =>
      names.split(',').map((name) => name.trim()),
    );
    const imported = named.flatMap((name) => elsewhere(path)(name) ?? []);
    return new Map([...imported.map((one) => [one.name, one] as const), ...within(path)]);
  };
}

/** A call without arguments. */
const PLAIN_CALL = /\b(\w+)[\s\\]*\([\s\\]*[#)]/g;

/** The classes that a text calls, by name, with the variables that each needs and nothing sets. */
function missingIn(
  text: string,
  classes: ReadonlyMap<string, SettingsClass>,
  around: Surroundings,
): ReadonlyMap<string, readonly string[]> {
  const missing = new Map<string, readonly string[]>();
  const called = new Set([...text.matchAll(PLAIN_CALL)].map(([, name = '']) => name));
  for (const [name, settings] of classes) {
    if (!called.has(name) || !readsVariables(settings)) continue;
    const names = missingOf(settings, classes, around);
    if (names.length > 0) missing.set(name, names);
  }
  return missing;
}

/** Settings that are made as the file is loaded. The server may have their variables from before. */
function settingsIn(
  calls: readonly Call[],
  missingBy: ReadonlyMap<string, readonly string[]>,
  { file, isProgram }: Loaded,
): Finding[] {
  return calls.flatMap(({ written, positional, keywords, isPartial, line, reach }) => {
    const missing = missingBy.get(written);
    const isPlain = positional.length === 0 && keywords.size === 0 && !isPartial;
    if (missing === undefined || !isPlain || !isSure(reach, { file, isProgram })) return [];
    const names = quote(missing.join(', '), 200);
    return [
      warning(
        'settings-unset',
        `${written}() needs ${missing.length === 1 ? 'the variable' : 'the variables'} ${names}, which nothing in this step sets.`,
        "Pass them with the 'env' input, or set them on the platform.",
        { file, line },
      ),
    ];
  });
}

function missingOf(
  settings: SettingsClass,
  classes: ReadonlyMap<string, SettingsClass>,
  { variables, isBundled }: Surroundings,
): string[] {
  const { envFile, hasOtherSources } = settings;
  if (hasOtherSources || (envFile !== undefined && isBundled(envFile))) return [];
  const set = new Set(variables.map((name) => name.toUpperCase()));
  const required = settings.fields.filter(({ isRequired, alias }) => isRequired && alias !== 'unknown');
  const isSet = ({ name, alias }: (typeof required)[number]) =>
    set.has((alias ?? settings.prefix + name).toUpperCase());
  return required
    .filter((field) => !isSet(field))
    .flatMap(({ name }) => variablesOf(settings, [name], classes))
    .filter((name) => !set.has(name));
}
