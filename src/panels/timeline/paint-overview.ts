import { FIGURE_FONT } from './canvas.ts';
import { type LaneColours, shipColour } from './lane-colours.ts';
import type { ListingDay, Overview } from './overview.ts';
import type { Size } from './use-size.ts';

const TOP_PX = 4;
const BOTTOM_PX = 4;
const LINE_PX = 2;

/** Paints the whole case in one strip, with the days of listings. */
export function paintOverview(
  context: CanvasRenderingContext2D,
  colours: LaneColours,
  size: Size,
  overview: Overview,
  days: readonly ListingDay[],
): void {
  const rows = overview.rows.length + (overview.ships ? 1 : 0);
  const apartPx = (size.heightPx - TOP_PX - BOTTOM_PX) / Math.max(1, rows);
  overview.rows.forEach(({ hue, runs }, row) => {
    context.fillStyle = shipColour(colours, hue);
    const y = Math.round(TOP_PX + (row + 0.5) * apartPx - LINE_PX / 2);
    for (const { x0, x1 } of runs) context.fillRect(x0, y, x1 - x0, LINE_PX);
  });
  if (overview.ships) paintShips(context, colours, overview.ships, size.heightPx - BOTTOM_PX, apartPx);
  paintListingDays(context, colours, size, days);
}

/** All ships as a profile: the more are heard, the higher. */
function paintShips(
  context: CanvasRenderingContext2D,
  colours: LaneColours,
  counts: Uint32Array,
  bottom: number,
  heightPx: number,
): void {
  const most = Math.max(
    1,
    counts.reduce((greatest, count) => Math.max(greatest, count), 0),
  );
  context.fillStyle = colours.text3;
  counts.forEach((count, column) => {
    if (count === 0) return;
    const height = Math.max(1, (count / most) * heightPx);
    context.fillRect(column, bottom - height, 1, height);
  });
}

function paintListingDays(
  context: CanvasRenderingContext2D,
  colours: LaneColours,
  size: Size,
  days: readonly ListingDay[],
): void {
  context.font = FIGURE_FONT;
  context.textBaseline = 'middle';
  for (const { x, label } of days) {
    context.fillStyle = colours.text2;
    context.fillRect(x - 0.5, 2, 1.25, size.heightPx - 4);
    if (!label) continue;
    context.fillStyle = colours.panel;
    context.fillRect(label.x - 3, 3, label.widthPx + 6, size.heightPx - 6);
    context.fillStyle = colours.text2;
    context.fillText(label.text, label.x, size.heightPx / 2 + 0.5);
  }
}
