import type { Vessel } from '../../core/vessel/index.ts';
import type { LaneLayout, LaneMetrics } from './lane-layout.ts';
import type { LaneEvent } from './lanes.ts';
import type { Listing, ListingLayout } from './listings.ts';

/** A pointer this near to a mark is on it, CSS pixels. */
const SLOP_PX = 3;
const LISTING_SLOP_PX = 6;

/** The lanes in view as they were laid out. */
export interface LaidOutLanes {
  readonly metrics: LaneMetrics;
  /** Height of the row of listings above the lanes. */
  readonly listedHeight: number;
  readonly listings: ListingLayout;
  /** `top` is the lane's upper edge, CSS pixels; above the row of listings where it is scrolled under it. */
  readonly lanes: readonly { readonly vessel: Vessel; readonly top: number; readonly layout: LaneLayout }[];
}

/** What a pointer is on. */
export type Mark =
  | { readonly kind: 'event'; readonly event: LaneEvent; readonly vessel: Vessel }
  | { readonly kind: 'listing'; readonly listing: Listing };

/** The mark under a point, CSS pixels from the upper left corner; null where there is none. */
export function markAt(
  { metrics, listedHeight, listings, lanes }: LaidOutLanes,
  x: number,
  y: number,
): Mark | null {
  if (y < listedHeight) {
    const tick = listings.ticks.findLast(tick => Math.abs(x - tick.x) <= LISTING_SLOP_PX);
    return tick ? { kind: 'listing', listing: tick.listing } : null;
  }
  const lane = lanes.find(({ top }) => y >= top && y < top + metrics.laneHeight);
  const event = lane && eventAt(lane.layout, metrics, x, y - lane.top);
  return event ? { kind: 'event', event, vessel: lane.vessel } : null;
}

/**
 * The event under a point of a lane, `y` from the lane's top; null where there is none. What is small and on top wins:
 * sightings in their zone, then blocks, then silences. Of blocks that lie on each other, the shortest.
 */
export function eventAt(layout: LaneLayout, metrics: LaneMetrics, x: number, y: number): LaneEvent | null {
  const { blockTop, blockHeight, evidenceTop } = metrics;
  if (evidenceTop !== null && y >= evidenceTop - 1) {
    const bracket = layout.brackets.findLast(({ x0, x1 }) => x >= x0 - SLOP_PX && x <= x1 + SLOP_PX);
    if (bracket) return bracket.event;
  }
  if (y < blockTop - SLOP_PX || y > blockTop + blockHeight + SLOP_PX) return null;
  const blocks = layout.blocks.filter(({ x0, x1 }) => x >= x0 - SLOP_PX && x <= x1 + SLOP_PX);
  if (blocks.length > 0) return blocks.reduce((a, b) => (b.x1 - b.x0 < a.x1 - a.x0 ? b : a)).event;
  return layout.silences.find(({ x0, x1 }) => x >= x0 && x <= x1)?.event ?? null;
}

/** True where the mark can be pressed: a call or a dark call. */
export function isBlock(mark: Mark | null): boolean {
  return mark?.kind === 'event' && (mark.event.kind === 'call' || mark.event.kind === 'dark call');
}
