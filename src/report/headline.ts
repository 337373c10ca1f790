import type { Finding } from '../findings/finding.ts';
import { markdown, quote } from '../findings/text.ts';
import { counted } from './finding-blocks.ts';
import type { Entries, Status } from './journal.ts';

/** The app is on the server, but not as it should be. */
const AFTER_UPLOAD = ['unhealthy', 'first-visit', 'old-release-answers'];

const has = (findings: readonly Finding[], ...codes: readonly string[]): boolean =>
  findings.some(({ code }) => codes.includes(code));

/** What happened to which app, in one sentence of Markdown. Pure. */
export function headline(status: Status, entries: Entries): string {
  const { name, platform, findings, mode } = entries;
  const app = name ? markdown(quote(name, 200)) : mode === 'teardown' ? 'A preview' : 'The project';
  const subject = mode === 'preview' ? `The preview of ${app}` : app;
  const at = (word: string): string => (platform ? ` ${word} ${platform}` : '');
  const errors = findings.filter(({ level }) => level === 'error').length;
  const warnings = findings.filter(({ level }) => level === 'warning').length;
  const problems = errors === 0 ? '' : `: ${counted(errors, 'problem')}`;
  switch (status) {
    case 'deployed':
      return has(findings, 'not-followed')
        ? `✅ ${subject} was uploaded${at('to')}`
        : `✅ ${subject} was deployed${at('to')}`;
    case 'unchanged':
      return `✅ ${subject}${at('on')} is unchanged`;
    case 'removed':
      return `✅ ${removed(entries.removed ?? 1, app, at)}`;
    case 'invoked':
      return has(findings, 'not-followed', 'run-not-followed')
        ? `✅ ${app} was started${at('on')}`
        : `✅ ${app} ran${at('on')}`;
    case 'checked':
      return `✅ ${app} is ready${at('for')}${warnings === 0 ? '' : `: ${counted(warnings, 'warning')}`}`;
    case 'skipped':
      return `⏭️ ${subject} was skipped`;
    case 'timed-out':
      return mode === 'invoke'
        ? `⌛ The run of ${app}${at('on')} timed out`
        : `⌛ The deployment of ${app}${at('to')} timed out`;
    case 'failed':
      return `❌ ${failed(entries, { app, subject, at })}${problems}`;
    default:
      return status satisfies never;
  }
}

/** How many previews are gone; none where somebody else had removed them. */
function removed(count: number, app: string, at: Words['at']): string {
  if (count === 0) return `${app} had no preview${at('on')} to remove`;
  return count === 1
    ? `The preview of ${app} was removed${at('from')}`
    : `${count} previews of ${app} were removed${at('from')}`;
}

type Words = { readonly app: string; readonly subject: string; at(word: string): string };

function failed({ mode, findings, uploadingTo, deploymentId }: Entries, { app, subject, at }: Words): string {
  if (mode === undefined) return 'Failed';
  if (mode === 'check') return `${app} is not ready${at('for')}`;
  if (mode === 'invoke') return `The run of ${app}${at('on')} failed`;
  if (mode === 'teardown') return `${app} was not removed${at('from')}`;
  if (has(findings, 'rolled-back')) return `${subject} was not healthy${at('on')}, and was rolled back`;
  if (has(findings, ...AFTER_UPLOAD)) return `${subject} was deployed${at('to')}, but is not healthy`;
  if (uploadingTo !== undefined || deploymentId !== undefined)
    return `The deployment of ${subject}${at('to')} failed`.replace('of The', 'of the');
  return `${subject} was not deployed${at('to')}`;
}

/** What of a failed deployment is live, where nobody else says it: nothing had been sent yet. */
export function whatIsLive(status: Status, { mode, platform, uploadingTo, deploymentId }: Entries): string {
  const isDeploying = mode === 'deploy' || mode === 'preview';
  if (status !== 'failed' || !isDeploying || uploadingTo !== undefined || deploymentId !== undefined) return '';
  return `Nothing was sent to ${platform ?? 'the server'}: what is live there did not change.`;
}
