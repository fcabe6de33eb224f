import type { Instant } from '../core/time/index.ts';
import { Flag } from '../core/track/index.ts';
import { isValidImo, parseImo } from '../core/vessel/index.ts';
import { CheckedSink } from './checked-sink.ts';
import { parseCoordinate } from './coordinate-field.ts';
import { shortestDouble } from './decimal-text.ts';
import { longRangeFlag } from './long-range.ts';
import { madeUpFlag } from './made-up.ts';
import type { Notes } from './notes.ts';
import type { ParquetBatches } from './parquet-batches.ts';
import { batchOf, type Meaning, ParquetColumn } from './parquet-column.ts';
import type { ParquetField, ParquetFields } from './parquet-fields.ts';
import { pointAxis } from './parquet-geometry.ts';
import type { ParquetLeaf } from './parquet-schema.ts';
import { ParquetStatics, TextNumbers } from './parquet-statics.ts';
import { ParquetTime } from './parquet-time.ts';
import { NO_NUMBER } from './parquet-values.ts';
import type { PositionColumn } from './position-columns.ts';
import type { ReaderContext, Understanding } from './reader.ts';

const STATIC_TEXTS: readonly PositionColumn[] = ['name', 'callSign', 'destination', 'flag'];
const STATIC_NUMBERS: readonly PositionColumn[] = ['shipType', 'length', 'beam', 'draught'];

/** A column that is read: where its numbers go, and how they are made out. */
interface Plan {
  readonly leaf: ParquetLeaf;
  readonly target: Float64Array;
  readonly none: number;
  readonly meaning: Meaning;
}

/** Passes on the rows of a file of positions, batch by batch. `readParquet` says how. */
export class ParquetPositions {
  readonly #fields: ParquetFields;
  readonly #context: ReaderContext;
  readonly #sink: CheckedSink;
  readonly #time: ParquetTime;
  readonly #statics: ParquetStatics;
  readonly #plans: Plan[] = [];
  readonly #texts = new TextNumbers();
  #columns: readonly ParquetColumn[] = [];

  readonly #mmsi: Float64Array;
  readonly #imo: Float64Array;
  readonly #t: Float64Array;
  readonly #lat: Float64Array;
  readonly #lon: Float64Array;
  readonly #sog: Float64Array;
  readonly #cog: Float64Array;
  readonly #heading: Float64Array;
  readonly #status: Float64Array;
  readonly #transceiver: Float64Array;
  readonly #source: Float64Array;
  readonly #longRange: Float64Array;
  readonly #isNamed: boolean;

