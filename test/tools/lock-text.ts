/** A wheel that fits everywhere. */
const wheelOf = (name: string): string => `https://files.example/${name.replaceAll('-', '_')}-1.0-py3-none-any.whl`;

/** A uv.lock for the smallest project as if it depended on these packages, for checks that only read it. */
export const lockText = (...names: string[]): string =>
  [
    'version = 1\nrequires-python = ">=3.11"\n',
    '[[package]]\nname = "echo-service"\nversion = "0.1.0"\nsource = { virtual = "." }',
    `dependencies = [${names.map((name) => `{ name = "${name}" }`).join(', ')}]\n`,
    ...names.map(
      (name) =>
        `[[package]]\nname = "${name}"\nversion = "1.0"\nsource = { url = "${wheelOf(name)}" }\nwheels = [{ url = "${wheelOf(name)}", hash = "sha256:${'0'.repeat(64)}" }]\n`,
    ),
  ].join('\n');

/** A package as uv writes it down; no index is asked for it. */
const locked = (name: string, source: string, more = ''): string =>
  `\n[[package]]\nname = "${name}"\nversion = "1.0"\nsource = ${source}\n${more}`;

/** The lock of the smallest project where it depends on one package, `asked` for in a special way or not. */
export const lockOf = (name: string, asked: string, source: string, more = ''): string => `version = 1
revision = 3
requires-python = ">=3.11"

[[package]]
name = "echo-service"
version = "0.1.0"
source = { virtual = "." }
dependencies = [{ name = "${name}" }]

[package.metadata]
requires-dist = [{ name = "${name}"${asked} }]
${locked(name, source, more)}`;

/** The source of what comes from the public index. */
export const PUBLIC = `{ registry = "${['https://py', 'pi.org/simple'].join('')}" }`;
export const wheel = (file: string): string =>
  `wheels = [{ url = "https://files.invalid/${file}", hash = "sha256:${'0'.repeat(64)}", size = 1 }]\n`;
