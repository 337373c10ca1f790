import { type Finding, warning } from '../../findings/finding.ts';
import { quote } from '../../findings/text.ts';
import type { Call } from '../source/module.ts';
import type { Place } from '../source/paths.ts';

/** What makes an engine of an address, and refuses None for one (SQLAlchemy's documentation, "Engine Configuration"). */
const ENGINE =
  /^(?:sqlalchemy\.(?:engine\.)?create_engine|sqlalchemy\.ext\.asyncio\.create_async_engine|sqlmodel\.create_engine)$/;

/** Whether a text may make one: others need not be read. */
export const mayMakeEngine = (text: string): boolean => /\bcreate_(?:async_)?engine\b/.test(text);

/** A variable that is None where it is not set. */
const READ_ALONE = /^(?:os\.)?(?:getenv|environ\.get)\(\s*["'](\w+)["']\s*,?\s*\)$/;

/** The engines among calls at `place` whose address is a variable that nothing in this step sets. `file` is for findings. */
export function enginesIn(calls: readonly Call[], place: Place, variables: readonly string[], file: string): Finding[] {
  return calls.flatMap(({ callee, positional: [first], keywords, line }) => {
    const name = ENGINE.test(callee) ? readBy(first ?? keywords.get('url') ?? '', place) : undefined;
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

/** The variable that an expression reads: by itself, or by a name that stands for that and nothing else. */
function readBy(written: string, place: Place): string | undefined {
  const meaning = /^\w+$/.test(written) ? place.meaning(written) : undefined;
  return READ_ALONE.exec(meaning && 'written' in meaning ? meaning.written : written)?.[1];
}
