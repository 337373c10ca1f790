import { execFileSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CleverCloudServer } from '../../emulators/clever-cloud/server.ts';
import { cacheDir, createWorkplace } from '../../emulators/workplace.ts';
import { runStep } from '../../tools/in-process.ts';
import { uv } from '../../tools/uv.ts';

const place = createWorkplace();
let server: CleverCloudServer;
beforeAll(async () => {
  server = await place.cleverCloud({ patienceMs: 20_000 });
  server.knobs.domain = (id, url) => `${url.replace('http://', '')}/${id.replace('_', '-')}/`;
});
afterAll(() => place.clear());

const PYPROJECT = `[project]
name = "echo-service"
dynamic = ["version"]
requires-python = ">=3.11"
dependencies = []

[build-system]
requires = ["hatchling", "hatch-vcs"]
build-backend = "hatchling.build"

[tool.hatch.version]
source = "vcs"

[tool.hatch.build.targets.wheel]
packages = ["shop"]

[tool.uv-deploy.clever-cloud]
owner = "Example"
run-command = ".venv/bin/python serve.py"
`;

describe('a version that comes from git', () => {
  test('is there on Clever Cloud, which builds in a clone, and in the preflight for it', async () => {
    const workspace = await place.project('service', async (folder) => {
      await mkdir(join(folder, 'shop'));
      await writeFile(join(folder, 'shop/__init__.py'), '');
    });
    // Locked once it is a repository, for the same reason.
    await writeFile(join(workspace, 'pyproject.toml'), PYPROJECT);
    const git = (...args: string[]) => execFileSync('git', args, { cwd: workspace, stdio: 'ignore' });
    git('init');
    git('add', '.');
    git('-c', 'user.name=Octo', '-c', 'user.email=octo@example.com', 'commit', '-m', 'Begin');
    execFileSync(uv, ['lock', '--quiet', '--cache-dir', cacheDir], { cwd: workspace });
    const inputs = { platform: 'clever-cloud', mode: 'deploy', preflight: 'sync', server: server.url };
    const access = { token: server.token, secret: server.secret };
    const { findings, outputs } = await runStep({ workspace, uv, inputs: { ...inputs, ...access } });
    expect(findings).toEqual([]);
    expect(outputs.status).toBe('deployed');
  });
});
