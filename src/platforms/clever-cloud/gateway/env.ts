import type { EnvVar } from '../../../inputs/dotenv.ts';
import type { Env } from '../api/values.ts';

/** What is live, from which files, and how they were tried: `<commit>/<tree>`, and `/<trial>` where there was one. Written before the push, it is believed only where that commit is live. */
const RELEASE = 'UV_DEPLOY_ID';

const HEALTH_PATH = /^CC_HEALTH_CHECK_PATH(?:_\d+)?$/;

/**
 * The variables that an app is to have. What is neither managed nor the step's is left as it is, but for paths of health checks
 * where these are managed: an old one with another number would be checked as well.
 */
export function wantedEnv(current: Env, managed: Env, own: readonly EnvVar[]): Env {
  const given = { ...managed, ...Object.fromEntries(own.map(({ name, value }) => [name, value])) };
  const isManaged = Object.keys(given).some((name) => HEALTH_PATH.test(name));
  const kept = Object.entries(current).filter(([name]) => !isManaged || !HEALTH_PATH.test(name));
  return { ...Object.fromEntries(kept), ...given };
}

/** The names whose values differ, apart from the mark of the release. */
export const changedNames = (before: Env, after: Env): string[] =>
  differing(before, after).filter((name) => name !== RELEASE);

const differing = (before: Env, after: Env): string[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((name) => before[name] !== after[name]);

export const isSameEnv = (before: Env, after: Env): boolean => differing(before, after).length === 0;

export type Marked = { readonly commit: string; readonly tree: string; readonly trial?: string | undefined };

export const withRelease = (env: Env, { commit, tree, trial }: Marked): Env => ({
  ...env,
  [RELEASE]: [commit, tree, ...(trial === undefined ? [] : [trial])].join('/'),
});

/** The release that the variables name; `undefined` for apps that this action has not deployed. */
export function releaseIn(env: Env): Marked | undefined {
  const [, commit = '', tree = '', trial] =
    /^([0-9a-f]{40,64})\/([0-9a-f]{40,64})(?:\/([0-9a-f]{1,64}))?$/.exec(env[RELEASE] ?? '') ?? [];
  return commit === '' ? undefined : { commit, tree, trial };
}

/** `current` with the values of `before` for all that is still as `set` has it: what somebody else has changed since is theirs. */
export function putBackEnv(current: Env, set: Env, before: Env): Env {
  const rows = Object.entries({ ...before, ...current }).flatMap(([name]): [string, string][] => {
    const value = current[name] === set[name] ? before[name] : current[name];
    return value === undefined ? [] : [[name, value]];
  });
  return Object.fromEntries(rows);
}
