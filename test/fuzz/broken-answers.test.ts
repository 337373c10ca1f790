import { mkdir, writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Context } from '../../src/ports/context.ts';
import { createHttp, type Http } from '../../src/ports/http/http.ts';
import { createWorkplace } from '../emulators/workplace.ts';
import { createHastyClock, runStep, type StepRun } from '../tools/in-process.ts';
import { type Lie, lieName, listening, lying } from './answers.ts';

// Every field of every answer of the emulated servers is replaced by null, a number, a huge text and nothing, in whole runs. All of
// them run with UV_DEPLOY_FUZZ=all; else every so many of each scenario.

const RUNS_PER_SCENARIO = process.env.UV_DEPLOY_FUZZ === 'all' ? Number.POSITIVE_INFINITY : 40;

type Subject = {
  readonly name: string;
  workspace(version: string): Promise<string>;
  inputs(): Readonly<Record<string, string>>;
  /** The ids of the items on the server. */
  items(): readonly string[];
  /** Whether an item's live release is this one. */
  isLive(id: string, release: string): boolean;
  remove(id: string): Promise<void>;
};

const place = createWorkplace();
let subjects: readonly Subject[] = [];
const subject = (name: string): Subject => {
  const found = subjects.find((one) => one.name === name);
  if (found === undefined) throw new Error(`There is no ${name}.`);
  return found;
};

beforeAll(async () => {
  const [ricochet, connect] = await Promise.all([place.start(), place.connect()]);
  // Whether packages install is not asked here.
  ricochet.force('success', 20_000);
  const page = async (version: string) => {
    const workspace = place.path(`page-${version}`);
    await mkdir(workspace, { recursive: true });
    await writeFile(`${workspace}/index.html`, `<title>${version}</title>`);
    return workspace;
  };
  subjects = [
    {
      name: 'ricochet',
      workspace: (version) => place.project('script', { 'data.txt': version }),
      inputs: () => ({ platform: 'ricochet', server: ricochet.url, token: ricochet.apiKey }),
      items: () => ricochet.items().map(({ id }) => id),
      isLive: (id, release) => ricochet.items().some((one) => one.id === id && one.current === release),
      remove: async (id) => {
        const headers = { authorization: `Key ${ricochet.apiKey}` };
        await fetch(`${ricochet.url}/api/v0/content/${id}`, { method: 'DELETE', headers });
      },
    },
    {
      name: 'connect',
      workspace: page,
      inputs: () => ({ platform: 'connect', server: connect.url, token: connect.apiKey, name: 'page' }),
      items: () => connect.content().map(({ guid }) => guid),
      isLive: (id, release) => connect.content().some((one) => one.guid === id && String(one.bundle_id) === release),
      remove: async (id) => {
        const headers = { authorization: `Key ${connect.apiKey}` };
        await fetch(`${connect.url}/__api__/v1/content/${id}`, { method: 'DELETE', headers });
      },
    },
  ];
});
afterAll(() => place.clear());

type Scenario = {
  readonly name: string;
  /** What is on the server before. */
  readonly before: readonly ('app' | 'preview')[];
  readonly inputs: Readonly<Record<string, string>>;
  readonly statuses: readonly string[];
};

const PULL_REQUEST = { mode: 'preview', 'pull-request': '7' };
const SCENARIOS: readonly Scenario[] = [
  { name: 'a first deployment', before: [], inputs: { mode: 'deploy' }, statuses: ['deployed'] },
  {
    name: 'an update with a variable',
    before: ['app'],
    inputs: { mode: 'deploy', env: 'GREETING=good morning' },
    statuses: ['deployed'],
  },
  { name: 'a first preview', before: ['app'], inputs: PULL_REQUEST, statuses: ['deployed'] },
  {
    name: 'the removal of a preview',
    before: ['app', 'preview'],
    inputs: { mode: 'teardown', 'pull-request': '7' },
    statuses: ['removed'],
  },
];

