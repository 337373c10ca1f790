import { execFile } from 'node:child_process';
import { appendFile } from 'node:fs/promises';
import { delimiter, dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { startCleverCloud } from '../emulators/clever-cloud/server.ts';
import { createCleverClient } from '../emulators/clever-cloud-client.ts';
import { makeProject } from '../tools/fixture.ts';
import { installUv } from '../tools/install.mjs';
import { many, random } from './datasets.ts';
import { inTurn, peakMemory, processTime, table, times } from './measure.ts';
import { stepEnvironment } from './start.ts';

const BUNDLE = resolve(import.meta.dirname, '../../dist/index.js');
const PUSH = ['--disable-warning=ExperimentalWarning', join(import.meta.dirname, 'push.ts')];

/** What git does for the same: a commit of all files, from a repository of its own, and a push. */
const GIT = `set -e; export GIT_DIR="$1" GIT_WORK_TREE="$2"
git init --quiet; git add --all; git commit --quiet --message Deploy; git push --quiet "$3" HEAD:refs/heads/master`;

/** A push to the emulated server, by the step and by git itself, and the most memory that a step has resident for a large bundle. */
export async function cleverCloud(folder: string): Promise<string> {
  const uv = installUv();
  const cacheDir = join(folder, 'uv-cache');
  const server = await startCleverCloud({ home: join(folder, 'clever-cloud'), uv, cacheDir });
  const client = createCleverClient(server);
  server.force('never', 1_000); // what becomes of a commit is not asked here
  let count = 0;
  const repository = async () => `${server.url}/${await client.create({ name: `bench-${count++}` })}.git`;
  const basic = Buffer.from(`${server.token}:${server.secret}`).toString('base64');
  const settings = {
    ...{ 'user.name': 'a', 'user.email': 'a@example.invalid' },
    'http.extraHeader': `Authorization: Basic ${basic}`,
  };
  const config = Object.entries(settings).flatMap(([name, value], index) => [
    [`GIT_CONFIG_KEY_${index}`, name],
    [`GIT_CONFIG_VALUE_${index}`, value],
  ]);
  const own = { GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_COUNT: '3' };
  const gitEnv = { PATH: process.env.PATH, ...own, ...Object.fromEntries(config) };
  const git = async (files: string): Promise<[string, string[]]> => {
    return ['sh', ['-c', GIT, 'sh', join(folder, `git-${count}`), files, await repository()]];
  };
  const step = async (data: (folder: string) => Promise<string>): Promise<NodeJS.ProcessEnv> => {
    const name = `step-${count++}`;
    const workspace = await makeProject('service', folder, { uv, cacheDir });
    const lines = `\n[tool.uv-deploy.clever-cloud]\nname = "${name}"\nowner = "Example"\nrun-command = ".venv/bin/python serve.py"\n`;
    await appendFile(join(workspace, 'pyproject.toml'), lines);
    await data(join(workspace, 'data'));
    const { url, token, secret } = server;
    const inputs = { platform: 'clever-cloud', mode: 'deploy', server: url, token, secret, wait: 'false' };
    const PATH = [dirname(uv), process.env.PATH].join(delimiter);
    return { ...stepEnvironment(workspace, join(folder, 'temp'), inputs), PATH };
  };
  try {
    const set = await many(join(folder, 'many'), 1_500, 60);
    const { token, secret } = server;
    const [mine = 0, theirs = 0] = await inTurn(3, [
      async () => {
        const args = [...PUSH, set, join(folder, 'bundle.pack'), await repository(), token, secret];
        return Number((await promisify(execFile)(process.execPath, args)).stdout);
      },
      async () => processTime(...(await git(set)), { env: gitEnv }),
    ]);
    const floor = await peakMemory(process.execPath, ['-e', '0'], process.env);
    const row = async (what: string, data: (folder: string) => Promise<string>): Promise<string[]> => {
      const ours = await peakMemory(process.execPath, [BUNDLE], await step(data));
      const other = await peakMemory(...(await git(await data(join(folder, `data-${count}`)))), gitEnv);
      return [
        ...[what, `${Math.round(ours)} MB`, `${Math.round(other)} MB`, times(ours / other)],
        `${Math.round(ours - floor)} MB above node -e 0 (150 MB)`,
      ];
    };
    return table(
      'A push to Clever Cloud',
      ['', 'uv-deploy', 'git', 'ratio', 'limit'],
      [
        [
          '60 MB in 1,500 files, time',
          `${Math.round(mine)} ms`,
          `${Math.round(theirs)} ms`,
          times(mine / theirs),
          '1x',
        ],
        await row('the same, peak memory', (place) => many(place, 1_500, 60)),
        await row('200 MB in 4 files, peak memory', (place) => random(place, 200)),
      ],
    );
  } finally {
    await server.close();
  }
}
