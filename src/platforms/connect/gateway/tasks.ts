import { Failure, failure } from '../../../findings/finding.ts';
import { quote } from '../../../findings/text.ts';
import { lingering } from '../../../ports/clock.ts';
import { pauseBefore, RETRIES } from '../../../ports/http/retry.ts';
import type { GatewayDeps, Invocation, Item, Progress, Tasks } from '../../platform.ts';
import type { Api } from '../api/api.ts';
import type { Runs } from '../api/jobs.ts';
import type { Content, Job } from '../api/values.ts';
import { isRendered } from './contents.ts';
import { diagnose } from './diagnosis.ts';

const WAIT_S = 1;
/** After a start without an answer: how long the server gets to show the job that renders. */
const LOOK_MS = 5_000;
const LOOK_EVERY_MS = 500;
/** How long a start that is under way may go on when the job is cancelled: what is known to run can be stopped. */
const LINGER_MS = 2_500;

/** What renders: the task that the server has told of, or, where its answer was lost, the job that is new since. */
type Rendering = {
  readonly as: 'task' | 'job';
  readonly id: string;
  /** The jobs there were before; `undefined` where this key may not list them. */
  readonly before: ReadonlySet<string> | undefined;
  /** What it has printed: the server hands out a task's lines once. */
  lines: readonly string[];
};

/** Rendered content can be rendered again, which is what its schedule would do; nothing else can be invoked. */
export function createTasks(api: Api, runs: Runs, deps: GatewayDeps): Tasks {
  const { say, clock, signal } = deps;
  const renderings = new Map<string, Rendering>();
  const renderingOf = ({ id }: Invocation): Rendering =>
    renderings.get(id) ?? { as: 'task', id, before: undefined, lines: [] };

  const jobs = (guid: string): Promise<readonly Job[] | undefined> =>
    runs.jobs(guid).catch((error: unknown) => {
      if (error instanceof Failure && error.findings.every(({ code }) => code === 'forbidden')) return undefined;
      throw error;
    });

  /** The job that a start without an answer has begun. Throws when there may be one that can't be told. */
  const findStarted = async (item: Item, before: ReadonlySet<string> | undefined, why: string) => {
    say(`The start has no answer (${why}); looking whether the server renders.`);
    const look = async () => (await jobs(item.id))?.filter(({ key }) => !before?.has(key));
    const end = clock.now() + LOOK_MS;
    let found = before && (await look());
    while (found?.length === 0 && clock.now() < end) {
      await clock.sleep(LOOK_EVERY_MS, signal);
      found = await look();
    }
    if (found === undefined || found.length > 1) throw lostStart(item, why);
    return found[0];
  };

  const start = async (item: Item): Promise<Rendering> => {
    const hasCall = (await api.supports('render')) !== false;
    const known = await jobs(item.id);
    const before = known && new Set(known.map(({ key }) => key));
    for (let attempt = 1; ; attempt++) {
      signal.throwIfAborted();
      const begun = await runs.render(item.id, hasCall, lingering(signal, LINGER_MS));
      if (begun.outcome === 'begun') return { as: 'task', id: begun.id, before, lines: [] };
      if (begun.outcome === 'again') {
        if (attempt >= RETRIES) throw begun.failure;
        const pause = pauseBefore(attempt, begun.response);
        say(`The server can't render now; trying again in ${(pause / 1000).toFixed(1)} s.`);
        await clock.sleep(pause, signal);
        continue;
      }
      const job = await findStarted(item, before, begun.why);
      if (job) {
        say(`The server renders: job ${job.key}.`);
        return { as: 'job', id: job.key, before, lines: [] };
      }
      if (attempt >= RETRIES) throw lostStart(item, begun.why);
      say('The server shows no job of it; starting it again.');
    }
  };

  /** Reads how it goes, with the lines it has printed since. */
  const ask = async (rendering: Rendering, { item }: Invocation): Promise<{ ended: boolean; error?: string }> => {
    const { as, id, lines } = rendering;
    if (as === 'job') {
      const { running, exitCode } = await runs.job(item.id, id);
      rendering.lines = await runs.jobLog(item.id, id);
      return running || exitCode === 0 ? { ended: !running } : { ended: true, error: '' };
    }
    const task = await runs.task(id, lines.length, WAIT_S);
    rendering.lines = [...lines, ...task.output];
    return { ended: task.finished, ...(task.failed && { error: task.error }) };
  };

  return {
    start: async (item, params): Promise<Invocation> => {
      const content = await api.content(item.id);
      const refusal = cannotRender(content) ?? (Object.keys(params ?? {}).length > 0 ? noParams() : undefined);
      if (refusal) throw refusal;
      const rendering = await start(item);
      renderings.set(rendering.id, rendering);
      return { id: rendering.id, item, logUrl: `${item.consoleUrl}/logs` };
    },

    progress: async (invocation): Promise<Progress> => {
      const rendering = renderingOf(invocation);
      const { ended, error } = await ask(rendering, invocation);
      if (!ended) return { state: 'running' };
      if (error === undefined) return { state: 'live' };
      const { error: cause, log } = await diagnose(invocation.item.id, undefined, runs);
      const isShown = rendering.lines.includes(log.split('\n').at(-1) ?? '');
      if (!isShown) rendering.lines = [...rendering.lines, ...log.split('\n')];
      const why = [quote(error, 300), ...(error.includes(cause) ? [] : [cause])].filter(Boolean).join('; ');
      return {
        state: 'failed',
        message: `Connect could not render the document${why && `: ${why}`}`,
        remedy: 'Read its log. What was rendered before stays in place.',
      };
    },

    log: async (invocation) =>
      renderingOf(invocation)
        .lines.map((line) => `${line}\n`)
        .join(''),

    /** Connect ends jobs, not tasks: the one that renders was not there before. */
    stop: async (invocation, within) => {
      const { item } = invocation;
      const { as, id, before } = renderingOf(invocation);
      const running = (await runs.jobs(item.id, within)).filter((job) => job.running && !before?.has(job.key));
      const [job, ...others] = running;
      if (job && others.length === 0) return runs.stopJob(item.id, job.key, within);
      const isOver = as === 'job' ? job === undefined : (await runs.task(id, 0, 0, within)).finished;
      if (!isOver) throw notStopped(item, job !== undefined);
    },
  };
}

