import { FLUSH, linesOf, packet, readBands, readPackets } from './pkt-lines.ts';

// The two answers of git's receive-pack, and what is sent to it (git's documentation, gitprotocol-http and gitprotocol-pack).

/** The only branch that Clever Cloud deploys, and the only one that it takes. */
const BRANCH = 'refs/heads/master';
const NO_COMMIT = '0'.repeat(40);

/** What a repository says of itself before a push. */
export type Advertisement =
  | {
      readonly state: 'ready';
      /** The commit of the branch; `undefined` in an empty repository. */
      readonly head: string | undefined;
      readonly capabilities: ReadonlySet<string>;
    }
  | { readonly state: 'refused'; readonly reason: string };

/** Answers `undefined` when it is cut short, or no git repository has said it. */
export function readAdvertisement(bytes: Buffer): Advertisement | undefined {
  const packets = readPackets(bytes);
  // The last packet of a whole answer is a flush.
  if (packets === undefined) return undefined;
  const [service = '', first = '', ...others] = linesOf(packets);
  const refused = [service, first].find((line) => line.startsWith('ERR '));
  if (refused !== undefined) return { state: 'refused', reason: refused.slice('ERR '.length) };
  if (service !== '# service=git-receive-pack' || packets.at(-1) !== undefined) return undefined;
  const [ref = '', capabilities = ''] = first.split('\0');
  const row = [ref, ...others].find((line) => line.endsWith(` ${BRANCH}`));
  const head = row?.slice(0, -` ${BRANCH}`.length);
  if (!/^[0-9a-f]{40,64} ./.test(ref) || (head !== undefined && !/^[0-9a-f]{40,64}$/.test(head))) return undefined;
  return { state: 'ready', head, capabilities: new Set(capabilities.trim().split(' ')) };
}

/** Asks for the branch to go from `old` to `commit`: refused by the server when it is not at `old` any more. */
export function pushCommand(old: string | undefined, commit: string, capabilities: ReadonlySet<string>): Buffer {
  const wanted = ['report-status', ...(capabilities.has('side-band-64k') ? ['side-band-64k'] : []), 'agent=uv-deploy'];
  return Buffer.from(`${packet(`${old ?? NO_COMMIT} ${commit} ${BRANCH}\0 ${wanted.join(' ')}\n`)}${FLUSH}`);
}

/** How a push went. */
export type Report = {
  readonly outcome: 'ok' | 'refused' | 'unknown';
  /** Why it was refused, or is unknown, in git's words. */
  readonly reason: string;
  /** What the server's hooks have printed. */
  readonly messages: readonly string[];
};

/** Reads the answer to a push. One that is cut short tells nothing, whatever its first part says. */
export function readReport(bytes: Buffer, hasBands: boolean): Report {
  const unknown = (reason: string, messages: readonly string[] = []): Report => ({
    outcome: 'unknown',
    reason,
    messages,
  });
  if (bytes.length === 0) return unknown('the answer was empty');
  const packets = readPackets(bytes);
  if (packets === undefined) return unknown('the answer was cut short');
  const bands = hasBands ? readBands(packets) : undefined;
  const messages = bands?.messages ?? [];
  if (bands !== undefined && bands.fatal !== '') return { outcome: 'refused', reason: bands.fatal, messages };
  const status = bands === undefined ? packets : readPackets(bands.data);
  if (status === undefined) return unknown('the answer was cut short', messages);

  const lines = linesOf(status);
  const unpacked = lines.find((line) => line.startsWith('unpack '))?.slice('unpack '.length);
  if (unpacked !== undefined && unpacked !== 'ok') return { outcome: 'refused', reason: unpacked, messages };
  const refused = lines.find((line) => line.startsWith(`ng ${BRANCH}`));
  if (refused !== undefined) {
    return { outcome: 'refused', reason: refused.slice(`ng ${BRANCH} `.length) || 'no reason given', messages };
  }
  if (unpacked === 'ok' && lines.includes(`ok ${BRANCH}`)) return { outcome: 'ok', reason: '', messages };
  return unknown('the answer does not say how the push went', messages);
}
