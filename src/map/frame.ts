import type { Box } from '../core/geo/index.ts';
import { normalizeLon } from '../core/geo/index.ts';
import { mercatorY } from './view.ts';

export type FrameEdge = 'top' | 'right' | 'bottom' | 'left';

/** A filled block of the graduated band, in pixels along its edge from the left or the top. */
export interface FrameBlock {
  readonly edge: FrameEdge;
  readonly startPx: number;
  readonly endPx: number;
}

/** A coordinate on the border; `px` runs along its edge from the left or the top. */
export interface FrameLabel {
  readonly edge: 'left' | 'bottom';
  readonly px: number;
  readonly text: string;
}

/** Graduation of a chart border. */
export interface FrameTicks {
  /** Length of a block and distance of labels and graticule lines, minutes of arc. */
  readonly blockMin: number;
  readonly labelMin: number;
  readonly blocks: readonly FrameBlock[];
  readonly labels: readonly FrameLabel[];
}

/** Steps of a graduation, minutes of arc, finest first. Blocks alternate, so a label step holds several. */
const STEPS: readonly (readonly [labelMin: number, blockMin: number])[] = [
  [0.1, 0.02],
  [0.2, 0.05],
  [0.5, 0.1],
  [1, 0.2],
  [2, 0.5],
  [5, 1],
  [10, 2],
  [30, 5],
  [60, 10],
  [120, 30],
  [300, 60],
  [600, 120],
  [1800, 300],
  [3600, 600],
];

/** Room that a coordinate label needs along the bottom edge. */
const LABEL_ROOM_PX = 80;

/** The finest step whose labels find room: minutes of arc between labels, and between blocks. */
export function frameStep(pxPerDeg: number): { readonly labelMin: number; readonly blockMin: number } {
  const fitting = STEPS.find(([labelMin]) => (labelMin / 60) * pxPerDeg >= LABEL_ROOM_PX) ?? STEPS.at(-1)!;
  return { labelMin: fitting[0], blockMin: fitting[1] };
}

/**
 * Blocks and labels of the border around `bounds` (which may pass 180 degrees), drawn `widthPx` by `heightPx`.
 * Blocks stand on fixed minutes of arc, not on the edge of the picture, so they stay with the chart while it moves.
 */
export function frameTicks(
  bounds: Box,
  size: { readonly widthPx: number; readonly heightPx: number },
): FrameTicks {
  const pxPerDeg = size.widthPx / (bounds.east - bounds.west);
  const { labelMin, blockMin } = frameStep(pxPerDeg);
  const top = mercatorY(bounds.north);
  const height = mercatorY(bounds.south) - top;
  const lonPx = (min: number): number => (min / 60 - bounds.west) * pxPerDeg;
  const latPx = (min: number): number => ((mercatorY(min / 60) - top) / height) * size.heightPx;

  const blocks: FrameBlock[] = [];
  for (const [startMin, endMin] of filledSpans(bounds.west * 60, bounds.east * 60, blockMin)) {
    const span = { startPx: lonPx(startMin), endPx: lonPx(endMin) };
    blocks.push({ edge: 'top', ...span }, { edge: 'bottom', ...span });
  }
  for (const [startMin, endMin] of filledSpans(bounds.south * 60, bounds.north * 60, blockMin)) {
    const span = { startPx: latPx(endMin), endPx: latPx(startMin) };
    blocks.push({ edge: 'left', ...span }, { edge: 'right', ...span });
  }
  const labels: FrameLabel[] = [
    ...multiples(bounds.west * 60, bounds.east * 60, labelMin).map(
      (min): FrameLabel => ({ edge: 'bottom', px: lonPx(min), text: lonText(min, labelMin) }),
    ),
    ...multiples(bounds.south * 60, bounds.north * 60, labelMin).map(
      (min): FrameLabel => ({ edge: 'left', px: latPx(min), text: latText(min, labelMin) }),
    ),
  ];
  return { blockMin, labelMin, blocks, labels };
}

/** Multiples of `stepMin` in a range, both ends included, without the drift of repeated addition. */
export function multiples(fromMin: number, toMin: number, stepMin: number): readonly number[] {
  const first = Math.ceil(fromMin / stepMin - 1e-9);
  const count = Math.max(0, Math.floor(toMin / stepMin + 1e-9) - first + 1);
  return Array.from({ length: count }, (_, i) => Math.round((first + i) * stepMin * 1000) / 1000);
}

/** Every other block of a range, cut off at its ends. */
function filledSpans(
  fromMin: number,
  toMin: number,
  blockMin: number,
): readonly (readonly [number, number])[] {
  const spans: [number, number][] = [];
  for (let i = Math.floor(fromMin / blockMin); i * blockMin < toMin; i++) {
    if (i % 2 !== 0) continue;
    spans.push([Math.max(fromMin, i * blockMin), Math.min(toMin, (i + 1) * blockMin)]);
  }
  return spans;
}

function lonText(min: number, stepMin: number): string {
  const lon = normalizeLon(min / 60);
  const letter = lon === 0 || lon === -180 ? '' : lon > 0 ? 'E' : 'W';
  return angleText(Math.abs(lon) * 60, stepMin) + letter;
}

function latText(min: number, stepMin: number): string {
  return angleText(Math.abs(min), stepMin) + (min === 0 ? '' : min > 0 ? 'N' : 'S');
}

/** `42°30′`, with tenths where the step asks for them and without minutes where it has whole degrees. */
function angleText(min: number, stepMin: number): string {
  const tenths = Math.round(min * 10);
  const degrees = Math.floor(tenths / 600);
  if (stepMin >= 60) return `${degrees}°`;
  const minutes = (tenths - degrees * 600) / 10;
  const text =
    stepMin < 1 ? minutes.toFixed(1).padStart(4, '0') : String(Math.round(minutes)).padStart(2, '0');
  return `${degrees}°${text}′`;
}
