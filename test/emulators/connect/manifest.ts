import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';
import type { Gates } from './gates.ts';
import { MODES, type Mode } from './modes.ts';
import { Rejection } from './rejection.ts';
import { TaskError } from './tasks.ts';

/** What a bundle says of itself in `manifest.json`. */
export type Manifest = {
  readonly appmode: string;
  readonly mode: Mode;
  readonly entrypoint: string;
  readonly primaryHtml: string;
  readonly category: string;
  readonly python: Python | undefined;
  /** `environment.python.requires` */
  readonly requires: string | undefined;
  /** `jupyter`: options of nbconvert that hide code. */
  readonly hiding: readonly string[];
  /** `environment.environment_management.python` */
  readonly managed: boolean;
  /** Paths and MD5 sums in hex. */
  readonly files: ReadonlyMap<string, string>;
};

type Python = {
  readonly version: string;
  readonly manager: string;
  readonly packageFile: string;
  readonly allowUv: boolean | undefined;
};

type Json = Readonly<Record<string, unknown>>;

const bad = (what: string): Rejection => new Rejection(38, `Cannot process manifest: ${what}`);

const object = (value: unknown, name: string): Json => {
  if (value === undefined) return {};
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw bad(`${name} must be an object`);
  return value as Json;
};

const text = (value: unknown, name: string): string | undefined => {
  if (value !== undefined && typeof value !== 'string') throw bad(`${name} must be a string`);
  return value;
};

const flag = (value: unknown, name: string): boolean | undefined => {
  if (value !== undefined && typeof value !== 'boolean') throw bad(`${name} must be true or false`);
  return value;
};

const readPython = (value: unknown): Python | undefined => {
  if (value === undefined) return undefined;
  const { version, package_manager } = object(value, 'python');
  const manager = object(package_manager, 'python.package_manager');
  const wanted = text(version, 'python.version') ?? '';
  if (!/^\d+\.\d+\.\d+$/.test(wanted)) throw bad('python.version must have the form X.Y.Z');
  const name = text(manager.name, 'python.package_manager.name') ?? 'pip';
  if (!['pip', 'uv', 'none'].includes(name)) throw bad(`the package manager ${name} is not supported`);
  text(manager.version, 'python.package_manager.version');
  const packageFile = text(manager.package_file, 'python.package_manager.package_file') ?? 'requirements.txt';
  const allowUv = flag(manager.allow_uv, 'python.package_manager.allow_uv');
  return { version: wanted, manager: name, packageFile, allowUv };
};

const readFiles = (value: unknown): Map<string, string> =>
  new Map(
    Object.entries(object(value, 'files')).map(([path, entry]) => {
      const checksum = text(object(entry, `files.${path}`).checksum, `the checksum of ${path}`);
      if (checksum === undefined || !/^[0-9a-f]{32}$/.test(checksum)) throw bad(`${path} has no MD5 checksum`);
      return [path, checksum];
    }),
  );

/** As rsconnect-python renders a notebook that it deploys as a page. */
const readHiding = (value: unknown): string[] => {
  const { hide_all_input, hide_tagged_input } = object(value, 'jupyter');
  if (flag(hide_all_input, 'jupyter.hide_all_input')) return ['--no-input'];
  const isTagged = flag(hide_tagged_input, 'jupyter.hide_tagged_input');
  return isTagged ? ['--TagRemovePreprocessor.remove_input_tags=hide_input'] : [];
};

/** The mode, when this server knows it. @throws Rejection (38) as Connect says it to clients with a newer mode */
const modeOf = (appmode: string, gates: Gates): Mode => {
  const mode = Object.hasOwn(MODES, appmode) ? MODES[appmode] : undefined;
  if (mode === undefined || (mode.since !== undefined && !gates.has(mode.since))) throw bad('Unrecognized app mode');
  return mode;
};

const parse = (content: string): Json => {
  try {
    return object(JSON.parse(content), 'the manifest');
  } catch (error) {
    throw error instanceof Rejection ? error : bad((error as Error).message);
  }
};

/** Reads a manifest. @throws Rejection (38) that names what is wrong with it */
const readManifest = (content: string, gates: Gates): Manifest => {
  const { version, locale, metadata, python, environment, jupyter, files } = parse(content);
  if (version !== 1) throw bad('version must be 1');
  text(locale, 'locale');
  const { appmode, entrypoint, primary_html, content_category } = object(metadata, 'metadata');
  const name = text(appmode, 'metadata.appmode') ?? '';
  const mode = modeOf(name, gates);
  const entry = text(entrypoint, 'metadata.entrypoint') ?? '';
  if (mode.kind === 'app' && entry === '') throw bad('metadata.entrypoint is missing');
  if (entry.split(':').length > 2) throw bad('metadata.entrypoint is not in "module:object" format');
  const read = readPython(python);
  if (read === undefined && (mode.kind === 'app' || mode.kind === 'rendered')) throw bad('python is missing');
  const { python: pythonEnvironment, environment_management: management } = object(environment, 'environment');
  const { requires } = object(pythonEnvironment, 'environment.python');
  const managed = flag(object(management, 'environment_management').python, 'environment_management.python');
  return {
    ...{ appmode: name, mode, entrypoint: entry, python: read, files: readFiles(files) },
    primaryHtml: text(primary_html, 'metadata.primary_html') ?? (entry || 'index.html'),
    category: text(content_category, 'metadata.content_category') ?? '',
    requires: text(requires, 'environment.python.requires'),
    hiding: readHiding(jupyter),
    managed: managed ?? true,
  };
};

/** Where the manifest is: at the root, or in the one folder that is there (rsconnect-python looks there too). */
export const rootOf = async (folder: string): Promise<string> => {
  const names = await readdir(folder, { withFileTypes: true });
  const [only] = names;
  return names.length === 1 && only?.isDirectory() ? join(folder, only.name) : folder;
};

/** @throws Rejection (38) when it is missing */
export const manifestIn = async (root: string, gates: Gates): Promise<Manifest> => {
  const content = await readFile(join(root, 'manifest.json'), 'utf8').catch(() => {
    throw new Rejection(38, 'The bundle does not contain a manifest.json');
  });
  return readManifest(content, gates);
};

/**
 * Compares the files with what the manifest says of them. That Connect does so, and its words, are inferred.
 * @throws TaskError that names the first file that differs
 */
export const checkFiles = async (root: string, { files, python, managed }: Manifest): Promise<void> => {
  for (const [path, checksum] of files) {
    const file = resolve(root, path);
    const content = file.startsWith(root + sep) ? await readFile(file).catch(() => undefined) : undefined;
    if (content === undefined) throw new TaskError(`The manifest lists ${path}, which the bundle does not contain`);
    const found = createHash('md5').update(content).digest('hex');
    if (found !== checksum) {
      throw new TaskError(`The checksum of ${path} is ${found}, but the manifest says ${checksum}`);
    }
  }
  const needed = python !== undefined && managed && python.manager !== 'none';
  if (needed && !existsSync(join(root, python.packageFile))) {
    throw new TaskError(`Could not find the file ${python.packageFile} that the manifest names as package_file`);
  }
};
