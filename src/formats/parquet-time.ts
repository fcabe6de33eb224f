import { type Instant, MINUTE_MS } from '../core/time/index.ts';
import { ByteValues, FixedValues, isTime, NO_NUMBER, type PageValues } from './parquet-values.ts';
import type { ReaderContext } from './reader.ts';
import { TimeField } from './time-field.ts';

const encoder = new TextEncoder();

/**
 * Reads the times of one column: timestamps, which name no zone unless they are adjusted to UTC; epochs in seconds or
 * milliseconds; texts as `TimeField` has them. A day without a time is none.
 */
export class ParquetTime {
  readonly #field: TimeField;
  readonly #zoneMs: number;
  /** Whether civil times are read: null before the first of them was met. */
  #readsCivil: boolean | null = null;

  constructor({ file, zoneMinutes, timeFormat }: ReaderContext) {
    this.#field = new TimeField(file, zoneMinutes, timeFormat);
    this.#zoneMs = (zoneMinutes ?? 0) * MINUTE_MS;
  }

  /** As `TimeField.note`. */
  get note(): string {
    return this.#field.note;
  }

  /**
   * NaN where none is given, `NO_NUMBER` for what is no time. `row` is 1-based. Throws `InputError` for a time without a
   * zone where none was given, and for a date that can be read two ways.
   */
  read(values: PageValues, place: number, row: number): Instant {
    if (values instanceof FixedValues) return this.#readFixed(values, place, row);
    if (!(values instanceof ByteValues)) return NO_NUMBER;
    if (values.leaf.form === 'number') return this.#readEpoch(values.numberAt(place));
    const start = values.startOf(place);
    const end = values.endOf(place);
    return start === end ? Number.NaN : orNoTime(this.#field.read(values.bytes, start, end, row));
  }

  #readFixed(values: FixedValues, place: number, row: number): Instant {
    const ms = values.numberAt(place);
    switch (values.leaf.form) {
      case 'instant':
        return isTime(ms) ? ms : NO_NUMBER;
      case 'civil':
        return isTime(ms) ? this.#inZone(values, place, row) : NO_NUMBER;
      case 'number':
        return this.#readEpoch(ms);
      default:
        return NO_NUMBER;
    }
  }

  #readEpoch(value: number): Instant {
    return Number.isNaN(value) ? value : orNoTime(this.#field.readEpoch(value));
  }

  /** The field decides once, by the first of them as it would be written, whether civil times are read. */
  #inZone(values: FixedValues, place: number, row: number): Instant {
    if (this.#readsCivil === null) {
      const bytes = encoder.encode(values.textAt(place));
      this.#readsCivil = !Number.isNaN(this.#field.read(bytes, 0, bytes.length, row));
    }
    return this.#readsCivil ? values.numberAt(place) - this.#zoneMs : NO_NUMBER;
  }
}

function orNoTime(t: Instant): Instant {
  return Number.isNaN(t) ? NO_NUMBER : t;
}
