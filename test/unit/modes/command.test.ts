import { expect, it } from 'vitest';
import { command } from '../../../src/modes/command.ts';

it('says which Node it needs where there is an older one, and checks nothing', async () => {
  const said: string[] = [];
  const stream = { write: (text: string) => said.push(text) };
  const terminal = { args: ['check'], environment: {}, stdout: stream, stderr: stream, node: '20.19.5' };
  const exitCode = await command(terminal, () => Promise.reject(new Error('the check was started')));
  expect(exitCode).toBe(2);
  expect(said.join('')).toMatch(
    /^uv-deploy needs Node 22 or newer, and this is Node 20\.19\.5\. .*language_version: lts/,
  );
});
