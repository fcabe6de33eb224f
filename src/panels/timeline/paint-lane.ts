import { CODE_FONT, STRONG_FIGURE_FONT } from './canvas.ts';
import type { ReportStroke } from './density.ts';
import { type LaneColours, shipColour } from './lane-colours.ts';
import { BRACKET_WIDTH_PX, type LaneLayout, type LaneMetrics, type PlacedBlock } from './lane-layout.ts';
import type { Certainty } from './lanes.ts';
import type { TimeSpan } from './time-scale.ts';

/** What a lane is painted from. `top` is the lane's upper edge on the canvas, CSS pixels. */
export interface LanePicture {
  readonly top: number;
  readonly widthPx: number;
  readonly metrics: LaneMetrics;
  readonly layout: LaneLayout;
  readonly strokes: readonly ReportStroke[];
  readonly hue: number | null;
  /** Events that are chosen. */
  readonly chosen: ReadonlySet<string>;
  /** Where the hatch lines stand, CSS pixels: it moves with time, so that panning does not make them crawl. */
  readonly hatchX: number;
}

/** Distance of hatch lines along x, for lines 5 px apart at 45 degrees. */
const HATCH_STEP_PX = 5 * Math.SQRT2;
const HATCH_ALPHA = 0.24;
const STROKE_ALPHA = 0.8;
const STROKE_HEIGHT_PX = { least: 3, greatest: 6 };
const BRACKET_HEIGHT_PX = 6;
const CHOSEN_OUTSET_PX = 2.5;

/** Where hatch lines stand for a span that begins at `from`: the same instant always has the same line. */
export function hatchPhase({ from, to }: TimeSpan, widthPx: number): number {
  return -((from / ((to - from) / widthPx)) % HATCH_STEP_PX);
}

/** Paints one lane from the back: hatch, strokes of reports, blocks, brackets, the mark of the chosen. */
export function paintLane(
  context: CanvasRenderingContext2D,
  colours: LaneColours,
  picture: LanePicture,
): void {
  paintHatch(context, colours, picture);
  if (picture.metrics.evidenceTop !== null) paintStrokes(context, colours, picture);
  for (const block of picture.layout.blocks) paintBlock(context, colours, picture, block);
  if (picture.metrics.evidenceTop !== null) paintBrackets(context, colours, picture);
  paintChosen(context, colours, picture);
}

function paintHatch(context: CanvasRenderingContext2D, { pencil }: LaneColours, picture: LanePicture): void {
  const { layout, metrics, widthPx, hatchX } = picture;
  if (layout.silences.length === 0) return;
  const top = picture.top + metrics.blockTop;
  const height = metrics.blockHeight;
  context.save();
  context.beginPath();
  for (const { x0, x1 } of layout.silences) {
    const left = Math.max(0, x0);
    context.rect(left, top, Math.max(0, Math.min(widthPx, x1) - left), height);
  }
  context.clip();
  context.beginPath();
  for (let x = hatchX - height - HATCH_STEP_PX; x < widthPx; x += HATCH_STEP_PX) {
    context.moveTo(x, top);
    context.lineTo(x + height, top + height);
  }
  context.strokeStyle = pencil;
  context.globalAlpha = HATCH_ALPHA;
  context.lineWidth = 0.75;
  context.stroke();
  context.restore();
}

/** Heights follow the root of the number of reports, against the fullest stretch in view. */
function paintStrokes(context: CanvasRenderingContext2D, colours: LaneColours, picture: LanePicture): void {
  const { strokes, layout, metrics, top, hue } = picture;
  const most = strokes.reduce((greatest, { reports }) => Math.max(greatest, reports), 1);
  const bottom = top + metrics.laneHeight - 1;
  const { least, greatest } = STROKE_HEIGHT_PX;
  context.fillStyle = shipColour(colours, hue);
  context.globalAlpha = STROKE_ALPHA;
  for (const { x, reports } of strokes) {
    if (layout.brackets.some(bracket => isAtCorner(bracket, x))) continue;
    const height = least + (greatest - least) * Math.sqrt(reports / most);
    context.fillRect(x - 0.75, bottom - height, 1.5, height);
  }
  context.globalAlpha = 1;
}

