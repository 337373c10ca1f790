import type { Packed } from './tar.ts';

export type ManifestFacts = {
  readonly appmode: string;
  readonly entrypoint: string;
  /** The pinned Python, as far as the pin says (`3.12` or `3.12.7`); empty when it names none. */
  readonly python: string;
  readonly requiresPython: string;
  readonly packageManager: { readonly name: string; readonly version: string; readonly packageFile: string };
};

/** The manifest of a bundle in Posit Connect's format, version 1: what was deployed, with the MD5 of every file. */
export function manifest(facts: ManifestFacts, files: readonly Packed[]): string {
  const { name, version, packageFile } = facts.packageManager;
  const record = {
    version: 1,
    locale: 'en_US.UTF-8',
    metadata: { appmode: facts.appmode, entrypoint: facts.entrypoint },
    python: {
      version: facts.python,
      package_manager: { name, ...(version && { version }), package_file: packageFile },
    },
    ...(facts.requiresPython && { environment: { python: { requires: facts.requiresPython } } }),
    files: Object.fromEntries(files.map(({ path, md5 }) => [path, { checksum: md5 }])),
  };
  return `${JSON.stringify(record, undefined, 2)}\n`;
}
