import { appendFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { startRicochet } from '../emulators/ricochet/server.ts';
import { makeProject } from '../tools/fixture.ts';
import { installUv } from '../tools/install.mjs';
import { random } from './datasets.ts';
import { peakMemory, table } from './measure.ts';
import { stepEnvironment } from './start.ts';

const BUNDLE = resolve(import.meta.dirname, '../../dist/index.js');

/** The most memory the step has resident while it packs large projects, and while it uploads one. */
export async function memory(folder: string): Promise<string> {
  const uv = installUv();
  const cacheDir = join(folder, 'uv-cache');
  const server = await startRicochet({ home: join(folder, 'ricochet'), uv, cacheDir, maxBundleSize: 2e9 });
  const project = async (mb: number) => {
    const workspace = await makeProject('service', folder, {
      uv,
      cacheDir,
      edit: (path) =>
        appendFile(join(path, 'pyproject.toml'), '\n[tool.uv-deploy.ricochet]\nmax-bundle-size = "2GB"\n'),
    });
    await random(join(workspace, 'data'), mb);
    return workspace;
  };
  const peak = async (mb: number, inputs: Record<string, string>): Promise<string> => {
    const env = stepEnvironment(await project(mb), join(folder, 'temp'), inputs);
    return `${Math.round(await peakMemory(process.execPath, [BUNDLE], env))} MB`;
  };
  const deploy = { mode: 'deploy', server: server.url, token: server.apiKey };
  try {
    return table(
      'Peak memory of the whole process',
      ['', 'check', 'deploy', 'limit'],
      [
        ['200 MB project', await peak(200, { mode: 'check' }), await peak(200, deploy), '150 MB'],
        ['1 GB project', await peak(1000, { mode: 'check' }), await peak(1000, deploy), '150 MB'],
      ],
    );
  } finally {
    await server.close();
  }
}
