import { basename, dirname, join, posix } from 'node:path';
import { isEnvFile } from '../../../bundle/left-out.ts';
import type { FileTree, Plan } from '../../plan.ts';
import type { Subject } from '../checks/subject.ts';

/** A worker that ends, or prints nothing, does so by then. */
const WATCH_MS = 20_000;

type Start = Pick<Plan, 'launch' | 'tree' | 'watchMs'>;

/**
 * How the image's command is started on a runner, in a tree that has the files where the image has them. Nothing where the app has a
 * volume outside of its WORKDIR: the runner has no such folder.
 */
export function startOf(subject: Subject): Start {
  const { start, workload, file } = subject;
  const watch = workload === 'worker' ? { watchMs: WATCH_MS } : {};
  if (start === undefined || start.argv.length === 0) return watch;
  const { workdir, files } = start;
  const mounts = (file?.mounts ?? []).map(({ mountPath }) => posix.resolve(mountPath));
  const tree: FileTree = {
    files: [...files.values()].flatMap(({ path, source }) => {
      const found = subject.files.find((one) => one.path === source);
      return found === undefined || isEnvFile(source) ? [] : [{ ...found, path: path.slice(1) }];
    }),
    cwd: workdir.slice(1),
    writable: mounts.map((path) => path.slice(1)),
  };
  const isAway = mounts.some((path) => posix.relative(workdir, path).startsWith('..'));
  return { ...watch, tree, ...(!isAway && { launch: launchOf(subject, start) }) };
}

/** The port that deploymill routes to. */
export function portOf({ dockerfile, file, workload }: Subject): number | undefined {
  if (workload === 'worker') return undefined;
  const [exposed = ''] = dockerfile.final.steps.flatMap((step) => (step.does === 'expose' ? step.ports : []));
  return file?.port ?? (Number.parseInt(exposed, 10) || 8000);
}

function launchOf(
  subject: Subject,
  { argv, workdir, files, env }: NonNullable<Subject['start']>,
): NonNullable<Plan['launch']> {
  const wanted = portOf(subject);
  const paths = [...files.keys(), workdir];
  const isInImage = (path: string) => paths.some((one) => one === path || one.startsWith(`${path}/`));
  return ({ python, port }) => {
    const here = (word: string) => located(word, { workdir, python, isInImage });
    const [program = '', ...args] = argv.map(here);
    // The app has the container's ports to itself; here, its own is a free one.
    const mapped = args.map((word) =>
      wanted === undefined ? word : word.replace(new RegExp(`\\b${wanted}\\b`, 'g'), String(port)),
    );
    const own = [...env].filter(([name]) => name !== 'PATH' && name !== 'PORT' && !/^(?:UV|PIP)_/.test(name));
    return {
      command: [program, ...mapped],
      env: Object.fromEntries(own.map(([name, value]) => [name, here(value)])),
    };
  };
}

type Places = { readonly workdir: string; readonly python: string; isInImage(path: string): boolean };

/** An absolute path, or a program in an environment that is named from WORKDIR on, such as `.venv/bin/gunicorn`. */
const PATH = /(?<![\w.$~/{}-])(?:\/|(?:\.\/)?(?=[\w.@+-]+\/bin\/))[\w.@+-]+(?:\/[\w.@+-]+)*/g;

/** A program of an environment in the image is one of the runner's, and what the image has of the repository is in the tree. */
function located(word: string, { workdir, python, isInImage }: Places): string {
  return word.replace(PATH, (path) => {
    const whole = posix.resolve(workdir, path);
    if (isInImage(whole)) return path.startsWith('/') ? `./${posix.relative(workdir, path)}` : path;
    const isProgram = /\/bin\/[\w.-]+$/.test(path) && !/^\/(?:usr\/)?bin\//.test(path);
    return isProgram ? join(dirname(python), basename(path)) : path;
  });
}
