import type { GatewayDeps } from '../gateway.ts';

/** How much a server may print into the log of the step while it works, in characters. */
const ROOM = 200_000;

/** Shows what a server prints while it works, line by line: up to a limit, behind which one sentence says where the rest is. */
export function createShownLog({ say, quoted }: Pick<GatewayDeps, 'say' | 'quoted'>, logUrl: string) {
  let room = ROOM;
  return (lines: readonly string[]): void => {
    if (lines.length === 0 || room <= 0) return;
    const text = lines.join('\n');
    const fits = text.length < room;
    const shown = fits ? text : text.slice(0, Math.max(text.lastIndexOf('\n', room), 0));
    if (fits || shown !== '') quoted(shown);
    room -= text.length;
    if (!fits) say(`The log is long; the rest is on the server: ${logUrl}`);
  };
}
