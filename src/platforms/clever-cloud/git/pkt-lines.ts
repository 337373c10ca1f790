// git's packets: a length of four hexadecimal digits, which counts itself, and the bytes (git's documentation, gitprotocol-common).

/** The packet that ends a list. */
export const FLUSH = '0000';

export const packet = (text: string): string => `${(Buffer.byteLength(text) + 4).toString(16).padStart(4, '0')}${text}`;

/** The packets of an answer, `undefined` for each flush. Answers `undefined` when it is cut short, or made of other things. */
export function readPackets(bytes: Buffer): (Buffer | undefined)[] | undefined {
  const packets: (Buffer | undefined)[] = [];
  for (let at = 0; at < bytes.length; ) {
    const digits = bytes.toString('latin1', at, at + 4);
    if (!/^[0-9a-f]{4}$/i.test(digits)) return undefined;
    const length = Number.parseInt(digits, 16);
    if (length !== 0 && length < 4) return undefined;
    if (at + length > bytes.length) return undefined;
    packets.push(length === 0 ? undefined : bytes.subarray(at + 4, at + length));
    at += Math.max(length, 4);
  }
  return packets;
}

/** The lines of an answer; those that are nothing but their packet's end are left out. */
export const linesOf = (packets: readonly (Buffer | undefined)[]): string[] =>
  packets.filter((line) => line !== undefined).map((line) => line.toString().replace(/\n$/, ''));

/** What came side by side in one answer (git's documentation, gitprotocol-capabilities, side-band-64k). */
export type Bands = {
  readonly data: Buffer;
  /** What the server and its hooks have to say, line by line. Of a line that is written over, the last state. */
  readonly messages: readonly string[];
  /** Why the server gave up; empty when it did not. */
  readonly fatal: string;
};

export function readBands(packets: readonly (Buffer | undefined)[]): Bands {
  const band = (number: number) =>
    Buffer.concat(packets.flatMap((bytes) => (bytes?.[0] === number ? [bytes.subarray(1)] : [])));
  const messages = band(2)
    .toString()
    .split('\n')
    .map((line) => (line.replace(/\r+$/, '').split('\r').at(-1) ?? '').trimEnd())
    .filter((line) => line !== '');
  return { data: band(1), messages, fatal: band(3).toString().trim() };
}
