import { describe, expect, test } from 'vitest';
import { DOCKERFILES } from '../../../../fixtures/dockerfiles.ts';
import { MILL } from '../../../../fixtures/mill.ts';
import { lockText } from '../../../../tools/lock-text.ts';
import { createForest, type Tree } from '../../../../tools/tree.ts';
import { planned } from './planned.ts';

const plant = createForest('mill-dockerfiles');

const APP = `from fastapi import FastAPI

app = FastAPI()


@app.api_route("/healthz", methods=["GET", "HEAD"])
def healthz() -> dict[str, bool]:
    return {"ok": True}
`;
const BUILD = `
[build-system]
requires = ["hatchling"]
build-backend = "hatchling.build"

[project.scripts]
serve = "shop.main:run"
`;

const toldOf = async (layout: 'flat' | 'src', Dockerfile: string): Promise<string[]> => {
  const source: Tree =
    layout === 'src' ? { 'src/shop/__init__.py': '', 'src/shop/main.py': APP } : { 'app/main.py': APP };
  const names = ['fastapi', 'uvicorn', 'gunicorn'];
  const { told } = await planned(
    plant({
      'pyproject.toml': `[project]\nname = "shop"\nversion = "0.1.0"\nrequires-python = ">=3.11"\ndependencies = ${JSON.stringify(names)}\n${layout === 'src' ? BUILD : ''}`,
      'uv.lock': lockText(...names).replace('echo-service', 'shop'),
      ...{ 'requirements.txt': names.join('\n'), '.dockerignore': '.git\n.venv\n', 'README.md': '', 'alembic.ini': '' },
      ...{ 'frontend/package.json': '{}', 'frontend/package-lock.json': '{}' },
      'scripts/entrypoint.sh': '#!/bin/sh\nexec "$@"\n',
      '.deploymill/project.json': MILL['.deploymill/project.json'],
      ...source,
      Dockerfile,
    }),
  );
  return told.filter((one) => !/ (?:port-fixed|lock-unused|copy-from-stage) /.test(one));
};

describe('a Dockerfile', () => {
  test.each(DOCKERFILES)('that %s is not complained about', async (_, layout, text) =>
    expect(await toldOf(layout, text)).toEqual([]),
  );

  const alone = (install: string, start: string) => `FROM ghcr.io/astral-sh/uv:python3.12-bookworm-slim AS build
WORKDIR /app
COPY . .
RUN ${install}
FROM python:3.12-slim-bookworm
COPY --from=build /app/.venv /app/.venv
USER 1000
EXPOSE 8000
CMD ${start}
`;
  const UVICORN = '/app/.venv/bin/uvicorn shop.main:app --host 0.0.0.0 --port $PORT';

  test.each([
    ['a server', UVICORN],
    ['a script of its own', '["/app/.venv/bin/serve"]'],
  ])('that installs a link to the source, and leaves that behind, can’t start %s', async (_, start) => {
    expect(await toldOf('src', alone('uv sync --locked --no-dev', start))).toEqual([
      'error entrypoint-not-copied Dockerfile:9',
    ]);
    expect(await toldOf('src', alone('uv sync --locked --no-dev --no-editable', start))).toEqual([]);
  });
});
