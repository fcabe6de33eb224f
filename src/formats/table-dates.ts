import type { Instant } from '../core/time/index.ts';
import { utcInstant } from './civil-time.ts';

/** A date and time as a table writes it. Instants are what the clock shows would be in UTC, NaN for what can't be. */
export type TableTime = { readonly zoneMinutes: number | null } & (
  | { readonly kind: 'year-first'; readonly t: Instant }
  | { readonly kind: 'named'; readonly t: Instant }
  | DayMonthTime
);

/** Two numbers before a year, read either way. `yearFirst` is NaN unless the year has two digits. */
export interface DayMonthTime {
  readonly kind: 'day-month';
  readonly dayFirst: Instant;
  readonly monthFirst: Instant;
  readonly yearFirst: Instant;
}

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

/** What may stand between date and clock. */
const GAP = String.raw`(?:,?\s+|T)`;
/** `2024-03-14`, `2024/3/14`. */
const YEAR_FIRST = new RegExp(
  String.raw`^(?<year>\d{4})(?<mark>[-/.])(?<month>\d{1,2})\k<mark>(?<day>\d{1,2})${GAP}`,
  'i',
);
/** `20240314`. */
const BASIC = /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})[T _]/i;
/** `14/03/2024`, `3/14/24`. */
const DAY_MONTH = new RegExp(String.raw`^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})${GAP}`, 'i');
/** `14 Mar 2024`, `14-MAR-2024`. */
const DAY_NAME = new RegExp(String.raw`^(\d{1,2})[ -]([a-z]{3,9})\.?[ -](\d{4})${GAP}`, 'i');
/** `Mar 14, 2024`. */
const NAME_DAY = new RegExp(String.raw`^([a-z]{3,9})\.? (\d{1,2}),? (\d{4})${GAP}`, 'i');

const CLOCK = /^(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(?:\s?([AP])M)?/i;
const BASIC_CLOCK = /^(\d{2})(\d{2})(?:(\d{2})(?:[.,](\d{1,9}))?)?(?![\d:])/;
const ZONE = /^(?:\s*(Z|UTC|GMT)|\s*(?:UTC|GMT)?([+-]\d{2})(?::?(\d{2}))?)?$/i;

/** No clock on Earth is farther from UTC (Line Islands, +14:00). */
const MAX_ZONE_HOURS = 14;

/** What a clock adds to a date. */
interface Clock {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly ms: number;
  readonly zoneMinutes: number | null;
}

/**
 * Reads a date with its time of day as tables have it; null for anything else, a date alone included.
 *
 * - year first: `2024-03-14 02:05`, `2024/3/14 2:05:00`, and ISO 8601 basic: `20240314T020500Z`
 * - two numbers and a year, with `/`, `.` or `-`: `14/03/2024 00:00:00`, `3/14/2024 2:05:00 PM`, `14.03.24 02:05`
 * - English month names: `14 Mar 2024 02:05`, `Mar 14, 2024 02:05`
 *
 * Seconds may be missing or have decimals, of which milliseconds are kept. After the clock may stand `Z`, `UTC`,
 * `GMT` or an offset. A year of two digits is of this century up to 69, of the last from 70.
 */
export function parseTableTime(text: string): TableTime | null {
  return parseYearFirst(text) ?? parseDayMonth(text) ?? parseNamed(text);
}

function parseYearFirst(text: string): TableTime | null {
  const basic = BASIC.exec(text);
  const match = basic ?? YEAR_FIRST.exec(text);
  const clock = match ? parseClock(text.slice(match[0].length), basic !== null) : null;
  if (!match?.groups || !clock) return null;
  const { year, month, day } = match.groups;
  const t = instantOf(Number(year), Number(month), Number(day), clock);
  return { kind: 'year-first', t, zoneMinutes: clock.zoneMinutes };
}

function parseDayMonth(text: string): TableTime | null {
  const match = DAY_MONTH.exec(text);
  const clock = match ? parseClock(text.slice(match[0].length), false) : null;
  if (!match || !clock) return null;
  const [, one, , two, three = ''] = match;
  const [first, second, last] = [Number(one), Number(two), Number(three)];
  const isShort = three.length === 2;
  const year = isShort ? centuryOf(last) : last;
  return {
    kind: 'day-month',
    dayFirst: instantOf(year, second, first, clock),
    monthFirst: instantOf(year, first, second, clock),
    yearFirst: isShort ? instantOf(centuryOf(first), second, last, clock) : Number.NaN,
    zoneMinutes: clock.zoneMinutes,
  };
}

function parseNamed(text: string): TableTime | null {
  const dayName = DAY_NAME.exec(text);
  const match = dayName ?? NAME_DAY.exec(text);
  const clock = match ? parseClock(text.slice(match[0].length), false) : null;
  if (!match || !clock) return null;
  const [, one = '', two = '', year] = match;
  const [day, name] = dayName ? [one, two] : [two, one];
  // A name that is no month's gives month 0, which no date has.
  const month = 1 + MONTHS.findIndex(full => full.startsWith(name.toLowerCase()));
  const t = instantOf(Number(year), month, Number(day), clock);
  return { kind: 'named', t, zoneMinutes: clock.zoneMinutes };
}

function parseClock(text: string, isBasic: boolean): Clock | null {
  const match = (isBasic ? BASIC_CLOCK.exec(text) : null) ?? CLOCK.exec(text);
  if (!match) return null;
  const [whole, hourText, minute, second = '0', fraction = '', half] = match;
  const zone = ZONE.exec(text.slice(whole.length));
  const hour = hourOf(Number(hourText), half?.toUpperCase());
  if (!zone || Number.isNaN(hour)) return null;
  const zoneMinutes = zoneMinutesOf(zone);
  if (Number.isNaN(zoneMinutes)) return null;
  const ms = Number(fraction.padEnd(3, '0').slice(0, 3));
  return { hour, minute: Number(minute), second: Number(second), ms, zoneMinutes };
}

/** Null where none is named, NaN for an offset that no place has. */
function zoneMinutesOf([, word, hours, minutes = '0']: readonly (string | undefined)[]): number | null {
  if (word !== undefined) return 0;
  if (hours === undefined) return null;
  const whole = Number(hours);
  if (Math.abs(whole) > MAX_ZONE_HOURS || Number(minutes) > 59) return Number.NaN;
  return 60 * whole + (hours.startsWith('-') ? -Number(minutes) : Number(minutes));
}

/** The hour of 24; NaN for 13 PM and 0 AM. */
function hourOf(hour: number, half: string | undefined): number {
  if (half === undefined) return hour;
  if (hour < 1 || hour > 12) return Number.NaN;
  return (hour % 12) + (half === 'P' ? 12 : 0);
}

function centuryOf(year: number): number {
  return year < 70 ? 2000 + year : 1900 + year;
}

function instantOf(year: number, month: number, day: number, clock: Clock): Instant {
  return utcInstant(year, month, day, clock.hour, clock.minute, clock.second, clock.ms);
}