  constructor(fields: ParquetFields, context: ReaderContext, notes: Notes) {
    this.#fields = fields;
    this.#context = context;
    this.#sink = new CheckedSink(context, notes);
    this.#time = new ParquetTime(context);
    const { columns } = fields;
    this.#isNamed = columns.has('mmsi') || columns.has('imo');
    this.#mmsi = this.#planNumber('mmsi');
    this.#imo = this.#plan('imo', 0, imoAt);
    const time = columns.has('time') ? 'time' : 'date';
    this.#t = this.#plan(time, Number.NaN, (values, place, row) => this.#time.read(values, place, row));
    this.#lat = this.#planCoordinate('lat');
    this.#lon = this.#planCoordinate('lon');
    this.#sog = this.#planNumber('sog');
    this.#cog = this.#planNumber('cog');
    this.#heading = this.#planNumber('heading');
    this.#status = this.#planNumber('status');
    this.#transceiver = this.#planFlags('transceiver', text => (text === 'B' ? Flag.classB : 0));
    this.#source = this.#planFlags('source', madeUpFlag);
    this.#longRange = this.#planFlags('longRange', longRangeFlag);
    const isThere = (column: PositionColumn) => columns.has(column);
    const texts = STATIC_TEXTS.filter(isThere).map(column => [column, this.#planText(column)] as const);
    const numbers = STATIC_NUMBERS.filter(isThere).map(column => [column, this.#planSize(column)] as const);
    this.#statics = new ParquetStatics(new Map([...texts, ...numbers]), this.#texts);
  }

  get understanding(): Understanding {
    return { columns: [...this.#fields.columns.names], timeNote: this.#time.note };
  }

  /** The leaves of the schema that are read. */
  get leaves(): readonly ParquetLeaf[] {
    return [...new Set(this.#plans.map(({ leaf }) => leaf))];
  }

  /** Reads from this row group from now on. */
  open(batches: ParquetBatches): void {
    this.#columns = this.#plans.map(
      ({ leaf, target, none, meaning }) => new ParquetColumn(batches.cursorOf(leaf), target, none, meaning),
    );
  }

  /**
   * Passes on the rows just taken, of which the first is row `firstRow` (1-based). `onAside` hears of each that is set
   * aside; all others are counted as accepted.
   */
  read(rows: number, firstRow: number, onAside: (reason: string, row: number) => void): void {
    for (const column of this.#columns) column.fill(rows, firstRow);
    let aside = 0;
    for (let slot = 0; slot < rows; slot++) {
      const reason = this.#pass(slot, firstRow + slot);
      if (reason === null) continue;
      aside++;
      onAside(reason, firstRow + slot);
    }
    this.#context.tally.accept(rows - aside);
  }

  #pass(slot: number, row: number): string | null {
    const nobody = this.#identify(slot);
    if (nobody !== null) return nobody;
    const t = this.#t[slot]!;
    if (Number.isNaN(t)) return 'no time';
    return t === NO_NUMBER ? 'bad time' : this.#report(slot, t, row);
  }

  #identify(slot: number): string | null {
    const { ship } = this.#context;
    if (ship && !this.#isNamed) return this.#sink.identify(ship.mmsi, ship.imo);
    return this.#sink.identify(this.#mmsi[slot]!, this.#imo[slot]!);
  }

  #report(slot: number, t: Instant, row: number): string | null {
    const lat = this.#lat[slot]!;
    const lon = this.#lon[slot]!;
    const sog = this.#sog[slot]!;
    const cog = this.#cog[slot]!;
    const heading = this.#heading[slot]!;
    if (isBad(lat) || isBad(lon) || isBad(sog) || isBad(cog) || isBad(heading)) return 'bad number';
    const flags =
      this.#context.flags | this.#transceiver[slot]! | this.#source[slot]! | this.#longRange[slot]!;
    const reason = this.#sink.report(t, lat, lon, sog, cog, heading, this.#status[slot]!, flags, row);
    if (reason !== null) return reason;
    const fields = this.#statics.read(slot, this.#sink.mmsi, this.#sink.imo);
    if (fields) this.#sink.statics(t, fields, false, flags, row);
    return null;
  }

  #planNumber(column: PositionColumn): Float64Array {
    return this.#plan(column, Number.NaN, (values, place) => values.numberAt(place));
  }

  #planCoordinate(axis: 'lat' | 'lon'): Float64Array {
    if (this.#fieldOf(axis)?.axis) {
      return this.#plan(axis, Number.NaN, (values, place) => pointAxis(values, place, axis));
    }
    return this.#plan(axis, Number.NaN, (values, place) => {
      const degrees = values.numberAt(place);
      if (degrees !== NO_NUMBER) return degrees;
      const written = parseCoordinate(values.textAt(place), axis);
      return Number.isNaN(written) ? NO_NUMBER : written;
    });
  }

  #planFlags(column: PositionColumn, flagsOf: (text: string) => number): Float64Array {
    return this.#plan(column, 0, (values, place) => flagsOf(values.textAt(place)));
  }

  #planText(column: PositionColumn): Float64Array {
    return this.#plan(column, 0, (values, place) => this.#texts.numberOf(values.textAt(place).trim()));
  }

  /** A length as it was written before it became a single-precision number: 5.3, not 5.300000190734863. */
  #planSize(column: PositionColumn): Float64Array {
    return this.#plan(column, 0, (values, place) => {
      const size = values.numberAt(place);
      if (!(size > 0 && size < NO_NUMBER)) return 0;
      return Math.fround(size) === size ? shortestDouble(size) : size;
    });
  }

  /** Where the numbers of a column will be; all are `none` where the file has no such column. */
  #plan(column: PositionColumn, none: number, meaning: Meaning): Float64Array {
    const target = batchOf(none);
    const leaf = this.#fieldOf(column)?.leaf;
    if (leaf) this.#plans.push({ leaf, target, none, meaning });
    return target;
  }

  #fieldOf(column: PositionColumn): ParquetField | undefined {
    return this.#fields.fields[this.#fields.columns.indexOf(column)];
  }
}

/** As `parseImo`, of a number or a text. */
const imoAt: Meaning = (values, place) => {
  const imo = values.numberAt(place);
  if (Number.isNaN(imo)) return 0;
  return isValidImo(imo) ? imo : parseImo(values.textAt(place));
};

function isBad(value: number): boolean {
  return value === Number.POSITIVE_INFINITY || value === Number.NEGATIVE_INFINITY;
}
