/** The machine that a deployment runs on, as far as the lock has to fit it. */
import { error, type Finding } from '../findings/finding.ts';
import { nearest } from '../findings/nearest.ts';
import { quote } from '../findings/text.ts';
import { placeIn, type TomlFile } from './files/toml.ts';
import { at, isTable, strings } from './files/values.ts';
import type { MarkerEnvironment, Truth } from './packaging/markers.ts';
import { parseVersion, type Version } from './packaging/versions.ts';
import type { WheelTarget } from './packaging/wheels.ts';
import { pythonRange, rangeContains } from './pin/python-range.ts';
import { type PythonRequest, requestedImplementation, requestedVersion } from './pin/python-request.ts';
import { parseVersionRequest, type VersionRequest } from './pin/version-request.ts';

export type Target = {
  /** Python 3's minors that the server may take, ascending, and the patch release when the pin names it. */
  readonly minors: readonly number[];
  readonly patch?: number;
  readonly freeThreaded: boolean;
  /** `undefined` when the pin asks for another one, such as PyPy. */
  readonly implementation: 'cpython' | undefined;
  readonly machine: string;
  readonly libc: WheelTarget['libc'];
  /** Whether nobody has said which libc the server has. */
  readonly isLibcAssumed: boolean;
  /** The server's uv, where it is known. */
  readonly uv?: Version;
  /** Addresses of package indexes that the server reaches, beside the public ones. */
  readonly indexes: readonly string[];
};

/** What a platform says of its servers. `glibc` is the version that its oldest image has; `python`, such as `3.13`, goes where there is no pin. */
export type TargetDefaults = {
  readonly platform: string;
  readonly glibc: string;
  readonly uv?: string;
  readonly python?: string;
};

/** RHEL 8, Debian 10, Ubuntu 20.04 and newer have it. */
export const LINUX: TargetDefaults = { platform: 'x86_64-unknown-linux-gnu', glibc: '2.28' };

const PLATFORMS: Readonly<Record<string, { readonly machine: string; readonly kind: 'glibc' | 'musl' }>> = {
  'x86_64-unknown-linux-gnu': { machine: 'x86_64', kind: 'glibc' },
  'aarch64-unknown-linux-gnu': { machine: 'aarch64', kind: 'glibc' },
  'x86_64-unknown-linux-musl': { machine: 'x86_64', kind: 'musl' },
  'aarch64-unknown-linux-musl': { machine: 'aarch64', kind: 'musl' },
};

/** musl 1.2 is of 2020, and all that musllinux knows of beside 1.1. */
const MUSL_MINOR = 2;

/** The table's key in `[tool.uv-deploy]`. */
export const TARGET_KEY = 'target';
const TABLE = `tool.uv-deploy.${TARGET_KEY}`;
const KEYS = ['python', 'platform', 'glibc', 'uv', 'indexes'] as const;

/**
 * Lays `[tool.uv-deploy] target` over the pin and the platform's defaults. Answers findings when the table is wrong.
 * Without a pin, the Python is open.
 */
