import type { Instant } from '../core/time/index.ts';

const ZERO = 48;
const DASH = 45;
const COLON = 58;
const POINT = 46;
const UPPER_T = 84;
const BLANK = 32;

/** `YYYY-MM-DDThh:mm:ss` and the same with `.sss`. */
const SECONDS_LENGTH = 19;
const MILLISECONDS_LENGTH = 23;

/** The instant of a civil date and time in UTC; NaN for a year before 1000 and a month, day, ... that can't be. */
export function utcInstant(
  year: number,
  month: number,
  day: number,
  hour: number,
  minute: number,
  second: number,
  ms: number,
): Instant {
  if (!(year >= 1000 && month >= 1 && month <= 12)) return Number.NaN;
  if (!(day >= 1 && day <= daysInMonth(year, month))) return Number.NaN;
  if (!(hour <= 23 && minute <= 59 && second <= 59 && ms <= 999)) return Number.NaN;
  return Date.UTC(year, month - 1, day, hour, minute, second, ms);
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
