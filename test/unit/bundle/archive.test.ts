import { execFileSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { type Bundle, writeArchive } from '../../../src/bundle/archive.ts';
import { listFiles } from '../../../src/bundle/listing.ts';
import { type BundleFile, inOrder } from '../../../src/bundle/source.ts';
import { Cancelled } from '../../../src/findings/finding.ts';
import { systemExec } from '../../../src/ports/exec.ts';
import { failureOf } from '../../tools/fakes.ts';
import { commitAll, createForest, grow, type Tree } from '../../tools/tree.ts';

const plant = createForest('archive');
const signal = new AbortController().signal;

const sha = (data: Uint8Array): string => createHash('sha256').update(data).digest('hex');
const large = randomBytes(700_000);
const tree: Tree = {
  'app.py': 'print("hi")\n',
  'run.sh': { run: '#!/bin/sh\n' },
  'data/large.bin': large,
  'data/empty': '',
  'ümlaut/漢.txt': 'x',
  'a-b': '1',
  'a/b': '2',
  'a.b': '3',
  Z: '4',
  link: { link: 'app.py' },
};

const bundleOf = async (dir: string): Promise<Bundle> => {
  const { files, findings } = await listFiles(dir, (path) => path, { exec: systemExec, signal });
  expect(findings).toEqual([]);
  return writeArchive(join(plant(), 'bundle.tar.gz'), files, signal);
};

describe('an archive', () => {
  it('is reported with its size, its hashes and its files', async () => {
    const dir = plant(tree);
    const bundle = await bundleOf(dir);
    const bytes = readFileSync(bundle.path);
    expect(bundle.size).toBe(bytes.length);
    expect(bundle.sha256).toBe(sha(bytes));
    expect(bundle.contentSha256).toBe(sha(gunzipSync(bytes)));
    expect(bundle.files.map(({ path }) => path)).toEqual(inOrder(bundle.files).map(({ path }) => path));
    expect(bundle.files.find(({ path }) => path === 'data/large.bin')).toEqual({
      path: 'data/large.bin',
      size: large.length,
      md5: createHash('md5').update(large).digest('hex'),
    });
  });

  it('is unpacked by tar to what was packed', async () => {
    const dir = plant(tree);
    const { path } = await bundleOf(dir);
    const target = plant();
    execFileSync('tar', ['-xzf', path, '-C', target]);
    expect(readdirSync(target, { recursive: true }).map(String).sort()).toEqual(
      readdirSync(dir, { recursive: true }).map(String).sort(),
    );
    expect(readFileSync(join(target, 'data/large.bin')).equals(large)).toBe(true);
    expect(readFileSync(join(target, 'link'), 'utf8')).toBe('print("hi")\n');
    expect(statSync(join(target, 'run.sh')).mode & 0o777).toBe(0o755);
    expect(statSync(join(target, 'app.py')).mode & 0o777).toBe(0o644);
  });

  it('is for its owner alone, who runs the job', async () => {
    expect(statSync((await bundleOf(plant(tree))).path).mode & 0o777).toBe(0o600);
  });

  it('takes the place of an older one', async () => {
    const path = join(plant({ 'bundle.tar.gz': 'x'.repeat(100_000) }), 'bundle.tar.gz');
    const bundle = await writeArchive(path, [], signal);
    expect(statSync(path).size).toBe(bundle.size);
    expect(gunzipSync(readFileSync(path))).toHaveLength(1024);
  });
});

describe('the same content gives the same bytes', () => {
  const reference = async (): Promise<string> => (await bundleOf(plant(tree))).sha256;

  it('in another folder, on another day', async () => {
    const dir = plant(tree);
    for (const name of readdirSync(dir, { recursive: true }).map(String)) {
      if (name !== 'link') utimesSync(join(dir, name), new Date('2001-02-03'), new Date('2031-02-03'));
    }
    expect((await bundleOf(dir)).sha256).toBe(await reference());
  });

  it.each([0o022, 0o077, 0o002])('under the umask %o', async (umask) => {
    const want = await reference();
    const before = process.umask(umask);
    try {
      expect((await bundleOf(plant(tree))).sha256).toBe(want);
    } finally {
      process.umask(before);
    }
  });

  it('when the files were made in another order', async () => {
    const dir = plant(Object.fromEntries(Object.entries(tree).reverse()));
    expect((await bundleOf(dir)).sha256).toBe(await reference());
  });

  it('from a git checkout and without git', async () => {
    expect((await bundleOf(commitAll(plant(tree)))).sha256).toBe(await reference());
  });

  it('from files that git does not track yet', async () => {
    expect((await bundleOf(grow(commitAll(plant()), tree))).sha256).toBe(await reference());
  });

  it('from two checkouts of one commit', async () => {
    const origin = commitAll(plant(tree));
    const clone = () => {
      const dir = join(plant(), 'clone');
      execFileSync('git', ['clone', '--quiet', origin, dir], { stdio: 'pipe' });
      return dir;
    };
    const hashes = new Set([(await bundleOf(clone())).sha256, (await bundleOf(clone())).sha256, await reference()]);
    expect(hashes.size).toBe(1);
  });

  it('and other content, another name or another mode gives others', async () => {
    const others: Tree[] = [
      { ...tree, 'app.py': 'print("ho")\n' },
      { ...tree, 'run.sh': '#!/bin/sh\n' },
      { ...tree, new: '' },
    ];
    const hashes = await Promise.all([tree, ...others].map(async (one) => (await bundleOf(plant(one))).contentSha256));
    expect(new Set(hashes).size).toBe(4);
  });
});

describe('an archive that fails', () => {
  const file = (path: string, source: string): BundleFile => ({
    path,
    source,
    size: statSync(source).size,
    executable: false,
  });

  it('leaves no file behind when a file has vanished', async () => {
    const dir = plant({ a: 'a', z: 'z' });
    const files = [file('a', join(dir, 'a')), file('z', join(dir, 'z'))];
    rmSync(join(dir, 'z'));
    const path = join(plant(), 'bundle.tar.gz');
    expect((await failureOf(() => writeArchive(path, files, signal))).findings[0]?.code).toBe('file-changed');
    expect(existsSync(path)).toBe(false);
  });

  it('leaves no file behind when the run is cancelled under way', async () => {
    const dir = plant({ large: randomBytes(3_000_000) });
    const cancel = new AbortController();
    const reason = new Cancelled('cancelled');
    const files = [file('large', join(dir, 'large'))];
    const path = join(plant(), 'bundle.tar.gz');
    const writing = writeArchive(path, files, cancel.signal);
    setImmediate(() => cancel.abort(reason));
    await expect(writing).rejects.toBe(reason);
    expect(existsSync(path)).toBe(false);
  });

  it('writes nothing when the run was cancelled before', async () => {
    const path = join(plant(), 'bundle.tar.gz');
    await expect(writeArchive(path, [], AbortSignal.abort(new Cancelled('cancelled')))).rejects.toBeInstanceOf(
      Cancelled,
    );
    expect(existsSync(path)).toBe(false);
  });

  it('says so when it can not be written', async () => {
    writeFileSync(join(plant(), 'file'), '');
    await expect(writeArchive(join(plant(), 'none', 'bundle.tar.gz'), [], signal)).rejects.toThrow('ENOENT');
  });
});
