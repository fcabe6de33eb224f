import countries from './maritime-identification-digits.json';

/** What sends under an MMSI, by its first digits (ITU-R M.585-9). */
export type MmsiKind =
  | 'ship'
  | 'group'
  | 'coast station'
  | 'aircraft'
  | 'handheld'
  | 'craft'
  | 'aid'
  | 'search and rescue transmitter'
  | 'man overboard'
  | 'distress beacon'
  | 'unknown';

/** Numbers that transponders send while nobody has set them: 1193046 is 0x123456. */
const DEFAULTS: readonly number[] = [0, 1_193_046, 123_456_789, 987_654_321];
const REPDIGIT = 111_111_111;
const GREATEST = 999_999_999;

const COUNTRY_OF: ReadonlyMap<number, string> = new Map(
  Object.entries(countries).flatMap(([country, digits]) => digits.map(mid => [mid, country])),
);

/** Whether nobody owns this number: 0, one digit nine times, 123456789 and the like, or over nine digits. */
export function isPlaceholderMmsi(mmsi: number): boolean {
  return !(mmsi <= GREATEST) || mmsi % REPDIGIT === 0 || DEFAULTS.includes(mmsi);
}

/** Kind of station that an MMSI belongs to; `unknown` where its digits are of no kind in use. */
export function mmsiKind(mmsi: number): MmsiKind {
  if (!Number.isInteger(mmsi) || mmsi <= 0 || mmsi > GREATEST) return 'unknown';
  const millions = Math.trunc(mmsi / 1_000_000);
  if (millions === 111) return 'aircraft';
  if (millions === 970) return 'search and rescue transmitter';
  if (millions === 972) return 'man overboard';
  if (millions === 974) return 'distress beacon';
  if (millions < 10) return 'coast station';
  if (millions < 100) return 'group';
  if (millions >= 200 && millions < 800) return 'ship';
  if (millions >= 800 && millions < 900) return 'handheld';
  if (millions >= 980 && millions < 990) return 'craft';
  return millions >= 990 ? 'aid' : 'unknown';
}

/**
 * Country whose maritime identification digits (MID) the MMSI carries, as ISO 3166-1 alpha-2. Null where its
 * kind carries none, the digits are not assigned, or several countries share them (306, the Dutch Caribbean).
 */
export function mmsiCountry(mmsi: number): string | null {
  return COUNTRY_OF.get(midOf(mmsi)) ?? null;
}

/** The three digits that name a country, wherever the kind of station has them; 0 where it has none. */
function midOf(mmsi: number): number {
  switch (mmsiKind(mmsi)) {
    case 'ship':
      return Math.trunc(mmsi / 1_000_000);
    case 'group':
    case 'handheld':
      return Math.trunc(mmsi / 100_000) % 1000;
    case 'coast station':
    case 'craft':
    case 'aid':
      return Math.trunc(mmsi / 10_000) % 1000;
    case 'aircraft':
      return Math.trunc(mmsi / 1000) % 1000;
    case 'search and rescue transmitter':
    case 'man overboard':
    case 'distress beacon':
    case 'unknown':
      return 0;
  }
}