/** True where a stroke would run into the corners of a bracket, or stand within a small one. */
function isAtCorner({ x0, x1 }: { readonly x0: number; readonly x1: number }, x: number): boolean {
  if (x < x0 - 2 || x > x1 + 2) return false;
  return x1 - x0 <= 2 * BRACKET_WIDTH_PX || x < x0 + 3 || x > x1 - 3;
}

/** A part of the canvas, CSS pixels. */
interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function paintBlock(
  context: CanvasRenderingContext2D,
  colours: LaneColours,
  { top, widthPx, metrics, hue }: LanePicture,
  block: PlacedBlock,
): void {
  const x = Math.max(block.x0, -8);
  const width = Math.min(block.x1, widthPx + 8) - x;
  const box = { x, y: top + metrics.blockTop, width, height: metrics.blockHeight };
  if (block.inferred) {
    paintPencil(context, colours, box, block.event.kind === 'dark call' ? block.event.certainty : 'placed');
  } else {
    context.fillStyle = shipColour(colours, hue);
    context.fillRect(box.x, box.y, box.width, box.height);
  }
  paintCode(context, colours, block, box);
}

/**
 * The outline of what is worked out: dashed where it has no sure place in time. A call that is merely possible lets
 * the hatch of its silence through, which is the better part of what is known.
 */
function paintPencil(
  context: CanvasRenderingContext2D,
  { deep, text }: LaneColours,
  box: Box,
  certainty: Certainty,
): void {
  context.fillStyle = deep;
  if (certainty !== 'possible') context.fillRect(box.x, box.y, box.width, box.height);
  context.strokeStyle = text;
  context.lineWidth = 1;
  context.setLineDash(certainty === 'placed' ? [] : [3, 2]);
  context.strokeRect(box.x + 0.5, box.y + 0.5, Math.max(1, box.width - 1), box.height - 1);
  context.setLineDash([]);
}

function paintCode(
  context: CanvasRenderingContext2D,
  colours: LaneColours,
  { label, inferred }: PlacedBlock,
  { y, height }: Box,
): void {
  if (!label) return;
  const onInk = label.inside && !inferred;
  if (!onInk) {
    context.fillStyle = colours.deep;
    context.fillRect(label.x - 3, y + 1, label.widthPx + 6, height - 2);
  }
  context.font = label.inside && inferred ? STRONG_FIGURE_FONT : CODE_FONT;
  context.textBaseline = 'middle';
  context.fillStyle = onInk ? colours.onShip : colours.text;
  context.fillText(label.text, label.x, y + height / 2 + 0.5);
}

/** Four corners around the days seen. */
function paintBrackets(context: CanvasRenderingContext2D, { text }: LaneColours, picture: LanePicture): void {
  const top = picture.top + picture.metrics.evidenceTop! + 0.5;
  const bottom = top + BRACKET_HEIGHT_PX - 1;
  context.beginPath();
  for (const { x0, x1 } of picture.layout.brackets) {
    context.moveTo(x0 + 2, top);
    context.lineTo(x0 + 0.5, top);
    context.lineTo(x0 + 0.5, bottom);
    context.lineTo(x0 + 2, bottom);
    context.moveTo(x1 - 2, top);
    context.lineTo(x1 - 0.5, top);
    context.lineTo(x1 - 0.5, bottom);
    context.lineTo(x1 - 2, bottom);
  }
  context.strokeStyle = text;
  context.lineWidth = 1;
  context.stroke();
}

/** The blocks of the chosen finding in an accent outline; its silence where it has no block. */
function paintChosen(context: CanvasRenderingContext2D, { accent }: LaneColours, picture: LanePicture): void {
  const { layout, chosen, metrics } = picture;
  const blocks = layout.blocks.filter(({ event }) => chosen.has(event.id));
  const marked = blocks.length > 0 ? blocks : layout.silences.filter(({ event }) => chosen.has(event.id));
  const top = picture.top + metrics.blockTop - CHOSEN_OUTSET_PX;
  context.strokeStyle = accent;
  context.lineWidth = 1.5;
  for (const { x0, x1 } of marked) {
    const width = x1 - x0 + 2 * CHOSEN_OUTSET_PX;
    context.strokeRect(x0 - CHOSEN_OUTSET_PX, top, width, metrics.blockHeight + 2 * CHOSEN_OUTSET_PX);
  }
}
