import { distanceM, M_PER_NM } from '../geo/index.ts';
import { isReconstructed } from '../ports/index.ts';
import { formatIso, HOUR_MS, type Instant } from '../time/index.ts';
import {
  type Fleet,
  lastAtOrBefore,
  type Receipt,
  receiptsOf,
  type TrackStore,
  Verdict,
} from '../track/index.ts';
import type { Vessel } from '../vessel/index.ts';
import type { Fix } from './fix.ts';
import { type Control, Reception } from './reception.ts';

/** A time without any report of a ship that is heard again. */
export interface Silence {
  readonly id: string;
  readonly vessel: Vessel;
  /** Last report before and first after, with or without a position. */
  readonly from: Instant;
  readonly to: Instant;
  /** Last fix before and first fix after; null where the track has none. */
  readonly lastFix: Fix | null;
  readonly nextFix: Fix | null;
  /** Great circle between the two fixes, nautical miles; NaN if one is missing. */
  readonly distanceNm: number;
  /** Reports in the 12 hours before, the last one included. */
  readonly reportsBefore: number;
  readonly control: Control;
  readonly reconstructed: boolean;
  readonly receipts: readonly Receipt[];
}

/** A ship that is not heard again although its feed goes on. */
export interface OpenSilence {
  readonly id: string;
  readonly vessel: Vessel;
  readonly from: Instant;
  /** Last report of any ship from the same feed: the silence lasts at least to here. */
  readonly seenTo: Instant;
  readonly lastFix: Fix | null;
}

export interface SilenceParameters {
  /** Shortest silence, hours [GFW pipe-gaps: 6]. */
  readonly silenceHours: number;
  /** Other ships within this distance of either end count as heard near by, kilometres. */
  readonly controlKm: number;
}

export const DEFAULT_SILENCE_PARAMETERS: SilenceParameters = { silenceHours: 6, controlKm: 50 };

const BEFORE_MS = 12 * HOUR_MS;

/**
 * Finds the silences of a fleet whose fixes are judged, and the open ones apart. Sorted by start, then id.
 * `feeds[input]` is the feed that an input was cut from, so that a log in daily files is one source; an input
 * that isn't there is a feed of its own.
 */
export function findSilences(
  fleet: Fleet,
  parameters: SilenceParameters = DEFAULT_SILENCE_PARAMETERS,
  feeds: readonly number[] = [],
): { silences: Silence[]; open: OpenSilence[] } {
  const { store } = fleet;
  const reception = new Reception(fleet, parameters.controlKm * 1000, feeds);
  const silences: Silence[] = [];
  const open: OpenSilence[] = [];
  const leastMs = parameters.silenceHours * HOUR_MS;
  for (const vessel of fleet.vessels) {
    const start = store.starts[vessel.index]!;
    const end = store.starts[vessel.index + 1]!;
    if (start === end || store.verdict[start] === Verdict.placeholder) continue;
    for (let i = start + 1; i < end; i++) {
      if (store.t[i]! - store.t[i - 1]! < leastMs) continue;
      silences.push(silenceBetween(fleet, vessel, i - 1, reception));
    }
    const seenTo = reception.lastHeard(store.source[end - 1]!);
    if (seenTo - store.t[end - 1]! < leastMs) continue;
    open.push({
      id: silenceId(vessel, store.t[end - 1]!),
      vessel,
      from: store.t[end - 1]!,
      seenTo,
      lastFix: fixBefore(store, end - 1, start),
    });
  }
  const byStart = (a: { from: Instant; id: string }, b: { from: Instant; id: string }) =>
    a.from - b.from || (a.id < b.id ? -1 : 1);
  return { silences: silences.sort(byStart), open: open.sort(byStart) };
}

function silenceId(vessel: Vessel, from: Instant): string {
  return `silence/${vessel.id}/${formatIso(from)}`;
}

function silenceBetween({ store }: Fleet, vessel: Vessel, last: number, reception: Reception): Silence {
  const start = store.starts[vessel.index]!;
  const end = store.starts[vessel.index + 1]!;
  const next = last + 1;
  const from = store.t[last]!;
  const to = store.t[next]!;
  const lastFix = fixBefore(store, last, start);
  const nextFix = fixAfter(store, next, end);
  const distance =
    lastFix && nextFix
      ? distanceM(lastFix.lon, lastFix.lat, nextFix.lon, nextFix.lat) / M_PER_NM
      : Number.NaN;
  const first = lastFix?.index ?? last;
  const final = nextFix?.index ?? next;
  const reconstructed = isReconstructed(store, first, final);
  return {
    id: silenceId(vessel, from),
    vessel,
    from,
    to,
    lastFix,
    nextFix,
    distanceNm: distance,
    reportsBefore: last - lastAtOrBefore(store.t, start, last + 1, from - BEFORE_MS),
    control: reconstructed
      ? "can't tell"
      : reception.control(vessel, store.source[last]!, from, to, lastFix, nextFix),
    reconstructed,
    receipts: receiptsOf(store, first, final),
  };
}

function fixBefore(store: TrackStore, from: number, start: number): Fix | null {
  for (let i = from; i >= start; i--) if (store.verdict[i] === Verdict.ok) return fixOf(store, i);
  return null;
}

function fixAfter(store: TrackStore, from: number, end: number): Fix | null {
  for (let i = from; i < end; i++) if (store.verdict[i] === Verdict.ok) return fixOf(store, i);
  return null;
}

function fixOf(store: TrackStore, index: number): Fix {
  return { index, t: store.t[index]!, lon: store.lon[index]!, lat: store.lat[index]! };
}
