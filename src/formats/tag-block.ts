import { readHexByte } from '../core/ais/index.ts';
import type { Instant } from '../core/time/index.ts';
import { findByte } from './find-byte.ts';
import { parseDecimal } from './parse-decimal.ts';
import { epochInstant } from './time-field.ts';

const BACKSLASH = 92;
const COMMA = 44;
const COLON = 58;
const STAR = 42;
const LOWER_C = 99;
const LOWER_G = 103;
const LOWER_S = 115;
const DASH = 45;
/** A star and two digits. */
const CHECKSUM_BYTES = 3;
/** Stands for the code of the older form of a group: `1G2:0136` for `g:1-2-0136`. */
const OLD_GROUP = 0;

const HASH_START = 0x811c9dc5;
const HASH_PRIME = 0x01000193;

/**
 * What the NMEA 4 tag blocks before a sentence say: `\g:1-2-0136,s:r003669945,c:1354725824*hh\`. One object
 * serves all lines of a log.
 */
export class TagBlock {
  /** Time of reception, from `c` in seconds or milliseconds; NaN where not given. */
  t: Instant = Number.NaN;
  /**
   * Number that stands for the group (`g`) or, without one, the source (`s`); 0 where neither is given.
   * Sentences of one group or source have the same.
   */
  source = 0;
  #group = 0;
  #station = 0;

  clear(): void {
    this.t = Number.NaN;
    this.source = 0;
    this.#group = 0;
    this.#station = 0;
  }

  /**
   * Reads the blocks that stand one after the other from `start` on; what they don't say stays as it was.
   * Returns the offset after them, or -1 where one has no end or a wrong checksum.
   */
  read(bytes: Uint8Array, start: number, end: number): number {
    let at = start;
    while (at < end && bytes[at] === BACKSLASH) {
      const close = soundEnd(bytes, at + 1, end);
      if (close < 0) return -1;
      this.#readFields(bytes, at + 1, close - CHECKSUM_BYTES);
      at = close + 1;
    }
    this.source = this.#group || this.#station;
    return at;
  }

  #readFields(bytes: Uint8Array, start: number, end: number): void {
    let from = start;
    while (from < end) {
      const to = fieldEnd(bytes, from, end);
      this.#readField(bytes, from, to);
      from = to + 1;
    }
  }

  #readField(bytes: Uint8Array, start: number, end: number): void {
    const colon = findByte(bytes, COLON, start, end);
    if (colon < 0) return;
    const code = colon === start + 1 ? bytes[start] : OLD_GROUP;
    if (code === LOWER_C) this.t = epochInstant(parseDecimal(bytes, colon + 1, end));
    else if (code === LOWER_S) this.#station = hash(bytes, colon + 1, end);
    else if (code === LOWER_G) this.#group = hash(bytes, lastDash(bytes, colon, end) + 1, end);
    else if (code === OLD_GROUP) this.#group = hash(bytes, colon + 1, end);
  }
}

/** Offset of the backslash that closes a block with its right checksum, `*hh` before it; -1 where there is none. */
function soundEnd(bytes: Uint8Array, start: number, end: number): number {
  let sum = 0;
  let at = start;
  while (at < end && bytes[at] !== BACKSLASH) sum ^= bytes[at++]!;
  const star = at - CHECKSUM_BYTES;
  if (at === end || star < start || bytes[star] !== STAR) return -1;
  // What was summed up with the rest comes out again by summing it up once more.
  const own = sum ^ STAR ^ bytes[star + 1]! ^ bytes[star + 2]!;
  return readHexByte(bytes, star + 1, at) === own ? at : -1;
}

/** Offset of the comma after a field, or of the block's end. */
function fieldEnd(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  while (at < end && bytes[at] !== COMMA) at++;
  return at;
}

function lastDash(bytes: Uint8Array, from: number, end: number): number {
  let at = end - 1;
  while (at > from && bytes[at] !== DASH) at--;
  return at;
}

/** FNV-1a of the bytes, never 0. */
function hash(bytes: Uint8Array, start: number, end: number): number {
  let value = HASH_START;
  for (let i = start; i < end; i++) value = Math.imul(value ^ bytes[i]!, HASH_PRIME);
  return value || 1;
}
