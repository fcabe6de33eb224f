import type { Instant } from '../../core/time/index.ts';
import { firstAfter } from '../../core/track/index.ts';
import { msPerPx, type TimeScale, xOf } from './time-scale.ts';

/** Distance between two strokes, CSS pixels. */
export const STROKE_APART_PX = 4;

/** A stroke for the reports of a stretch of time. */
export interface ReportStroke {
  /** Middle of the stretch, CSS pixels from the left edge. */
  readonly x: number;
  /** Number of reports in it, at least one. */
  readonly reports: number;
}

/**
 * Reports in view, as a stroke for every stretch of `STROKE_APART_PX` that holds any. Stretches are counted from
 * 1970, so that panning moves the strokes and does not make new ones. A stretch holds its end, not its start.
 * The rows `start` to `end` of the ascending column `t` belong to the ship; each stretch costs one binary search,
 * empty ones none, so a million reports cost what a thousand do.
 */
export function reportStrokes(
  t: ArrayLike<Instant>,
  start: number,
  end: number,
  scale: TimeScale,
): ReportStroke[] {
  const stretchMs = STROKE_APART_PX * msPerPx(scale);
  const strokes: ReportStroke[] = [];
  let row = firstAfter(t, start, end, (Math.ceil(scale.from / stretchMs) - 1) * stretchMs);
  while (row < end) {
    const stretch = Math.ceil(t[row]! / stretchMs);
    if ((stretch - 1) * stretchMs > scale.to) break;
    const next = Math.max(row + 1, firstAfter(t, row, end, stretch * stretchMs));
    strokes.push({ x: xOf(scale, (stretch - 0.5) * stretchMs), reports: next - row });
    row = next;
  }
  return strokes;
}
