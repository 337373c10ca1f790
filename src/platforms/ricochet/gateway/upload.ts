import type { Bundle } from '../../../bundle/archive.ts';
import { type Failure, failure } from '../../../findings/finding.ts';
import type { EnvVar } from '../../../inputs/dotenv.ts';
import type { GatewayDeps, Item } from '../../gateway.ts';
import { lostUpload, progressLines, uploadOnce } from '../../shared/upload.ts';
import type { RemoteItem, RicochetApi, Taken } from '../api/api.ts';
import { CONFIG_FILE } from '../plan/config.ts';
import { encryptEnvVars } from './env-vars.ts';

/** What an upload makes. */
export const NOUN = 'deployment';

type UploadSubject = {
  readonly bundle: Bundle;
  readonly env: readonly EnvVar[];
  /** What is updated; without it, `name` and `config` make a new one. */
  readonly item: Item | undefined;
  readonly name: string;
  readonly config: string;
  /** The items that there were before. */
  readonly known: readonly RemoteItem[];
};

/** Uploads until the server has taken the bundle once: never a second time without having looked whether it has it. */
export async function upload(subject: UploadSubject, api: RicochetApi, deps: GatewayDeps): Promise<Taken> {
  const { bundle, env, item, name, config, known } = subject;
  const look = item ? await newDeployments(api, item) : newItems(api, known, name);
  const encrypted = item || env.length === 0 ? undefined : encryptEnvVars(env, await api.publicKey());
  const parts = [
    ...(item ? [{ name: 'id', text: item.id }] : []),
    { name: 'config', filename: CONFIG_FILE, type: 'application/toml', content: config },
    ...(encrypted ? [{ name: 'env_vars', text: JSON.stringify(encrypted) }] : []),
    { name: 'bundle', filename: 'bundle.tar.gz', type: 'application/x-tar', path: bundle.path, size: bundle.size },
  ];

  return uploadOnce(
    bundle,
    (limitMs) => api.upload(parts, progressLines(bundle.size, deps.say), limitMs),
    { look, lost: (why, found) => (found.length > 1 ? ambiguousUpload(found) : lostUpload(why, NOUN)) },
    deps,
  );
}

/** Finds the deployments of `item` that were not there when this was called. */
async function newDeployments(api: RicochetApi, item: Item): Promise<() => Promise<Taken[]>> {
  const before = new Set((await api.deployments(item.id)).map(({ id }) => id));
  return async () =>
    (await api.deployments(item.id))
      .filter(({ id }) => !before.has(id))
      .map(({ id }) => ({ id: item.id, deploymentId: id }));
}

/** Finds the items called `name` that are not among the known ones. */
function newItems(api: RicochetApi, known: readonly RemoteItem[], name: string): () => Promise<Taken[]> {
  const before = new Set(known.map(({ id }) => id));
  return async () =>
    (await api.items())
      .filter((row) => row.name === name && !before.has(row.id))
      .map(({ id }) => ({ id, deploymentId: undefined }));
}

const ambiguousUpload = (found: readonly Taken[]): Failure =>
  failure(
    'upload-ambiguous',
    `The response to the upload was lost, and the server has several new deployments since: ${found.map(({ id, deploymentId }) => deploymentId ?? id).join(', ')}. It is not clear which one is this run's.`,
    'Check them on the server, and run the job again when no other deployment is in progress.',
  );
