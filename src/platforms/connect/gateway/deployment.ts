import { error, Failure, type Finding, placed } from '../../../findings/finding.ts';
import { quote } from '../../../findings/text.ts';
import { checkHealth } from '../../../ports/http/health.ts';
import type { Left, Progress } from '../../gateway.ts';
import { firstVisit } from '../../shared/first-visit.ts';
import { createShownLog } from '../../shared/shown-log.ts';
import { authorization } from '../api/client.ts';
import { isOwnAnswer, PRIVATE_APP } from '../api/refusals.ts';
import type { Task } from '../api/values.ts';
import { superseded, toItem } from './contents.ts';
import { diagnose, printedBy } from './diagnosis.ts';
import type { Workbench } from './item-spec.ts';
import type { Revert } from './undo.ts';

/**
 * What has been begun with a bundle. `live`: it becomes what people see. `draft`: it is looked at first, and then made live.
 * `preview`: it is a draft and stays one.
 */
export type Begun = {
  readonly guid: string;
  readonly bundleId: string;
  readonly taskId: string;
  readonly as: 'live' | 'draft' | 'preview';
  /** The bundle that is live until then. */
  readonly before: string | undefined;
  /** Whether nothing was live before. */
  readonly isFirst?: boolean;
};

/** A bundle on its way through its task, the look at its draft and its activation. */
export type Deployment = ReturnType<typeof createDeployment>;

/** How long the server may hold back its answer, and how long the gateway asks on in one go: together they make few requests. */
const WAIT_S = 2;
const PATIENCE_MS = 8_000;
/** A server that does not hold its answers back is not asked more often than this. */
const LEAST_PAUSE_MS = 500;

/** Follows a bundle. `revert` is called when it is sure that it does not become live, and answers what there is to say of that. */
export function createDeployment(begun: Begun, bench: Workbench, revert: Revert = async () => []) {
  const { guid, bundleId } = begun;
  const { api, deps } = bench;
  const show = createShownLog(deps, logOf(api.server, guid));
  let task = createTaskReader(begun.taskId, show, bench);
  let isActivated = begun.as !== 'draft';
  let isLooked = isActivated;
  let end: Progress | undefined;

  const activate = async (): Promise<void> => {
    const trouble = await lookAtDraft(begun, bench);
    if (trouble) throw new Failure([trouble, ...(await revert())]);
    const content = await api.content(guid);
    if (![begun.before, bundleId].includes(content.bundleId)) {
      throw new Failure([superseded(api.server, content, bundleId), ...(await revert({ live: content }))]);
    }
    deps.say(`The draft is healthy: bundle ${bundleId} is activated.`);
    isActivated = true; // even if no answer says so
    task = createTaskReader((await api.deploy(guid, bundleId)) ?? begun.taskId, show, bench);
    isLooked = true;
  };

  return {
    progress: async (withinMs: number): Promise<Progress> => {
      while (end === undefined) {
        const read = await task(withinMs);
        if (!read.finished) return { state: 'running' };
        if (read.failed) throw new Failure([await failed(begun, read, bench), ...(await revert())]);
        if (isLooked) end = { state: 'live' };
        else await activate();
      }
      return end;
    },

    /** A draft that is not looked at any more does not become live, however its task ends. */
    cancel: async (within: AbortSignal): Promise<Left | undefined> => {
      if (isActivated) return undefined;
      const told = `It is a draft that nobody activates any more: bundle ${bundleId} does not become live.${staying(begun)} Run the job again.`;
      return { told, findings: await revert({ within }) };
    },
  };
}

