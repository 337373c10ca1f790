import { describe, expect, it } from 'vitest';
import { commitOf, idOf, treesOf } from '../../../../../src/platforms/clever-cloud/git/objects.ts';

const FILES: readonly (readonly [path: string, mode: string, text: string, id: string])[] = [
  ['a.d/f', '100644', 'y\n', '975fbec8'],
  ['a/crlf.txt', '100644', 'x\r\n', 'db127bf6'],
  ['a0', '100644', 'z\n', 'b6802534'],
  ['empty', '100644', '', 'e69de29b'],
  ['link.py', '120000', 'src/app/main.py', '020d6669'],
  ['pyproject.toml', '100644', '[project]\nname = "demo"\nversion = "0.1.0"\n', '85c6113b'],
  ['run.sh', '100755', '#!/bin/sh\necho ok\n', 'e37f89b3'],
  ['src/app/main.py', '100644', 'print("hi")\n', 'b80e3222'],
  ['uv.lock', '100644', 'version = 1\n', 'd9914dfa'],
  ['é.txt', '100644', 'é\n', 'c6003325'],
];
const TREE = 'a3c39f6f44b3604c6d7b2d0bd83f068c720e8b58';
const WORDS = {
  author: { name: 'uv-deploy', email: 'deploy@example.invalid' },
  time: 1_700_000_000,
  message: 'Deploy demo\n',
};

describe('the ids that git computes', () => {
  it.each(FILES)('of the blob %s', (_, _mode, text, id) => {
    expect(idOf('blob', Buffer.from(text)).slice(0, 8)).toBe(id);
  });

  it('of the trees, in whatever order the files come', () => {
    const leaves = FILES.map(([path, mode, text]) => ({ path, mode, id: idOf('blob', Buffer.from(text)) }));
    for (const list of [leaves, leaves.toReversed()]) {
      const trees = treesOf(list);
      expect(trees).toHaveLength(5);
      expect(idOf('tree', trees.at(-1) ?? Buffer.alloc(0))).toBe(TREE);
    }
  });

  it('of an empty tree', () => {
    expect(treesOf([]).map((body) => idOf('tree', body))).toEqual(['4b825dc642cb6eb9a060e54bf8d69288fbee4904']);
  });

  it('of a first commit and of the one after it', () => {
    const first = commitOf(TREE, undefined, WORDS);
    expect(first.id).toBe('aeb0d76fa7c874cbeec9d690a745d33a13d04d6f');
    expect(commitOf(TREE, first.id, WORDS).id).toBe('c0314a1105ec6f19639b8cc55d522b01f50fa3fb');
  });
});

it('keeps a name in its line of the commit', () => {
  const author = { name: 'A <b>\nparent 1', email: ' c>d ' };
  const { body } = commitOf(TREE, undefined, { author, time: 1.5, message: 'one\0two' });
  expect(body.toString()).toBe(
    `tree ${TREE}\nauthor A  b  parent 1 <c d> 1 +0000\ncommitter A  b  parent 1 <c d> 1 +0000\n\none two\n`,
  );
});

it('refuses a path that is both a file and a folder', () => {
  const leaf = (path: string) => ({ path, mode: '100644', id: idOf('blob', Buffer.alloc(0)) });
  expect(() => treesOf([leaf('a'), leaf('a/b')])).toThrow('a is both a file and a folder');
  expect(() => treesOf([leaf('a/b'), leaf('a')])).toThrow('a is both a file and a folder');
});
