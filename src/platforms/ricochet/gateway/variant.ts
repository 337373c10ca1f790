import type { Identity } from '../../gateway.ts';
import { markedName } from '../../shared/marked-name.ts';
import { type ItemSpec, NAME_LIMIT, renamed } from './item-spec.ts';

const LONGEST_PREVIEW_MARK = ' (PR #1234567890)'.length;

/** What tells the item of a variant: `<name> (staging)`. */
export const variantMark = (variant: string): string => ` (${variant})`;

/** The item of a variant in place of production's: `<name> (staging)` and `<slug>-staging`. Its previews are named after it. */
export function variantTarget(target: ItemSpec, variant: string): ItemSpec {
  const { name, slug } = variantIdentity(target, variant);
  return { ...renamed(target, name, slug), variant, app: name };
}

/** Leaves room for the mark of a preview, so that no preview's name is cut into the variant's mark. */
export const variantIdentity = ({ name, slug, isNamed = false }: Identity, variant: string): Identity => ({
  ...{ id: '', isNamed, variant },
  name: markedName(name, variantMark(variant), NAME_LIMIT - LONGEST_PREVIEW_MARK),
  slug: slug === '' ? '' : `${slug}-${variant}`,
});
