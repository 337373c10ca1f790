import type { BundleChanges } from '../../bundle/changes.ts';
import type { Documents } from '../../findings/documents.ts';
import type { Finding } from '../../findings/finding.ts';
import { markdown, prose, quote, quoteEnds } from '../../findings/text.ts';
import { bytes, duration } from '../../findings/units.ts';
import type { PathHealth } from '../../ports/http/health.ts';
import { link, linkedCode, SIGNS, table } from '../finding-tables.ts';
import type { Status } from '../journal.ts';

/** What the comment on a pull request tells. Texts may be anybody's: nothing in them gets to be markup, a link or a mention. */
export type CommentFacts = {
  readonly name: string;
  readonly platform: string;
  readonly url?: string | undefined;
  readonly consoleUrl?: string | undefined;
  readonly runUrl: string;
  readonly commit: string;
  readonly status: Status;
  readonly health: readonly PathHealth[];
  /** In bytes. */
  readonly bundleSize?: number | undefined;
  readonly changes?: BundleChanges | undefined;
  readonly durationMs: number;
  readonly findings: readonly Finding[];
  readonly documents: Documents;
  /** The preview is gone, and its URL with it. */
  readonly removed: boolean;
};

const MOST_PATHS = 50;
const MOST_FINDINGS = 20;

const HEADLINES: Readonly<Record<Status, string>> = {
  deployed: '✅ Preview',
  unchanged: '✅ Preview, unchanged',
  removed: '🗑️ Preview removed',
  invoked: '✅ Run finished',
  checked: '✅ Checked',
  skipped: '⏭️ Preview skipped',
  failed: '❌ Preview failed',
  'timed-out': '⌛ Preview timed out',
};

/** The comment in GitHub's Markdown, without its marker: the URL first, or what failed and what to do. Pure. */
export function commentBody(facts: CommentFacts): string {
  const { name, platform, status, findings, documents, changes, removed } = facts;
  const broken = status === 'failed' || status === 'timed-out';
  const blocks = [
    headline(facts),
    ...(broken ? [told(findings, documents)] : []),
    table(
      ['', ''],
      [
        ['App', `${shown(name)} on ${shown(platform)}`],
        ['Status', removed ? 'removed' : status],
        ...rows(facts),
      ].filter(([, value]) => value !== ''),
    ),
    ...(broken ? [] : [told(findings, documents)]),
    removed ? '' : differences(changes),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

function headline({ url, status, removed, name }: CommentFacts): string {
  const title = HEADLINES[removed ? 'removed' : status];
  // What failed may have left an older release at this address: then it is not what is headlined.
  const isOther = !removed && (status === 'failed' || status === 'timed-out');
  if (isOther || url === undefined || url === '') return `### ${title}: ${shown(name)}`;
  return `### ${title}: ${removed ? `<del>${shown(url)}</del>` : link(url)}`;
}

function rows(facts: CommentFacts): [string, string][] {
  const { url, consoleUrl, runUrl, commit, status, health, bundleSize, changes, durationMs, removed } = facts;
  const broken = status === 'failed' || status === 'timed-out';
  const before = changes?.sizeBefore;
  const size = bundleSize === undefined ? '' : bytes(bundleSize);
  return [
    ['URL', broken && !removed && url ? link(url) : ''],
    ['Health', removed ? '' : health.map(answer).join('<br>')],
    ['Bundle', size && before !== undefined ? `${size}, ${bytes(before)} in production` : size],
    ['Console', removed || !consoleUrl ? '' : link(consoleUrl)],
    ['Commit', commit === '' ? '' : `<code>${shown(commit.slice(0, 12))}</code>`],
    ['Run', [runUrl && link(runUrl, 'log'), duration(durationMs)].filter(Boolean).join(', ')],
  ];
}

const answer = ({ path, status, ms, attempts }: PathHealth): string =>
  `<code>${shown(path)}</code> ${status === 0 ? 'gives no answer' : `answers ${status}`} (${attempts} ${attempts === 1 ? 'try' : 'tries'}, ${duration(ms)})`;

function told(findings: readonly Finding[], documents: Documents): string {
  const lines = findings.slice(0, MOST_FINDINGS).map(({ level, code, message, remedy, file, line }) => {
    const place = file === undefined ? '' : ` (<code>${shown(line === undefined ? file : `${file}:${line}`)}</code>)`;
    const what = `- ${SIGNS[level]} **${unformulated(linkedCode(code, documents))}** ${said(quoteEnds(message, 800))}${place}`;
    return remedy ? `${what}<br>What to do: ${said(quote(remedy, 800))}` : what;
  });
  const more = findings.length - lines.length;
  return [...lines, ...(more > 0 ? [`- and ${more} more, in the log`] : [])].join('\n');
}

/** How much changed for all, and what for those who open it. */
function differences(changes: BundleChanges | undefined): string {
  if (changes === undefined) return '';
  const { added, changed, removed } = changes;
  const counts = `${added.length} added, ${changed.length} changed, ${removed.length} removed`;
  if (added.length + changed.length + removed.length === 0) return 'The bundle is the same as in production.';
  const lists = [paths('Added', added), paths('Changed', changed), paths('Removed', removed)].filter(Boolean);
  return `<details>\n<summary>Files since production: ${counts}</summary>\n\n${lists.join('\n\n')}\n\n</details>`;
}

function paths(title: string, all: readonly string[]): string {
  if (all.length === 0) return '';
  const more = all.length - MOST_PATHS;
  const lines = all.slice(0, MOST_PATHS).map((path) => `- <code>${shown(path, 200)}</code>`);
  return [`**${title}**`, '', ...lines, ...(more > 0 ? [`- and ${more} more`] : [])].join('\n');
}

/**
 * Untrusted text on one line. A comment, unlike a job summary, takes what is between dollars for a formula: GitHub's documentation has
 * them spanned.
 */
const shown = (text: string, limit = 120): string => safe(quote(text, limit));
const safe = (line: string): string => unformulated(markdown(line));
const said = (line: string): string => unformulated(prose(line));
const unformulated = (text: string): string => text.replaceAll('$', '<span>$</span>');
