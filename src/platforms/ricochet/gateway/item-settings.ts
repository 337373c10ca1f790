import { quote } from '../../../findings/text.ts';
import { at } from '../../../project/files/values.ts';
import type { Gateway, Item } from '../../gateway.ts';
import type { RicochetApi } from '../api/api.ts';
import { compareSettings, settingsPatch } from '../plan/settings.ts';
import type { ItemSpec } from './item-spec.ts';
import type { Items } from './items.ts';

/** Brings the settings and the schedule of an item in line with the repository: on a redeploy, the server ignores the file itself. */
export async function applySettings(
  item: Item,
  { settings }: Pick<ItemSpec, 'settings'>,
  items: Items,
  api: RicochetApi,
): ReturnType<Gateway['applySettings']> {
  const remote = await items.settings(item.id);
  const changes = compareSettings(settings, remote);
  if (changes.length > 0) await api.patchSettings(item.id, settingsPatch(changes));
  const cron = at(settings, 'schedule', 'cron');
  const rescheduled = typeof cron === 'string' && cron !== at(remote, 'schedule', 'cron');
  if (rescheduled) await api.patchSchedule(item.id, cron);
  if (changes.length > 0) items.forget();
  const shown = (value: unknown) => (value === undefined ? 'not set' : quote(JSON.stringify(value)));
  return {
    item: changes.length > 0 ? await items.byId(item.id) : item,
    changes: [
      ...changes.map(({ group, key, from, to }) => `${group}.${key}: ${shown(from)} -> ${shown(to)}`),
      ...(rescheduled ? [`schedule.cron: ${quote(cron)}`] : []),
    ],
  };
}
