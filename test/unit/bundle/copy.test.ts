import {
  chmodSync,
  existsSync,
  linkSync,
  lstatSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { copyFiles } from '../../../src/bundle/copy.ts';
import type { BundleFile } from '../../../src/bundle/source.ts';
import { Cancelled } from '../../../src/findings/finding.ts';
import { createForest } from '../../tools/tree.ts';

const plant = createForest('copy');
const signal = new AbortController().signal;

describe('the files of a bundle', () => {
  it('are laid out as the server would find them', async () => {
    const dir = plant({ 'app.py': 'app', 'run.sh': { run: 'run' }, 'x/y/z.txt': 'z', secret: 's' });
    chmodSync(join(dir, 'app.py'), 0o400);
    chmodSync(join(dir, 'x/y/z.txt'), 0o777);
    const file = (path: string, source: string, executable = false): BundleFile => ({
      path,
      source: join(dir, source),
      size: statSync(join(dir, source)).size,
      executable,
    });
    const target = join(plant(), 'not', 'there', 'yet');
    await copyFiles(
      [
        file('app.py', 'app.py'),
        file('bin/run.sh', 'run.sh', true),
        file('x/y/z.txt', 'x/y/z.txt'),
        file('x/other.txt', 'x/y/z.txt'),
        { path: 'made/up.toml', source: Buffer.from('generated'), size: 9, executable: false },
      ],
      target,
      signal,
    );
    const paths = readdirSync(target, { recursive: true })
      .map(String)
      .filter((path) => statSync(join(target, path)).isFile());
    const found = paths
      .sort()
      .map((path) => [path, readFileSync(join(target, path), 'utf8'), statSync(join(target, path)).mode & 0o777]);
    expect(found).toEqual([
      ['app.py', 'app', 0o644],
      ['bin/run.sh', 'run', 0o755],
      ['made/up.toml', 'generated', 0o644],
      ['x/other.txt', 'z', 0o644],
      ['x/y/z.txt', 'z', 0o644],
    ]);
  });

  it('are copies: what is written to them does not reach the project', async () => {
    const dir = plant({ 'a.txt': 'before' });
    linkSync(join(dir, 'a.txt'), join(dir, 'hard'));
    const target = plant();
    await copyFiles([{ path: 'a.txt', source: join(dir, 'hard'), size: 6, executable: false }], target, signal);
    expect(lstatSync(join(target, 'a.txt')).isSymbolicLink()).toBe(false);
    writeFileSync(join(target, 'a.txt'), 'after');
    expect(readFileSync(join(dir, 'a.txt'), 'utf8')).toBe('before');
  });

  it('are an empty folder when there are none', async () => {
    const target = join(plant(), 'bundle');
    await copyFiles([], target, signal);
    expect(readdirSync(target)).toEqual([]);
  });

  it('are no longer copied when the run is cancelled', async () => {
    const target = join(plant(), 'bundle');
    const reason = new Cancelled('cancelled');
    const files = [{ path: 'a', source: Buffer.alloc(0), size: 0, executable: false }];
    await expect(copyFiles(files, target, AbortSignal.abort(reason))).rejects.toBe(reason);
    expect(existsSync(join(target, 'a'))).toBe(false);
  });
});
