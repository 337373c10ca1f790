import type { BundleChanges } from '../../bundle/changes.ts';
import type { Documents } from '../../findings/documents.ts';
import type { Finding } from '../../findings/finding.ts';
import { markdown, prose, quote, quoteEnds } from '../../findings/text.ts';
import { bytes, duration } from '../../findings/units.ts';
import type { PathHealth } from '../../ports/http/health.ts';
import { link, linkedCode, place, SIGNS, table } from '../finding-blocks.ts';
import type { Status } from '../journal.ts';
import { onGitHub } from '../summary.ts';

/** What the comment on a pull request says. Texts may be anybody's: nothing in them becomes markup, a link or a mention. */
export type CommentFacts = {
  readonly name: string;
  readonly platform: string;
  readonly url?: string | undefined;
  readonly consoleUrl?: string | undefined;
  readonly runUrl: string;
  /** The page of the repository, for links to its commits and files; empty where it is not known. */
  readonly repositoryUrl: string;
  readonly commit: string;
  readonly status: Status;
  /** Whether the preview asks for a sign-in. */
  readonly isPrivate?: boolean | undefined;
  readonly health: readonly PathHealth[];
  /** In bytes. */
  readonly bundleSize?: number | undefined;
  readonly changes?: BundleChanges | undefined;
  readonly durationMs: number;
  /** When the comment is written. */
  readonly at: Date;
  readonly findings: readonly Finding[];
  readonly documents: Documents;
  /** The preview is gone, and its URL with it. */
  readonly removed: boolean;
};

const MOST_PATHS = 50;
const MOST_FINDINGS = 20;

const HEADLINES: Readonly<Record<Status, (name: string) => string>> = {
  deployed: (name) => `✅ The preview of ${name} is ready`,
  unchanged: (name) => `✅ The preview of ${name} is up to date`,
  removed: (name) => `🗑️ The preview of ${name} was removed`,
  invoked: (name) => `✅ ${name} ran`,
  checked: (name) => `✅ ${name} was checked`,
  skipped: (name) => `⏭️ The preview of ${name} was skipped`,
  failed: (name) => `❌ The preview of ${name} failed`,
  'timed-out': (name) => `⌛ The preview of ${name} timed out`,
};

const isBroken = ({ status }: CommentFacts): boolean => status === 'failed' || status === 'timed-out';

/** The comment in GitHub's Markdown, without its marker: the preview first, or what failed and what to do. Pure. */
export function commentBody(facts: CommentFacts): string {
  const { name, status, changes, removed } = facts;
  const blocks = [
    `### ${HEADLINES[removed ? 'removed' : status](shown(name))}`,
    ...(isBroken(facts) ? [problems(facts)] : []),
    table(
      ['', ''],
      rows(facts).filter(([, value]) => value !== ''),
    ),
    ...(isBroken(facts) ? [] : [problems(facts)]),
    removed ? '' : differences(changes),
    footer(facts),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

function rows(facts: CommentFacts): [string, string][] {
  const { name, platform, consoleUrl, runUrl, repositoryUrl, commit, status, health, removed } = facts;
  const logs = [removed ? '' : unformulated(link(consoleUrl, quote(platform))), runUrl && link(runUrl, 'workflow run')];
  return [
    ['App', `${shown(name)} on ${shown(platform)}`],
    ['Status', removed ? 'removed' : status],
    ['Preview', previewOf(facts)],
    ['Health', removed ? '' : health.map(answer).join('<br>')],
    ['Bundle', sizeOf(facts)],
    ['Logs', [...logs.filter(Boolean), duration(facts.durationMs)].join(', ')],
    ['Commit', commit === '' ? '' : `<code>${commitOf(repositoryUrl, commit)}</code>`],
    ['Updated', `${facts.at.toISOString().slice(0, 16).replace('T', ' ')} UTC`],
  ];
}

const commitOf = (repositoryUrl: string, commit: string): string =>
  unformulated(link(onGitHub(repositoryUrl, 'commit', commit), quote(commit.slice(0, 12))));

/** A failed push may have left an older preview at the address: it is not called that of this commit. */
function previewOf(facts: CommentFacts): string {
  const { url, name, removed, isPrivate } = facts;
  if (!url) return '';
  if (removed) return `<del>${shown(url)}</del>`;
  const app = unformulated(link(url, quote(name, 120)));
  if (isBroken(facts)) return `${app} (may still show an earlier commit)`;
  return isPrivate ? `${app} (private: sign in to open it)` : app;
}

function sizeOf({ bundleSize, changes }: CommentFacts): string {
  if (bundleSize === undefined) return '';
  const before = changes?.sizeBefore;
  return before === undefined ? bytes(bundleSize) : `${bytes(bundleSize)}, ${bytes(before)} in production`;
}

const answer = ({ path, status, ms, attempts }: PathHealth): string =>
  `<code>${shown(path)}</code> ${status === 0 ? 'did not respond' : `returned ${status}`} (${attempts} ${attempts === 1 ? 'try' : 'tries'}, ${duration(ms)})`;

function problems({ findings, documents, repositoryUrl, commit }: CommentFacts): string {
  const links = { documents, files: onGitHub(repositoryUrl, 'blob', commit) ?? '' };
  const lines = findings.slice(0, MOST_FINDINGS).map((finding) => {
    const { level, code, message, remedy } = finding;
    const at = finding.file === undefined ? '' : ` (${unformulated(place(finding, links))})`;
    const what = `- ${SIGNS[level]} **${unformulated(linkedCode(code, documents))}** ${said(quoteEnds(message, 800))}${at}`;
    return remedy ? `${what}<br>What to do: ${said(quote(remedy, 800))}` : what;
  });
  const more = findings.length - lines.length;
  return [...lines, ...(more > 0 ? [`- and ${more} more, in the log`] : [])].join('\n');
}

const footer = ({ documents }: CommentFacts): string =>
  `<sub>${link(documents === '' ? undefined : `${documents}/README.md`, 'uv-deploy')} updates this comment with each push.</sub>`;

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
