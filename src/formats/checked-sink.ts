import type { Instant } from '../core/time/index.ts';
import { isFaultySpeed, type StaticFields } from '../core/track/index.ts';
import { BAD_IMO_NOTE, FAULTY_SPEED_NOTE, type Notes } from './notes.ts';
import type { ReaderContext } from './reader.ts';

const GREATEST_MMSI = 999_999_999;
/** What stands for "not available" in AIS, and so in files made from it. */
const NO_LON = 181;
const NO_LAT = 91;
const NO_SOG = 102.3;
const NO_STATUS = 15;

/**
 * Checks one report at a time as a file gives it and passes it on to the sink: first `identify`, then `report`,
 * `statics` or both. Sentinels of AIS become NaN on the way.
 */
export class CheckedSink {
  readonly #context: ReaderContext;
  readonly #notes: Notes;
  #mmsi = 0;
  #imo = 0;
  #isBadImo = false;

  constructor(context: ReaderContext, notes: Notes) {
    this.#context = context;
    this.#notes = notes;
  }

  /** The MMSI under which the report goes, 0 where only an IMO number is given. */
  get mmsi(): number {
    return this.#mmsi;
  }

  /** The IMO number under which the report goes, 0 where none or a wrong one is given. */
  get imo(): number {
    return this.#imo;
  }

  /**
   * Says whose the report is; returns why it is nobody's (`bad id`, `no id`), or null. `mmsi` is NaN where not
   * given; `imo` is as `parseImo` gives it. A wrong IMO number beside an MMSI counts as none and is noted.
   */
  identify(mmsi: number, imo: number): string | null {
    this.#mmsi = mmsi || 0;
    this.#isBadImo = Number.isNaN(imo);
    this.#imo = this.#isBadImo ? 0 : imo;
    if (!Number.isInteger(this.#mmsi) || this.#mmsi < 0 || this.#mmsi > GREATEST_MMSI) return 'bad id';
    if (this.#mmsi > 0 || this.#imo > 0) return null;
    return this.#isBadImo ? 'bad id' : 'no id';
  }

  /**
   * Passes on a report; returns why it can't be (`bad number`, `out of range`), or null. `lat`, `lon` (degrees),
   * `sog` (knots), `cog`, `heading` (degrees) and `status` are NaN where not given or as AIS writes that.
   */
  report(
    t: Instant,
    lat: number,
    lon: number,
    sog: number,
    cog: number,
    heading: number,
    status: number,
    flags: number,
    row: number,
  ): string | null {
    if (Number.isNaN(lat) !== Number.isNaN(lon)) return 'bad number';
    const isPlaced = lat !== NO_LAT && lon !== NO_LON;
    if (isPlaced && (Math.abs(lat) > 90 || Math.abs(lon) > 180)) return 'out of range';
    this.#noteImo();
    const { sink, source } = this.#context;
    sink.report(
      this.#mmsi,
      this.#imo,
      t,
      isPlaced ? lon : Number.NaN,
      isPlaced ? lat : Number.NaN,
      this.#speed(sog),
      degreesOrNaN(cog),
      degreesOrNaN(heading),
      Number.isInteger(status) && status >= 0 && status < NO_STATUS ? status : NO_STATUS,
      flags,
      source,
      row,
    );
    return null;
  }

  /** Passes on what the ship says of itself; `heard` as in `ReportSink`. */
  statics(t: Instant, fields: StaticFields, heard: boolean, flags: number, row: number): void {
    this.#noteImo();
    const { sink, source } = this.#context;
    sink.statics(this.#mmsi, this.#imo, t, fields, heard, flags, source, row);
  }

  #speed(sog: number): number {
    if (!(sog >= 0 && sog < NO_SOG)) return Number.NaN;
    if (!isFaultySpeed(sog)) return sog;
    this.#notes.add(FAULTY_SPEED_NOTE);
    return Number.NaN;
  }

  #noteImo(): void {
    if (this.#isBadImo) this.#notes.add(BAD_IMO_NOTE);
    this.#isBadImo = false;
  }
}

function degreesOrNaN(degrees: number): number {
  return degrees >= 0 && degrees < 360 ? degrees : Number.NaN;
}
