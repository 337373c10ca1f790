import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { causeIn } from '../../../../../src/platforms/deploymill/gateway/log.ts';
import { readFailure } from '../../../../../src/project/failure/reading.ts';
import { createForest } from '../../../../tools/tree.ts';

const plant = createForest('mill-log');

const DOCKERFILE = `FROM python:3.13-slim AS build
WORKDIR /app
# a comment
RUN apt-get update && \\
    # within it
    apt-get install --yes   git
COPY nothing.txt ./
RUN <<EOF
set -e
false
EOF

FROM python:3.13-slim
RUN test -e "/nothing"
`;
const files = {
  paths: ['Dockerfile'],
  read: (path: string) => (path === 'Dockerfile' ? DOCKERFILE : undefined),
  readFailure: () => ({ place: {} }),
};
const lineOf = (...lines: string[]) => causeIn(lines, files)?.line;

describe('a build that failed is reported at the line of its step', () => {
  test('where BuildKit names the line', () => {
    expect(lineOf('Dockerfile:7', '>>> COPY nothing.txt ./', 'ERROR: failed to solve: "/nothing.txt": not found')).toBe(
      7,
    );
    expect(lineOf('ERROR: failed to solve: dockerfile parse error on line 2: unknown instruction: WORKDIRX')).toBe(2);
  });

  test('where an older BuildKit names the instruction', () => {
    expect(
      lineOf(
        '#5 ERROR: executor failed running [/bin/sh -c test -e "/nothing"]: exit code: 1',
        '------',
        ' > [stage-1 2/2] RUN test -e "/nothing":',
        '------',
        'executor failed running [/bin/sh -c test -e "/nothing"]: exit code: 1',
      ),
    ).toBe(14);
    expect(lineOf(' > [build 3/3] COPY nothing.txt ./:', 'failed to compute cache key: not found')).toBe(7);
    expect(lineOf(' > [build 3/3] RUN apt-get update &&     apt-get install --yes   git:')).toBe(4);
    expect(lineOf(' > [build 4/4] RUN <<EOF (set -e...):')).toBe(8);
  });

  test('where the builder before BuildKit names the command', () => {
    expect(
      lineOf(
        'Step 6/8 : RUN test -e "/nothing"',
        ' ---> Running in 3d3ad01fa148',
        `The command '/bin/sh -c test -e "/nothing"' returned a non-zero code: 1`,
      ),
    ).toBe(14);
  });

  test('and nowhere where an image could not be had', () => {
    expect(causeIn([' > [internal] load metadata for docker.io/library/python:3.99:'], files)).toBeUndefined();
  });
});

describe('what an app prints is told', () => {
  const dir = plant({ 'app.py': 'import pandas\nKEY = os.environ["API_KEY"]\n\n\n\n\n\n    raise ValueError("no")\n' });
  const source = join(dir, 'app.py');
  const program = {
    kind: 'app' as const,
    files: [{ path: 'app.py', source, size: 1, executable: false }],
    project: { dir, shown: (path: string) => relative(dir, path) },
  };
  const app = {
    ...{ ...files, paths: ['Dockerfile', 'app.py'] },
    readFailure: (words: string) => readFailure(words, program),
  };
  const told = (...lines: string[]) => causeIn(lines, app);
  const MODULE = [
    'Traceback (most recent call last):',
    '  File "/app/app.py", line 1, in <module>',
    '    import pandas',
    "ModuleNotFoundError: No module named 'pandas'",
  ];
  const VARIABLE = [
    'Traceback (most recent call last):',
    '  File "/app/app.py", line 2, in <module>',
    '    KEY = os.environ["API_KEY"]',
    '  File "<frozen os>", line 679, in __getitem__',
    "KeyError: 'API_KEY'",
  ];

  test('by what the log says last, as it goes back to the container before', () => {
    expect(told(...MODULE)?.told).toBe('the module pandas is missing');
    expect(told(...MODULE, 'Worker exiting', ...VARIABLE)?.told).toBe(
      'the app needs the variable API_KEY, which is not set',
    );
    expect(told(...VARIABLE, ...MODULE)?.told).toBe('the module pandas is missing');
    expect(told(...MODULE, 'Running on http://127.0.0.1:8000')?.told).toContain('localhost only');
  });

  test('at its line of the project', () => {
    expect(told(...VARIABLE)).toMatchObject({ place: { file: 'app.py', line: 2 } });
    expect(
      told('  File "/app/app.py", line 8, in healthz', '    raise ValueError("no")', 'ValueError: no'),
    ).toMatchObject({
      told: 'the app stopped with ValueError: no',
      place: { line: 8 },
    });
  });
});
