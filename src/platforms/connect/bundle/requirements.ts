import { createHash } from 'node:crypto';
import { error, type Finding, warning } from '../../../findings/finding.ts';
import { head, quote } from '../../../findings/text.ts';
import { type Uv, uvReason } from '../../../ports/uv.ts';
import { readBytes, type TextFile } from '../../../project/files/text-file.ts';
import { placeIn, type TomlFile } from '../../../project/files/toml.ts';
import type { Wanted } from '../../../project/lock/graph.ts';
import type { LockedPackage } from '../../../project/lock/packages.ts';
import {
  besideOf,
  decodeRequirements,
  type RequirementLine,
  requirementsIn,
} from '../../../project/packaging/requirement-file.ts';
import type { Project } from '../../../project/project.ts';
import { directLines } from './direct-wheels.ts';
import { credentialsIn } from './url-credentials.ts';

export const REQUIREMENTS = 'requirements.txt';
const LIMIT = 1_000_000;

/** Reads a requirements file of the project. */
export function readRequirements(project: Project, path: string): TextFile | Finding | undefined {
  const file = readBytes(project.checkout, path, LIMIT);
  if (file === undefined || 'level' in file) return file;
  return { path, shown: file.shown, text: decodeRequirements(file.bytes) };
}

/**
 * The locked packages as requirements, by `uv export` in `dir`: without the project, the development group, hashes (Connect adds
 * packages of its own to the install, which have none) and comments, so that the same lock gives the same text. What `locked` has
 * from public indexes beside the first is asked for by its address: the server's pip and uv look at their own index only.
 * Packages whose code is in the bundle are left out; their dependencies stay.
 */
export async function exportRequirements(
  uv: Uv,
  dir: string,
  { groups, extras }: Wanted,
  { lock, locked }: { readonly lock: TomlFile; readonly locked: readonly LockedPackage[] },
): Promise<{ text: string; findings: Finding[] }> {
  const args = [
    ...['export', '--frozen', '--format', 'requirements-txt', '--no-header', '--no-annotate', '--no-hashes'],
    ...['--no-emit-project', '--no-default-groups', '--no-python-downloads'],
    ...groups.flatMap((group) => ['--group', group]),
    ...extras.flatMap((extra) => ['--extra', extra]),
  ];
  const { exitCode, stdout, stderr } = await uv.run(args, { cwd: dir });
  if (exitCode !== 0) {
    const finding: Finding = error(
      'export-failed',
      `uv can't write the requirements of ${lock.shown}: ${head(uvReason(stderr), 8, 700)}`,
      'Run `uv export --frozen` on your machine, fix what uv reports, and commit uv.lock.',
      { file: lock.shown, line: 1 },
    );
    return { text: '', findings: [finding] };
  }
  const lines = stdout.split(/\r?\n/).filter((line) => line.trim() !== '' && !isLocal(line));
  const elsewhere = locked.filter(({ source }) => source?.kind === 'registry' && EXTRA.test(source.at));
  const direct = lines.flatMap((line) => directLines(line, elsewhere, lock) ?? [line]);
  // What has wheels, but none for this system, is for another one.
  const urls = elsewhere.flatMap(({ source, wheels }) => (source && wheels.length === 0 ? [source.at] : []));
  const indexes = [...new Set(urls)].sort().map((url) => `--extra-index-url ${url}`);
  const text = [...indexes, ...direct].map((line) => `${line.trim()}\n`).join('');
  return { text, findings: lines.flatMap((line) => credentialsIn(line, { file: lock.shown, line: 1 })) };
}

/** The public index beside PyPI from which people lock: PyTorch's, whose versions (`+cpu`) are nowhere else. */
const EXTRA = /^https:\/\/download(?:-r2)?\.pytorch\.org\/[\w./-]*$/;

/** A line that installs something from disk. */
const isLocal = (line: string): boolean =>
  /^\s*(?:-e\b|--editable\b|\.{0,2}\/|\.\.?(?:\s|$))|(?:^|\s|@\s*)file:/.test(line) || /@\s*\.{0,2}\//.test(line);

/** The files of the bundle, by their paths in it. */
type Bundled = {
  has(path: string): boolean;
  read(path: string): string | undefined;
  /** Makes a finding's file of a path. */
  shown(path: string): string;
};

/**
 * What would fail of a requirements file that the project brings along, line by line, and of those that it names. Its pip options are
 * kept: the server reads them.
 */
