import { expect, it } from 'vitest';
import { error, notice, warning } from '../../../src/findings/finding.ts';
import { forgetSecrets } from '../../../src/findings/secrets.ts';
import { createTerminal } from '../../../src/report/terminal.ts';

function open({ hasColours = false, isVerbose = false, from = '/repo' } = {}) {
  const written: string[] = [];
  const screen = { write: (text: string) => void written.push(text), hasColours };
  const terminal = createTerminal(screen, { checkout: '/repo', from }, isVerbose);
  return { ...terminal, text: () => written.join('') };
}

it('writes a finding as compilers do, with the remedy below it', () => {
  const { host, text } = open();
  host.annotate(
    error('lock-stale', 'uv.lock is out of date.', 'Run `uv lock`.', { file: 'uv.lock', line: 3, column: 1 }),
  );
  host.annotate(warning('import-missing', 'One.\nTwo.', 'Run a.\n\nRun b.', { file: 'app.py' }));
  host.annotate(notice('no-pin', 'There is no pin.'));
  expect(text()).toBe(
    [
      'uv.lock:3:1: error lock-stale uv.lock is out of date.',
      '  Run `uv lock`.',
      'app.py: warning import-missing One.',
      '  Two.',
      '  Run a.',
      '',
      '  Run b.',
      'notice no-pin There is no pin.',
      '',
    ].join('\n'),
  );
});

it('names files from where the command was started', () => {
  const { host, text } = open({ from: '/repo/apps/one' });
  for (const file of ['apps/one/app.py', 'pyproject.toml']) host.annotate(error('x', 'Wrong.', undefined, { file }));
  expect(text()).toBe('app.py: error x Wrong.\n../../pyproject.toml: error x Wrong.\n');
});

it('closes with the number of findings', () => {
  const [one, none] = [open(), open()];
  one.host.annotate(error('x', 'Wrong.'));
  one.host.annotate(warning('y', 'Odd.'));
  one.close('apps/one');
  none.close('apps/two');
  expect(one.text()).toMatch(/\napps\/one: 1 error, 1 warning\n$/);
  expect(none.text()).toBe('apps/two: no problems\n');
});

it('says what the words of a workflow are in a terminal', () => {
  const [one, none] = [open(), open()];
  one.host.annotate(error('x', 'Wrong.', 'Add `platform: ricochet` under `with:` of this step.'));
  none.host.annotate(error('x', 'Wrong.', 'Run `uv lock`.'));
  for (const { close } of [one, none]) close('uv-deploy');
  expect(one.text()).toContain('inputs of the step are options, such as `--platform ricochet`');
  expect(none.text()).not.toContain('inputs of the step');
});

it('has colours on a terminal only', () => {
  const [plain, coloured] = [open(), open({ hasColours: true })];
  for (const { host } of [plain, coloured]) host.annotate(error('x', 'Wrong.'));
  expect(plain.text()).not.toContain('\u001b');
  expect(coloured.text()).toContain('\u001b[31merror\u001b[39m');
});

it('says what is done only when it is asked to, and never a secret or a code for the terminal', () => {
  const [quiet, verbose] = [open(), open({ isVerbose: true })];
  for (const { host } of [quiet, verbose]) {
    host.mask('hunter2hunter2');
    host.startGroup('Check');
    host.info('Project: hunter2hunter2');
    host.quoted('\u001b[2Jone\ntwo');
  }
  forgetSecrets();
  expect(quiet.text()).toBe('');
  expect(verbose.text()).toBe('Check\nProject: ***\n  | one\n  | two\n');
});
