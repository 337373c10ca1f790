import { afterAll, describe, expect, it } from 'vitest';
import { createWorkplace } from '../../emulators/workplace.ts';
import { runStep } from '../../tools/in-process.ts';
import { uv } from '../../tools/uv.ts';

const place = createWorkplace();
afterAll(() => place.clear());

describe('an app that nobody describes is started as its code asks for', () => {
  it.each([
    ['fastapi', '.venv/bin/uvicorn app:app --host 0.0.0.0 --port 8080'],
    ['flask', '.venv/bin/flask --app app:app run --host 0.0.0.0 --port 8080'],
  ] as const)('%s, tried out on the runner', async (name, command) => {
    const workspace = await place.project(name);
    const inputs = { platform: 'clever-cloud', mode: 'check', preflight: 'start' };
    const { exitCode, lines, findings } = await runStep({ workspace, inputs, uv });
    expect(findings.filter(({ level }) => level !== 'notice')).toEqual([]);
    expect(exitCode).toBe(0);
    expect(lines).toContain(`Run command: ${command}`);
    expect(lines).toContain('The app starts and is healthy on this runner.');
  });
});
