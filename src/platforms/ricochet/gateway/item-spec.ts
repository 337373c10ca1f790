import type { Identity } from '../../platform.ts';
import type { Settings } from '../plan/settings.ts';

/** The item a deployment is for: how it is found, and what creates it. */
export type Target = Identity & {
  /** What the app itself is called, whose previews are named after it. */
  readonly app: string;
  readonly contentType: string;
  /** The text of the `_ricochet.toml` that creates the item. */
  readonly config: string;
  /** What the repository itself says: the server is brought in line with that, and with nothing that was guessed. */
  readonly settings: Settings;
  /** The pull request, when the item is its preview. */
  readonly pullRequest?: number;
};
