/** What a bundle has that production has not, and the other way round. Paths are the project's: they are not to be trusted. */
export type BundleChanges = {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
  /** Bytes of production's bundle, packed. */
  readonly sizeBefore?: number;
};

/** What a bundle was made of: its size of the bundle, and the MD5 of every file by its path. */
export type DeployedFiles = { readonly size: number; readonly files: Readonly<Record<string, string>> };

/** What deploying `after` changes of `before`. */
export function difference(before: DeployedFiles, after: DeployedFiles): BundleChanges {
  const has = (record: DeployedFiles, path: string) => Object.hasOwn(record.files, path);
  const now = Object.keys(after.files).sort();
  return {
    added: now.filter((path) => !has(before, path)),
    changed: now.filter((path) => has(before, path) && before.files[path] !== after.files[path]),
    removed: Object.keys(before.files)
      .filter((path) => !has(after, path))
      .sort(),
    sizeBefore: before.size,
  };
}
