import type { PlatformName } from '../inputs/inputs.ts';
import type { Platform } from './platform.ts';

/** The platforms, each loaded only where it is asked for. */
const LOADERS: Readonly<Record<PlatformName, () => Promise<Platform>>> = {
  ricochet: async () => (await import('./ricochet/ricochet.ts')).ricochet,
  connect: async () => (await import('./connect/connect.ts')).connect,
  'clever-cloud': async () => (await import('./clever-cloud/clever-cloud.ts')).cleverCloud,
  deploymill: async () => (await import('./deploymill/deploymill.ts')).deploymill,
};

export const platformNamed = (name: PlatformName): Promise<Platform> => LOADERS[name]();

export const allPlatforms = (): Promise<readonly Platform[]> =>
  Promise.all(Object.values(LOADERS).map((load) => load()));
