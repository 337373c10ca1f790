import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { BundleFile } from '../../bundle/source.ts';
import type { Place } from '../../findings/finding.ts';
import { redact } from '../../findings/secrets.ts';
import { quote } from '../../findings/text.ts';
import type { Project } from '../project.ts';
import { readSource } from '../source/readable.ts';
import { type Cause, causeOf } from './causes.ts';
import { createLocator, insideOf, type Located } from './place.ts';
import { linesOf, type Traceback, tracebacks } from './traceback.ts';

/** A program that is made of a bundle, here or on a server. */
export type Program = {
  readonly kind: 'app' | 'task';
  /** What it is made of, by the paths in the folder where it is started. */
  readonly files: readonly BundleFile[];
  readonly project: Pick<Project, 'dir' | 'shown'>;
  /** Its words as they would be on the server, where they name folders of this machine. */
  asOnServer?(words: string): string;
};

/** What the words of a program that failed tell: its last exception in short, the cause, and the line of the project. */
export type Reading = {
  readonly raised?: string | undefined;
  readonly cause?: Cause | undefined;
  readonly place: Place;
};

/** Reads words that a program has printed, or an error page. They may be anything, and of any length. */
export type ReadFailure = (words: string) => Reading;

/** Tracebacks that are looked through for one of the project. */
const MOST = 20;

/** Reads what the program says, wherever it ran: its paths are shown as the project has them. */
export function readFailure(words: string, program: Program): Reading {
  const { kind, files, project, asOnServer = (text: string) => text } = program;
  // A secret may be a part of a path, which is looked for as it is.
  const { located, fromEnd } = locate(tracebacks(words), program);
  // Secrets are hidden while they are whole: a folder may be a part of one.
  const shown = asOnServer(redact(words));
  const log = linesOf(located ? withoutFolder(shown, located.folder) : shown).join('\n');
  const traceback = tracebacks(log).at(-fromEnd);
  const cause = causeOf({
    ...{ kind, log, traceback },
    isLeftOut: (path) => isLeftOut(path, program),
    placeOf: (module) => folderOf(module, files),
    read: (path) => {
      const file = files.find((one) => one.path === insideOf(path));
      return file && readSource(file);
    },
  });
  const { file, line } = located ?? {};
  return {
    cause,
    raised: traceback && [quote(traceback.type), quote(traceback.message, 200)].filter(Boolean).join(': '),
    // What was generated for the bundle is not in the checkout.
    place: typeof file?.source === 'string' ? { file: project.shown(file.source), line } : {},
  };
}

/** The last traceback that passes through the project, counted from the end; the last one where none does. */
function locate(found: readonly Traceback[], { files }: Program): { located?: Located | undefined; fromEnd: number } {
  if (found.length === 0 || files.length === 0) return { fromEnd: 1 };
  const find = createLocator(files);
  for (let fromEnd = 1; fromEnd <= Math.min(MOST, found.length); fromEnd++) {
    const located = find(found.at(-fromEnd)?.frames ?? []);
    if (located) return { located, fromEnd };
  }
  return { fromEnd: 1 };
}

/** The text with the paths below a folder as they are in it. */
export function withoutFolder(text: string, folder: string): string {
  if (/^[\\/]*$/.test(folder)) return text;
  const escaped = folder.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
  return text.replace(new RegExp(String.raw`(?<![\w.-])${escaped}[\\/]`, 'g'), '');
}

/** Where the bundle has a module of this name, away from the folders in which Python looks for the program's own. */
function folderOf(module: string, files: Program['files']): string | undefined {
  const path = module.replaceAll('.', '/');
  const found = files.find(
    ({ path: file }) => file.endsWith('.py') && `/${file.slice(0, -'.py'.length)}/`.includes(`/${path}/`),
  );
  return found && `/${found.path}`.slice(1, `/${found.path}`.lastIndexOf(`/${path}`));
}

/** Whether the project has a file that is not in the bundle. */
function isLeftOut(path: string, { files, project }: Program): boolean {
  const inside = insideOf(path);
  return inside !== undefined && !files.some((file) => file.path === inside) && existsSync(join(project.dir, inside));
}
