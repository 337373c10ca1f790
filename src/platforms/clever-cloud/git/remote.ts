import { failure } from '../../../findings/finding.ts';
import { quote } from '../../../findings/text.ts';
import type { Http } from '../../../ports/http/http.ts';
import type { Attempt } from '../../../ports/http/once.ts';
import { getFollowing } from '../../../ports/http/redirects.ts';
import type { GatewayDeps } from '../../gateway.ts';
import { createPlatformClient } from '../../shared/client.ts';
import { lostUpload, uploadOnce } from '../../shared/upload.ts';
import { gitAuthorization } from '../api/credential.ts';
import { WORDS } from '../api/refusals.ts';
import type { Commit } from './objects.ts';
import type { Pack } from './pack.ts';
import { pushCommand, type Report, readAdvertisement, readReport } from './receive-pack.ts';
import { bodyOf, createSender, PUSHING } from './sender.ts';

/** The git repository of an app, at the address that the API gives: `https://push-…/app_….git`. */
export type RemoteAccess = { readonly url: string; readonly token: string; readonly secret: string };

/** How a push ended: `moved` when the branch was not where it was thought to be, and nothing has changed. */
type Pushed = 'pushed' | 'moved';

export type Remote = {
  /** The commit of the branch that is deployed; `undefined` in an empty repository. */
  head(): Promise<string | undefined>;
  /**
   * Moves the branch from `old` to `commit`, whose tree is the one of `pack`; without `old`, creates it. An answer that does not
   * come, or says nothing, is never taken for either: the branch is looked up.
   * Throws a `Failure` when the server refuses, with its reason.
   */
  push(pack: Pack, commit: Commit, old: string | undefined): Promise<Pushed>;
};

const READING = 'reading the app’s git repository';

/** Speaks git's smart protocol (git's documentation, gitprotocol-http) with one repository. */
export function createRemote({ url, token, secret }: RemoteAccess, deps: GatewayDeps): Remote {
  const { http, signal, quoted } = deps;
  const headers = { authorization: gitAuthorization({ token, secret }) };
  const isSameServer = ({ origin }: URL) => origin === new URL(url).origin;
  const following: Http = (request) => getFollowing(http, request, isSameServer);
  const { read, refusals } = createPlatformClient(url, WORDS, following, deps);
  const sendOnce = createSender({ url, headers, refusals }, deps);

  const advertisement = () => {
    const sending = { method: 'GET', url: `${url}/info/refs?service=git-receive-pack`, headers, signal } as const;
    return read(READING, sending, (response) => {
      const found = readAdvertisement(bodyOf(response));
      if (found?.state === 'refused') throw pushRefused(READING, found.reason, []);
      return found && supported(found);
    });
  };

  const push: Remote['push'] = async (pack, commit, old) => {
    const { capabilities, head } = await advertisement();
    if (head !== old) return head === commit.id ? 'pushed' : 'moved';
    const hasBands = capabilities.has('side-band-64k');
    const peek = async (): Promise<Pushed | undefined> => {
      const now = (await advertisement()).head;
      if (now === commit.id) return 'pushed';
      return now === old ? undefined : 'moved';
    };
    const send = async (limitMs: number): Promise<Attempt<Pushed>> => {
      const command = pushCommand(old, commit.id, capabilities);
      const sent = await sendOnce({ pack, commit, command }, limitMs);
      if ('outcome' in sent) return sent;
      const report = readReport(bodyOf(sent), hasBands);
      if (report.messages.length > 0) quoted(report.messages.map((line) => `remote: ${line}`).join('\n'));
      return judge(report, peek);
    };
    const look = async (): Promise<Pushed[]> => await peek().then((found) => (found ? [found] : []));
    return uploadOnce(pack, send, { look, lost: (why) => lostUpload(why, 'commit') }, deps);
  };

  return { head: async () => (await advertisement()).head, push };
}

/** A refusal is one only if the branch has not moved: git's words for a branch that somebody else has moved are many. */
async function judge(
  { outcome, reason, messages }: Report,
  look: () => Promise<Pushed | undefined>,
): Promise<Attempt<Pushed>> {
  if (outcome === 'ok') return { outcome: 'accepted', taken: 'pushed' };
  if (outcome === 'unknown') return { outcome: 'unknown', why: reason };
  const taken = await look();
  if (taken === undefined) throw pushRefused(PUSHING, reason, messages);
  return { outcome: 'accepted', taken };
}

const pushRefused = (step: string, reason: string, messages: readonly string[]) => {
  const said = quote(messages.join(' '), 300);
  return failure(
    'push-refused',
    `Clever Cloud refused ${step}: ${quote(reason, 200)}.${said === '' ? '' : ` It said: "${said}"`}`,
    'Fix the reason that the server gives, and run the job again.',
  );
};

/** Only repositories that report how a push went, and name objects by SHA-1, can be pushed to. */
function supported<T extends { readonly capabilities: ReadonlySet<string> }>(found: T): T {
  const format = [...found.capabilities].find((word) => word.startsWith('object-format='));
  const isKnown = format === undefined || format === 'object-format=sha1';
  if (isKnown && found.capabilities.has('report-status')) return found;
  throw failure(
    'not-supported',
    `The app’s git repository ${isKnown ? 'does not report how a push went' : `has an unknown ${quote(format)}`}.`,
    'Update uv-deploy.',
  );
}
