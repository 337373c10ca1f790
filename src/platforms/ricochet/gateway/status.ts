import { quote } from '../../../findings/text.ts';
import { failed, type Progress } from '../../gateway.ts';

/** Words that a server may have for what has not ended. */
const UNDER_WAY =
  /^(?:queued|waiting|scheduled|running|building|restoring|installing|deploying|starting|processing|in[_ -]?progress)$/i;
/** ricochet 0.24 has a status, "Out of sync" on its pages, for a lock that is older than pyproject.toml; its word in the API is not published. */
const OUT_OF_SYNC = /out.?of.?(?:sync|date)|outdated|stale|unsynced/i;

/** What a status of the server means. Newer servers have words of their own: the word is quoted, and the wait ends. */
export function progressOf(outcomes: Readonly<Record<string, Progress>>, status: string, noun: string): Progress {
  if (Object.hasOwn(outcomes, status)) return outcomes[status] ?? { state: 'running' };
  if (status === '' || UNDER_WAY.test(status)) return { state: 'running' };
  const word = quote(status, 40);
  if (OUT_OF_SYNC.test(status)) {
    return failed(
      `The server calls the ${noun} '${word}': uv.lock does not match pyproject.toml, and the server restores with \`uv sync --locked\``,
      'Run `uv lock`, commit uv.lock, and deploy again. The previous release stays live.',
    );
  }
  return failed(
    `The ${noun} has the status '${word}' on the server, which this version of the action does not know`,
    'Look at the log on the server, and use a newer version of the action if there is one.',
  );
}
