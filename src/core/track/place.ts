import { distanceM, interpolate, type LonLat } from '../geo/index.ts';
import type { Instant } from '../time/index.ts';

/** Index of the last value <= `time` in the ascending `t[start..end)`; `start - 1` if there is none. */
export function lastAtOrBefore(t: ArrayLike<number>, start: number, end: number, time: Instant): number {
  let low = start;
  let high = end;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (t[middle]! <= time) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Index of the first value > `time` in the ascending `t[start..end)`; `end` if there is none. */
export function firstAfter(t: ArrayLike<number>, start: number, end: number, time: Instant): number {
  return lastAtOrBefore(t, start, end, time) + 1;
}

/**
 * Point between two fixes at `time`, along the great circle at even speed. Outside the two it is the nearer
 * fix. Only for fixes of one segment with no silence between them: a silent ship is not moved.
 */
export function headAt(
  from: { t: Instant; lon: number; lat: number },
  to: { t: Instant; lon: number; lat: number },
  time: Instant,
): LonLat {
  if (time <= from.t || distanceM(from.lon, from.lat, to.lon, to.lat) === 0) return [from.lon, from.lat];
  if (time >= to.t) return [to.lon, to.lat];
  return interpolate(from.lon, from.lat, to.lon, to.lat, (time - from.t) / (to.t - from.t));
}
