import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { blocks, type Recipe, recipes } from '../tools/pages.ts';
import { type Event, HOST_FOLDER, type WorkflowRun } from '../tools/workflow-host.ts';
import { dispatch, pullRequest, push, schedule } from './events.ts';
import { type Caller, createWorld, type World } from './world.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const ACTIONLINT = join(ROOT, '.tools/bin/actionlint');
const REUSABLE = 'uv-deploy/uv-deploy/.github/workflows/deploy.yml@v1';
const ACTION = 'uv-deploy/uv-deploy@v1';
const SERVER = 'https://ricochet.example.com';

test('the documents have recipes, which name one version', () => {
  expect(recipes().length).toBeGreaterThanOrEqual(18);
  for (const { title, text } of inWorkflows()) {
    for (const [used] of text.matchAll(/uv-deploy\/uv-deploy[^\s]*/g))
      expect([REUSABLE, ACTION], title).toContain(used);
  }
});

/** The blocks without those for another tool, such as pre-commit. */
const inWorkflows = () => blocks().filter(({ text }) => !('repos' in Object(parse(text))));

/** The workflows for ricochet; those for other platforms are run by their own tests. */
const OURS = recipes().filter(({ text }) => text.includes('platform: ricochet'));

/** The lines of a step or of its `with:`, put into a workflow. */
const whole = (text: string): string => {
  const indented = (lines: string, by: string) => lines.replace(/^(?=.)/gm, by);
  const step = text.startsWith('with:') ? `- uses: ${ACTION}\n${indented(text, '  ')}` : text;
  return `on: push\njobs:\n  job:\n    runs-on: ubuntu-latest\n    steps:\n${indented(step, '      ')}`;
};

describe.skipIf(!existsSync(ACTIONLINT))(
  'actionlint, which gets to see our inputs and secrets, has nothing to say to',
  () => {
    let folder: string;
    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'recipes-'));
      await mkdir(join(folder, '.git'));
      await mkdir(join(folder, '.github/workflows'), { recursive: true });
      await mkdir(join(folder, 'uv-deploy/dist'), { recursive: true });
      await writeFile(join(folder, 'uv-deploy/dist/index.js'), '');
      await cp(join(ROOT, 'action.yml'), join(folder, 'uv-deploy/action.yml'));
      await cp(join(ROOT, '.github/workflows/deploy.yml'), join(folder, '.github/workflows/uv-deploy.yml'));
    });
    afterAll(() => rm(folder, { recursive: true, force: true }));

    test.each(inWorkflows().map((block, index) => ({ ...block, index })))('$page, $title', async ({ text, index }) => {
      const parsed: object = Object(parse(text));
      // Some show a job alone; GitHub wants to know when, too.
      const when = 'on' in parsed ? '' : 'on: push\n';
      const workflow = 'jobs' in parsed ? `${when}${text}` : whole(text);
      const file = join(folder, '.github/workflows', `recipe-${index}.yml`);
      await writeFile(
        file,
        workflow.replaceAll(REUSABLE, './.github/workflows/uv-deploy.yml').replaceAll(ACTION, './uv-deploy'),
      );
      const lint = () => execFileSync(ACTIONLINT, ['-no-color', file], { cwd: folder, stdio: 'pipe' });
      expect(() => lint(), await readFile(file, 'utf8')).not.toThrow();
    });
  },
);

describe.skipIf(!HOST_FOLDER)('as it is written, and on every event that it is for,', () => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld();
  });
  afterAll(() => world.close());

  test.each(OURS.map((recipe, index) => ({ ...recipe, index })))(
    '$page, $title: does what it should',
    async (recipe) => {
      const name = `recipe-${recipe.index}`;
      const repository = await repositoryFor(recipe, name);
      const sha = await repository.commit({
        '.github/workflows/recipe.yml': recipe.text.replaceAll(SERVER, world.server.url),
      });
      for (const event of eventsFor(recipe, sha)) {
        const run = await repository.run('recipe.yml', event);
        expect(run.annotations.filter(({ level }) => level !== 'notice')).toEqual([]);
        expect(run.error ?? run.conclusion).toBe('success');
        const told = statuses(run);
        expect(told).not.toEqual([]);
        for (const status of told) expect(['deployed', 'unchanged', 'removed', 'invoked', 'checked']).toContain(status);
      }
      const left = world.server.items().map(({ config }) => config.name);
      expect(left.filter((one) => one.startsWith(name) && one.includes('(PR #'))).toEqual([]);
      expect(world.github.violations).toEqual([]);
    },
  );

  /** A repository with nothing but uv's three files and an app wherever the recipe looks for one. What it runs or removes has been deployed. */
  async function repositoryFor({ text }: Recipe, name: string): Promise<Caller> {
    const invokes = /mode: invoke/.test(text);
    const apps = /app: \[(.+)\]/.exec(text)?.[1]?.split(', ') ?? [];
    const folders = apps.length > 0 ? apps.map((app) => `apps/${app}`) : ['.'];
    const fixture = invokes ? 'script' : 'flask';
    const repository = await world.caller(
      Object.fromEntries(
        folders.map((folder) => [folder, { fixture, name: `${name}-${folder.replace(/\W+/g, '')}x`, bare: true }]),
      ),
    );
    expect((await readdir(join(repository.folder, folders[0] ?? ''))).filter((file) => file !== '.git').sort()).toEqual(
      ['.python-version', invokes ? 'main.py' : 'app.py', 'pyproject.toml', 'uv.lock'],
    );
    const before = invokes ? push : /mode: teardown/.test(text) ? opened : undefined;
    if (before) {
      const sha = await repository.commit({ '.github/workflows/first.yml': first() });
      expect((await repository.run('first.yml', before(sha))).conclusion).toBe('success');
      expect(world.server.items().filter(({ config }) => config.name.startsWith(name))).toHaveLength(1);
    }
    return repository;
  }

  const opened = (sha: string) => pullRequest({ number: 99, sha });

  const first = () => `
on: [push, pull_request]
jobs:
  deploy:
    uses: ${REUSABLE}
    with: { server: "${world.server.url}" }
    secrets: { token: "\${{ secrets.RICOCHET_API_KEY }}" }
`;
});

function eventsFor({ on, text, index }: Recipe & { index: number }, sha: string): Event[] {
  const number = 100 + index;
  const removes = /closed/.test(text);
  const events: Record<string, Event[]> = {
    push: [push(sha)],
    pull_request: [pullRequest({ number, sha }), ...(removes ? [pullRequest({ number, sha, action: 'closed' })] : [])],
    schedule: [schedule(sha)],
    workflow_dispatch: [dispatch(sha, /inputs\.commit/.test(text) ? { commit: sha } : {})],
  };
  return on.flatMap((name) => events[name] ?? []);
}

/** What the runs of the action say: as a job's output behind the reusable workflow, as a step's elsewhere. */
const statuses = ({ jobs }: WorkflowRun): string[] =>
  Object.values(jobs).flatMap(({ outputs, steps }) =>
    [outputs['status'], ...steps.map((step) => step.outputs['status'])].filter((status) => status !== undefined),
  );
