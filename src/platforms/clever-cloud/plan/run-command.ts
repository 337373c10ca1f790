import { dirname, join } from 'node:path';
import type { Launch, Plan } from '../../plan.ts';
import { isPython, type RunCommand } from '../../shared/run-command.ts';

type TrialPlace = Parameters<NonNullable<Plan['launch']>>[0];

/** What a shell alone understands. */
const SHELL = /&&|\|\||[|;<>`]|\$\(|(?:^|\s)&(?:\s|$)|^\s*[A-Za-z_]\w*=\S*\s/;

export const needsShell = (text: string): boolean => SHELL.test(text);

/** The same command for a process on this machine, with its environment and a port of its own. */
export function launchOf(
  { by, program, isModule, args }: RunCommand,
  port: number,
  env: Readonly<Record<string, string>>,
  place: TrialPlace,
): Launch {
  const named = new RegExp(`\\b${port}\\b`, 'g');
  const moved = (text: string) => text.replace(named, String(place.port));
  const isOwn = by === 'name' && program.includes('/');
  const path = isPython(program) ? place.python : isOwn ? program : join(dirname(place.python), program);
  return {
    command: isModule ? [place.python, '-m', program, ...args.map(moved)] : [path, ...args.map(moved)],
    env: {
      ...Object.fromEntries(Object.entries(env).map(([name, value]) => [name, moved(value)])),
      PORT: String(place.port),
    },
  };
}
