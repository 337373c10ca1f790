import { redact } from '../findings/secrets.ts';
import { markdown, preformatted, quote } from '../findings/text.ts';
import { bytes, duration } from '../findings/units.ts';
import type { Context } from '../ports/context.ts';
import { findingTables, link, table } from './finding-tables.ts';
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

const HEADLINES: Readonly<Record<Status, string>> = {
  deployed: '✅ Deployed',
  unchanged: '✅ Unchanged',
  removed: '✅ Removed',
  invoked: '✅ Invoked',
  checked: '✅ Checked',
  skipped: '⏭️ Skipped',
  failed: '❌ Failed',
  'timed-out': '⌛ Timed out',
};

/** The job summary, in Markdown. All that comes from the project or a server is escaped. Pure. */
export function summary(status: Status, entries: Entries, context: Context): string {
  const name = entries.name ? `: ${markdown(quote(entries.name, 200))}` : '';
  const title = `${name}${entries.platform ? ` on ${entries.platform}` : ''}`;
  const health = (entries.health ?? []).map(({ path, status: code, ms, attempts }) => [
    `<code>${markdown(path)}</code>`,
    code === 0 ? 'no answer' : String(code),
    String(attempts),
    duration(ms),
  ]);
  const rows = rowsOf(entries, context).filter(([, value]) => value !== '');
  const stages = entries.stages.map(({ name, ms }) => [name, duration(ms)]);
  const blocks = [
    `### ${HEADLINES[status]}${title}`,
    ...findingTables(entries.findings, entries.ignored, context.documents),
    table(['', ''], rows),
    table(['Path', 'Answer', 'Tries', 'Time'], health),
    entries.run?.log ? `The end of the log:\n\n<pre>${preformatted(entries.run.log)}</pre>` : '',
    entries.notes.map((note) => `- ${markdown(note)}`).join('\n'),
    table(['Stage', 'Time'], stages),
  ];
  return `${within(LIMIT, blocks.filter(Boolean)).join('\n\n')}\n`;
}

/** What the run was about, a row each; an empty value is not known. */
function rowsOf(entries: Entries, { sha }: Context): (readonly [string, string])[] {
  const python = [
    entries.pythonVersion && `Python ${entries.pythonVersion}`,
    entries.uvVersion && `uv ${entries.uvVersion}`,
  ];
  const size =
    entries.bundleSize === undefined
      ? ''
      : `${entries.fileCount} files, ${bytes(entries.bundleSize)}, sha256 <code>${entries.bundleSha256}</code>`;
  return [
    ['URL', link(entries.url)],
    ['Console', link(entries.consoleUrl)],
    ['Deployment', entries.deploymentId ? link(entries.logUrl, entries.deploymentId) : ''],
    ['Run', entries.invocationId ? link(entries.logUrl, entries.invocationId) : ''],
    ['Duration', entries.run?.ms === undefined ? '' : duration(entries.run.ms)],
    ['Parameters', markdown((entries.run?.params ?? []).map((name) => quote(name)).join(', '))],
    ['App', markdown([entries.contentType, entries.entrypoint].filter(Boolean).join(', '))],
    ['Versions', markdown(python.filter(Boolean).join(', '))],
    ['Bundle', size],
    ['Commit', sha ? `<code>${markdown(sha.slice(0, 12))}</code>` : ''],
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
    return lines.slice(0, end < 0 ? undefined : end).join('\n');
  });
  return isCut ? [...kept.filter(Boolean), 'This summary is too long and was cut: the log has all of it.'] : kept;
}
