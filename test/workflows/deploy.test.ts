import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { HOST_FOLDER, type JobRun, type WorkflowRun } from '../tools/workflow-host.ts';
import { dispatch, pullRequest, push, schedule } from './events.ts';
import { type Caller, createWorld, type World } from './world.ts';

let world: World;

beforeAll(async () => {
  if (HOST_FOLDER) world = await createWorld();
});
afterAll(async () => world?.close());

type Call = {
  readonly on?: string;
  readonly permissions?: string;
  /** The call's inputs, as YAML. */
  readonly inputs?: readonly string[];
  readonly strategy?: string;
  readonly secrets?: boolean;
};

/** A workflow that calls ours, and shows what it hands back. */
const caller = ({ on = 'push', permissions = 'contents: read', inputs = [], strategy, secrets = true }: Call) => `
on: ${on}
permissions:
  ${permissions}
jobs:
  deploy:
    ${strategy ?? ''}
    uses: uv-deploy/uv-deploy/.github/workflows/deploy.yml@v1
    with:
      server: ${world.server.url}
      health-check-timeout: 60
${inputs.map((line) => `      ${line}\n`).join('')}
    ${secrets ? 'secrets:\n      token: ${{ secrets.RICOCHET_API_KEY }}' : ''}
  after:
    needs: deploy
    runs-on: ubuntu-latest
    outputs:
      deploy: \${{ steps.show.outputs.deploy }}
    steps:
      - id: show
        env:
          DEPLOY: \${{ toJSON(needs.deploy.outputs) }}
        run: printf 'deploy<<end\\n%s\\nend\\n' "$DEPLOY" >> "$GITHUB_OUTPUT"
`;

const COMMENTS = 'contents: read\n  pull-requests: write';

const app = async (name: string, call: Call): Promise<{ repository: Caller; sha: string }> => {
  const repository = await world.caller({ '.': { fixture: 'service', name } });
  return { repository, sha: await repository.commit({ '.github/workflows/deploy.yml': caller(call) }) };
};

/** The job in which the action ran. */
const theJob = ({ jobs }: WorkflowRun): JobRun | undefined => jobs['deploy / uv-deploy'];
const annotated = ({ annotations }: WorkflowRun) => annotations.map(({ level, title }) => `${level} ${title}`);
/** What a job after it gets to see. */
const handedBack = ({ jobs }: WorkflowRun) => JSON.parse(jobs['after']?.outputs['deploy'] ?? '{}');
const items = (name: string) =>
  world.server
    .items()
    .map((item) => item.name)
    .filter((one) => one.startsWith(name))
    .sort();
const comments = (number: number) => world.github.state.comments.filter(({ _n }) => _n === number);

describe.skipIf(!HOST_FOLDER)('a workflow that calls the reusable one', () => {
  test('deploys what is pushed, to production, and hands back where it answers', async () => {
    const { repository, sha } = await app('Pushed', {});
    const run = await repository.run('deploy.yml', push(sha));
    expect(run).toMatchObject({ conclusion: 'success', annotations: [] });
    const { status, url, id, health } = handedBack(run);
    expect(status).toBe('deployed');
    expect(await (await fetch(url)).text()).toContain('/');
    expect(world.server.items().find((item) => item.id === id)?.name).toBe('Pushed');
    expect(JSON.parse(health)).toMatchObject([{ path: '/', status: 200 }]);
    expect(theJob(run)?.environment).toEqual({ name: 'production', url });

    const again = await repository.run('deploy.yml', push(await repository.commit()));
    expect(handedBack(again)).toMatchObject({ status: 'unchanged', url, 'cache-hit': 'true' });
  });
});
