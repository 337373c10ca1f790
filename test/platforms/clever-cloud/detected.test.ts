import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CleverCloudServer } from '../../emulators/clever-cloud/server.ts';
import { createWorkplace } from '../../emulators/workplace.ts';
import { runStep, type StepRun } from '../../tools/in-process.ts';
import { uv } from '../../tools/uv.ts';
import { unique } from './steps.ts';

const place = createWorkplace();
let server: CleverCloudServer;
beforeAll(async () => {
  server = await place.cleverCloud({ patienceMs: 90_000 });
  server.knobs.domain = (id, url) => `${url.replace('http://', '')}/${id.replace('_', '-')}/`;
});
afterAll(() => place.clear());

const good = ({ exitCode, lines, findings }: StepRun, command: string): void => {
  expect(findings.filter(({ level }) => level !== 'notice')).toEqual([]);
  expect(exitCode).toBe(0);
  expect(lines.find((line) => line.startsWith('Run command:'))).toMatch(command);
};

describe('an app that nobody describes is started as its code asks for', () => {
  it.each([
    ['fastapi', '.venv/bin/uvicorn app:app --host 0.0.0.0 --port 8080'],
    ['flask', '.venv/bin/flask --app app:app run --host 0.0.0.0 --port 8080'],
    ['dash', '.venv/bin/python app.py'],
    ['shiny', '.venv/bin/shiny run --host 0.0.0.0 --port 8080 app.py'],
    ['gradio', '.venv/bin/python app.py'],
  ] as const)('%s, tried out on the runner', async (name, command) => {
    const workspace = await place.project(name);
    const inputs = { platform: 'clever-cloud', mode: 'check', preflight: 'start' };
    const done = await runStep({ workspace, inputs, uv });
    good(done, `Run command: ${command}`);
    expect(done.lines).toContain('The app starts and is healthy on this runner.');
  });

  // Panel redirects from its root.
  it.each([
    ['fastapi', '', '.venv/bin/uvicorn app:app --host 0.0.0.0 --port 8080', '/'],
    ['flask', '', '.venv/bin/flask --app app:app run --host 0.0.0.0 --port 8080', '/'],
    ['flask', 'gunicorn>=23', '.venv/bin/gunicorn --bind 0.0.0.0:8080 app:app', '/'],
    ['flask', 'waitress>=3', '.venv/bin/waitress-serve --host 0.0.0.0 --port 8080 app:app', '/'],
    ['dash', '', '.venv/bin/python app.py', '/'],
    ['shiny', '', '.venv/bin/shiny run --host 0.0.0.0 --port 8080 app.py', '/'],
    ['streamlit', '', '.venv/bin/streamlit run app.py --server.address=0.0.0.0 --server.port=8080', '/'],
    ['panel', '', '.venv/bin/panel serve app.py --address 0.0.0.0 --port 8080', '/app'],
  ] as const)('%s %s, deployed, and it answers', async (name, extra, command, path) => {
    const app = unique();
    const workspace = await place.project(name, async (folder) => {
      const file = join(folder, 'pyproject.toml');
      const text = await readFile(file, 'utf8');
      const more = extra === '' ? '' : `, "${extra}"`;
      await writeFile(
        file,
        `${text.replace(/(dependencies = \[.*)\]/, `$1${more}]`)}\n[tool.uv-deploy]\nname = "${app}"\n[tool.uv-deploy.clever-cloud]\nowner = "Example"\n`,
      );
    });
    const { url, token, secret } = server;
    const inputs = { platform: 'clever-cloud', mode: 'deploy', preflight: 'static', server: url, token, secret };
    const done = await runStep({ workspace, inputs: { ...inputs, 'health-check-path': path }, uv });
    good(done, command);
    expect(done.outputs).toMatchObject({ status: 'deployed', health: expect.stringContaining('"status":200') });
    expect((await fetch(`${done.outputs.url}${path}`)).status).toBe(200);
  });
});
