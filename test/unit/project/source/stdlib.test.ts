import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { inStandardLibrary } from '../../../../src/project/source/stdlib.ts';
import { uv } from '../../../tools/uv.ts';

const MINORS = [10, 11, 12, 13, 14];
/** Names of every version that is known, to ask for what a version has not. */
const SOME = [
  'distutils',
  'imp',
  'cgi',
  'telnetlib',
  'binhex',
  'tomllib',
  'annotationlib',
  'compression',
  'asyncore',
  'numpy',
];

it('every Python on this machine has the public modules that are said of its version', () => {
  let count = 0;
  for (const minor of MINORS) {
    let python: string;
    try {
      const args = ['python', 'find', '--no-project', '--no-python-downloads', `3.${minor}`];
      python = execFileSync(uv, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
    } catch {
      continue;
    }
    count += 1;
    const script = 'import sys; print(" ".join(sys.stdlib_module_names))';
    const names = execFileSync(python, ['-c', script], { encoding: 'utf8' }).trim().split(' ');
    expect(names.filter((name) => inStandardLibrary(name, minor).is !== 'brought')).toEqual([]);
    const more = SOME.filter((name) => inStandardLibrary(name, minor).is === 'brought' && !names.includes(name));
    expect(more).toEqual([]);
  }
  expect(count).toBeGreaterThan(0);
});

it.each([
  ['json', 12, { is: 'brought' }],
  ['_thread', 12, { is: 'brought' }],
  ['numpy', 12, { is: 'unknown' }],
  ['distutils', 11, { is: 'brought' }],
  ['distutils', 12, { is: 'removed', minor: 11 }],
  ['cgi', 13, { is: 'removed', minor: 12 }],
  ['tomllib', 10, { is: 'future', minor: 11 }],
  ['tomllib', 11, { is: 'brought' }],
  ['test', 12, { is: 'brought' }],
] as const)('%s in Python 3.%i', (name, minor, expected) => expect(inStandardLibrary(name, minor)).toEqual(expected));
