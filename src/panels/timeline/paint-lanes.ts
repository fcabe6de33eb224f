import type { TrackStore } from '../../core/track/index.ts';
import type { Vessel } from '../../core/vessel/index.ts';
import { CODE_FONT, LISTING_FONT, measureIn, STRONG_LISTING_FONT } from './canvas.ts';
import { reportStrokes } from './density.ts';
import type { LaidOutLanes } from './hit-test.ts';
import type { LaneColours } from './lane-colours.ts';
import { type LaneLayout, type LaneMetrics, layOutLane } from './lane-layout.ts';
import type { Lane } from './lanes.ts';
import { type Listing, type ListingLayout, layOutListings } from './listings.ts';
import { hatchPhase, paintLane } from './paint-lane.ts';
import type { TimeScale } from './time-scale.ts';

/** Everything that the lanes show but the clock. */
export interface LanesPicture {
  readonly store: TrackStore;
  readonly lanes: readonly Lane[];
  readonly metrics: LaneMetrics;
  readonly scale: TimeScale;
  readonly heightPx: number;
  /** Height of the row of listings above the lanes; 0 for none. */
  readonly listedHeight: number;
  /** How far the lanes are scrolled down, CSS pixels. */
  readonly scrollTop: number;
  readonly listings: readonly Listing[];
  readonly ships: number;
  readonly chosen: ReadonlySet<string>;
}

interface LaidOutLane {
  readonly lane: Lane;
  readonly vessel: Vessel;
  readonly top: number;
  readonly layout: LaneLayout;
}

/** Paints the lanes in view and the row of listings above them. Lanes out of view cost nothing. Gives what it placed. */
export function paintLanes(
  context: CanvasRenderingContext2D,
  colours: LaneColours,
  picture: LanesPicture,
): LaidOutLanes {
  const { heightPx, listedHeight, scale, listings, ships } = picture;
  context.fillStyle = colours.deep;
  context.fillRect(0, 0, scale.widthPx, heightPx);
  const measure = measureIn(context, STRONG_LISTING_FONT);
  const painted = {
    metrics: picture.metrics,
    listedHeight,
    lanes: lanesInView(context, picture),
    listings: layOutListings(listedHeight > 0 ? listings : [], scale, ships, measure),
  };
  context.save();
  context.beginPath();
  context.rect(0, listedHeight, scale.widthPx, heightPx - listedHeight);
  context.clip();
  for (const lane of painted.lanes) paintOne(context, colours, picture, lane);
  paintListingLines(context, colours, picture, painted);
  context.restore();
  if (listedHeight > 0) paintListedRow(context, colours, picture, painted.listings);
  return painted;
}

function lanesInView(context: CanvasRenderingContext2D, picture: LanesPicture): LaidOutLane[] {
  const { lanes, metrics, scale, heightPx, listedHeight, scrollTop } = picture;
  const measure = measureIn(context, CODE_FONT);
  const first = Math.floor(scrollTop / metrics.laneHeight);
  const count = Math.ceil((heightPx - listedHeight) / metrics.laneHeight) + 1;
  return lanes.slice(first, first + count).map((lane, index) => ({
    lane,
    vessel: lane.vessel,
    top: listedHeight + (first + index) * metrics.laneHeight - scrollTop,
    layout: layOutLane(lane, scale, measure),
  }));
}

function paintOne(
  context: CanvasRenderingContext2D,
  colours: LaneColours,
  { store, metrics, scale, chosen }: LanesPicture,
  { lane, top, layout }: LaidOutLane,
): void {
  const { index } = lane.vessel;
  const strokes =
    metrics.evidenceTop === null
      ? []
      : reportStrokes(store.t, store.starts[index]!, store.starts[index + 1]!, scale);
  paintLane(context, colours, {
    top,
    widthPx: scale.widthPx,
    metrics,
    layout,
    strokes,
    hue: lane.hue,
    chosen,
    hatchX: hatchPhase(scale, scale.widthPx),
  });
  if (!metrics.ruled) return;
  context.fillStyle = colours.line;
  context.fillRect(0, top + metrics.laneHeight - 1, scale.widthPx, 1);
}

/** The tick of a listing runs down the lanes of the ships that it concerns. */
function paintListingLines(
  context: CanvasRenderingContext2D,
  colours: LaneColours,
  { metrics }: LanesPicture,
  { lanes, listings }: LaidOutLanes,
): void {
  context.fillStyle = colours.text;
  for (const { listing, x } of listings.ticks) {
    for (const { vessel, top } of lanes) {
      if (listing.vessels.includes(vessel)) context.fillRect(x - 0.625, top, 1.25, metrics.laneHeight);
    }
  }
}

function paintListedRow(
  context: CanvasRenderingContext2D,
  colours: LaneColours,
  { scale, listedHeight }: LanesPicture,
  { earlier, ticks, later, laterX }: ListingLayout,
): void {
  const middle = listedHeight / 2 + 0.5;
  context.textBaseline = 'middle';
  context.font = LISTING_FONT;
  context.fillStyle = colours.text2;
  context.fillText(earlier, 9, middle);
  context.fillText(later, laterX, middle);
  context.fillStyle = colours.line;
  context.fillRect(0, listedHeight - 1, scale.widthPx, 1);
  context.font = STRONG_LISTING_FONT;
  context.fillStyle = colours.text;
  for (const { x, label } of ticks) {
    context.fillRect(x - 0.625, 4, 1.25, listedHeight - 4);
    if (label) context.fillText(label.text, label.x, middle);
  }
}
