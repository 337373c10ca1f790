import type { Packed } from './tar.ts';

export type ManifestFacts = {
  readonly appmode: string;
  /** Empty where the content has none. */
  readonly entrypoint: string;
  /** The page that is shown, of content that is nothing but pages. */
  readonly primaryHtml?: string;
  readonly contentCategory?: string;
  /** The Python, as far as it is known (`3.12` or `3.12.7`); empty when there is none. */
  readonly python: string;
  readonly requiresPython: string;
  /** Absent when nothing is installed because nothing is run. */
  readonly packageManager?: {
    readonly name: string;
    readonly version: string;
    readonly packageFile: string;
    /** Whether the server may install with uv; absent leaves it to the server. */
    readonly allowUv?: boolean | undefined;
  };
  /** The image for off-host execution. */
  readonly image?: string | undefined;
  /** Whether the server makes the Python environment; absent leaves it to the server. */
  readonly managesPython?: boolean | undefined;
  /** What of a notebook's code is not shown: all of it, or that of cells with a tag. */
  readonly hides?: { readonly all: boolean; readonly tagged: boolean };
  readonly quarto?: { readonly version: string; readonly engines: readonly string[] };
};

/**
 * The manifest of a bundle in Posit Connect's format, version 1: what was deployed, with the MD5 of every file
 * (docs.posit.co/connect/user/manifest, and what rsconnect-python writes).
 */
export function manifest(facts: ManifestFacts, files: readonly Packed[]): string {
  const { appmode, entrypoint, primaryHtml, contentCategory, image, managesPython, quarto, packageManager } = facts;
  const jupyter = {
    ...(facts.hides?.all && { hide_all_input: true }),
    ...(facts.hides?.tagged && { hide_tagged_input: true }),
  };
  const environment = {
    ...(facts.requiresPython && { python: { requires: facts.requiresPython } }),
    ...(image && { image }),
    ...(managesPython !== undefined && { environment_management: { python: managesPython } }),
  };
  const record = {
    version: 1,
    locale: 'en_US.UTF-8',
    metadata: {
      appmode,
      ...(entrypoint && { entrypoint }),
      ...(primaryHtml && { primary_html: primaryHtml }),
      ...(contentCategory && { content_category: contentCategory }),
    },
    ...(Object.keys(jupyter).length > 0 && { jupyter }),
    ...(quarto && { quarto }),
    ...(packageManager && {
      python: {
        version: facts.python,
        package_manager: {
          name: packageManager.name,
          ...(packageManager.version && { version: packageManager.version }),
          package_file: packageManager.packageFile,
          ...(packageManager.allowUv !== undefined && { allow_uv: packageManager.allowUv }),
        },
      },
    }),
    ...(Object.keys(environment).length > 0 && { environment }),
    files: Object.fromEntries(files.map(({ path, md5 }) => [path, { checksum: md5 }])),
  };
  return `${JSON.stringify(record, undefined, 2)}\n`;
}
