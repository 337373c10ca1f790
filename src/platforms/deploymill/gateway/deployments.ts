import { type Failure, failure } from '../../../findings/finding.ts';
import { quote } from '../../../findings/text.ts';
import { takeOnce } from '../../../ports/http/once.ts';
import type { GatewayDeps } from '../../gateway.ts';
import { type Deployment, readDeployment, readDeployments } from '../api/answers.ts';
import type { Wish } from '../api/arguments.ts';
import type { Session } from '../api/session.ts';
import type { ToolName } from '../api/tools.ts';

/** After a call without an answer: how long the server gets to list what it has made of it. */
const LOOK_MS = 60_000;

type Tools = { readonly session: Session; readonly deps: GatewayDeps };

/** The deployments of an app, and what starts one. */
export type Deployments = ReturnType<typeof createDeployments>;

export function createDeployments(consoleUrl: string, { session, deps }: Tools) {
  const list = async (applicationId: string): Promise<Deployment[]> =>
    readDeployments(await session.call('list_deployments', { needed: { applicationId } }));

  /**
   * Calls a tool that starts a deployment, one time, and answers that deployment: as the tool tells, else as it is listed. Where the
   * connection breaks, the list says whether it has begun; it is never called again.
   */
  const start = async (tool: ToolName, applicationId: string, wish: Wish): Promise<Deployment> => {
    const before = new Set((await list(applicationId)).map(({ id }) => id));
    const fresh = async () => (await list(applicationId)).filter(({ id }) => !before.has(id));
    const begun = await takeOnce<Deployment>(
      {
        noun: `call of '${tool}'`,
        send: async () => {
          const attempt = await session.attempt(tool, wish);
          return attempt.outcome === 'accepted' ? { ...attempt, taken: readDeployment(attempt.taken) } : attempt;
        },
        look: fresh,
        lookMs: LOOK_MS,
        lost: (why, found) => lost(tool, why, found, consoleUrl),
      },
      deps,
    );
    if (begun.id !== '' && begun.id !== applicationId) return begun;
    // An answer without an id of its own: the newest that was not there before.
    const [listed] = await fresh();
    return { ...(listed ?? begun), ...kept(begun), id: listed?.id ?? '' };
  };

  return { list, start };
}

/** What only the answer of the tool tells. */
const kept = ({ state, status, rolledOver, note }: Deployment) => ({
  ...(state !== 'unknown' && { state, status }),
  ...(rolledOver !== undefined && { rolledOver }),
  ...(note !== '' && { note }),
});

const lost = (tool: ToolName, why: string, found: readonly Deployment[], consoleUrl: string): Failure =>
  failure(
    'start-unknown',
    found.length > 1
      ? `'${tool}' got no usable response (${quote(why, 300)}), and several deployments have begun since: ${found.map(({ id }) => id).join(', ')}. Which one is this job's is not known.`
      : `'${tool}' got no usable response (${quote(why, 300)}), and the server lists no new deployment: it was not called again.`,
    `Look at ${consoleUrl}, and run the job again if nothing is under way.`,
  );
