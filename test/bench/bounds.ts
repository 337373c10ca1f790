import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { lockOf } from './lock.ts';
import { inTurn, peakMemory, processTime, table, times } from './measure.ts';
import { stepEnvironment } from './start.ts';

const BUNDLE = resolve(import.meta.dirname, '../../dist/index.js');

/** A task whose lock has so many packages. */
async function project(folder: string, packages: number): Promise<string> {
  const workspace = await mkdtemp(join(folder, 'bounds-'));
  const files = {
    'pyproject.toml': '[project]\nname = "app"\nversion = "1"\nrequires-python = ">=3.9"\n',
    '.python-version': '3.12\n',
    'uv.lock': lockOf(packages, true),
    'main.py': 'print("hello")\n',
    '_ricochet.toml':
      '[content]\nname = "Bench"\nentrypoint = "main.py"\naccess_type = "private"\ncontent_type = "python"\n\n[language]\nname = "python"\npackages = "uv.lock"\n',
  };
  for (const [name, text] of Object.entries(files)) await writeFile(join(workspace, name), text);
  return workspace;
}

async function withFiles(workspace: string, count: number): Promise<string> {
  for (let index = 0; index < count; index++) {
    const parent = join(workspace, 'data', `part_${index % 100}`);
    if (index < 100) await mkdir(parent, { recursive: true });
    await writeFile(join(parent, `row_${index}.csv`), `${index},1\n`);
  }
  return workspace;
}

/** What `mode: check` costs at the bounds of what it takes, against a small project in the same run. */
export async function bounds(folder: string): Promise<string> {
  const small = await project(folder, 10);
  const env = (workspace: string) => stepEnvironment(workspace, join(folder, 'temp'), { mode: 'check' });
  const step = (workspace: string) => () =>
    processTime(process.execPath, [BUNDLE], { cwd: workspace, env: env(workspace) });
  const rows: string[][] = [];
  for (const [name, large, time, memory] of [
    ['100,000 files', await withFiles(await project(folder, 10), 100_000), '40x', '6x'],
    ['50 MB of uv.lock', await project(folder, 8000), '20x', '8x'],
  ] as const) {
    const [least = 0, most = 0] = await inTurn(2, [step(small), step(large)]);
    const peak = (workspace: string) => peakMemory(process.execPath, [BUNDLE], env(workspace));
    rows.push([name, times(most / least), time, times((await peak(large)) / (await peak(small))), memory]);
  }
  return table(
    'mode: check of a large project against a small one',
    ['', 'time', 'limit', 'peak memory', 'limit'],
    rows,
  );
}
