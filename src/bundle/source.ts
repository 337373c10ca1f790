/** A file of the bundle before it is packed. */
export type BundleFile = {
  /** Path inside the bundle: relative, forward slashes, no `.` or `..`. */
  readonly path: string;
  /** Where its bytes are: an absolute path on disk, or the bytes themselves for a generated file. */
  readonly source: string | Uint8Array;
  readonly size: number;
  readonly executable: boolean;
  /** Whether git knows that it is not committed, so that nobody else has it. */
  readonly isUntracked?: true;
};

/** Sorted by the bytes of the UTF-8 paths: the same everywhere, whatever the locale. */
export const inOrder = <T extends { readonly path: string }>(files: readonly T[]): T[] =>
  files
    .map((file) => ({ file, key: Buffer.from(file.path) }))
    .sort((a, b) => Buffer.compare(a.key, b.key))
    .map(({ file }) => file);
