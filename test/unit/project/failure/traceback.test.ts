import { describe, expect, it } from 'vitest';
import { tracebacks } from '../../../../src/project/failure/traceback.ts';

const TRACE = (last: string, line = 'x = os.environ["KEY"]') => `INFO: starting
Traceback (most recent call last):
  File "/app/main.py", line 3, in <module>
    ${line}
    ~~~~^^^
${last}
`;
const lastOf = (log: string) => tracebacks(log).at(-1);

describe('the tracebacks of a log', () => {
  it('have their frames, their exception and its message', () => {
    const log = `${TRACE('ValueError: first')}\nDuring handling of the above exception, another exception occurred:\n\n${TRACE('pkg.Error: second\n  more of it\n')}\nINFO: bye`;
    const frames = [{ path: '/app/main.py', line: 3, source: 'x = os.environ["KEY"]' }];
    expect(tracebacks(log)).toEqual([
      { frames, type: 'ValueError', message: 'first' },
      { frames, type: 'pkg.Error', message: 'second\n  more of it' },
    ]);
  });
  it('have frames that show no source', () => {
    const log = '  File "/app/a.py", line 1, in f\n  File "/app/b.py", line 2, in g\nKeyError: 1\n';
    expect(lastOf(log)?.frames.map(({ source }) => source)).toEqual(['', '']);
  });
  it('end where the server writes of the request that failed', () => {
    for (const entry of [
      '127.0.0.1 - - [28/Nov/2026 20:35:35] "POST /_dash-update-component HTTP/1.1" 500 -',
      '::1 - - [28/Nov/2026 20:35:35] "GET / HTTP/1.1" 500 -',
    ]) {
      expect(lastOf(`${TRACE("KeyError: 'plum'").trimEnd()}\n${entry}\n`)?.message).toBe("'plum'");
    }
  });
  it('may be that of a file that can not be compiled', () => {
    const log = '  File "/app/main.py", line 7\n    x = (\n        ^\nSyntaxError: \'(\' was never closed\n';
    expect(lastOf(log)).toMatchObject({ type: 'SyntaxError', frames: [{ path: '/app/main.py', line: 7 }] });
  });
  it.each([
    ['a group of exceptions', '    | ', '  + Exception Group '],
    ['a step of a build', '#12 0.345 ', '#12 0.340 '],
    ['a log with stamps', '2026-11-29T02:00:00.123Z stdout ', '2026-11-29T02:00:00.123Z stdout '],
    ['colors', '\u001b[35m', ''],
  ])('are read within %s', (_, margin, heading) => {
    const log = [
      `${heading}Traceback (most recent call last):`,
      `${margin}  File "/app/main.py", line 3, in f`,
      `${margin}    1 / 0`,
      `${margin}ZeroDivisionError: division by zero`,
    ].join('\n');
    expect(tracebacks(log)).toEqual([
      {
        frames: [{ path: '/app/main.py', line: 3, source: '1 / 0' }],
        type: 'ZeroDivisionError',
        message: 'division by zero',
      },
    ]);
  });
  it.each(['', 'INFO: all is well', 'Traceback (most recent call last):', '  File "x", line 1'])(
    'are none in %j',
    (log) => expect(tracebacks(log)).toEqual([]),
  );
  it('are read in linear time, whatever is in the log', () => {
    const frame = '  File "/a.py", line 1\n';
    for (const log of [
      ...[frame.repeat(200_000), `${frame}E\n`.repeat(200_000), ' '.repeat(3_000_000), '\u001b['.repeat(1_000_000)],
      ...[`File "${'/'.repeat(3_000_000)}`, 'A.'.repeat(1_000_000), `${' '.repeat(100)}| `.repeat(50_000)],
      ...['Traceback (most recent call last):\n'.repeat(100_000), `2026-11-29T02:00:00.${'1'.repeat(2_000_000)}`],
    ]) {
      const begun = performance.now();
      tracebacks(log);
      expect(performance.now() - begun).toBeLessThan(1_500);
    }
  });
});
