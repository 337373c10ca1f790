import { at } from '../../../project/files/values.ts';

/** A line of an app's log. `date` is as the server has it, in ISO 8601. */
export type LogLine = { readonly id: string; readonly date: string; readonly message: string };

/** A line that holds nothing but the end of a colour. */
const ONLY_COLOUR = /^\u001b\[0?m$/;

/**
 * The log lines of a stream of server-sent events, of which the last one may be cut short. `isOver`: the server has sent all that
 * was asked for (Clever Cloud's API, v4: `APPLICATION_LOG`, `HEARTBEAT` and `END_OF_STREAM`).
 */
export function readLogEvents(text: string): { readonly lines: readonly LogLine[]; readonly isOver: boolean } {
  const lines: LogLine[] = [];
  let isOver = false;
  // The part after the last empty line is not whole.
  for (const block of text.replaceAll('\r\n', '\n').split('\n\n').slice(0, -1)) {
    const { event, id, data } = fieldsOf(block);
    if (event === 'END_OF_STREAM') isOver = true;
    if (event !== 'APPLICATION_LOG') continue;
    const [message, date] = [at(data, 'message'), at(data, 'date')];
    if (typeof message !== 'string' || ONLY_COLOUR.test(message)) continue;
    lines.push({ id, date: typeof date === 'string' ? date : '', message });
  }
  return { lines, isOver };
}

function fieldsOf(block: string): { event: string; id: string; data: unknown } {
  const fields: Record<string, string[]> = { event: [], id: [], data: [] };
  for (const line of block.split('\n')) {
    const [, name = '', value = ''] = /^(\w+): ?(.*)$/.exec(line) ?? [];
    fields[name]?.push(value);
  }
  const { event = [], id = [], data = [] } = fields;
  return { event: event.at(-1) ?? '', id: id.at(-1) ?? '', data: parse(data.join('\n')) };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
