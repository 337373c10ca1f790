import type { Finding } from '../../../findings/finding.ts';
import type { Identity } from '../../gateway.ts';

/** The names of sizes, from the smallest. */
export const FLAVORS = ['pico', 'nano', 'XS', 'S', 'M', 'L', 'XL', '2XL', '3XL'] as const;
export type Flavor = (typeof FLAVORS)[number];

/** What the API takes for an app, by its own names (Clever Cloud's OpenAPI description): only what is written down. */
export type AppSettings = {
  readonly minFlavor?: Flavor;
  readonly maxFlavor?: Flavor;
  readonly minInstances?: number;
  readonly maxInstances?: number;
  readonly buildFlavor?: Flavor;
  readonly separateBuild?: boolean;
  /** Whether all instances are replaced at once, with downtime. */
  readonly homogeneous?: boolean;
  readonly forceHttps?: 'ENABLED' | 'DISABLED';
  readonly stickySessions?: boolean;
  readonly cancelOnPush?: boolean;
};

/** The app that a deployment is for, and what it is to be. `variantSpec` makes that of a variant. */
export type AppSpec = Pick<Identity, 'id' | 'name' | 'isNamed' | 'variant'> & {
  /** The organisation: its id or its name; empty for the user's own space, or wherever the app is found. */
  readonly owner: string;
  readonly kind: 'app' | 'task';
  /** Where a new app is created; empty for the platform's default. */
  readonly zone: string;
  readonly settings: AppSettings;
  /** What a file of the project, by its absolute path, is called in findings. */
  shown(path: string): string;
  /** Whether it is built again where the same files are deployed once more. */
  readonly isRebuilt: boolean;
  /** Variables that this action manages, beside those of the step. What is not named here and not the step's is left alone. */
  readonly env: Readonly<Record<string, string>>;
  /**
   * The variables to manage in an app that has these already, its own and those of what is linked to it, and what is wrong with them.
   * Nothing of the step is among them.
   */
  judge(there: Readonly<Record<string, string>>): Promise<Judged>;
  /** Domains that the app is to have, without a scheme. */
  readonly domains: readonly string[];
  /** Whether each parameter of a run becomes a variable of its own, too. */
  readonly paramsAsEnv: boolean;
  /** Names of the step's variables that previews may have. */
  readonly previewEnv: readonly string[];
  /** The app that a preview or a variant is made of: it starts with that one's sizes. Without an id it is found by its name. */
  readonly model?: Pick<Identity, 'id' | 'name'>;
};

export type Judged = {
  readonly env: Readonly<Record<string, string>>;
  /** What is decided in another way than without these variables, in sentences for the log. */
  readonly reasons: readonly string[];
  readonly findings: readonly Finding[];
};
