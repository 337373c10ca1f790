import { describe, expect, it } from 'vitest';
import { MILL } from '../../../../fixtures/mill.ts';
import { OLDER_SCAFFOLD, WEB_SCAFFOLD, WORKER_SCAFFOLD } from '../../../../fixtures/scaffolds.ts';
import { lockText } from '../../../../tools/lock-text.ts';
import { createForest, git, type Tree } from '../../../../tools/tree.ts';
import { planned } from './planned.ts';

const plant = createForest('mill-checks');

describe('an official scaffold', () => {
  it.each<[what: string, tree: Tree, told: string[]]>([
    ['of a web app', WEB_SCAFFOLD, ['notice health-head app/main.py:19']],
    [
      'of a web app, the older one',
      OLDER_SCAFFOLD,
      ['warning dockerfile-root Dockerfile:7', 'notice port-fixed Dockerfile:14', 'notice health-head app/main.py:19'],
    ],
    ['of a worker', WORKER_SCAFFOLD, []],
  ])('%s has no error', async (_, tree, told) => expect((await planned(plant(tree))).told).toEqual(told));
});

const APP = `from fastapi import FastAPI

app = FastAPI()


@app.api_route("/healthz", methods=["GET", "HEAD"])
def healthz() -> dict[str, bool]:
    return {"ok": True}
`;
const project = (packages: readonly string[] = ['fastapi', 'uvicorn', 'gunicorn'], more = '') =>
  `[project]\nname = "shop"\nversion = "0.1.0"\nrequires-python = ">=3.11"\ndependencies = ${JSON.stringify(packages)}\n${more}`;

/** An app of FastAPI in one stage, whose last lines are given: the first of them is line 8. */
const web = (last: string, files: Tree = {}): Tree => ({
  'pyproject.toml': project(),
  'uv.lock': lockText('fastapi', 'uvicorn', 'gunicorn').replace('echo-service', 'shop'),
  '.python-version': '3.11\n',
  'app/main.py': APP,
  '.deploymill/project.json': MILL['.deploymill/project.json'],
  Dockerfile: `FROM ghcr.io/astral-sh/uv:python3.11-bookworm-slim
WORKDIR /app
COPY pyproject.toml uv.lock ./
RUN uv sync --locked --no-dev
COPY app app
USER nobody
EXPOSE 8000
${last}
`,
  ...files,
});
const toldOf = async (last: string, files: Tree = {}) => (await planned(plant(web(last, files)))).told;

const AT = 'Dockerfile:8';
const WHERE = `--host 0.0.0.0 --port \${PORT:-8000}`;

