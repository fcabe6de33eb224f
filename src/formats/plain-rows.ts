import { Flag } from '../core/track/index.ts';
import { isValidImo } from '../core/vessel/index.ts';
import type { CheckedSink } from './checked-sink.ts';
import { FIELD_END, mixByte, NO_FIELDS_HASH } from './field-hash.ts';
import type { PositionColumn, PositionColumns } from './position-columns.ts';
import type { RowStatics } from './row-statics.ts';
import type { RowTime } from './row-time.ts';

const LF = 10;
const CR = 13;
const QUOTE = 34;
const MINUS = 45;
const POINT = 46;
const ZERO = 48;
const UPPER_B = 66;
const IMO_LETTERS = [73, 77, 79] as const;

/** Nine digits fit a 32-bit integer. */
const MOST_DIGITS = 9;
const POWERS = Float64Array.from({ length: MOST_DIGITS + 1 }, (_, exponent) => 10 ** exponent);

/** Columns of numbers; their places here are those of their values. */
const NUMBERS: readonly PositionColumn[] = ['mmsi', 'lat', 'lon', 'sog', 'cog', 'heading', 'status'];
const [MMSI, LAT, LON, SOG, COG, HEADING, STATUS] = [0, 1, 2, 3, 4, 5, 6] as const;
/** What is done with the field of a column that is no number. */
const TIME = 7;
const IMO = 8;
const STATICS = 9;
const TRANSCEIVER = 10;
const PASSED_OVER = 11;

/** Columns that only the careful way reads. */
const CAREFUL_COLUMNS: readonly PositionColumn[] = ['source', 'longRange'];

/** After so many records in a row that weren't plain, none is tried again. */
const MOST_MISSES = 100;

/**
 * The quick way through rows of positions as programs write most of them: no quotes, numbers of digits and a point,
 * as many fields as the header, a ship that says the same of itself as before. It goes over each byte once, and leaves
 * every row that is otherwise, or that isn't fit to be accepted, to `PositionRows`, whose way is the measure.
 */
export class PlainRows {
  readonly #actions: Uint8Array;
  readonly #delimiter: number;
  readonly #time: RowTime;
  readonly #sink: CheckedSink;
  readonly #statics: RowStatics;
  readonly #flags: number;
  readonly #endsField = new Uint8Array(256);
  readonly #values = new Float64Array(NUMBERS.length).fill(Number.NaN);
  #imo = 0;
  #timeStart = 0;
  #timeEnd = 0;
  #rowFlags = 0;
  #hash = 0;
  #misses = 0;

  private constructor(
    columns: PositionColumns,
    delimiter: number,
    time: RowTime,
    sink: CheckedSink,
    statics: RowStatics,
    flags: number,
  ) {
    this.#actions = actionsOf(columns, time, statics);
    this.#delimiter = delimiter;
    this.#time = time;
    this.#sink = sink;
    this.#statics = statics;
    this.#flags = flags;
    for (const byte of [delimiter, LF, CR]) this.#endsField[byte] = 1;
  }

  /** Null where the columns are not such as the quick way reads. */
  static open(
    columns: PositionColumns,
    delimiter: number,
    time: RowTime,
    sink: CheckedSink,
    statics: RowStatics,
    flags: number,
  ): PlainRows | null {
    const isCareful = !columns.has('mmsi') || time.isSplit || CAREFUL_COLUMNS.some(name => columns.has(name));
    return isCareful ? null : new PlainRows(columns, delimiter, time, sink, statics, flags);
  }

