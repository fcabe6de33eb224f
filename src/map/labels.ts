import type { PictureBox, PicturePoint } from './view.ts';

/** Where a label may stand to its point: `right` starts right of it, `above` is centred over it, and so on. */
export type LabelSide =
  | 'right'
  | 'left'
  | 'above'
  | 'below'
  | 'above-right'
  | 'below-right'
  | 'above-left'
  | 'below-left'
  | 'centre';

/** Text that wants a place. Sizes in CSS pixels. */
export interface LabelRequest {
  readonly anchor: PicturePoint;
  readonly width: number;
  readonly height: number;
  /** Distance from the anchor to the text. */
  readonly gapPx: number;
  /** Sides to try, best first. */
  readonly sides: readonly LabelSide[];
  /** Where no side is free: true takes the one that covers least, false goes without. */
  readonly always: boolean;
  /** How little a place suits; of the free sides the one with the least is taken, the earlier at a tie. */
  readonly costOf?: (box: PictureBox) => number;
}

/** A placed label: the box of its text, and the side it took. */
export interface PlacedLabel {
  readonly box: PictureBox;
  readonly side: LabelSide;
}

/** Sides for the name of a point, in the order a chart prefers them. */
export const POINT_SIDES: readonly LabelSide[] = [
  'right',
  'left',
  'above-right',
  'below-right',
  'above-left',
  'below-left',
  'above',
  'below',
];

/**
 * Places labels one after the other, so the first are the most important: each takes its best side that meets
 * no earlier label, no obstacle and no edge. Gives null for a label that finds none and need not be there.
 */
export function placeLabels(
  requests: readonly LabelRequest[],
  obstacles: readonly PictureBox[],
  picture: PictureBox,
): readonly (PlacedLabel | null)[] {
  const taken = [...obstacles];
  return requests.map(request => {
    const placed = placeOne(request, taken, picture);
    if (placed) taken.push(placed.box);
    return placed;
  });
}

function placeOne(
  request: LabelRequest,
  taken: readonly PictureBox[],
  picture: PictureBox,
): PlacedLabel | null {
  let best: PlacedLabel | null = null;
  let bestCost = Infinity;
  for (const side of request.sides) {
    const box = labelBox(request, side);
    if (!contains(picture, box) || taken.some(other => overlaps(box, other))) continue;
    const cost = request.costOf?.(box) ?? 0;
    if (cost >= bestCost) continue;
    best = { box, side };
    bestCost = cost;
  }
  return best ?? (request.always ? leastBad(request, taken, picture) : null);
}

/** The side that covers the least, moved into the picture. */
function leastBad(
  request: LabelRequest,
  taken: readonly PictureBox[],
  picture: PictureBox,
): PlacedLabel | null {
  let best: PlacedLabel | null = null;
  let bestCover = Infinity;
  for (const side of request.sides) {
    const box = movedInside(labelBox(request, side), picture);
    const cover = taken.reduce((sum, other) => sum + sharedArea(box, other), 0);
    if (cover >= bestCover) continue;
    best = { box, side };
    bestCover = cover;
  }
  return best;
}

function movedInside(box: PictureBox, picture: PictureBox): PictureBox {
  const x = Math.max(picture.x, Math.min(box.x, picture.x + picture.width - box.width));
  const y = Math.max(picture.y, Math.min(box.y, picture.y + picture.height - box.height));
  return { ...box, x, y };
}

function sharedArea(a: PictureBox, b: PictureBox): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return Math.max(0, width) * Math.max(0, height);
}

function labelBox({ anchor, width, height, gapPx }: LabelRequest, side: LabelSide): PictureBox {
  const diagonalPx = gapPx * 0.7;
  const isSlanted = side.includes('-');
  const offsetX = side.endsWith('right')
    ? isSlanted
      ? diagonalPx
      : gapPx
    : side.endsWith('left')
      ? -width - (isSlanted ? diagonalPx : gapPx)
      : -width / 2;
  const offsetY = side.startsWith('above')
    ? -height - (isSlanted ? diagonalPx * 0.4 : gapPx)
    : side.startsWith('below')
      ? isSlanted
        ? diagonalPx * 0.4
        : gapPx
      : -height / 2;
  return { x: anchor.x + offsetX, y: anchor.y + offsetY, width, height };
}

/** True if two boxes share more than an edge. */
export function overlaps(a: PictureBox, b: PictureBox): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

function contains(outer: PictureBox, inner: PictureBox): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  );
}
