import type { Instant } from '../time/index.ts';
import type { StaticFields } from '../vessel/index.ts';

/** Bits of a report's `flags`. */
export const Flag = {
  /** Made from publications, not received. */
  reconstructed: 1,
  /** Made by a program, for tests or teaching. */
  synthetic: 2,
  /** Class B transponder (types 18, 19, 24). */
  classB: 4,
  /** Long-range report (type 27): position to 0.1 minute. */
  longRange: 8,
  /** Not a ship: aid to navigation, base station or aircraft (types 21, 4, 9). */
  notShip: 16,
} as const;

/**
 * Takes reports row by row, in any order, and keeps them as growing columns.
 * Numbers only and no objects per report, so that readers stay monomorphic and quick.
 */
export interface ReportSink {
  /**
   * One report. `mmsi` and `imo` are 0 where not given (one must be there); `t` in ms UTC;
   * `lon` and `lat` in degrees, `sog` in knots, `cog` and `heading` in degrees true, each NaN where not
   * available: a reader turns the format's sentinels (181, 91, 102.3, 360, 511) into NaN. `status` is the
   * navigational status, 15 where not given. A report without a position still counts as heard.
   */
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
  ): void;

  /**
   * Static or voyage data heard at `t`. Counts as heard when `heard` is true (an AIS message of its own),
   * not when the fields came along in a row that was given to `report`.
   */
  statics(
    mmsi: number,
    imo: number,
    t: Instant,
    fields: StaticFields,
    heard: boolean,
    flags: number,
    source: number,
    row: number,
  ): void;
}
