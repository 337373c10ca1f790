import { Cancelled } from '../../../findings/finding.ts';
import type { GatewayDeps } from '../../gateway.ts';
import { createShownLog } from '../../shared/shown-log.ts';
import type { Api } from '../api/api.ts';
import type { LogLine } from '../api/log-events.ts';
import type { App, DeploymentRow } from '../api/values.ts';
import { consoleUrl } from './apps.ts';
import { linesIn } from './log.ts';

/** After so many reads in a row without an answer, nothing is read any more: the log only decorates. */
const MOST_LOST = 2;

/**
 * The log of a deployment, shown while the deployment is followed. It is read beside the polls, up to the moment of each, so that no
 * poll waits for it; whatever happens to it has no say in how the deployment ends.
 */
export function createLiveLog(app: App, api: Api, deps: GatewayDeps) {
  const show = createShownLog(deps, consoleUrl(app));
  const seen = new Set<string>();
  const all: string[] = [];
  let last = '';
  let lost = 0;
  let reading: Promise<void> | undefined;

  const keep = (lines: readonly LogLine[]): void => {
    const fresh = lines.filter((line) => !seen.has(keyOf(line)));
    for (const line of fresh) seen.add(keyOf(line));
    last = fresh.at(-1)?.date || last;
    all.push(...linesIn(fresh));
    show(linesIn(fresh));
  };
  const read = async ({ uuid, date }: DeploymentRow): Promise<void> => {
    const since = Number.isNaN(Date.parse(last)) ? new Date(date) : new Date(last);
    const lines = await api.logs(app, { deployment: uuid, since, until: new Date() });
    lost = lines === undefined ? lost + 1 : 0;
    keep(lines ?? []);
  };
  /** The end of the step ends a read, too; who follows the deployment hears of that by itself. */
  const quietly = (work: Promise<void>) =>
    work.catch((error: unknown) => {
      if (!(error instanceof Cancelled)) lost += 1;
    });

  return {
    /** Begins to read what has come since, unless that is under way. */
    poll: (deployment: DeploymentRow): void => {
      if (reading !== undefined || lost >= MOST_LOST) return;
      reading = quietly(read(deployment)).finally(() => {
        reading = undefined;
      });
    },
    /** Reads the rest: where that `isNeeded`, even after a read without an answer. Answers what could be had of the whole log. */
    finish: async (deployment: DeploymentRow, isNeeded: boolean): Promise<readonly string[]> => {
      await reading;
      if (isNeeded || lost === 0) await quietly(read(deployment));
      return all;
    },
  };
}

const keyOf = ({ id, date, message }: LogLine): string => id || `${date} ${message}`;
