import { describe, expect, test } from 'vitest';
import { createAttempts, places, theOne } from '../tools/attempts.ts';

const { check, refuse } = createAttempts();

const PYPROJECT =
  '[project]\nname = "echo-service"\nversion = "0.1.0"\nrequires-python = ">=3.11"\ndependencies = ["solver"]\n';

/** The fixture's lock with one package, which has this wheel or source. */
const lockOf = (distribution: string, source = '{ path = "vendor/solver" }'): string =>
  [
    ...['version = 1', 'revision = 3', 'requires-python = ">=3.11"', ''],
    ...['[[package]]', 'name = "echo-service"', 'version = "0.1.0"', 'source = { virtual = "." }'],
    ...['dependencies = [{ name = "solver" }]', '', '[package.metadata]', 'requires-dist = [{ name = "solver" }]', ''],
    ...['[[package]]', 'name = "solver"', 'version = "1.0"', `source = ${source}`, distribution, ''],
  ].join('\n');
const INDEX = '{ registry = "https://pip.corp.example/simple" }';
const wheel = (tag: string): string => `wheels = [{ url = "https://files.example/solver-1.0-${tag}.whl" }]`;
const files = (lock: string, target = '') => ({
  'pyproject.toml': `${PYPROJECT}${target && `\n[tool.uv-deploy]\ntarget = ${target}\n`}`,
  'uv.lock': lock,
});
const REACHED = 'indexes = ["https://pip.corp.example/simple"]';

describe.concurrent('a lock that the server can not install', () => {
  test('is refused at the package, before the server is asked', async () => {
    const done = await refuse(files(lockOf(wheel('cp311-cp311-win_amd64'), INDEX), `{ ${REACHED} }`));
    expect(places(done)).toEqual(['lock-no-wheel uv.lock:14']);
    const { level, message } = theOne(done, 'lock-no-wheel');
    expect(level).toBe('error');
    expect(message).toContain('its wheels are for Windows');
    expect(done.summary).toContain('lock-no-wheel');
  });

  test('is found in mode check, with all else that is wrong', async () => {
    const done = await check({
      ...files(lockOf(wheel('cp311-cp311-win_amd64'), INDEX)),
      '.python-version': '3.11\n3.12\n',
    });
    expect(done.outputs.status).toBe('failed');
    expect(places(done).sort()).toEqual([
      'lock-index uv.lock:17',
      'lock-no-wheel uv.lock:14',
      'multiple-pins .python-version:2:1',
    ]);
  });

  test('is judged for the Python of the pin', async () => {
    const lock = lockOf(wheel('cp312-cp312-manylinux_2_28_x86_64'), INDEX);
    const target = `{ ${REACHED} }`;
    const fits = await check({ ...files(lock, target), '.python-version': '3.12\n' });
    expect(fits.annotations).toEqual([]);
    expect(fits.outputs.status).toBe('checked');
    const misses = await check({ ...files(lock, target), '.python-version': '3.13\n' });
    expect(places(misses)).toEqual(['lock-no-wheel uv.lock:14']);
  });

  test('is judged for the target that pyproject.toml names', async () => {
    const lock = lockOf(wheel('cp311-cp311-manylinux_2_35_x86_64'), INDEX);
    const old = await check({ ...files(lock, `{ ${REACHED} }`), '.python-version': '3.11\n' });
    expect(theOne(old, 'lock-no-wheel').message).toContain('its wheels need glibc 2.35');
    const recent = await check({ ...files(lock, `{ glibc = "2.36", ${REACHED} }`), '.python-version': '3.11\n' });
    expect(recent.annotations).toEqual([]);
  });

  test('is missing what lies beside the project', async () => {
    const done = await check(files(lockOf('', '{ directory = "../solver" }')));
    expect(places(done)).toEqual(['lock-path uv.lock:17']);
  });

  test('finds in the bundle what the project brings along', async () => {
    const lock = lockOf('', '{ directory = "vendor/solver" }');
    const changes = { ...files(lock), 'vendor/solver/pyproject.toml': '[project]\nname = "solver"\nversion = "1.0"\n' };
    expect((await check(changes)).annotations).toEqual([]);
    const left = await check(changes, { exclude: 'vendor' });
    expect(places(left)).toEqual(['lock-path uv.lock:17']);
    expect(theOne(left, 'lock-path').message).toContain('which is not in the bundle');
  });
});

describe.concurrent('a doubt about the lock', () => {
  const sdist = 'sdist = { url = "https://files.example/solver-1.0.tar.gz" }';
  const source = files(lockOf(`${sdist}\n${wheel('cp311-cp311-win_amd64')}`, INDEX), `{ ${REACHED} }`);

  test('is a warning, and ends the run only with fail-on: warning', async () => {
    const done = await check(source);
    expect(places(done)).toEqual(['lock-compiles uv.lock:14']);
    expect(theOne(done, 'lock-compiles').level).toBe('warning');
    expect(done.outputs.status).toBe('checked');
    const strict = await check(source, { 'fail-on': 'warning' });
    expect(strict.titles()).toEqual(['lock-compiles', 'warnings-fail']);
    expect(strict.outputs.status).toBe('failed');
  });
});

describe.concurrent('a target', () => {
  const lock = lockOf(wheel('py3-none-any'), INDEX);

  test('with a wrong value is reported with its line', async () => {
    const done = await check(files(lock, `{ glibc = "new", ${REACHED} }`));
    expect(places(done)).toEqual(['invalid-setting pyproject.toml:8']);
    expect(theOne(done, 'invalid-setting').message).toContain('ldd --version');
  });

  test('has to be a table', async () => {
    const done = await check(files(lock, '"linux"'));
    expect(places(done)).toEqual(['invalid-setting pyproject.toml:8']);
    expect(theOne(done, 'invalid-setting').message).toContain('[tool.uv-deploy.target] is not a table');
  });
});
