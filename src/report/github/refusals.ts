import { type Failure, failure } from '../../findings/finding.ts';
import { quote } from '../../findings/text.ts';
import { duration } from '../../findings/units.ts';
import type { Refusals } from '../../ports/http/client.ts';
import type { HttpResponse } from '../../ports/http/http.ts';
import { jsonOf } from '../../ports/http/json.ts';

/** What is being done, as the end of "failed while", and the permission it takes, as a workflow spells it. */
export type Step = { readonly doing: string; readonly needs: `${string}: ${'read' | 'write'}` };

type Refusal = { readonly code: string; readonly why: string; remedy(step: Step, response: HttpResponse): string };
type Fits = (response: HttpResponse) => boolean;

const row = (fits: Fits, code: string, why: string, remedy: string | Refusal['remedy']): [Fits, Refusal] => [
  fits,
  { code, why, remedy: typeof remedy === 'string' ? () => remedy : remedy },
];

const lacksPermission: Fits = ({ status, headers, text }) =>
  status === 403 &&
  (headers['x-accepted-github-permissions'] !== undefined || /not accessible by|must have|permission/i.test(text));

/** What an answer means and what to do. The first row that fits is reported. */
const REFUSALS = [
  row(
    ({ status }) => status === 401,
    'github-unauthorized',
    'GitHub does not accept the token',
    "Remove 'github-token' to use the job's own, or set one that has not expired.",
  ),
  row(
    lacksPermission,
    'github-permission',
    'the token lacks a permission',
    (step, response) =>
      `Add \`${permission(step, response)}\` under \`permissions:\` of the job, next to \`contents: read\`. Runs for pull requests from forks get a token that can't write, whatever the workflow says.`,
  ),
  row(
    ({ status }) => status === 403,
    'github-forbidden',
    'GitHub does not allow it',
    'Fix what GitHub reports; the settings of the repository or organization may forbid it.',
  ),
  row(
    ({ status }) => status === 404 || status === 410,
    'github-not-found',
    'GitHub does not have it, or hides it from this token',
    ({ needs }) =>
      `Check 'pull-request', that the token is for this repository, and that the job has \`${needs}\` under \`permissions:\`.`,
  ),
  row(
    ({ status }) => status === 409 || status === 422,
    'github-invalid',
    'GitHub rejects the request as invalid',
    'Fix what GitHub reports; if nothing explains it, please report it with the log.',
  ),
  row(
    ({ status }) => status >= 500,
    'github-error',
    'GitHub had an error',
    'Run the job again later; githubstatus.com shows outages.',
  ),
  row(
    ({ status }) => status >= 300 && status < 400,
    'github-redirects',
    'GitHub redirects the request to a place that must not get the token',
    'If the repository was renamed or moved, start a new run: it has the new name.',
  ),
  row(() => true, 'github-refused', 'GitHub refused', 'Fix what GitHub reports, and run the job again.'),
];

/** The failures of GitHub's API. */
export const refusals: Refusals<Step> = {
  said,
  refused: (step, response) => {
    const [, { code, why, remedy }] = REFUSALS.find(([fits]) => fits(response)) as [Fits, Refusal];
    return failure(code, `${failed(step)}: ${why} (${response.status}${said(response)}).`, remedy(step, response));
  },
  unusable: (step, { status }) =>
    failure(
      'github-unreadable',
      `${failed(step)}: the response (${status}) is not from GitHub's API, or was cut short.`,
      'Run the job again. If it happens again, check for a proxy that answers instead.',
    ),
  unreachable: (step, error) =>
    failure(
      'github-unreachable',
      `${failed(step)}: ${error.message}.`,
      'Check that this runner reaches the API of GitHub, and run the job again.',
      { cause: error },
    ),
};

/** A step that was turned down for a rate limit, and longer than it is worth waiting for. */
export const limited = (step: Step, response: HttpResponse, pauseMs: number): Failure =>
  failure(
    'github-rate-limited',
    `${failed(step)}: GitHub’s rate limit is reached (${response.status}${said(response)}).`,
    `Run the job again in ${duration(pauseMs)} or later. All jobs of a repository share one limit.`,
  );

/** A list that does not end: a part of it must not be taken for the whole. */
export const endless = (step: Step, rows: number): Failure =>
  failure(
    'github-too-many',
    `${failed(step)}: there are more than ${rows} entries.`,
    'Close or delete what is no longer needed.',
  );

/** What GitHub said for itself, as the end of a sentence: the message of an error, and those of its details. */
function said(response: HttpResponse): string {
  const { message, errors } = (jsonOf(response) ?? {}) as { message?: unknown; errors?: unknown };
  const details = Array.isArray(errors) ? errors.map((one: { message?: unknown } | null) => one?.message) : [];
  const messages = [message, ...details].filter((one) => typeof one === 'string' && one !== '');
  return messages.length === 0 ? '' : `: "${quote(messages.join('; '), 200)}"`;
}

/** The permissions that a workflow can give, as `permissions:` spells them. */
const GRANTABLE = new Set([
  ...['actions', 'attestations', 'checks', 'contents', 'deployments', 'discussions', 'issues', 'packages', 'pages'],
  ...['pull-requests', 'security-events', 'statuses'],
]);

/**
 * The permission to name: the step's own, unless GitHub accepts only others. It names what the one request takes; what writes in the
 * end may begin with a request that reads, and is refused there.
 * `x-accepted-github-permissions` lists sets that each would do, such as `issues=write; pull_requests=write`.
 */
function permission({ needs }: Step, { headers }: HttpResponse): string {
  const header = headers['x-accepted-github-permissions'];
  const accepted = (typeof header === 'string' ? header : '').split(/[;,]/).flatMap((text) => {
    const [, name = '', level = ''] = /^\s*([a-z_]{1,40})=(read|write)\s*$/.exec(text) ?? [];
    const spelt = name.replaceAll('_', '-');
    return GRANTABLE.has(spelt) ? [`${spelt}: ${level}`] : [];
  });
  const [scope] = needs.split(':');
  return accepted.some((one) => one.startsWith(`${scope}:`)) ? needs : (accepted[0] ?? needs);
}

/** `writing the comment` as `Writing the comment failed`. */
const failed = ({ doing }: Step): string => `${doing.charAt(0).toUpperCase()}${doing.slice(1)} failed`;
