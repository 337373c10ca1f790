import { expect, it } from 'vitest';
import { createHttp } from '../../../../src/ports/http/http.ts';
import { tryOut } from '../../../../src/prepare/trial/probe.ts';
import { startProgram } from '../../../../src/prepare/trial/process.ts';
import { createFakeClock, noVisit } from '../../../tools/fakes.ts';
import { serve } from '../../../tools/web.ts';

const SLEEP = [process.execPath, '-e', 'setInterval(() => {}, 1000)'] as const;
const attempt = async (command: readonly [string, ...string[]], port: number, limitMs: number) => {
  const program = startProgram(command, { cwd: '/', env: { PORT: String(port) } });
  const deps = { http: createHttp(), visit: noVisit, signal: new AbortController().signal, say: () => {} };
  const clock = createFakeClock();
  try {
    return await tryOut({ program, port, paths: [], limitMs, choosesPort: false }, { ...deps, clock });
  } finally {
    await program.stop(0);
  }
};

it.runIf(process.platform === 'linux')('what another program answers on the port does not count', async () => {
  const { url } = await serve((_, response) => response.end('ok'));
  expect(await attempt([...SLEEP], Number(new URL(url).port), 2_000)).toEqual({ is: 'silent' });
});
