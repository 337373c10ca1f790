import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Cancelled } from '../../src/findings/finding.ts';
import type { CacheStore } from '../../src/ports/actions-cache.ts';
import type { Context } from '../../src/ports/context.ts';
import { type GitHubServer, startGitHub } from '../emulators/github/server.ts';
import { createFastClock, runStep, type StepOptions, type StepRun } from '../tools/in-process.ts';
import { uv } from '../tools/uv.ts';

/** An item as the platform's server keeps it. */
type ServerItem = { readonly id: string; readonly name: string };

/** What a project is made to be. Each one of a name is the same app. */
export type Wish = {
  readonly name: string;
  /** What the app answers, and the task prints. */
  readonly says: string;
  readonly kind?: 'app' | 'task';
  /** The app answers with the value of this variable. */
  readonly variable?: string;
  readonly isBroken?: boolean;
  /** The last part of a readable address. */
  readonly slug?: string;
};

/** A platform with its emulated server, as the contract sees it. */
export type Subject = {
  readonly inputs: Readonly<Record<string, string>>;
  project(wish: Wish): Promise<string>;
  /** Brings a project to where the platform takes it from, if that is not the runner. Answers what is known of the run then. */
  publish?(workspace: string, context: Partial<Context>): Promise<Partial<Context>>;
  /** Everything the server has, previews that are items of their own included. */
  items(): readonly ServerItem[];
  /** How many deployments, bundles or pushes an item has had. */
  deployments(id: string): number;
  /** What the app answers at an address, asked as somebody who may see it. */
  visit(url: string): Promise<string>;
  readonly can: {
    /** What a readable address that another app has does: the app is found by it, is refused, or there are no such addresses. */
    readonly slug: 'finds' | 'refuses' | 'none';
    readonly invoke: boolean;
    /** `draft`: an unhealthy release never becomes the live one, as the platform or a look at the draft keeps it back. */
    readonly rollback: 'back' | 'draft' | 'no';
    readonly variants: boolean;
  };
  /** How the line of the log begins after which a deployment is under way. */
  readonly begins: string;
  close(): Promise<void>;
};

const pullRequest = (number: number): Partial<Context> => ({
  event: 'pull_request',
  eventAction: 'synchronize',
  ref: `refs/pull/${number}/merge`,
  pullRequest: { number, sha: 'f'.repeat(40), isOutside: false },
});

