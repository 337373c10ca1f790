/**
 * Just enough of Protocol Buffers' wire format (protobuf.dev, "Encoding") to find single fields of a message: a field is a number, or
 * bytes that are a text or a message of their own. What is cut or malformed ends the reading.
 */

const [VARINT, FIXED64, BYTES, FIXED32] = [0, 1, 2, 5];

/** The fields of a message by their numbers, each as often as it is there. */
export type Fields = ReadonlyMap<number, readonly (number | Buffer)[]>;

export function readFields(bytes: Buffer): Fields {
  const fields = new Map<number, (number | Buffer)[]>();
  let at = 0;
  /** Numbers beyond 2^53 lose their last digits: nothing that is looked for is one. */
  const varint = (): number => {
    let value = 0;
    for (let shift = 0; shift < 70; shift += 7) {
      const byte = bytes[at++];
      if (byte === undefined) return Number.NaN;
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) return value;
    }
    return Number.NaN;
  };
  while (at < bytes.length) {
    const tag = varint();
    const [number, type] = [Math.floor(tag / 8), tag % 8];
    const value = type === VARINT ? varint() : slice(type === BYTES ? varint() : widthOf(type));
    if (Number.isNaN(tag) || value === undefined || Number.isNaN(value)) break;
    const values = fields.get(number) ?? [];
    values.push(value);
    fields.set(number, values);
  }
  return fields;

  function slice(length: number): Buffer | undefined {
    const end = at + length;
    if (!(end <= bytes.length)) return undefined;
    const part = bytes.subarray(at, end);
    at = end;
    return part;
  }
}

const widthOf = (type: number): number => (type === FIXED64 ? 8 : type === FIXED32 ? 4 : Number.NaN);

/** The message in a field, by the numbers that lead to it; the last one where it is there several times. */
export function message(fields: Fields, ...path: readonly number[]): Fields | undefined {
  let found: Fields | undefined = fields;
  for (const number of path) {
    const value: number | Buffer | undefined = found?.get(number)?.at(-1);
    found = value instanceof Buffer ? readFields(value) : undefined;
  }
  return found;
}

export const text = (fields: Fields | undefined, number: number): string => texts(fields, number).at(-1) ?? '';

export const texts = (fields: Fields | undefined, number: number): string[] =>
  (fields?.get(number) ?? []).flatMap((value) => (value instanceof Buffer ? [value.toString()] : []));

export const number = (fields: Fields | undefined, number: number): number | undefined => {
  const value = fields?.get(number)?.at(-1);
  return typeof value === 'number' ? value : undefined;
};

/** A field of bytes: a text, or a message. */
export function field(number: number, value: string | Buffer): Buffer {
  const bytes = Buffer.from(value);
  return Buffer.concat([varintOf(number * 8 + BYTES), varintOf(bytes.length), bytes]);
}

function varintOf(value: number): Buffer {
  const bytes: number[] = [];
  let rest = value;
  for (; rest >= 0x80; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 0x80);
  return Buffer.from([...bytes, rest]);
}
