import { type Instant, MINUTE_MS, parseTime, SECOND_MS } from '../core/time/index.ts';
import { quoteText, textOf } from './byte-text.ts';
import { readCivilTime, readDayMonthTime } from './civil-time.ts';
import { InputError } from './input-error.ts';
import { parseDecimal } from './parse-decimal.ts';
import type { TimeFormat } from './reader.ts';
import { type DayMonthTime, parseTableTime, type TableTime } from './table-dates.ts';

const BLANK = 32;
const UPPER_Z = 90;

/** Epoch seconds from 1979 to 2103. Narrow, so that 202403120829 is not taken for milliseconds. */
const LEAST_EPOCH_S = 3e8;
const GREATEST_EPOCH_S = 4.2e9;

/** No time is longer: `September 14, 2024 02:05:00.123456789 PM UTC+09:00`. */
const GREATEST_BYTES = 64;

/** The instant of an epoch in seconds or milliseconds, told apart by size; NaN outside 1979 to 2103. */
export function epochInstant(value: number): Instant {
  if (value >= LEAST_EPOCH_S && value < GREATEST_EPOCH_S) return Math.round(value * SECOND_MS);
  const isMs = value >= LEAST_EPOCH_S * SECOND_MS && value < GREATEST_EPOCH_S * SECOND_MS;
  return isMs ? Math.round(value) : Number.NaN;
}

/**
 * Reads the times of one file as files write them: ISO 8601 or SQL with a zone, without one, epoch seconds or
 * milliseconds, and dates as `parseTableTime` has them. A time without a zone takes the given one.
 *
 * In `03/04/2024` either number may be the month, and one wrong guess moves a ship by months, so nothing is guessed:
 *
 * - A date that has one reading only, such as `25/03/2024`, settles the order for what follows. A program writes all
 *   dates of a file one way, and so `03/04/2024` further down is 3 April. A date of that file that can't be read in
 *   this order is no time: it shows among the rows set aside, where a wrong order would show in thousands of them.
 * - A date with two readings before any that settles the order is refused: rows read so far would else depend on
 *   those to come. Which order a file has is then the user's to say.
 * - Two numbers that are the same (`03/03/2024`) have one reading and settle nothing. With a year of two digits the
 *   first number may be the year as well: `14/03/24` has two readings.
 *
 * A given format holds for every time of the file; what is written otherwise is no time. `iso` reads the year first,
 * `day-first` and `month-first` read numbers in that order and month names in any, the epochs read numbers alone.
 */
export class TimeField {
  readonly #file: string;
  readonly #zoneMinutes: number | null;
  readonly #format: TimeFormat | null;
  readonly #readsIso: boolean;
  #order: 'day-first' | 'month-first' | null;
  /** The date that settled the order; empty where it was given. */
  #settledBy = '';
  #usedOrder = false;
  #usedZone = false;

  /** `zoneMinutes` is the offset of times that name no zone, minutes east of UTC; null refuses them. */
  constructor(file: string, zoneMinutes: number | null, format: TimeFormat | null = null) {
    this.#file = file;
    this.#zoneMinutes = zoneMinutes;
    this.#format = format;
    this.#readsIso = format === null || format === 'iso';
    this.#order = format === 'day-first' || format === 'month-first' ? format : null;
  }

  /** How times were taken so far that can be taken in several ways; empty where none was. */
  get note(): string {
    const zone = this.#usedZone ? `times without a zone: ${zoneName(this.#zoneMinutes ?? 0)}` : '';
    const first = this.#order === 'month-first' ? 'month' : 'day';
    const why = this.#settledBy === '' ? 'as told' : `as in ${this.#settledBy}`;
    const order = this.#usedOrder ? `dates read ${first} first, ${why}` : '';
    return [zone, order].filter(Boolean).join('; ');
  }

  /**
   * The time written from `start` to before `end`; NaN for what is no time, and outside 1979 to 2103: there was no
   * AIS before, and 1970-01-01 is what programs write for none. Throws `InputError` for a date that can
   * be read two ways, and for a time without a zone when none was given.
   */
  read(bytes: Uint8Array, start: number, end: number, line: number): Instant {
    const t = this.#read(bytes, start, end, line);
    return t >= LEAST_EPOCH_S * SECOND_MS && t < GREATEST_EPOCH_S * SECOND_MS ? t : Number.NaN;
  }

