import type { Instant } from '../../core/time/index.ts';
import { firstAfter, type HeardByTime } from '../../core/track/index.ts';
import { type TimeScale, timeAt, xOf } from './time-scale.ts';

/** A stretch in which a ship is heard, CSS pixels from the left edge. */
export interface PresenceRun {
  readonly x0: number;
  readonly x1: number;
}

/** Runs of pixel columns that hold a report of the rows `start` to `end` of the ascending column `t`. */
export function presenceRuns(
  t: ArrayLike<Instant>,
  start: number,
  end: number,
  scale: TimeScale,
): PresenceRun[] {
  const runs: { x0: number; x1: number }[] = [];
  let row = start;
  while (row < end) {
    const column = Math.floor(xOf(scale, t[row]!));
    const last = runs.at(-1);
    if (last && column <= last.x1) last.x1 = column + 1;
    else runs.push({ x0: column, x1: column + 1 });
    row = Math.max(row + 1, firstAfter(t, row, end, timeAt(scale, column + 1)));
  }
  return runs;
}

/** Number of ships heard in each pixel column: of the stretches that it covers the one with the most counts. */
export function shipsPerColumn({ from, to, ships }: HeardByTime, scale: TimeScale): Uint32Array {
  const counts = new Uint32Array(Math.max(1, Math.ceil(scale.widthPx)));
  const stretchMs = (to - from) / ships.length;
  ships.forEach((count, stretch) => {
    const x0 = Math.floor(xOf(scale, from + stretch * stretchMs));
    const x1 = Math.max(x0 + 1, Math.ceil(xOf(scale, from + (stretch + 1) * stretchMs)));
    for (let x = Math.max(0, x0); x < Math.min(counts.length, x1); x++)
      counts[x] = Math.max(counts[x]!, count);
  });
  return counts;
}