describe('the start command', () => {
  it.each<[command: string, told: string[]]>([
    [`CMD exec .venv/bin/uvicorn app.main:app ${WHERE}`, []],
    [`CMD ["sh", "-c", "exec /app/.venv/bin/uvicorn app.main:app ${WHERE}"]`, []],
    [
      `ENTRYPOINT ["uv", "run", "--no-sync"]\nCMD ["uvicorn", "app.main:app", "--host", "0.0.0.0"]`,
      ['warning command-sync Dockerfile:9', 'notice port-fixed Dockerfile:9'],
    ],
    [
      'CMD uv run --no-sync --no-cache fastapi run app/main.py --port $PORT',
      ['error command-program pyproject.toml:5'],
    ],
    ['CMD .venv/bin/gunicorn app.main:app', []],
    [`ENV UVICORN_HOST=0.0.0.0\nCMD .venv/bin/uvicorn app.main:app --port $PORT`, []],
    ['ENV PORT=8000\nCMD .venv/bin/uvicorn app.main:app --host 0.0.0.0 --port $PORT', []],
    [
      'ENV PORT=9000\nCMD .venv/bin/uvicorn app.main:app --host 0.0.0.0 --port $PORT',
      ['error command-port Dockerfile:9'],
    ],
    [`CMD alembic upgrade head && exec uvicorn app.main:app ${WHERE}`, []],
    ['CMD .venv/bin/uvicorn app.main:app --port $PORT', [`error command-host-local ${AT}`]],
    ['CMD .venv/bin/uvicorn app.main:app --host localhost --port $PORT', [`error command-host-local ${AT}`]],
    ['CMD .venv/bin/gunicorn app.main:app -b 127.0.0.1:$PORT', [`error command-host-local ${AT}`]],
    ['CMD .venv/bin/uvicorn app.main:app --host 0.0.0.0 --port 9000', [`error command-port ${AT}`]],
    ['CMD .venv/bin/uvicorn app.main:app --host 0.0.0.0', [`notice port-fixed ${AT}`]],
    ['CMD ["uvicorn", "app.main:app", "--host", "0.0.0.0", "--port", "$PORT"]', [`error command-variable ${AT}`]],
    ['CMD ["uvicorn app.main:app"]', [`error command-form ${AT}`]],
    [`CMD ['uvicorn', 'app.main:app']`, [`error command-form ${AT}`]],
    [`CMD uv run uvicorn app.main:app ${WHERE}`, [`warning command-sync ${AT}`]],
    [`ENV UV_NO_SYNC=1\nCMD uv run uvicorn app.main:app ${WHERE}`, ['warning command-sync Dockerfile:9']],
    [`ENV UV_NO_SYNC=1 UV_NO_CACHE=1\nCMD uv run uvicorn app.main:app ${WHERE}`, []],
    [`ENV UV_CACHE_DIR=/tmp/uv\nCMD uv run --no-sync uvicorn app.main:app ${WHERE}`, []],
    [`CMD uv run --no-sync --no-cache uvicorn app.main:app ${WHERE}`, []],
    [`CMD pip install gunicorn && exec uvicorn app.main:app ${WHERE}`, [`error start-installs ${AT}`]],
    [
      `CMD apt-get update && apt-get install -y curl; exec uvicorn app.main:app ${WHERE}`,
      [`error start-installs ${AT}`],
    ],
    ['CMD .venv/bin/hypercorn app.main:app --bind 0.0.0.0:$PORT', ['error command-program pyproject.toml:5']],
    [`CMD exec uvicorn app.man:app ${WHERE}`, [`error entrypoint-missing ${AT}`]],
    [`CMD exec uvicorn main:app ${WHERE}`, [`error entrypoint-missing ${AT}`]],
    [`CMD exec uvicorn main:app --app-dir app ${WHERE}`, []],
    [`WORKDIR /app/app\nCMD exec uvicorn main:app ${WHERE}`, []],
    ['CMD python app/man.py', [`error entrypoint-missing ${AT}`]],
    [`CMD exec uvicorn fastapi:app ${WHERE}`, []],
  ])('%s', async (command, told) => expect(await toldOf(command)).toEqual(told));

  it('may be a script of the repository, whose lines are named', async () => {
    const start = `#!/bin/sh\nset -e\npip install -r requirements.txt\nexec uvicorn app.main:app --host 127.0.0.1 --port $PORT\n`;
    const last = 'COPY start.sh /start.sh\nCMD ["/start.sh"]';
    expect(await toldOf(last, { 'start.sh': start })).toEqual([
      'error start-installs start.sh:3',
      'error command-host-local start.sh:4',
    ]);
    const entry = '#!/bin/sh\nexec "$@"\n';
    const both = `COPY start.sh ./\nENTRYPOINT ["./start.sh"]\nCMD ["uvicorn", "app.main:app"]`;
    expect(await toldOf(both, { 'start.sh': entry })).toEqual(['error command-host-local start.sh:2']);
  });

  it('finds a group or an extra that alone has its server', async () => {
    const lock = `version = 1
requires-python = ">=3.11"

[[package]]
name = "shop"
version = "0.1.0"
source = { virtual = "." }

[package.dev-dependencies]
dev = [{ name = "uvicorn" }]

[[package]]
name = "uvicorn"
version = "1.0"
`;
    const files = { 'uv.lock': lock, 'pyproject.toml': project([], '\n[dependency-groups]\ndev = ["uvicorn"]\n') };
    expect(await toldOf(`CMD exec uvicorn app.main:app ${WHERE}`, files)).toEqual([
      'error import-dev-only pyproject.toml:8',
    ]);
  });
});

