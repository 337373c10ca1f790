import { parse, stringify } from 'smol-toml';
import { at } from '../../../project/files/values.ts';
import type { Identity } from '../../gateway.ts';
import { markedName } from '../../shared/marked-name.ts';
import type { ItemSettings } from '../plan/settings.ts';

/** The server takes no longer name (its documentation of `_ricochet.toml`). */
const NAME_LIMIT = 120;

/** The item a deployment is for: how it is found, and what creates it. */
export type ItemSpec = Identity & {
  /** What the app itself is called, whose previews are named after it. */
  readonly app: string;
  readonly contentType: string;
  /** The text of the `_ricochet.toml` that creates the item. */
  readonly config: string;
  /** What the repository itself says: the server is brought in line with that, and with nothing that was guessed. */
  readonly settings: ItemSettings;
  /** The pull request, when the item is its preview. */
  readonly pullRequest?: number;
};

/**
 * Another item with the app's files: another name and slug, never its id, and no schedule, for it must not do the app's regular
 * work a second time.
 */
function renamed(target: ItemSpec, name: string, slug: string): ItemSpec {
  const rename = (settings: ItemSettings): ItemSettings => {
    const { id: _id, ...content } = (at(settings, 'content') ?? {}) as Record<string, unknown>;
    const { cron: _cron, ...schedule } = (at(settings, 'schedule') ?? {}) as Record<string, unknown>;
    return {
      ...settings,
      content: { ...content, name, ...(slug !== '' && { slug }) },
      ...(Object.hasOwn(settings, 'schedule') && { schedule }),
    };
  };
  return {
    ...target,
    ...{ id: '', name, slug },
    config: stringify(rename(parse(target.config))),
    settings: rename(target.settings),
  };
}

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

/** `<name> (PR #<number>)`. */
export const previewName = (app: string, pullRequest: number): string =>
  markedName(app, ` (PR #${pullRequest})`, NAME_LIMIT);

/** The item of a pull request in place of the app's own. */
export const previewTarget = (target: ItemSpec, pullRequest: number): ItemSpec => ({
  ...renamed(
    target,
    previewName(target.name, pullRequest),
    target.slug === '' ? '' : `${target.slug}-pr-${pullRequest}`,
  ),
  pullRequest,
});
