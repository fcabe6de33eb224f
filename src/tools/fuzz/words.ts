/** Numbers, texts and times that have broken readers before: what a structured case puts where a value belongs. */
import type { Dice } from './dice.ts';

const NUMBERS: readonly string[] = [
  '',
  '0',
  '-0',
  '-1',
  '1e400',
  '1e-7',
  '1E5',
  'NaN',
  'Infinity',
  '-Infinity',
  '0x10',
  '1_000',
  '9'.repeat(40),
  `0.${'0'.repeat(40)}1`,
  '1,5',
  '1.2.3',
  '.5',
  '5.',
  '.',
  '-',
  '+',
  '--1',
  '90.0000001',
  '-180.5',
  '91',
  '181',
  '102.3',
  '51.2',
  '63',
  '360',
  '511',
  '2147483648',
  '4294967296',
  '9007199254740993',
  '999999999',
  '1000000000',
  '123456789',
  '٣',
  '１２',
  "42°13.5'N",
  '42 13.5 N',
  '42°13\'30"S',
];

const TEXTS: readonly string[] = [
  '',
  ' ',
  '\t',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '=1+1',
  '@SUM(A1)',
  '+1',
  '-2+3',
  '\u202eLIVE\u202c',
  '👨‍👩‍👧',
  '<b onclick=x>',
  '&amp;&lt;&#0;',
  ']]>',
  '"',
  '""',
  "'",
  '\u0000',
  '\u0001\u001b[2J',
  '\ufeff',
  '\u2028',
  '\u0085',
  '\u00a0',
  'مرحبا',
  'null',
  'undefined',
  'true',
  '{}',
  '[]',
  '$&',
  '%s',
  '../..',
  'A'.repeat(300),
  'Unknown',
  'reconstructed',
];

const TIMES: readonly string[] = [
  '',
  '2024-03-12',
  '2024-03-12T08:29:43',
  '2024-03-12 08:29:43',
  '2024-03-12T08:29:43.123456789Z',
  '2024-03-12T08:29:43,5+09:00',
  '2024-03-12T08:29:43+99:00',
  '2024-03-12T24:00:00Z',
  '2024-02-30T00:00:00Z',
  '0000-01-01T00:00:00Z',
  '9999-12-31T23:59:60Z',
  '-000001-01-01T00:00:00Z',
  '+275760-09-13T00:00:00Z',
  '12/03/2024 08:29:43',
  '03/13/2024 08:29',
  '31/12/2024 23:59:59',
  '12.03.2024 08:29',
  '3/4/24 8:29 PM',
  '1710232183',
  '1710232183000',
  '1710232183.25',
  '17102321830000000000',
  '-1',
  'Tue, 12 Mar 2024 08:29:43 GMT',
  'yesterday',
  '2024-W11-2',
];

/** A number as a text that no writer of positions should give. */
export function hostileNumber(dice: Dice): string {
  return dice.pick(NUMBERS);
}

/** A text that readers stumble over. */
export function hostileText(dice: Dice): string {
  return dice.pick(TEXTS);
}

/** A time in a form of the many, or in none. */
export function hostileTime(dice: Dice): string {
  return dice.pick(TIMES);
}

/** A whole second of 2024 with a zone, `2024-03-12T08:29:43Z`. */
export function soundTime(dice: Dice): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const day = `2024-${two(dice.between(1, 12))}-${two(dice.between(1, 28))}`;
  return `${day}T${two(dice.below(24))}:${two(dice.below(60))}:${two(dice.below(60))}Z`;
}

/** Degrees with five decimals, the poles and the antimeridian among them. */
export function soundDegrees(dice: Dice, limit: number): string {
  if (dice.percent(5)) return String(dice.pick([-limit, 0, limit]));
  return (dice.between(-limit * 100_000, limit * 100_000) / 100_000).toFixed(5);
}
