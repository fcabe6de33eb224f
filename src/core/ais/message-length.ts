import { CLASS_B_STATIC } from './layout.ts';
import type { Payload } from './payload.ts';

/** Type, repeat indicator and MMSI. */
const HEAD_BITS = 38;
const PART_B = 1;
const ANY = Number.POSITIVE_INFINITY;

/**
 * Least and greatest length in bits of the types that are decoded. ITU-R M.1371-5 gives 168, 424, 312, 272 to
 * 360, 160 or 168, and 96. Kept wider where transmitters are known to differ: up to five bits of the radio
 * status lost, type 5 with 420 to 426 bits, a padded aid to navigation, type 27 padded to a whole slot.
 */
const LENGTHS: ReadonlyMap<number, readonly [least: number, greatest: number]> = new Map([
  [1, [163, ANY]],
  [2, [163, ANY]],
  [3, [163, ANY]],
  [4, [168, ANY]],
  [5, [420, 426]],
  [9, [168, ANY]],
  [11, [168, ANY]],
  [18, [168, ANY]],
  [19, [312, ANY]],
  [21, [272, 368]],
  [24, [160, ANY]],
  [27, [96, 168]],
]);

/** Whether the message's fields are read (`decoded`), its head alone (`recognised`), or it is of no type in use. */
export function typeSupport(type: number): 'decoded' | 'recognised' | 'unknown' {
  if (LENGTHS.has(type)) return 'decoded';
  return type >= 1 && type <= 27 ? 'recognised' : 'unknown';
}

/** Whether the message has a length that its type can have. Of a type that isn't decoded: its head is there. */
export function hasSoundLength(payload: Payload): boolean {
  const range = LENGTHS.get(payload.type);
  if (!range) return payload.bits >= HEAD_BITS;
  const isPartB = payload.type === 24 && payload.uint(CLASS_B_STATIC.part, 2) === PART_B;
  const least = isPartB ? 168 : range[0];
  return payload.bits >= least && payload.bits <= range[1];
}
