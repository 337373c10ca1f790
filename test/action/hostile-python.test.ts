import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runAction } from '../tools/action.ts';
import { createAttempts, expectDecency } from '../tools/attempts.ts';
import { wsgi } from '../tools/connect.ts';

const { place, project } = createAttempts();

/** A program that says it is a Python, and leaves a mark. */
function snare() {
  const mark = join(mkdtempSync(place.path('snare-')), 'mark');
  const program = (path: string) => {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, `#!/bin/sh\necho "$0" >> ${mark}\nexit 1\n`, { mode: 0o755 });
  };
  return { program, ran: () => (existsSync(mark) ? readFileSync(mark, 'utf8') : '') };
}

const CONNECT = { platform: 'connect', entrypoint: 'app:app', 'content-type': 'python-api' };

describe.concurrent('uv runs no Python of the checkout', () => {
  test.each([
    ['ricochet', {}],
    ['Connect', CONNECT],
  ])('that is in a committed virtual environment: %s', async (_, inputs) => {
    const { program, ran } = snare();
    const workspace = await project({
      'app.py': wsgi('hello'),
      '.venv/pyvenv.cfg': 'home = /usr/bin\nversion_info = 3.11.0\n',
      '.venv/bin/python': program,
      '.venv/bin/python3': program,
    });
    const done = await runAction({ workspace, inputs: { mode: 'check', ...inputs }, withUv: true });
    expect(ran(), done.log).toBe('');
    expectDecency(done);
    expect(done.outputs.status).toBe('checked');
    expect(done.log).toContain('the environment installs');
  });
});
