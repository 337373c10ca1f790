/** A version of Connect as numbers: `2025.06.0-dev` counts as 2025.06.0 (connect-actions, versions.py). */
export type ServerVersion = readonly number[];

/** The first server with each feature (rsconnect-python and connect-actions; the API reference for `render`). */
const FIRST = {
  draft: [2025, 6, 0],
  /** A draft can be looked at, too; on 2025.06.0 its URL fails. */
  draftUrl: [2025, 7, 0],
  bundleMetadata: [2025, 12, 0],
  requires: [2025, 3, 0],
  render: [2026, 4, 0],
  trustedPublishing: [2026, 7, 0],
} as const;

export type Feature = keyof typeof FIRST;

/** `undefined` for a server that hides its version (`Server.HideVersion`), and for what is none. */
export function readVersion(text: unknown): ServerVersion | undefined {
  const match = typeof text === 'string' ? /^(\d+)\.(\d+)(?:\.(\d+))?/.exec(text.trim()) : null;
  return match ? match.slice(1).map((part) => Number(part ?? 0)) : undefined;
}

/** Whether a server has a feature; `undefined` when its version is not known. */
export function has(version: ServerVersion | undefined, feature: Feature): boolean | undefined {
  if (version === undefined) return undefined;
  for (const [index, least] of FIRST[feature].entries()) {
    const part = version[index] ?? 0;
    if (part !== least) return part > least;
  }
  return true;
}

export const firstVersion = (feature: Feature): string =>
  FIRST[feature].map((part, index) => (index === 1 ? String(part).padStart(2, '0') : part)).join('.');
