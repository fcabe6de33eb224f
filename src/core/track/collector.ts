import { normalizeLon } from '../geo/index.ts';
import type { Instant } from '../time/index.ts';
import type { StaticFields } from '../vessel/index.ts';
import { assembleFleet, type Fleet } from './fleet.ts';
import { NumberTable, transmitterKey } from './number-table.ts';
import { ReportRows } from './report-rows.ts';
import { Flag, type ReportSink } from './sink.ts';
import { isSameStatics, NO_STATICS, StaticsTable } from './statics-table.ts';

const MAX_SOURCE = 2 ** 16 - 1;
const MAX_ROW = 2 ** 32 - 1;

/** The static data that a transmitter gave last, as they came and by number. */
interface LastStatics {
  fields: StaticFields;
  number: number;
}

/** What a file of positions holds. */
export interface Heard {
  /** Transmitters that are ships. */
  readonly ships: number;
  /** First and last instant; NaN where there is none. */
  readonly from: Instant;
  readonly to: Instant;
}

export const NOTHING_HEARD: Heard = { ships: 0, from: Number.NaN, to: Number.NaN };

/**
 * Collects reports of any files in any order; `finish` sorts them into a fleet. The fleet depends on the set
 * of reports alone, not on their order.
 */
export class Collector implements ReportSink {
  readonly #rows = new ReportRows();
  readonly #statics = new StaticsTable();
  /** Transmitters are numbered as they come. */
  readonly #numbers = new NumberTable();
  readonly #mmsi: number[] = [];
  readonly #lastStatics: LastStatics[] = [];

  /** Rows collected so far. */
  get length(): number {
    return this.#rows.length;
  }

  report(
    mmsi: number,
    imo: number,
    t: Instant,
    lon: number,
    lat: number,
    sog: number,
    cog: number,
    heading: number,
    status: number,
    flags: number,
    source: number,
    row: number,
  ): void {
    if (!Number.isFinite(t)) throw new RangeError(`a report needs a time, got ${t} in row ${row}`);
    if (!(source <= MAX_SOURCE && row <= MAX_ROW))
      throw new RangeError(`no room for row ${row} of input ${source}`);
    const number = this.#rows.add();
    const block = this.#rows.block(number);
    const at = this.#rows.place(number);
    block.who[at] = this.#transmitter(mmsi, imo);
    block.imo[at] = imo;
    block.t[at] = t;
    block.lon[at] = normalizeLon(lon);
    block.lat[at] = lat;
    block.sog[at] = sog;
    block.cog[at] = cog;
    block.heading[at] = heading;
    block.row[at] = row;
    block.statics[at] = NO_STATICS;
    block.source[at] = source;
    block.status[at] = status;
    block.flags[at] = flags;
  }

  statics(
    mmsi: number,
    imo: number,
    t: Instant,
    fields: StaticFields,
    heard: boolean,
    flags: number,
    source: number,
    row: number,
  ): void {
    const none = Number.NaN;
    if (heard) this.report(mmsi, imo, t, none, none, none, none, none, 15, flags, source, row);
    const last = this.length - 1;
    const block = this.#rows.block(last);
    const at = this.#rows.place(last);
    if (last < 0 || block.row[at] !== row || block.source[at] !== source) {
      throw new RangeError(`static data of row ${row} came without its report`);
    }
    if (imo > 0) block.imo[at] = imo;
    block.statics[at] = this.#numberOf(fields, this.#lastStatics[block.who[at]!]!);
  }

  /** Takes back every row after the first `length`: what a file gave that was cancelled or failed half way. */
  truncate(length: number): void {
    this.#rows.truncate(length);
  }

  /** Takes out every row of an input. */
  remove(source: number): void {
    this.#rows.remove(source);
  }

  /** True if a row from `first` on has one of the flags. */
  anyFlag(first: number, flags: number): boolean {
    let isFound = false;
    this.#rows.eachBlock(first, (block, from, to) => {
      isFound ||= block.flags.subarray(from, to).some(value => (value & flags) !== 0);
    });
    return isFound;
  }

  /** What the rows from `first` on hold. */
  summary(first: number): Heard {
    const isShip = new Uint8Array(this.#mmsi.length);
    let earliest = Number.POSITIVE_INFINITY;
    let latest = Number.NEGATIVE_INFINITY;
    this.#rows.eachBlock(first, (block, from, to) => {
      for (let i = from; i < to; i++) {
        earliest = Math.min(earliest, block.t[i]!);
        latest = Math.max(latest, block.t[i]!);
        if ((block.flags[i]! & Flag.notShip) === 0) isShip[block.who[i]!] = 1;
      }
    });
    if (this.length <= first) return NOTHING_HEARD;
    return { ships: isShip.reduce((sum, one) => sum + one, 0), from: earliest, to: latest };
  }

  /** Sorts what was collected so far into a fleet. More may be collected or taken out afterwards. */
  finish(): Fleet {
    return assembleFleet(this.#rows, this.#mmsi, this.#statics);
  }

  #transmitter(mmsi: number, imo: number): number {
    const number = this.#numbers.numberOf(transmitterKey(mmsi, imo));
    if (number === this.#mmsi.length) {
      this.#mmsi.push(mmsi);
      this.#lastStatics.push({ fields: {}, number: NO_STATICS });
    }
    return number;
  }

  #numberOf(fields: StaticFields, last: LastStatics): number {
    if (!isSameStatics(last.fields, fields)) last.number = this.#statics.numberOf(fields);
    last.fields = fields;
    return last.number;
  }
}
