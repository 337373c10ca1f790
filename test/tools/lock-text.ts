/** A uv.lock for the smallest project as if it depended on these packages, for checks that only read it. */
export const lockText = (...names: string[]): string =>
  [
    'version = 1\nrequires-python = ">=3.11"\n',
    '[[package]]\nname = "echo-service"\nversion = "0.1.0"\nsource = { virtual = "." }',
    `dependencies = [${names.map((name) => `{ name = "${name}" }`).join(', ')}]\n`,
    ...names.map(
      (name) =>
        `[[package]]\nname = "${name}"\nversion = "1.0"\nsource = { registry = "https://index.example/simple" }\n`,
    ),
  ].join('\n');
