import type { Finding } from '../../../../src/findings/finding.ts';
import { checkLockDeeply } from '../../../../src/project/lock/checks.ts';
import { parsePythonRequest } from '../../../../src/project/pin/python-request.ts';
import { readTarget } from '../../../../src/project/target.ts';
import { tomlFile } from '../../../tools/fakes.ts';

export type Case = {
  /** What follows the head of uv.lock, and what is in front of its first table. */
  readonly lock: string;
  readonly head?: string;
  readonly revision?: number;
  /** The pyproject.toml of the project; by default, one that the lock of `root` was made for. */
  readonly pyproject?: string;
  /** Where that is, when it is not the workspace's root, and the other members by their folder. */
  readonly folder?: string;
  readonly members?: Readonly<Record<string, string>>;
  readonly bundled?: readonly string[];
  /** The same without uv.lock and pyproject.toml. */
  readonly bundledOnly?: readonly string[];
  readonly pin?: string;
  /** What stands in `[tool.uv-deploy] target`. */
  readonly target?: string;
};

export const PYPROJECT = '[project]\nname = "app"\nversion = "1"\nrequires-python = ">=3.11"\n';
const headOf = (revision: number): string => `version = 1\nrevision = ${revision}\nrequires-python = ">=3.11"\n`;

const index = ['https://py', 'pi.org/simple'].join('');
export const REGISTRY = `{ registry = "${index}" }`;

/** The findings for a lock that was never on disk. */
export const judge = (one: Case): Finding[] => {
  const {
    lock,
    head = '',
    revision = 3,
    pyproject = PYPROJECT,
    folder = '',
    members = {},
    bundled,
    bundledOnly,
    pin = '3.12',
    target = '',
  } = one;
  const path = (dir: string) => `${dir && `${dir}/`}pyproject.toml`;
  const text = target && `${pyproject}\n[tool.uv-deploy.target]\n${target}\n`;
  const own = tomlFile(text || pyproject, path(folder));
  const others = Object.entries(members).map(([dir, other]) => tomlFile(other, path(dir)));
  const read = readTarget(own, { request: parsePythonRequest(pin) });
  if (!('minors' in read)) return [...read];
  return checkLockDeeply({
    lock: tomlFile(`${headOf(revision)}${head}\n${lock}`, 'uv.lock'),
    pyproject: own,
    members: [own, ...others],
    target: read,
    ...(bundledOnly && { bundled: new Set(bundledOnly) }),
    ...(bundled && { bundled: new Set(['uv.lock', 'pyproject.toml', ...bundled]) }),
  });
};

/** The project itself, with what it depends on: names, or lines as they stand in a lock. */
export const root = (dependencies: readonly string[] = [], more = ''): string =>
  block('app', '{ virtual = "." }', `${list('dependencies', dependencies.map(arrow))}${more}`, '1');

/** A package; by default one with a wheel that fits everywhere. */
export const block = (
  name: string,
  source = REGISTRY,
  more = wheels(`${name}-1.0-py3-none-any.whl`),
  version = '1.0',
) => `[[package]]\nname = "${name}"\nversion = "${version}"\nsource = ${source}\n${more}\n`;

export const wheels = (...files: readonly string[]): string =>
  list(
    'wheels',
    files.map((file) => `{ url = "https://files.example/a/${file}", hash = "sha256:00", size = 1 }`),
  );
export const sdist = (file: string): string =>
  `sdist = { url = "https://files.example/a/${file}", hash = "sha256:00" }\n`;

const arrow = (dependency: string): string => (dependency.startsWith('{') ? dependency : `{ name = "${dependency}" }`);
const list = (key: string, lines: readonly string[]): string =>
  lines.length === 0 ? '' : `${key} = [\n${lines.map((line) => `    ${line},\n`).join('')}]\n`;

/** Findings as `level code file:line`. */
export const told = (findings: readonly Finding[]): string[] =>
  findings.map(({ level, code, file, line }) => `${level} ${code} ${file}:${line}`);

export const fired = (one: Case): string[] => told(judge(one));