  /**
   * Reads the record that starts at `start`, `size` being where the bytes end, and passes it on. Returns the offset
   * after it; -1 where it isn't plain or isn't here as a whole, and then nothing was passed on.
   */
  read(bytes: Uint8Array, start: number, size: number, line: number): number {
    if (this.#misses > MOST_MISSES) return -1;
    this.#imo = 0;
    this.#rowFlags = this.#flags;
    this.#hash = NO_FIELDS_HASH;
    const end = this.#readFields(bytes, start, size);
    const after = end < 0 ? -1 : afterNewline(bytes, end, size);
    this.#misses = after < 0 ? this.#misses + 1 : 0;
    return after >= 0 && this.#passOn(bytes, line) ? after : -1;
  }

  /** Returns where the last field ends, -1 where one isn't plain. */
  #readFields(bytes: Uint8Array, start: number, size: number): number {
    const actions = this.#actions;
    let at = start;
    for (let column = 0; column < actions.length; column++) {
      const action = actions[column]!;
      const end =
        action < NUMBERS.length
          ? this.#readNumber(bytes, at, size, action)
          : this.#readOther(bytes, at, size, action);
      const isLast = column === actions.length - 1;
      if (end < 0 || end >= size || (!isLast && bytes[end] !== this.#delimiter)) return -1;
      at = end + 1;
    }
    return at - 1;
  }

  /** Reads digits, with a point among them or not, and a minus before. */
  #readNumber(bytes: Uint8Array, start: number, size: number, slot: number): number {
    const isNegative = bytes[start] === MINUS;
    let at = isNegative ? start + 1 : start;
    let digits = 0;
    let decimals = -1;
    let value = 0;
    for (; at < size; at++) {
      const digit = bytes[at]! - ZERO;
      if (digit >= 0 && digit <= 9) {
        value = (Math.imul(value, 10) + digit) | 0;
        digits++;
        continue;
      }
      if (bytes[at] !== POINT || decimals >= 0) break;
      decimals = digits;
    }
    if (digits > MOST_DIGITS || at >= size || this.#endsField[bytes[at]!] === 0) return -1;
    if (digits === 0 && at > start) return -1;
    const amount = decimals < 0 ? value : value / POWERS[digits - decimals]!;
    this.#values[slot] = digits === 0 ? Number.NaN : isNegative ? -amount : amount;
    return at;
  }

  #readOther(bytes: Uint8Array, start: number, size: number, action: number): number {
    if (bytes[start] === QUOTE) return -1;
    if (action === STATICS) return this.#readStatics(bytes, start, size);
    let end = start;
    while (end < size && this.#endsField[bytes[end]!] === 0) end++;
    if (action === TIME) {
      this.#timeStart = start;
      this.#timeEnd = end;
    } else if (action === IMO && end > start) {
      this.#imo = readImo(bytes, start, end);
    } else if (action === TRANSCEIVER && end === start + 1 && bytes[start] === UPPER_B) {
      this.#rowFlags |= Flag.classB;
    }
    return end;
  }

  #readStatics(bytes: Uint8Array, start: number, size: number): number {
    const endsField = this.#endsField;
    let hash = this.#hash;
    let at = start;
    for (; at < size; at++) {
      const byte = bytes[at]!;
      if (endsField[byte] === 1) break;
      hash = mixByte(hash, byte);
    }
    this.#hash = mixByte(hash, FIELD_END);
    return at;
  }

  /** False where the row isn't fit to be accepted, or says something new of its ship. */
  #passOn(bytes: Uint8Array, line: number): boolean {
    const sink = this.#sink;
    const values = this.#values;
    if (this.#imo < 0 || sink.identify(values[MMSI]!, this.#imo) !== null) return false;
    const fields = this.#statics.known(sink.mmsi, sink.imo, this.#hash);
    if (fields === undefined) return false;
    const t = this.#time.readField(bytes, this.#timeStart, this.#timeEnd, line);
    if (Number.isNaN(t)) return false;
    const flags = this.#rowFlags;
    const reason = sink.report(
      t,
      values[LAT]!,
      values[LON]!,
      values[SOG]!,
      values[COG]!,
      values[HEADING]!,
      values[STATUS]!,
      flags,
      line,
    );
    if (reason !== null) return false;
    if (fields) sink.statics(t, fields, false, flags, line);
    return true;
  }
}

/** What is done with the field of each column. */
function actionsOf(columns: PositionColumns, time: RowTime, statics: RowStatics): Uint8Array {
  const actions = new Uint8Array(columns.header.length).fill(PASSED_OVER);
  for (const column of statics.columns) actions[column] = STATICS;
  const set = (name: PositionColumn, action: number): void => {
    if (columns.has(name)) actions[columns.indexOf(name)] = action;
  };
  NUMBERS.forEach(set);
  set('imo', IMO);
  set('transceiver', TRANSCEIVER);
  actions[time.field] = TIME;
  return actions;
}

/** `9307839` or `IMO9307839`, 0 where all digits are; -1 for anything but an IMO number. */
function readImo(bytes: Uint8Array, start: number, end: number): number {
  const hasLetters = IMO_LETTERS.every((letter, i) => bytes[start + i] === letter);
  let imo = 0;
  for (let at = hasLetters ? start + 3 : start; at < end; at++) {
    const digit = bytes[at]! - ZERO;
    if (digit < 0 || digit > 9) return -1;
    imo = (Math.imul(imo, 10) + digit) | 0;
  }
  return end - start <= MOST_DIGITS + 1 && (imo === 0 || isValidImo(imo)) ? imo : -1;
}

/** Offset after LF, CRLF or CR at `at`; -1 where it can't be told yet. */
function afterNewline(bytes: Uint8Array, at: number, size: number): number {
  if (bytes[at] === LF) return at + 1;
  if (bytes[at] !== CR || at + 1 >= size) return -1;
  return bytes[at + 1] === LF ? at + 2 : at + 1;
}
