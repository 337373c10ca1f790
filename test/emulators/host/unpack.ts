import { mkdir, readdir, realpath, rm } from 'node:fs/promises';
import { isAbsolute, join, posix, sep } from 'node:path';
import { type ReadEntry, Unpack } from 'tar';
import { gunzip } from './gzip.ts';
import { Refusal } from './refusal.ts';

export type Limits = { readonly entries: number; readonly bytes: number };

const TYPES = new Set(['File', 'OldFile', 'ContiguousFile', 'Directory', 'SymbolicLink', 'Link']);

/** Whether a path, read from a folder within the archive, stays within the archive. */
const staysInside = (path: string, from = '.'): boolean => {
  const resolved = posix.normalize(posix.join(from, path));
  return !isAbsolute(path) && !/^[A-Za-z]:/.test(path) && resolved !== '..' && !resolved.startsWith('../');
};

/** Why an entry must not be extracted, if so. */
const objection = ({ path, type, linkpath = '' }: ReadEntry): string | undefined => {
  if (!TYPES.has(type)) return `${path} is a ${type}, which a bundle cannot hold`;
  if (!staysInside(path) || path.split('/').includes('..')) return `${path} lies outside the bundle`;
  if (type === 'SymbolicLink' && !staysInside(linkpath, posix.dirname(path))) return `${path} links out of the bundle`;
  if (type === 'Link' && !staysInside(linkpath)) return `${path} links out of the bundle`;
  return undefined;
};

/** Links can be chained so that each looks harmless; where they really lead is only known on disk. */
const checkLinks = async (folder: string): Promise<void> => {
  const root = await realpath(folder);
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isSymbolicLink()) continue;
    const target = await realpath(join(entry.parentPath, entry.name)).catch(() => root);
    if (target !== root && !target.startsWith(root + sep)) {
      throw new Refusal(400, `${entry.name} links out of the bundle`);
    }
  }
};

/**
 * Extracts a tar.gz into a new folder. Nothing it holds leaves that folder, and nothing stays when it is refused.
 * @throws Refusal with the reason
 */
export const unpack = async (archive: string, folder: string, limits: Limits): Promise<void> => {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  let refused: string | undefined;
  let entries = 0;
  const target = new Unpack({
    cwd: folder,
    strict: true,
    filter: (_path, entry) => {
      entries += 1;
      if (entries > limits.entries) refused ??= `The bundle holds more than ${limits.entries} entries`;
      if ('header' in entry) refused ??= objection(entry);
      return refused === undefined;
    },
  });
  try {
    await gunzip(archive, target as unknown as NodeJS.WritableStream, limits.bytes);
    if (refused !== undefined) throw new Refusal(400, refused);
    await checkLinks(folder);
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    if (error instanceof Refusal) throw error;
    throw new Refusal(400, `The bundle cannot be unpacked: ${refused ?? (error as Error).message}`);
  }
};
