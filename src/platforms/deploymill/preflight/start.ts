import { basename, dirname, join, posix } from 'node:path';
import type { Plan } from '../../plan.ts';
import type { Subject } from '../checks/subject.ts';

/**
 * How the image's command is started on a runner, in a folder that stands for its WORKDIR. Nothing for a worker, which no request can
 * be sent to, and where the image has the files at other paths than the repository.
 */
export function launchOf({ start, workload, dockerfile, file }: Subject): Plan['launch'] {
  if (start === undefined || workload === 'worker') return undefined;
  const { argv, workdir, files, env } = start;
  const isSame = [...files.values()].every(
    ({ path, source }) => !source.endsWith('.py') || path === posix.join(workdir, source),
  );
  if (!isSame || argv.length === 0) return undefined;
  const exposed = dockerfile.final.steps.flatMap((step) => (step.does === 'expose' ? step.ports : []))[0];
  const wanted = file?.port ?? Number.parseInt(exposed ?? '', 10);
  return ({ python, port }) => {
    const [program = '', ...args] = argv.map((word) => located(word, workdir, python));
    // The app has the container's ports to itself; here, its own is a free one.
    const mapped = args.map((word) =>
      wanted > 0 ? word.replace(new RegExp(`\\b${wanted}\\b`, 'g'), String(port)) : word,
    );
    const own = [...env].filter(([name]) => name !== 'PATH' && name !== 'PORT' && !/^(?:UV|PIP)_/.test(name));
    return {
      command: [program, ...mapped],
      env: Object.fromEntries(own.map(([name, value]) => [name, located(value, workdir, python)])),
    };
  };
}

/** A program of an environment in the image is one of the runner's, and what is in WORKDIR is in the folder. */
function located(word: string, workdir: string, python: string): string {
  if (/^\/\S*\/bin\/[\w.-]+$/.test(word) && !/^\/(?:usr\/)?bin\//.test(word))
    return join(dirname(python), basename(word));
  return workdir === '/' ? word : word.replaceAll(`${workdir}/`, './');
}
