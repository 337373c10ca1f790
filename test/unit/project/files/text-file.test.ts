import { chmodSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readBytes, readText } from '../../../../src/project/files/text-file.ts';
import { createForest, makePipe } from '../../../tools/tree.ts';

const plant = createForest('text-file');
const isRoot = process.getuid?.() === 0;

describe('reading a file', () => {
  it('answers its path, its shown name and its bytes or its text', async () => {
    const path = join(plant({ a: 'grüße\r\n' }), 'a');
    expect(await readText(path, 'x/a', 100)).toEqual({ path, shown: 'x/a', text: 'grüße\r\n' });
    const file = await readBytes(path, 'x/a', 100);
    expect(file).toMatchObject({ path, shown: 'x/a' });
    expect(file && 'bytes' in file && Buffer.from(file.bytes).toString()).toBe('grüße\r\n');
  });

  it('keeps a byte order mark', async () => {
    expect(await readText(join(plant({ a: '\ufeffx' }), 'a'), 'a', 100)).toMatchObject({ text: '\ufeffx' });
  });

  it('answers an empty text for an empty file', async () => {
    expect(await readText(join(plant({ a: '' }), 'a'), 'a', 0)).toMatchObject({ text: '' });
  });

  it('answers nothing where there is nothing, or where a file stands in the way', async () => {
    const dir = plant({ file: '' });
    expect(await readText(join(dir, 'none'), 'none', 100)).toBeUndefined();
    expect(await readText(join(dir, 'file', 'none'), 'none', 100)).toBeUndefined();
    symlinkSync('nowhere', join(dir, 'broken'));
    expect(await readText(join(dir, 'broken'), 'broken', 100)).toBeUndefined();
  });

  it('tells a folder in its place', async () => {
    const dir = plant();
    mkdirSync(join(dir, 'uv.lock'));
    expect(await readText(join(dir, 'uv.lock'), 'x/uv.lock', 100)).toMatchObject({
      level: 'error',
      code: 'not-a-file',
      message: expect.stringContaining('x/uv.lock'),
      file: 'x/uv.lock',
    });
  });

  it('tells a pipe or a device in its place, and does not wait for it', async () => {
    const dir = plant();
    makePipe(join(dir, 'pipe'));
    expect(await readText(join(dir, 'pipe'), 'pipe', 100)).toMatchObject({ code: 'not-a-file' });
    expect(await readText('/dev/zero', 'zero', 100)).toMatchObject({ code: 'not-a-file' });
  });

  it('tells a file that is too large, and reads one that is just not', async () => {
    const dir = plant({ a: 'x'.repeat(1_000) });
    expect(await readText(join(dir, 'a'), 'a', 1_000)).toMatchObject({ text: 'x'.repeat(1_000) });
    expect(await readText(join(dir, 'a'), 'a', 999)).toMatchObject({
      code: 'file-too-large',
      message: 'a has 1.0 kB; more than 999 B is not read.',
      file: 'a',
    });
  });

  it.each([
    ['Latin 1', Buffer.from([0x67, 0x72, 0xfc, 0xdf])],
    ['UTF-16', Buffer.from('\ufeffabc', 'utf16le')],
    ['half a character', Buffer.from('ü').subarray(0, 1)],
  ])('tells a text that is not UTF-8: %s', async (_, content) => {
    const dir = plant({ a: content });
    expect(await readText(join(dir, 'a'), 'x/a', 100)).toEqual({
      level: 'error',
      code: 'encoding',
      message: 'x/a is not valid UTF-8.',
      remedy: 'Save it as UTF-8 and commit it.',
      file: 'x/a',
    });
    expect(await readBytes(join(dir, 'a'), 'a', 100)).toHaveProperty('bytes');
  });

  it('tells links that run in circles', async () => {
    const dir = plant({ a: { link: 'b' }, b: { link: 'a' } });
    expect(await readText(join(dir, 'a'), 'a', 100)).toMatchObject({ code: 'unreadable-file', file: 'a' });
  });

  it.skipIf(isRoot)('tells a file that must not be read', async () => {
    const dir = plant({ a: '' });
    chmodSync(join(dir, 'a'), 0);
    expect(await readText(join(dir, 'a'), 'a', 100)).toMatchObject({ code: 'unreadable-file' });
  });
});
