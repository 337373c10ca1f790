import type { Identity } from '../../gateway.ts';
import type { MillSettings } from '../plan/settings.ts';

/** The app that a run is about, as far as it is known without asking. */
export type AppSpec = Pick<Identity, 'id' | 'name'> & {
  readonly settings: MillSettings;
  /** Where the app answers, without a trailing slash; empty for a worker, and where no file tells. */
  readonly url: string;
};

/** What only a plan knows of it. */
export type PlannedSpec = AppSpec & {
  /** Whether project.json asks the platform to keep earlier images. */
  readonly keepsReleases: boolean;
  /** How a file of the project is named in annotations. */
  shown(path: string): string;
  /** The text of a file of the project; `undefined` where there is none that can be read. */
  read(path: string): string | undefined;
};
