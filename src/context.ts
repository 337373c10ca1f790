import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';

/** What GitHub says about this run: the only reader of `GITHUB_*`, `RUNNER_*` and the event. */
export type Context = {
  /** Absolute path of the checkout. */
  readonly workspace: string;
  /** Absolute path of a folder that dies with the job. */
  readonly temp: string;
  readonly repository: string;
  /** The REST API of this GitHub, without a slash at its end. */
  readonly apiUrl: string;
  readonly sha: string;
  readonly ref: string;
  readonly event: string;
  /** The event's `action` (`opened`, `closed`, ...) or an empty string. */
  readonly eventAction: string;
  readonly hosted: boolean;
  readonly os: string;
  readonly arch: string;
  readonly runUrl: string;
};

type Environment = Readonly<Record<string, string | undefined>>;

export function readContext(environment: Environment): Context {
  const value = (name: string) => environment[name] ?? '';
  const payload = readEvent(value('GITHUB_EVENT_PATH'));
  const repository = value('GITHUB_REPOSITORY');
  const runUrl = `${value('GITHUB_SERVER_URL') || 'https://github.com'}/${repository}/actions/runs/${value('GITHUB_RUN_ID')}`;
  return {
    workspace: value('GITHUB_WORKSPACE') || process.cwd(),
    temp: value('RUNNER_TEMP') || tmpdir(),
    repository,
    apiUrl: (value('GITHUB_API_URL') || 'https://api.github.com').replace(/\/+$/, ''),
    sha: value('GITHUB_SHA'),
    ref: value('GITHUB_REF'),
    event: value('GITHUB_EVENT_NAME'),
    eventAction: typeof payload.action === 'string' ? payload.action : '',
    hosted: value('RUNNER_ENVIRONMENT') === 'github-hosted',
    os: value('RUNNER_OS') || process.platform,
    arch: value('RUNNER_ARCH') || process.arch,
    runUrl: value('GITHUB_RUN_ID') ? runUrl : '',
  };
}

function readEvent(path: string): Record<string, unknown> {
  if (path === '') return {};
  try {
    const payload: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return typeof payload === 'object' && payload !== null ? (payload as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
