import { join, relative, sep } from 'node:path';
import type { BundleFile } from '../../../bundle/source.ts';
import { type Finding, warning } from '../../../findings/finding.ts';
import { quote } from '../../../findings/text.ts';
import { isInside } from '../../../ports/paths.ts';
import type { Project } from '../../../project/project.ts';
import { readSource } from '../../../project/source/readable.ts';
import type { LocalPackage } from './local-packages.ts';

const PATHLIB =
  /\bPath\(\s*__file__\s*\)(?:\.(?:resolve|absolute)\(\))?((?:\.parent\b(?!s))+|\.parents\[\s*(\d{1,2})\s*\])/g;
const DIRNAME =
  /((?:\b(?:os\.)?(?:path\.)?dirname\(\s*){1,12})(?:(?:os\.)?(?:path\.)?(?:abspath|realpath)\(\s*)?__file__/g;

/**
 * Code of a `src` folder that goes up from its own file to above that folder, such as to the data of the project: on the server it is
 * copied to the root of the bundle, and above that nothing is the project's. One finding for each file.
 */
export function checkMoved(
  local: readonly LocalPackage[],
  files: readonly BundleFile[],
  { dir, shown }: Project,
): Finding[] {
  return local.flatMap(({ folder, roots }) =>
    roots.flatMap(({ path, modules }) => {
      const root = join(folder, path);
      if (root === dir || !isInside(dir, root)) return [];
      const below = `${relative(dir, root).split(sep).join('/')}/`;
      return files.flatMap((file): Finding[] => {
        const inside = file.path.startsWith(below) && file.path.endsWith('.py') ? file.path.slice(below.length) : '';
        const [top = ''] = inside.split('/');
        if (inside === '' || (modules && !modules.includes(top.replace(/\.py$/, '')))) return [];
        const found = above(readSource(file) ?? '', inside.split('/').length);
        return found === undefined ? [] : [leaves(shown(join(dir, file.path)), found)];
      });
    }),
  );
}

type Climb = { readonly line: number; readonly text: string };

/** The first expression that goes up more folders than there are. */
function above(source: string, folders: number): Climb | undefined {
  if (!source.includes('__file__')) return undefined;
  const climbs = [
    ...[...source.matchAll(PATHLIB)].map((match) => ({
      match,
      up: match[2] === undefined ? (match[1]?.split('.parent').length ?? 1) - 1 : Number(match[2]) + 1,
    })),
    ...[...source.matchAll(DIRNAME)].map((match) => ({ match, up: (match[1]?.split('dirname').length ?? 1) - 1 })),
  ].filter(({ up }) => up > folders);
  const [first] = climbs.sort((a, b) => a.match.index - b.match.index);
  if (first === undefined) return undefined;
  return { line: source.slice(0, first.match.index).split('\n').length, text: first.match[0] };
}

const leaves = (file: string, { line, text }: Climb): Finding =>
  warning(
    'path-above-package',
    `${file} takes ${quote(text, 80)} for a folder of the project. Connect runs a copy of it at the root of the bundle, from where that leads out of the bundle.`,
    'Open files from the working directory, which is the root of the bundle (`Path("data")`), or keep them in the package and use importlib.resources.',
    { file, line },
  );
