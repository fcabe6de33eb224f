import { distanceM, M_PER_NM } from '../geo/index.ts';
import { HOUR_MS, type Instant } from '../time/index.ts';
import type { Fix } from './fix.ts';

/** The room that a silence leaves for a stay at a place. */
export interface Room {
  /** Instant before which the ship can't have been there, and after which it can't have been there still. */
  readonly earliest: Instant;
  readonly latest: Instant;
  /** Longest stay, milliseconds: latest less earliest, negative where the place is out of reach. */
  readonly dwellMs: number;
  /** Length of the run by that place over the straight run between the two fixes; infinite where they are one. */
  readonly detour: number;
}

/**
 * Time-space prism of a silence at a place: what is left between two fixes after running there and back at
 * `speedKn` along great circles. A stay lies within the silence `from` to `to`, which may be
 * shorter than the time between the fixes where a report without a position came in between.
 */
export function roomFor(
  silence: { from: Instant; to: Instant; lastFix: Fix; nextFix: Fix },
  lon: number,
  lat: number,
  speedKn: number,
): Room {
  const { lastFix, nextFix } = silence;
  const nmIn = distanceM(lastFix.lon, lastFix.lat, lon, lat) / M_PER_NM;
  const nmOut = distanceM(lon, lat, nextFix.lon, nextFix.lat) / M_PER_NM;
  const nmStraight = distanceM(lastFix.lon, lastFix.lat, nextFix.lon, nextFix.lat) / M_PER_NM;
  const earliest = Math.max(silence.from, lastFix.t + (nmIn / speedKn) * HOUR_MS);
  const latest = Math.min(silence.to, nextFix.t - (nmOut / speedKn) * HOUR_MS);
  return { earliest, latest, dwellMs: latest - earliest, detour: (nmIn + nmOut) / nmStraight };
}
