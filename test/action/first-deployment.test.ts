import { afterAll, describe, expect, test } from 'vitest';
import type { RicochetServer } from '../emulators/ricochet/server.ts';
import { createWorkplace } from '../emulators/workplace.ts';
import type { ActionOptions, ActionRun } from '../tools/action.ts';
import { expectDecency, theOne } from '../tools/attempts.ts';
import { runCase } from '../tools/in-process.ts';

const place = createWorkplace();
afterAll(() => place.clear());

const LIST = 'GET /api/v0/user/items';
const TOML = 'GET /api/v0/content/:id/toml';
const UPLOAD = 'POST /api/v0/content/upload';

const config = (name: string, more = '') =>
  `[content]\nname = "${name}"\n${more}\nentrypoint = "serve.py"\naccess_type = "external"\ncontent_type = "python-service"\n\n[language]\nname = "python"\npackages = "uv.lock"\n`;
const project = (name: string, more?: string) => place.project('service', { '_ricochet.toml': config(name, more) });

const run = async (
  server: RicochetServer,
  workspace: string,
  options: Partial<ActionOptions> = {},
): Promise<ActionRun> => {
  const done = await runCase({
    workspace,
    ...options,
    inputs: { server: server.url, token: server.apiKey, preflight: 'static', ...options.inputs },
  });
  expectDecency(done);
  return done;
};

const json = (value: unknown) => ({
  status: 200,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(value),
});

describe.concurrent('an answer that can not be understood', () => {
  const ROW = { id: '01K00000000000000000000000', name: 'Rows', slug: null, content_type: 'python-service' };

  test.each([
    ['an id that is none', { ...ROW, id: 7 }],
    ['no name', { ...ROW, name: null }],
    ['a slug that is no text', { ...ROW, slug: { of: 'rows' } }],
    ['nothing', null],
  ])('in a list of items, a row with %s, ends the run before anything is sent', async (_, row) => {
    const server = await place.start();
    server.faults.add({ on: LIST, answer: json([{ ...ROW, name: 'Other' }, row]) });
    const done = await run(server, await project('Rows'));
    expect(done.titles('error')).toEqual(['unreadable-row']);
    expect(theOne(done, 'unreadable-row').message).toContain('row 2 of the 2');
    expect(server.requests.matching(UPLOAD)).toEqual([]);
    expect(server.items()).toEqual([]);
    await server.close();
  });

  test('does not include content of types that are not known', async () => {
    const server = await place.start();
    server.faults.add({ on: LIST, answer: json([{ ...ROW, name: 'Other', content_type: 'holo-deck', new: {} }]) });
    const done = await run(server, await project('Types'));
    expect(done.outputs.status).toBe('deployed');
    await server.close();
  });

  test.each(['= no TOML', '', '[language]\nname = "python"', '<!doctype html><p>Sign in'])(
    'as the settings of an item, %j, is a sentence about the server',
    async (body) => {
      const server = await place.start();
      server.faults.add({ on: TOML, answer: { status: 200, body } });
      const done = await run(server, await project('Settings'));
      expect(done.titles('error')).toEqual(['not-ricochet']);
      expect(done.outputs.id).toBe(server.items()[0]?.id);
      await server.close();
    },
  );
});

describe.concurrent('two first deployments at once', () => {
  /** Both have looked before either uploads. */
  const race = async (name: string, more = '', env = '') => {
    const server = await place.start();
    let arrived = 0;
    let open = () => {};
    const both = new Promise<void>((done) => {
      open = done;
    });
    server.faults.add({
      ...{ on: UPLOAD, times: 2 },
      meanwhile: () => {
        arrived += 1;
        if (arrived === 2) open();
        return both;
      },
    });
    const workspaces = await Promise.all([project(name, more), project(name, more)]);
    const runs = await Promise.all(workspaces.map((one) => run(server, one, { inputs: { env } })));
    expect(runs.map(({ outputs }) => outputs.status)).toEqual(['deployed', 'deployed']);
    const [item, ...others] = server.items();
    expect(others).toEqual([]);
    expect(runs.map(({ outputs }) => outputs.id)).toEqual([item?.id, item?.id]);
    expect(server.deployments(item?.id ?? '')).toHaveLength(2);
    const later = await run(server, workspaces[0] ?? '');
    expect(later.outputs).toMatchObject({ status: 'deployed', id: item?.id });
    await server.close();
  };

  test.each([1, 2, 3])('leave one item, and both are deployed there (trial %i)', () => race('Twins'));
  test('leave one item where it has a slug', () => race('Slugged', 'slug = "slugged"'));
  test('set the variables of both', () => race('Varied', '', 'GREETING=hello'));
});

test('several items of one name are named with their addresses and the line that chooses one', async () => {
  const server = await place.start();
  const [first, second] = [await project('Double'), await project('Double')];
  await run(server, first);
  server.faults.add({ on: LIST, times: 3, answer: json([]) });
  await run(server, second);
  server.faults.clear();
  const [one, other] = server.items();
  const done = await run(server, first);
  expect(done.titles('error')).toEqual(['several-items']);
  const { message } = theOne(done, 'several-items');
  for (const item of [one, other]) expect(message).toContain(`${item?.id} (${server.url}/${item?.id}, deployed)`);
  expect(message).toContain(`\`id: ${one?.id}\``);
  const chosen = await run(server, first, { inputs: { id: other?.id ?? '' } });
  expect(chosen.outputs).toMatchObject({ status: 'deployed', id: other?.id });
  await server.close();
});
