import type { Dice } from './dice.ts';
import { soundTime } from './words.ts';

/** Lengths in bits that messages of a type are sent with, and some that they are not. */
const LENGTHS_BITS: ReadonlyMap<number, readonly number[]> = new Map([
  [1, [168, 168, 163, 162]],
  [3, [168, 168, 174]],
  [4, [168, 160]],
  [5, [424, 424, 422, 420, 426, 428]],
  [9, [168]],
  [11, [168]],
  [18, [168, 168, 162]],
  [19, [312, 312, 306]],
  [21, [272, 360, 370]],
  [24, [160, 168, 168, 154]],
  [27, [96, 96, 168, 90]],
]);
const HEAD_BITS = 38;
const PART_CHARACTERS = 56;
const TALKERS: readonly string[] = ['AI', 'AI', 'AI', 'AB', 'BS', 'SA', '!A'];
const ENDINGS: readonly string[] = ['\n', '\n', '\n', '\r\n', '\n\n', ' \n'];

const encoder = new TextEncoder();
const STAR = 42;
const EXCLAMATION = 33;
const DOLLAR = 36;
const BACKSLASH = 92;
const LF = 10;

/** Pieces of a log. */
export const AIS_TOKENS: readonly string[] = [
  '!AIVDM,1,1,,A,',
  '!AIVDM,2,1,3,A,',
  '!AIVDM,2,2,3,A,',
  '!ABVDO,9,9,9,,',
  '15RTgt0PAso;90TKcjM8h6g208CQ,0*4A',
  ',0*',
  ',6*00',
  '\\c:1354725824*00\\',
  '\\g:1-2-0136,s:r003669945*',
  '$PGHP,1,2010,6,11,11,46,11,390,231,45,992190934,1,2B*5B',
  '$PGHP,',
  '2013-03-18T09:19:09Z ',
  '2013-03-18 09:19:09 ',
  '[1354719387] ',
  ',r003669945,1241827197',
  '# ',
  '\n',
  '\r\n',
  '\ufeff',
  '!',
  '*',
  '`',
  'w',
  '\\',
];

/** Writes a log of whole messages of every type, with times in all forms, parts in order or not. */
export function writeAisLog(dice: Dice): string {
  const lines: string[] = [];
  const timing = dice.below(6);
  for (let left = dice.between(1, 5); left > 0; left--) {
    if (timing === 0 || dice.percent(5)) lines.push(pghpLine(dice));
    const tag = timing === 1 ? tagBlock(dice) : '';
    const prefix = timing === 2 ? `${soundTime(dice)} ` : timing === 3 ? '[1354719387] ' : '';
    const suffix = timing === 4 ? ',r003669945,1241827197' : '';
    const message = writeMessage(dice).map(sentence => tag + prefix + sentence + suffix);
    if (dice.percent(5)) message.reverse();
    if (dice.percent(5)) message.pop();
    lines.push(...message);
    if (dice.percent(10)) lines.push(dice.pick(['# remark', '', '$GPGGA,1*6B', 'words']));
  }
  if (dice.percent(10)) lines.push(...dice.shuffle(lines));
  const ending = dice.pick(ENDINGS);
  return lines.join(ending) + dice.pick([ending, ending, '']);
}

/** Makes the checksums of all sentences and tag blocks right, so that a changed log is read on past them. */
export function sealAisLog(bytes: Uint8Array): Uint8Array {
  const sealed = bytes.slice();
  let start = -1;
  for (let at = 0; at < sealed.length; at++) {
    const byte = sealed[at]!;
    if (byte === EXCLAMATION || byte === DOLLAR || byte === BACKSLASH) start = at + 1;
    else if (byte === LF) start = -1;
    else if (byte === STAR && start >= 0 && at + 2 < sealed.length) {
      sealed.set(encoder.encode(checksumOf(sealed, start, at)), at + 1);
      start = -1;
      at += 2;
    }
  }
  return sealed;
}

