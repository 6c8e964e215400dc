/** How many bytes of the length stand after the first byte, by the low five bits of that (RFC 8949, 3). */
const LENGTHS: Readonly<Record<number, number>> = { 24: 1, 25: 2, 26: 4 };

const ARRAY = 4;
const WITH_BYTES = new Set([2, 3]);

/** An array of CBOR: its own first bytes, and each of its items as bytes. */
export interface CborArray {
  readonly head: Buffer;
  readonly items: readonly Buffer[];
}

function headOf(data: Buffer, at: number): { readonly kind: number; readonly count: number; readonly next: number } {
  const first = data.readUInt8(at);
  const [kind, low] = [first >> 5, first & 31];
  const size = LENGTHS[low] ?? 0;
  if (low > 26) throw new Error(`there is CBOR at ${at} that Pagefind did not use to write`);
  return { kind, count: size === 0 ? low : data.readUIntBE(at + 1, size), next: at + 1 + size };
}

/** Where the item that begins there ends. */
function endOf(data: Buffer, at: number): number {
  const { kind, count, next } = headOf(data, at);
  if (WITH_BYTES.has(kind)) return next + count;
  if (kind !== ARRAY) return next;
  let end = next;
  for (let item = 0; item < count; item += 1) end = endOf(data, end);
  return end;
}

/** Takes an array apart. Throws where it is none: only Pagefind's own files are read here. */
export function readArray(data: Buffer): CborArray {
  const { kind, count, next } = headOf(data, 0);
  if (kind !== ARRAY) throw new Error("Pagefind wrote something else than an array");
  const items: Buffer[] = [];
  let at = next;
  for (let item = 0; item < count; item += 1) {
    const end = endOf(data, at);
    items.push(data.subarray(at, end));
    at = end;
  }
  return { head: data.subarray(0, next), items };
}

/** Puts an array together again. */
export function writeArray({ head, items }: CborArray): Buffer {
  return Buffer.concat([head, ...items]);
}

/** A text item's words. */
export function readText(item: Buffer): string {
  return item.subarray(headOf(item, 0).next).toString("utf8");
}
