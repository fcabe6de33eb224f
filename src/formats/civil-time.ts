import type { Instant } from '../core/time/index.ts';

const ZERO = 48;
const DASH = 45;
const COLON = 58;
const POINT = 46;
const UPPER_T = 84;
const BLANK = 32;
const SLASH = 47;
/** Set in a letter that is in lower case. */
const LOWER = 32;
const LOWER_A = 97;
const LOWER_M = 109;
const LOWER_P = 112;

/** `YYYY-MM-DDThh:mm:ss` and the same with `.sss`. */
const SECONDS_LENGTH = 19;
const MILLISECONDS_LENGTH = 23;

const DAYS_BEFORE_MONTH = Uint16Array.of(0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334);
const DAYS_BEFORE_1970 = 719_162;

/** The instant of a civil date and time in UTC; NaN for a year of more or less than four digits and a month, day, ... that can't be. */
export function utcInstant(
  year: number,
  month: number,
  day: number,
  hour: number,
  minute: number,
  second: number,
  ms: number,
): Instant {
  if (!(year >= 1000 && year <= 9999 && month >= 1 && month <= 12)) return Number.NaN;
  if (!(day >= 1 && day <= daysInMonth(year, month))) return Number.NaN;
  if (!(hour <= 23 && minute <= 59 && second <= 59 && ms <= 999)) return Number.NaN;
  const days = daysBefore(year, month) + day - 1 - DAYS_BEFORE_1970;
  return (((days * 24 + hour) * 60 + minute) * 60 + second) * 1000 + ms;
}

/**
 * Reads `YYYY-MM-DDThh:mm:ss`, blank or `T` between, with or without `.sss`, and without a zone, as a time in
 * UTC. NaN for every other form: `parseTime` of core/time is the measure, this the short way for the forms
 * that files are full of. Years before 1000 are left to it.
 */
export function readCivilTime(bytes: Uint8Array, start: number, end: number): Instant {
  const length = end - start;
  if (length !== SECONDS_LENGTH && length !== MILLISECONDS_LENGTH) return Number.NaN;
  const between = bytes[start + 10];
  if (between !== UPPER_T && between !== BLANK) return Number.NaN;
  if (bytes[start + 4] !== DASH || bytes[start + 7] !== DASH) return Number.NaN;
  if (bytes[start + 13] !== COLON || bytes[start + 16] !== COLON) return Number.NaN;
  if (length === MILLISECONDS_LENGTH && bytes[start + 19] !== POINT) return Number.NaN;
  const year = readDigits(bytes, start, 4);
  return utcInstant(
    year,
    readDigits(bytes, start + 5, 2),
    readDigits(bytes, start + 8, 2),
    readDigits(bytes, start + 11, 2),
    readDigits(bytes, start + 14, 2),
    readDigits(bytes, start + 17, 2),
    length === MILLISECONDS_LENGTH ? readDigits(bytes, start + 20, 3) : 0,
  );
}

/**
 * Reads two numbers and a year of four digits, `/`, `.` or `-` between them, a blank and a clock with or without
 * seconds and AM or PM, as a time in UTC: `14/03/2024 00:00:00`, `3/14/2024 2:05 PM`. NaN for every other form:
 * `parseTableTime` is the measure, this the short way once the order of day and month is known.
 */
export function readDayMonthTime(
  bytes: Uint8Array,
  start: number,
  end: number,
  isDayFirst: boolean,
): Instant {
  const firstMark = start + digitCount(bytes, start);
  const mark = bytes[firstMark];
  const secondMark = firstMark + 1 + digitCount(bytes, firstMark + 1);
  const isDate = (mark === SLASH || mark === POINT || mark === DASH) && bytes[secondMark] === mark;
  const gap = secondMark + 5;
  const colon = gap + 1 + digitCount(bytes, gap + 1);
  if (!isDate || bytes[gap] !== BLANK || colon === gap + 1 || bytes[colon] !== COLON) return Number.NaN;
  const hasSeconds = bytes[colon + 3] === COLON;
  const clockEnd = colon + (hasSeconds ? 6 : 3);
  const hour = readHour(bytes, gap + 1, colon, clockEnd, end);
  const first = readDigits(bytes, start, firstMark - start);
  const second = readDigits(bytes, firstMark + 1, secondMark - firstMark - 1);
  return utcInstant(
    readDigits(bytes, secondMark + 1, 4),
    isDayFirst ? second : first,
    isDayFirst ? first : second,
    hour,
    readDigits(bytes, colon + 1, 2),
    hasSeconds ? readDigits(bytes, colon + 4, 2) : 0,
    0,
  );
}

/** The hour of 24, by the AM or PM after the clock if that is there; NaN if what follows the clock is anything else. */
function readHour(bytes: Uint8Array, start: number, colon: number, clockEnd: number, end: number): number {
  const hour = readDigits(bytes, start, colon - start);
  if (clockEnd === end) return hour;
  const isHalf = clockEnd + 3 === end && bytes[clockEnd] === BLANK && (bytes[end - 1]! | LOWER) === LOWER_M;
  if (!isHalf || hour < 1 || hour > 12) return Number.NaN;
  const half = bytes[end - 2]! | LOWER;
  if (half === LOWER_P) return (hour % 12) + 12;
  return half === LOWER_A ? hour % 12 : Number.NaN;
}

/** How many digits stand here, up to two. */
function digitCount(bytes: Uint8Array, at: number): number {
  if (!isDigit(bytes[at])) return 0;
  return isDigit(bytes[at + 1]) ? 2 : 1;
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= ZERO && byte <= ZERO + 9;
}

/** Days from 1 January of the year 1 to the first of the month (Gregorian). `Date.UTC` does the same three times slower. */
function daysBefore(year: number, month: number): number {
  const years = year - 1;
  const leapDays = Math.floor(years / 4) - Math.floor(years / 100) + Math.floor(years / 400);
  const thisLeapDay = month > 2 && daysInMonth(year, 2) === 29 ? 1 : 0;
  return 365 * years + leapDays + DAYS_BEFORE_MONTH[month - 1]! + thisLeapDay;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** A number of exactly `count` digits; NaN where one is none. */
export function readDigits(bytes: Uint8Array, at: number, count: number): number {
  let value = 0;
  for (let i = at; i < at + count; i++) {
    const digit = bytes[i]! - ZERO;
    if (digit < 0 || digit > 9) return Number.NaN;
    value = value * 10 + digit;
  }
  return value;
}
