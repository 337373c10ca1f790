import { createHash } from 'node:crypto';
import { lstatSync, mkdirSync, readdirSync, readFileSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, expect } from 'vitest';
import { parse } from 'yaml';
import type { RicochetServer } from '../emulators/ricochet/server.ts';
import { createWorkplace, type Workplace } from '../emulators/workplace.ts';
import { type ActionOptions, type ActionRun, everythingShown } from './action.ts';
import { runCase } from './in-process.ts';

/** What stands in a project instead of what the fixture has: a text, bytes, nothing, or what is put there by hand. */
type Change = string | Uint8Array | undefined | ((path: string) => void);

export type Attempts = {
  readonly place: Workplace;
  server(): RicochetServer;
  /** The smallest project, locked before it was changed. */
  project(changes?: Readonly<Record<string, Change>>): Promise<string>;
  /** A project as `project` makes it, and the action in mode check on it, without uv. */
  check(changes?: Readonly<Record<string, Change>>, inputs?: Readonly<Record<string, string>>): Promise<ActionRun>;
  /** The same in mode deploy, with a good key: asserts that the run ends before it asks the server for anything. */
  refuse(changes?: Readonly<Record<string, Change>>, inputs?: Readonly<Record<string, string>>): Promise<ActionRun>;
  /** Runs the action, and asserts all that every run owes: see `expectDecency`. */
  run(options: ActionOptions): Promise<ActionRun>;
};

const action = parse(readFileSync(resolve(import.meta.dirname, '../../action.yml'), 'utf8')) as {
  outputs: Record<string, unknown>;
};
const OUTPUTS = Object.keys(action.outputs).sort();

/** Projects and a server for one test file. Call it at the top of the file. */
export function createAttempts(options: Parameters<Workplace['start']>[0] = {}): Attempts {
  const place = createWorkplace();
  let started: RicochetServer | undefined;
  beforeAll(async () => {
    started = await place.start(options);
  });
  afterAll(() => place.clear());
  const server = (): RicochetServer => {
    if (started === undefined) throw new Error('The server starts before the first test.');
    return started;
  };

  const project: Attempts['project'] = async (changes = {}) => {
    const folder = await place.project('service');
    for (const [name, change] of Object.entries(changes)) put(join(folder, name), change);
    return folder;
  };
  const run: Attempts['run'] = async (options) => {
    const before = snapshot(options.workspace);
    const done = await runCase(options);
    expect(snapshot(options.workspace)).toEqual(before);
    expectDecency(done);
    expect(everythingShown(done)).not.toContain(server().apiKey);
    return done;
  };
  return {
    ...{ place, server, project, run },
    check: async (changes, inputs) =>
      run({ workspace: await project(changes), inputs: { mode: 'check', preflight: 'static', ...inputs } }),
    refuse: async (changes, inputs) => {
      const { url, apiKey, requests } = server();
      const access = { server: url, token: apiKey, preflight: 'static' };
      const done = await run({ workspace: await project(changes), inputs: { ...access, ...inputs } });
      expect(done.outputs).toMatchObject({ status: 'failed', url: '', id: '', 'deployment-id': '' });
      const asked = requests.all().map(({ method, path }) => `${method} ${path}`);
      requests.clear(); // or every later test would fail for this one
      expect(asked).toEqual([]);
      return done;
    },
  };
}

function put(path: string, change: Change): void {
  if (change !== undefined && typeof change !== 'function') {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, change);
    return;
  }
  rmSync(path, { recursive: true, force: true });
  change?.(path);
}

/** Every file, folder and link below a folder, with its mode and what it holds. Huge files are told by their size. */
export function snapshot(folder: string | Buffer): string[] {
  return readdirSync(folder, { encoding: 'buffer' }).flatMap((name) => {
    const path = Buffer.concat([Buffer.from(folder), Buffer.from('/'), name]);
    const stat = lstatSync(path);
    const line = `${path.toString('latin1')} ${stat.mode.toString(8)}`;
    if (stat.isDirectory()) return [line, ...snapshot(path)];
    if (stat.isSymbolicLink()) return [`${line} ${readlinkSync(path)}`];
    if (!stat.isFile() || stat.size > 10_000_000) return [`${line} ${stat.size}`];
    return [`${line} ${createHash('sha256').update(readFileSync(path)).digest('hex')}`];
  });
}

const STAGES =
  'Read|Check|Python environment|Bundle|Deploy|Health|Credential|Run|Sign in|Roll back|Remove|Compare with production';
/** Every workflow command the action gives by itself: an annotation always has one of its titles. */
const OWN = new RegExp(
  `^::(?:group::(?:${STAGES})|endgroup::|debug::.*|(?:error|warning|notice) title=[a-z-]+[,:].*)$`,
);

/**
 * What holds of every run, good or bad: the exit code follows the status, every output is set, every annotation is a sentence with a
 * remedy, and nothing that was read or received acts as a workflow command.
 */
export function expectDecency(run: ActionRun): void {
  expect(Object.keys(run.outputs).sort()).toEqual(OUTPUTS);
  expect(run.exitCode).toBe(['failed', 'timed-out'].includes(run.outputs.status ?? '') ? 1 : 0);
  expect(run.summary).toMatch(/^### \S/);
  expectOwnCommands(run.log);
  for (const { title, message } of run.annotations) {
    const lines = message.split('\n');
    const told = `${title}: ${message}`;
    expect(lines.length, told).toBeGreaterThan(1);
    expect(lines[0], told).toMatch(/^\S.{10,400}$/);
    expect(lines.at(-1), told).toMatch(/^[A-Z].*(?:[.?)]|https?:\S+)$/);
    expect(told).not.toMatch(/\bundefined\b|\[object|\bNaN\b|did not foresee/);
    expect(run.summary).toContain(`**${title}**`);
  }
}

/** The runner looks behind blanks for `::`, and for `##[` anywhere in a line. */
export function expectOwnCommands(log: string): void {
  const lines = log.split('\n');
  expect(lines.filter((line) => line.trimStart().startsWith('::') && !OWN.test(line))).toEqual([]);
  expect(lines.filter((line) => line.includes('##[') && !OWN.test(line))).toEqual([]);
  expect(lines.filter((line) => line.startsWith('::group::'))).toHaveLength(
    lines.filter((line) => line === '::endgroup::').length,
  );
}

/** The annotation with this title, of which there must be one only. */
export function theOne(run: ActionRun, title: string): ActionRun['annotations'][number] {
  const found = run.annotations.filter((annotation) => annotation.title === title);
  expect(found, `annotations called ${title}`).toHaveLength(1);
  return found[0] as ActionRun['annotations'][number];
}

/** The annotations as `title file:line:column`, as far as they have these. */
export const places = (run: ActionRun): string[] =>
  run.annotations.map(({ title, file, line, column }) =>
    `${title} ${[file, line, column].filter((part) => part !== undefined).join(':')}`.trim(),
  );
