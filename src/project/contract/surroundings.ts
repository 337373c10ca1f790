import type { Reach } from '../source/statements.ts';

/** Where an app finds what it needs beside its code. Paths are relative to the folder in which it is started. */
export type Surroundings = {
  isBundled(path: string): boolean;
  hasFilesIn(folder: string): boolean;
  /** Whether the checkout has it, bundled or not. */
  exists(path: string): boolean;
  /** Whether a .gitignore keeps it out of every checkout. */
  isIgnored(path: string): boolean;
  /** The file of the bundle that a path may mean: spelt with other capitals, or in the folder of `file`, which opens it (as shown). */
  meant(path: string, file: string): string | undefined;
  /** The names of the variables that this run sets. */
  readonly variables: readonly string[];
  /** The names that the project's .env sets, which is never bundled. */
  readonly dotenv: readonly string[];
  /** Whether the file is run as a program. */
  isProgram(path: string): boolean;
  shown(path: string): string;
};

/** A file that is loaded: its name for findings, and whether it is run as a program. */
export type Loaded = { readonly file: string; readonly isProgram: boolean };

/** Whether a place is come to whenever the file is loaded. */
export const isSure = (reach: Reach, { isProgram }: Loaded): boolean =>
  reach === 'always' || (reach === 'main' && isProgram);
