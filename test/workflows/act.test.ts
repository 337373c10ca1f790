import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { uvEnvironment } from '../emulators/host/environment.ts';
import type { RicochetServer } from '../emulators/ricochet/server.ts';
import { createWorkplace } from '../emulators/workplace.ts';
import { recipe, recipes } from '../tools/pages.ts';
import { uv } from '../tools/uv.ts';
import { pullRequest, push } from './events.ts';

const ROOT = resolve(import.meta.dirname, '../..');
/**
 * The runner of nektos/act, another implementation than GitHub's, without containers. It knows neither `uses: $/` nor
 * `environment.deployment`, so it runs the recipes with steps only.
 */
const ACT = join(ROOT, '.tools/bin/act');

const SETUP_UV = `
name: setup-uv
description: Puts uv on PATH, as astral-sh/setup-uv does
runs:
  using: composite
  steps:
    - run: echo "$WHERE" >> "$GITHUB_PATH"
      shell: bash
      env: { WHERE: "${dirname(uv)}" }
`;

describe.skipIf(!existsSync(ACT))('act, which is not by GitHub,', () => {
  const place = createWorkplace();
  let server: RicochetServer;
  const actions = place.path('actions');

  beforeAll(async () => {
    server = await place.start();
    await mkdir(join(actions, 'setup-uv'), { recursive: true });
    await writeFile(join(actions, 'setup-uv/action.yml'), SETUP_UV);
    for (const part of ['action.yml', 'dist']) {
      await cp(join(ROOT, part), join(actions, 'uv-deploy', part), { recursive: true });
    }
  });
  afterAll(() => place.clear());

  /** Runs a workflow in a project of its own, and answers the log. */
  async function act(text: string, event: ReturnType<typeof push>): Promise<string> {
    const project = await place.project('service');
    await mkdir(join(project, '.github/workflows'), { recursive: true });
    await writeFile(
      join(project, '.github/workflows/recipe.yml'),
      text.replaceAll('https://ricochet.example.com', server.url),
    );
    const payload = `${project}-event.json`;
    await writeFile(payload, JSON.stringify(event.event));
    const { PATH, ...network } = uvEnvironment();
    const run = promisify(execFile);
    await run('git', ['init', '--quiet', '--initial-branch=main', project]);
    await run('git', ['-C', project, 'add', '--all']);
    const identity = ['-c', 'user.name=Octo', '-c', 'user.email=octo@example.com', '-c', 'commit.gpgsign=false'];
    await run('git', ['-C', project, ...identity, 'commit', '--quiet', '--message', 'A change']);
    const { stdout } = await run(
      ACT,
      [
        event.eventName,
        ...['--platform', 'ubuntu-latest=-self-hosted', '--eventpath', payload, '--secret', 'RICOCHET_API_KEY'],
        ...Object.keys(network).flatMap((name) => (name === 'HOME' ? [] : ['--env', name])),
        ...['--local-repository', `uv-deploy/uv-deploy@v1=${join(actions, 'uv-deploy')}`],
        ...['--local-repository', `astral-sh/setup-uv@v10.0.1=${join(actions, 'setup-uv')}`],
      ],
      {
        cwd: project,
        maxBuffer: 2 ** 26,
        env: {
          ...uvEnvironment({}, [dirname(process.execPath)]),
          XDG_CACHE_HOME: place.path('act'),
          RICOCHET_API_KEY: server.apiKey,
        },
      },
    );
    return stdout;
  }

  const deployed = () => server.items().filter(({ current }) => current !== undefined).length;

  test('deploys with the workflow of the quick start', async () => {
    const text = recipes().find(({ page, title }) => page === 'README.md' && title === 'ricochet')?.text ?? '';
    const log = await act(text, push('0'.repeat(40)));
    expect(log).toContain('::set-output:: status=deployed');
    expect(log).toContain('Job succeeded');
    expect(deployed()).toBe(1);
    expect(log).not.toContain(server.apiKey);
  });

  test('checks pull requests', async () => {
    const before = deployed();
    const { text } = recipe('Check pull requests, deploy main');
    const log = await act(text, pullRequest({ number: 3, sha: '0'.repeat(40) }));
    expect(log).toContain('::set-output:: status=checked');
    expect(deployed()).toBe(before);
  });
});
