import { delimiter } from 'node:path';

/** The environment of a hosted process: built from nothing, so that nothing of ours leaks into it. */
export type Environment = Readonly<Record<string, string>>;

/** How packages are reached from this machine: indexes, certificates, proxies. */
const NETWORK =
  /^(PIP_.*|UV_SYSTEM_CERTS|UV_NATIVE_TLS|UV_INDEX.*|UV_DEFAULT_INDEX|UV_EXTRA_INDEX_URL|SSL_CERT_(FILE|DIR)|(HTTPS?|ALL|NO)_PROXY)$/i;

/** Where uv looks for the interpreters and the credentials of the user who runs the server, and has its temporary files. */
const USER = /^(HOME|XDG_.*|UV_PYTHON_INSTALL_DIR|TMPDIR|TEMP|TMP)$/;

const own = (names: RegExp): Record<string, string> => {
  const kept: Record<string, string> = {};
  for (const [name, value] of Object.entries(process.env)) {
    if (value !== undefined && names.test(name)) kept[name] = value;
  }
  return kept;
};

const path = (first: readonly string[]): string => [...first, process.env.PATH ?? '/usr/bin:/bin'].join(delimiter);

/** For uv: the user's own settings and the network, but no UV_* of the calling process that would change what it does. */
export const uvEnvironment = (extra: Environment = {}, firstOnPath: readonly string[] = []): Environment => ({
  ...own(USER),
  ...own(NETWORK),
  PATH: path(firstOnPath),
  LANG: 'C.UTF-8',
  ...extra,
});

/** For what people deploy: index settings may hold credentials, so content never sees them. */
export const contentEnvironment = (home: string, extra: Environment, firstOnPath: readonly string[]): Environment => ({
  HOME: home,
  LANG: 'C.UTF-8',
  ...extra,
  PATH: path(firstOnPath),
});
