import type { Instant } from '../core/time/index.ts';
import { Flag } from '../core/track/index.ts';
import { isValidImo, parseImo } from '../core/vessel/index.ts';
import { CheckedSink } from './checked-sink.ts';
import type { CsvRow } from './csv-row.ts';
import type { Notes } from './notes.ts';
import { parseDecimal } from './parse-decimal.ts';
import type { PositionColumns } from './position-columns.ts';
import type { ReaderContext } from './reader.ts';
import { RowStatics } from './row-statics.ts';
import { TimeField } from './time-field.ts';

const UPPER_B = 66;
const IMO_LETTERS = [73, 77, 79];
const MADE_UP = /^\s*(reconstructed|synthetic)\b/i;

/** Reads the rows of positions below one header. `GenericCsvReader` says how. */
export class PositionRows {
  readonly #context: ReaderContext;
  readonly #time: TimeField;
  readonly #sink: CheckedSink;
  readonly #statics: RowStatics;
  readonly #fieldCount: number;
  readonly #leastFields: number;
  readonly #mmsi: number;
  readonly #imo: number;
  readonly #timeField: number;
  readonly #lat: number;
  readonly #lon: number;
  readonly #sog: number;
  readonly #cog: number;
  readonly #heading: number;
  readonly #status: number;
  readonly #transceiver: number;
  readonly #source: number;
  /** Whether a field of the row under the cursor was there and no number. */
  #isBad = false;

  constructor(columns: PositionColumns, context: ReaderContext, notes: Notes) {
    this.#context = context;
    this.#time = new TimeField(context.file, context.zoneMinutes);
    this.#sink = new CheckedSink(context, notes);
    this.#statics = new RowStatics(columns);
    this.#fieldCount = columns.header.length;
    this.#mmsi = columns.indexOf('mmsi');
    this.#imo = columns.indexOf('imo');
    this.#timeField = columns.indexOf('time');
    this.#lat = columns.indexOf('lat');
    this.#lon = columns.indexOf('lon');
    this.#sog = columns.indexOf('sog');
    this.#cog = columns.indexOf('cog');
    this.#heading = columns.indexOf('heading');
    this.#status = columns.indexOf('status');
    this.#transceiver = columns.indexOf('transceiver');
    this.#source = columns.indexOf('source');
    this.#leastFields = 1 + Math.max(this.#timeField, this.#lat, this.#lon);
  }

  /** Passes the row on; returns why it is set aside, or null. */
  read(row: CsvRow): string | null {
    if (row.fieldCount < this.#leastFields || hasSurplus(row, this.#fieldCount)) return 'fields';
    this.#isBad = false;
    const mmsi = this.#number(row, this.#mmsi);
    const imo = this.#readImo(row);
    const nobody = this.#isBad ? 'bad id' : this.#sink.identify(mmsi, imo);
    if (nobody !== null) return nobody;

    if (row.isEmpty(this.#timeField)) return 'no time';
    const { bytes } = row;
    const t = this.#time.read(bytes, row.start(this.#timeField), row.end(this.#timeField), row.line);
    if (Number.isNaN(t)) return 'bad time';
    return this.#report(row, t);
  }

  #report(row: CsvRow, t: Instant): string | null {
    const lat = this.#number(row, this.#lat);
    const lon = this.#number(row, this.#lon);
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
  #number(row: CsvRow, field: number): number {
    if (field < 0) return Number.NaN;
    const start = row.start(field);
    const end = row.end(field);
    if (start === end) return Number.NaN;
    const value = parseDecimal(row.bytes, start, end);
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
    if (this.#source < 0 || row.isEmpty(this.#source)) return flags;
    const madeUp = MADE_UP.exec(row.text(this.#source))?.[1]?.toLowerCase();
    if (madeUp === 'reconstructed') flags |= Flag.reconstructed;
    if (madeUp === 'synthetic') flags |= Flag.synthetic;
    return flags;
  }
}

/** Whether there is something in a field that the header has no name for: an unquoted comma, most often. */
function hasSurplus(row: CsvRow, fieldCount: number): boolean {
  for (let field = fieldCount; field < row.fieldCount; field++) if (!row.isEmpty(field)) return true;
  return false;
}
