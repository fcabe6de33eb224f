const HEX_DIGITS = '0123456789ABCDEF';

/** Value of each byte as a hexadecimal digit, -1 for any other byte. */
const HEX_VALUES = new Int8Array(256).fill(-1);
for (let value = 0; value < HEX_DIGITS.length; value++) {
  HEX_VALUES[HEX_DIGITS.charCodeAt(value)] = value;
  HEX_VALUES[HEX_DIGITS.toLowerCase().charCodeAt(value)] = value;
}

/** NMEA 0183 checksum: exclusive or of the bytes from `start` to before `end`. */
export function nmeaChecksum(bytes: Uint8Array, start: number, end: number): number {
  let sum = 0;
  let at = start;
  for (; at + 4 <= end; at += 4) sum ^= bytes[at]! ^ bytes[at + 1]! ^ bytes[at + 2]! ^ bytes[at + 3]!;
  for (; at < end; at++) sum ^= bytes[at]!;
  return sum;
}

/** The two hexadecimal digits at `at` as a number; -1 where they are not both there before `end`. */
export function readHexByte(bytes: Uint8Array, at: number, end: number): number {
  if (at + 2 > end) return -1;
  const high = HEX_VALUES[bytes[at]!]!;
  const low = HEX_VALUES[bytes[at + 1]!]!;
  return high < 0 || low < 0 ? -1 : high * 16 + low;
}
