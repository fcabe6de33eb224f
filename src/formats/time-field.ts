import { type Instant, MINUTE_MS, parseTime, SECOND_MS } from '../core/time/index.ts';
import { quoteText, textOf } from './byte-text.ts';
import { readCivilTime } from './civil-time.ts';
import { InputError } from './input-error.ts';
import { parseDecimal } from './parse-decimal.ts';

const BLANK = 32;
const UPPER_Z = 90;

/** Epoch seconds from 1979 to 2103. Narrow, so that 202403120829 is not taken for milliseconds. */
const LEAST_EPOCH_S = 3e8;
const GREATEST_EPOCH_S = 4.2e9;

/** The instant of an epoch in seconds or milliseconds, told apart by size; NaN outside 1979 to 2103. */
export function epochInstant(value: number): Instant {
  if (value >= LEAST_EPOCH_S && value < GREATEST_EPOCH_S) return Math.round(value * SECOND_MS);
  const isMs = value >= LEAST_EPOCH_S * SECOND_MS && value < GREATEST_EPOCH_S * SECOND_MS;
  return isMs ? Math.round(value) : Number.NaN;
}

/**
 * Reads times as files write them: ISO 8601 or SQL with a zone, without one, or epoch seconds or
 * milliseconds. A time without a zone takes the given one.
 */
export class TimeField {
  readonly #file: string;
  readonly #zoneMinutes: number | null;

  /** `zoneMinutes` is the offset of times that name no zone, minutes east of UTC; null refuses them. */
  constructor(file: string, zoneMinutes: number | null) {
    this.#file = file;
    this.#zoneMinutes = zoneMinutes;
  }

  /**
   * The time written from `start` to before `end`; NaN for what is no time. Throws `InputError` for a time
   * without a zone when none was given.
   */
  read(bytes: Uint8Array, start: number, end: number, line: number): Instant {
    let from = start;
    let to = end;
    while (from < to && bytes[from] === BLANK) from++;
    while (to > from && bytes[to - 1] === BLANK) to--;
    const isUtc = bytes[to - 1] === UPPER_Z;
    const civil = readCivilTime(bytes, from, isUtc ? to - 1 : to);
    if (Number.isNaN(civil)) return this.#readOther(bytes, from, to, line);
    return isUtc ? civil : this.#inZone(civil, bytes, from, to, line);
  }

  #readOther(bytes: Uint8Array, start: number, end: number, line: number): Instant {
    const epoch = epochInstant(parseDecimal(bytes, start, end));
    if (!Number.isNaN(epoch)) return epoch;
    const parsed = parseTime(textOf(bytes, start, end));
    if (parsed.kind === 'invalid') return Number.NaN;
    return parsed.kind === 'instant' ? parsed.t : this.#inZone(parsed.t, bytes, start, end, line);
  }

  #inZone(civil: Instant, bytes: Uint8Array, start: number, end: number, line: number): Instant {
    if (this.#zoneMinutes !== null) return civil - this.#zoneMinutes * MINUTE_MS;
    throw new InputError(
      this.#file,
      line,
      'a time with a zone (…Z or +09:00) or a zone given with --zone',
      quoteText(textOf(bytes, start, end)),
      { remedy: 'zone' },
    );
  }
}
