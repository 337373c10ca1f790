import { compareVersions, parseVersion } from '../host/versions.ts';

/**
 * The first version with each feature: rsconnect-python (draft, bundle metadata, requires), Posit's connect-actions
 * (preview, trusted publishing), and the changelogs of both for the app modes.
 */
const FIRST = {
  requires: '2025.03.0',
  draft: '2025.06.0',
  preview: '2025.07.0',
  panel: '2025.11.0',
  metadata: '2025.12.0',
  render: '2026.04.0',
  nodejs: '2026.04.0',
  trustedPublishing: '2026.07.0',
} as const;

export type Feature = keyof typeof FIRST;

export type Gates = { readonly version: string; has(feature: Feature): boolean };

/** `2026.07.0`, `2025.06.0-dev`, `2024.12`: what follows the numbers is not looked at. @throws for anything else */
export const createGates = (version: string): Gates => {
  const [, numbers = ''] = /^(\d+\.\d+(?:\.\d+)?)/.exec(version) ?? [];
  const parsed = parseVersion(numbers);
  if (parsed === undefined) throw new Error(`${version} is not a version of Connect`);
  return { version, has: (feature) => compareVersions(parsed, FIRST[feature].split('.').map(Number)) >= 0 };
};
