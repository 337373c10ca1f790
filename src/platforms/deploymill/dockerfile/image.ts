import { posix } from 'node:path';
import { matcher, readGlob } from '../../../bundle/pattern.ts';
import { allSteps, type Copying, type Stage, type Step } from './dockerfile.ts';

/** A file of the build context where it is in an image. */
export type Placed = {
  /** Absolute, in the image. */
  readonly path: string;
  /** Its path in the build context. */
  readonly source: string;
  /** The line of the COPY that put it there. */
  readonly line: number;
  /** Whether it came from another stage. */
  readonly isFromStage: boolean;
};

/** What a stage has of the build context, by the paths in it. */
export type Image = ReadonlyMap<string, Placed>;

/** What a stage holds of the build context after its first steps, or all of them. `context`: the paths that the build gets. */
export function imageOf(stage: Stage, context: readonly string[], until = allSteps(stage).length): Image {
  const image = new Map<string, Placed>();
  const folders = new Set<string>();
  for (const step of allSteps(stage).slice(0, until)) {
    folders.add(step.workdir);
    if (step.does === 'copy') copy(step, image, folders, context);
  }
  return image;
}

function copy(
  step: Step & { does: 'copy' },
  image: Map<string, Placed>,
  folders: Set<string>,
  context: readonly string[],
) {
  const { copy, line } = step;
  const { from } = copy;
  // What is in another image is not known.
  if (typeof from === 'string') return;
  const isFromStage = from !== undefined;
  const origin = from === undefined ? contextFiles(context) : imageOf(from, context);
  for (const { source, path } of copiedBy(copy, [...origin.keys()], folders)) {
    const file = origin.get(source);
    if (file === undefined) continue;
    image.set(path, { path, source: file.source, line, isFromStage });
    for (let folder = posix.dirname(path); !folders.has(folder); folder = posix.dirname(folder)) folders.add(folder);
  }
}

/** The build context as an image of its own, at `/`. */
const contextFiles = (context: readonly string[]): Image =>
  new Map(context.map((source) => [`/${source}`, { path: `/${source}`, source, line: 0, isFromStage: false }]));

/** Which of some absolute paths an instruction copies, and where to. */
function copiedBy(
  { sources, target }: Copying,
  paths: readonly string[],
  folders: ReadonlySet<string>,
): { source: string; path: string }[] {
  return sources.flatMap((written) => {
    const { file, folder } = sourceTest(written);
    const files = paths.filter(file);
    const isInto = target.endsWith('/') || folders.has(target) || files.length > 1;
    const singles = files.map((source) => ({
      source,
      path: isInto ? posix.join(target, posix.basename(source)) : target,
    }));
    const inside = paths.flatMap((source) => {
      const base = folder(source);
      return base === undefined ? [] : [{ source, path: posix.join(target, source.slice(base.length)) }];
    });
    return [...singles, ...inside];
  });
}

/** How a source that is written in COPY fits: a file itself, or a folder, of which all that is in it is copied. */
export function sourceTest(written: string): {
  file(path: string): boolean;
  /** The folder that the source fits and the path is in, with its slash. */
  folder(path: string): string | undefined;
} {
  const bare = posix.resolve('/', written.replace(/\/+$/, '') || '/');
  if (bare === '/') return { file: () => false, folder: () => '/' };
  const steps = /[*?[\\]/.test(bare) ? readGlob(bare, { braces: false }) : undefined;
  const fits = steps === undefined ? (path: string) => path === bare : matcher(steps);
  return {
    file: fits,
    folder: (path) => {
      for (let at = path.indexOf('/', 1); at > 0; at = path.indexOf('/', at + 1)) {
        if (fits(path.slice(0, at))) return path.slice(0, at + 1);
      }
      return undefined;
    },
  };
}
