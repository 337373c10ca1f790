import { redact } from '../findings/secrets.ts';
import { markdown, preformatted, quote } from '../findings/text.ts';
import { bytes, duration } from '../findings/units.ts';
import type { Context } from '../ports/context.ts';
import { findingTables, table } from './finding-tables.ts';
import type { Facts, Status } from './journal.ts';

/** Every output of action.yml with its value; an empty one is not known. Pure. */
export function outputs(status: Status, facts: Facts): Record<string, string> {
  return {
    status,
    url: redact(facts.url ?? '', 'credential'),
    'console-url': redact(facts.consoleUrl ?? '', 'credential'),
    id: facts.id ?? '',
    'deployment-id': facts.deploymentId ?? '',
    'invocation-id': facts.invocationId ?? '',
    'python-version': facts.pythonVersion ?? '',
    'manifest-path': facts.manifestPath ?? '',
    'bundle-path': facts.bundlePath ?? '',
    'bundle-sha256': facts.bundleSha256 ?? '',
    'bundle-size': facts.bundleSize === undefined ? '' : String(facts.bundleSize),
    'cache-hit': facts.cacheHit === undefined ? 'false' : String(facts.cacheHit),
    health: facts.health === undefined ? '' : JSON.stringify(facts.health),
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
export function summary(status: Status, facts: Facts, context: Context): string {
  const title = [facts.name && markdown(quote(facts.name, 200)), facts.platform && `on ${facts.platform}`]
    .filter(Boolean)
    .join(' ');
  const blocks = [`### ${HEADLINES[status]}${title ? `: ${title}` : ''}`];

  blocks.push(...findingTables(facts.findings, facts.ignored));
  const python = [facts.pythonVersion && `Python ${facts.pythonVersion}`, facts.uvVersion && `uv ${facts.uvVersion}`];
  const size =
    facts.bundleSize === undefined
      ? ''
      : `${facts.fileCount} files, ${bytes(facts.bundleSize)}, sha256 <code>${facts.bundleSha256}</code>`;
  const rows: (readonly [string, string])[] = [
    ['URL', link(facts.url)],
    ['Console', link(facts.consoleUrl)],
    ['Deployment', facts.deploymentId ? link(facts.logUrl, facts.deploymentId) : ''],
    ['Run', facts.invocationId ? link(facts.logUrl, facts.invocationId) : ''],
    ['Duration', facts.run?.ms === undefined ? '' : duration(facts.run.ms)],
    ['Parameters', markdown((facts.run?.params ?? []).map((name) => quote(name)).join(', '))],
    [
      'App',
      [facts.contentType, facts.entrypoint]
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

  if (facts.health && facts.health.length > 0) {
    const cells = facts.health.map(({ path, status: code, ms, attempts }) => [
      `<code>${markdown(path)}</code>`,
      code === 0 ? 'no answer' : String(code),
      String(attempts),
      duration(ms),
    ]);
    blocks.push(table(['Path', 'Answer', 'Tries', 'Time'], cells));
  }
  if (facts.run?.log) blocks.push(`The end of the log:\n\n<pre>${preformatted(facts.run.log)}</pre>`);
  if (facts.notes.length > 0) blocks.push(facts.notes.map((note) => `- ${markdown(note)}`).join('\n'));
  if (facts.stages.length > 0) {
    blocks.push(
      table(
        ['Stage', 'Time'],
        facts.stages.map(({ name, ms }) => [name, duration(ms)]),
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
