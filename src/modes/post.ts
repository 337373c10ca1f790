import { stat } from 'node:fs/promises';
import { messageOf } from '../findings/finding.ts';
import { readInputs } from '../inputs/raw.ts';
import { readState } from '../ports/state.ts';
import type { Deps } from '../report/deps.ts';
import { openGitHub } from '../report/github/announcement.ts';
import { closeDeployment } from '../report/github/deployments.ts';

/** What the end of the job needs of the world. */
export type PostDeps = Pick<Deps, 'host' | 'context' | 'environment' | 'http' | 'clock' | 'cache' | 'signal'>;

/** The end of the job: saves what the main phase asked for, and closes what it left open. Never fails the job. */
export async function post(deps: PostDeps): Promise<number> {
  const { host, cache } = deps;
  const { savings, openDeployment } = readState(host);
  if (openDeployment !== undefined) {
    await close(openDeployment, deps).catch((error: unknown) =>
      host.info(`The GitHub deployment ${openDeployment} could not be closed: ${messageOf(error)}`),
    );
  }
  for (const { what, path, key } of savings) {
    const there = await stat(path).catch(() => undefined);
    if (there === undefined) {
      host.info(`There is nothing to save of ${what}.`);
      continue;
    }
    host.info(`Saving ${what} as ${key}.`);
    await cache.save(path, key);
  }
  return 0;
}

/** The token is the one thing that is read again: it must not lie in the state's file. */
async function close(id: number, deps: PostDeps): Promise<void> {
  const { host, context, environment } = deps;
  const githubToken = readInputs(environment)['github-token'].value;
  host.mask(githubToken);
  const github = openGitHub({ githubToken }, deps);
  if (github === undefined) return;
  if (await closeDeployment(github, id, context.runUrl))
    host.info(`Closed the GitHub deployment ${id} of the cancelled run.`);
}
