import { FIGURE_FONT, measureIn, STRONG_FIGURE_FONT } from './canvas.ts';
import type { LaneColours } from './lane-colours.ts';
import type { Tick } from './ticks.ts';
import type { Size } from './use-size.ts';

/** The clock on the axis; `x` is where it stands, CSS pixels. */
export interface AxisClock {
  readonly x: number;
  readonly label: string;
}

const MAJOR_PX = 5;
const MINOR_PX = 3;
const LABEL_PAD_PX = 6;

/** Paints the axis. Labels that the clock's own would touch give way to it. */
export function paintAxis(
  context: CanvasRenderingContext2D,
  colours: LaneColours,
  size: Size,
  ticks: readonly Tick[],
  clock: AxisClock | null,
): void {
  context.fillStyle = colours.deep;
  context.fillRect(0, 0, size.widthPx, size.heightPx);
  context.fillStyle = colours.edge;
  for (const { x, label } of ticks) context.fillRect(x - 0.5, 0, 1, label === null ? MINOR_PX : MAJOR_PX);
  const baseline = size.heightPx - 4;
  const taken = clock ? paintClock(context, colours, size, clock, baseline) : null;
  context.textBaseline = 'alphabetic';
  context.fillStyle = colours.text2;
  const measure = measureIn(context, FIGURE_FONT);
  for (const { x, label } of ticks) {
    if (label === null) continue;
    const half = measure(label) / 2;
    if (x - half < 0 || x + half > size.widthPx) continue;
    if (taken && x + half > taken.x0 - LABEL_PAD_PX && x - half < taken.x1 + LABEL_PAD_PX) continue;
    context.fillText(label, x - half, baseline);
  }
}

function paintClock(
  context: CanvasRenderingContext2D,
  colours: LaneColours,
  { widthPx }: Size,
  { x, label }: AxisClock,
  baseline: number,
): { x0: number; x1: number } {
  const labelPx = measureIn(context, STRONG_FIGURE_FONT)(label);
  const x0 = Math.min(Math.max(0, x - labelPx / 2), widthPx - labelPx);
  context.textBaseline = 'alphabetic';
  context.fillStyle = colours.accent;
  context.fillText(label, x0, baseline);
  return { x0, x1: x0 + labelPx };
}
