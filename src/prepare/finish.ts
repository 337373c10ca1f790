import { listFiles } from '../bundle/listing.ts';
import type { Finished } from '../platforms/plan.ts';
import { findUv, type Uv } from '../ports/uv.ts';
import type { Run } from '../report/deps.ts';
import type { Finder } from '../report/gate.ts';
import type { Checked } from './check.ts';

/** What the bundle is made with: the uv that was found, and what the plan has made with it. */
export type Tools = { readonly uv: Uv | undefined; readonly finished: Finished | undefined };

/** Has the plan finished by uv; `asked` is the search for it, where that was begun before. */
export async function* finishPlan(
  { plan, pin, files }: Checked,
  asked: Promise<Uv | undefined> | undefined,
  run: Run,
): Finder<Tools> {
  const { project, exec, signal, journal } = run;
  const needsUv = plan.install.by !== 'image' && pin !== undefined && (plan.finish !== undefined || isToTry(run));
  const uv = needsUv ? await (asked ?? searchUv(run)) : undefined;
  if (uv && isToTry(run)) journal.uv(uv.version);
  const list = (dir: string) => listFiles(dir, project.shown, { exec, signal }).then((listing) => listing.files);
  const finished = await plan.finish?.(files, { uv, list });
  yield finished?.findings ?? [];
  journal.note(...(finished?.notes ?? []));
  return { uv, finished };
}

export const searchUv = ({ exec, project, environment, signal }: Run): Promise<Uv | undefined> =>
  findUv(exec, project.dir, environment, signal);

/** Whether anything of the checkout may be run, and there is a lock to install from. */
export const isToTry = (run: Run): boolean =>
  run.inputs.preflight !== 'static' && run.project.lock !== undefined && !isUntrusted(run);

/** Whether a pull request from a fork would have its code run with the secrets of the repository. */
export const isUntrusted = ({ inputs, context }: Run): boolean =>
  context.event === 'pull_request_target' && inputs.preflight !== 'static';
