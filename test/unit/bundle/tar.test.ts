import { execFileSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Parser } from 'tar';
import { afterAll, describe, expect, it } from 'vitest';
import type { BundleFile } from '../../../src/bundle/source.ts';
import { type Packed, tar } from '../../../src/bundle/tar.ts';
import { failureOf } from '../../tools/fakes.ts';

const folder = mkdtempSync(join(tmpdir(), 'tar-'));
afterAll(() => rm(folder, { recursive: true }));

const md5 = (data: Uint8Array): string => createHash('md5').update(data).digest('hex');
const sha = (data: Uint8Array): string => createHash('sha256').update(data).digest('hex');

const inMemory = (path: string, content: string | Buffer, executable = false): BundleFile => {
  const source = Buffer.from(content);
  return { path, source, size: source.length, executable };
};
let count = 0;
const onDisk = (path: string, content: string | Buffer, executable = false): BundleFile & { source: string } => {
  count += 1;
  const source = join(folder, `file-${count}`);
  writeFileSync(source, content);
  return { path, source, size: Buffer.byteLength(content), executable };
};

type Last = (files: readonly Packed[]) => readonly BundleFile[];
const pack = async (files: readonly BundleFile[], last?: Last): Promise<{ archive: Buffer; packed: Packed[] }> => {
  const packed: Packed[] = [];
  const chunks: Buffer[] = [];
  // A chunk may be overwritten by the next.
  for await (const chunk of tar(files, (file) => packed.push(file), last)) chunks.push(Buffer.from(chunk));
  return { archive: Buffer.concat(chunks), packed };
};

type Entry = { path: string; mode: number; mtime: number; uid: number; gid: number; size: number; hash: string };

const byNodeTar = async (archive: Buffer): Promise<Entry[]> => {
  const entries: Entry[] = [];
  const parser = new Parser({
    strict: true,
    onReadEntry: (entry) => {
      const chunks: Buffer[] = [];
      entry.on('data', (chunk: Buffer) => chunks.push(chunk));
      entry.on('end', () => {
        const { path, mode = -1, mtime, uid = -1, gid = -1, size } = entry;
        const hash = sha(Buffer.concat(chunks));
        entries.push({ path, mode, mtime: (mtime?.getTime() ?? -1) / 1000, uid, gid, size, hash });
      });
    },
  });
  await new Promise<void>((resolve, reject) => {
    parser.on('end', () => resolve());
    parser.on('error', reject);
    parser.end(archive);
  });
  return entries;
};

const byPython = (archive: Buffer): Entry[] => {
  const script = `import hashlib, io, json, sys, tarfile
archive = tarfile.open(fileobj=io.BytesIO(sys.stdin.buffer.read()), mode="r:", encoding="utf-8", errors="strict", errorlevel=2)
print(json.dumps([dict(path=m.name, mode=m.mode, mtime=m.mtime, uid=m.uid, gid=m.gid, size=m.size,
  hash=hashlib.sha256(archive.extractfile(m).read()).hexdigest()) for m in archive.getmembers() if m.isreg()]))`;
  return JSON.parse(execFileSync('python3', ['-c', script], { input: archive, encoding: 'utf8', maxBuffer: 1e8 }));
};

/** GNU tar, by what it lays on disk. */
const byGnuTar = (archive: Buffer, paths: readonly string[]): Entry[] => {
  const target = mkdtempSync(join(folder, 'unpacked-'));
  execFileSync('tar', ['-xf', '-', '-C', target, '--same-permissions', '--no-same-owner', '--warning=all'], {
    input: archive,
  });
  const script = `import json, os, sys
target, *names = json.load(sys.stdin)
print(json.dumps([[os.stat(os.path.join(target, n)).st_mode & 0o7777, os.stat(os.path.join(target, n)).st_mtime] for n in names]))`;
  const stats: [number, number][] = JSON.parse(
    execFileSync('python3', ['-c', script], { input: JSON.stringify([target, ...paths]), encoding: 'utf8' }),
  );
  return paths.map((path, index) => {
    const content = readFileSync(join(target, path));
    const [mode = -1, mtime = -1] = stats[index] ?? [];
    return { path, mode, mtime, uid: 0, gid: 0, size: content.length, hash: sha(content) };
  });
};

