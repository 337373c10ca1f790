import { redact } from '../findings/secrets.ts';
import { markdown, preformatted, quote } from '../findings/text.ts';
import { bytes, duration } from '../findings/units.ts';
import type { Context } from '../ports/context.ts';
import { findingTables, table } from './finding-tables.ts';
import type { Journal, Status } from './journal.ts';

/** Every output of action.yml with its value; an empty one is not known. Pure. */
export function outputs(status: Status, journal: Journal): Record<string, string> {
  return {
    status,
    url: redact(journal.url ?? '', 'credential'),
    'console-url': redact(journal.consoleUrl ?? '', 'credential'),
    id: journal.id ?? '',
    'deployment-id': journal.deploymentId ?? '',
    'invocation-id': journal.invocationId ?? '',
    'python-version': journal.pythonVersion ?? '',
    'manifest-path': journal.manifestPath ?? '',
    'bundle-path': journal.bundlePath ?? '',
    'bundle-sha256': journal.bundleSha256 ?? '',
    'bundle-size': journal.bundleSize === undefined ? '' : String(journal.bundleSize),
    'cache-hit': journal.cacheHit === undefined ? 'false' : String(journal.cacheHit),
    health: journal.health === undefined ? '' : JSON.stringify(journal.health),
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
export function summary(status: Status, journal: Journal, context: Context): string {
  const title = [journal.name && markdown(quote(journal.name, 200)), journal.platform && `on ${journal.platform}`]
    .filter(Boolean)
    .join(' ');
  const blocks = [`### ${HEADLINES[status]}${title ? `: ${title}` : ''}`];

  blocks.push(...findingTables(journal.findings, journal.ignored));
  const python = [
    journal.pythonVersion && `Python ${journal.pythonVersion}`,
    journal.uvVersion && `uv ${journal.uvVersion}`,
  ];
  const size =
    journal.bundleSize === undefined
      ? ''
      : `${journal.fileCount} files, ${bytes(journal.bundleSize)}, sha256 <code>${journal.bundleSha256}</code>`;
  const rows: (readonly [string, string])[] = [
    ['URL', link(journal.url)],
    ['Console', link(journal.consoleUrl)],
    ['Deployment', journal.deploymentId ? link(journal.logUrl, journal.deploymentId) : ''],
    ['Run', journal.invocationId ? link(journal.logUrl, journal.invocationId) : ''],
    ['Duration', journal.run?.ms === undefined ? '' : duration(journal.run.ms)],
    ['Parameters', markdown((journal.run?.params ?? []).map((name) => quote(name)).join(', '))],
    [
      'App',
      [journal.contentType, journal.entrypoint]
        .filter(Boolean)
        .map((text) => markdown(text ?? ''))
        .join(', '),
    ],
    ['Versions', markdown(python.filter(Boolean).join(', '))],
    ['Bundle', size],
    ['Commit', context.sha ? `<code>${markdown(context.sha.slice(0, 12))}</code>` : ''],
  ];
  blocks.push(
    table(
      ['', ''],
      rows.filter(([, value]) => value !== ''),
    ),
  );

  if (journal.health && journal.health.length > 0) {
    const cells = journal.health.map(({ path, status: code, ms, attempts }) => [
      `<code>${markdown(path)}</code>`,
      code === 0 ? 'no answer' : String(code),
      String(attempts),
      duration(ms),
    ]);
    blocks.push(table(['Path', 'Answer', 'Tries', 'Time'], cells));
  }
  if (journal.run?.log) blocks.push(`The end of the log:\n\n<pre>${preformatted(journal.run.log)}</pre>`);
  if (journal.notes.length > 0) blocks.push(journal.notes.map((note) => `- ${markdown(note)}`).join('\n'));
  if (journal.stages.length > 0) {
    blocks.push(
      table(
        ['Stage', 'Time'],
        journal.stages.map(({ name, ms }) => [name, duration(ms)]),
      ),
    );
  }
  return `${within(LIMIT, blocks.filter(Boolean)).join('\n\n')}\n`;
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
  return isCut ? [...kept.filter(Boolean), 'This summary was too long and is cut: the log has all of it.'] : kept;
}

export function link(url: string | undefined, text = url): string {
  if (!url || !text) return text ? markdown(text) : '';
  if (url !== redact(url) || !/^https?:\/\/[^\s<>"'()]+$/.test(url)) return markdown(text);
  return `<a href="${url.replaceAll('&', '&amp;')}">${markdown(text)}</a>`;
}
