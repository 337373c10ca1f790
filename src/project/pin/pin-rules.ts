/** What there is to say about a pin by itself, whatever `requires-python` is. */
import { error, type Finding, warning } from '../../findings/finding.ts';
import { quote } from '../../findings/text.ts';
import type { Implementation } from './python-key.ts';
import { type PythonRequest, requestedImplementation, requestedVersion } from './python-request.ts';
import { unsupportedReason, type Variant } from './version-request.ts';

/** A pinned line, trimmed, and a plain version that could stand there instead. */
export type PinnedLine = { readonly text: string; readonly request: PythonRequest; readonly instead: string };

type Rule = (pinned: PinnedLine) => Finding | undefined;

const PLAIN = /^\d+\.\d+(\.\d+)?$/;

const BUILDS: Readonly<Record<Variant, string | undefined>> = {
  default: undefined,
  freethreaded: 'free-threaded build',
  debug: 'debug build',
  'freethreaded+debug': 'free-threaded debug build',
  gil: 'build with the GIL',
  'gil+debug': 'debug build with the GIL',
};
const IMPLEMENTATIONS: Readonly<Record<Implementation, string | undefined>> = {
  cpython: undefined,
  pypy: 'PyPy',
  graalpy: 'GraalPy',
  pyodide: 'Pyodide',
};
const SYSTEMS: ReadonlyMap<string, string> = new Map([
  ['macos', 'macOS'],
  ['windows', 'Windows'],
]);

const path: Rule = ({ text, request, instead }) => {
  if (request.kind !== 'path') return undefined;
  const message = `'${quote(text)}' is a path on one machine; pin a version such as ${instead}`;
  return error('path-pin', message, pinRemedy(instead));
};

const unsupported: Rule = ({ request, instead }) => {
  const version = requestedVersion(request);
  const message = version && unsupportedReason(version);
  return message ? error('unsupported-python', message, pinRemedy(instead)) : undefined;
};

const nonportable: Rule = ({ text, instead }) => {
  if (PLAIN.test(text)) return undefined;
  const message = `'${quote(text)}' works in uv but not in every tool`;
  return warning('nonportable-pin', message, pinRemedy(instead));
};

const variant: Rule = ({ text, request, instead }) => {
  const build = BUILDS[requestedVersion(request)?.variant ?? 'default'];
  if (!build) return undefined;
  const message = `'${quote(text)}' needs a ${build} on the server`;
  return warning('variant-pin', message, `Make sure the server has one, or pin ${instead}.`);
};

const implementation: Rule = ({ text, request, instead }) => {
  const name = IMPLEMENTATIONS[requestedImplementation(request) ?? 'cpython'];
  if (!name) return undefined;
  const message = `'${quote(text)}' needs ${name}: the server must offer it`;
  return warning('implementation-pin', message, `Ask for ${name} there, or pin ${instead}.`);
};

const platform: Rule = ({ text, request, instead }) => {
  if (request.kind !== 'key') return undefined;
  const { os, arch, libc } = request.key;
  const parts = [os, arch, libc].filter((part) => part !== undefined);
  if (parts.length === 0) return undefined;
  const isElsewhere = os !== undefined && os !== 'linux';
  const place = isElsewhere ? (SYSTEMS.get(os) ?? os) : parts.join(' ');
  const message = `'${quote(text)}' can only match ${quote(place)}`;
  if (isElsewhere) return error('platform-pin-mismatch', message, pinRemedy(instead));
  return warning('platform-pin', message, pinRemedy(instead));
};

const prerelease: Rule = ({ text, request, instead }) => {
  const version = requestedVersion(request);
  if (version?.kind !== 'release' || !version.pre) return undefined;
  const message = `'${quote(text)}' is a pre-release, which the server may not have`;
  return warning('prerelease-pin', message, `Pin ${instead} once it is released.`);
};

const unversioned: Rule = ({ text, request, instead }) => {
  if (request.kind === 'path' || requestedVersion(request)) return undefined;
  const message = `'${quote(text)}' has no version, so uv may choose one that requires-python rejects`;
  return warning('unversioned-pin', message, pinRemedy(instead));
};

const RULES: readonly Rule[] = [
  path,
  unsupported,
  nonportable,
  variant,
  implementation,
  platform,
  prerelease,
  unversioned,
];

/** After one of these there is no version left to compare with `requires-python`. */
const FINAL: readonly string[] = ['path-pin', 'unsupported-python', 'unversioned-pin'];

/** What the rules say, in their order, and whether `requires-python` is to be looked at as well. */
export function judgePin(pinned: PinnedLine): { findings: Finding[]; isFinal: boolean } {
  const findings = RULES.map((rule) => rule(pinned)).filter((finding) => finding !== undefined);
  return { findings, isFinal: findings.some(({ code }) => FINAL.includes(code)) };
}

/** The command that replaces a pin. */
export function pinRemedy(version: string): string {
  return `Run \`uv python pin ${version}\` and commit .python-version.`;
}