/** What every platform does alike, through whole steps against its emulated server. */
export function describePlatform(name: string, open: () => Promise<Subject>): void {
  describe(`${name} keeps the contract:`, () => {
    let subject: Subject;
    let github: GitHubServer;
    beforeAll(async () => {
      [subject, github] = await Promise.all([open(), startGitHub()]);
    });
    afterAll(() => Promise.all([subject.close(), github.close()]));

    const run = async (wish: Wish, inputs: Record<string, string> = {}, more: Partial<StepOptions> = {}) => {
      const workspace = await subject.project(wish);
      const { context = {} } = more;
      const published = await subject.publish?.(workspace, context);
      return runStep({
        ...{ workspace, uv, clock: createFastClock(10) },
        ...{ ...more, context: { ...context, ...published } },
        inputs: {
          ...{ mode: 'deploy', preflight: 'static', comment: 'false', 'health-check-timeout': '600' },
          ...subject.inputs,
          ...inputs,
        },
      });
    };
    const well = (done: StepRun, status: string): StepRun => {
      expect(done.findings.filter(({ level }) => level === 'error').map(({ message }) => message)).toEqual([]);
      expect(done.outputs.status).toBe(status);
      return done;
    };
    const named = (text: string) => subject.items().filter((item) => item.name.startsWith(text));

    test('the first deployment creates the app, and the second one updates it', async () => {
      const first = well(await run({ name: 'first', says: 'one' }), 'deployed');
      expect(await subject.visit(first.outputs.url ?? '')).toContain('one');
      const second = well(await run({ name: 'first', says: 'two' }), 'deployed');
      expect(second.outputs).toMatchObject({ id: first.outputs.id, url: first.outputs.url });
      expect(second.outputs['deployment-id']).not.toBe(first.outputs['deployment-id']);
      expect(named('first')).toHaveLength(1);
      expect(await subject.visit(second.outputs.url ?? '')).toContain('two');
    });

    test('what is live already is not deployed again', async () => {
      const first = well(await run({ name: 'same', says: 'same' }, {}, { cache }), 'deployed');
      const before = subject.deployments(first.outputs.id ?? '');
      const again = well(await run({ name: 'same', says: 'same' }, {}, { cache }), 'unchanged');
      expect(again.outputs).toMatchObject({ id: first.outputs.id, url: first.outputs.url });
      expect(subject.deployments(first.outputs.id ?? '')).toBe(before);
      const forced = well(await run({ name: 'same', says: 'same' }, { force: 'true' }, { cache }), 'deployed');
      expect(forced.outputs.id).toBe(first.outputs.id);
    });

    test('an app that is named by its id is updated, whatever the project is called', async () => {
      const first = well(await run({ name: 'by id', says: 'one' }), 'deployed');
      const id = first.outputs.id ?? '';
      const second = well(await run({ name: 'by id', says: 'two' }, { id }), 'deployed');
      expect(second.outputs.id).toBe(id);
      expect(await subject.visit(second.outputs.url ?? '')).toContain('two');
    });

    test('an id that the server does not have creates nothing', async () => {
      const before = subject.items().length;
      const {
        outputs: { id = '' },
      } = well(await run({ name: 'gone', says: 'one' }), 'deployed');
      const other = id.replace(/[0-9a-f](?=[^0-9a-f]*$)/i, (digit) => (digit === '0' ? '1' : '0'));
      const done = await run({ name: 'gone', says: 'two' }, { id: other });
      expect(done.exitCode).toBe(1);
      expect(done.outputs.status).toBe('failed');
      expect(subject.items()).toHaveLength(before + 1);
    });

    test('an app that is found by its readable address keeps it under another name, and else nothing is created', async ({
      skip,
    }) => {
      if (subject.can.slug === 'none') skip();
      const first = well(await run({ name: 'old name', says: 'one', slug: 'readable' }), 'deployed');
      const before = subject.items().length;
      const second = await run({ name: 'new name', says: 'two', slug: 'readable' });
      expect(subject.items()).toHaveLength(before);
      if (subject.can.slug === 'refuses') return expect(second.outputs).toMatchObject({ status: 'failed', id: '' });
      well(second, 'deployed');
      expect(second.outputs).toMatchObject({ id: first.outputs.id, url: first.outputs.url });
      expect(subject.items()).toContainEqual({ id: first.outputs.id, name: 'new name' });
    });

    test('a variant is an item next to production, and is found again', async ({ skip }) => {
      if (!subject.can.variants) skip();
      const production = well(await run({ name: 'varying', says: 'production' }), 'deployed');
      const staging = (says: string) => run({ name: 'varying', says }, { variant: 'staging' });
      const first = well(await staging('staging'), 'deployed');
      expect(first.outputs.id).not.toBe(production.outputs.id);
      const second = well(await staging('staging again'), 'deployed');
      expect(second.outputs).toMatchObject({ id: first.outputs.id, url: first.outputs.url });
      expect(named('varying')).toHaveLength(2);
      expect(await subject.visit(second.outputs.url ?? '')).toContain('staging again');
      expect(await subject.visit(production.outputs.url ?? '')).toContain('production');
    });

    test('variables reach the app, with the new code and without', async () => {
      const wish = { name: 'varied', says: 'one', variable: 'GREETING' };
      const first = well(await run(wish, { env: 'GREETING=good morning' }), 'deployed');
      expect(await subject.visit(first.outputs.url ?? '')).toContain('good morning');
      well(await run(wish, { env: 'GREETING=good night' }), 'deployed');
      await expect.poll(() => subject.visit(first.outputs.url ?? ''), { timeout: 20_000 }).toContain('good night');
    });

    test('a pull request has a preview of its own, which goes when it is closed', async () => {
      const production = well(await run({ name: 'reviewed', says: 'production' }), 'deployed');
      const context = pullRequest(7);
      const preview = (says: string) => run({ name: 'reviewed', says }, { mode: 'preview' }, { context });
      const opened = well(await preview('first draft'), 'deployed');
      expect(await subject.visit(opened.outputs.url ?? '')).toContain('first draft');
      const pushed = well(await preview('second draft'), 'deployed');
      expect(await subject.visit(pushed.outputs.url ?? '')).toContain('second draft');
      expect(await subject.visit(production.outputs.url ?? '')).toContain('production');
      expect(named('reviewed').length).toBeLessThanOrEqual(2);

      const closed = await run({ name: 'reviewed', says: 'x' }, { mode: 'teardown' }, { context });
      well(closed, 'removed');
      expect(named('reviewed').map(({ id }) => id)).toEqual([production.outputs.id]);
      expect(await subject.visit(production.outputs.url ?? '')).toContain('production');
      well(await run({ name: 'reviewed', says: 'x' }, { mode: 'teardown' }, { context }), 'removed');
    });

    test('the previews of closed pull requests are swept, those of open ones stay', async () => {
      const wish = { name: 'swept', says: 'production' };
      const production = well(await run(wish), 'deployed');
      const numbers = [github.pulls.open(), github.pulls.open(), github.pulls.open()];
      const urls: string[] = [];
      for (const number of numbers) {
        const preview = { ...wish, says: `preview ${number}` };
        const made = await run(preview, { mode: 'preview' }, { context: pullRequest(number) });
        urls.push(well(made, 'deployed').outputs.url ?? '');
      }
      const [closed = 0, open, merged = 0] = numbers;
      for (const number of [closed, merged]) github.pulls.close(number);
      const inputs = { mode: 'teardown', 'github-token': github.createToken() };
      well(await run(wish, inputs, { context: { apiUrl: github.url } }), 'removed');
      const answers = await Promise.all(urls.map((url) => subject.visit(url)));
      expect(answers.map((text) => text.includes('preview'))).toEqual([false, true, false]);
      expect(answers[1]).toContain(`preview ${open}`);
      expect(await subject.visit(production.outputs.url ?? '')).toContain('production');
    });

    test('a broken release fails the run, and the message is not that it went well', async () => {
      const first = well(await run({ name: 'wobbly', says: 'well' }), 'deployed');
      const patience = { 'health-check-timeout': '2', rollback: 'true' };
      const done = await run({ name: 'wobbly', says: 'broken', isBroken: true }, patience);
      expect(done.exitCode).toBe(1);
      expect(done.outputs).toMatchObject({ status: 'failed', id: first.outputs.id });
      const answer = await subject.visit(first.outputs.url ?? '');
      const codes = done.findings.map(({ code }) => code);
      const { rollback } = subject.can;
      expect(codes.filter((code) => ['no-rollback', 'rolled-back'].includes(code))).toEqual(
        { no: ['no-rollback'], back: ['rolled-back'], draft: [] }[rollback],
      );
      expect(answer).toContain(rollback === 'no' ? 'broken' : 'well');
    });

    test('a cancelled run says so, and leaves one app', async () => {
      well(await run({ name: 'stopped', says: 'one' }), 'deployed');
      const cancel = new AbortController();
      const watch = (line: string) => {
        if (line.startsWith(subject.begins)) cancel.abort(new Cancelled('The run was cancelled (SIGTERM).'));
      };
      const done = await run({ name: 'stopped', says: 'two' }, {}, { watch, signal: cancel.signal });
      expect(done.exitCode).toBe(1);
      expect(done.findings.filter(({ level }) => level === 'error').map(({ code }) => code)).toEqual(['cancelled']);
      expect(named('stopped')).toHaveLength(1);
      well(await run({ name: 'stopped', says: 'two' }), 'deployed');
    });

    test('a task is run, and what it prints is shown until its end', async ({ skip }) => {
      if (!subject.can.invoke) skip();
      const wish: Wish = { name: 'nightly', says: 'done', kind: 'task' };
      const deployed = well(await run(wish), 'deployed');
      const done = well(await run(wish, { mode: 'invoke' }), 'invoked');
      expect(done.outputs).toMatchObject({ id: deployed.outputs.id });
      expect(done.outputs['invocation-id']).toMatch(/^[\w-]+$/);
      expect(done.lines.join('\n')).toContain('  | done');
    });
  });
}

/** A cache service that lasts as long as the test file. */
const kept = new Map<string, string>();
const newest = async (_: string, key: string) => [...kept.keys()].findLast((one) => one.startsWith(`${key}-`));
const cache: CacheStore = {
  find: newest,
  restore: async (path, key, exact) => (kept.has(key) ? key : exact ? undefined : newest(path, key)),
  save: async (path, key) => void kept.set(key, path),
  isDown: () => false,
};
