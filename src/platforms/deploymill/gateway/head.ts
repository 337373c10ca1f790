import { failure } from '../../../findings/finding.ts';
import { quote } from '../../../findings/text.ts';
import type { GatewayDeps } from '../../gateway.ts';

/**
 * Throws unless the commit of this run is the head of a branch: deploymill takes no commit, and builds whatever is there. What it
 * would deploy is named.
 */
export async function checkHead(branch: string, { origin, remoteHead, say }: GatewayDeps): Promise<void> {
  const head = await remoteHead(branch);
  if (head === undefined) {
    throw failure(
      'no-branch',
      `The repository has no branch '${quote(branch)}', and deploymill builds the head of a branch.`,
      'Write the branch that the app is wired to as `branch` under [tool.uv-deploy.deploymill].',
    );
  }
  if (head === origin.commit) return say(`Commit ${head.slice(0, 12)} is the head of '${quote(branch)}'.`);
  throw failure(
    'not-the-head',
    `deploymill would deploy commit ${head}, the head of '${quote(branch)}', and this run is for ${origin.commit || 'no known commit'}.`,
    'If the branch has moved on, the run of its newest commit deploys it. Else push this commit to the branch, or correct `branch` under [tool.uv-deploy.deploymill].',
  );
}
