import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { allPlatforms } from '../../src/platforms/index.ts';
import { SELF_ACTION, selfAction } from '../tools/self-action.mjs';

const root = resolve(import.meta.dirname, '../..');
const read = (name: string): string => readFileSync(join(root, name), 'utf8');

type Described = { readonly description: string };
const action = parse(read('action.yml')) as {
  inputs: Record<string, Described & { default: string }>;
  outputs: Record<string, Described>;
};

const workflow = parse(read('.github/workflows/deploy.yml')) as {
  on: {
    workflow_call: {
      inputs: Record<string, Described & { type: string; default: unknown }>;
      secrets: Record<string, Described & { required: boolean }>;
      outputs: Record<string, Described & { value: string }>;
    };
  };
  jobs: Record<
    string,
    {
      permissions?: unknown;
      outputs: Record<string, string>;
      steps: { id?: string; uses?: string; env?: object; with?: Record<string, unknown> }[];
    }
  >;
};
const PLATFORMS = await allPlatforms();
const { inputs, secrets, outputs } = workflow.on.workflow_call;
const [job] = Object.values(workflow.jobs);
const step = job?.steps.find(({ id }) => id === 'run');

test('the second action.yml is the first, with its paths seen from where it lies: see npm run build', () => {
  expect(read(SELF_ACTION)).toBe(selfAction(read('action.yml')));
  const { runs } = parse(read(SELF_ACTION)) as { runs: { main: string; post: string } };
  expect(resolve(root, SELF_ACTION, '..', runs.main)).toBe(join(root, 'dist/index.js'));
  expect(resolve(root, SELF_ACTION, '..', runs.post)).toBe(join(root, 'dist/index.js'));
});

describe('the reusable workflow', () => {
  /** The token is the job's own, the environment is the workflow's, and a file would die with the job. */
  const LEFT_OUT = ['github-token', 'github-deployment', 'sarif-path'];
  const SECRETS = ['token', 'secret'];
  /** What goes on around the action: where the job runs, and the steps before. */
  const OWN = [
    ...['environment', 'runs-on', 'timeout-minutes'],
    ...['lfs', 'submodules', 'uv-version', 'ca-certificates'],
  ];
  /** Credentials under the names by which `secrets: inherit` brings them. */
  const INHERITED = PLATFORMS.flatMap(({ credentials: { token, secret, single } }) =>
    [token, secret?.env, single].filter((name) => name !== undefined),
  );

  test('has the inputs of the action, with their names, defaults and, but for two, their descriptions', () => {
    const shared = Object.keys(action.inputs).filter((name) => ![...LEFT_OUT, ...SECRETS].includes(name));
    expect(Object.keys(inputs)).toEqual([...shared, ...OWN]);
    for (const name of shared) {
      expect(String(inputs[name]?.default || ''), name).toBe(action.inputs[name]?.default.replace(/^false$/, ''));
      if (name !== 'env' && name !== 'server') {
        expect(inputs[name]?.description, name).toBe(action.inputs[name]?.description);
      }
    }
  });

  test('says of every input which type it has', () => {
    for (const [name, { type, default: value }] of Object.entries(inputs)) expect(typeof value, name).toBe(type);
  });

  test('takes secrets by name, and needs none', () => {
    expect(Object.keys(secrets)).toEqual([...SECRETS, 'env', 'index-credentials', ...INHERITED]);
    for (const { required } of Object.values(secrets)) expect(required).toBe(false);
  });

  test('hands every input and secret on to the action of its own commit', () => {
    expect(`${step?.uses}/action.yml`).toBe(`$/${SELF_ACTION}`);
    const given = step?.with ?? {};
    expect(Object.keys(given)).toEqual(Object.keys(action.inputs).filter((name) => !LEFT_OUT.includes(name)));
    for (const [name, value] of Object.entries(given)) {
      expect(value, name).toContain(SECRETS.includes(name) ? `secrets.${name} ` : `inputs.${name} `);
    }
  });

  test('hands the credentials that are inherited on as the variables that the action reads', () => {
    const variables = INHERITED.map((name) => [name, `\${{ secrets.${name} }}`]);
    expect(step?.env).toEqual(Object.fromEntries(variables));
  });

  test('hands every output back, but for the paths of files that are gone by then', () => {
    const names = Object.keys(action.outputs).filter((name) => !name.endsWith('-path'));
    expect(Object.keys(outputs)).toEqual(names);
    expect(job?.outputs).toEqual(Object.fromEntries(names.map((name) => [name, `\${{ steps.run.outputs.${name} }}`])));
    for (const name of names) {
      expect(outputs[name]).toEqual({
        description: action.outputs[name]?.description,
        value: `\${{ jobs.uv-deploy.outputs.${name} }}`,
      });
    }
  });

  test('asks for no permission itself: every caller would have to grant it, whatever it calls the workflow for', () => {
    expect(Object.keys(workflow.jobs)).toEqual(['uv-deploy']);
    expect(job?.permissions).toBeUndefined();
    expect(workflow).not.toHaveProperty('permissions');
  });
});
