import { PLATFORMS, type PlatformName } from '../inputs/inputs.ts';
import type { Platform } from './platform.ts';

type Entry = {
  /** Files whose presence says that a project is meant for this platform. */
  readonly markerFiles: readonly string[];
  load(): Promise<Platform>;
};

/** The platforms, each loaded only where it is asked for. */
const ENTRIES: Readonly<Record<PlatformName, Entry>> = {
  ricochet: {
    markerFiles: ['_ricochet.toml'],
    load: async () => (await import('./ricochet/ricochet.ts')).ricochet,
  },
  connect: {
    markerFiles: ['.posit', 'manifest.json'],
    load: async () => (await import('./connect/connect.ts')).connect,
  },
  'clever-cloud': {
    markerFiles: ['.clever.json'],
    load: async () => (await import('./clever-cloud/clever-cloud.ts')).cleverCloud,
  },
  deploymill: {
    markerFiles: ['.deploymill/project.json'],
    load: async () => (await import('./deploymill/deploymill.ts')).deploymill,
  },
};

export const platformNamed = (name: PlatformName): Promise<Platform> => ENTRIES[name].load();

export const allPlatforms = (): Promise<readonly Platform[]> => Promise.all(PLATFORMS.map(platformNamed));

/** The platforms whose files a project has. */
export const markedPlatforms = (has: (file: string) => boolean): PlatformName[] =>
  PLATFORMS.filter((name) => ENTRIES[name].markerFiles.some(has));
