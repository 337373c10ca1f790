import { expect, it } from 'vitest';
import { readCommand } from '../../../src/inputs/command-line.ts';

const DEFAULTS = { platform: '', preflight: 'static', 'fail-on': 'error' };

it('checks the current folder without running anything, where nothing else is asked for', () => {
  expect(readCommand(['check'])).toEqual({ is: 'check', folder: '.', inputs: DEFAULTS, isVerbose: false });
});

it('takes a folder by either of its names, and flags before and after it', () => {
  const inputs = { platform: 'connect', preflight: 'sync', 'fail-on': 'warning' };
  const flags = ['--platform', 'connect', '--preflight=sync', '--fail-on', 'warning'];
  for (const folder of [['apps/one'], ['--working-directory', 'apps/one']])
    expect(readCommand(['check', ...folder, ...flags])).toMatchObject({ is: 'check', folder: 'apps/one', inputs });
  expect(readCommand(['--verbose', 'check', 'apps/one'])).toMatchObject({ folder: 'apps/one', isVerbose: true });
});

it('shows how it is used when nothing is asked for, and on request', () => {
  for (const args of [[], ['--help'], ['check', '-h']]) expect(readCommand(args)).toEqual({ is: 'usage' });
});

it.each([
  [['deploy'], "There is no command 'deploy'. Write: uv-deploy check deploy"],
  [['check', 'one', 'two'], 'A command checks one folder. Run it once for each.'],
  [['check', 'one', '--working-directory', 'two'], 'A command checks one folder. Run it once for each.'],
  [['check', '--plattform', 'connect'], "Unknown option '--plattform'"],
  [['check', '--platform'], "Option '--platform <value>' argument missing"],
])('does not guess what %j means', (args, message) => {
  expect(readCommand(args)).toEqual({ is: 'mistake', message: expect.stringContaining(message) });
});