function writeMessage(dice: Dice): string[] {
  const type = dice.percent(90) ? dice.pick([...LENGTHS_BITS.keys()]) : dice.below(64);
  const known = LENGTHS_BITS.get(type);
  const bitCount = known ? dice.pick(known) : HEAD_BITS + dice.below(400);
  const bits = dice.percent(60)
    ? soundBits(type, bitCount, dice)
    : typeBits(type) + noise(bitCount - 6, dice);
  return sentencesOf(bits.slice(0, bitCount).padEnd(bitCount, '0'), dice);
}

/** A message with a place that can be, where its type has one at the offsets of ITU-R M.1371-5. */
function soundBits(type: number, bitCount: number, dice: Dice): string {
  const head = typeBits(type) + bitsOf(dice.below(4), 2) + bitsOf(200_000_000 + dice.below(600_000_000), 30);
  const place = placeBits(dice);
  switch (type) {
    case 1:
    case 3:
      return head + noise(23, dice) + place + noise(bitCount - 116, dice);
    case 4:
    case 11:
      return head + noise(41, dice) + place + noise(bitCount - 134, dice);
    case 9:
      return head + noise(23, dice) + place + noise(bitCount - 116, dice);
    case 18:
    case 19:
      return head + noise(19, dice) + place + noise(bitCount - 112, dice);
    case 21:
      return head + noise(126, dice) + place + noise(bitCount - 219, dice);
    case 5:
      return head + bitsOf(0, 2) + bitsOf(9_161_003, 30) + noise(bitCount - 70, dice);
    default:
      return head + noise(bitCount - HEAD_BITS, dice);
  }
}

function placeBits(dice: Dice): string {
  const lon = dice.pick([0, 108_600_000, dice.between(-108_000_000, 108_000_000)]);
  const lat = dice.pick([0, 54_600_000, dice.between(-54_000_000, 54_000_000)]);
  return bitsOf(lon, 28) + bitsOf(lat, 27);
}

function sentencesOf(bits: string, dice: Dice): string[] {
  const fill = (6 - (bits.length % 6)) % 6;
  const armour = armourOf(bits + '0'.repeat(fill));
  const talker = dice.pick(TALKERS);
  const channel = dice.pick(['A', 'B', '', '1']);
  const sequence = dice.below(10);
  const count = Math.max(1, Math.ceil(armour.length / PART_CHARACTERS));
  return Array.from({ length: count }, (_, part) => {
    const payload = armour.slice(part * PART_CHARACTERS, (part + 1) * PART_CHARACTERS);
    const isLast = part === count - 1;
    const id = count > 1 ? sequence : '';
    const body = `${talker}VDM,${count},${part + 1},${id},${channel},${payload},${isLast ? fill : 0}`;
    return `!${body}*${checksumOf(encoder.encode(body), 0)}`;
  });
}

function tagBlock(dice: Dice): string {
  const body = dice.pick([
    'c:1354725824',
    'c:1354725824123',
    's:r003669945,c:1354725824',
    'g:1-2-0136',
    '1G2:7',
  ]);
  return `\\${body}*${checksumOf(encoder.encode(body), 0)}\\`;
}

function pghpLine(dice: Dice): string {
  const body = `PGHP,1,2010,${dice.between(1, 13)},${dice.between(1, 29)},11,46,11,390,231,45,992190934,1,2B`;
  return `$${body}*${checksumOf(encoder.encode(body), 0)}`;
}

function typeBits(type: number): string {
  return bitsOf(type, 6);
}

function bitsOf(value: number, width: number): string {
  const unsigned = value < 0 ? 2 ** width + value : value;
  return unsigned.toString(2).padStart(width, '0');
}

function noise(count: number, dice: Dice): string {
  let bits = '';
  while (bits.length < count) bits += dice.percent(40) ? '111111111111' : bitsOf(dice.below(4096), 12);
  return bits.slice(0, Math.max(0, count));
}

function armourOf(bits: string): string {
  let armour = '';
  for (let at = 0; at < bits.length; at += 6) {
    const value = Number.parseInt(bits.slice(at, at + 6), 2);
    armour += String.fromCharCode(value < 40 ? value + 48 : value + 56);
  }
  return armour;
}

function checksumOf(bytes: Uint8Array, start: number, end = bytes.length): string {
  let sum = 0;
  for (let at = start; at < end; at++) sum ^= bytes[at]!;
  return sum.toString(16).toUpperCase().padStart(2, '0');
}
