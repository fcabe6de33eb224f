import type { Instant } from '../core/time/index.ts';
import { Flag } from '../core/track/index.ts';
import { isValidImo, parseImo } from '../core/vessel/index.ts';
import type { CsvRow } from './csv-row.ts';
import { BAD_IMO_NOTE, type Notes } from './notes.ts';
import { parseDecimal } from './parse-decimal.ts';
import type { PositionColumns } from './position-columns.ts';
import type { ReaderContext } from './reader.ts';
import { RowStatics } from './row-statics.ts';
import { TimeField } from './time-field.ts';

const GREATEST_MMSI = 999_999_999;
/** What stands for "not available" in AIS, and so in files made from it. */
const NO_LON = 181;
const NO_LAT = 91;
const NO_SOG = 102.3;
const NO_STATUS = 15;

const UPPER_B = 66;
const IMO_LETTERS = [73, 77, 79];
const MADE_UP = /^\s*(reconstructed|synthetic)\b/i;

/** Reads the rows of positions below one header. `GenericCsvReader` says how. */
export class PositionRows {
  readonly #context: ReaderContext;
  readonly #time: TimeField;
  readonly #notes: Notes;
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
    this.#notes = notes;
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
    const mmsi = this.#number(row, this.#mmsi) || 0;
    const imo = this.#readImo(row);
    if (this.#isBad || !Number.isInteger(mmsi) || mmsi < 0 || mmsi > GREATEST_MMSI) return 'bad id';
    if (Number.isNaN(imo) && mmsi === 0) return 'bad id';
    if (mmsi === 0 && imo === 0) return 'no id';

    if (row.isEmpty(this.#timeField)) return 'no time';
    const { bytes } = row;
    const t = this.#time.read(bytes, row.start(this.#timeField), row.end(this.#timeField), row.line);
    if (Number.isNaN(t)) return 'bad time';
    return this.#report(row, mmsi, imo, t);
  }

  #report(row: CsvRow, mmsi: number, imoRead: number, t: Instant): string | null {
    let lat = this.#number(row, this.#lat);
    let lon = this.#number(row, this.#lon);
    const sog = this.#number(row, this.#sog);
    const cog = this.#number(row, this.#cog);
    const heading = this.#number(row, this.#heading);
    if (this.#isBad || Number.isNaN(lat) !== Number.isNaN(lon)) return 'bad number';
    if (lat === NO_LAT || lon === NO_LON) {
      lat = Number.NaN;
      lon = Number.NaN;
    }
    if (Math.abs(lat) > 90 || Math.abs(lon) > 180) return 'out of range';

    const imo = Number.isNaN(imoRead) ? 0 : imoRead;
    if (imo !== imoRead) this.#notes.add(BAD_IMO_NOTE);
    const { sink, source } = this.#context;
    const flags = this.#flagsOf(row);
    const speed = sog >= 0 && sog < NO_SOG ? sog : Number.NaN;
    sink.report(
      mmsi,
      imo,
      t,
      lon,
      lat,
      speed,
      degreesOrNaN(cog),
      degreesOrNaN(heading),
      this.#statusOf(row),
      flags,
      source,
      row.line,
    );
    const fields = this.#statics.read(row, mmsi, imo);
    if (fields) sink.statics(mmsi, imo, t, fields, false, flags, source, row.line);
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

  #statusOf(row: CsvRow): number {
    if (this.#status < 0) return NO_STATUS;
    const status = row.number(this.#status);
    return Number.isInteger(status) && status >= 0 && status < NO_STATUS ? status : NO_STATUS;
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

function degreesOrNaN(degrees: number): number {
  return degrees >= 0 && degrees < 360 ? degrees : Number.NaN;
}
