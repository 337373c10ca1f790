import { error, Failure } from '../../../findings/finding.ts';
import { quote } from '../../../findings/text.ts';
import { checkHealth } from '../../../ports/http/health.ts';
import type { Access, GatewayDeps, Left, Progress } from '../../platform.ts';
import { createShownLog } from '../../shared/shown-log.ts';
import type { ConnectApi } from '../api/api.ts';
import { authorization } from '../api/client.ts';
import type { Runs } from '../api/jobs.ts';
import type { Task } from '../api/values.ts';
import { superseded } from './contents.ts';
import { diagnose } from './diagnosis.ts';
import type { ContentSpec } from './item-spec.ts';
import type { Revert } from './publish.ts';

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

/** How long the server may hold back its answer, and how long the gateway asks on in one go: together they make few requests. */
const WAIT_S = 2;
const PATIENCE_MS = 8_000;
/** A server that does not hold its answers back is not asked more often than this. */
const LEAST_PAUSE_MS = 500;

/**
 * Follows a bundle through its task, the look at its draft and its activation. `takeBack` is called when it is sure that it does not
 * become live, and answers what there is to say of that.
 */
export function createCourse(
  begun: Begun,
  target: ContentSpec,
  access: Access,
  api: ConnectApi,
  runs: Runs,
  deps: GatewayDeps,
  takeBack: Revert = async () => [],
) {
  const { guid, bundleId } = begun;
  const { say, quoted, clock, signal, http } = deps;
  const show = createShownLog(deps, `${access.server}/connect/#/apps/${begun.guid}/logs`);
  const { server } = access;
  let { taskId, as } = begun;
  let first = 0;
  let isActivated = as !== 'draft';
  const end: { progress?: Progress } = {};

  const poll = async (withinMs: number): Promise<Task> => {
    const begun = clock.now();
    const until = begun + Math.min(PATIENCE_MS, withinMs);
    for (;;) {
      const asked = clock.now();
      const task = await runs.task(taskId, first, WAIT_S, { limitMs: begun + withinMs - asked });
      show(task.output);
      first = Math.max(first, task.last);
      if (task.finished || clock.now() >= until) return task;
      await clock.sleep(Math.max(0, asked + LEAST_PAUSE_MS - clock.now()), signal);
    }
  };
  const nothing = begun.isFirst ? ' Nothing is live yet.' : '';
  const stays = begun.before === undefined ? nothing : ` Bundle ${begun.before} stays live.`;

  /** Throws with what the server says of it. */
  const failed = async ({ error: told }: Task): Promise<never> => {
    const { error: cause, log } = await diagnose(guid, bundleId, runs);
    if (log !== '') {
      say('The end of the log of the job:');
      quoted(log);
    }
    const why = [quote(told, 300), ...(cause === '' || told.includes(cause) ? [] : [cause])].filter(Boolean).join('; ');
    const details = log === '' ? '' : `\nThe end of its log:\n${log}`;
    throw new Failure([
      error(
        'deployment-failed',
        `The server could not deploy bundle ${bundleId}: ${why || 'it gives no reason'}.${stays}${details}`,
        `Correct what the log names, and run the job again. ${server}/connect/#/apps/${guid}/logs`,
      ),
      ...(await takeBack()),
    ]);
  };

  /** Throws when the draft is not healthy; nothing that people see has changed then. */
  const look = async (): Promise<void> => {
    say(`Looking at the draft: ${server}/content/${guid}/_bundle${bundleId}/`);
    const { finding } = await checkHealth(
      {
        url: `${server}/content/${guid}/_bundle${bundleId}`,
        paths: target.healthPaths,
        limitMs: target.healthLimitMs,
        headers: authorization(access),
        consoleUrl: `${server}/connect/#/apps/${guid}/draft/${bundleId}`,
      },
      { http, clock, signal, say },
    );
    if (finding === undefined) return;
    const { error, log } = await diagnose(guid, bundleId, runs);
    if (log !== '') {
      say('The end of the log of the draft:');
      quoted(log);
    }
    // The page of an app that does not start may show the log already.
    const isShown = finding.message.includes(log.split('\n').at(-1) ?? '');
    const details = isShown ? '' : [error, `The end of its log:\n${log}`].filter((part) => part !== '').join('\n');
    throw new Failure([
      {
        ...finding,
        code: 'draft-unhealthy',
        message: `The draft, bundle ${bundleId}, was not activated.${stays} ${finding.message}${details && `\n${details}`}`,
      },
      ...(await takeBack()),
    ]);
  };

  return {
    progress: async (withinMs: number): Promise<Progress> => {
      while (end.progress === undefined) {
        const task = await poll(withinMs);
        if (!task.finished) return { state: 'running' };
        if (task.failed) await failed(task);
        if (as === 'draft') {
          await look();
          const content = await api.content(guid);
          if (![begun.before, bundleId].includes(content.bundleId)) {
            throw new Failure([superseded(server, content, bundleId), ...(await takeBack({ live: content }))]);
          }
          say(`The draft is healthy: bundle ${bundleId} is activated.`);
          isActivated = true; // even if no answer says so
          taskId = (await api.deploy(guid, bundleId)) ?? taskId;
          [as, first] = ['live', 0];
        } else end.progress = { state: 'live' };
      }
      return end.progress;
    },

    /** A draft that is not looked at any more does not become live, however its task ends. */
    abandon: async (within: AbortSignal): Promise<Left | undefined> => {
      if (isActivated) return undefined;
      const told = `It is a draft that nobody activates any more: bundle ${bundleId} does not become live.${stays} Run the job again.`;
      return { told, findings: await takeBack({ within }) };
    },
  };
}
