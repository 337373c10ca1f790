import type { Host } from './host.ts';

/** A folder or file to save under a key when the job ends. */
export type Saving = { readonly what: string; readonly path: string; readonly key: string };

/** What the main phase leaves for the post phase. Post acts on this alone: it never reads inputs again. */
export type State = { readonly savings: readonly Saving[] };

const PHASE = 'phase';
const SAVINGS = 'savings';

export const isPost = (host: Host): boolean => host.state(PHASE) === 'post';

/** Makes every later start of the bundle in this step the post phase. */
export const expectPost = (host: Host): void => host.saveState(PHASE, 'post');

export const saveState = (host: Host, { savings }: State): void => host.saveState(SAVINGS, JSON.stringify(savings));

export function readState(host: Host): State {
  const text = host.state(SAVINGS);
  return { savings: text === '' ? [] : (JSON.parse(text) as Saving[]) };
}
