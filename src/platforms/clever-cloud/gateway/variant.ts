import { markedName } from '../../shared/marked-name.ts';
import type { AppSpec } from './app-spec.ts';

/** The console shows names in one line; no longer one is made here. */
export const NAME_LIMIT = 100;
const LONGEST_PREVIEW_MARK = '-pr-1234567890'.length;

/** The name of a variant's app: `<name>-staging`. It leaves room for the mark of a preview. */
export const variantName = (name: string, variant: string): string =>
  markedName(name, `-${variant}`, NAME_LIMIT - LONGEST_PREVIEW_MARK);

/** The app of a variant in place of production's: with its settings, and without its id and its domains. */
export const variantSpec = (spec: AppSpec, variant: string): AppSpec => ({
  ...spec,
  ...{ id: '', name: variantName(spec.name, variant), variant, domains: [] },
  model: { id: spec.id, name: spec.name },
});
