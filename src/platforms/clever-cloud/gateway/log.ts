import { stripVTControlCharacters } from 'node:util';
import { quote } from '../../../findings/text.ts';
import type { Api } from '../api/api.ts';
import type { Address } from '../api/apps.ts';
import type { LogLine } from '../api/log-events.ts';
import type { DeploymentRow } from '../api/values.ts';

/** How much of the end of a log is shown, in lines and characters. */
const [LINES, CHARACTERS] = [30, 3_000];

/** What the log of a deployment says so far, line by line; nothing where it can't be had, which never fails a run. */
export async function readLog(app: Address, { uuid, date }: DeploymentRow, api: Api): Promise<readonly string[]> {
  return linesIn((await api.logs(app, { deployment: uuid, since: new Date(date), until: new Date() })) ?? []);
}

/** The lines as they are shown, without colours. */
export const linesIn = (log: readonly LogLine[]): string[] =>
  log.flatMap(({ message }) => stripVTControlCharacters(message).trimEnd().split(/\r?\n/));

export const tailOf = (lines: readonly string[]): string => lines.slice(-LINES).join('\n').slice(-CHARACTERS);

/** Behind a service of the Request Flow it is the app that has to be on port 9000 (Clever Cloud's documentation, "Request Flow"). */
const nothingAt = (port: string): string =>
  `nothing listens on port ${port}${port === '9000' ? ', where the app has to be behind a service of the Request Flow' : ''}`;

/** The causes that the platform names in a log, and what they mean. The last line that fits counts. */
const CAUSES: readonly (readonly [pattern: RegExp, told: (...parts: readonly string[]) => string])[] = [
  [/listening on localhost/i, () => 'the app listens on localhost only: it has to listen on 0.0.0.0'],
  [/Response from GET (\S+) is (\d{3}), expected/, (path, status) => `the health check of ${path} got ${status}`],
  [/Error while checking (\/\S*)/, (path) => `the health check of ${path} got no answer`],
  [/Nothing listening on \S*:(\d+)/i, (port) => nothingAt(port)],
  [/port \(?(\d+)\)?.* not listening/i, (port) => nothingAt(port)],
  [/The lockfile at .?uv\.lock.? needs to be updated/i, () => 'uv.lock does not fit pyproject.toml: run `uv lock`'],
  [/CC_PYTHON_VERSION: (.+)/, (why) => `CC_PYTHON_VERSION: ${why}`],
  [/(cron\.json .*not valid.*)/i, (why) => `clevercloud/${why}`],
  [/No space left on device|Killed|out of memory/i, () => 'the machine is too small: it ran out of memory or disk'],
];

/** Why a deployment failed, as far as its log tells; empty when it does not. */
export function causeIn(lines: readonly string[]): string {
  for (const [pattern, told] of CAUSES) {
    const found = lines.findLast((line) => pattern.test(line));
    const [, ...parts] = pattern.exec(found ?? '') ?? [];
    if (found !== undefined) return quote(told(...parts.map((part) => part ?? '')), 300);
  }
  return '';
}
