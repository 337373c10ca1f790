import { type Failure, failure } from '../../../findings/finding.ts';
import { quote } from '../../../findings/text.ts';
import { lingering } from '../../../ports/clock.ts';
import { takeOnce } from '../../../ports/http/once.ts';
import type { GatewayDeps, Invocation, Item, Progress, Tasks } from '../../gateway.ts';
import { unless } from '../../shared/refusals.ts';
import type { ConnectApi } from '../api/api.ts';
import type { Content, Job } from '../api/values.ts';
import { isRendered } from './contents.ts';
import { diagnose } from './diagnosis.ts';

const WAIT_S = 1;
/** How long a start that is under way may go on when the job is cancelled: what is known to run can be stopped. */
const LINGER_MS = 2_500;

/** What renders: the task that the server has told of, or, where its answer was lost, the job that is new since. */
type Rendering = {
  readonly as: 'task' | 'job';
  readonly id: string;
  /** The jobs there were before; `undefined` where this key may not list them. */
  readonly before: ReadonlySet<string> | undefined;
  printed: Printed;
};

/** Rendered content can be rendered again, which is what its schedule would do; nothing else can be invoked. */
export function createTasks(api: ConnectApi, deps: GatewayDeps): Tasks {
  const renderings = new Map<string, Rendering>();
  const renderingOf = ({ id }: Invocation): Rendering =>
    renderings.get(id) ?? { as: 'task', id, before: undefined, printed: NOTHING };

  return {
    start: async (item, params): Promise<Invocation> => {
      const content = await api.content(item.id);
      const refusal = cannotRender(content) ?? (Object.keys(params ?? {}).length > 0 ? noParams() : undefined);
      if (refusal) throw refusal;
      const rendering = await start(item, api, deps);
      renderings.set(rendering.id, rendering);
      return { id: rendering.id, item, logUrl: `${item.consoleUrl}/logs` };
    },

    progress: async (invocation, withinMs): Promise<Progress> => {
      const rendering = renderingOf(invocation);
      const { ended, error } = await ask(rendering, invocation.item, withinMs, api);
      if (!ended) return { state: 'running' };
      return error === undefined ? { state: 'live' } : failed(rendering, invocation.item, error, api);
    },

    log: async (invocation) => renderingOf(invocation).printed.text,

    /** Connect ends jobs, not tasks: the one that renders was not there before. */
    stop: async (invocation, within) => {
      const { item } = invocation;
      const { as, id, before } = renderingOf(invocation);
      const running = (await api.jobs(item.id, within)).filter((job) => job.running && !before?.has(job.key));
      const [job, ...others] = running;
      if (job && others.length === 0) return api.stopJob(item.id, job.key, within);
      const isOver = as === 'job' ? job === undefined : (await api.task(id, 0, 0, { signal: within })).finished;
      if (!isOver) throw notStopped(item, job !== undefined);
    },
  };
}

/** Renders once. Where the answer is lost, the job that is new since is the one that renders. */
async function start(item: Item, api: ConnectApi, deps: GatewayDeps): Promise<Rendering> {
  const hasCall = (await api.supports('render')) !== false;
  const known = await listJobs(item.id, api);
  const before = known && new Set(known.map(({ key }) => key));
  const rendering = (as: Rendering['as'], id: string): Rendering => ({ as, id, before, printed: NOTHING });
  return takeOnce(
    {
      noun: 'start',
      send: async () => {
        const begun = await api.render(item.id, hasCall, lingering(deps.signal, LINGER_MS));
        return begun.outcome === 'accepted' ? { ...begun, taken: rendering('task', begun.taken) } : begun;
      },
      look:
        before &&
        (async () => {
          const found = (await listJobs(item.id, api))?.filter(({ key }) => !before.has(key)) ?? [];
          if (found.length === 1) deps.say(`The server renders: job ${found[0]?.key}.`);
          return found.map(({ key }) => rendering('job', key));
        }),
      lost: (why) => lostStart(item, why),
    },
    deps,
  );
}

/** `undefined` where this key may not list them. */
const listJobs = (guid: string, api: ConnectApi): Promise<readonly Job[] | undefined> =>
  unless('forbidden', api.jobs(guid));

/** Reads how it goes, with the lines it has printed since. */
async function ask(
  rendering: Rendering,
  item: Item,
  limitMs: number,
  api: ConnectApi,
): Promise<{ ended: boolean; error?: string }> {
  const { as, id, printed } = rendering;
  if (as === 'job') {
    const { running, exitCode } = await api.job(item.id, id, { limitMs });
    rendering.printed = withLines(NOTHING, await api.jobLog(item.id, id));
    return running || exitCode === 0 ? { ended: !running } : { ended: true, error: '' };
  }
  const task = await api.task(id, printed.count, WAIT_S, { limitMs });
  rendering.printed = withLines(printed, task.output);
  return { ended: task.finished, ...(task.failed && { error: task.error }) };
}

/** A rendering that failed, with the end of its job's log among what it has printed. */
async function failed(rendering: Rendering, item: Item, error: string, api: ConnectApi): Promise<Progress> {
  const { error: cause, log } = await diagnose(item.id, undefined, api);
  const { printed } = rendering;
  const isShown = printed.text.includes(`${log.split('\n').at(-1) ?? ''}\n`);
  if (!isShown) rendering.printed = withLines(printed, log.split('\n'));
  const why = [quote(error, 300), ...(error.includes(cause) ? [] : [cause])].filter(Boolean).join('; ');
  return {
    state: 'failed',
    message: `Connect could not render the document${why && `: ${why}`}`,
    remedy: 'Read its log. What was rendered before stays in place.',
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
    `The start got no usable response (${why}), and which job renders now, if any, can't be told: it was not started again.`,
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

/**
 * What a rendering has printed, as one text, and how many lines of it the server has handed out: it hands out a task's lines once.
 * Of a very long text only the beginning, which is shown as it grows, and the end are kept.
 */
type Printed = { readonly count: number; readonly text: string };

const NOTHING: Printed = { count: 0, text: '' };

/** In characters. */
const BEGINNING = 250_000;
const END = 750_000;

function withLines({ count, text }: Printed, lines: readonly string[]): Printed {
  const all = text + lines.map((line) => `${line}\n`).join('');
  const isLong = all.length > 2 * (BEGINNING + END);
  return { count: count + lines.length, text: isLong ? `${all.slice(0, BEGINNING)}\n${all.slice(-END)}` : all };
}