export function checkRequirements(path: string, locked: readonly LockedPackage[], bundle: Bundled): Finding[] {
  const versions = new Map<string, Set<string>>();
  for (const { name, version = '' } of locked) versions.set(name, (versions.get(name) ?? new Set()).add(version));
  let hasHashes = false;
  return requirementsIn(path, bundle.read).flatMap(({ path: file, lines }) => {
    const shown = bundle.shown(file);
    const found = lines.flatMap((one): Finding[] => {
      const place = { file: shown, line: one.line };
      const isFirst = !hasHashes && /(?:^|\s)--(?:hash|require-hashes)\b/.test(one.text);
      hasHashes ||= isFirst;
      return [
        ...credentialsIn(one.text, place),
        ...(isFirst ? [withHashes(place)] : []),
        ...judgeLine(one, { file, shown, versions, has: bundle.has }).map((finding) => ({ ...finding, ...place })),
      ];
    });
    return withOneStale(found);
  });
}

/** All lines of a file that the lock has left behind are one matter. */
function withOneStale(findings: readonly Finding[]): Finding[] {
  const stale = findings.filter(({ code }) => code === 'requirements-stale');
  const others = stale.length - 1;
  const more = others < 1 ? '' : ` ${others} more ${others === 1 ? 'line differs' : 'lines differ'} from it.`;
  return findings.flatMap((one) => {
    if (one.code !== 'requirements-stale') return [one];
    return one === stale[0] ? [{ ...one, message: `${one.message}${more}` }] : [];
  });
}

type LinePlace = {
  readonly file: string;
  readonly shown: string;
  readonly versions: ReadonlyMap<string, ReadonlySet<string>>;
  has(path: string): boolean;
};

function judgeLine(one: RequirementLine, { file, shown, versions, has }: LinePlace): Finding[] {
  if (one.is === 'include' || one.is === 'constraint') {
    if (/^[a-z]+:\/\//i.test(one.path) || has(besideOf(file, one.path))) return [];
    const message = `${shown} names ${quote(one.path, 200)}, which is not in the bundle.`;
    return [error('requirements-file-missing', message, 'Commit the file, or take it in with include.')];
  }
  if (one.is === 'local') {
    const message = `${shown} installs from disk: '${quote(one.text, 200)}'. The server can't.`;
    const remedy = `Remove the line, or delete ${shown}: it is then made from uv.lock, with local code copied along.`;
    return [error('requirements-local', message, remedy)];
  }
  if (one.is === 'invalid') {
    const message = `${shown} has a line that is not a requirement: '${quote(one.text, 120)}'. The server's pip and uv refuse the whole file.`;
    const remedy = `Remove the line, or delete ${shown}, which is then made from uv.lock.`;
    return [error('requirements-invalid', message, remedy)];
  }
  const known = one.is === 'requirement' ? versions.get(one.name) : undefined;
  if (one.is !== 'requirement' || known === undefined || one.pinned === undefined || known.has(one.pinned)) return [];
  const message = `${shown} pins ${one.name} ${quote(one.pinned)}; uv.lock has ${[...known].map((version) => quote(version)).join(' and ')}.`;
  const remedy = `Delete ${shown}, or regenerate it from uv.lock.`;
  return [warning('requirements-stale', message, remedy)];
}

const withHashes = (place: { readonly file: string; readonly line: number }): Finding =>
  warning(
    'requirements-hashes',
    `${place.file} has hashes: Connect adds packages of its own, which have none, and pip then refuses.`,
    'Write it without hashes, such as by uv export --no-hashes.',
    place,
  );

/**
 * What decides whether a server can use an environment again: the requirements by their bytes, the Python, and the installer.
 * The same answer for two bundles means that nothing has to be installed for the second.
 */
export const environmentKey = (requirements: string | Uint8Array, python: string, installer: string): string =>
  createHash('sha256').update(requirements).update(`\0${python}\0${installer}`).digest('hex');

/** Indexes that are folders: the bundle may have them, but a requirements file made of the lock does not lead there. */
export function localIndexes(locked: readonly LockedPackage[], lock: TomlFile): Finding[] {
  const isFolder = ({ source }: LockedPackage) =>
    source?.kind === 'registry' && source.at !== '' && !source.at.includes('://');
  const byFolder = Map.groupBy(locked.filter(isFolder), ({ source }) => source?.at ?? '');
  return [...byFolder].map(([folder, packages]): Finding => {
    const names = packages.map(({ name }) => quote(name));
    const shown = names.length > 5 ? `${names.slice(0, 5).join(', ')} and ${names.length - 5} more` : names.join(', ');
    return error(
      'local-index',
      `The lock takes ${shown} from the folder ${quote(folder, 200)}, which the server does not have.`,
      'Publish these packages to a package index that the server reaches.',
      placeIn(lock, `${packages[0]?.key}.name`),
    );
  });
}

/** Sources that are a URL with a credential in it. */
export const checkSources = (locked: readonly LockedPackage[], lock: TomlFile): Finding[] =>
  locked.flatMap(({ key, name, source }) =>
    source?.kind === 'git' || source?.kind === 'url'
      ? credentialsIn(`${name} @ ${source.at}`, placeIn(lock, `${key}.name`))
      : [],
  );
