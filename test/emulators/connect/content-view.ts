import type { Item } from './items.ts';
import type { Parts } from './parts.ts';
import type { Caller } from './people.ts';

/** A content item as the API shows it to a caller. */
export const viewOf = (item: Item, caller: Caller, { access, configuration, url }: Parts) => {
  const { settings, repository: _repository, bundle_id, id, ...rest } = item;
  const { locked, locked_message, ...others } = settings;
  return {
    ...rest,
    ...others,
    ...{ id: String(id), bundle_id: bundle_id === null ? null : String(bundle_id) },
    ...{ locked, locked_message, parameterized: false, cluster_name: 'Local', image_name: 'Local' },
    ...{ r_version: null, quarto_version: null, app_role: access.role(item, caller) },
    ...(configuration.git && { git_enabled: item.repository !== undefined }),
    content_url: `${url()}/content/${item.guid}/`,
    dashboard_url: `${url()}/connect/#/apps/${item.guid}`,
  };
};
