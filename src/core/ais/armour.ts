/**
 * Six-bit value of each armour character (IEC 61162-1, table of six-bit binary field symbols): `0` to `W` are
 * 0 to 39, `` ` `` to `w` are 40 to 63; -1 for any other byte.
 */
const SEXTET_OF = new Int8Array(256).fill(-1);
for (let value = 0; value < 64; value++) SEXTET_OF[value < 40 ? value + 48 : value + 56] = value;

/**
 * Takes the armour off the characters from `start` to before `end` and writes one six-bit value per
 * character into `sextets` from `at` on. False where a character is no armour or the room is too small;
 * `sextets` then holds a part of the message and is of no use.
 */
export function unarmour(
  bytes: Uint8Array,
  start: number,
  end: number,
  sextets: Uint8Array,
  at: number,
): boolean {
  if (at + end - start > sextets.length) return false;
  let out = at;
  let seen = 0;
  for (let i = start; i < end; i++) {
    const value = SEXTET_OF[bytes[i]!]!;
    seen |= value;
    sextets[out++] = value;
  }
  return seen >= 0;
}
