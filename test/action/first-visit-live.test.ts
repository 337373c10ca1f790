import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ConnectServer } from '../emulators/connect/server.ts';
import type { RicochetServer } from '../emulators/ricochet/server.ts';
import { createWorkplace } from '../emulators/workplace.ts';
import { runAction } from '../tools/action.ts';
import { places } from '../tools/attempts.ts';
import { createConnectRuns } from '../tools/connect.ts';

const place = createWorkplace();
const { run } = createConnectRuns(place);
let ricochet: RicochetServer;
let connect: ConnectServer;
beforeAll(async () => {
  [ricochet, connect] = await Promise.all([place.start(), place.connect()]);
});
afterAll(() => place.clear());

const NEEDS = 'import os\n\nimport streamlit as st\n\nst.title(os.environ["GREETING_TEXT"])\n';
const LIMIT = { 'health-check-timeout': '90', preflight: 'static' };

const onRicochet = (workspace: string, inputs: Record<string, string>) =>
  runAction({ workspace, inputs: { server: ricochet.url, token: ricochet.apiKey, ...LIMIT, ...inputs } });

describe.concurrent('on ricochet', () => {
  test.each([
    ['streamlit', 'app.py', NEEDS, /KeyError: 'GREETING_TEXT'.*needs the variable GREETING_TEXT/],
    [
      'shiny',
      'app.py',
      'import os\n\nfrom shiny import App, render, ui\n\napp_ui = ui.page_fluid(ui.output_text("text"))\n\n\ndef server(input, output, session):\n    @render.text\n    def text():\n        return {}["nothing"]\n\n\napp = App(app_ui, server)\n',
      /'nothing'/,
    ],
  ])('a %s app that raises for its first visitor fails the step, with what is live', async (name, file, code, says) => {
    const workspace = await place.project(name, { [file]: code });
    const done = await onRicochet(workspace, { name: `Raises ${name}` });
    expect(done.titles('error')).toEqual(['first-visit']);
    expect(done.annotations[0]?.message).toMatch(says);
    // ricochet tells no log of an app, and Shiny no traceback.
    if (name === 'streamlit') expect(done.annotations[0]).toMatchObject({ file: 'app.py', line: 5 });
    expect(done.annotations[0]?.message).toContain(
      `Release ${done.outputs['deployment-id']} is live now. To roll back`,
    );
    expect(done.outputs.status).toBe('failed');
    expect(JSON.parse(done.outputs.health ?? '')).toMatchObject([{ path: '/', status: 200 }]);
  });

  test('the sentence of an exception ends once', async () => {
    const workspace = await place.project('streamlit', {
      'app.py': 'import streamlit\n\nraise ValueError("Say which.")\n',
    });
    const done = await onRicochet(workspace, { name: 'Ends once' });
    expect(done.annotations[0]?.message).toMatch(
      /^Opening the app’s page raises an exception: ValueError: Say which\.\n/,
    );
  });

  test('an app that gets what it needs is visited, with the key that its address asks for', async () => {
    const workspace = await place.project('streamlit', { 'app.py': NEEDS });
    const done = await onRicochet(workspace, { name: 'Well', env: 'GREETING_TEXT=hello' });
    expect(done.annotations).toEqual([]);
    expect(done.log).toContain('The first visit succeeded (Streamlit).');
    expect(done.outputs.status).toBe('deployed');
  });

  test('an app without a page of its own is well', async () => {
    const code =
      'from fastapi import FastAPI\n\napp = FastAPI()\n\n\n@app.get("/predict")\ndef predict():\n    return 1\n';
    const workspace = await place.project('fastapi', { 'app.py': code });
    const done = await onRicochet(workspace, { name: 'Api' });
    expect(done.annotations).toEqual([]);
    expect(JSON.parse(done.outputs.health ?? '')).toMatchObject([{ path: '/', status: 404, attempts: 1 }]);
  });
});

