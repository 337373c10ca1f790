import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { BundleFile } from '../../../../src/bundle/source.ts';
import { forgetSecrets, keepSecret } from '../../../../src/findings/secrets.ts';
import { shownIn } from '../../../../src/ports/paths.ts';
import { readFailure } from '../../../../src/project/failure/reading.ts';
import { createForest } from '../../../tools/tree.ts';

const plant = createForest('reading');
afterEach(forgetSecrets);

const MAIN = 'import os\n\nfrom lib.load import rows\n\nrows()\n';
const LOAD = 'def rows():\n    return open("data/rows.csv").read()\n';

/** Reads words about a project with these files; all are in the bundle but those below `out/`. */
const reader = (files: Readonly<Record<string, string>> = { 'main.py': MAIN, 'lib/load.py': LOAD }) => {
  const checkout = plant(Object.fromEntries(Object.entries(files).map(([path, text]) => [`shop/${path}`, text])));
  const dir = join(checkout, 'shop');
  const bundled = Object.keys(files)
    .filter((path) => !path.startsWith('out/'))
    .map((path): BundleFile => ({ path, source: join(dir, path), size: 1, executable: false }));
  const project = { dir, shown: (path: string) => shownIn(checkout, path) };
  return (words: string, kind: 'app' | 'task' = 'app') => readFailure(words, { kind, files: bundled, project });
};

const frame = (path: string, line: number, source = '') =>
  `  File "${path}", line ${line}, in f\n${source && `    ${source}\n`}`;
const trace = (last: string, ...frames: string[]) => `Traceback (most recent call last):\n${frames.join('')}${last}\n`;
const RETURN = 'return open("data/rows.csv").read()';

describe('the line of the project behind a traceback', () => {
  it.each([
    '/srv/content/01ABC/lib/load.py',
    '/app/lib/load.py',
    'lib/load.py',
    './lib/load.py',
    'C:\\app\\lib\\load.py',
  ])('is the innermost one, wherever the server has it: %s', (path) => {
    const log = trace('E: x', frame(path.replace(/lib.load\.py/, 'main.py'), 5, 'rows()'), frame(path, 2, RETURN));
    expect(reader()(log).place).toEqual({ file: 'shop/lib/load.py', line: 2 });
  });

  it('is not in a package, nor in what Python brings, whose files have the same names', () => {
    const read = reader({ 'main.py': MAIN, 'json/decoder.py': 'x\n', 'flask/app.py': 'x\n', 'app.py': 'x\n' });
    for (const path of [
      ...['/srv/x/.venv/lib/python3.12/site-packages/flask/app.py', '/usr/lib/python3/dist-packages/app.py'],
      ...['/usr/lib/python3.12/json/decoder.py', '/srv/x/.venv/app.py', '.venv/app.py', '<frozen app.py>', '<string>'],
    ]) {
      expect(read(trace('E: x', frame('/srv/x/main.py', 5, 'rows()'), frame(path, 1, 'x'))).place).toEqual({
        file: 'shop/main.py',
        line: 5,
      });
    }
  });

  it('is not in a file of the server that has the name of one', () => {
    const read = reader({ 'app.py': 'import os\n\nrun()\n' });
    expect(read(trace('E: x', frame('/opt/launcher/app.py', 3, 'launch(os)'))).place).toEqual({});
  });

  it('has the text that the traceback shows: other code is live', () => {
    expect(reader()(trace('E: x', frame('/app/main.py', 5, 'columns()'))).place).toEqual({});
    expect(reader()(trace('E: x', frame('/app/main.py', 500))).place).toEqual({});
  });

  it('is known by the other frames where a path can mean several files, and else not named', () => {
    const read = reader({ 'main.py': 'go()\n', 'app/main.py': 'go()\n', 'start.py': 'start()\n' });
    const last = frame('/srv/app/main.py', 1, 'go()');
    expect(read(trace('E: x', last)).place).toEqual({});
    expect(read(trace('E: x', frame('/srv/start.py', 1, 'start()'), last)).place.file).toBe('shop/app/main.py');
    expect(read(trace('E: x', frame('/srv/app/start.py', 1, 'start()'), last)).place.file).toBe('shop/main.py');
  });

  it('is that of the last traceback which passes through the project', () => {
    const log = `${trace('KeyError: 1', frame('/app/main.py', 5, 'rows()'))}${trace('HaltServer: 3', frame('/env/gunicorn/arbiter.py', 9, 'halt()'))}`;
    expect(reader()(log)).toMatchObject({ raised: 'KeyError: 1', place: { file: 'shop/main.py', line: 5 } });
  });

  it('is found though a secret is a part of its path, which is not shown', () => {
    keepSecret('hunter2-load');
    const read = reader({ 'hunter2-load.py': 'raise ValueError("hunter2-load")\n' });
    const { place, raised } = read(
      trace('ValueError: hunter2-load', frame('/app/hunter2-load.py', 1, 'raise ValueError("hunter2-load")')),
    );
    expect(place).toEqual({ file: 'shop/hunter2-load.py', line: 1 });
    expect(raised).toBe('ValueError: ***');
  });

  it.each([
    ...['/app/../../etc/passwd', '../../etc/passwd', '/etc/passwd', '/proc/self/environ', '', '.', '/', 'main.py/..'],
    ...['main.py\u0000', '/app/main.py%00', '::error::main.py', 'a'.repeat(10_000), '/'.repeat(10_000)],
    ...['/app/out/built.py', 'MAIN.PY'],
  ])('is only ever a file of the bundle, not %j', (path) => {
    const read = reader({ 'main.py': MAIN, 'out/built.py': 'x\n' });
    expect(read(trace('E: x', frame(path, 1))).place).toEqual({});
  });

  it.each(['0', '-1', '1e3', '99999999999999999999', '0x1', '１'])('is a line that the file has, not %s', (line) => {
    expect(reader()(trace('E: x', `  File "/app/main.py", line ${line}, in f\n`)).place).toEqual({});
  });

  it('is found in linear time, whatever the words are', () => {
    const read = reader();
    const deep = `  File "${'/main.py'.repeat(400)}", line 1\n`;
    for (const words of [
      ...[
        `${deep.repeat(500)}E: x\n`,
        `${frame('/app/main.py', 1)}E: x\n`.repeat(30_000),
        "Detected factory '".repeat(100_000),
      ],
      ...[`${frame(`${'/a'.repeat(1_900)}/main.py`, 1)}E: x\n${'/a'.repeat(200_000)}`, 'key '.repeat(200_000)],
      ...[`${frame('/app/main.py', 1)}ValidationError: ${'\nx\n '.repeat(50_000)}`, 'No module named '.repeat(100_000)],
    ]) {
      const begun = performance.now();
      read(words);
      expect(performance.now() - begun).toBeLessThan(2_000);
    }
  });
});

