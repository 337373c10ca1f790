import { copyFileSync, openSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { systemError } from '../../../src/findings/system-error.ts';

const caught = (work: () => unknown): unknown => {
  try {
    return work();
  } catch (error) {
    return error;
  }
};
const made = (code: string, more: object = {}) => Object.assign(new Error(code), { code, syscall: 'write', ...more });

describe('an error of the system', () => {
  it('names the file that is gone', () => {
    const error = caught(() => readFileSync('/nowhere/file'));
    expect(systemError(error)).toMatchObject({
      ...{ level: 'error', code: 'file-gone' },
      message: "/nowhere/file can't be used: it was removed during the run (ENOENT).",
    });
  });

  it.each([
    ['ENOSPC', 'disk-full'],
    ['EDQUOT', 'disk-full'],
    ['EFBIG', 'disk-full'],
    ['EROFS', 'file-denied'],
    ['EIO', 'file-denied'],
    ['EACCES', 'file-denied'],
    ['EMFILE', 'system-limit'],
    ['ENAMETOOLONG', 'system-limit'],
  ])('has a sentence and a remedy: %s', (error, code) => {
    const finding = systemError(made(error));
    expect(finding?.code).toBe(code);
    expect(finding?.message).toMatch(/^A file of this run can't be \w+: .+ \(E\w+\)\.$/);
    expect(finding?.remedy).toMatch(/\.$/);
  });

  it('names where the copy goes when the disk is full', () => {
    const error = made('ENOSPC', { path: '/from', dest: '/to' });
    expect(systemError(error)?.message).toBe("/to can't be written: the disk is full (ENOSPC).");
  });

  it('is the real thing for a name that is too long', () => {
    expect(systemError(caught(() => openSync(`/tmp/${'x'.repeat(300)}`, 'w')))?.code).toBe('system-limit');
    expect(systemError(caught(() => copyFileSync('/nowhere/a', '/tmp/b')))?.code).toBe('file-gone');
  });

  it.each([
    [new Error('odd')],
    ['ENOENT'],
    [Object.assign(new Error('no such host'), { code: 'ENOENT' })],
    [undefined],
  ])('is nothing else: %s', (error) => expect(systemError(error)).toBeUndefined());
});
