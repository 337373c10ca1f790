import { pyproject, swap } from '../fixtures/variant.ts';
import type { Pair, Rows } from './pair.ts';

/** A pin, against the plain one of the base. */
const pin = (text: string | Uint8Array, at = '.python-version:1:1'): Pair => ({
  wrong: { '.python-version': text },
  at,
});

/** One that not every tool can read. */
const special = (text: string): Pair => ({ ...pin(text), with: ['nonportable-pin'] });

const requires = (text: string) => ({
  'pyproject.toml': swap('>=3.11', text),
  'uv.lock': swap('>=3.11', text),
});

/** What can be wrong with the Python that is asked for. */
export const PINS: Rows = {
  bom: pin('\ufeff3.11\n'),
  'implementation-pin': special('pypy3.11\n'),
  'incompatible-pin': pin('3.10\n'),
  'line-ignored': pin('mypython\n3.11\n'),
  'missing-pin': { wrong: { '.python-version': undefined }, at: '.python-version' },
  'multiple-pins': pin('3.11\n3.12\n', '.python-version:2:1'),
  'no-pin': pin('# as on my machine\n'),
  'nonportable-pin': pin('>=3.11,<3.12\n'),
  'partial-pin': {
    wrong: requires('>=3.11.4'),
    at: '.python-version:1:1',
    mended: { ...requires('>=3.11.4'), '.python-version': '3.11.9\n' },
  },
  'partial-pin-newest-excluded': {
    wrong: requires('>=3.11,<3.11.5'),
    at: '.python-version:1:1',
    mended: { ...requires('>=3.11,<3.11.5'), '.python-version': '3.11.4\n' },
  },
  'path-pin': special('/usr/bin/python3.11\n'),
  'platform-pin': special('cpython-3.11-linux-x86_64-gnu\n'),
  'platform-pin-mismatch': special('cpython-3.11-macos-aarch64-none\n'),
  'prerelease-pin': special('3.12.0rc1\n'),
  'requires-conflict': {
    wrong: requires('>=3.12,<3.11'),
    at: 'pyproject.toml:4',
    with: ['incompatible-pin'],
  },
  'requires-invalid': { wrong: { 'pyproject.toml': pyproject().replace('>=3.11', '3.11+') }, at: 'pyproject.toml:4' },
  'unsupported-python': pin('2.7\n'),
  'unversioned-pin': special('cpython\n'),
  'uv-python-set': {
    wrong: {},
    at: '.python-version:1',
    runner: { environment: { UV_PYTHON: '3.12' } },
    mendedRunner: { environment: { UV_PYTHON: '3.11' } },
  },
  'variable-empty': {
    wrong: {},
    at: '',
    inputs: { env: 'API_URL=' },
    mendedInputs: { env: 'API_URL=https://api.example.com' },
  },
  'variant-pin': special('3.13t\n'),
};
