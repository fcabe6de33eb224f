import { type Payload, WORD_SEXTETS } from './payload.ts';

/**
 * Six-bit value of each armour character (IEC 61162-1, table of six-bit binary field symbols): `0` to `W` are
 * 0 to 39, `` ` `` to `w` are 40 to 63; -1 for any other byte.
 */
const SEXTET_OF = new Int8Array(256).fill(-1);
for (let value = 0; value < 64; value++) SEXTET_OF[value < 40 ? value + 48 : value + 56] = value;

/**
 * Takes the armour off the characters from `start` to before `end` and puts six bits for each into the payload,
 * after its first `sextets`. False where a character is no armour or the room is too small; the payload's first
 * `sextets` stay as they were. Its length in bits is the caller's to set.
 */
export function unarmour(
  bytes: Uint8Array,
  start: number,
  end: number,
  payload: Payload,
  sextets: number,
): boolean {
  const { words } = payload;
  if (sextets + end - start >= words.length * WORD_SEXTETS) return false;
  const index = Math.trunc(sextets / WORD_SEXTETS);
  const begun = sextets % WORD_SEXTETS;
  return begun === 0
    ? fillWords(bytes, start, end, words, index)
    : goOn(bytes, start, end, words, index, begun);
}

/** Fills words from `index` on, five characters to each; the last is filled up with zeros. */
function fillWords(bytes: Uint8Array, start: number, end: number, words: Int32Array, index: number): boolean {
  let to = index;
  let seen = 0;
  let at = start;
  for (; at + WORD_SEXTETS <= end; at += WORD_SEXTETS) {
    const word =
      (SEXTET_OF[bytes[at]!]! << 24) |
      (SEXTET_OF[bytes[at + 1]!]! << 18) |
      (SEXTET_OF[bytes[at + 2]!]! << 12) |
      (SEXTET_OF[bytes[at + 3]!]! << 6) |
      SEXTET_OF[bytes[at + 4]!]!;
    seen |= word;
    words[to++] = word;
  }
  let last = 0;
  for (let shift = 24; at < end; at++, shift -= 6) last |= SEXTET_OF[bytes[at]!]! << shift;
  words[to] = last;
  return (seen | last) >= 0;
}

/** Fills up the word at `index`, of which `begun` sextets are there, then those after it. */
function goOn(
  bytes: Uint8Array,
  start: number,
  end: number,
  words: Int32Array,
  index: number,
  begun: number,
): boolean {
  const before = words[index]!;
  const middle = Math.min(end, start + WORD_SEXTETS - begun);
  let word = before;
  let shift = 6 * (WORD_SEXTETS - 1 - begun);
  for (let at = start; at < middle; at++, shift -= 6) word |= SEXTET_OF[bytes[at]!]! << shift;
  if (word < 0 || !fillWords(bytes, middle, end, words, index + 1)) return false;
  words[index] = word;
  return true;
}
