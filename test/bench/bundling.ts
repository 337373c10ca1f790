import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { random, small, text } from './datasets.ts';
import { inTurn, processTime, table, times } from './measure.ts';

/** Python's tarfile at level 9: what rsconnect-python packs with. */
const TARFILE =
  'import tarfile,sys; t=tarfile.open(sys.argv[2],"w:gz",compresslevel=9); t.add(sys.argv[1],"."); t.close()';

/** Packing three sets of files, side by side with the tools people know. Each is a whole process but ours, which says its own time. */
export async function bundling(folder: string): Promise<string> {
  const out = join(folder, 'out.tar.gz');
  const pigz = spawnSync('pigz', ['--version']).status === 0;
  const rows: string[][] = [];
  for (const [name, set] of [
    ['80 MB of text', await text(join(folder, 'text'))],
    ['5,000 small files', await small(join(folder, 'small'))],
    ['200 MB of random bytes', await random(join(folder, 'random'), 200)],
  ] as const) {
    const shell = (command: string) => () => processTime('sh', ['-c', command]);
    const [ours = 0, gzip = 0, tarfile = 0, pigzTime] = await inTurn(3, [
      () => Promise.resolve(pack(set, out)),
      shell(`tar --sort=name -C ${set} -cf - . | gzip -5 > ${out}`),
      () => processTime('python3', ['-c', TARFILE, set, out]),
      ...(pigz ? [shell(`tar --sort=name -C ${set} -cf - . | pigz -p2 -5 > ${out}`)] : []),
    ]);
    rows.push([name, times(gzip / ours), times(tarfile / ours), pigzTime === undefined ? '-' : times(pigzTime / ours)]);
  }
  return table(
    'How many times longer the others take than our bundling',
    ['', 'tar | gzip -5', 'tarfile, level 9', 'tar | pigz -p2 -5'],
    rows,
  ).concat(pigz ? '' : '\npigz is not installed here: its column is empty.');
}

function pack(set: string, out: string): number {
  const done = spawnSync(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', join(import.meta.dirname, 'pack.ts'), set, out],
    { encoding: 'utf8' },
  );
  if (done.status !== 0) throw new Error(done.stderr);
  return Number(done.stdout);
}
