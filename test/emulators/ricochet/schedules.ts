import { Cron } from 'croner';
import type { Items } from './items.ts';
import type { Keys } from './keys.ts';
import type { Tasks } from './tasks.ts';

/** The clocks of scheduled tasks. */
export type Schedules = {
  /** Sets the clock to what the item's `_ricochet.toml` says now. */
  arm(contentId: string): void;
  close(): void;
};

export const createSchedules = ({ items, keys, tasks }: { items: Items; keys: Keys; tasks: Tasks }): Schedules => {
  const clocks = new Map<string, Cron>();

  const fire = (contentId: string): void => {
    const item = items.get(contentId);
    const owner = keys.user(item?.owner ?? '');
    // Before its first successful deployment there is nothing to run.
    if (item?.current !== undefined && owner !== undefined) tasks.invoke(item, owner);
  };

  return {
    arm(contentId) {
      clocks.get(contentId)?.stop();
      clocks.delete(contentId);
      const cron = items.get(contentId)?.config.cron;
      if (cron === undefined) return;
      clocks.set(contentId, new Cron(cron, { mode: '5-or-6-parts', timezone: 'UTC' }, () => fire(contentId)));
    },
    close() {
      for (const clock of clocks.values()) clock.stop();
    },
  };
};
