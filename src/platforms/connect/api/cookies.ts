import type { HttpResponse } from '../../../ports/http/http.ts';

/**
 * The cookies of one server. In a cluster they lead back to the node that runs a task (Connect's API reference, "tasks"), so
 * they are kept and sent by name; attributes are dropped, for all calls go to the one server.
 */
export function createCookies() {
  const kept = new Map<string, string>();
  return {
    take: ({ headers }: HttpResponse): void => {
      for (const line of [headers['set-cookie'] ?? []].flat()) {
        const [, name, value = ''] = /^\s*([^=;\s]+)=\s*([^;]*)/.exec(line) ?? [];
        if (name === undefined) continue;
        if (value.trim() === '' || /;\s*max-age=0\s*(?:;|$)/i.test(line)) kept.delete(name);
        else kept.set(name, value.trim());
      }
    },
    header: (): Readonly<Record<string, string>> =>
      kept.size === 0 ? {} : { cookie: [...kept].map(([name, value]) => `${name}=${value}`).join('; ') },
  };
}
