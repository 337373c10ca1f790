import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { uvEnvironment } from '../emulators/host/environment.ts';
import { makeProject } from '../tools/fixture.ts';
import { installUv } from '../tools/install.mjs';
import { inTurn, processTime, table, times } from './measure.ts';

const BUNDLE = resolve(import.meta.dirname, '../../dist/index.js');

/** The environment of a step that checks the project in `workspace`, without uv. */
export function stepEnvironment(
  workspace: string,
  temp: string,
  inputs: Readonly<Record<string, string>>,
): NodeJS.ProcessEnv {
  mkdirSync(temp, { recursive: true });
  return {
    ...uvEnvironment(),
    GITHUB_WORKSPACE: workspace,
    RUNNER_TEMP: temp,
    ...Object.fromEntries(
      Object.entries({ preflight: 'static', ...inputs }).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]),
    ),
  };
}

/** The whole process of `mode: check` against the smallest process there is. */
export async function start(folder: string): Promise<string> {
  const workspace = await makeProject('fastapi', folder, { uv: installUv(), cacheDir: join(folder, 'uv-cache') });
  const env = stepEnvironment(workspace, join(folder, 'temp'), { mode: 'check' });
  const [check = 0, nothing = 0] = await inTurn(15, [
    () => processTime(process.execPath, [BUNDLE], { cwd: workspace, env }),
    () => processTime(process.execPath, ['-e', '0']),
  ]);
  return table(
    'mode: check on the FastAPI fixture, uv not called',
    ['', 'node -e 0', 'limit'],
    [['whole process', times(check / nothing), '4.5x']],
  );
}
