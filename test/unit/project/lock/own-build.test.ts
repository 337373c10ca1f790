import { describe, expect, it } from 'vitest';
import { block, judge, PYPROJECT } from './locks.ts';

const own = (build: string) => ({
  lock: block('app', '{ editable = "." }', '', '1'),
  pyproject: `${PYPROJECT}[build-system]\n${build}`,
  bundled: ['src/app/__init__.py'],
});

describe('code of the project itself that has to be compiled', () => {
  it.each([
    ['maturin', 'requires = ["maturin>=1"]\nbuild-backend = "maturin"\n'],
    ['scikit-build-core', 'requires = ["scikit-build-core"]\nbuild-backend = "scikit_build_core.build"\n'],
    ['cython', 'requires = ["setuptools", "Cython"]\nbuild-backend = "setuptools.build_meta"\n'],
    [
      'extension modules',
      'requires = ["setuptools"]\nbuild-backend = "setuptools.build_meta"\n\n[[tool.setuptools.ext-modules]]\nname = "app.fast"\nsources = ["fast.c"]\n',
    ],
  ])('needs a compiler on the server: %s', (by, build) => {
    const [finding, ...others] = judge(own(build));
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ level: 'warning', code: 'lock-compiles', file: 'pyproject.toml', line: 5 });
    expect(finding?.message).toContain(`(${by})`);
  });

  it('is nothing where the build only copies Python files', () => {
    expect(judge(own('requires = ["hatchling"]\nbuild-backend = "hatchling.build"\n'))).toEqual([]);
  });
});