/** Why the content is nothing that can be rendered. */
function cannotRender({ name, guid, appMode, bundleId }: Content): Failure | undefined {
  const what = `'${quote(name)}' (${guid})`;
  if (bundleId === undefined) {
    return failure(
      'no-bundle',
      `${what} has nothing to render: no deployment of it has succeeded yet.`,
      'Deploy it first with mode: deploy.',
    );
  }
  if (isRendered(appMode) && appMode !== 'static') return undefined;
  return failure(
    'not-a-task',
    `${what} is ${quote(appMode)}: only documents can be rendered; apps run by themselves, and pages are as they are.`,
    'Use mode: deploy, or invoke a rendered notebook or Quarto document.',
  );
}

const noParams = (): Failure =>
  failure(
    'params-unsupported',
    'Connect renders a document without parameters: its API takes none.',
    "Leave out 'params'; what the document needs can be a variable in 'env' of its deployment.",
  );

const lostStart = (item: Item, why: string): Failure =>
  failure(
    'start-unknown',
    `The start had no usable answer (${why}), and which job renders now, if any, can't be told: it was not started again.`,
    `Look at ${item.consoleUrl}/logs, and run the job again if nothing is rendered.`,
  );

const notStopped = (item: Item, isSeveral: boolean): Failure =>
  failure(
    'start-unknown',
    isSeveral
      ? 'several jobs have begun since, and which of them is to be ended can not be told.'
      : 'Connect ends jobs, and shows none of it.',
    `Look at ${item.consoleUrl}/logs.`,
  );
