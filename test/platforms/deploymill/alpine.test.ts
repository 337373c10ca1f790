import { describe, expect, test } from 'vitest';
import { MILL } from '../../fixtures/mill.ts';
import { pyproject } from '../../fixtures/variant.ts';
import { runStep } from '../../tools/in-process.ts';
import { lockOf, PUBLIC, wheel } from '../../tools/lock-text.ts';
import { createForest, type Tree } from '../../tools/tree.ts';

const plant = createForest('mill-alpine');
const alpine = (text: string) => text.replaceAll('3.11-slim', '3.11-alpine');

const PIN = { '.python-version': '3.11\n' };

/** What is found in an app that depends on `shared`, of which there are these wheels; its image is made from Alpine unless said. */
const toldOf = async (files: readonly string[], more = '', Dockerfile = alpine(MILL.Dockerfile), pin: Tree = PIN) => {
  const wheels = files.map((file) => wheel(file).replace(/^wheels = \[|\]\n$/g, '')).join(', ');
  const workspace = plant({
    ...MILL,
    'pyproject.toml': pyproject(['shared']),
    'uv.lock': lockOf('shared', '', PUBLIC, `${more}wheels = [${wheels}]\n`),
    ...{ ...pin, Dockerfile },
  });
  const { findings } = await runStep({
    workspace,
    inputs: { mode: 'check', platform: 'deploymill', preflight: 'static' },
  });
  return findings.map(({ level, code, file, line }) => `${level} ${code} ${file}:${line}`);
};

const GLIBC = 'shared-1.0-cp311-cp311-manylinux_2_17_x86_64.whl';
const MUSL = 'shared-1.0-cp311-cp311-musllinux_1_2_x86_64.whl';
const SDIST = `sdist = { url = "https://files.invalid/shared-1.0.tar.gz", hash = "sha256:${'0'.repeat(64)}", size = 1 }\n`;

describe('an image that is made from Alpine', () => {
  test('needs wheels for musl of what is locked', async () => {
    expect(await toldOf([GLIBC])).toEqual(['error lock-no-wheel uv.lock:14']);
    expect(await toldOf([GLIBC, MUSL])).toEqual([]);
    expect(await toldOf(['shared-1.0-py3-none-any.whl'])).toEqual([]);
  });

  test('may have to build what has no wheel for musl', async () => {
    expect(await toldOf([GLIBC], SDIST)).toEqual(['warning lock-compiles uv.lock:14']);
  });

  test('is known by the Python of its image alone, where there is no pin', async () => {
    const without = (file: string) => toldOf([file], '', alpine(MILL.Dockerfile), {});
    expect(await without(GLIBC)).toEqual(['error lock-no-wheel uv.lock:14']);
    expect(await without(MUSL.replaceAll('311', '312'))).toEqual(['error lock-no-wheel uv.lock:14']);
    expect(await without(MUSL)).toEqual([]);
  });

  test('is nothing to a lock that it is not made from', async () => {
    const pip = MILL.Dockerfile.replace('uv sync --locked --no-dev --no-install-project', 'pip install shared');
    expect(await toldOf([GLIBC], '', alpine(pip))).toEqual(['warning lock-unused Dockerfile:5']);
  });

  test('does not go together with packages from an image that is not', async () => {
    const mixed = MILL.Dockerfile.replace('3.11-slim AS build', '3.11-alpine AS build');
    expect(await toldOf([GLIBC, MUSL], '', mixed)).toEqual(['warning site-packages-path Dockerfile:10']);
  });

  test('is nothing to an image that is made from Debian', async () => {
    expect(await toldOf([GLIBC], '', MILL.Dockerfile)).toEqual([]);
    expect(await toldOf([MUSL], '', MILL.Dockerfile)).toEqual(['error lock-no-wheel uv.lock:14']);
  });
});
