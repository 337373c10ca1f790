import type { Finding } from '../findings/finding.ts';
import { markdown } from '../findings/text.ts';
import type { Ignored } from '../inputs/ignore.ts';

export const SIGNS = { error: '❌', warning: '⚠️', notice: 'ℹ️' } as const;
const LEVELS = ['error', 'warning', 'notice'] as const;

/** More rows than this nobody reads, and a summary may have 1 MiB. */
const MOST_ROWS = 50;
/** GitHub shows this many annotations of a level from one step (docs.github.com, "Workflow commands", limits). */
const MOST_ANNOTATIONS = 10;

/** The findings in Markdown: how many, a table with the gravest first, and what a reader would otherwise miss. Pure. */
export function findingTables(findings: readonly Finding[], ignored: readonly Ignored[]): string[] {
  const sorted = LEVELS.flatMap((level) => findings.filter((finding) => finding.level === level));
  const rest = sorted.slice(MOST_ROWS);
  const hasHidden = LEVELS.some((level) => numberOf(findings, level) > MOST_ANNOTATIONS);
  return [
    counts(sorted),
    table(
      ['', 'What', 'Where', 'What to do'],
      sorted
        .slice(0, MOST_ROWS)
        .map((finding) => [SIGNS[finding.level], what(finding), place(finding), markdown(finding.remedy ?? '')]),
    ),
    rest.length > 0 ? `… and ${counts(rest)} more: the log has them all.` : '',
    hasHidden
      ? `GitHub shows the first ${MOST_ANNOTATIONS} errors, warnings and notices of a step as annotations; the log has them all.`
      : '',
    ignored.length > 0 ? `Ignored in pyproject.toml: ${ignored.length}` : '',
    table(
      ['', 'What', 'Where', 'Why it is ignored'],
      ignored.slice(0, MOST_ROWS).map(({ finding, reason }) => ['🔕', what(finding), place(finding), markdown(reason)]),
    ),
  ].filter(Boolean);
}

/** A table in Markdown; none without rows. */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '';
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n');
}

const numberOf = (findings: readonly Finding[], level: Finding['level']): number =>
  findings.filter((finding) => finding.level === level).length;

/** `2 errors, 1 warning`; empty without any. */
export function counts(findings: readonly Finding[]): string {
  return LEVELS.map((level) => ({ level, count: numberOf(findings, level) }))
    .filter(({ count }) => count > 0)
    .map(({ level, count }) => `${count} ${level}${count === 1 ? '' : 's'}`)
    .join(', ');
}

const what = ({ code, message }: Finding): string => `**${markdown(code)}** ${markdown(message)}`;

const place = ({ file, line }: Finding): string =>
  file === undefined ? '' : `<code>${markdown(line === undefined ? file : `${file}:${line}`)}</code>`;
