// Makes the pictures of the documents from real runs of dist/: `npm run pictures`. Needs Chromium.
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { startActionsCache } from '../emulators/actions-cache/server.ts';
import { startGitHub } from '../emulators/github/server.ts';
import { startRicochet } from '../emulators/ricochet/server.ts';
import { runAction } from '../tools/action.ts';
import { pullRequest } from '../tools/events.ts';
import { makeProject } from '../tools/fixture.ts';
import { uv } from '../tools/uv.ts';
import { photograph } from './chromium.ts';
import { annotated, framed, openRenderer } from './page.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const OUT = join(ROOT, 'docs/images');
const WIDTH = 760;
const COMMIT = '4f1b8c90a7de2b6c3d5e8f00112233445566778a';

const folder = await mkdtemp(join(tmpdir(), 'uv-deploy-pictures-'));
const cacheDir = join(ROOT, '.tools/uv-cache');
const renderer = openRenderer();
const [server, github, cache] = await Promise.all([
  startRicochet({ home: join(folder, 'ricochet'), uv, cacheDir }),
  startGitHub(),
  startActionsCache(),
]);

/** The address of the embedded server is no address for readers. */
const readable = (text: string): string =>
  [server.url, server.url.replace(':', '\\:')].reduce(
    (shown, url) => shown.replaceAll(url, 'https://ricochet.example.com'),
    text,
  );
const used = { GITHUB_ACTION_REPOSITORY: 'uv-deploy/uv-deploy', GITHUB_ACTION_REF: 'v1', GITHUB_API_URL: github.url };
const inputs = { server: server.url, token: server.apiKey, 'github-token': github.createToken({}) };

const APP = `import json
from pathlib import Path

import plotly.express as px
from fastapi import FastAPI

app = FastAPI()
`;

/** A check of a project with two mistakes: the annotations, and the summary. */
async function takeFailure(): Promise<void> {
  const workspace = await makeProject('fastapi', folder, { uv, cacheDir });
  await writeFile(join(workspace, 'app.py'), APP);
  await writeFile(join(workspace, '.python-version'), '3.10\n');
  const run = await runAction({ workspace, inputs: { mode: 'check', platform: 'ricochet' }, env: used, withUv: true });
  const marked = run.annotations.filter(({ level, file }) => level === 'error' && file !== undefined);
  const shown = await Promise.all(
    ['import-missing', 'incompatible-pin']
      .flatMap((code) => {
        const annotation = marked.find(({ title }) => title === code);
        return annotation === undefined ? [] : [annotation];
      })
      .map(async (annotation) => ({
        annotation,
        lines: (await readFile(join(workspace, annotation.file ?? ''), 'utf8')).split('\n'),
        job: 'deploy',
      })),
  );
  if (shown.length !== 2) throw new Error(`The check found something else: ${run.titles().join(', ')}.`);
  await photograph(annotated(shown), WIDTH, join(OUT, 'annotation.png'));
  const head = '<b>deploy</b> summary';
  await photograph(framed(head, readable(run.summary), renderer), WIDTH, join(OUT, 'summary.png'));
}

/** A preview of a change to an app that is live: the comment on the pull request. */
async function takeComment(): Promise<void> {
  const number = github.pulls.open();
  const workspace = await makeProject('fastapi', folder, { uv, cacheDir });
  const config = join(workspace, '_ricochet.toml');
  await writeFile(config, (await readFile(config, 'utf8')).replace('[content]', '[content]\nslug = "greeter"'));
  const common = {
    ...{ workspace, withUv: true, temp: join(folder, 'temp') },
    inputs: { ...inputs, 'health-check-path': '/health' },
    env: { ...used, ...cache.environment() },
  };
  const live = await runAction(common);
  await runAction({ ...common, state: live.state });
  await writeFile(join(workspace, 'data/name.txt'), 'everybody\n');
  await writeFile(join(workspace, 'data/more.txt'), 'new\n');
  const event = JSON.parse(JSON.stringify(pullRequest(number)).replace('a'.repeat(40), COMMIT));
  const preview = await runAction({ ...common, event });
  for (const { outputs, log } of [live, preview]) if (outputs.status !== 'deployed') throw new Error(log);
  const [comment] = github.comments.of(number);
  if (comment === undefined) throw new Error('There is no comment.');
  const head = '<b>github-actions</b> <span class="muted">bot commented now</span>';
  await photograph(framed(head, readable(comment.body), renderer), WIDTH, join(OUT, 'comment.png'));
}

try {
  await mkdir(OUT, { recursive: true });
  await takeFailure();
  await takeComment();
  console.log(`Look at the pictures in ${OUT}.`);
} finally {
  await Promise.all([server.close(), github.close(), cache.close()]);
  await rm(folder, { recursive: true, force: true });
}
