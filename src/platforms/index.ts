import type { PlatformName } from '../inputs/inputs.ts';
import { cleverCloud } from './clever-cloud/clever-cloud.ts';
import { connect } from './connect/connect.ts';
import { deploymill } from './deploymill/deploymill.ts';
import type { Platform } from './platform.ts';
import { ricochet } from './ricochet/ricochet.ts';

const BY_NAME: Readonly<Record<PlatformName, Platform>> = {
  ...{ ricochet, connect, 'clever-cloud': cleverCloud, deploymill },
};

export const platforms: readonly Platform[] = Object.values(BY_NAME);

export const platformNamed = (name: PlatformName): Platform => BY_NAME[name];
