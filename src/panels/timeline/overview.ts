import type { HeardByTime, TrackStore } from '../../core/track/index.ts';
import type { Lane } from './lanes.ts';
import { type Listing, listingText } from './listings.ts';
import { placeBeside } from './place-label.ts';
import { type PresenceRun, presenceRuns, shipsPerColumn } from './presence.ts';
import { type TimeScale, type TimeSpan, xOf } from './time-scale.ts';

/** The whole case in one strip. */
export interface Overview {
  /** A line for each ship that has a colour of its own. */
  readonly rows: readonly { readonly hue: number | null; readonly runs: readonly PresenceRun[] }[];
  /** Number of all ships in each pixel column; null if each has a line of its own. */
  readonly ships: Uint32Array | null;
}

/** Works out the overview, once for a case and a width. Looks at the reports of ships with a colour alone. */
export function overviewOf(
  store: TrackStore,
  heard: HeardByTime,
  lanes: readonly Lane[],
  scale: TimeScale,
): Overview {
  const own = lanes.filter(({ hue }) => hue !== null);
  const rows = own.map(({ hue, vessel: { index } }) => ({
    hue,
    runs: presenceRuns(store.t, store.starts[index]!, store.starts[index + 1]!, scale),
  }));
  return { rows, ships: own.length < lanes.length ? shipsPerColumn(heard, scale) : null };
}

/** A day of listing on the overview. */
export interface ListingDay {
  readonly x: number;
  /** Null where there is no room, and inside the window, where the lanes tell it. */
  readonly label: { readonly text: string; readonly x: number; readonly widthPx: number } | null;
}

const LABEL_PAD_PX = 6;

/** Places the days of listings within the case; those outside the window `shown` are named where there is room. */
export function placeListingDays(
  listings: readonly Listing[],
  scale: TimeScale,
  shown: TimeSpan,
  ships: number,
  measure: (text: string) => number,
): ListingDay[] {
  const inCase = listings.filter(({ at }) => at >= scale.from && at <= scale.to);
  const xs = inCase.map(({ at }) => xOf(scale, at));
  const shownFrom = xOf(scale, shown.from);
  const shownTo = xOf(scale, shown.to);
  let freeFrom = 0;
  return inCase.map((listing, index) => {
    const x = xs[index]!;
    const inWindow = x >= shownFrom && x <= shownTo;
    const text = listingText(listing, null, ships, 'd MMM yyyy');
    const widthPx = measure(text);
    const room = {
      from: x > shownTo ? Math.max(freeFrom, shownTo) : freeFrom,
      to: Math.min(xs[index + 1] ?? scale.widthPx, x < shownFrom ? shownFrom : scale.widthPx) - LABEL_PAD_PX,
    };
    const labelX = inWindow ? null : placeBeside({ x0: x, x1: x }, widthPx, LABEL_PAD_PX, room);
    freeFrom = Math.max(x, labelX === null ? 0 : labelX + widthPx) + LABEL_PAD_PX;
    return { x, label: labelX === null ? null : { text, x: labelX, widthPx } };
  });
}
