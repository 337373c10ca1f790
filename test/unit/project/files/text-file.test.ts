import { chmodSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readBytes, readText } from '../../../../src/project/files/text-file.ts';
import { createForest, grow, makePipe } from '../../../tools/tree.ts';

const plant = createForest('text-file');
const isRoot = process.getuid?.() === 0;

describe('reading a file', () => {
  it('answers its path, its shown name and its bytes or its text', () => {
    const dir = plant({ 'x/a': 'grüße\r\n' });
    const path = join(dir, 'x/a');
    expect(readText(dir, path, 100)).toEqual({ path, shown: 'x/a', text: 'grüße\r\n' });
    const file = readBytes(dir, path, 100);
    expect(file).toMatchObject({ path, shown: 'x/a' });
    expect(file && 'bytes' in file && Buffer.from(file.bytes).toString()).toBe('grüße\r\n');
  });

  it('keeps a byte order mark', () => {
    const dir = plant({ a: '\ufeffx' });
    expect(readText(dir, join(dir, 'a'), 100)).toMatchObject({ text: '\ufeffx' });
  });

  it('answers an empty text for an empty file', () => {
    const dir = plant({ a: '' });
    expect(readText(dir, join(dir, 'a'), 0)).toMatchObject({ text: '' });
  });

  it('answers nothing where there is nothing, or where a file stands in the way', () => {
    const dir = plant({ file: '' });
    expect(readText(dir, join(dir, 'none'), 100)).toBeUndefined();
    expect(readText(dir, join(dir, 'file', 'none'), 100)).toBeUndefined();
    symlinkSync('nowhere', join(dir, 'broken'));
    expect(readText(dir, join(dir, 'broken'), 100)).toBeUndefined();
  });

  it('tells a folder in its place', () => {
    const dir = plant();
    mkdirSync(join(dir, 'x/uv.lock'), { recursive: true });
    expect(readText(dir, join(dir, 'x/uv.lock'), 100)).toMatchObject({
      level: 'error',
      code: 'not-a-file',
      message: expect.stringContaining('x/uv.lock'),
      file: 'x/uv.lock',
    });
  });

  it('tells a pipe or a device in its place, and does not wait for it', () => {
    const dir = plant();
    makePipe(join(dir, 'pipe'));
    expect(readText(dir, join(dir, 'pipe'), 100)).toMatchObject({ code: 'not-a-file' });
    expect(readText('/dev', '/dev/zero', 100)).toMatchObject({ code: 'not-a-file' });
  });

  it('tells a file that is too large, and reads one that is just not', () => {
    const dir = plant({ a: 'x'.repeat(1_000) });
    expect(readText(dir, join(dir, 'a'), 1_000)).toMatchObject({ text: 'x'.repeat(1_000) });
    expect(readText(dir, join(dir, 'a'), 999)).toMatchObject({
      code: 'file-too-large',
      message: 'a has 1.0 kB; more than 999 B is not read.',
      file: 'a',
    });
  });

  it.each([
    ['Latin 1', Buffer.from([0x67, 0x72, 0xfc, 0xdf])],
    ['UTF-16', Buffer.from('\ufeffabc', 'utf16le')],
    ['half a character', Buffer.from('ü').subarray(0, 1)],
  ])('tells a text that is not UTF-8: %s', (_, content) => {
    const dir = plant({ 'x/a': content });
    expect(readText(dir, join(dir, 'x/a'), 100)).toEqual({
      level: 'error',
      code: 'encoding',
      message: 'x/a is not valid UTF-8.',
      remedy: 'Save it as UTF-8 and commit it.',
      file: 'x/a',
    });
    expect(readBytes(dir, join(dir, 'x/a'), 100)).toHaveProperty('bytes');
  });

  it('tells links that run in circles', () => {
    const dir = plant({ a: { link: 'b' }, b: { link: 'a' } });
    expect(readText(dir, join(dir, 'a'), 100)).toMatchObject({ code: 'unreadable-file', file: 'a' });
  });

  it.skipIf(isRoot)('tells a file that must not be read', () => {
    const dir = plant({ a: '' });
    chmodSync(join(dir, 'a'), 0);
    expect(readText(dir, join(dir, 'a'), 100)).toMatchObject({ code: 'unreadable-file' });
  });

  it.each([
    ['a file outside', '../outside'],
    ['a file behind a linked folder', 'folder/secret'],
    ['a device', '/dev/null'],
    ['a file of git', '.git/config'],
    ['a file that holds secrets by custom', '.env.production'],
  ])('reads no link to %s', (_, target) => {
    const forest = plant({ outside: 'secret', 'checkout/.git/config': 'secret', 'checkout/.env.production': 'secret' });
    const dir = grow(join(forest, 'checkout'), { folder: { link: '..' }, a: { link: target } });
    grow(forest, { secret: 'secret' });
    expect(readText(dir, join(dir, 'a'), 100)).toMatchObject({ code: 'link-leaves-project', file: 'a' });
  });

  it('reads a link to another file of the checkout', () => {
    const dir = plant({ 'x/a': 'text', b: { link: 'x/a' } });
    expect(readText(dir, join(dir, 'b'), 100)).toMatchObject({ path: join(dir, 'b'), text: 'text' });
  });
});
