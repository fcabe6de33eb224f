import type { Ink, TextRun } from './ink.ts';
import type { LabelRequest, LabelSide, PlacedLabel } from './labels.ts';
import type { PictureBox, PicturePoint } from './view.ts';

const LINE_PX = 15;

/** Words of one label: lines of runs, and where they may stand. */
export interface LabelBlock {
  readonly lines: readonly (readonly TextRun[])[];
  readonly anchor: PicturePoint;
  readonly gapPx: number;
  readonly sides: readonly LabelSide[];
  readonly always: boolean;
  readonly costOf?: (box: PictureBox) => number;
}

/** The room that a block asks for. */
export function requestFor(block: LabelBlock, ink: Ink): LabelRequest {
  const { lines, ...wishes } = block;
  const width = Math.max(...lines.map(runs => lineWidth(runs, ink)));
  return { ...wishes, width, height: lines.length * LINE_PX };
}

/** Writes a block into its place: towards its point, or centred over or under it. */
export function drawBlock(block: LabelBlock, { box, side }: PlacedLabel, ink: Ink, halo: string): void {
  for (const [i, runs] of block.lines.entries()) {
    const slackPx = box.width - lineWidth(runs, ink);
    let x = box.x + slackPx * alignment(side);
    const y = box.y + LINE_PX * (i + 0.5);
    for (const run of runs) {
      ink.text(run, x, y, halo);
      x += ink.widthOf(run.text, run.style);
    }
  }
}

function alignment(side: LabelSide): number {
  if (side.endsWith('right')) return 0;
  return side.endsWith('left') ? 1 : 0.5;
}

function lineWidth(runs: readonly TextRun[], ink: Ink): number {
  return runs.reduce((sum, { text, style }) => sum + ink.widthOf(text, style), 0);
}
