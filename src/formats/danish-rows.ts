import type { Instant } from '../core/time/index.ts';
import type { StaticFields } from '../core/track/index.ts';
import { parseImo } from '../core/vessel/index.ts';
import { CheckedSink } from './checked-sink.ts';
import { readDigits, utcInstant } from './civil-time.ts';
import type { RowReader } from './csv-positions.ts';
import type { CsvRow } from './csv-row.ts';
import { danishMobileFlags, danishShipType, danishStatus, isDanishUnknown } from './danish-words.ts';
import type { Notes } from './notes.ts';
import { parseDecimal } from './parse-decimal.ts';
import { type PositionColumn, type PositionColumns, plainName } from './position-columns.ts';
import type { ReaderContext, Understanding } from './reader.ts';
import { RowStatics } from './row-statics.ts';

/** `dd/mm/yyyy hh:mm:ss` */
const TIME_LENGTH = 19;
const SLASH = 47;
const BLANK = 32;
const COLON = 58;

const NEEDED: readonly PositionColumn[] = ['time', 'mmsi', 'lat', 'lon'];

/** Reads the rows below the header of a Danish file. `DanishCsvReader` says how. */
export class DanishRows implements RowReader {
  readonly #columns: PositionColumns;
  readonly #mobile: number;
  readonly #leastFields: number;
  readonly #flags: number;
  readonly #sink: CheckedSink;
  readonly #statics: RowStatics;
  /** What `RowStatics` gave, in the words of AIS: a ship's rows mostly say the same. */
  readonly #translated = new WeakMap<StaticFields, StaticFields>();
  /** Whether a field of the row under the cursor was there and no number. */
  #isBad = false;

  constructor(columns: PositionColumns, context: ReaderContext, notes: Notes) {
    this.#columns = columns;
    this.#mobile = columns.header.findIndex(name => plainName(name) === 'typeofmobile');
    this.#leastFields = 1 + Math.max(...NEEDED.map(column => columns.indexOf(column)));
    this.#flags = context.flags;
    this.#sink = new CheckedSink(context, notes);
    this.#statics = new RowStatics(columns);
  }

  get understanding(): Understanding {
    return { columns: [...this.#columns.names], timeNote: '' };
  }

  /** Passes the row on; returns why it is set aside, or null. */
  read(row: CsvRow): string | null {
    if (row.fieldCount < this.#leastFields || row.fieldCount > this.#columns.header.length) return 'fields';
    this.#isBad = false;
    const mmsi = this.#number(row, 'mmsi');
    if (this.#isBad) return 'bad id';
    const noId = this.#sink.identify(mmsi, this.#imoOf(row));
    if (noId !== null) return noId;

    const field = this.#columns.indexOf('time');
    if (row.isEmpty(field)) return 'no time';
    const t = readDanishTime(row.bytes, row.start(field), row.end(field));
    if (Number.isNaN(t)) return 'bad time';
    return this.#report(row, t);
  }

  #report(row: CsvRow, t: Instant): string | null {
    const lat = this.#number(row, 'lat');
    const lon = this.#number(row, 'lon');
    const sog = this.#number(row, 'sog');
    const cog = this.#number(row, 'cog');
    const heading = this.#number(row, 'heading');
    if (this.#isBad) return 'bad number';
    const status = danishStatus(this.#text(row, 'status'));
    const flags = this.#flags | danishMobileFlags(row.text(this.#mobile).trim());
    const reason = this.#sink.report(t, lat, lon, sog, cog, heading, status, flags, row.line);
    if (reason !== null) return reason;
    const fields = this.#staticsOf(row);
    if (fields) this.#sink.statics(t, fields, false, flags, row.line);
    return null;
  }

  /** The field as a number, NaN where it or its column isn't there; what is no number marks the row as bad. */
  #number(row: CsvRow, column: PositionColumn): number {
    const field = this.#columns.indexOf(column);
    if (field < 0 || row.isEmpty(field)) return Number.NaN;
    const value = parseDecimal(row.bytes, row.start(field), row.end(field));
    if (Number.isNaN(value)) this.#isBad = true;
    return value;
  }

  #text(row: CsvRow, column: PositionColumn): string {
    const field = this.#columns.indexOf(column);
    return field < 0 ? '' : row.text(field).trim();
  }

  /** As `parseImo`: 0 where none is given, NaN where it is no IMO number. */
  #imoOf(row: CsvRow): number {
    const text = this.#text(row, 'imo');
    return isDanishUnknown(text) ? 0 : parseImo(text);
  }

  #staticsOf(row: CsvRow): StaticFields | null {
    const given = this.#statics.read(row, this.#sink.mmsi, this.#sink.imo);
    const known = given && this.#translated.get(given);
    if (known) return known;
    const shipType = danishShipType(this.#text(row, 'shipType'));
    const told = Object.entries(given ?? {}).filter(([, value]) => !isDanishUnknown(String(value)));
    const fields: StaticFields = { ...Object.fromEntries(told), ...(shipType > 0 && { shipType }) };
    if (Object.keys(fields).length === 0) return null;
    if (given) this.#translated.set(given, fields);
    return fields;
  }
}

/** Reads `dd/mm/yyyy hh:mm:ss` as a time in UTC; NaN for every other form. */
function readDanishTime(bytes: Uint8Array, start: number, end: number): Instant {
  if (end - start !== TIME_LENGTH) return Number.NaN;
  if (bytes[start + 2] !== SLASH || bytes[start + 5] !== SLASH || bytes[start + 10] !== BLANK)
    return Number.NaN;
  if (bytes[start + 13] !== COLON || bytes[start + 16] !== COLON) return Number.NaN;
  return utcInstant(
    readDigits(bytes, start + 6, 4),
    readDigits(bytes, start + 3, 2),
    readDigits(bytes, start, 2),
    readDigits(bytes, start + 11, 2),
    readDigits(bytes, start + 14, 2),
    readDigits(bytes, start + 17, 2),
    0,
  );
}
