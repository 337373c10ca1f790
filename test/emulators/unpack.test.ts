import { createWriteStream, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip, gzipSync } from 'node:zlib';
import { Header } from 'tar';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { unpack } from './host/unpack.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'unpack-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('unpacking', () => {
  type Entry = {
    path: string;
    body?: string;
    type?: 'File' | 'Directory' | 'SymbolicLink' | 'Link' | 'FIFO';
    linkpath?: string;
  };

  /** A tar made by hand: no library would write most of these. */
  const tar = (entries: readonly Entry[]): Buffer => {
    const blocks = entries.flatMap(({ path, body = '', type = 'File', linkpath }) => {
      const header = new Header({ path, type, size: body.length, mode: 0o644, ...(linkpath && { linkpath }) });
      const head = Buffer.alloc(512);
      header.encode(head, 0);
      const content = Buffer.alloc(Math.ceil(body.length / 512) * 512);
      content.write(body);
      return [head, content];
    });
    return Buffer.concat([...blocks, Buffer.alloc(1024)]);
  };

  const extract = async (archive: Buffer, limits = { entries: 10, bytes: 1_000_000 }): Promise<string> => {
    const target = join(folder, `release-${Math.random()}`);
    writeFileSync(`${target}.tar.gz`, archive);
    await unpack(`${target}.tar.gz`, target, limits);
    return target;
  };

  it('writes files, folders and links that stay inside', async () => {
    const target = await extract(
      gzipSync(
        tar([
          { path: 'src', type: 'Directory' },
          { path: 'src/app.py', body: 'print(1)' },
          { path: 'src/link.py', type: 'SymbolicLink', linkpath: 'app.py' },
        ]),
      ),
    );
    expect(readFileSync(join(target, 'src/link.py'), 'utf8')).toBe('print(1)');
  });

  it.each<[string, readonly Entry[], string]>([
    ['an absolute path', [{ path: '/etc/evil', body: 'x' }], '/etc/evil lies outside the bundle'],
    ['a path that climbs out', [{ path: '../evil', body: 'x' }], '../evil lies outside the bundle'],
    ['a path that climbs within', [{ path: 'a/../../evil', body: 'x' }], 'a/../../evil lies outside the bundle'],
    [
      'an absolute symlink',
      [{ path: 'a', type: 'SymbolicLink', linkpath: '/etc/passwd' }],
      'a links out of the bundle',
    ],
    ['a climbing symlink', [{ path: 'd/a', type: 'SymbolicLink', linkpath: '../../x' }], 'd/a links out of the bundle'],
    ['a climbing hard link', [{ path: 'a', type: 'Link', linkpath: '../x' }], 'a links out of the bundle'],
    ['a pipe', [{ path: 'a', type: 'FIFO' }], 'a is a FIFO, which a bundle cannot hold'],
    [
      'links that climb out together',
      [
        { path: 'd', type: 'Directory' },
        { path: 'd/up', type: 'SymbolicLink', linkpath: '..' },
        { path: 'out', type: 'SymbolicLink', linkpath: 'd/up/..' },
      ],
      'out links out of the bundle',
    ],
  ])('refuses %s and leaves nothing behind', async (_what, entries, message) => {
    const target = join(folder, 'refused');
    writeFileSync(`${target}.tar.gz`, gzipSync(tar([{ path: 'ok.txt', body: 'ok' }, ...entries])));
    await expect(unpack(`${target}.tar.gz`, target, { entries: 10, bytes: 1e6 })).rejects.toThrow(message);
    expect(existsSync(target)).toBe(false);
    expect(existsSync(join(folder, 'evil'))).toBe(false);
  });

  it('refuses more entries than allowed', async () => {
    const entries = Array.from({ length: 11 }, (_, i) => ({ path: `${i}.txt` }));
    await expect(extract(gzipSync(tar(entries)))).rejects.toThrow('more than 10 entries');
  });

  it('refuses more bytes than allowed, however well they are compressed', async () => {
    const bomb = gzipSync(tar([{ path: 'zeros', body: '0'.repeat(2_000_000) }]));
    expect(bomb.length).toBeLessThan(10_000);
    await expect(extract(bomb)).rejects.toThrow('more than 1000000 bytes');
  });

  it.each<[string, Buffer, string]>([
    [
      'a second gzip member',
      Buffer.concat([gzipSync(tar([{ path: 'a' }])), gzipSync(tar([{ path: 'b' }]))]),
      'more than one',
    ],
    ['data after the archive', Buffer.concat([gzipSync(tar([{ path: 'a' }])), Buffer.from('PK')]), 'more than one'],
    ['an archive that is cut off', gzipSync(tar([{ path: 'a', body: 'abc' }])).subarray(0, -20), 'bundle'],
    ['a wrong checksum', Buffer.concat([gzipSync(tar([{ path: 'a' }])).subarray(0, -8), Buffer.alloc(8)]), 'damaged'],
    ['something that is not gzip', Buffer.from('hello, this is no archive'), 'not a gzip file'],
    ['gzip that holds no tar', gzipSync('hello'), 'cannot be unpacked'],
  ])('refuses %s', async (_what, archive, message) => {
    await expect(extract(archive)).rejects.toThrow(message);
  });

  it('reads a gzip header that carries a file name', async () => {
    // What `gzip bundle.tar` writes: flag 8 and the name, between the fixed header and the data.
    const plain = gzipSync(tar([{ path: 'a.txt', body: 'a' }]));
    const named = Buffer.concat([plain.subarray(0, 10), Buffer.from('bundle.tar\0'), plain.subarray(10)]);
    named[3] = 8;
    expect(readFileSync(join(await extract(named), 'a.txt'), 'utf8')).toBe('a');
  });

  it('unpacks what does not fit into memory at once', async () => {
    const file = join(folder, 'large.tar.gz');
    const entries = Array.from({ length: 40 }, (_, i) => ({ path: `${i}.bin`, body: String(i).repeat(500_000) }));
    await pipeline([tar(entries)], createGzip({ level: 1 }), createWriteStream(file));
    const target = join(folder, 'large');
    await unpack(file, target, { entries: 100, bytes: 1e9 });
    expect(readFileSync(join(target, '39.bin')).length).toBe(1_000_000);
  });
});
