import { type Documents, explanationOf } from '../findings/documents.ts';
import type { Finding } from '../findings/finding.ts';
import { redact } from '../findings/secrets.ts';
import { markdown, prose, quote } from '../findings/text.ts';
import type { Ignored } from '../inputs/ignore.ts';

export const SIGNS = { error: '❌', warning: '⚠️', notice: 'ℹ️' } as const;
const LEVELS = ['error', 'warning', 'notice'] as const;

/** Nobody reads more of one kind, and a summary may have 1 MiB. */
const MOST = 50;
/** GitHub shows this many annotations of a level from one step (docs.github.com, "Workflow commands", limits). */
const MOST_ANNOTATIONS = 10;

/** Where the texts of a report lead: the documents of the action, and the files of the commit, as `https://…/blob/<commit>`. */
export type Links = { readonly documents: Documents; readonly files: string };

/** The findings in Markdown: the problems one by one, the rest folded, and what a reader would otherwise miss. Pure. */
export function findingBlocks(
  findings: readonly Finding[],
  ignored: readonly Ignored[],
  links: Links,
): readonly string[] {
  const problems = findings.filter(({ level }) => level === 'error');
  const others = ['warning', 'notice'].flatMap((level) => findings.filter((finding) => finding.level === level));
  const hasHidden = LEVELS.some((level) => numberOf(findings, level) > MOST_ANNOTATIONS);
  const unseen = [...problems.slice(MOST), ...others.slice(MOST)];
  return [
    ...problems.slice(0, MOST).map((finding, index) => problem(finding, index + 1, links)),
    folded(
      counts(others),
      table(
        ['', 'What', 'Where', 'What to do'],
        others
          .slice(0, MOST)
          .map((finding) => [SIGNS[finding.level], what(finding, links), place(finding, links), remedyOf(finding)]),
      ),
    ),
    unseen.length > 0 ? `… and ${counts(unseen)} more: the log has them all.` : '',
    hasHidden
      ? `GitHub shows the first ${MOST_ANNOTATIONS} errors, warnings and notices of a step as annotations; the log has them all.`
      : '',
    folded(
      ignored.length > 0 ? `Ignored in pyproject.toml: ${ignored.length}` : '',
      table(
        ['', 'What', 'Where', 'Why it is ignored'],
        ignored
          .slice(0, MOST)
          .map(({ finding, reason }) => ['🔕', what(finding, links), place(finding, links), markdown(reason)]),
      ),
    ),
  ].filter(Boolean);
}

/** Text that is shown when its title is clicked; nothing without a title. */
export const folded = (title: string, text: string): string =>
  title === '' ? '' : `<details>\n<summary>${title}</summary>\n\n${text}\n\n</details>`;

/** One error: what is wrong, where, what to do, and its commands to copy. */
function problem(finding: Finding, number: number, links: Links): string {
  const commands = commandsIn(finding.remedy ?? '');
  return [
    `**${number}\\.** ${prose(finding.message)}`,
    [place(finding, links), `**${linkedCode(finding.code, links.documents)}**`].filter(Boolean).join(' · '),
    remedyOf(finding),
    ...(commands.length > 0 ? [`\`\`\`sh\n${commands.join('\n')}\n\`\`\``] : []),
  ]
    .filter(Boolean)
    .join('\n\n');
}

/** The commands that a remedy names, in order. */
const commandsIn = (remedy: string): readonly string[] => [
  ...new Set([...remedy.matchAll(/`((?:uv|git) [^`\n]{1,200})`/g)].map(([, command]) => command ?? '')),
];

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
  return LEVELS.map((level) => counted(numberOf(findings, level), level))
    .filter((part) => !part.startsWith('0 '))
    .join(', ');
}

/** `1 problem`, `2 problems` */
export const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

const remedyOf = ({ remedy }: Finding): string => prose(remedy ?? '');

const what = ({ code, message }: Finding, { documents }: Links): string =>
  `**${linkedCode(code, documents)}** ${prose(message)}`;

/** A code that leads to its explanation, where there is one. */
export const linkedCode = (code: string, documents: Documents): string => link(explanationOf(code, documents), code);

/** `uv.lock:3`, which leads to that line of the commit; empty for what has no place. */
export function place({ file, line }: Finding, { files }: Links): string {
  if (file === undefined) return '';
  const path = file.split('/').map(encodeURIComponent).join('/');
  const isInside = files !== '' && file.length <= 1000 && !/^(?:\.{0,2}$|\.\.\/|\/)/.test(file);
  const url = isInside ? `${files}/${path}${line === undefined ? '' : `#L${line}`}` : undefined;
  const shown = quote(file, 120);
  return `<code>${link(url, line === undefined ? shown : `${shown}:${line}`)}</code>`;
}

/** A link in HTML; the text alone where the address is none, or holds a secret. */
export function link(url: string | undefined, text = url): string {
  if (!url || !text) return text ? markdown(text) : '';
  if (url !== redact(url) || !/^https?:\/\/[^\s<>"'()]+$/.test(url)) return markdown(text);
  return `<a href="${url.replaceAll('&', '&amp;')}">${markdown(text)}</a>`;
}
