import { CLASS_B_STATIC } from './layout.ts';
import type { Payload } from './payload.ts';

/** Type, repeat indicator and MMSI. */
const HEAD_BITS = 38;
/** Part B of type 24 is longer than part A. */
const PART_B = 1;
const PART_B_BITS = 168;
const ANY = 0xffff;

/**
 * Least and greatest length in bits of the types that are decoded. ITU-R M.1371-5 gives 168, 424, 312, 272 to
 * 360, 160 or 168, and 96. Kept wider where transmitters are known to differ: up to five bits of the radio
 * status lost, type 5 with 420 to 426 bits, a padded aid to navigation, type 27 padded to a whole slot.
 */
const LENGTHS: readonly (readonly [type: number, least: number, greatest: number])[] = [
  [1, 163, ANY],
  [2, 163, ANY],
  [3, 163, ANY],
  [4, 168, ANY],
  [5, 420, 426],
  [9, 168, ANY],
  [11, 168, ANY],
  [18, 168, ANY],
  [19, 312, ANY],
  [21, 272, 368],
  [24, 160, ANY],
  [27, 96, 168],
];

/** The same by type; of a type that isn't decoded its head must be there. */
const LEAST = new Uint16Array(64).fill(HEAD_BITS);
const GREATEST = new Uint16Array(64).fill(ANY);
const IS_DECODED = new Uint8Array(64);
for (const [type, least, greatest] of LENGTHS) {
  LEAST[type] = least;
  GREATEST[type] = greatest;
  IS_DECODED[type] = 1;
}

/** Whether the message's fields are read (`decoded`), its head alone (`recognised`), or it is of no type in use. */
export function typeSupport(type: number): 'decoded' | 'recognised' | 'unknown' {
  if (IS_DECODED[type] === 1) return 'decoded';
  return type >= 1 && type <= 27 ? 'recognised' : 'unknown';
}

/** Whether the message has a length that its type can have. Of a type that isn't decoded: its head is there. */
export function hasSoundLength(payload: Payload): boolean {
  const { type, bits } = payload;
  const isPartB = type === 24 && payload.uint(CLASS_B_STATIC.part, 2) === PART_B;
  const least = isPartB ? PART_B_BITS : LEAST[type]!;
  return bits >= least && bits <= GREATEST[type]!;
}