  #read(bytes: Uint8Array, start: number, end: number, line: number): Instant {
    let from = start;
    let to = end;
    while (from < to && bytes[from] === BLANK) from++;
    while (to > from && bytes[to - 1] === BLANK) to--;
    const isUtc = bytes[to - 1] === UPPER_Z;
    const clockEnd = isUtc ? to - 1 : to;
    let civil = this.#readsIso ? readCivilTime(bytes, from, clockEnd) : Number.NaN;
    if (Number.isNaN(civil) && this.#order !== null) civil = this.#readInOrder(bytes, from, clockEnd);
    if (Number.isNaN(civil)) return this.#readOther(bytes, from, to, line);
    return isUtc ? civil : this.#inZone(civil, bytes, from, to, line);
  }

  /** The instant of a number, as `epochInstant`; NaN where the format given is another. */
  readEpoch(value: number): Instant {
    const written = value < GREATEST_EPOCH_S ? 'epoch-s' : 'epoch-ms';
    return this.#format === null || this.#format === written ? epochInstant(value) : Number.NaN;
  }

  #readInOrder(bytes: Uint8Array, start: number, end: number): Instant {
    const civil = readDayMonthTime(bytes, start, end, this.#order === 'day-first');
    this.#usedOrder ||= !Number.isNaN(civil);
    return civil;
  }

  #readOther(bytes: Uint8Array, start: number, end: number, line: number): Instant {
    if (end - start > GREATEST_BYTES) return Number.NaN;
    const epoch = this.readEpoch(parseDecimal(bytes, start, end));
    if (!Number.isNaN(epoch)) return epoch;
    const text = textOf(bytes, start, end);
    const parsed = parseTime(text);
    if (parsed.kind === 'instant') return this.#readsIso ? parsed.t : Number.NaN;
    const table: TableTime | null =
      parsed.kind === 'no-zone'
        ? { kind: 'year-first', t: parsed.t, zoneMinutes: null }
        : parseTableTime(text);
    const civil = table ? this.#civilOf(table, text, line) : Number.NaN;
    if (!table || Number.isNaN(civil)) return Number.NaN;
    if (table.zoneMinutes !== null) return civil - table.zoneMinutes * MINUTE_MS;
    return this.#inZone(civil, bytes, start, end, line);
  }

  /** The instant that the clock shows would be in UTC; NaN for a form that the format given excludes. */
  #civilOf(time: TableTime, text: string, line: number): Instant {
    if (time.kind === 'year-first') return this.#readsIso ? time.t : Number.NaN;
    const readsNames = this.#format === null || this.#order !== null;
    if (time.kind === 'named') return readsNames ? time.t : Number.NaN;
    return readsNames ? this.#dayMonth(time, text, line) : Number.NaN;
  }

  #dayMonth(time: DayMonthTime, text: string, line: number): Instant {
    if (this.#order === null) this.#settle(time, text, line);
    const civil = this.#order === 'month-first' ? time.monthFirst : time.dayFirst;
    this.#usedOrder ||= this.#order !== null && !Number.isNaN(civil);
    return civil;
  }

  /** Settles the order if this date has one reading; without that, its readings are the same or none. */
  #settle({ dayFirst, monthFirst, yearFirst }: DayMonthTime, text: string, line: number): void {
    const readings = new Set([dayFirst, monthFirst, yearFirst].filter(t => !Number.isNaN(t)));
    if (readings.size > 1) {
      throw new InputError(
        this.#file,
        line,
        'a date that can be read one way only, or --time-format day-first or month-first',
        quoteText(text),
        { remedy: 'time-format' },
      );
    }
    if (Number.isNaN(dayFirst) === Number.isNaN(monthFirst)) return;
    this.#order = Number.isNaN(dayFirst) ? 'month-first' : 'day-first';
    this.#settledBy = quoteText(text);
  }

  #inZone(civil: Instant, bytes: Uint8Array, start: number, end: number, line: number): Instant {
    if (this.#zoneMinutes !== null) {
      this.#usedZone = true;
      return civil - this.#zoneMinutes * MINUTE_MS;
    }
    throw new InputError(
      this.#file,
      line,
      'a time with a zone (…Z or +09:00) or a zone given with --zone',
      quoteText(textOf(bytes, start, end)),
      { remedy: 'zone' },
    );
  }
}

/** `UTC`, `UTC+09:00`, `UTC-03:30`. */
function zoneName(minutes: number): string {
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  const digits = [hours, rest].map(value => String(value).padStart(2, '0'));
  return minutes === 0 ? 'UTC' : `UTC${minutes < 0 ? '-' : '+'}${digits.join(':')}`;
}
