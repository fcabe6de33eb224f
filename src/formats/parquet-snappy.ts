const LITERAL = 0;
/** Lengths of literals above this stand in as many bytes as they exceed it by. */
const SHORT_LITERAL = 60;

/**
 * Unpacks Snappy's raw format into exactly `size` bytes. Every element takes input and none gives more than 2^32
 * bytes, which are checked against `size` before any is written, so that damaged input ends in a `RangeError`.
 */
export function unpackSnappy(input: Uint8Array, size: number): Uint8Array<ArrayBuffer> {
  const output = new Uint8Array(size);
  let at = 0;
  while (at < input.length && input[at++]! > 127);
  let to = 0;
  while (at < input.length) {
    const tag = input[at++]!;
    const kind = tag & 3;
    if (kind === LITERAL) {
      const extra = Math.max(0, (tag >>> 2) + 1 - SHORT_LITERAL);
      const length = extra > 0 ? lowFirst(input, at, extra) + 1 : (tag >>> 2) + 1;
      at += extra;
      if (at + length > input.length || to + length > size)
        throw new RangeError(`a literal of ${length} bytes`);
      copyForward(input, at, output, to, length);
      at += length;
      to += length;
      continue;
    }
    const offsetBytes = kind === 3 ? 4 : kind;
    const length = kind === 1 ? ((tag >>> 2) & 7) + 4 : (tag >>> 2) + 1;
    const offset = lowFirst(input, at, offsetBytes) + (kind === 1 ? (tag >>> 5) * 256 : 0);
    at += offsetBytes;
    if (offset === 0 || offset > to || to + length > size) throw new RangeError(`a copy from ${offset} back`);
    copyForward(output, to - offset, output, to, length);
    to += length;
  }
  if (to !== size) throw new RangeError(`${to} bytes instead of ${size}`);
  return output;
}

/** Copies byte by byte, so that a copy may repeat what it has just written. */
function copyForward(from: Uint8Array, start: number, output: Uint8Array, to: number, length: number): void {
  for (let i = 0; i < length; i++) output[to + i] = from[start + i]!;
}

/** An unsigned number of `count` bytes, lowest first; bytes past the end are 0. */
function lowFirst(bytes: Uint8Array, at: number, count: number): number {
  let value = 0;
  for (let i = count - 1; i >= 0; i--) value = value * 256 + (bytes[at + i] ?? 0);
  return value;
}
