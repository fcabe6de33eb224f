const PRIME = 0x01000193;

/** Hash of no field (FNV-1a, 32 bits). */
export const NO_FIELDS_HASH = 0x811c9dc5 | 0;
/** Mixed in after each field: no byte. */
export const FIELD_END = 256;

/** The hash of what was hashed `before` and then a byte. */
export function mixByte(before: number, byte: number): number {
  return Math.imul(before ^ byte, PRIME);
}

/** The hash of fields and then of the field from `start` to before `end`. */
export function hashField(before: number, bytes: Uint8Array, start: number, end: number): number {
  let hash = before;
  for (let at = start; at < end; at++) hash = mixByte(hash, bytes[at]!);
  return mixByte(hash, FIELD_END);
}
