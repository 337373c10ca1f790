import { type Finding, messageOf, warning } from '../../../findings/finding.ts';
import type { Api } from '../api/api.ts';
import type { Address } from '../api/apps.ts';
import type { Env } from '../api/values.ts';
import { changedNames, isSameEnv, type Marked, putBackEnv, withRelease } from './env.ts';

/** The variables that a deployment needs, and their way back. */
export type Variables = ReturnType<typeof createVariables>;

/** `before` are those that the app has, `wanted` those that it is to have. */
export function createVariables(app: Address, before: Env, wanted: Env, api: Api) {
  let set: Env | undefined;
  const names = changedNames(before, wanted);

  return {
    before,
    /** The names of those that change. */
    names,
    /** Sets them all at once, with the release that is about to be made. */
    set: async (release: Marked): Promise<void> => {
      // It may be set even if no answer says so.
      set = withRelease(wanted, release);
      await api.setEnv(app, set);
    },
    /** Takes back what was set, for a release that does not go live. Answers what can't be. */
    putBack: async (through: Api = api): Promise<readonly Finding[]> => {
      if (set === undefined) return [];
      const mine = set;
      set = undefined;
      try {
        const current = await through.env(app);
        const back = putBackEnv(current, mine, before);
        if (!isSameEnv(current, back)) await through.setEnv(app, back);
        return [];
      } catch (error) {
        return names.length === 0 ? [] : [notPutBack(app, names, messageOf(error))];
      }
    },
  };
}

const notPutBack = ({ id }: Address, names: readonly string[], why: string): Finding =>
  warning(
    'partly-done',
    `The app ${id} already has the new values of ${names.join(', ')}, and the old ones could not be put back: ${why}`,
    'Its code is the old one: run the job again, or set the old values in the console.',
  );