describe('on Connect', () => {
  test.each([
    ['streamlit', 'app.py:5', NEEDS, /needs the variable GREETING_TEXT/],
    [
      'panel',
      'app.py:5',
      'import json\n\nimport panel as pn\n\nsites = json.load(open("/srv/not-there/sites.json"))\npn.panel(sites).servable()\n',
      /opens \/srv\/not-there\/sites\.json/,
    ],
    [
      'bokeh',
      'main.py:5',
      'from bokeh.io import curdoc\nfrom bokeh.models import Div\n\ncurdoc().add_root(Div(text="hi"))\nraise ValueError("late")\n',
      /ValueError: late/,
    ],
  ])('a draft of a %s app whose first visit raises is not activated', async (name, where, code, says) => {
    const [file = ''] = where.split(':');
    const workspace = await place.project(name, { [file]: code });
    const done = await run(connect, { workspace, inputs: { name: `raises-${name}`, ...LIMIT } });
    expect(done.titles('error')).toEqual(['first-visit']);
    expect(places(done)).toContain(`first-visit ${where}`);
    const message = done.annotations.find(({ title }) => title === 'first-visit')?.message;
    expect(message).toMatch(/^The draft, bundle \d+, was not activated\. Nothing is live yet\./);
    expect(message).toMatch(says);
    expect(connect.content().find(({ guid }) => guid === done.outputs.id)?.bundle_id).toBeNull();
  });

  // Each waits for what may still heal.
  test.concurrent.each([
    ['a variable', 'import os\nos.environ["DATABASE_URL"]\n', 'needs the variable DATABASE_URL'],
    ['a module', '__import__("nonesuch_module")\n', "needs the module 'nonesuch_module'"],
  ])('a draft that ends at once for want of %s says so, and nothing of listening', async (name, first, says) => {
    const workspace = await place.project('flask', {
      'app.py': `${first}from flask import Flask\n\napp = Flask(__name__)\n`,
    });
    const begun = performance.now();
    const inputs = {
      name: `crash-${name.slice(2)}`,
      ...LIMIT,
      'health-check-timeout': '300',
    };
    const done = await run(connect, { workspace, inputs });
    expect(done.titles('error')).toEqual(['draft-unhealthy']);
    const message = done.annotations.find(({ title }) => title === 'draft-unhealthy')?.message;
    expect(message).toContain(says);
    expect(message).not.toMatch(/listen|PORT/);
    expect(performance.now() - begun).toBeLessThan(150_000);
  });

  test('a preview is visited, and one that raises says that production did not change', async () => {
    const workspace = await place.project('streamlit', { 'app.py': NEEDS });
    const event = { name: 'pull_request', payload: { action: 'opened', number: 7, pull_request: { number: 7 } } };
    const done = await run(connect, { workspace, event, inputs: { name: 'previewed', comment: 'false', ...LIMIT } });
    expect(done.titles('error')).toEqual(['first-visit']);
    expect(done.annotations.find(({ title }) => title === 'first-visit')?.message).toContain('GREETING_TEXT');
  });
});

describe.each([
  ['panel', 'app.py', 'import panel as pn\n\npn.panel({}["nothing"]).servable()\n'],
  [
    'bokeh',
    'main.py',
    'from bokeh.io import curdoc\nfrom bokeh.models import Div\n\ncurdoc().add_root(Div(text={}["nothing"]))\n',
  ],
])('on Connect below a path, a private app of %s', (name, file, crashes) => {
  let own: ConnectServer;
  let live = '';
  const visits = (log: string) => log.split('The first visit succeeded (Bokeh).').length - 1;
  const on = (pull: number) => ({
    name: 'pull_request',
    payload: { action: 'synchronize', number: pull, pull_request: { number: pull, head: { sha: 'a'.repeat(40) } } },
  });
  beforeAll(async () => {
    own = await place.connect({ root: '/rsc' });
  });

  test('is visited as a draft, and live', async () => {
    const workspace = await place.project(name);
    const done = await run(own, { workspace, inputs: { name: 'app', ...LIMIT } });
    expect([done.titles(), done.outputs.status, visits(done.log)]).toEqual([[], 'deployed', 2]);
    live = done.outputs['deployment-id'] ?? '';
  });

  test('is visited as the draft that is a preview', async () => {
    const workspace = await place.project(name, { 'note.txt': 'more' });
    const done = await run(own, { workspace, event: on(7), inputs: { name: 'app', comment: 'false', ...LIMIT } });
    expect([done.titles('error'), done.outputs.status, visits(done.log)]).toEqual([[], 'deployed', 1]);
    expect(done.outputs.url).toMatch(/_bundle\d+$/);
  });

  test.each([
    ['a preview', on(8), /production did not change/],
    ['a deployment', undefined, /was not activated\. Bundle \d+ stays live/],
  ])('that raises for its first visitor ends %s, and what is live stays', async (_, event, says) => {
    const workspace = await place.project(name, { [file]: crashes });
    const done = await run(own, {
      workspace,
      ...(event && { event }),
      inputs: { name: 'app', comment: 'false', ...LIMIT },
    });
    expect(done.titles('error')).toEqual(['first-visit']);
    expect(done.annotations.find(({ title }) => title === 'first-visit')?.message).toMatch(says);
    expect(String(own.content().find(({ name }) => name === 'app')?.bundle_id)).toBe(live);
  });
});

test('on a Connect without drafts, a Bokeh app that raises for its first visitor is said to be live', async () => {
  const own = await place.connect({ version: '2025.03.0' });
  const code =
    'from bokeh.io import curdoc\nfrom bokeh.models import Div\n\ncurdoc().add_root(Div(text={}["nothing"]))\n';
  const workspace = await place.project('bokeh', { 'main.py': code });
  const done = await run(own, { workspace, inputs: { name: 'app', ...LIMIT } });
  expect(done.titles('error')).toEqual(['first-visit']);
  expect(done.annotations.find(({ title }) => title === 'first-visit')?.message).toMatch(
    /KeyError: 'nothing'[\s\S]*is live now/,
  );
});
