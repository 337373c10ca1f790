import { type Finding, warning } from '../../findings/finding.ts';
import { quote } from '../../findings/text.ts';
import type { Call } from '../source/module.ts';

/** What makes an engine of an address, and refuses None for one (SQLAlchemy's documentation, "Engine Configuration"). */
const ENGINE =
  /^(?:sqlalchemy\.(?:engine\.)?create_engine|sqlalchemy\.ext\.asyncio\.create_async_engine|sqlmodel\.create_engine)$/;

/** Whether a text may make one: others need not be read. */
export const mayMakeEngine = (text: string): boolean => /\bcreate_(?:async_)?engine\b/.test(text);

/** A variable that is None where it is not set. */
const READ = String.raw`(?:os\.)?(?:getenv|environ\.get)\(\s*["'](\w+)["']\s*,?\s*\)`;
const READ_ALONE = new RegExp(`^${READ}$`);

/** The engines among calls whose address is a variable that nothing in this step sets. `file` is for findings. */
export function enginesIn(text: string, calls: readonly Call[], variables: readonly string[], file: string): Finding[] {
  return calls.flatMap(({ callee, positional: [first], keywords, line }) => {
    const name = ENGINE.test(callee) ? readBy(first ?? keywords.get('url') ?? '', text) : undefined;
    if (name === undefined || variables.includes(name)) return [];
    return [
      warning(
        'settings-unset',
        `The database needs the variable ${quote(name, 100)}, which nothing in this step sets: SQLAlchemy takes no None for an address.`,
        "Pass it with the 'env' input, or set it on the platform.",
        { file, line },
      ),
    ];
  });
}

/** The variable that an expression reads: by itself, or by a name that gets it, and nothing else, at the left edge. */
function readBy(written: string, text: string): string | undefined {
  const alone = READ_ALONE.exec(written)?.[1];
  if (alone !== undefined || !/^\w+$/.test(written)) return alone;
  const given = [...text.matchAll(new RegExp(String.raw`^[ \t]*${written}[ \t]*(?::[^=\n]*)?=(?!=)[ \t]*(.*)$`, 'gm'))];
  const [only, ...others] = given;
  if (only === undefined || others.length > 0 || /^\s/.test(only[0])) return undefined;
  return READ_ALONE.exec((only[1] ?? '').replace(/[ \t]+#.*$/, '').trim())?.[1];
}
