import { nmeaChecksum, readHexByte } from '../core/ais/index.ts';
import type { Instant } from '../core/time/index.ts';
import { utcInstant } from './civil-time.ts';
import { findByte } from './find-byte.ts';

const COMMA = 44;
const STAR = 42;
const ZERO = 48;
/** `$PGHP,` */
const HEAD = [36, 80, 71, 72, 80, 44];

/** The fields before and of the time: kind, year, month, day, hour, minute, second, millisecond. */
const FIELDS = 8;

/** Whether the line is a `$PGHP` sentence, with which some receivers tell the time of the next sentence. */
export function isPghp(bytes: Uint8Array, start: number, end: number): boolean {
  return start + HEAD.length <= end && HEAD.every((byte, i) => bytes[start + i] === byte);
}

/**
 * Time that `$PGHP,1,2010,6,11,11,46,11,390,231,...*hh` tells, in UTC: NaN where it can't be, null where the
 * checksum is wrong or missing.
 */
export function readPghpTime(bytes: Uint8Array, start: number, end: number): Instant | null {
  const star = findByte(bytes, STAR, start, end);
  if (star < 0 || readHexByte(bytes, star + 1, end) !== nmeaChecksum(bytes, start + 1, star)) return null;
  const fields = new Int32Array(FIELDS);
  let field = 0;
  for (let at = start + HEAD.length; at < star; at++) {
    if (bytes[at] === COMMA) field++;
    if (field === FIELDS) break;
    const digit = bytes[at]! - ZERO;
    if (digit >= 0 && digit <= 9) fields[field] = fields[field]! * 10 + digit;
    else if (bytes[at] !== COMMA) return Number.NaN;
  }
  const [, year, month, day, hour, minute, second, ms] = fields;
  return utcInstant(year!, month!, day!, hour!, minute!, second!, ms!);
}
