import type { Dice } from './dice.ts';
import { hostileNumber } from './words.ts';

type Mutation = (bytes: Uint8Array, tokens: readonly Uint8Array[], dice: Dice) => Uint8Array;

const encoder = new TextEncoder();
const NOTHING = new Uint8Array(0);
/** What parts fields, members and lines. */
const DELIMITERS: readonly number[] = [...encoder.encode(',;\t|"\'\n\r:/-.<>{}[]\\ ')];
const ZERO = 48;

const MUTATIONS: readonly Mutation[] = [
  flipBit,
  (bytes, _, dice) => spliced(bytes, dice.below(bytes.length), 1, Uint8Array.of(dice.below(256))),
  (bytes, _, dice) => spliced(bytes, dice.below(bytes.length), 1 + dice.below(12), NOTHING),
  insertToken,
  insertToken,
  repeatRange,
  (bytes, _, dice) => bytes.subarray(0, dice.below(bytes.length)),
  replaceNumber,
  replaceNumber,
  swapDelimiter,
];

/** The bytes with one to four things done to them that happen to files, or that somebody does. */
export function mutate(bytes: Uint8Array, tokens: readonly Uint8Array[], dice: Dice): Uint8Array {
  let mutated = bytes;
  for (let left = dice.between(1, dice.between(1, 4)); left > 0 && mutated.length > 0; left--) {
    mutated = dice.pick(MUTATIONS)(mutated, tokens, dice);
  }
  return mutated;
}

/** Bytes out of a format's tokens and chance: no file that anybody wrote. */
export function rawBytes(tokens: readonly Uint8Array[], dice: Dice): Uint8Array {
  let bytes: Uint8Array = NOTHING;
  for (let left = dice.between(1, 24); left > 0; left--) {
    const noise = Uint8Array.from({ length: dice.between(1, 6) }, () => dice.below(256));
    bytes = spliced(bytes, bytes.length, 0, dice.percent(80) ? dice.pick(tokens) : noise);
  }
  return bytes;
}

/** Cuts bytes into chunks at random places; in one case of twenty each byte is a chunk. */
export function cutChunks(bytes: Uint8Array, dice: Dice): Uint8Array[] {
  const greatest = dice.percent(5) ? 1 : dice.between(8, Math.max(8, bytes.length));
  const chunks: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; ) {
    const end = at + dice.between(1, greatest);
    chunks.push(bytes.subarray(at, end));
    at = end;
  }
  return chunks;
}

/** The bytes with `cut` of them, from `at` on, replaced. */
export function spliced(bytes: Uint8Array, at: number, cut: number, put: Uint8Array): Uint8Array {
  const rest = Math.min(bytes.length, at + cut);
  const result = new Uint8Array(at + put.length + bytes.length - rest);
  result.set(bytes.subarray(0, at));
  result.set(put, at);
  result.set(bytes.subarray(rest), at + put.length);
  return result;
}

function flipBit(bytes: Uint8Array, _tokens: readonly Uint8Array[], dice: Dice): Uint8Array {
  const at = dice.below(bytes.length);
  return spliced(bytes, at, 1, Uint8Array.of(bytes[at]! ^ (1 << dice.below(8))));
}

function insertToken(bytes: Uint8Array, tokens: readonly Uint8Array[], dice: Dice): Uint8Array {
  return spliced(bytes, dice.below(bytes.length + 1), dice.below(4), dice.pick(tokens));
}

function repeatRange(bytes: Uint8Array, _tokens: readonly Uint8Array[], dice: Dice): Uint8Array {
  const from = dice.below(bytes.length);
  const range = bytes.slice(from, from + dice.between(1, 60));
  return spliced(bytes, dice.below(bytes.length + 1), 0, range);
}

function replaceNumber(bytes: Uint8Array, _tokens: readonly Uint8Array[], dice: Dice): Uint8Array {
  let start = dice.below(bytes.length);
  while (start < bytes.length && !isDigit(bytes[start]!)) start++;
  let end = start;
  while (end < bytes.length && isDigit(bytes[end]!)) end++;
  return spliced(bytes, start, end - start, encoder.encode(hostileNumber(dice)));
}

/** Puts one delimiter in place of another: of the next one, or of all of its kind. */
function swapDelimiter(bytes: Uint8Array, _tokens: readonly Uint8Array[], dice: Dice): Uint8Array {
  const other = dice.pick(DELIMITERS);
  let at = dice.below(bytes.length);
  while (at < bytes.length && !DELIMITERS.includes(bytes[at]!)) at++;
  if (at === bytes.length) return bytes;
  if (dice.percent(70)) return spliced(bytes, at, 1, Uint8Array.of(other));
  const own = bytes[at];
  return bytes.map(byte => (byte === own ? other : byte));
}

function isDigit(byte: number): boolean {
  return byte >= ZERO && byte <= ZERO + 9;
}
