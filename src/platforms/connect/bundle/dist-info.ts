import type { BundleFile } from '../../../bundle/source.ts';
import { at } from '../../../project/files/values.ts';
import type { LocalPackage } from './local-packages.ts';

/**
 * What `importlib.metadata` reads of packages whose code is copied and not installed: their versions and their entry points. It looks
 * for such folders wherever modules are imported from ("Core metadata specifications" and "Entry points specification" of PyPA).
 */
export const distInfos = (packages: readonly LocalPackage[]): BundleFile[] => packages.flatMap(distInfo);

function distInfo({ name, version, file }: LocalPackage): BundleFile[] {
  if (!/^[\w.+!-]+$/.test(version)) return [];
  const folder = `${name.replaceAll('-', '_')}-${version}.dist-info`;
  const points = entryPoints(at(file?.data, 'project'));
  return [
    generated(`${folder}/METADATA`, `Metadata-Version: 2.1\nName: ${name}\nVersion: ${version}\n`),
    ...(points === '' ? [] : [generated(`${folder}/entry_points.txt`, points)]),
  ];
}

const generated = (path: string, text: string): BundleFile => {
  const source = Buffer.from(text);
  return { path, source, size: source.length, executable: false };
};

const GROUPS: Readonly<Record<string, string>> = { scripts: 'console_scripts', 'gui-scripts': 'gui_scripts' };

function entryPoints(project: unknown): string {
  const named = Object.entries(GROUPS).map(([key, group]) => [group, at(project, key)] as const);
  const others = Object.entries(tableOf(at(project, 'entry-points')));
  return [...named, ...others]
    .map(([group, table]) => [group, Object.entries(tableOf(table)).filter(([, value]) => isOneLine(value))] as const)
    .filter(([, entries]) => entries.length > 0)
    .map(([group, entries]) => `[${group}]\n${entries.map(([key, value]) => `${key} = ${value}\n`).join('')}`)
    .join('\n');
}

const tableOf = (value: unknown): object => (typeof value === 'object' && value !== null ? value : {});

const isOneLine = (value: unknown): boolean => typeof value === 'string' && !/[\r\n]/.test(value);