describe('what is copied', () => {
  const CMD = `CMD exec uvicorn app.main:app ${WHERE}`;
  it.each<[lines: string, files: Tree, told: string[]]>([
    ['COPY --from=ghcr.io/astral-sh/uv:latest /uv /bin/', {}, []],
    ['ADD https://files.example/x.bin /x.bin', {}, []],
    ['COPY missing.txt .', {}, [`error copy-missing ${AT}`]],
    ['COPY data/*.csv data/', { 'data/a.csv': '' }, []],
    ['COPY data/*.csv data/', { 'data/a.txt': '' }, [`warning copy-missing ${AT}`]],
    ['COPY data data', { 'data/a.csv': '', '.dockerignore': 'data\n' }, [`error copy-missing ${AT}`]],
    ['COPY data data', { 'data/a.csv': '', '.gitignore': 'data\n' }, [`error copy-missing ${AT}`]],
    ['COPY . .', {}, [`warning dockerignore ${AT}`]],
    ['COPY . .', { '.dockerignore': '.git\n' }, []],
    [
      'COPY ./ /app/',
      { '.dockerignore': '.git\n', '.env': 'A=1\n', '.env.example': 'A=\n', '.env.prod.example': 'A=\n' },
      [`warning dockerignore ${AT}`],
    ],
    ['COPY . .', { '.dockerignore': '.git\n.env*\n', '.env': 'A=1\n' }, []],
    ['RUNN true', {}, [`error dockerfile-invalid ${AT}`]],
    ['RUN python3 -m venv .venv', {}, [`warning dockerfile-venv ${AT}`]],
    ['USER root', {}, ['warning dockerfile-root Dockerfile:1']],
    ['ENV SECRET_KEY=d41d8cd98f00b204e9800998ecf8427e', {}, [`warning dockerfile-secret ${AT}`]],
    ['ENV DATABASE_URL=postgres://shop:hunter22@db.example/shop', {}, [`error dockerfile-secret ${AT}`]],
    ['ARG GITHUB_TOKEN\nENV TOKEN_URL=https://x.example SECRET_KEY=build TOKEN_TTL=3600', {}, []],
  ])('%s with %j', async (lines, files, told) => expect(await toldOf(`${lines}\n${CMD}`, files)).toEqual(told));

  it('may be a token in project.json', async () => {
    const file = MILL['.deploymill/project.json'].replace('"shop"', `"ghp_${'a'.repeat(36)}"`);
    expect(await toldOf(CMD, { '.deploymill/project.json': file })).toEqual([
      'error dockerfile-secret .deploymill/project.json:3',
    ]);
    expect(await toldOf(`ENV A=ghp_${'a'.repeat(36)}\n${CMD}`)).toEqual([`error dockerfile-secret ${AT}`]);
  });

  it('never shows a secret', async () => {
    const { findings } = await planned(plant(web(`ENV API_KEY=d41d8cd98f00b204\n${CMD}`)));
    expect(JSON.stringify(findings)).not.toContain('d41d8cd98f00b204');
  });

  it('finds a module that is copied to where nobody looks for it', async () => {
    const dockerfile = web(CMD).Dockerfile?.toString().replace('COPY app app', 'COPY app .') ?? '';
    expect(await toldOf('', { Dockerfile: dockerfile })).toEqual([`error entrypoint-not-copied ${AT}`]);
  });
});

describe('a secret', () => {
  const RUN = `CMD exec uvicorn app.main:app ${WHERE}`;
  const key = ['AKIA', 'Q3EGWVKZ5TLMX2PR'].join('');
  const committed = async (files: Tree) => {
    const folder = plant(web(RUN, files));
    git(folder, 'init', '--quiet');
    git(folder, 'add', '--all');
    return (await planned(folder)).told;
  };

  it.each<[path: string, text: string, line: number | undefined]>([
    ['tests/data.txt', `one\n${key}\n`, 2],
    ['.env', `KEY=${key}\n`, 1],
    ['settings.py', '\n\nURL = "postgresql://shop:hunter2pass@db.acme.io/shop"\n', 3],
    ['app/settings.py', 'URL = "postgresql://shop:hunter2pass@db.acme.io/shop"\n', 1],
    ['settings.py', 'URL = "postgresql://postgres:postgres@db.acme.io/shop"\n', undefined],
    ['settings.py', 'URL = "postgresql://shop:hunter2pass@localhost/shop"\n', undefined],
    ['settings.py', 'URL = f"postgresql://shop:{password}@db.acme.io/shop"\n', undefined],
    ['settings.py', 'URL = "postgresql://user:password@db.example.com/shop"\n', undefined],
    ['docker-compose.yml', 'url: postgres://shop:hunter2pass@db:5432/shop\n', undefined],
    ['notes.bin', `\0${key}\n`, undefined],
  ])('is found in %s where it is committed: %j', async (path, text, line) =>
    expect(await committed({ [path]: text })).toEqual(
      line === undefined ? [] : [`warning dockerfile-secret ${path}:${line}`],
    ),
  );
});

