import type { Instant } from '../../core/time/index.ts';

/** A stretch of time, `from` before `to`. */
export interface TimeSpan {
  readonly from: Instant;
  readonly to: Instant;
}

/** A stretch of time laid over a strip: `from` at x 0, `to` at x `widthPx`. */
export interface TimeScale extends TimeSpan {
  readonly widthPx: number;
}

/** Position of an instant, CSS pixels from the left edge; outside the strip where the instant is outside the span. */
export function xOf({ from, to, widthPx }: TimeScale, t: Instant): number {
  return ((t - from) / (to - from)) * widthPx;
}

/** Instant at a position, CSS pixels from the left edge. */
export function timeAt({ from, to, widthPx }: TimeScale, x: number): Instant {
  return from + (x / widthPx) * (to - from);
}

/** Milliseconds of the case in one CSS pixel. */
export function msPerPx({ from, to, widthPx }: TimeScale): number {
  return (to - from) / widthPx;
}
