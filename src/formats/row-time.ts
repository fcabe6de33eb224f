import type { Instant } from '../core/time/index.ts';
import type { CsvRow } from './csv-row.ts';
import type { PositionColumns } from './position-columns.ts';
import type { ReaderContext } from './reader.ts';
import { TimeField } from './time-field.ts';

const BLANK = 32;
const COLON = 58;

/** Date and clock are put together here; a longer pair is no time. */
const JOINED_BYTES = 128;

/**
 * The time of each row below one header: in the column of times; in that of dates where there is no other; or in
 * both, where the time is a clock alone (`2:05`, `02:05:00`).
 */
export class RowTime {
  /** Index of the column that a row needs for its time. */
  readonly field: number;
  readonly #date: number;
  readonly #time: TimeField;
  readonly #joined = new Uint8Array(JOINED_BYTES);

  constructor(columns: PositionColumns, { file, zoneMinutes, timeFormat }: ReaderContext) {
    this.field = columns.has('time') ? columns.indexOf('time') : columns.indexOf('date');
    this.#date = columns.has('time') ? columns.indexOf('date') : -1;
    this.#time = new TimeField(file, zoneMinutes, timeFormat);
  }

  /** As `TimeField.note`. */
  get note(): string {
    return this.#time.note;
  }

  /** Whether the date has a column of its own beside that of the time. */
  get isSplit(): boolean {
    return this.#date >= 0;
  }

  /** As `TimeField.read`: the time in one field, for rows that have it so. */
  readField(bytes: Uint8Array, start: number, end: number, line: number): Instant {
    return this.#time.read(bytes, start, end, line);
  }

  /** As `TimeField.read`. */
  read(row: CsvRow): Instant {
    const { bytes } = row;
    const start = row.start(this.field);
    const end = row.end(this.field);
    const isSplit = this.#date >= 0 && isClock(bytes, start, end);
    return isSplit ? this.#readJoined(row) : this.#time.read(bytes, start, end, row.line);
  }

  #readJoined(row: CsvRow): Instant {
    const date = row.bytes.subarray(row.start(this.#date), row.end(this.#date));
    const clock = row.bytes.subarray(row.start(this.field), row.end(this.field));
    const length = date.length + 1 + clock.length;
    if (length > JOINED_BYTES) return Number.NaN;
    this.#joined.set(date);
    this.#joined[date.length] = BLANK;
    this.#joined.set(clock, date.length + 1);
    return this.#time.read(this.#joined, 0, length, row.line);
  }
}

/** Whether the first number ends in a colon after one digit or two, as in no date. */
function isClock(bytes: Uint8Array, start: number, end: number): boolean {
  let at = start;
  while (at < end && bytes[at] === BLANK) at++;
  return at + 2 < end && (bytes[at + 1] === COLON || bytes[at + 2] === COLON);
}
