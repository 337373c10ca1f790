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
const nothingAt = (port = ''): string =>
  `nothing listens on port ${port}${port === '9000' ? ', where the app has to be behind a service of the Request Flow' : ''}`;

/** Why a deployment failed: a part of a sentence, and what to do, where that is known. */
type Told = { readonly told: string; readonly remedy?: string };

const LISTEN = 'Have the app listen on host 0.0.0.0 and on that port, or set `run-command` to a command that does.';
const REQUESTED =
  'Clever Cloud requests the path in the app’s variable CC_HEALTH_CHECK_PATH: set `health-check-path` to one that returns 2xx without a login.';

/** The causes that the platform names in a log, what they mean, and what to do. The last line that fits counts. */
const CAUSES: readonly (readonly [
  pattern: RegExp,
  told: (...parts: readonly string[]) => string,
  remedy?: (...parts: readonly string[]) => string | undefined,
])[] = [
  [/listening on localhost/i, () => 'the app listens on localhost only', () => LISTEN],
  [
    /Response from GET (\S+) is (\d{3}), expected/,
    (path, status) => `the health check of ${path} got ${status}`,
    (_, status = '') => (status < '500' ? REQUESTED : undefined),
  ],
  [/Error while checking (\/\S*)/, (path) => `the health check of ${path} got no answer`],
  [/Nothing listening on \S*:(\d+)/i, (port) => nothingAt(port), () => LISTEN],
  [/port \(?(\d+)\)?.* not listening/i, (port) => nothingAt(port), () => LISTEN],
  [
    /The lockfile at .?uv\.lock.? needs to be updated/i,
    () => 'uv.lock does not fit pyproject.toml',
    () => 'Run `uv lock`, and commit uv.lock.',
  ],
  [/CC_PYTHON_VERSION: (.+)/, (why) => `CC_PYTHON_VERSION: ${why}`],
  [/(cron\.json .*not valid.*)/i, (why) => `clevercloud/${why}`],
  [
    /No space left on device|Killed|out of memory/i,
    () => 'the machine is too small: it ran out of memory or disk',
    () => 'Set a larger `flavor`, or `build-flavor` for the build, under [tool.uv-deploy.clever-cloud].',
  ],
];

/** What the platform says in the log of a deployment that failed. */
export function causeIn(lines: readonly string[]): Told | undefined {
  for (const [pattern, told, remedy] of CAUSES) {
    const found = lines.findLast((line) => pattern.test(line));
    if (found === undefined) continue;
    const parts = (pattern.exec(found) ?? []).slice(1).map((part) => part ?? '');
    const advice = remedy?.(...parts);
    return { told: quote(told(...parts), 300), ...(advice !== undefined && { remedy: advice }) };
  }
  return undefined;
}
