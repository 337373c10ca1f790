import { delimiter, isAbsolute } from 'node:path';

/** Variables as a process has them. */
export type Variables = Readonly<Record<string, string | undefined>>;

/** Matches each of the names, which may be patterns, whatever their case; blanks separate them. */
export const variableNames = (names: string): RegExp =>
  new RegExp(`^(?:${names.trim().replaceAll(/\s+/g, '|')})$`, 'i');

/** What programs can't do without on each system, and the mark by which the runner ends what a job leaves running. */
const SYSTEM = variableNames(`
  SYSTEMROOT SYSTEMDRIVE WINDIR COMSPEC PATHEXT OS NUMBER_OF_PROCESSORS PROCESSOR_ARCHITECTURE PROCESSOR_ARCHITEW6432
  PROGRAMDATA ALLUSERSPROFILE (?:COMMON)?PROGRAM(?:FILES(?:\\(X86\\))?|W6432)
  TZ LD_LIBRARY_PATH NIX_LD(?:_LIBRARY_PATH)? RUNNER_TRACKING_ID
`);

/** The user's own folders and language. */
const USER = variableNames(`
  HOME USERPROFILE HOMEDRIVE HOMEPATH APPDATA LOCALAPPDATA USER USERNAME LOGNAME XDG_\\w+
  TMPDIR TEMP TMP LANG LANGUAGE LC_\\w+
`);

/**
 * The environment for a program that this action starts: a list of what is allowed, because a job's variables hold its secrets and
 * change how tools act. `outer` is the job's own; `allowed` are names that this program needs as well. Names are the same in upper
 * and lower case, as on Windows.
 */
export const childEnvironment = (outer: Variables, ...allowed: readonly RegExp[]): Record<string, string> =>
  choose(outer, [SYSTEM, USER, ...allowed]);

/** As `childEnvironment`, without the user's folders: for code that gets folders of its own. */
export const systemEnvironment = (outer: Variables): Record<string, string> => choose(outer, [SYSTEM]);

function choose(outer: Variables, allowed: readonly RegExp[]): Record<string, string> {
  const chosen: Record<string, string> = { PATH: '' };
  for (const [name, value] of Object.entries(outer)) {
    if (value === undefined) continue;
    if (/^PATH$/i.test(name)) chosen.PATH = withoutRelative(value);
    else if (allowed.some((names) => names.test(name))) chosen[name] = value;
  }
  return chosen;
}

/** A relative folder on PATH, or an empty entry, would have programs of the checkout found. */
const withoutRelative = (path: string): string => path.split(delimiter).filter(isAbsolute).join(delimiter);
