import type { Instant } from '../core/time/index.ts';
import { Flag } from '../core/track/index.ts';
import { isValidImo, parseImo } from '../core/vessel/index.ts';
import { CheckedSink } from './checked-sink.ts';
import { type Axis, parseCoordinate } from './coordinate-field.ts';
import type { RowReader } from './csv-positions.ts';
import type { CsvRow } from './csv-row.ts';
import { longRangeFlag } from './long-range.ts';
import { madeUpFlag } from './made-up.ts';
import type { Notes } from './notes.ts';
import { parseDecimal, parseDecimalField } from './parse-decimal.ts';
import { PlainRows } from './plain-rows.ts';
import type { PositionColumns } from './position-columns.ts';
import type { ReaderContext, Understanding } from './reader.ts';
import { RowStatics } from './row-statics.ts';
import { RowTime } from './row-time.ts';

const UPPER_B = 66;
const IMO_LETTERS = [73, 77, 79];

/** Reads the rows of positions below one header. `GenericCsvReader` says how. */
export class PositionRows implements RowReader {
  readonly #columns: PositionColumns;
  readonly #context: ReaderContext;
  readonly #time: RowTime;
  readonly #sink: CheckedSink;
  readonly #statics: RowStatics;
  readonly #fieldCount: number;
  readonly #leastFields: number;
  readonly #mmsi: number;
  readonly #imo: number;
  readonly #lat: number;
  readonly #lon: number;
  readonly #sog: number;
  readonly #cog: number;
  readonly #heading: number;
  readonly #status: number;
  readonly #transceiver: number;
  readonly #source: number;
  readonly #longRange: number;
  /** Whether a field of the row under the cursor was there and no number. */
  #isBad = false;

  constructor(columns: PositionColumns, context: ReaderContext, notes: Notes) {
    this.#columns = columns;
    this.#context = context;
    this.#time = new RowTime(columns, context);
    this.#sink = new CheckedSink(context, notes);
    this.#statics = new RowStatics(columns);
    this.#fieldCount = columns.header.length;
    this.#mmsi = columns.indexOf('mmsi');
    this.#imo = columns.indexOf('imo');
    this.#lat = columns.indexOf('lat');
    this.#lon = columns.indexOf('lon');
    this.#sog = columns.indexOf('sog');
    this.#cog = columns.indexOf('cog');
    this.#heading = columns.indexOf('heading');
    this.#status = columns.indexOf('status');
    this.#transceiver = columns.indexOf('transceiver');
    this.#source = columns.indexOf('source');
    this.#longRange = columns.indexOf('longRange');
    this.#leastFields = 1 + Math.max(this.#time.field, this.#lat, this.#lon);
  }

  get understanding(): Understanding {
    return { columns: [...this.#columns.names], timeNote: this.#time.note };
  }

  openPlain(delimiter: number): PlainRows | null {
    const { flags } = this.#context;
    return PlainRows.open(this.#columns, delimiter, this.#time, this.#sink, this.#statics, flags);
  }

  /** Passes the row on; returns why it is set aside, or null. */
  read(row: CsvRow): string | null {
    if (row.fieldCount < this.#leastFields || hasSurplus(row, this.#fieldCount)) return 'fields';
    const nobody = this.#identify(row);
    if (nobody !== null) return nobody;

    if (row.isEmpty(this.#time.field)) return 'no time';
    const t = this.#time.read(row);
    return Number.isNaN(t) ? 'bad time' : this.#report(row, t);
  }

  #identify(row: CsvRow): string | null {
    const { ship } = this.#context;
    if (ship && this.#mmsi < 0 && this.#imo < 0) return this.#sink.identify(ship.mmsi, ship.imo);
    this.#isBad = false;
    const mmsi = this.#number(row, this.#mmsi);
    const imo = this.#readImo(row);
    return this.#isBad ? 'bad id' : this.#sink.identify(mmsi, imo);
  }

  #report(row: CsvRow, t: Instant): string | null {
    this.#isBad = false;
    const lat = this.#number(row, this.#lat, 'lat');
    const lon = this.#number(row, this.#lon, 'lon');
    const sog = this.#number(row, this.#sog);
    const cog = this.#number(row, this.#cog);
    const heading = this.#number(row, this.#heading);
    if (this.#isBad) return 'bad number';
    const status = this.#status < 0 ? Number.NaN : row.number(this.#status);
    const flags = this.#flagsOf(row);
    const reason = this.#sink.report(t, lat, lon, sog, cog, heading, status, flags, row.line);
    if (reason !== null) return reason;
    const fields = this.#statics.read(row, this.#sink.mmsi, this.#sink.imo);
    if (fields) this.#sink.statics(t, fields, false, flags, row.line);
    return null;
  }

  /** The field as a number, NaN where it or its column isn't there; what is no number marks the row as bad. */
  #number(row: CsvRow, field: number, axis: Axis | null = null): number {
    if (field < 0) return Number.NaN;
    const start = row.start(field);
    const end = row.end(field);
    if (start === end) return Number.NaN;
    const value = parseDecimal(row.bytes, start, end);
    return Number.isNaN(value) ? this.#otherNumber(row, field, axis) : value;
  }

  /** A number that is more than digits and a point: with a decimal comma, or a coordinate of an axis. */
  #otherNumber(row: CsvRow, field: number, axis: Axis | null): number {
    const value = axis
      ? parseCoordinate(row.text(field), axis)
      : parseDecimalField(row.bytes, row.start(field), row.end(field));
    if (Number.isNaN(value)) this.#isBad = true;
    return value;
  }

  /** As `parseImo`: 0 where none is given, NaN where it is no IMO number. */
  #readImo(row: CsvRow): number {
    if (this.#imo < 0 || row.isEmpty(this.#imo)) return 0;
    const { bytes } = row;
    const start = row.start(this.#imo);
    const digits = IMO_LETTERS.every((byte, i) => bytes[start + i] === byte) ? start + 3 : start;
    const imo = parseDecimal(bytes, digits, row.end(this.#imo));
    return isValidImo(imo) ? imo : parseImo(row.text(this.#imo));
  }

  #flagsOf(row: CsvRow): number {
    let { flags } = this.#context;
    if (this.#transceiver >= 0) {
      const start = row.start(this.#transceiver);
      if (row.end(this.#transceiver) === start + 1 && row.bytes[start] === UPPER_B) flags |= Flag.classB;
    }
    if (this.#longRange >= 0) flags |= longRangeFlag(row.text(this.#longRange));
    if (this.#source < 0 || row.isEmpty(this.#source)) return flags;
    return flags | madeUpFlag(row.text(this.#source));
  }
}

/** Whether there is something in a field that the header has no name for: an unquoted comma, most often. */
function hasSurplus(row: CsvRow, fieldCount: number): boolean {
  for (let field = fieldCount; field < row.fieldCount; field++) if (!row.isEmpty(field)) return true;
  return false;
}
