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
