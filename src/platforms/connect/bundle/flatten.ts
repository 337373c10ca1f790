import { relative, sep } from 'node:path';
import { isEnvFile, leftOut } from '../../../bundle/left-out.ts';
import { type BundleFile, inOrder } from '../../../bundle/source.ts';
import { error, type Finding } from '../../../findings/finding.ts';
import { quote } from '../../../findings/text.ts';
import { isInside, shownIn } from '../../../ports/paths.ts';
import type { Project } from '../../../project/project.ts';
import type { LocalPackage } from './local-packages.ts';

/**
 * Copies of the packages' modules for the root of the bundle. `files` are those of the project's bundle; `list` lists those of a
 * package outside of the project. A place that is taken by other bytes is an error.
 */
export async function flatten(
  project: Project,
  packages: readonly LocalPackage[],
  files: readonly BundleFile[],
  list: (folder: string) => Promise<readonly BundleFile[]>,
): Promise<{ added: BundleFile[]; findings: Finding[] }> {
  const taken = new Map(files.map((file) => [file.path, file]));
  const added = new Map<string, BundleFile>();
  const findings: Finding[] = [];
  for (const { name, folder, roots } of packages) {
    const isOwn = isInside(project.dir, folder);
    const below = isOwn ? prefix(relative(project.dir, folder)) : '';
    const isLeftOut = leftOut(folder);
    // By a link, a file comes under another name: its own counts as well.
    const isTaken = ({ path, source }: BundleFile) =>
      [path, typeof source === 'string' ? shownIn(folder, source) : path].every(
        (one) => !(isLeftOut(one) || isEnvFile(one)),
      );
    const own = isOwn
      ? files
          .filter(({ path }) => path.startsWith(below))
          .map((file) => ({ ...file, path: file.path.slice(below.length) }))
      : (await list(folder)).filter(isTaken);
    for (const { path: root, modules } of roots) {
      for (const file of own) {
        if (!file.path.startsWith(prefix(root))) continue;
        const path = file.path.slice(prefix(root).length);
        const [top = ''] = path.split('/');
        if (/\.(?:egg|dist)-info$/.test(top) || (modules && !modules.includes(top.replace(/\.pyi?$/, '')))) continue;
        const other = taken.get(path) ?? added.get(path);
        if (other === undefined) added.set(path, { ...file, path });
        else if (other.source !== file.source && other.size + file.size > 0)
          findings.push(conflict(project, name, path, file));
      }
    }
  }
  return { added: inOrder([...added.values()]), findings };
}

const prefix = (folder: string): string => (folder === '' ? '' : `${folder.split(sep).join('/')}/`);

function conflict(project: Project, name: string, path: string, { source }: BundleFile): Finding {
  const place = typeof source === 'string' ? { file: project.shown(source) } : {};
  return error(
    'flatten-conflict',
    `${quote(name)} is not installed on the server but copied to the root of the bundle, where another ${quote(path, 200)} is already.`,
    'Rename one of the two files.',
    place,
  );
}
