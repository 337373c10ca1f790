import type { Interpreter } from '../host/interpreters.ts';
import { compareVersions, formatVersion, parseVersion, satisfies, startsWith, type Version } from '../host/versions.ts';

/** ricochet documents `3.12` and `3.12.7`; that comments and blank lines are passed over is inferred. */
export const readPin = (file: string): Version => {
  const line = file
    .split(/\r?\n/)
    .map((text) => text.trim())
    .find((text) => text !== '' && !text.startsWith('#'));
  const version = parseVersion(line ?? '');
  if (version === undefined)
    throw new Error(`.python-version must hold a version such as 3.12 or 3.12.7, not "${line ?? ''}"`);
  return version;
};

export const readRequiresPython = (lock: string): string => {
  const [, requires] = /^requires-python = "(.*)"$/m.exec(lock) ?? [];
  if (requires === undefined) throw new Error('uv.lock has no requires-python');
  return requires;
};

/** A pin such as 3.12 satisfies a range when one of its patch releases does. */
const pinSatisfies = (pin: Version, requires: string): boolean =>
  pin.length >= 3
    ? satisfies(pin, requires)
    : Array.from({ length: 256 }, (_, next) => [...pin, next]).some((version) => satisfies(version, requires));

const distance = (a: Version, b: Version): Version => [0, 1, 2].map((i) => Math.abs((a[i] ?? 0) - (b[i] ?? 0)));

/** What "nearest" means exactly is inferred: the first number that differs decides, and the newer of two equals. */
const nearer = (under: Interpreter, over: Interpreter, pin: Version): Interpreter =>
  compareVersions(distance(over.version, pin), distance(under.version, pin)) <= 0 ? over : under;

/**
 * The interpreter for a pin, by ricochet's documented order: those that break `requires-python` are out; then the exact
 * version; else the highest at or below it within its minor; else the nearest. Never one that would have to be fetched.
 * @throws Error with the sentence for the deployment's log
 */
export const matchInterpreter = (pin: Version, requires: string, installed: readonly Interpreter[]): Interpreter => {
  if (!pinSatisfies(pin, requires)) {
    throw new Error(
      `Python ${formatVersion(pin)} (.python-version) does not satisfy requires-python ${requires} (uv.lock)`,
    );
  }
  const usable = installed
    .filter(({ version }) => satisfies(version, requires))
    .sort((a, b) => compareVersions(b.version, a.version));
  const exact = usable.find(({ version }) => startsWith(version, pin));
  if (exact !== undefined) return exact;

  const below = usable.find(
    ({ version }) => startsWith(version, pin.slice(0, 2)) && compareVersions(version, pin) <= 0,
  );
  if (below !== undefined) return below;

  const [under, over] = [
    usable.find(({ version }) => compareVersions(version, pin) <= 0),
    usable.findLast(({ version }) => compareVersions(version, pin) > 0),
  ];
  const nearest = under && over ? nearer(under, over, pin) : (under ?? over);
  if (nearest === undefined) {
    const found = installed.map(({ version }) => formatVersion(version)).join(', ') || 'none';
    throw new Error(`No installed Python satisfies requires-python ${requires} (installed: ${found})`);
  }
  return nearest;
};
