import { Cancelled, failure, messageOf, warning } from '../findings/finding.ts';
import { quote } from '../findings/text.ts';
import { duration } from '../findings/units.ts';
import type { Connection, Identity, Invocation, Item, Progress, Tasks } from '../platforms/gateway.ts';
import { causeIn } from '../project/failure/causes.ts';
import { lastException } from '../project/failure/traceback.ts';
import type { Deps, Run } from '../report/deps.ts';
import { both, createGate } from '../report/gate.ts';
import type { Status } from '../report/journal.ts';
import { createRunLog } from '../report/run-log.ts';
import { gatewayDeps, requireAccess, signOn } from './access.ts';
import { waitFor } from './release/wait.ts';

/** The server gets this long to stop a run: a cancelled step has 7 s in all. */
const STOP_MS = 4_000;

/** How much of the log's end is reported, in lines and characters: in the error, and in the summary. */
const IN_ERROR = [10, 1_500] as const;
const IN_SUMMARY = [40, 5_000] as const;

type Failed = Extract<Progress, { state: 'failed' }>;

/** Starts a task that is on the server, and follows its run. Throws when the task fails; nothing is deployed. */
export async function invoke(run: Run): Promise<Status> {
  const { inputs, project, platform, journal, say, stage, signal } = run;
  const { identity: found, findings } = await platform.identify(project, inputs);
  const [given, identity] = createGate(run).open(both(requireAccess(run), { value: found, findings }));
  const access = await signOn(given, run);
  const connection = await platform.open(identity, access, gatewayDeps(run));
  const { tasks } = connection;
  if (!tasks) {
    const remedy = platform.words.noTasks ?? 'Use mode: deploy, or another platform.';
    throw failure('no-tasks', `${platform.name} has no tasks to invoke.`, remedy);
  }

  await stage('Run', async () => {
    await connection.verify();
    say(`${access.server} accepts the ${platform.words.credential}.`);
    const item = await find(connection, identity, access.server);
    say(`Found '${quote(item.name)}' (${item.id}).`);
    journal.name(item.name);
    journal.item(item);
    const names = Object.keys(inputs.params ?? {});
    journal.params(names);
    if (names.length > 0) say(`Parameters: ${names.map((name) => quote(name)).join(', ')}.`);

    journal.left(`The task was being started: check at ${item.consoleUrl} whether it runs.`);
    const invocation = await tasks.start(item, inputs.params).finally(() => {
      if (!signal.aborted) journal.left('');
    });
    journal.left(`Run ${invocation.id} continues on the server: ${invocation.logUrl}`);
    journal.invocation(invocation);
    say(`The task was started: run ${invocation.id}. ${invocation.logUrl}`);
    if (inputs.wait) await followRun(invocation, tasks, inputs.timeoutMs, run);
    else notFollowed(invocation, run);
  });
  return 'invoked';
}

async function find(connection: Connection, { id, name }: Identity, server: string): Promise<Item> {
  const item = await connection.find();
  if (item) return item;
  throw failure(
    'no-item',
    `There is no '${quote(name || id)}' on ${server} to invoke.`,
    "Deploy it first with mode: deploy, or correct 'id' or 'name'.",
  );
}

/** Follows a run to its end and prints what it prints. A run that is given up is stopped on the server. */
async function followRun(run: Invocation, tasks: Tasks, limitMs: number, deps: Deps): Promise<void> {
  const { journal, host, clock } = deps;
  const begun = clock.now();
  const log = createRunLog(host, run.logUrl);
  const ask = async (withinMs: number) => {
    const progress = await tasks.progress(run, withinMs);
    if (progress.state === 'untold') return progress;
    if (progress.state === 'running') {
      if (!log.isFull()) log.grow((await tasks.log(run, false)) ?? '');
      return progress;
    }
    log.finish((await tasks.log(run, true)) ?? '');
    return progress.state === 'failed' ? explained(progress, log) : progress;
  };
  const told = () => journal.ran(clock.now() - begun, log.end(...IN_SUMMARY));
  const course = {
    noun: 'run',
    ...run,
    ask,
    leave: async () => ({ told: await stop(run, tasks), findings: [] }),
  } as const;
  try {
    const { state } = await waitFor(course, limitMs, deps);
    if (state === 'untold') return untold(run, deps);
    host.info(`The task succeeded after ${duration(clock.now() - begun)}.`);
    told();
  } catch (error) {
    told();
    if (error instanceof Cancelled) journal.left(await stop(run, tasks));
    throw error;
  }
}

/** A run that failed, with what its log says of it. */
function explained(progress: Failed, log: ReturnType<typeof createRunLog>): Failed {
  const all = log.end(...IN_SUMMARY);
  const cause = causeIn(all);
  const details = [cause?.message ?? lastException(all), log.end(...IN_ERROR)].filter(Boolean).join('\n');
  // A run gets its variables from the deployment.
  const remedy =
    cause?.code === 'start-missing-variable'
      ? "Set it on the platform, or with the 'env' input of the step that deploys the task."
      : cause?.remedy;
  return { ...progress, ...(details !== '' && { details }), ...(remedy !== undefined && { remedy }) };
}

/** Stops a run, also when the step itself is cancelled by now. Answers what became of it. */
async function stop(run: Invocation, tasks: Tasks): Promise<string> {
  const within = AbortSignal.timeout(STOP_MS);
  try {
    await tasks.stop(run, within);
    return `Run ${run.id} was stopped on the server.`;
  } catch (error) {
    const why = within.aborted ? 'the server did not answer in time.' : messageOf(error);
    return `Run ${run.id} could not be stopped and continues on the server (${run.logUrl}): ${why}`;
  }
}

const untold = ({ logUrl }: Invocation, { report }: Deps): void =>
  report([
    warning(
      'run-not-followed',
      'The task was started. This server does not report how its runs end, so the run did not wait for it.',
      `See ${logUrl}, or have the server updated.`,
    ),
  ]);

const notFollowed = ({ logUrl }: Invocation, { report }: Deps): void =>
  report([
    warning(
      'not-followed',
      'The task was started. With wait: false, the run did not wait for its end.',
      `See ${logUrl}, or remove wait: false.`,
    ),
  ]);
