import { quote } from '../../../findings/text.ts';
import type { GatewayDeps, Preview, Previews } from '../../gateway.ts';
import { notMarked, removed } from '../../shared/previews.ts';
import type { ConnectApi } from '../api/api.ts';
import { type Contents, toItem } from './contents.ts';
import { pullRequestOf, pullRequestOfBundle } from './names.ts';

/** A draft of the app, as a preview. */
export const draftItem = (
  server: string,
  content: { readonly guid: string; readonly name: string },
  bundleId: string,
) => {
  const item = toItem(server, content);
  return { ...item, url: `${item.url}/_bundle${bundleId}`, consoleUrl: `${item.consoleUrl}/draft/${bundleId}` };
};

/**
 * The previews of `app`: drafts of its content, told by what their bundles are marked with, and content of their own, told by name
 * and title. Nothing has to be remembered.
 */
export function createPreviews(
  app: string,
  contents: Contents,
  api: ConnectApi,
  { say, origin }: GatewayDeps,
): Previews {
  const { server } = api;

  const drafts = async (): Promise<Preview[]> => {
    const content = await contents.find(app);
    if (content === undefined) return [];
    return ((await api.bundles(content.guid)) ?? []).flatMap((bundle): Preview[] => {
      const pullRequest = pullRequestOfBundle(bundle, origin.repository);
      if (pullRequest === undefined) return [];
      return [{ pullRequest, item: draftItem(server, content, bundle.id), release: bundle.id }];
    });
  };
  const own = async (): Promise<Preview[]> => {
    const { user } = await api.caller();
    // A key from trusted publishing belongs to one content, and can have made no other.
    if (user === undefined) return [];
    return (await api.owned(user.guid)).flatMap((content): Preview[] => {
      const pullRequest = pullRequestOf(content, app);
      return pullRequest === undefined ? [] : [{ pullRequest, item: toItem(server, content) }];
    });
  };

  const removeDraft = async (guid: string, id: string, pullRequest: number): Promise<boolean> => {
    const bundle = (await api.bundles(guid))?.find((one) => one.id === id);
    if (bundle === undefined) {
      say(`Bundle ${id} was already gone.`);
      return false;
    }
    if (!bundle.active && pullRequestOfBundle(bundle, origin.repository) !== pullRequest)
      throw notMarked(`Bundle ${id}`, pullRequest);
    const outcome = bundle.active ? 'active' : await api.removeBundle(guid, id);
    const sentences = {
      removed: `Removed bundle ${id}, the draft of pull request #${pullRequest}.`,
      gone: `Bundle ${id} was already gone.`,
      active: `Bundle ${id} is live now: it was promoted, and stays.`,
    };
    say(sentences[outcome]);
    return outcome === 'removed';
  };

  return {
    list: async () => [...(await drafts()), ...(await own())],

    remove: async ({ pullRequest, item, release }) => {
      if (release !== undefined) return removeDraft(item.id, release, pullRequest);
      const content = (await own()).find((one) => one.item.id === item.id);
      if (content !== undefined && content.pullRequest !== pullRequest)
        throw notMarked(`'${quote(item.name)}'`, pullRequest);
      const wasThere = content !== undefined && (await api.remove(item.id));
      say(removed(item, wasThere));
      return wasThere;
    },
  };
}