const expected = (files: readonly { path: string; content: Buffer; executable?: boolean }[]): Entry[] =>
  files.map(({ path, content, executable }) => ({
    path,
    mode: executable ? 0o755 : 0o644,
    mtime: Date.UTC(1980, 0, 1) / 1000,
    uid: 0,
    gid: 0,
    size: content.length,
    hash: sha(content),
  }));

const bytes = (length: number, last = 'x'): string => {
  // Folders of 50 bytes, as no part of a name may have more than 255.
  let path = '';
  while (Buffer.byteLength(path) + 51 < length) path += `${'d'.repeat(50)}/`;
  return path + last.repeat((length - path.length) / Buffer.byteLength(last));
};

const NAMES = [
  'a',
  'app/main.py',
  bytes(99),
  bytes(100),
  bytes(101),
  bytes(155),
  bytes(255),
  bytes(256),
  bytes(300),
  bytes(1_000),
  `${'n'.repeat(100)}`,
  `${'n'.repeat(101)}`,
  `${'p'.repeat(255)}`,
  `p/${'q'.repeat(99)}`,
  `${'ü'.repeat(50)}`,
  `${'é'.repeat(120)}`,
  `dir/${'漢'.repeat(60)}.txt`,
  '🎉/🎉.txt',
  'cafe\u0301.txt',
  'caf\u00e9.txt',
  'with space.txt',
  ' leading',
  'trailing ',
  'quote"\'`$().txt',
  'new\nline',
  'tab\tname',
  'back\\slash',
  '-leading-dash',
  '--checkpoint=1',
  '@at',
  'equals=sign',
  '12 path=evil',
  '...',
  '.hidden',
  'percent%41',
  'star*?[x]',
  'PaxHeader/x',
];

describe('an archive', () => {
  const contents = NAMES.map((path, index) => ({
    path,
    content: Buffer.from(`${index} ${path}`),
    executable: index % 3 === 0,
  }));
  const files = contents.map(({ path, content, executable }) => inMemory(path, content, executable));
  const sorted = [...contents].sort((a, b) => Buffer.compare(Buffer.from(a.path), Buffer.from(b.path)));

  it('is read back by node-tar with every name, mode, time and owner', async () => {
    expect(await byNodeTar((await pack(files)).archive)).toEqual(expected(sorted));
  });

  it("is read back by Python's tarfile with every name, mode, time and owner", async () => {
    expect(byPython((await pack(files)).archive)).toEqual(expected(sorted));
  });

  it('is read back by GNU tar with every name, mode and time', async () => {
    const paths = sorted.map(({ path }) => path);
    expect(byGnuTar((await pack(files)).archive, paths)).toEqual(expected(sorted));
  });

  it('is the same whatever the order of its files, and wherever their bytes are', async () => {
    const { archive } = await pack(files);
    expect((await pack([...files].reverse())).archive.equals(archive)).toBe(true);
    const disk = contents.map(({ path, content, executable }) => onDisk(path, content, executable));
    expect((await pack(disk)).archive.equals(archive)).toBe(true);
  });

  it('consists of whole records, and ends with two empty ones', async () => {
    for (const list of [[], files]) {
      const { archive } = await pack(list);
      expect(archive.length % 512).toBe(0);
      expect(archive.subarray(-1024).equals(Buffer.alloc(1024))).toBe(true);
    }
    expect((await pack([])).archive.length).toBe(1024);
  });

  it.each([0, 1, 511, 512, 513, 65_535, 65_536, 65_537, 131_072, 262_144, 262_145, 1_000_000])(
    'holds files of %d bytes, from disk and from memory',
    async (size) => {
      const content = randomBytes(size);
      const small = Buffer.from('small');
      const list = ['a', 'b', 'c', 'd'].map((path, index) => ({ path, content: index % 2 === 0 ? content : small }));
      const want = expected(list);
      const disk = await pack(list.map(({ path, content: data }) => onDisk(path, data)));
      expect(await byNodeTar(disk.archive)).toEqual(want);
      const memory = await pack(list.map(({ path, content: data }) => inMemory(path, data)));
      expect(memory.archive.equals(disk.archive)).toBe(true);
      expect(disk.packed).toEqual(list.map(({ path, content: data }) => ({ path, size: data.length, md5: md5(data) })));
    },
  );

  it('holds thousands of small files and some large ones', async () => {
    const list = Array.from({ length: 3_000 }, (_, index) => ({
      path: `f/${String(index).padStart(5, '0')}`,
      content: index % 500 === 7 ? randomBytes(90_000 + index) : Buffer.from('x'.repeat(index % 700)),
    }));
    const { archive, packed } = await pack(list.map(({ path, content }) => onDisk(path, content)));
    expect(await byNodeTar(archive)).toEqual(expected(list));
    expect(packed.map(({ md5: hash }) => hash)).toEqual(list.map(({ content }) => md5(content)));
  });

  it('tells of a size beyond 8 GiB in its extended header', async () => {
    const source = join(folder, 'huge');
    writeFileSync(source, '');
    const size = 9 * 1024 ** 3;
    truncateSync(source, size);
    const head: Buffer[] = [];
    for await (const chunk of tar([{ path: 'huge', source, size, executable: false }], () => {})) {
      head.push(Buffer.from(chunk));
      if (Buffer.concat(head).length >= 1536) break;
    }
    rmSync(source);
    expect(Buffer.concat(head).subarray(512, 1024).toString('latin1')).toContain(' size=9663676416\n');
  });

  it('ends with what depends on the rest', async () => {
    const { archive, packed } = await pack([inMemory('b', 'two'), inMemory('z', 'three')], (done) => [
      inMemory('manifest', done.map((file) => `${file.path} ${file.md5}`).join('\n')),
    ]);
    const manifest = `b ${md5(Buffer.from('two'))}\nz ${md5(Buffer.from('three'))}`;
    expect(packed.map(({ path }) => path)).toEqual(['b', 'z', 'manifest']);
    expect((await byNodeTar(archive)).map(({ path, hash }) => [path, hash]).at(-1)).toEqual([
      'manifest',
      sha(Buffer.from(manifest)),
    ]);
  });
});

