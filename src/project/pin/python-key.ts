/** Download keys such as `cpython-3.12.3-linux-x86_64-gnu`, by which uv names the Pythons it can install. */
import { formatVersionRequest, parseVersionRequest, type VersionRequest } from './version-request.ts';

export type Implementation = 'cpython' | 'pypy' | 'graalpy' | 'pyodide';

/** A part that is missing or `any` is absent. */
export type PythonKey = {
  readonly implementation?: Implementation;
  readonly version?: VersionRequest;
  readonly os?: string;
  readonly arch?: string;
  readonly libc?: string;
};

/** Long names first: uv tries them in this order. */
export const IMPLEMENTATIONS: ReadonlyMap<string, Implementation> = new Map([
  ['cpython', 'cpython'],
  ['pypy', 'pypy'],
  ['graalpy', 'graalpy'],
  ['pyodide', 'pyodide'],
  ['cp', 'cpython'],
  ['pp', 'pypy'],
  ['gp', 'graalpy'],
]);

const OS =
  /^(aix|cygwin|dragonfly|emscripten|freebsd|fuchsia|haiku|hurd|illumos|linux|macos|netbsd|none|openbsd|redox|solaris|wasi(p[12])?|windows|(darwin|ios|macosx|tvos|visionos|watchos|xros)(\d+(\.\d+){0,2})?)$/;
const ARCH =
  /^(aarch64(_be)?|arm(64|eb)?|armv(4t?|5t(ej?)?|6([jkmz]|kz|t2)?|7([akmrs]|ve)?|8([ar]|\.\da|m\.(base|main))?)|i[356]86|loongarch64|m68k|mips(64)?(el)?|powerpc(64(le)?)?|riscv(32|64)[a-z]*|s390x|sparc(64|v9)?|wasm(32|64)|x86|x86_64(h|_v[234])?)$/;
const LIBC = /^(gnu(eabi(hf)?)?|musl(eabi(hf)?)?|none)$/;
const ALIASES: Readonly<Record<string, string>> = { darwin: 'macos', arm64: 'aarch64', i686: 'x86' };

type Reader = (part: string) => PythonKey | undefined;

/** In the order in which the parts may follow each other; each may be left out. */
const READERS: readonly Reader[] = [
  (part) => {
    const implementation = IMPLEMENTATIONS.get(part.toLowerCase());
    return implementation && { implementation };
  },
  (part) => {
    const version = parseVersionRequest(part);
    return version && { version };
  },
  (part) => (OS.test(part) ? { os: canonical(part) } : undefined),
  (part) => (ARCH.test(part) ? { arch: canonical(part) } : undefined),
  (part) => (LIBC.test(part) ? { libc: part } : undefined),
];

/** Reads a key; undefined when there are too many parts, or one is unknown or out of order. */
export function parsePythonKey(text: string): PythonKey | undefined {
  const parts = text.split('-');
  if (parts.length > READERS.length) return undefined;
  let key: PythonKey = {};
  let next = 0;
  for (const part of parts) {
    // uv stops reading at the libc, whatever may follow it.
    if (next === READERS.length) break;
    let found: PythonKey | undefined;
    while (!found && next < READERS.length) {
      found = part.toLowerCase() === 'any' ? {} : READERS[next]?.(part);
      next += 1;
    }
    if (!found) return undefined;
    key = { ...key, ...found };
  }
  return key;
}

/** The key with all five parts, as uv writes it. */
export function formatPythonKey({ implementation, version, os, arch, libc }: PythonKey): string {
  const parts = [implementation, version && formatVersionRequest(version), os, arch, libc];
  return parts.map((part) => part ?? 'any').join('-');
}

function canonical(part: string): string {
  return ALIASES[part.replace(/^darwin[\d.]*$/, 'darwin')] ?? part;
}
