import { readHexByte } from './checksum.ts';

const COMMA = 44;
const STAR = 42;
const ZERO = 48;
const V = 86;
const D = 68;
const M = 77;
const O = 79;

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
  readonly #commas = new Int32Array(6);

  /**
   * Reads the sentence whose `!` or `$` is at `start`; null where it is sound, else why it isn't. The payload
   * is not looked at.
   */
  read(bytes: Uint8Array, start: number, end: number): SentenceFault | null {
    if (!isVdm(bytes, start, end)) return 'other sentence';
    const commas = this.#commas;
    let seen = 0;
    let sum = 0;
    let at = start + 1;
    for (; at < end; at++) {
      const byte = bytes[at]!;
      if (byte === STAR) break;
      if (byte === COMMA && seen < 6) commas[seen++] = at;
      sum ^= byte;
    }
    if (at === end || readHexByte(bytes, at + 1, end) !== sum) return 'checksum';
    if (seen < 6) return 'malformed';
    this.end = at + 3;
    return this.#readFields(bytes, start, at);
  }

  #readFields(bytes: Uint8Array, start: number, star: number): SentenceFault | null {
    const commas = this.#commas;
    this.talker = bytes[start + 1]! * 256 + bytes[start + 2]!;
    this.formatter = bytes[start + 5]!;
    this.parts = readDigits(bytes, commas[0]! + 1, commas[1]!);
    this.part = readDigits(bytes, commas[1]! + 1, commas[2]!);
    this.sequence = readDigits(bytes, commas[2]! + 1, commas[3]!);
    this.channel = commas[3]! + 1 < commas[4]! ? bytes[commas[3]! + 1]! : 0;
    this.payloadStart = commas[4]! + 1;
    this.payloadEnd = commas[5]!;
    this.fillBits = readDigits(bytes, commas[5]! + 1, star);
    const fits = this.part >= 1 && this.part <= this.parts && this.parts <= 9;
    return fits && this.fillBits >= 0 && this.fillBits <= 5 ? null : 'malformed';
  }
}

/** Whether `!xxVDM,` or `!xxVDO,` stands at `start`, whoever the talker xx is. */
export function isVdm(bytes: Uint8Array, start: number, end: number): boolean {
  if (start + 7 > end || bytes[start + 3] !== V || bytes[start + 4] !== D) return false;
  return (bytes[start + 5] === M || bytes[start + 5] === O) && bytes[start + 6] === COMMA;
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