describe.each([10, 65_536, 65_537, 1_000_000])('a file of %d bytes', (size) => {
  const withNeighbours = (file: BundleFile): BundleFile[] => [inMemory('a', 'first'), file, inMemory('z', 'last')];
  const packChanged = async (change: (path: string) => void, code = 'file-changed') => {
    const file = onDisk('m/file', randomBytes(size));
    change(file.source);
    const { findings } = await failureOf(() => pack(withNeighbours(file)));
    expect(findings).toMatchObject([{ level: 'error', code, remedy: expect.any(String) }]);
    expect(findings[0]?.message).toContain('m/file');
    return findings[0]?.message ?? '';
  };

  it('that has grown ends the packing', async () => {
    expect(await packChanged((path) => appendFileSync(path, 'x'))).toBe('m/file grew while it was being bundled.');
    expect(await packChanged((path) => appendFileSync(path, randomBytes(700_000)))).toContain('grew');
  });

  it('that has shrunk ends the packing', async () => {
    expect(await packChanged((path) => truncateSync(path, size - 1))).toBe('m/file shrank while it was being bundled.');
    expect(await packChanged((path) => truncateSync(path, 0))).toContain('shrank');
  });

  it('that has vanished ends the packing', async () => {
    expect(await packChanged((path) => rmSync(path))).toMatch(
      /^m\/file could not be read \(ENOENT.*while it was being bundled\.$/,
    );
  });

  it('in whose place there is a folder now ends the packing', async () => {
    const message = await packChanged((path) => {
      rmSync(path);
      mkdirSync(path);
    });
    expect(message).toMatch(/EISDIR/);
  });

  it('whose folder is gone ends the packing', async () => {
    const file = onDisk('m/file', randomBytes(size));
    const moved = { ...file, source: join(dirname(file.source), 'none', 'file') };
    expect((await failureOf(() => pack([moved]))).findings[0]?.code).toBe('file-changed');
  });
});

it('a large file that grows while it is read ends the packing', async () => {
  const file = onDisk('large', Buffer.alloc(2_000_000));
  const packing = async () => {
    for await (const chunk of tar([file], () => {})) if (chunk.length > 0) appendFileSync(file.source, 'more');
  };
  expect((await failureOf(packing)).findings[0]?.message).toBe('large grew while it was being bundled.');
});

it('a large file that shrinks while it is read ends the packing', async () => {
  const file = onDisk('large', Buffer.alloc(2_000_000));
  const packing = async () => {
    for await (const chunk of tar([file], () => {})) if (chunk.length > 0) truncateSync(file.source, 600_000);
  };
  expect((await failureOf(packing)).findings[0]?.message).toBe('large shrank while it was being bundled.');
});
