import type { Finding } from '../../findings/finding.ts';
import { quote } from '../../findings/text.ts';
import { type Call, literal, readModule } from '../source/module.ts';
import { type NamedPath, normal, type Place, pathIn } from '../source/paths.ts';
import { isSure, type Loaded, type Surroundings } from './surroundings.ts';

/** What reads the file that its first argument names. */
const READERS =
  /^(?:open|io\.open|codecs\.open|(?:pandas|polars|geopandas)\.(?:read|scan)_(?:csv|excel|json|parquet|feather|pickle|table|file|ipc)|pandas\.ExcelFile|numpy\.(?:load|loadtxt|genfromtxt)|(?:joblib|torch)\.load|PIL\.Image\.open|openpyxl\.load_workbook|xarray\.open_dataset|matplotlib\.pyplot\.imread|onnxruntime\.InferenceSession|pyarrow\.parquet\.read_table)$/;
/** What reads the file that it is a method of. */
const PATH_READER = /^([\s\S]{1,400})\.\s*(?:read_text|read_bytes|open)\s*$/;
/** What needs a folder, and what comes of it where there is none: starlette/staticfiles.py and starlette/templating.py. */
const FOLDER_READERS: readonly FolderReader[] = [
  {
    callee: /^(?:fastapi|starlette)\.staticfiles\.StaticFiles$/,
    fails: 'StaticFiles raises an exception as the app starts',
    isAtOnce: true,
  },
  {
    callee: /^(?:fastapi|starlette)\.templating\.Jinja2Templates$/,
    fails: 'no template is found',
    isAtOnce: false,
  },
];
/** A name alone will do: it may be called by another. */
const OPENING =
  /\b(?:open|open_dataset|read_\w+|scan_\w+|loadtxt|genfromtxt|load|load_workbook|imread|ExcelFile|InferenceSession|StaticFiles|Jinja2Templates)\b/;
/** Who looks before, or has an answer to a file that is not there. */
const LOOKS = /\b(?:exists|is_file|isfile|is_dir|isdir|FileNotFoundError|OSError|IOError)\b/;
const MAKES_FOLDERS = /\b(?:mkdir|makedirs|mkdtemp|copytree)\b/;

type FolderReader = { readonly callee: RegExp; readonly fails: string; readonly isAtOnce: boolean };

type Sources = {
  /** The files that are loaded at the start. */
  readonly texts: ReadonlyMap<string, string>;
  placeOf(file: string): Promise<Place>;
};

/** Finds what the file at `path` opens that the server does not have. */
export async function openedIn(path: string, { texts, placeOf }: Sources, around: Surroundings): Promise<Finding[]> {
  const text = texts.get(path) ?? '';
  if (!OPENING.test(text) || /\bchdir\b/.test(text)) return [];
  const { calls } = await readModule(text);
  const place = await placeOf(path);
  const loaded = { file: around.shown(path), isProgram: around.isProgram(path) };
  const looks = LOOKS.test(text);
  const makes = [...texts.values()].some((one) => MAKES_FOLDERS.test(one));
  return calls.flatMap((call) => {
    if (looks && call.reach === 'maybe') return [];
    const opener = { line: call.line, loaded, isSure: !looks && isSure(call.reach, loaded) };
    const file = openedBy(call, place);
    if (file) return judgeFile(file, { ...opener, looks }, around);
    const reader = makes ? undefined : FOLDER_READERS.find(({ callee }) => callee.test(call.callee));
    const folder = reader && folderOf(call, place);
    return folder ? judgeFolder(folder, { ...opener, ...reader }, around) : [];
  });
}

/** Where something is opened, and whether that surely happens. */
type Opener = { readonly line: number; readonly loaded: Loaded; readonly isSure: boolean };

