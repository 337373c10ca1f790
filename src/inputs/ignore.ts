import { folderGlobs } from '../bundle/glob.ts';
import { patternProblem } from '../bundle/pattern.ts';
import { CHECK_CODES } from '../findings/check-codes.ts';
import { CODES, isIgnorable } from '../findings/codes.ts';
import { error, type Finding } from '../findings/finding.ts';
import { nearest } from '../findings/nearest.ts';
import { quote } from '../findings/text.ts';
import { isTable } from '../project/files/values.ts';

/** Findings that somebody has answered for: they are shown with the reason, and end nothing. */
export type Ignore = {
  readonly code: string;
  readonly reason: string;
  matches(finding: Finding): boolean;
};

/** A finding with the reason why it is ignored. */
export type Ignored = { readonly finding: Finding; readonly reason: string };

export const IGNORE_KEYS: readonly string[] = ['code', 'reason', 'file'];

const EXAMPLE = '{ code = "…", reason = "why it is all right" }';

/**
 * Reads a list `ignore`: tables with a code, a reason, and perhaps a glob for the finding's file, as annotations name it.
 * `place` tells where an entry stands.
 */
export function parseIgnores(
  value: unknown,
  place: (index: number) => { readonly file: string; readonly line: number },
): { ignores: Ignore[]; findings: Finding[] } {
  const ignores: Ignore[] = [];
  const findings: Finding[] = [];
  const complain = (index: number, message: string, remedy: string) =>
    findings.push(error('invalid-setting', message, remedy, place(index)));
  if (!Array.isArray(value)) {
    complain(0, 'ignore is not a list.', `Write ignore = [${EXAMPLE}].`);
    return { ignores, findings };
  }
  for (const [index, entry] of (value as unknown[]).entries()) {
    const problem = problemOf(entry);
    if (problem) complain(index, ...problem);
    else ignores.push(toIgnore(entry as Entry));
  }
  return { ignores, findings };
}

type Entry = { readonly code: string; readonly reason: string; readonly file?: string };

function toIgnore({ code, reason, file }: Entry): Ignore {
  const covers = file === undefined ? () => true : folderGlobs([file]);
  return {
    code,
    reason: quote(reason, 200),
    matches: (finding) => finding.code === code && (file === undefined || covers(finding.file ?? '')),
  };
}

/** What is wrong with an entry, and what to do; `undefined` when nothing is. */
function problemOf(entry: unknown): [message: string, remedy: string] | undefined {
  if (!isTable(entry)) {
    const code = typeof entry === 'string' ? entry : '…';
    return [
      `ignore has ${typeof entry === 'string' ? `'${quote(entry)}' without a reason` : 'an entry that is not a table'}.`,
      `Say why, for the next reader: { code = "${quote(code)}", reason = "…" }.`,
    ];
  }
  const { code, reason, file } = entry as Readonly<Record<string, unknown>>;
  const unknown = Object.keys(entry).find((key) => !IGNORE_KEYS.includes(key));
  if (unknown !== undefined) {
    const meant = nearest(unknown, IGNORE_KEYS);
    return [
      `An entry of ignore has the unknown key '${quote(unknown)}'.`,
      meant ? `Did you mean '${meant}'?` : `Known: ${IGNORE_KEYS.join(', ')}.`,
    ];
  }
  if (typeof code !== 'string') return ['An entry of ignore has no code.', `Write ${EXAMPLE}.`];
  if (!CODES.has(code)) {
    const meant = nearest(code, Object.keys(CHECK_CODES));
    return [
      `ignore has the unknown code '${quote(code)}'.`,
      meant ? `Did you mean '${meant}'?` : "Take it from an annotation's title, or from docs/findings.md of uv-deploy.",
    ];
  }
  if (!isIgnorable(code)) {
    const message = `'${code}' can't be ignored: only findings of the checks can, and this one comes from the settings, the runner or the server.`;
    return [message, 'Remove it from ignore, and do what the finding says.'];
  }
  if (typeof reason !== 'string' || reason.trim() === '') {
    return [
      `ignore has '${code}' without a reason.`,
      `Say why, for the next reader: { code = "${code}", reason = "…" }.`,
    ];
  }
  if (file !== undefined && (typeof file !== 'string' || file.trim() === '')) {
    return [
      `The file of the ignored '${code}' is not a string.`,
      'Give a glob of paths in the repository, such as "apps/api/tests/*.pem".',
    ];
  }
  const problem = patternProblem(file === undefined ? [] : [file]);
  if (problem) return [`The file of the ignored '${code}' ${problem}.`, 'Write a shorter glob.'];
  return undefined;
}
