/** What a line of a pin file asks uv for, in uv's own grammar. */
import { formatPythonKey, IMPLEMENTATIONS, type Implementation, type PythonKey, parsePythonKey } from './python-key.ts';
import { formatVersionRequest, parseVersionRequest, type VersionRequest } from './version-request.ts';

export type PythonRequest =
  | { readonly kind: 'any' | 'default' }
  | { readonly kind: 'version'; readonly version: VersionRequest }
  | { readonly kind: 'implementation'; readonly implementation: Implementation; readonly version?: VersionRequest }
  | { readonly kind: 'path'; readonly path: string }
  | { readonly kind: 'key'; readonly key: PythonKey }
  | { readonly kind: 'executable'; readonly name: string };

/** Whether a path names an existing file or directory, seen from where uv would run. */
export type Exists = (path: string) => boolean;

/** The empty name makes a bare version; both come before the implementations, whose names could begin alike. */
const PREFIXES: readonly (readonly [string, Implementation | undefined])[] = [
  ['python', undefined],
  ['', undefined],
  ...IMPLEMENTATIONS,
];

/**
 * Reads a request as uv on Linux does; it never fails, since whatever is nothing else is the name of an executable.
 * The text is not trimmed: uv reads ` 3.12 ` as a version, but ` cpython ` as a name.
 */
export function parsePythonRequest(text: string, exists: Exists = () => false): PythonRequest {
  const lower = text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
  return (
    parseKeyword(lower) ??
    parseNameAndVersion(lower) ??
    parsePath(text, exists) ??
    parseKey(text) ?? { kind: 'executable', name: text }
  );
}

/** The request in uv's canonical spelling. */
export function formatPythonRequest(request: PythonRequest): string {
  switch (request.kind) {
    case 'any':
    case 'default':
      return request.kind;
    case 'version':
      return formatVersionRequest(request.version);
    case 'implementation':
      return request.implementation + (request.version ? `@${formatVersionRequest(request.version)}` : '');
    case 'path':
      return request.path;
    case 'key':
      return formatPythonKey(request.key);
    case 'executable':
      return request.name;
  }
}

/** The version a request names, if it names one. */
export function requestedVersion(request: PythonRequest): VersionRequest | undefined {
  if (request.kind === 'key') return request.key.version;
  return 'version' in request ? request.version : undefined;
}

/** The implementation a request names, if it names one. */
export function requestedImplementation(request: PythonRequest): Implementation | undefined {
  if (request.kind === 'key') return request.key.implementation;
  return 'implementation' in request ? request.implementation : undefined;
}

function parseKeyword(lower: string): PythonRequest | undefined {
  return lower === 'any' || lower === 'default' ? { kind: lower } : undefined;
}

function parseNameAndVersion(lower: string): PythonRequest | undefined {
  if (lower.startsWith('@')) return undefined;
  for (const [prefix, implementation] of PREFIXES) {
    if (!lower.startsWith(prefix)) continue;
    const rest = lower.slice(prefix.length);
    if (rest === '' && implementation) return { kind: 'implementation', implementation };
    const version = parseVersionRequest(rest.replace(/^@/, ''));
    if (version)
      return implementation ? { kind: 'implementation', implementation, version } : { kind: 'version', version };
    // After an `@` nothing but a version may follow, so no shorter prefix is tried.
    if (rest.startsWith('@')) return undefined;
  }
  return undefined;
}

function parsePath(text: string, exists: Exists): PythonRequest | undefined {
  return text.includes('/') || exists(text) ? { kind: 'path', path: text } : undefined;
}

function parseKey(text: string): PythonRequest | undefined {
  const key = parsePythonKey(text);
  return key && { kind: 'key', key };
}
