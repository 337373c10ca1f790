import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { systemExec } from '../../../../src/ports/exec.ts';
import { confine } from '../../../../src/prepare/trial/confine.ts';
import { createForest } from '../../../tools/tree.ts';

const plant = createForest('confine');
const signal = new AbortController().signal;

/** Confines a tree with a program in it, and runs a text of a shell as the app would be. */
const runIn = async (text: string, python = '/usr/bin/python3') => {
  const folder = plant({ 'tree/app/main.py': '1', 'tree/app/data/old.txt': '' });
  for (const open of [folder, join(folder, '..')]) chmodSync(open, 0o711);
  for (const name of ['home', 'tmp']) mkdirSync(join(folder, name));
  const lines: string[] = [];
  const [root, cwd] = [join(folder, 'tree'), join(folder, 'tree/app')];
  const host = { info: (line: string) => void lines.push(line) };
  const { prefix, release } = await confine(
    {
      root,
      cwd,
      python,
      own: [join(folder, 'home'), join(folder, 'tmp')],
      tree: { files: [], cwd: 'app', writable: ['app/data'] },
    },
    { exec: systemExec, host, signal } as unknown as Parameters<typeof confine>[1],
  );
  const [program = '', ...args] = [...prefix, '/bin/sh', '-c', text];
  const said = execFileSync(program, args, {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    env: { HOME: join(folder, 'home') },
  });
  await release();
  return { said: said.trim(), told: lines.join('\n'), folder };
};

describe.skipIf(process.getuid?.() !== 0 || !existsSync('/usr/bin/python3'))(
  'where the step runs as root, an app that is tried out',
  () => {
    test('is run by another user, who reads its files and writes to its volumes and its home alone', async () => {
      const { said, told, folder } = await runIn(
        'id -u; cat main.py; for f in data/new data/old.txt $HOME/x; do echo 2 > $f; done && echo yes; echo 2 > main.py || echo no; rm main.py || echo kept',
      );
      expect(said.split('\n')).toEqual(['65534', '1yes', 'no', 'kept']);
      expect(told).toContain('not run by root');
      expect(statSync(join(folder, 'tree/app/main.py')).mode & 0o200).toBe(0o200);
    });

    test('loses the privileges of root where nobody else can run its Python', async () => {
      const closed = plant({ 'python/run': { run: '#!/bin/sh\n' } });
      chmodSync(closed, 0o700);
      const { said, told } = await runIn(
        'id -u; echo 2 > main.py || echo no; touch data/old.txt && echo yes',
        join(closed, 'python/run'),
      );
      expect(said.split('\n')).toEqual(['0', 'no', 'yes']);
      expect(told).toContain('no privileges of root');
    });
  },
);
