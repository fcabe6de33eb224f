import { formatUtc, type Instant } from '../../core/time/index.ts';
import { type Vessel, vesselLabel } from '../../core/vessel/index.ts';
import type { CaseData } from '../../state/case-data.ts';
import { placeBeside } from './place-label.ts';
import { type TimeScale, type TimeSpan, xOf } from './time-scale.ts';

/** The day from which an authority lists ships of the case: verified listings of the ships themselves only. */
export interface Listing {
  readonly authority: string;
  /** Midnight UTC at which it has effect. */
  readonly at: Instant;
  /** Ships in the order of the case. */
  readonly vessels: readonly Vessel[];
}

/**
 * Days from which ships of the case are listed, ascending, then by authority; ships with the same authority and day
 * are one. Of several listings of a ship by one authority only the first counts, as long as it has not ended.
 */
export function listingsOf(data: CaseData): Listing[] {
  const groups = new Map<string, { authority: string; at: Instant; vessels: Vessel[] }>();
  for (const vessel of data.order) {
    for (const { authority, at } of firstListings(data, vessel)) {
      const key = `${authority} ${at}`;
      const group = groups.get(key);
      if (group) group.vessels.push(vessel);
      else groups.set(key, { authority, at, vessels: [vessel] });
    }
  }
  return [...groups.values()].sort((a, b) => a.at - b.at || (a.authority < b.authority ? -1 : 1));
}

function firstListings(data: CaseData, vessel: Vessel): { authority: string; at: Instant }[] {
  const dated = data
    .designationsAt(vessel, data.from)
    .filter(({ designation, strength, via }) => designation.verified && strength === 'exact' && via === null)
    .flatMap(({ designation: { authority, effective, ended } }) =>
      effective === null ? [] : [{ authority, at: effective, until: ended ?? Number.POSITIVE_INFINITY }],
    )
    .sort((a, b) => a.at - b.at);
  const heldUntil = new Map<string, Instant>();
  return dated.filter(({ authority, at, until }) => {
    const held = heldUntil.get(authority) ?? Number.NEGATIVE_INFINITY;
    heldUntil.set(authority, Math.max(held, until));
    return at > held;
  });
}

/** A listing in view. */
export interface ListingTick {
  readonly listing: Listing;
  readonly x: number;
  /** Null where there is no room for it. */
  readonly label: { readonly text: string; readonly x: number } | null;
}

/** The row above the lanes: ticks in view, and what lies before and after in words. */
export interface ListingLayout {
  readonly earlier: string;
  readonly ticks: readonly ListingTick[];
  readonly later: string;
  /** Left end of `later`, CSS pixels. */
  readonly laterX: number;
}

const EDGE_PX = 9;
const LABEL_PAD_PX = 6;
const APART_PX = 10;
/** So many listings before or after the view are told at most. */
const MOST_TOLD = 6;

/** Lays out the row of listings. `measure` gives the width of a text, CSS pixels; `ships` counts those of the case. */
export function layOutListings(
  listings: readonly Listing[],
  scale: TimeScale,
  ships: number,
  measure: (text: string) => number,
): ListingLayout {
  const inView = listings.filter(({ at }) => at >= scale.from && at <= scale.to);
  const xs = inView.map(({ at }) => xOf(scale, at));
  const year = oneYear(scale);
  const wording = { ships, year, measure };
  const before = listings.filter(({ at }) => at < scale.from);
  const after = listings.filter(({ at }) => at > scale.to);
  const roomBefore = (xs[0] ?? scale.widthPx / 2) - EDGE_PX - APART_PX;
  const roomAfter = scale.widthPx - (xs.at(-1) ?? scale.widthPx / 2) - EDGE_PX - APART_PX;
  const earlier = tellOutside(before, 'earlier', roomBefore, wording);
  const later = tellOutside(after, 'later', roomAfter, wording);
  const laterX = scale.widthPx - EDGE_PX - (later === '' ? 0 : measure(later));
  let freeFrom = earlier === '' ? 0 : EDGE_PX + measure(earlier) + APART_PX;
  const ticks = inView.map((listing, index) => {
    const x = xs[index]!;
    const text = listingText(listing, null, ships, dayPattern(listing.at, year));
    const room = { from: freeFrom, to: xs[index + 1] ?? (later === '' ? scale.widthPx : laterX - APART_PX) };
    const labelX = placeBeside({ x0: x, x1: x }, measure(text), LABEL_PAD_PX, room);
    freeFrom = Math.max(freeFrom, x, labelX === null ? 0 : labelX + measure(text)) + LABEL_PAD_PX;
    return { listing, x, label: labelX === null ? null : { text, x: labelX } };
  });
  return { earlier, ticks, later, laterX };
}

interface Wording {
  readonly ships: number;
  /** Year that is not said, since the span in view lies in it; null to say every year. */
  readonly year: string | null;
  readonly measure: (text: string) => number;
}

/** As many of the listings on one side, the nearest ones, as fit, with `…` for the rest; else their number; else nothing. */
function tellOutside(
  listings: readonly Listing[],
  side: 'earlier' | 'later',
  roomPx: number,
  { ships, year, measure }: Wording,
): string {
  for (let shown = Math.min(listings.length, MOST_TOLD); shown > 0; shown--) {
    const told = side === 'earlier' ? listings.slice(-shown) : listings.slice(0, shown);
    const texts = told.map((listing, i) =>
      listingText(listing, told[i - 1] ?? null, ships, dayPattern(listing.at, year)),
    );
    const rest = shown < listings.length ? ['…'] : [];
    const text =
      side === 'earlier' ? `‹ ${[...rest, ...texts].join(', ')}` : `${[...texts, ...rest].join(', ')} ›`;
    if (measure(text) <= roomPx) return text;
  }
  const count = side === 'earlier' ? `‹ ${listings.length} earlier` : `${listings.length} later ›`;
  return listings.length > 0 && measure(count) <= roomPx ? count : '';
}

/**
 * `KR 3 Apr`, or `KR MARIA 24 May` where it concerns one ship of several. An authority that the listing before has
 * named already is not said again.
 */
export function listingText(
  listing: Listing,
  previous: Listing | null,
  ships: number,
  pattern: string,
): string {
  const authority = previous?.authority === listing.authority ? '' : listing.authority;
  const ship = listing.vessels.length === 1 && ships > 1 ? vesselLabel(listing.vessels[0]!) : '';
  return [authority, ship, formatUtc(listing.at, pattern)].filter(Boolean).join(' ');
}

/** The year of a span that lies in one; null for a longer one. */
function oneYear({ from, to }: TimeSpan): string | null {
  const year = formatUtc(from, 'yyyy');
  return formatUtc(to, 'yyyy') === year ? year : null;
}

/** A day in the year that the reader has before them goes without it. */
function dayPattern(at: Instant, year: string | null): string {
  return formatUtc(at, 'yyyy') === year ? 'd MMM' : 'd MMM yyyy';
}
