import { HOUR_MS } from '../../core/time/index.ts';

/** A ship takes so long from rest to its passage speed, and from there to rest; less on a short leg. */
const RAMP_MS = 0.75 * HOUR_MS;
const RAMP_SHARE = 0.3;
/** How far the sea and the engine put a ship ahead of an even pace or behind it, nautical miles. */
const SWAY_NM = 0.2;
/** Step for the slope of the distance. */
const SLOPE_MS = 30_000;

export interface PaceOptions {
  readonly lengthNm: number;
  readonly durationMs: number;
  /** Starts from rest. */
  readonly slowStart: boolean;
  /** Ends at rest. */
  readonly slowEnd: boolean;
  /** Smooth, in [-1, 1], by milliseconds: hours of better and worse going. */
  readonly wave: (ms: number) => number;
}

/** How a leg is sailed in time. */
export interface Pace {
  /** Speed between the ramps, knots. */
  readonly passageKn: number;
  /** Distance sailed so many milliseconds after the start, from 0 to the length. */
  sailedNm(ms: number): number;
  speedKn(ms: number): number;
}

/** Spreads a leg's length over its time: a smooth rise from rest, an even passage with some sway, a smooth fall. */
export function paceLeg({ lengthNm, durationMs, slowStart, slowEnd, wave }: PaceOptions): Pace {
  const rampMs = Math.min(RAMP_MS, RAMP_SHARE * durationMs);
  const riseMs = slowStart ? rampMs : 0;
  const fallMs = slowEnd ? rampMs : 0;
  const passageKn = lengthNm / ((durationMs - (riseMs + fallMs) / 2) / HOUR_MS);
  const evenMs = (ms: number): number => {
    if (ms < riseMs) return rampedMs(ms, riseMs);
    const fallenMs = ms - (durationMs - fallMs);
    if (fallenMs <= 0) return ms - riseMs / 2;
    return durationMs - (riseMs + fallMs) / 2 - rampedMs(fallMs - fallenMs, fallMs);
  };
  const sailedNm = (ms: number): number => {
    const held = Math.min(durationMs, Math.max(0, ms));
    const share = Math.sin((Math.PI * held) / durationMs) ** 2;
    return (passageKn * evenMs(held)) / HOUR_MS + SWAY_NM * share * wave(held);
  };
  const speedKn = (ms: number): number => {
    const beforeMs = Math.max(0, ms - SLOPE_MS);
    const afterMs = Math.min(durationMs, ms + SLOPE_MS);
    return ((sailedNm(afterMs) - sailedNm(beforeMs)) / (afterMs - beforeMs)) * HOUR_MS;
  };
  return { passageKn, sailedNm, speedKn };
}

/** Time at full speed that is worth `ms` of a ramp: the integral of the smooth step 3u^2 - 2u^3. */
function rampedMs(ms: number, rampMs: number): number {
  if (rampMs === 0) return 0;
  const share = ms / rampMs;
  return rampMs * (share ** 3 - share ** 4 / 2);
}
