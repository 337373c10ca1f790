import { randomBytes } from 'node:crypto';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

let last = 0;

/** A ULID: 48 bits of milliseconds and 80 random bits, in Crockford's base 32; later ones sort after earlier ones. */
export const ulid = (): string => {
  // Two within one millisecond would sort by chance, and deployments are ordered by their ids.
  last = Math.max(Date.now(), last + 1);
  let value = (BigInt(last) << 80n) | BigInt(`0x${randomBytes(10).toString('hex')}`);
  let text = '';
  for (let i = 0; i < 26; i++) {
    text = ALPHABET[Number(value & 31n)] + text;
    value >>= 5n;
  }
  return text;
};