const runs = new Map<string, Promise<string>>();
/** Projects are made once for each content. */
const workspaceOf = (one: Subject, version: string): Promise<string> => {
  const key = `${one.name} ${version}`;
  const made = runs.get(key) ?? one.workspace(version);
  runs.set(key, made);
  return made;
};

const CONTEXT: Partial<Context> = { hosted: false };

const run = async (one: Subject, version: string, inputs: Readonly<Record<string, string>>, http: Http) =>
  runStep({
    workspace: await workspaceOf(one, version),
    inputs: { ...one.inputs(), preflight: 'static', comment: 'false', ...inputs },
    http,
    clock: createHastyClock(),
    context: CONTEXT,
  });

/** Brings the server to where the scenario begins. */
async function begin(one: Subject, { before }: Scenario, http: Http): Promise<void> {
  for (const id of one.items()) await one.remove(id);
  for (const what of before) {
    const { outputs, findings } = await run(one, 'first', what === 'app' ? { mode: 'deploy' } : PULL_REQUEST, http);
    expect(outputs.status, JSON.stringify(findings)).toBe('deployed');
  }
}

/** What every run owes, whatever it was told. */
function judge(one: Subject, scenario: Scenario, before: readonly string[], { exitCode, findings, outputs }: StepRun) {
  const status = outputs.status ?? '';
  const errors = findings.filter(({ level }) => level === 'error');
  const told = JSON.stringify(findings).slice(0, 2_000);
  expect(
    findings.map(({ code }) => code),
    told,
  ).not.toContain('unexpected');
  expect(told).not.toMatch(/\bundefined\b|\[object|\bNaN\b/);
  for (const { message, remedy = '' } of findings) {
    expect(message).toMatch(/^\S.{10,}/);
    expect(remedy, message).toMatch(/^[A-Z`]/);
  }
  const now = one.items();
  const added = now.filter((id) => !before.includes(id));
  // On Connect a preview is a draft of the app's own content.
  expect(added.length, `items were added: ${told}`).toBeLessThanOrEqual(
    scenario.before.length === 0 || 'pull-request' in scenario.inputs ? 1 : 0,
  );
  if (exitCode !== 0) {
    expect(['failed', 'timed-out']).toContain(status);
    expect(errors.length).toBeGreaterThan(0);
    return;
  }
  expect(errors).toEqual([]);
  expect([...scenario.statuses, 'unchanged']).toContain(status);
  const isPreview = 'pull-request' in scenario.inputs;
  if (status === 'deployed' && !(isPreview && added.length === 0)) {
    expect(one.isLive(outputs.id ?? '', outputs['deployment-id'] ?? ''), `green, and not live: ${told}`).toBe(true);
  }
}

describe.each(['ricochet', 'connect'])('Whatever %s answers', (name) => {
  test.each(SCENARIOS)('$name ends with a sentence, one item and the truth', async (scenario) => {
    const one = subject(name);
    const http = createHttp();
    const lies = new Map<string, Lie>();
    await begin(one, scenario, http);
    const before = one.items();
    const honest = await run(one, 'second', scenario.inputs, listening(http, lies));
    expect(scenario.statuses, JSON.stringify(honest.findings)).toContain(honest.outputs.status);
    judge(one, scenario, before, honest);

    const every = Math.max(1, Math.ceil(lies.size / RUNS_PER_SCENARIO));
    const chosen = [...lies.values()].filter((_, index) => index % every === 0);
    const wrong: string[] = [];
    for (const lie of chosen) {
      await begin(one, scenario, http);
      const before = one.items();
      const done = await run(one, 'second', scenario.inputs, lying(http, lie));
      try {
        judge(one, scenario, before, done);
      } catch (error) {
        wrong.push(`${lieName(lie)}: ${(error as Error).message.slice(0, 600)}`);
      }
    }
    console.log(`${name}, ${scenario.name}: ${chosen.length} of ${lies.size} runs, ${wrong.length} wrong`);
    expect(wrong).toEqual([]);
  });
});
