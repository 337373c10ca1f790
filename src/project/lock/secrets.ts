/** Passwords in the addresses that pyproject.toml and uv.lock name: both files go into the bundle. */
import { type Finding, warning } from '../../findings/finding.ts';
import type { TomlFile } from '../files/toml.ts';

/** What stands for a password in an address; variables that uv puts in are none. */
const PASSWORD = /:\/\/[^\s/"'@:?#]{0,200}:(?!\$\{)[^\s/"'@?#]{1,500}@/;
/** Tokens that stand alone. */
const TOKEN = /:\/\/(?:gh[pousr]_|github_pat_|glpat-|dckr_pat_)[^\s/"'@]{10,500}@/;

/** One finding a file, at the first address; the address itself is not shown. */
export function checkAddresses(files: readonly (TomlFile | undefined)[]): Finding[] {
  return files.flatMap((file): Finding[] => {
    if (!file?.text.includes('@')) return [];
    const found = [PASSWORD, TOKEN].flatMap((pattern) => pattern.exec(file.text)?.index ?? []);
    if (found.length === 0) return [];
    const line = file.text.slice(0, Math.min(...found)).split('\n').length;
    return [
      warning(
        'url-credentials',
        `An address in ${file.shown} holds a password or token; everybody who reads the repository or the bundle has it.`,
        'Revoke it, take it out of the address, run `uv lock`, and give it to uv as UV_INDEX_<NAME>_USERNAME and _PASSWORD.',
        { file: file.shown, line },
      ),
    ];
  });
}
