/** Which wheels a machine can install, by their file names (PEP 425, 600 and 656). */
import { attempt } from '../../ports/attempt.ts';

/** The compressed tags of a wheel's file name: each set stands for all combinations with the others. */
export type Wheel = {
  readonly version: string;
  readonly pythons: readonly string[];
  readonly abis: readonly string[];
  readonly platforms: readonly string[];
};

/** CPython 3.`minor` on Linux; `libc.minor` is that of glibc 2.x or of musl 1.x. */
export type WheelTarget = {
  readonly minor: number;
  readonly freeThreaded: boolean;
  readonly machine: string;
  readonly libc: { readonly kind: 'glibc' | 'musl'; readonly minor: number };
};

/** What keeps a wheel from being installed; for `libc`, the minor of the C library it needs. */
export type Misfit =
  | { readonly kind: 'platform' }
  | { readonly kind: 'libc'; readonly minor: number }
  | { readonly kind: 'python' };

/** `name-version[-build]-python-abi-platform.whl`, where a build begins with a digit. */
const NAME = /^[^-]+-([^-]+)-(?:\d[^-]*-)?([^-]+)-([^-]+)-([^-]+)\.whl$/;

/** Reads a wheel's file name, URL-encoded or not; `undefined` when it is none. */
export function parseWheel(file: string): Wheel | undefined {
  const [, version = '', pythons = '', abis = '', platforms = ''] = NAME.exec(decoded(file)) ?? [];
  if (version === '') return undefined;
  return { version, pythons: pythons.split('.'), abis: abis.split('.'), platforms: platforms.split('.') };
}

/** The version in a wheel's file name alone; a lock may have a hundred thousand of them. */
export const wheelVersion = (file: string): string | undefined => NAME.exec(decoded(file))?.[1];

/** `undefined` when the machine can install the wheel; else the first thing that is in the way. */
export function misfit(wheel: Wheel, target: WheelTarget): Misfit | undefined {
  const needed = wheel.platforms.map((platform) => libcNeeded(platform, target));
  const least = Math.min(...needed.map((minor) => minor ?? Number.POSITIVE_INFINITY));
  if (least === Number.POSITIVE_INFINITY) return { kind: 'platform' };
  const fits = wheel.pythons.some((python) => wheel.abis.some((abi) => runs(python, abi, target)));
  if (!fits) return { kind: 'python' };
  return least > target.libc.minor ? { kind: 'libc', minor: least } : undefined;
}

/** A pair of Python and ABI tag: https://packaging.python.org/en/latest/specifications/platform-compatibility-tags/ */
function runs(python: string, abi: string, { minor, freeThreaded }: WheelTarget): boolean {
  const [, implementation, digits] = /^(cp|py)3(\d*)$/.exec(python) ?? [];
  const tagged = digits ? Number(digits) : undefined;
  if (implementation === 'py') return abi === 'none' && (tagged ?? 0) <= minor;
  if (implementation !== 'cp' || tagged === undefined) return false;
  if (tagged === minor && (abi === 'none' || abi === `cp3${minor}${freeThreaded ? 't' : ''}`)) return true;
  return abi === (freeThreaded ? 'abi3t' : 'abi3') && tagged >= 2 && tagged <= minor;
}

/** The names before PEP 600, and the glibc that they stand for. */
const LEGACY: Readonly<Record<string, number>> = { manylinux1: 5, manylinux2010: 12, manylinux2014: 17 };

/** PEP 600 builds begin at the glibc of manylinux1 on x86, and at that of manylinux2014 elsewhere. */
const OLDEST_GLIBC = (machine: string): number => (machine === 'x86_64' ? 5 : 17);

/** The minor of the C library a platform tag asks for, 0 where any will do, `undefined` for other platforms. */
function libcNeeded(platform: string, { machine, libc }: WheelTarget): number | undefined {
  if (platform === 'any' || platform === `linux_${machine}`) return 0;
  if (!platform.endsWith(`_${machine}`)) return undefined;
  const standard = platform.slice(0, -machine.length - 1);
  if (libc.kind === 'musl') {
    const minor = /^musllinux_1_(\d+)$/.exec(standard)?.[1];
    return minor === undefined ? undefined : Number(minor);
  }
  const minor = LEGACY[standard] ?? Number(/^manylinux_2_(\d+)$/.exec(standard)?.[1]);
  return minor >= OLDEST_GLIBC(machine) ? minor : undefined;
}

const decoded = (file: string): string =>
  file.includes('%') ? (attempt(() => decodeURIComponent(file)) ?? file) : file;
