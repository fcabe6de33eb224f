/** Offset of the first `byte` from `start` to before `end`; -1 where there is none. Never looks past `end`. */
export function findByte(bytes: Uint8Array, byte: number, start: number, end: number): number {
  for (let at = start; at < end; at++) if (bytes[at] === byte) return at;
  return -1;
}
