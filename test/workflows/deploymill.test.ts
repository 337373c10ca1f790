import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { filesOf } from '../platforms/deploymill/project.ts';
import { blocks, recipe, recipes } from '../tools/pages.ts';
import { HOST_FOLDER, type WorkflowRun } from '../tools/workflow-host.ts';
import { pullRequest, push } from './events.ts';
import { type Caller, createDeploymillWorld } from './world.ts';

let world: Awaited<ReturnType<typeof createDeploymillWorld>>;
beforeAll(async () => {
  if (HOST_FOLDER) world = await createDeploymillWorld();
});
afterAll(async () => world?.close());

/** A recipe for ricochet, with nothing but the platform, the server and the token switched. */
const switched = (title: string): string =>
  recipe(title)
    .text.replace('platform: ricochet', 'platform: deploymill')
    .replace('https://ricochet.example.com', world.server.url)
    .replaceAll('secrets.RICOCHET_API_KEY', 'secrets.DEPLOYMILL_TOKEN');

const theJob = ({ jobs }: WorkflowRun) => Object.values(jobs)[0];
const errors = ({ annotations }: WorkflowRun) => annotations.filter(({ level }) => level === 'error');
const comments = (number: number) =>
  world.github.state.comments.filter(({ _n }) => _n === number).map(({ body }) => body);
const page = async (url = ''): Promise<string> => (await fetch(`${url}/`)).text();

/** Commits, and pushes to a branch of the repository that deploymill builds from. */
const publish = async (
  repository: Caller,
  branch: string,
  files: Readonly<Record<string, string>>,
): Promise<string> => {
  const sha = await repository.commit(files);
  const remote = `${world.server.url}/git/octo/app`;
  await promisify(execFile)('git', [
    '-C',
    repository.folder,
    'push',
    '--quiet',
    '--force',
    remote,
    `HEAD:refs/heads/${branch}`,
  ]);
  return sha;
};

describe.skipIf(!HOST_FOLDER)('the same workflow, with platform: deploymill,', () => {
  test('deploys what is pushed, and gives a pull request a preview from its opening to its end', async () => {
    const repository = await world.caller({ '.': { fixture: 'service', name: 'shop' } });
    const [app] = world.server.apps();
    if (app === undefined) throw new Error('There is no app.');
    const url = world.server.address(app);
    const serving = (says: string) => ({
      'serve.py': filesOf({ name: 'shop', says }, { id: app.id, url })['serve.py'] ?? '',
    });
    const sha = await publish(repository, 'main', {
      '.github/workflows/deploy.yml': switched('Deploy main, preview pull requests'),
    });
    const pushed = await repository.run('deploy.yml', push(sha));
    expect(errors(pushed)).toEqual([]);
    expect(theJob(pushed)?.outputs).toMatchObject({ status: 'deployed', url, id: app.id });
    expect(await page(url)).toContain('hello');

    const change = async (says: string, action: 'opened' | 'synchronize') =>
      repository.run(
        'deploy.yml',
        pullRequest({ number: 7, sha: await publish(repository, 'topic', serving(says)), action }),
      );
    const opened = await change('first draft', 'opened');
    expect(errors(opened)).toEqual([]);
    const preview = theJob(opened)?.outputs['url'] ?? '';
    expect(preview).not.toBe(url);
    expect(await page(preview)).toContain('first draft');
    expect(theJob(opened)?.environment).toEqual({ name: 'preview-pr-7', url: preview });
    expect(comments(7)).toEqual([expect.stringContaining(preview)]);

    const updated = await change('second draft', 'synchronize');
    expect(errors(updated)).toEqual([]);
    expect(theJob(updated)?.outputs['url']).toBe(preview);
    expect(await page(preview)).toContain('second draft');
    expect(await page(url)).toContain('hello');

    const closed = await repository.run('deploy.yml', pullRequest({ number: 7, sha, action: 'closed' }));
    expect(errors(closed)).toEqual([]);
    expect(theJob(closed)?.outputs['status']).toBe('removed');
    expect(world.server.apps()).toEqual([app]);
    expect(comments(7)).toEqual([expect.stringMatching(/removed/i)]);
    expect(await page(url)).toContain('hello');
  });

  test('checks with the workflow of its page, and with the step of the README', async () => {
    // The Python of the image is not on every machine that runs this.
    const text = (recipes().find((one) => one.page === 'docs/deploymill.md')?.text ?? '').replace(
      ': start',
      ': static',
    );
    const step = blocks().find((one) => one.page === 'README.md' && one.title === 'deploymill')?.text ?? '';
    const repository = await world.caller({ '.': { fixture: 'service', name: 'checked' } });
    const [head = ''] = text.split(/^ *- uses: uv-deploy\//m);
    const sha = await repository.commit({
      '.github/workflows/page.yml': text,
      '.github/workflows/readme.yml': `${head}${step.replace(/^(?=.)/gm, '      ')}`,
    });
    for (const workflow of ['page.yml', 'readme.yml']) {
      const run = await repository.run(workflow, push(sha));
      expect(errors(run)).toEqual([]);
      expect(theJob(run)?.steps.map(({ outputs }) => outputs['status'])).toContain('checked');
    }
  });
});
