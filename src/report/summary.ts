import { redact } from '../findings/secrets.ts';
import { markdown, preformatted, quote } from '../findings/text.ts';
import { bytes, duration } from '../findings/units.ts';
import type { Context } from '../ports/context.ts';
import { findingBlocks, folded, link, table } from './finding-blocks.ts';
import { headline, whatIsLive } from './headline.ts';
import type { Entries, Status } from './journal.ts';

/** Every output of action.yml with its value; an empty one is not known. Pure. */
export function outputs(status: Status, entries: Entries): Record<string, string> {
  return {
    status,
    url: redact(entries.url ?? '', 'credential'),
    'console-url': redact(entries.consoleUrl ?? '', 'credential'),
    id: entries.id ?? '',
    'deployment-id': entries.deploymentId ?? '',
    'invocation-id': entries.invocationId ?? '',
    'python-version': entries.pythonVersion ?? '',
    'manifest-path': entries.manifestPath ?? '',
    'bundle-path': entries.bundlePath ?? '',
    'bundle-sha256': entries.bundleSha256 ?? '',
    'bundle-size': entries.bundleSize === undefined ? '' : String(entries.bundleSize),
    'cache-hit': entries.cacheHit === undefined ? 'false' : String(entries.cacheHit),
    health: entries.health === undefined ? '' : JSON.stringify(entries.health),
  };
}

/**
 * The job summary, in Markdown: what happened, what is live, the problems, the app, and folded what only a search for a cause needs.
 * All that comes from the project or a server is escaped. Pure.
 */
export function summary(status: Status, entries: Entries, context: Context): string {
  const health = (entries.health ?? []).map(({ path, status: code, ms, attempts }) => [
    `<code>${markdown(path)}</code>`,
    code === 0 ? 'no response' : String(code),
    String(attempts),
    duration(ms),
  ]);
  const isKnown = ([, value]: readonly [string, string]): boolean => value !== '';
  const stages = entries.stages.map(({ name, ms }) => [name, duration(ms)] as const);
  const details = [...detailsOf(entries).filter(isKnown), ...stages];
  const links = { documents: context.documents, files: filesOf(context) };
  const blocks = [
    `### ${headline(status, entries)}`,
    whatIsLive(status, entries),
    ...findingBlocks(entries.findings, entries.ignored, links),
    table(['', ''], rowsOf(entries, context).filter(isKnown)),
    table(['Path', 'Response', 'Tries', 'Time'], health),
    entries.run?.log ? `The end of the log:\n\n<pre>${preformatted(entries.run.log)}</pre>` : '',
    entries.notes.map((note) => `- ${markdown(note)}`).join('\n'),
    folded(details.length > 0 ? 'Details' : '', table(['', ''], details)),
  ];
  return `${within(LIMIT, blocks.filter(Boolean)).join('\n\n')}\n`;
}

/** The files of the commit on GitHub, without a slash at the end; empty where the commit is not known. */
const filesOf = ({ repositoryUrl, pullRequest, sha }: Context): string =>
  onGitHub(repositoryUrl, 'blob', pullRequest?.sha || sha) ?? '';

/** The page or the files of a commit; nothing where the repository or the commit is not known. */
export const onGitHub = (repositoryUrl: string, what: 'blob' | 'commit', sha: string): string | undefined =>
  repositoryUrl !== '' && /^[0-9a-f]{7,64}$/.test(sha) ? `${repositoryUrl}/${what}/${sha}` : undefined;

/** What the run was about, a row each; an empty value is not known. */
function rowsOf(entries: Entries, { sha, repositoryUrl }: Context): (readonly [string, string])[] {
  const isPrivate = entries.isPrivate ? ' (private: sign in to open it)' : '';
  return [
    ['URL', entries.url ? `${link(entries.url)}${isPrivate}` : ''],
    ['Console', link(entries.consoleUrl)],
    ['Deployment', entries.deploymentId ? link(entries.logUrl, entries.deploymentId) : ''],
    ['Run', entries.invocationId ? link(entries.logUrl, entries.invocationId) : ''],
    ['Duration', entries.run?.ms === undefined ? '' : duration(entries.run.ms)],
    ['Parameters', markdown((entries.run?.params ?? []).map((name) => quote(name)).join(', '))],
    ['App', markdown([entries.contentType, entries.entrypoint].filter(Boolean).join(', '))],
    ['Commit', sha ? `<code>${link(onGitHub(repositoryUrl, 'commit', sha), sha.slice(0, 12))}</code>` : ''],
  ];
}

function detailsOf(entries: Entries): (readonly [string, string])[] {
  const { pythonVersion, uvVersion, bundleSize, bundleSha256, fileCount } = entries;
  const versions = [pythonVersion && `Python ${pythonVersion}`, uvVersion && `uv ${uvVersion}`];
  return [
    ['Versions', markdown(versions.filter(Boolean).join(', '))],
    ['Bundle', bundleSize === undefined ? '' : `${fileCount} files, ${bytes(bundleSize)}`],
    ['SHA-256', bundleSha256 ? `<code>${bundleSha256}</code>` : ''],
  ];
}

/** GitHub refuses a step's summary over 1 MiB as a whole; a little is left for what escaping and masking may add. */
const LIMIT = 1_000_000;

/** The blocks as far as they fit, in bytes: of one that does not fit, its first lines. The end then says that something is missing. */
function within(limit: number, blocks: readonly string[]): string[] {
  let room = limit;
  const take = (text: string): boolean => {
    const size = Buffer.byteLength(text) + 2;
    if (size > room) return false;
    room -= size;
    return true;
  };
  let isCut = false;
  const kept = blocks.map((block) => {
    if (take(block)) return block;
    isCut = true;
    const lines = block.split('\n');
    const end = lines.findIndex((line) => !take(line));
    const left = lines.slice(0, end < 0 ? undefined : end).join('\n');
    return left.startsWith('<details>') ? `${left}\n\n</details>` : left;
  });
  return isCut ? [...kept.filter(Boolean), 'This summary is too long and was cut: the log has all of it.'] : kept;
}
