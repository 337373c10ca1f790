import { type Changes, last, pyproject, swap } from '../fixtures/variant.ts';
import { lockOf, lockText } from '../tools/lock-text.ts';
import type { Pair, Rows } from './pair.ts';

const on = 'deploymill';
const FILE = '.deploymill/project.json';

/** One text of the Dockerfile in the place of another. */
const dockerfile = (from: string | RegExp, to: string, line: number, more: Partial<Pair> = {}): Pair => ({
  ...{ on, wrong: { Dockerfile: swap(from, to) }, at: `Dockerfile:${line}` },
  ...more,
});
const command = (text: string, more: Partial<Pair> = {}): Pair => dockerfile('["python", "serve.py"]', text, 15, more);
/** One text of project.json in the place of another. */
const json = (from: string | RegExp, to: string, line: number | string, more: Partial<Pair> = {}): Pair => ({
  ...{ on, wrong: { [FILE]: swap(from, to) }, at: `${FILE}:${line}` },
  ...more,
});
const key = (text: string, more: Partial<Pair> = {}): Pair => json('"mounts": []', text, 7, more);

const file = (path: string, text: string, at: string, more: Partial<Pair> = {}): Pair => ({
  ...{ on, wrong: { [path]: text }, at },
  ...more,
});

const BACKEND = '[build-system]\nrequires = ["hatchling"]\nbuild-backend = "hatchling.build"\n';
const WORKER: Changes = {
  [FILE]: '{ "version": 2, "name": "shop", "workload": "worker" }\n',
  Dockerfile: swap('EXPOSE 8000\n', ''),
  'serve.py': 'import time\n\nwhile True:\n    print("alive")\n    time.sleep(60)\n',
};
/** Installs by pip, in one stage, what pyproject.toml lists. */
const pip = (copies: string, note = '# uv.lock is for the tests'): string => `FROM python:3.11-slim
WORKDIR /app
${copies}
RUN pip install . ${note}
COPY serve.py ./
USER app
EXPOSE 8000
CMD ["python", "serve.py"]
`;
const PACKAGE: Changes = {
  'pyproject.toml': pyproject([], BACKEND),
  'uv.lock': swap('virtual = "."', 'editable = "."'),
};
const uvicorn = (text: string, port: string): string =>
  text.replace('["python", "serve.py"]', () => `exec uvicorn serve:app --host 0.0.0.0 --port ${port}`);
const FASTAPI: Changes = {
  'pyproject.toml': pyproject(['fastapi', 'uvicorn']),
  'uv.lock': lockText('fastapi', 'uvicorn').replace(
    /(?<=\ndependencies = .*\n)/,
    '\n[package.metadata]\nrequires-dist = [{ name = "fastapi" }, { name = "uvicorn" }]\n\n',
  ),
  Dockerfile: (text) => uvicorn(text, '$PORT'),
};
const route = (decorator: string): string => `from fastapi import FastAPI

app = FastAPI()


@app.${decorator}
def healthz() -> dict[str, bool]:
    return {"ok": True}
`;
const HEALTHY: Changes = { 'serve.py': route('api_route("/healthz", methods=["GET", "HEAD"])') };
const LOCAL: Changes = {
  'pyproject.toml': pyproject(['tables'], '[tool.uv.sources]\ntables = { path = "libs/tables" }\n'),
  'uv.lock': lockOf('tables', ', directory = "libs/tables"', '{ directory = "libs/tables" }'),
  'libs/tables/pyproject.toml': '[project]\nname = "tables"\nversion = "1.0"\n',
};
const GIT: Changes = {
  'pyproject.toml': pyproject(['tables'], '[tool.uv.sources]\ntables = { git = "https://git.example/tables" }\n'),
  'uv.lock': lockOf(
    'tables',
    ', git = "https://git.example/tables"',
    `{ git = "https://git.example/tables#${'0'.repeat(40)}" }`,
  ),
};
const SCHEDULES = '"schedules": [{ "name": "nightly", "cron": "0 3 * * *" }]';

