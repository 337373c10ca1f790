import type { Bundle } from '../../bundle/archive.ts';
import type { EnvVar } from '../../dotenv.ts';
import { type Failure, failure } from '../../errors.ts';
import { pauseBefore, RETRIES } from '../../retry.ts';
import { bytes } from '../../units.ts';
import type { GatewayDeps, Item } from '../platform.ts';
import type { Api, RemoteItem } from './api.ts';
import { CONFIG_FILE } from './config.ts';
import { encryptEnvVars } from './env-vars.ts';

/** After an upload without an answer: how long the server gets to show it. */
const LOOK_MS = 10_000;
const LOOK_EVERY_MS = 1_000;

/** The item that holds the upload now; older servers do not name the deployment. */
type Taken = { readonly id: string; readonly deploymentId: string | undefined };

/**
 * Uploads until the server has taken the bundle once: never a second time without having looked whether it has it.
 * `known` are the items there were before; `name` and `config` make a new one when there is no `item`.
 */
export async function upload(
  bundle: Bundle,
  env: readonly EnvVar[],
  item: Item | undefined,
  { name, config, known }: { name: string; config: string; known: readonly RemoteItem[] },
  api: Api,
  { say, clock, signal }: GatewayDeps,
): Promise<Taken> {
  const look = item ? await newDeployments(api, item) : newItems(api, known, name);
  const encrypted = item || env.length === 0 ? undefined : encryptEnvVars(env, await api.publicKey());
  const parts = [
    ...(item ? [{ name: 'id', text: item.id }] : []),
    { name: 'config', filename: CONFIG_FILE, type: 'application/toml', content: config },
    ...(encrypted ? [{ name: 'env_vars', text: JSON.stringify(encrypted) }] : []),
    { name: 'bundle', filename: 'bundle.tar.gz', type: 'application/x-tar', path: bundle.path, size: bundle.size },
  ];

  for (let attempt = 1; ; attempt++) {
    const answer = await api.upload(parts, progressLines(bundle.size, say));
    if (answer.outcome === 'accepted') return answer;
    if (answer.outcome === 'again') {
      if (attempt >= RETRIES) throw answer.failure;
      const pause = pauseBefore(attempt, answer.response);
      say(`The server can't take the upload now; trying again in ${(pause / 1000).toFixed(1)} s.`);
      await clock.sleep(pause, signal);
      continue;
    }
    say(`The upload has no answer (${answer.why}); looking whether the server has it.`);
    const end = clock.now() + LOOK_MS;
    let found = await look();
    while (found.length === 0 && clock.now() < end) {
      await clock.sleep(LOOK_EVERY_MS, signal);
      found = await look();
    }
    if (found.length > 1) throw ambiguousUpload(found);
    if (found[0]) {
      say('The server has it.');
      return found[0];
    }
    if (attempt >= RETRIES) throw lostUpload(answer.why);
    say('The server does not have it; uploading again.');
  }
}

/** Finds the deployments of `item` that were not there when this was called. */
async function newDeployments(api: Api, item: Item): Promise<() => Promise<Taken[]>> {
  const before = new Set((await api.deployments(item.id)).map(({ id }) => id));
  return async () =>
    (await api.deployments(item.id))
      .filter(({ id }) => !before.has(id))
      .map(({ id }) => ({ id: item.id, deploymentId: id }));
}

/** Finds the items called `name` that are not among the known ones. */
function newItems(api: Api, known: readonly RemoteItem[], name: string): () => Promise<Taken[]> {
  const before = new Set(known.map(({ id }) => id));
  return async () =>
    (await api.items())
      .filter((row) => row.name === name && !before.has(row.id))
      .map(({ id }) => ({ id, deploymentId: undefined }));
}

/** Says how far an upload is, each quarter of the way. */
function progressLines(size: number, say: (line: string) => void): (sent: number) => void {
  let quarter = 0;
  return (sent) => {
    const reached = Math.floor((sent / size) * 4);
    if (reached <= quarter) return;
    quarter = reached;
    say(`Uploaded ${bytes(sent)} of ${bytes(size)} (${quarter * 25} %).`);
  };
}

const ambiguousUpload = (found: readonly Taken[]): Failure =>
  failure(
    'upload-ambiguous',
    `The upload had no answer, and the server shows more than one new deployment since: ${found.map(({ id, deploymentId }) => deploymentId ?? id).join(', ')}. Which one is this run's can't be told.`,
    'Look at them on the server, and run the job again when no other deployment is under way.',
  );

/** The server answered nothing usable, and shows nothing of the upload. */
export const lostUpload = (why: string): Failure =>
  failure(
    'upload-lost',
    `The upload got no usable answer (${why}), and the server shows no new deployment.`,
    'Check that the server runs and has room, and run the job again.',
  );