/** Asks how a task goes, for as long as it is worth in one go, and shows what it prints. */
function createTaskReader(id: string, show: (lines: readonly string[]) => void, { api, deps }: Workbench) {
  const { clock, signal } = deps;
  let first = 0;
  return async (withinMs: number): Promise<Task> => {
    const begun = clock.now();
    const until = begun + Math.min(PATIENCE_MS, withinMs);
    for (;;) {
      const asked = clock.now();
      const task = await api.task(id, first, WAIT_S, { limitMs: begun + withinMs - asked });
      show(task.output);
      first = Math.max(first, task.last);
      if (task.finished || clock.now() >= until) return task;
      await clock.sleep(Math.max(0, asked + LEAST_PAUSE_MS - clock.now()), signal);
    }
  };
}

const logOf = (server: string, guid: string): string => `${toItem(server, { guid, name: '' }).consoleUrl}/logs`;

/** What people see as long as the bundle is not live, as a sentence of its own. */
function staying({ before, isFirst }: Begun): string {
  if (before !== undefined) return ` Bundle ${before} stays live.`;
  return isFirst ? ' Nothing is live yet.' : '';
}

/** What the server says of a task that failed. */
async function failed(begun: Begun, { error: told }: Task, { api, deps }: Workbench): Promise<Finding> {
  const { guid, bundleId } = begun;
  const { error: cause, log, words } = await diagnose(guid, bundleId, api);
  const { cause: known, place } = deps.readFailure(words);
  if (log !== '') {
    deps.say('The end of the log of the job:');
    deps.quoted(log);
  }
  const why = [quote(told, 300), ...(cause === '' || told.includes(cause) ? [] : [cause])].filter(Boolean).join('; ');
  const details = log === '' ? '' : `\nThe end of its log:\n${log}`;
  return error(
    'deployment-failed',
    `The server could not deploy bundle ${bundleId}: ${why || 'it gives no reason'}.${known ? ` ${known.message}` : ''}${staying(begun)}${details}`,
    `${known?.remedy ?? 'Fix what the log names, and run the job again.'} ${logOf(api.server, guid)}`,
    place,
  );
}

/** What is wrong with a draft that is not healthy; nothing that people see has changed then. */
async function lookAtDraft(begun: Begun, { target, access, api, deps }: Workbench): Promise<Finding | undefined> {
  const { guid, bundleId } = begun;
  const item = toItem(api.server, { guid, name: '' });
  const url = `${item.url}/_bundle${bundleId}`;
  deps.say(`Looking at the draft: ${url}/`);
  const { healthPaths: paths, healthLimitMs: limitMs } = target;
  const consoleUrl = `${item.consoleUrl}/draft/${bundleId}`;
  const draft = { url, limitMs, headers: authorization(access), consoleUrl };
  // On Connect, no app listens by itself.
  const meaning = { privateApp: PRIVATE_APP, isPlatforms: isOwnAnswer, readFailure: deps.readFailure, listens: false };
  const { finding } = await checkHealth({ ...draft, ...meaning, paths }, deps);
  const notActivated = `The draft, bundle ${bundleId}, was not activated.${staying(begun)}`;
  if (finding === undefined) {
    const printed = () => printedBy(guid, bundleId, api);
    const visited = await firstVisit({ ...draft, printed, isPublic: false }, deps);
    if (visited?.level === 'error') return { ...visited, message: `${notActivated} ${visited.message}` };
    if (visited) deps.say(visited.message);
    return undefined;
  }
  const { error, log, words } = await diagnose(guid, bundleId, api);
  if (log !== '') {
    deps.say('The end of the log of the draft:');
    deps.quoted(log);
  }
  // The page of an app that does not start may show the log already.
  const isShown = finding.message.includes(log.split('\n').at(-1) ?? '');
  const details = isShown ? '' : [error, `The end of its log:\n${log}`].filter((part) => part !== '').join('\n');
  const { cause, place } = deps.readFailure(words);
  return {
    ...placed(finding, place),
    code: 'draft-unhealthy',
    message: `${notActivated} ${cause && !finding.message.includes(cause.message) ? `${cause.message} ` : ''}${finding.message}${details && `\n${details}`}`,
    ...(cause && { remedy: `${cause.remedy} Logs: ${consoleUrl}` }),
  };
}
