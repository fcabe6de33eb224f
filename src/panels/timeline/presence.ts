import type { Instant } from '../../core/time/index.ts';
import { firstAfter } from '../../core/track/index.ts';
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

/**
 * Number of ships heard in each pixel column, for ships given by their first row and one past the last. One pass
 * over each ship's columns, not over its reports.
 */
export function shipsPerColumn(
  t: ArrayLike<Instant>,
  ships: readonly (readonly [start: number, end: number])[],
  scale: TimeScale,
): Uint32Array {
  const counts = new Uint32Array(Math.max(1, Math.ceil(scale.widthPx)));
  for (const [start, end] of ships) {
    for (const { x0, x1 } of presenceRuns(t, start, end, scale)) {
      for (let column = Math.max(0, x0); column < Math.min(counts.length, x1); column++) counts[column]!++;
    }
  }
  return counts;
}
