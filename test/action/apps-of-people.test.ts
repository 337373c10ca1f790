import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { createWorkplace } from '../emulators/workplace.ts';
import { places } from '../tools/attempts.ts';
import { runCase } from '../tools/in-process.ts';

const place = createWorkplace();
afterAll(() => place.clear());

/** Whole apps as different people write them, none with a platform's own file. On each platform they are meant for: content type and entrypoint. */
const APPS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'fastapi-routers': {
    ricochet: 'fast-api, app/main.py',
    connect: 'python-fastapi, app.main',
    'clever-cloud': 'fastapi, app/main.py',
  },
  'flask-factory': { ricochet: 'flask, wsgi.py', connect: 'python-api, wsgi', 'clever-cloud': 'flask, wsgi.py' },
  'streamlit-pages': {
    ricochet: 'streamlit, streamlit_app.py',
    connect: 'python-streamlit, streamlit_app',
    'clever-cloud': 'streamlit, streamlit_app.py',
  },
  'dash-pages': { connect: 'python-dash, app' },
  'shiny-express': {
    ricochet: 'shiny-py, app.py',
    connect: 'python-shiny, shiny.express.app:app_2e_py',
    'clever-cloud': 'shiny, app.py',
  },
  'gradio-blocks': {
    ricochet: 'python-service, app.py',
    connect: 'python-gradio, app',
    'clever-cloud': 'gradio, app.py',
  },
  'panel-template': { connect: 'python-panel, app', 'clever-cloud': 'panel, app.py' },
  'nicegui-board': { ricochet: 'python-service, main.py', 'clever-cloud': 'app, main.py' },
  'nightly-job': { ricochet: 'python, main.py', 'clever-cloud': 'task, main.py' },
  'src-scripts': { ricochet: 'python, src/invoicer/cli.py', 'clever-cloud': 'task, src/invoicer/cli.py' },
  'packaged-tool': { 'clever-cloud': 'task, src/stock_watch/__init__.py' },
  'notebook-report': { connect: 'jupyter-static, report.ipynb' },
};

const check = async (workspace: string, inputs: Readonly<Record<string, string>>) =>
  runCase({ workspace, inputs: { mode: 'check', preflight: 'static', ...inputs }, withUv: true });

const shownApp = (summary: string): string | undefined =>
  /^\| App \| (.*?) \|$/m.exec(summary)?.[1]?.replaceAll('\\', '');

describe('an app as somebody would write it', () => {
  test.each(Object.entries(APPS))(
    '%s is known for what it is on each platform, without a word',
    async (name, known) => {
      const workspace = await place.project(name);
      for (const [platform, app] of Object.entries(known)) {
        const run = await check(workspace, { platform });
        expect([platform, ...places(run)]).toEqual([platform]);
        expect(shownApp(run.summary)).toBe(app);
      }
    },
  );

  test.each([
    ['ricochet', 'warning'],
    ['clever-cloud', 'error'],
  ] as const)(
    'dash-pages is known on %s, too, which looks for it on another port than it writes down',
    async (platform, level) => {
      const run = await check(await place.project('dash-pages'), { platform });
      expect([shownApp(run.summary), ...places(run)]).toEqual([
        ...(level === 'error' ? [undefined] : ['dash, app.py']),
        'app-port-fixed app.py:20',
      ]);
      expect(run.titles(level)).toEqual(['app-port-fixed']);
    },
  );

  test('fastapi-routers is a web app on deploymill, which only misses the file that would tell more', async () => {
    const run = await check(await place.project('fastapi-routers'), { platform: 'deploymill' });
    expect(run.titles()).toEqual(['project-json-missing']);
    expect(shownApp(run.summary)).toBe('web, app/main.py');
  });

  test.each(['marimo-report', 'panel-template'])(
    '%s is a web app on ricochet, never a task: how it is started is asked',
    async (name) => {
      const run = await check(await place.project(name), { platform: 'ricochet' });
      expect(run.titles()).toEqual(['content-type-unknown']);
      expect(run.annotations[0]?.message).toContain('python-service');
    },
  );

  test.each([
    ['nightly-job', 'connect', 'main.py is a plain script'],
    ['nicegui-board', 'connect', 'main.py is a program that serves itself (it imports nicegui)'],
    ['notebook-report', 'ricochet', 'report.ipynb is a notebook'],
    ['notebook-report', 'clever-cloud', 'run-command = ".venv/bin/voila report.ipynb'],
    ['packaged-tool', 'ricochet', 'from stock_watch import main` and `main()'],
    ['packaged-tool', 'connect', 'src/stock_watch/__init__.py is a plain script'],
    ['quarto', 'clever-cloud', 'is a Quarto document, and Clever Cloud has no Quarto'],
  ])('%s, which is not meant for %s, is named with what it is', async (name, platform, kind) => {
    const run = await check(await place.project(name), { platform });
    expect(run.titles()).toEqual(['entrypoint-not-found']);
    expect(run.annotations[0]?.message).toContain(kind);
  });

  test('the member of a workspace is deployed to Connect with what it needs of the others', async () => {
    const workspace = await place.project('workspace-member');
    const run = await check(workspace, { platform: 'connect', 'working-directory': join('apps', 'api') });
    expect(places(run)).toEqual([]);
    expect(shownApp(run.summary)).toBe('python-fastapi, main');
  });

  test.each(['ricochet', 'connect', 'clever-cloud'])(
    'the root of a workspace that has nothing of its own names its members on %s',
    async (platform) => {
      const run = await check(await place.project('workspace-member'), { platform });
      expect(run.titles()).toEqual(['workspace-root']);
      expect(run.annotations[0]?.message).toContain('working-directory: apps/api');
    },
  );
});
