import { quote } from '../../../findings/text.ts';
import type { Preview, Previews } from '../../gateway.ts';
import { notMarked, removed } from '../../shared/previews.ts';
import type { RicochetApi } from '../api/api.ts';
import { previewName } from './item-spec.ts';
import type { Items } from './items.ts';

/** What marks an item as a preview. No other item is ever removed. */
const MARK = / \(PR #([1-9]\d{0,9})\)$/;

/** The pull request whose preview of `app` an item is. */
function pullRequestOf({ name }: { readonly name: string }, app: string): number | undefined {
  const [, number] = MARK.exec(name) ?? [];
  return number !== undefined && name === previewName(app, Number(number)) ? Number(number) : undefined;
}

/** The previews of `app` among the owner's items: told by their names alone, so that nothing has to be remembered. */
export function createPreviews(items: Items, api: RicochetApi, app: string, say: (line: string) => void): Previews {
  return {
    list: async () =>
      (await items.list()).flatMap((remote): Preview[] => {
        const pullRequest = pullRequestOf(remote, app);
        return pullRequest === undefined ? [] : [{ pullRequest, item: items.toItem(remote) }];
      }),

    remove: async ({ pullRequest, item }) => {
      if (pullRequestOf(item, app) !== pullRequest) {
        throw notMarked(`'${quote(item.name)}' (${item.id})`, pullRequest);
      }
      const wasThere = await api.remove(item.id);
      items.forget();
      say(removed(item, wasThere));
      return wasThere;
    },
  };
}
