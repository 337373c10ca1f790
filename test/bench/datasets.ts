import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** Words and numbers that are the same in every run. */
function* numbers(seed: string): Generator<number, never> {
  for (let round = 0; ; round++) yield* createHash('sha512').update(`${seed} ${round}`).digest();
}

const MB = 1_000_000;

/** 80 MB of CSV text in twelve files. */
export async function text(folder: string): Promise<string> {
  const words = Array.from({ length: 4000 }, (_, index) =>
    createHash('md5')
      .update(String(index))
      .digest('hex')
      .slice(0, 3 + (index % 8)),
  );
  const random = numbers('text');
  const word = () => words[((random.next().value << 8) | random.next().value) % words.length] ?? '';
  await mkdir(folder, { recursive: true });
  for (let file = 0; file < 12; file++) {
    const lines = function* () {
      for (let size = 0; size < (80 * MB) / 12; ) {
        let block = '';
        while (block.length < 64_000) {
          block += `${random.next().value * 37},${word()},${(random.next().value / 7).toFixed(2)},${word()},2026-01-${10 + (random.next().value % 20)}\n`;
        }
        size += block.length;
        yield block;
      }
    };
    await pipeline(Readable.from(lines()), createWriteStream(join(folder, `table-${file}.csv`)));
  }
  return folder;
}

/** 5,000 small Python files in fifty folders. */
export async function small(folder: string): Promise<string> {
  const random = numbers('small');
  for (let index = 0; index < 5000; index++) {
    const parent = join(folder, `package_${index % 50}`);
    if (index < 50) await mkdir(parent, { recursive: true });
    const functions = Array.from(
      { length: 40 },
      (_, n) => `def f_${index}_${n}(x, y=${random.next().value}):\n    return x * ${random.next().value} + y\n`,
    );
    await writeFile(join(parent, `module_${index}.py`), functions.join('\n'));
  }
  return folder;
}

/** `mb` MB that do not shrink, in files of 50 MB. */
export async function random(folder: string, mb: number): Promise<string> {
  await mkdir(folder, { recursive: true });
  for (let file = 0; file * 50 < mb; file++) {
    const blocks = function* () {
      for (let block = 0; block < 50; block++) {
        // A counter under AES would do; SHAKE gives a whole MB in one call.
        yield createHash('shake256', { outputLength: MB }).update(`${file} ${block}`).digest();
      }
    };
    await pipeline(Readable.from(blocks()), createWriteStream(join(folder, `data-${file}.bin`)));
  }
  return folder;
}

/** `mb` MB that do not shrink, in so many files of one size in fifty folders. */
export async function many(folder: string, files: number, mb: number): Promise<string> {
  const outputLength = Math.round((mb * MB) / files);
  for (let index = 0; index < files; index++) {
    const parent = join(folder, `part_${index % 50}`);
    if (index < 50) await mkdir(parent, { recursive: true });
    await writeFile(
      join(parent, `file_${index}.bin`),
      createHash('shake256', { outputLength }).update(`${index}`).digest(),
    );
  }
  return folder;
}