describe('the cause that a program tells', () => {
  const missing = (path: string, ...frames: string[]) =>
    trace(`FileNotFoundError: [Errno 2] No such file or directory: '${path}'`, ...frames);

  it.each(['/srv/content/01ABC', '/app', 'C:\\app'])(
    'names files as the project has them, and not below %s',
    (folder) => {
      const path = folder.startsWith('/') ? `${folder}/data/rows.csv` : 'data/rows.csv';
      const { cause } = reader()(missing(path, frame(`${folder}/lib/load.py`, 2, RETURN)));
      expect(cause?.message).toBe('The app opens data/rows.csv, which does not exist.');
    },
  );

  it('tells a file of the checkout that is not in the bundle', () => {
    const read = reader({ 'main.py': MAIN, 'lib/load.py': LOAD, 'out/rows.csv': '1' });
    const { cause } = read(missing('/app/out/rows.csv', frame('/app/lib/load.py', 2, RETURN)));
    expect(cause?.message).toContain('out/rows.csv, which is part of the project but excluded from the bundle');
    expect(read(missing('/app/../main.py', frame('/app/lib/load.py', 2, RETURN))).cause?.message).not.toContain(
      'excluded',
    );
  });

  it('is that of a task where it is one', () => {
    const { cause } = reader()(trace("KeyError: 'KEY'", frame('<frozen os>', 685)), 'task');
    expect(cause?.message).toBe('The task needs the variable KEY, which is not set.');
  });

  it('does not show the rest of a secret that begins with the folder of the bundle', () => {
    keepSecret('/app/data/private-rows.csv');
    const { cause, raised } = reader()(missing('/app/data/private-rows.csv', frame('/app/lib/load.py', 2, RETURN)));
    expect(`${cause?.message} ${raised}`).not.toContain('private');
  });

  it('is safe to show', () => {
    const words = missing('\u001b[31m\r::error::x', frame('/app/main.py', 5, 'rows()'));
    const { cause, raised } = reader()(words);
    expect(`${cause?.message}\n${raised}`).not.toMatch(/\u001b|\r|^::/m);
  });
});
