import { readFile, rename, rm } from 'node:fs/promises';
import { json } from '../host/listener.ts';
import { type Form, readForm } from '../host/multipart.ts';
import { Refusal } from '../host/refusal.ts';
import { mayManage } from './access.ts';
import type { ApiCall, Route } from './api.ts';
import { parseToml } from './config.ts';
import type { Item } from './items.ts';
import type { Caller } from './keys.ts';
import type { Parts } from './parts.ts';
import { ulid } from './ulid.ts';
import type { Encrypted } from './variables.ts';

/** Documented: x-tar in the reference, gzip in an example beside it. */
const BUNDLE_TYPES = ['application/x-tar', 'application/gzip'];

const bundleOf = ({ files }: Form, maxBundleSize: number): string => {
  const bundle = files.get('bundle');
  if (bundle === undefined) throw new Refusal(400, 'The part `bundle` is missing');
  if (!BUNDLE_TYPES.includes(bundle.type)) throw new Refusal(400, `The bundle must not be ${bundle.type}`);
  if (bundle.tooLarge) throw new Refusal(413, `The bundle exceeds max_bundle_size (${maxBundleSize} bytes)`);
  return bundle.path;
};

const encryptedIn = ({ texts }: Form, { variables }: Parts): Encrypted | undefined => {
  const sent = texts.get('env_vars');
  if (sent === undefined) return undefined;
  try {
    return variables.check(JSON.parse(sent));
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal(400, 'env_vars is not valid JSON');
  }
};

const create = async (form: Form, { user }: Caller, parts: Parts): Promise<Item> => {
  const config = form.files.get('config');
  if (config === undefined) throw new Refusal(400, 'The part `config` is required for a new item');
  const encrypted = encryptedIn(form, parts);
  const item = parts.items.create(user.id, parseToml(await readFile(config.path, 'utf8')));
  if (encrypted !== undefined) parts.variables.set(item.id, encrypted);
  parts.schedules.arm(item.id);
  return item;
};

const existing = (id: string, form: Form, caller: Caller, { items }: Parts): Item => {
  const item = items.get(id);
  // Documented as one answer for both, so that ids cannot be guessed.
  if (item === undefined || !mayManage(item, caller)) {
    throw new Refusal(403, 'The item does not exist, or the API key lacks permission to deploy to it');
  }
  if (form.texts.has('env_vars')) {
    throw new Refusal(400, "Environment variables can only be set on a content item's first deployment");
  }
  return item;
};

const accept = async (form: Form, { call, caller }: ApiCall, parts: Parts) => {
  const path = bundleOf(form, parts.dialect.maxBundleSize);
  const id = form.texts.get('id');
  const item = id === undefined ? await create(form, caller, parts) : existing(id, form, caller, parts);
  const bundle = ulid();
  await rename(path, parts.folders.bundle(bundle));
  const deployment = parts.deployments.create({
    content_id: item.id,
    deployed_by: caller.user.id,
    ip_address: call.request.socket.remoteAddress ?? '',
    bundle,
  });
  parts.restores.add(deployment);
  return deployment;
};

/** Takes in a bundle: a new item, or a new deployment of one. The environment is restored after the answer. */
export const upload: Route = async (api, parts) => {
  if (!api.caller.scopes.includes('content:deploy')) {
    throw new Refusal(403, 'The API key lacks the scope content:deploy');
  }
  const { maxBundleSize, deploymentIdSpelling: spelling } = parts.dialect;
  const received: string[] = [];
  const pathFor = (): string => {
    const path = parts.folders.incoming();
    received.push(path);
    return path;
  };
  try {
    const form = await readForm(api.call, pathFor, maxBundleSize);
    const { id, content_id, status } = await accept(form, api, parts);
    return json({ id: content_id, ...(spelling === 'absent' ? {} : { [spelling]: id }), status });
  } finally {
    for (const path of received) await rm(path, { force: true });
  }
};
