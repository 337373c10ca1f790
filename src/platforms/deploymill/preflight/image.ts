import { error, type Finding } from '../../../findings/finding.ts';
import { tail } from '../../../findings/text.ts';
import { readFailure } from '../../../project/failure/reading.ts';
import type { ImageRun } from '../../plan.ts';
import type { Subject } from '../checks/subject.ts';
import { causeIn, placeOf } from '../gateway/log.ts';
import { portOf } from './start.ts';

/**
 * What the platform allows a container (the templates of deploymill): its own files can't be written, and it has no capability but
 * the one for low ports.
 */
const LIMITS = ['--read-only', '--tmpfs', '/tmp', '--cap-drop', 'ALL', '--cap-add', 'NET_BIND_SERVICE'];

/** How docker builds and starts the image as deploymill does, with a fresh volume for each mount. */
export function imageRunOf(subject: Subject): ImageRun {
  const { files, file, project, read } = subject;
  const readIn = (words: string) => readFailure(words, { kind: 'app', files, project });
  const context = files.filter(({ isUntracked }) => !isUntracked);
  const mounts = (file?.mounts ?? []).flatMap(({ mountPath }) => ['--volume', mountPath]);
  return {
    ...{ context, port: portOf(subject), limits: [...LIMITS, ...mounts] },
    explain: (log) =>
      explain(log, { ...subject, sources: { paths: files.map(({ path }) => path), read, readFailure: readIn } }),
  };
}

function explain(log: string, subject: Subject & { readonly sources: Parameters<typeof causeIn>[1] }): Finding {
  const cause = causeIn(log.split('\n'), subject.sources);
  const told = cause === undefined ? '' : `: ${cause.told}`;
  const place = cause === undefined ? subject.at(1) : placeOf(cause, (path) => subject.in(path).file ?? path);
  return error(
    'image-build-failed',
    `The build of the image fails on this runner${told}.\n${tail(log, 12, 1_000)}`,
    'Fix what the build names: the same happens on deploymill.',
    place,
  );
}