/** The path of what a call reads. */
function openedBy(call: Call, place: Place): NamedPath | undefined {
  const isReader = READERS.test(call.callee);
  const object = isReader ? undefined : PATH_READER.exec(call.text)?.[1];
  if (!isReader && object === undefined) return undefined;
  const mode = literal(call.keywords.get('mode') ?? call.positional[isReader ? 1 : 0]);
  if (/[wax+]/.test(String(mode ?? ''))) return undefined;
  return pathIn(object ?? call.positional[0] ?? '', place);
}

const folderOf = ({ positional, keywords }: Call, place: Place): NamedPath | undefined =>
  keywords.has('check_dir') ? undefined : pathIn(keywords.get('directory') ?? positional[0] ?? '', place);

function judgeFolder(
  named: NamedPath,
  { line, loaded, isSure, isAtOnce, fails }: Opener & FolderReader,
  around: Surroundings,
): Finding[] {
  const steps = named.path.startsWith('/') ? undefined : normal(named.path);
  if (!steps || around.hasFilesIn(steps)) return [];
  const { file } = loaded;
  const name = quote(steps, 120);
  const why = around.isIgnored(steps)
    ? '.gitignore excludes it'
    : around.exists(steps)
      ? 'git keeps no empty folders'
      : 'there is no such folder';
  return [
    {
      level: isSure && isAtOnce ? 'error' : 'warning',
      ...{ code: 'file-not-bundled', file, line },
      message: `The folder ${name} is used here, and the bundle has no file in it (${why}): ${fails}.`,
      remedy: `Commit a file in ${name}; an empty \`${name}/.gitkeep\` will do.`,
    },
  ];
}

function judgeFile(
  { path, isOwn }: NamedPath,
  { line, loaded, isSure, looks }: Opener & { readonly looks: boolean },
  around: Surroundings,
): Finding[] {
  if (path === '' || /^[a-z][\w+.-]+:\/\//i.test(path) || path.includes('*')) return [];
  const sure = isSure ? 'error' : 'warning';
  const { file } = loaded;
  const name = quote(path, 120);
  const told = (why: string, remedy: string, level: Finding['level'] = sure): Finding[] => [
    { ...{ level, code: 'file-not-bundled', remedy, file, line }, message: `${name} is opened here, ${why}.` },
  ];
  if (/^(?:[a-z]:[\\/]|\/(?:home|Users)\/)/i.test(path)) {
    return told(
      'which is a path of one computer',
      'Commit the file, and open it by its path in the project.',
      'warning',
    );
  }
  if (path.startsWith('/')) return [];
  if (path.includes('\\')) {
    const remedy = `Write '${quote(path.replaceAll('\\', '/'), 120)}', which works everywhere.`;
    return told('and only Windows takes a backslash for a folder', remedy, 'warning');
  }
  const steps = normal(path);
  if (steps === undefined) {
    return told('which is above the project: only the project is deployed', 'Move the file into the project.');
  }
  if (around.isBundled(steps)) return [];
  const isIgnored = around.isIgnored(steps);
  if (around.exists(steps)) {
    return isIgnored
      ? told('but .gitignore excludes it, so it is not deployed', `Commit it, or add \`include: ${name}\` to the step.`)
      : told(
          'but it is excluded from the bundle',
          "Check 'exclude', and the include and exclude of the platform's file.",
        );
  }
  // It may be made before it is read.
  if (isIgnored && looks) return [];
  if (isIgnored) {
    const remedy = 'Commit it, or have the app create or fetch it.';
    return told('but .gitignore keeps it out of the repository', remedy, 'warning');
  }
  const meant = around.meant(steps, file);
  if (meant === undefined) return [];
  const other = quote(meant, 120);
  const remedy = `Write '${other}'.`;
  if (meant.length === steps.length) {
    return told(`but the file is called ${other}: Linux distinguishes upper and lower case`, remedy, 'warning');
  }
  return isOwn ? [] : told(`but the file is ${other}: paths start at the folder of the project`, remedy, 'warning');
}
