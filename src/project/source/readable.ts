import type { BundleFile } from '../../bundle/source.ts';
import { error, type Finding } from '../../findings/finding.ts';
import { attempt } from '../../ports/attempt.ts';
import { readRegular } from '../../ports/regular-file.ts';
import { readBytes } from '../files/text-file.ts';

/** More than anybody writes, or would want to be started from. */
const LIMIT = 10_000_000;

/** `# -*- coding: latin-1 -*-` in the first two lines (PEP 263). */
const CODING = /^(?:[^\n]*\n)?[ \t\f]*#[^\n]*?coding[:=][ \t]*[-\w.]+/;
/** All three, in this order: a text about conflicts may show one of them. */
const CONFLICT = [/^<{7}(?: |\r?$)/m, /^={7}\r?$/m, /^>{7}(?: |\r?$)/m];

/** What makes it certain that the file to be started can't even be read. Nothing when there is no such file: others tell that. */
export function checkSource(checkout: string, path: string): Finding[] {
  const file = readBytes(checkout, path, LIMIT);
  if (file === undefined) return [];
  if ('level' in file) return [file];
  const { shown } = file;
  const complain = (code: string, message: string, remedy: string, line = 1): Finding[] => [
    error(code, message, remedy, { file: shown, line }),
  ];

  const text = Buffer.from(file.bytes).toString('latin1');
  if (text.trim() === '') {
    return complain(
      'entrypoint-empty',
      `${shown} is empty: there is nothing to start.`,
      'Commit the file with its code.',
    );
  }
  const conflict = conflictLine(text);
  if (conflict !== undefined) {
    const remedy = 'Resolve the conflict, remove the markers and commit the file.';
    return complain('merge-conflict', `${shown} contains merge conflict markers.`, remedy, conflict);
  }
  try {
    if (text.includes('\0')) throw new TypeError();
    if (!CODING.test(text)) new TextDecoder('utf-8', { fatal: true }).decode(file.bytes);
  } catch {
    return complain(
      'encoding',
      `${shown} is not valid UTF-8 and declares no other encoding.`,
      'Save it as UTF-8 and commit it.',
    );
  }
  return [];
}

function conflictLine(text: string): number | undefined {
  let from = 0;
  const places: number[] = [];
  for (const marker of CONFLICT) {
    const found = marker.exec(text.slice(from));
    if (!found) return undefined;
    from += found.index;
    places.push(from);
  }
  return text.slice(0, places[0]).split('\n').length;
}

const FILE_LIMIT = 1_000_000;

/** The text of a file of the project; `undefined` when it is too large or can't be read. */
export function readSource({ source }: Pick<BundleFile, 'source'>): string | undefined {
  const read = typeof source === 'string' ? attempt(() => readRegular(source, FILE_LIMIT)) : undefined;
  return read && 'bytes' in read ? read.bytes.toString('utf8').replace(/^\ufeff/, '') : undefined;
}
