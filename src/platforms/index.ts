import { failure } from '../findings/finding.ts';
import type { PlatformName } from '../inputs/inputs.ts';
import { cleverCloud } from './clever-cloud/clever-cloud.ts';
import { connect } from './connect/connect.ts';
import type { Platform } from './platform.ts';
import { ricochet } from './ricochet/ricochet.ts';

/** The platforms this version can deploy to. */
const BUILT: Partial<Record<PlatformName, Platform>> = { ricochet, connect, 'clever-cloud': cleverCloud };

export const platforms: readonly Platform[] = Object.values(BUILT);

/** Answers the platform, or says that this version does not have it yet. */
export function platformNamed(name: PlatformName): Platform {
  const platform = BUILT[name];
  if (platform) return platform;
  throw failure(
    'platform-not-built',
    `This version of uv-deploy can't deploy to ${name} yet.`,
    `Use ${Object.keys(BUILT).join(' or ')}, or a newer version.`,
  );
}
