import { noToken, readAccess } from './credentials.ts';
import type { Deps } from './deps.ts';
import { Failure, failure } from './errors.ts';
import type { Status } from './facts.ts';
import { gateFor, nothingLeft } from './gate.ts';
import type { Inputs } from './inputs.ts';
import type { Platform, Preview, Previews } from './platforms/platform.ts';
import type { Project } from './project/project.ts';
import { skipOutside } from './pull-request.ts';

/** Removes the preview of a pull request; without a number, the previews of all pull requests that are not open. */
export async function teardown(inputs: Inputs, project: Project, platform: Platform, deps: Deps): Promise<Status> {
  const { host, http, clock, signal, context, facts, stage } = deps;
  const say = (line: string) => host.info(line);
  const access = readAccess(platform, inputs, deps.environment, host.mask);
  if (access === undefined) {
    if (skipOutside(deps)) return 'skipped';
    throw new Failure([noToken(platform)]);
  }
  const { identity, findings } = await platform.identify(project, inputs);
  gateFor(inputs, deps)(findings);
  if (identity === undefined) throw nothingLeft(findings, deps);
  facts.name = identity.name;
  const connection = platform.open(identity, access, { http, clock, signal, say });
  const { previews } = connection;
  if (previews === undefined) throw noPreviews(platform);

  const number = inputs.pullRequest ?? context.pullRequest?.number;
  return stage('Remove', async (): Promise<Status> => {
    await connection.verify();
    const all = await previews.list();
    const doomed = number === undefined ? [] : all.filter(({ pullRequest }) => pullRequest === number);
    for (const preview of doomed) await remove(preview, previews, deps);
    if (doomed.length === 0)
      say(
        number === undefined
          ? 'There is no preview to remove.'
          : `Pull request ${number} has no preview: nothing to remove.`,
      );
    return 'removed';
  });
}

async function remove(preview: Preview, previews: Previews, { facts }: Deps): Promise<void> {
  facts.id = preview.item.id;
  facts.url = preview.item.url;
  const wasThere = await previews.remove(preview);
  if (wasThere) facts.notes.push(`Removed ${preview.item.name} (${preview.item.id}).`);
}

const noPreviews = ({ name }: Platform): Failure =>
  failure('no-previews', `uv-deploy can't remove previews from ${name}.`, 'Remove it on the server.');