export function readTarget(
  file: TomlFile | undefined,
  pin: { readonly request: PythonRequest } | undefined,
  defaults: TargetDefaults = LINUX,
): Target | readonly Finding[] {
  const table = at(file?.data, 'tool', 'uv-deploy', TARGET_KEY) ?? {};
  const findings: Finding[] = [];
  const complain = (key: string, message: string, remedy: string) => {
    findings.push(error('invalid-setting', message, remedy, file && placeIn(file, `${TABLE}.${key}`)));
  };
  const text = (key: (typeof KEYS)[number], remedy: string, isRight: (text: string) => boolean): string | undefined => {
    const value = at(table, key);
    if (value === undefined || (typeof value === 'string' && isRight(value))) return value;
    complain(key, `The target's ${key} can't be ${quote(JSON.stringify(value) ?? '')}.`, remedy);
    return undefined;
  };

  if (!isTable(table)) {
    const message = `[${TABLE}] is not a table.`;
    return [error('invalid-setting', message, 'Write it as one.', file && placeIn(file, TABLE))];
  }
  for (const key of Object.keys(table)) {
    if (KEYS.some((known) => known === key)) continue;
    const meant = nearest(key, KEYS);
    const remedy = meant ? `Did you mean '${meant}'?` : `Known: ${KEYS.join(', ')}.`;
    complain(key, `[${TABLE}] has the unknown key '${quote(key)}'.`, remedy);
  }
  const python = text('python', 'Write it as "3.12" or "3.12.7".', (one) => /^3\.\d+(?:\.\d+)?t?$/.test(one));
  const remedy = `Write one of ${Object.keys(PLATFORMS).join(', ')}.`;
  const platform = text('platform', remedy, (one) => Object.hasOwn(PLATFORMS, one)) ?? defaults.platform;
  const glibc = text('glibc', 'Write it as "2.28"; `ldd --version` tells it.', (one) => /^2\.\d{1,3}$/.test(one));
  const uv = text('uv', 'Write it as "0.12.5".', (one) => parseVersion(one) !== undefined) ?? defaults.uv;
  const { machine, kind } = PLATFORMS[platform] ?? { machine: 'x86_64', kind: 'glibc' };
  if (glibc !== undefined && kind === 'musl') {
    complain('glibc', `The target ${platform} has musl and no glibc.`, 'Remove glibc, or name a -gnu platform.');
  }
  const indexes = at(table, 'indexes') ?? [];
  if (!Array.isArray(indexes) || strings(indexes).length !== indexes.length) {
    complain('indexes', "The target's indexes are not a list of strings.", 'Write indexes = ["https://…/simple"].');
  }
  if (findings.length > 0) return findings;

  const version = parseVersion(uv ?? '');
  const ownPython = python ?? (pin === undefined ? defaults.python : undefined);
  const minor = Number((glibc ?? defaults.glibc).split('.')[1]);
  return {
    ...(ownPython === undefined ? pinnedPython(pin?.request) : settledPython(parseVersionRequest(ownPython))),
    implementation: ownPython === undefined ? implementationOf(pin?.request) : 'cpython',
    machine,
    libc: { kind, minor: kind === 'musl' ? MUSL_MINOR : minor },
    isLibcAssumed: glibc === undefined && kind === 'glibc',
    ...(version && { uv: version }),
    indexes: strings(indexes),
  };
}

/** What markers see of the target. */
export function markerEnvironment(target: Target, extra: (name: string) => Truth): MarkerEnvironment {
  const { implementation, machine, minors, patch } = target;
  return {
    values: {
      os_name: 'posix',
      sys_platform: 'linux',
      platform_system: 'Linux',
      platform_machine: machine,
      ...(implementation && { implementation_name: 'cpython', platform_python_implementation: 'CPython' }),
    },
    minors,
    ...(patch !== undefined && { patch }),
    extra,
  };
}

/** What wheels have to fit; `undefined` while it is open which CPython that will be. */
export function wheelTarget({ implementation, minors, freeThreaded, machine, libc }: Target): WheelTarget | undefined {
  const [minor, ...others] = minors;
  if (implementation === undefined || minor === undefined || others.length > 0) return undefined;
  return { minor, freeThreaded, machine, libc };
}

/** The target in words, such as `Python 3.12 on Linux x86_64 with glibc 2.28`. */
export function targetName(target: WheelTarget): string {
  const { libc } = target;
  return `${pythonTargetName(target)} with ${libc.kind === 'musl' ? `musl 1.${libc.minor}` : `glibc 2.${libc.minor}`}`;
}

/** The same without the C library, where that does not matter. */
export const pythonTargetName = ({ minor, freeThreaded, machine }: WheelTarget): string =>
  `Python 3.${minor}${freeThreaded ? 't' : ''} on Linux ${machine}`;

type TargetPython = Pick<Target, 'minors' | 'patch' | 'freeThreaded'>;

const pinnedPython = (request: PythonRequest | undefined): TargetPython =>
  settledPython(request && requestedVersion(request));

const implementationOf = (request: PythonRequest | undefined): Target['implementation'] =>
  request === undefined || (requestedImplementation(request) ?? 'cpython') === 'cpython' ? 'cpython' : undefined;

/** The oldest and a far minor of Python 3, and more patch releases than any has had. */
const OLDEST = 6;
const FARTHEST = 60;
const PATCHES = 100;

function settledPython(version: VersionRequest | undefined): TargetPython {
  const freeThreaded = version?.variant.startsWith('freethreaded') ?? false;
  const every = Array.from({ length: FARTHEST - OLDEST }, (_, index) => OLDEST + index);
  if (version?.kind === 'range') {
    const range = pythonRange(version.specifiers);
    const patches = Array.from({ length: PATCHES }, (_, patch) => patch);
    const fits = (minor: number) => patches.some((patch) => rangeContains(range, [3, minor, patch]));
    return { minors: every.filter(fits), freeThreaded };
  }
  const [major, minor, patch] = version?.release ?? [];
  if (major !== 3 || minor === undefined) return { minors: every, freeThreaded };
  // A pre-release comes before the release that its numbers name.
  const isSettled = patch !== undefined && version?.pre === undefined;
  return { minors: [minor], ...(isSettled && { patch }), freeThreaded };
}