describe('what is installed', () => {
  const dockerfile = (lines: string): string =>
    `FROM python:3.11-slim\nWORKDIR /app\n${lines}\nCOPY app app\nUSER nobody\nEXPOSE 8000\nCMD exec uvicorn app.main:app ${WHERE}\n`;
  const built = (backend: string, more = '') =>
    project(undefined, `${more}\n[build-system]\nrequires = []\nbuild-backend = "${backend}"\n`);
  const PIP = 'RUN pip install .';
  const SYNC = 'RUN uv sync --locked --no-dev';
  const pairs: [lines: string, files: Tree, told: string[]][] = [
    [`COPY pyproject.toml .\n${PIP}`, {}, ['warning lock-unused Dockerfile:4']],
    [`COPY pyproject.toml uv.lock ./\nRUN uv export -o r.txt && uv pip install --system -r r.txt`, {}, []],
    [`COPY pyproject.toml uv.lock ./\n${SYNC}`, {}, []],
    [`COPY pyproject.toml ./\n${SYNC}`, {}, ['error install-before-sources Dockerfile:4']],
    [`COPY pyproject.toml uv.lock /src/\n${SYNC}`, {}, ['error install-before-sources Dockerfile:4']],
    [
      `RUN --mount=type=bind,source=uv.lock,target=uv.lock --mount=type=bind,source=pyproject.toml,target=pyproject.toml uv sync --locked`,
      {},
      [],
    ],
    [
      `COPY pyproject.toml uv.lock ./\n${SYNC}`,
      { 'pyproject.toml': built('hatchling.build') },
      ['error install-before-sources Dockerfile:4'],
    ],
    [
      `COPY pyproject.toml uv.lock ./\n${SYNC} --no-install-project`,
      { 'pyproject.toml': built('hatchling.build') },
      [],
    ],
    [`COPY . .\n${SYNC}`, { 'pyproject.toml': built('hatchling.build'), '.dockerignore': '.git\n' }, []],
    [
      `COPY pyproject.toml uv.lock app ./\n${SYNC}`,
      { 'pyproject.toml': built('uv_build', 'readme = "README.md"\n'), 'README.md': '' },
      ['error install-before-sources Dockerfile:4'],
    ],
    [
      `COPY pyproject.toml uv.lock ./\n${SYNC}`,
      { 'pyproject.toml': built('maturin') },
      ['warning install-before-sources Dockerfile:4'],
    ],
    [`COPY pyproject.toml uv.lock ./\n${SYNC}`, { 'pyproject.toml': built('setuptools.build_meta') }, []],
    [
      `COPY . .\n${SYNC}`,
      { 'pyproject.toml': built('setuptools.build_meta'), 'data/x.csv': '', '.dockerignore': '.git\n' },
      ['error install-flat-layout Dockerfile:4'],
    ],
    [`COPY . .\n${SYNC}`, { 'data/x.csv': '', '.dockerignore': '.git\n' }, []],
    [
      `COPY . .\n${PIP} --no-deps && uv sync`,
      {
        'pyproject.toml': project(undefined, '[tool.setuptools]\npackages = []\n'),
        'data/x.csv': '',
        '.dockerignore': '.git\n',
      },
      [],
    ],
  ];
  it.each(pairs)('%s with %j', async (lines, files, told) => {
    expect(await toldOf('', { ...files, Dockerfile: dockerfile(lines) })).toEqual(told);
  });
});

describe('the Python of the image', () => {
  const CMD = `CMD exec uvicorn app.main:app ${WHERE}`;
  const from = (image: string) =>
    web(CMD)
      .Dockerfile?.toString()
      .replace(/FROM \S+/, `FROM ${image}`) ?? '';
  it.each<[image: string, told: string[]]>([
    ['python:3.11', []],
    ['python:3.11.9-slim', []],
    ['docker.io/library/python:3.11-slim@sha256:0123', []],
    ['python:slim', []],
    ['python:3', []],
    ['registry.example:5000/team/base', ['error command-program']],
    ['python:3.12-slim', ['warning base-python-differs Dockerfile:1']],
    ['python:3.10-slim', ['warning base-python Dockerfile:1']],
    ['ghcr.io/astral-sh/uv:0.12-python3.13-alpine', ['warning base-python-differs Dockerfile:1']],
  ])('%s', async (image, told) => {
    const found = await toldOf('', { Dockerfile: from(image) });
    expect(found).toEqual(told.filter((one) => one.includes(':')));
  });
});

describe('schedules', () => {
  const CMD = `CMD exec uvicorn app.main:app ${WHERE}`;
  const file = MILL['.deploymill/project.json'].replace(
    '"mounts": []',
    '"schedules": [{ "name": "nightly", "cron": "0 3 * * *" }]',
  );
  const at = (more: string) =>
    toldOf(CMD, { '.deploymill/project.json': file, 'app/main.py': `${APP}\n\n${more}\ndef tick():\n    pass\n` });

  it('need a route that takes POST', async () => {
    expect(await at('@app.post("/_system/tick")')).toEqual([]);
    expect(await at('@app.api_route("/_system/tick", methods=["POST"])')).toEqual([]);
    expect(await at('@app.get("/_system/tick")')).toEqual(['warning tick-route-missing .deploymill/project.json:7']);
    expect(await at('')).toEqual(['warning tick-route-missing .deploymill/project.json:7']);
  });
});
