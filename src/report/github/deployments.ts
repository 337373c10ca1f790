import { randomUUID } from 'node:crypto';
import { redact } from '../../findings/secrets.ts';
import { quote } from '../../findings/text.ts';
import type { GitHub, NewDeployment } from './api.ts';

/** GitHub's limit for the description of a state. */
const LONGEST_DESCRIPTION = 140;

export type Beginning = Pick<NewDeployment, 'sha' | 'environment' | 'transient'> & {
  readonly runUrl: string;
  /** Told the id as soon as there is one, so that a run that is cancelled the next moment leaves it to post. */
  opened(id: number): void;
};

/** `url` is shown as the environment's only when it is http(s), and holds no secret. */
export type Ending = {
  readonly outcome: 'success' | 'failure' | 'error';
  readonly runUrl: string;
  readonly url?: string;
  readonly description?: string;
};

/** Creates a deployment that is in progress, and answers its id. Throws `Failure` or `Cancelled`, as all here. */
export async function beginDeployment(github: GitHub, beginning: Beginning): Promise<number> {
  const { sha, environment, transient, runUrl, opened } = beginning;
  const description = 'uv-deploy';
  const id = await github.createDeployment({ sha, environment, transient, description, mark: randomUUID() });
  opened(id);
  await github.setDeploymentStatus(id, { state: 'in_progress', description: 'Deploying', logUrl: runUrl });
  return id;
}

const DESCRIPTIONS = { success: 'Deployed', failure: 'The deployment failed', error: 'The run ended early' } as const;

/** Ends a deployment: what is left in progress looks stuck for ever. */
export async function finishDeployment(github: GitHub, id: number, ending: Ending): Promise<void> {
  const { outcome, runUrl, url, description = DESCRIPTIONS[outcome] } = ending;
  await github.setDeploymentStatus(id, {
    ...{ state: outcome, description: quote(description, LONGEST_DESCRIPTION), logUrl: runUrl },
    ...(url !== undefined && url === redact(url) && outcome === 'success' && { environmentUrl: url }),
  });
}

/** Ends what a cancelled run left in progress, and answers whether there was anything to end. */
export async function closeDeployment(github: GitHub, id: number, runUrl: string): Promise<boolean> {
  const state = await github.deploymentState(id);
  // Without a state it was created in the very last moment.
  if (state !== undefined && !['in_progress', 'queued', 'pending'].includes(state)) return false;
  await finishDeployment(github, id, { outcome: 'error', runUrl, description: 'The run was cancelled' });
  return true;
}

/** Marks all deployments of an environment as no longer there, and answers how many were marked. */
export async function deactivateEnvironment(github: GitHub, environment: string, runUrl: string): Promise<number> {
  let marked = 0;
  for (const id of await github.deployments(environment)) {
    if ((await github.deploymentState(id)) === 'inactive') continue;
    await github.setDeploymentStatus(id, { state: 'inactive', description: 'Removed', logUrl: runUrl });
    marked += 1;
  }
  return marked;
}
