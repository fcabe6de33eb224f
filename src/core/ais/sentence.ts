import { nmeaChecksum, readHexByte } from './checksum.ts';

const COMMA = 44;
const STAR = 42;
const ZERO = 48;
const V = 86;
const D = 68;
const M = 77;
const O = 79;

/** Where the comma after `!AIVDM` stands. */
const FORMATTER_COMMA = 6;

/** Why a line is no AIS sentence. */
export type SentenceFault = 'other sentence' | 'malformed' | 'checksum';

/**
 * The parts of one sentence `!AIVDM,2,1,3,A,payload,0*hh` as numbers and byte offsets (IEC 61162-1, VDM and
 * VDO). One object serves all sentences of a log.
 */
export class Sentence {
  /** The two bytes of the talker: AI, AB, BS, ... */
  talker = 0;
  /** `M` or `O` (own ship) as a byte. */
  formatter = 0;
  parts = 1;
  part = 1;
  /** Sequential message identifier, -1 where empty. */
  sequence = -1;
  /** Channel as a byte, 0 where empty. */
  channel = 0;
  payloadStart = 0;
  payloadEnd = 0;
  fillBits = 0;
  /** Offset after the checksum. */
  end = 0;

  /**
   * Reads the sentence whose `!` or `$` is at `start`; null where it is sound, else why it isn't. The payload
   * is not looked at.
   */
  read(bytes: Uint8Array, start: number, end: number): SentenceFault | null {
    if (!isVdm(bytes, start, end)) return 'other sentence';
    const star = findStar(bytes, start, end);
    if (star < 0 || readHexByte(bytes, star + 1, end) !== nmeaChecksum(bytes, start + 1, star)) {
      return 'checksum';
    }
    this.end = star + 3;
    return this.#readFields(bytes, start, star) ? null : 'malformed';
  }

  /** False where a field is missing or is no number that it can be. */
  #readFields(bytes: Uint8Array, start: number, star: number): boolean {
    const first = start + FORMATTER_COMMA;
    const second = findComma(bytes, first + 1, star);
    const third = findComma(bytes, second + 1, star);
    const fourth = findComma(bytes, third + 1, star);
    const fifth = findComma(bytes, fourth + 1, star);
    const last = findLastComma(bytes, fifth, star);
    if (last <= fifth) return false;
    this.talker = bytes[start + 1]! * 256 + bytes[start + 2]!;
    this.formatter = bytes[start + 5]!;
    this.parts = readDigits(bytes, first + 1, second);
    this.part = readDigits(bytes, second + 1, third);
    this.sequence = readDigits(bytes, third + 1, fourth);
    this.channel = fourth + 1 < fifth ? bytes[fourth + 1]! : 0;
    this.payloadStart = fifth + 1;
    this.payloadEnd = last;
    this.fillBits = readDigits(bytes, last + 1, star);
    const fits = this.part >= 1 && this.part <= this.parts && this.parts <= 9;
    return fits && this.fillBits >= 0 && this.fillBits <= 5;
  }
}

/** Whether `!xxVDM,` or `!xxVDO,` stands at `start`, whoever the talker xx is. */
export function isVdm(bytes: Uint8Array, start: number, end: number): boolean {
  if (start + 7 > end || bytes[start + 3] !== V || bytes[start + 4] !== D) return false;
  return (bytes[start + 5] === M || bytes[start + 5] === O) && bytes[start + 6] === COMMA;
}

/** Offset of the star before the checksum, most often three bytes before the end of the line; -1 = none. */
function findStar(bytes: Uint8Array, start: number, end: number): number {
  if (bytes[end - 3] === STAR) return end - 3;
  for (let at = start; at < end; at++) if (bytes[at] === STAR) return at;
  return -1;
}

/** Offset of the next comma; that of the star where there is none. */
function findComma(bytes: Uint8Array, from: number, star: number): number {
  let at = from;
  while (at < star && bytes[at] !== COMMA) at++;
  return at;
}

/** Offset of the last comma before the star, `first` where there is none after that. */
function findLastComma(bytes: Uint8Array, first: number, star: number): number {
  let at = star - 1;
  while (at > first && bytes[at] !== COMMA) at--;
  return at;
}

/** A number of one or two digits; -1 where there is anything else or nothing. */
function readDigits(bytes: Uint8Array, start: number, end: number): number {
  if (start === end || end - start > 2) return -1;
  let value = 0;
  for (let i = start; i < end; i++) {
    const digit = bytes[i]! - ZERO;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}
