/** uv's own settings: under [tool.uv] uv passes all of them over when one is wrong, in uv.toml it stops. As of uv 0.13. */
import { nearest } from '../../findings/nearest.ts';
import { quote } from '../../findings/text.ts';
import { boolean, type Form, list, oneOf, table, text } from './form.ts';
import { INDEX, TOOL_UV } from './project-tables.ts';

const any: Form = () => [];
const texts = list(text());

const each = (form: Form, names: string): Record<string, Form> =>
  Object.fromEntries(
    names
      .trim()
      .split(/\s+/)
      .map((name) => [name, form]),
  );

const COMMON: Readonly<Record<string, Form>> = {
  ...each(
    boolean,
    `system-certs native-tls offline no-cache preview no-index compile-bytecode no-sources upgrade reinstall no-build no-binary
     no-build-isolation require-build-hashes`,
  ),
  ...each(
    text(),
    `required-version index-url http-proxy https-proxy python-install-mirror pypy-install-mirror graalpy-install-mirror
     pyodide-install-mirror python-downloads-json-url publish-url check-url exclude-newer torch-backend cache-dir`,
  ),
  ...each(
    texts,
    `extra-index-url find-links allow-insecure-host no-proxy no-build-isolation-package no-sources-package upgrade-package
     reinstall-package no-build-package no-binary-package`,
  ),
  ...each(
    any,
    `preview-features python-downloads concurrent-downloads concurrent-builds concurrent-installs prerelease-package
     dependency-metadata config-settings config-settings-package extra-build-dependencies extra-build-variables
     exclude-newer-package trusted-publishing add-bounds audit pip cache-keys minimum-libc-version`,
  ),
  'no-proxy': any,
  resolution: oneOf('highest', 'lowest', 'lowest-direct'),
  prerelease: oneOf('disallow', 'allow', 'if-necessary', 'explicit', 'if-necessary-or-explicit'),
  'fork-strategy': oneOf('fewest', 'requires-python'),
  'index-strategy': oneOf('first-index', 'unsafe-first-match', 'unsafe-best-match'),
  'link-mode': oneOf('clone', 'copy', 'hardlink', 'symlink'),
  'keyring-provider': oneOf('disabled', 'subprocess'),
  'python-preference': oneOf('only-managed', 'managed', 'system', 'only-system'),
};

/** What only pyproject.toml can say: with one of these in uv.toml, uv does not start. */
const PROJECT_ONLY = `managed package default-groups dependency-groups dev-dependencies sources workspace environments
  required-environments conflicts build-backend`.split(/\s+/);

const shared = Object.entries(TOOL_UV).filter(([name]) => !PROJECT_ONLY.includes(name));
const KNOWN = [...Object.keys(COMMON), ...shared.map(([name]) => name)];

const unknown = (name: string): string => {
  const meant = nearest(name, KNOWN);
  return `uv 0.13 has no such setting${meant ? `; '${meant}' is the nearest one` : ''}`;
};

/** What is wrong under [tool.uv] beside the tables of the project. */
export const TOOL_SETTINGS: Form = table(
  { ...COMMON, ...each(any, [...Object.keys(TOOL_UV), 'build-backend'].join(' ')) },
  unknown,
);

/** A whole uv.toml. */
export const UV_TOML: Form = table({ ...COMMON, ...Object.fromEntries(shared), index: list(INDEX) }, (name) =>
  PROJECT_ONLY.includes(name)
    ? `it is about the project, so it belongs in ${quote(`[tool.uv] ${name}`)} in pyproject.toml`
    : unknown(name),
);