/** What only deploymill minds. */
export const DEPLOYMILL: Rows = {
  'base-python': dockerfile(/3\.11-slim$/m, '3.10-slim', 7, { with: ['site-packages-path'] }),
  'base-python-differs': file('.python-version', '3.12\n', 'Dockerfile:1'),
  'command-form': command("['python', 'serve.py']"),
  'copy-from-stage': {
    ...{ on, at: 'Dockerfile:11' },
    wrong: {
      Dockerfile: (text) =>
        text.replace('COPY serve', 'COPY --from=build /app/serve').replace('uv.lock ./', 'uv.lock serve.py ./'),
    },
  },
  'copy-missing': dockerfile('COPY serve.py ./', 'COPY serve.py data ./', 11),
  'dockerfile-invalid': dockerfile('USER app', 'USER app\nEXPOSES 8000', 14),
  'dockerfile-missing': { on, wrong: { Dockerfile: undefined }, at: 'pyproject.toml:1' },
  'dockerfile-no-command': dockerfile(/CMD.*\n/, '', 7),
  'dockerfile-root': dockerfile('USER app\n', '', 7),
  'dockerfile-secret': dockerfile('USER app', 'ENV API_TOKEN=d41d8cd98f00b204', 13, { with: ['dockerfile-root'] }),
  'dockerfile-venv': dockerfile('RUN useradd', 'RUN python -m venv /opt/venv && useradd', 8),
  dockerignore: dockerfile('COPY serve.py ./', 'COPY . .', 11, {
    mended: { Dockerfile: swap('COPY serve.py ./', 'COPY . .'), '.dockerignore': '.git\n' },
  }),
  'entrypoint-not-copied': dockerfile('COPY serve.py ./', 'COPY serve.py ./web/', 11, { at: 'Dockerfile:15' }),
  'expose-missing': dockerfile('EXPOSE 8000\n', '', 14),
  'expose-worker': {
    ...{ on, wrong: { ...WORKER, Dockerfile: (text) => text }, at: 'Dockerfile:14' },
    mended: WORKER,
  },
  'git-missing': {
    ...{ on, wrong: GIT, at: 'pyproject.toml:8', with: ['lock-git'] },
  },
  'health-head': {
    ...{ on, wrong: { ...FASTAPI, 'serve.py': route('get("/healthz")') }, at: 'serve.py:6' },
    mended: { ...FASTAPI, ...HEALTHY },
  },
  'health-lenient': json('"/healthz"', '"/"', 9),
  'health-route-missing': file('serve.py', 'import http.server\n', 'serve.py:1'),
  'install-before-sources': {
    ...{ on, wrong: { ...PACKAGE, Dockerfile: pip('COPY pyproject.toml ./') }, at: 'Dockerfile:4' },
    mended: { ...PACKAGE, Dockerfile: pip('COPY pyproject.toml serve.py ./') },
  },
  'install-flat-layout': {
    ...{ on, wrong: { 'web/x.html': '', 'data/x.csv': '', Dockerfile: pip('COPY . .'), '.dockerignore': '.git\n' } },
    at: 'Dockerfile:4',
  },
  'lock-unused': file('Dockerfile', pip('COPY pyproject.toml ./', ''), 'Dockerfile:4'),
  'output-buffered': {
    ...{
      on,
      wrong: { ...WORKER, Dockerfile: (text) => text.replace('EXPOSE 8000\n', '').replace(' PYTHONUNBUFFERED=1', '') },
    },
    ...{ at: 'Dockerfile:14', mended: WORKER },
  },
  'port-fixed': {
    ...{ on, wrong: { ...FASTAPI, ...HEALTHY, Dockerfile: (text) => uvicorn(text, '8000') }, at: 'Dockerfile:15' },
    mended: { ...FASTAPI, ...HEALTHY },
  },
  'project-json-database': key('"database": { "provider": "neon" }'),
  'project-json-domains': json('"prod": "shop-acme.deploymill.app"', '"prod": "https://shop.example"', 6),
  'project-json-health': json('"/healthz"', '"healthz"', 9),
  'project-json-missing': { on, wrong: { [FILE]: undefined }, at: 'Dockerfile:1' },
  'project-json-mounts': key('"mounts": [{ "volumeName": "data", "mountPath": "data" }]'),
  'project-json-name': json('"shop"', '""', 3),
  'project-json-port': json('8000', '"8000"', 5),
  'project-json-resources': key('"resources": { "cpu": "1" }'),
  'project-json-rollback': json('false', '"always"', 8),
  'project-json-schedules': key('"schedules": [{ "name": "nightly" }]'),
  'project-json-secrets': key('"secrets": ["API_KEY=abc"]'),
  'project-json-syntax': json('"mounts": [],', '"mounts": [],,', '7:16'),
  'project-json-unknown-key': key('"mount": []'),
  'project-json-version': json('"version": 2', '"version": 1', 2),
  'project-json-workload': json('"web"', '"cron"', 4),
  'project-port': json('8000', '8080', 5),
  'site-packages-path': dockerfile(
    '/app/.venv /app/.venv',
    '/usr/local/lib/python3.12/site-packages /usr/local/lib/python3.12/site-packages',
    10,
  ),
  'source-not-copied': {
    ...{ on, wrong: LOCAL, at: 'pyproject.toml:8' },
    mended: { ...LOCAL, Dockerfile: swap('RUN uv sync', 'COPY libs libs\nRUN uv sync') },
  },
  'start-installs': command('uv sync && exec python serve.py'),
  'template-manifest': file('deploymill.json', '{ "schemaVersion": 1 }\n', 'deploymill.json:1'),
  'tick-route-missing': key(SCHEDULES, {
    mended: {
      [FILE]: swap('"mounts": []', SCHEDULES),
      'serve.py': last('# The path of its schedules: "/_system/tick".'),
    },
  }),
};
