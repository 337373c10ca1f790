import type { Host } from './host.ts';

/** A folder or file to save under a key when the job ends. */
export type Saving = { readonly what: string; readonly path: string; readonly key: string };

/**
 * What the main phase leaves for the post phase. Credentials are never in it: the runner keeps it in a file.
 * `openDeployment` is the id of a GitHub deployment that is in progress.
 */
export type State = { readonly savings: readonly Saving[]; readonly openDeployment: number | undefined };

const PHASE = 'phase';
const SAVINGS = 'savings';
const DEPLOYMENT = 'github-deployment';

export const isPost = (host: Host): boolean => host.state(PHASE) === 'post';

/** Makes every later start of the bundle in this step the post phase. */
export const expectPost = (host: Host): void => host.saveState(PHASE, 'post');

export const saveSavings = (host: Host, savings: readonly Saving[]): void =>
  host.saveState(SAVINGS, JSON.stringify(savings));

/** Saved the moment it changes: a run that is killed says nothing more. */
export const saveOpenDeployment = (host: Host, id: number | undefined): void =>
  host.saveState(DEPLOYMENT, id === undefined ? '' : String(id));

export function readState(host: Host): State {
  const savings = host.state(SAVINGS);
  const deployment = host.state(DEPLOYMENT);
  return {
    savings: savings === '' ? [] : (JSON.parse(savings) as Saving[]),
    openDeployment: /^[1-9]\d{0,14}$/.test(deployment) ? Number(deployment) : undefined,
  };
}
