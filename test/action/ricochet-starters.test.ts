import { beforeAll, describe, expect, test } from 'vitest';
import { type Client, createClient, pack } from '../emulators/client.ts';
import { fateOf } from '../emulators/fate.ts';
import { configOf } from '../emulators/workplace.ts';
import { makeVariant, pyproject } from '../fixtures/variant.ts';
import { runAction } from '../tools/action.ts';
import { createAttempts, places, theOne } from '../tools/attempts.ts';

const { place, server, run } = createAttempts({ startTimeoutMs: 20_000 });
let client: Client;
beforeAll(() => {
  client = createClient(server());
});

const config = (type: string, entrypoint: string): string =>
  `[content]\nname = "Starters"\nentrypoint = "${entrypoint}"\naccess_type = "external"\ncontent_type = "${type}"\n\n[language]\nname = "python"\npackages = "uv.lock"\n`;
const FASTAPI =
  'from fastapi import FastAPI\n\napp = FastAPI()\n\n\n@app.get("/")\ndef home() -> str:\n    return "hi"\n';

describe('what ricochet starts content with, and only the lock can bring', () => {
  test('is missed where FastAPI is locked without uvicorn, with which the server can not start it', async () => {
    const made = (packages: readonly string[]) =>
      makeVariant(place, {
        from: 'service',
        files: {
          'pyproject.toml': pyproject(packages),
          'app.py': FASTAPI,
          '_ricochet.toml': config('fast-api', 'app.py'),
        },
      });
    const workspace = await made(['fastapi']);
    const inputs = { mode: 'check', preflight: 'static' };
    const checked = await runAction({ workspace, inputs });
    expect(places(checked)).toEqual(['framework-not-locked pyproject.toml:5']);
    expect(theOne(checked, 'framework-not-locked').message).toContain('Run `uv add uvicorn`');
    const fate = async (project: string) => fateOf(client, await pack(project, []), await configOf(project));
    expect(await fate(workspace)).toMatchObject({ fate: 'can not start it' });
    const whole = await made(['fastapi', 'uvicorn']);
    expect((await run({ workspace: whole, inputs })).annotations).toEqual([]);
    expect(await fate(whole)).toMatchObject({ fate: 'runs it' });
  });

  test('is nbconvert and ipykernel for a notebook', async () => {
    const notebook = JSON.stringify({ cells: [], metadata: {}, nbformat: 4, nbformat_minor: 5 });
    const made = (packages: readonly string[]) =>
      makeVariant(place, {
        from: 'service',
        files: {
          'pyproject.toml': pyproject(packages),
          'report.ipynb': notebook,
          '_ricochet.toml': config('jupyter', 'report.ipynb'),
        },
      });
    const inputs = { mode: 'check', preflight: 'static' };
    const lacking = await run({ workspace: await made(['ipykernel']), inputs });
    expect(places(lacking)).toEqual(['framework-not-locked pyproject.toml:5']);
    expect(theOne(lacking, 'framework-not-locked').message).toContain('Run `uv add nbconvert`');
    const whole = await run({ workspace: await made(['ipykernel', 'nbconvert']), inputs });
    expect(whole.annotations).toEqual([]);
    expect(whole.summary.replaceAll('\\', '')).toContain('jupyter, report.ipynb');
  });
});
