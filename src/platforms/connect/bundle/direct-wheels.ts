import type { TomlFile } from '../../../project/files/toml.ts';
import { at } from '../../../project/files/values.ts';
import { type LockedPackage, tables, text } from '../../../project/lock/packages.ts';
import { normalName } from '../../../project/packaging/requirement.ts';
import { misfit, parseWheel } from '../../../project/packaging/wheels.ts';

/** The minors of Python 3 that a server may have. */
const MINORS = Array.from({ length: 13 }, (_, index) => 8 + index);
/** Any glibc: whether the server's is new enough is judged with the lock. */
const LINUX = { freeThreaded: false, machine: 'x86_64', libc: { kind: 'glibc', minor: 99 } } as const;

/**
 * A requirement by the addresses of its locked wheels, a line for each Python that has one of its own. An index beside the first one
 * would hide that one's packages of the same names from uv (its documentation, "Searching across multiple indexes"); an address
 * needs none. Nothing for what has no wheel for the server's system.
 */
export function directLines(line: string, packages: readonly LockedPackage[], lock: TomlFile): string[] | undefined {
  const [, name = '', version = '', marker = ''] = /^([\w.-]+)==([^\s;]+)\s*(?:;\s*(.*))?$/.exec(line.trim()) ?? [];
  const one = packages.find((other) => other.name === normalName(name) && other.version === version);
  if (one === undefined) return undefined;
  const [list = '', index = ''] = one.key.split('.');
  const table = tables(lock.data[list])[Number(index)];
  const urls = tables(at(table, 'wheels')).flatMap((wheel) => text(at(wheel, 'url')) ?? []);
  const fitting = MINORS.flatMap((minor) => {
    const url = urls.find((one) => {
      const wheel = parseWheel(one.slice(one.lastIndexOf('/') + 1));
      return wheel !== undefined && misfit(wheel, { ...LINUX, minor }) === undefined;
    });
    return url === undefined ? [] : [{ minor, url }];
  });
  const first = fitting[0]?.url;
  if (first === undefined) return undefined;
  const isSame = fitting.every(({ url }) => url === first);
  const lines = isSame
    ? [{ url: first, when: marker }]
    : fitting.map(({ minor, url }) => {
        const python = `python_version == '3.${minor}'`;
        return { url, when: marker === '' ? python : `${python} and (${marker})` };
      });
  return lines.map(({ url, when }) => `${name} @ ${url}${when === '' ? '' : ` ; ${when}`}`);
}
