import { type Documents, explanationOf } from '../findings/documents.ts';
import type { Finding } from '../findings/finding.ts';
import { redact } from '../findings/secrets.ts';
import { markdown, prose } from '../findings/text.ts';
import type { Ignored } from '../inputs/ignore.ts';

export const SIGNS = { error: '❌', warning: '⚠️', notice: 'ℹ️' } as const;
const LEVELS = ['error', 'warning', 'notice'] as const;

/** More rows than this nobody reads, and a summary may have 1 MiB. */
const MOST_ROWS = 50;
/** GitHub shows this many annotations of a level from one step (docs.github.com, "Workflow commands", limits). */
const MOST_ANNOTATIONS = 10;

/** The findings in Markdown: how many, a table with the gravest first, and what a reader would otherwise miss. Pure. */
export function findingTables(
  findings: readonly Finding[],
  ignored: readonly Ignored[],
  documents: Documents,
): string[] {
  const sorted = LEVELS.flatMap((level) => findings.filter((finding) => finding.level === level));
  const rest = sorted.slice(MOST_ROWS);
  const hasHidden = LEVELS.some((level) => numberOf(findings, level) > MOST_ANNOTATIONS);
  return [
    counts(sorted),
    table(
      ['', 'What', 'Where', 'What to do'],
      sorted
        .slice(0, MOST_ROWS)
        .map((finding) => [
          SIGNS[finding.level],
          what(finding, documents),
          place(finding),
          prose(finding.remedy ?? ''),
        ]),
    ),
    rest.length > 0 ? `… and ${counts(rest)} more: the log has them all.` : '',
    hasHidden
      ? `GitHub shows the first ${MOST_ANNOTATIONS} errors, warnings and notices of a step as annotations; the log has them all.`
      : '',
    ignored.length > 0 ? `Ignored in pyproject.toml: ${ignored.length}` : '',
    table(
      ['', 'What', 'Where', 'Why it is ignored'],
      ignored
        .slice(0, MOST_ROWS)
        .map(({ finding, reason }) => ['🔕', what(finding, documents), place(finding), markdown(reason)]),
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

/** `2 errors, 1 warning` */
function counts(findings: readonly Finding[]): string {
  return LEVELS.map((level) => ({ level, count: numberOf(findings, level) }))
    .filter(({ count }) => count > 0)
    .map(({ level, count }) => `${count} ${level}${count === 1 ? '' : 's'}`)
    .join(', ');
}

const what = ({ code, message }: Finding, documents: Documents): string =>
  `**${linkedCode(code, documents)}** ${prose(message)}`;

/** A code that leads to its explanation, where there is one. */
export const linkedCode = (code: string, documents: Documents): string => link(explanationOf(code, documents), code);

const place = ({ file, line }: Finding): string =>
  file === undefined ? '' : `<code>${markdown(line === undefined ? file : `${file}:${line}`)}</code>`;

/** A link in HTML; the text alone where the address is none, or holds a secret. */
export function link(url: string | undefined, text = url): string {
  if (!url || !text) return text ? markdown(text) : '';
  if (url !== redact(url) || !/^https?:\/\/[^\s<>"'()]+$/.test(url)) return markdown(text);
  return `<a href="${url.replaceAll('&', '&amp;')}">${markdown(text)}</a>`;
}
