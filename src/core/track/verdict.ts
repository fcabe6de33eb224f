import { distanceM, M_PER_NM } from '../geo/index.ts';
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '../time/index.ts';
import { isPlaceholderMmsi } from '../vessel/index.ts';
import type { Fleet } from './fleet.ts';
import { Flag } from './sink.ts';
import { type TrackStore, Verdict } from './store.ts';

export interface FixParameters {
  /** Speed that no ship of the case exceeds, knots [gpsdio-segment: 25]. */
  readonly maxSpeedKn: number;
  /** Time added to every interval, so that near-simultaneous fixes may scatter, minutes [gpsdio-segment: 15]. */
  readonly toleranceMin: number;
  /** A hull needs so many fixes in reach of each other to be one; fewer are lone faults. */
  readonly minSegmentFixes: number;
  /** A type 27 report this close to a finer one is set aside, hours. */
  readonly coarseHours: number;
}

export const DEFAULT_FIX_PARAMETERS: FixParameters = {
  maxSpeedKn: 25,
  toleranceMin: 15,
  minSegmentFixes: 3,
  coarseHours: 1,
};

/** At most so many hulls are followed on one MMSI; the one heard longest ago gives way. */
const MAX_OPEN = 20;
/** What is too short to be a hull is a fault, and no longer continued after so long. */
const OPEN_FAULT_MS = 24 * HOUR_MS;
/** How fast a fit falls off toward the greatest speed [gpsdio-segment: 25 kn over a penalty speed of 5 kn]. */
const FIT_STEEPNESS = 5;

/**
 * Gives every row its verdict and every `ok` fix its segment, in place. A segment is a part of a track that
 * one hull can have sailed: a fix joins the open segment whose course it fits best, if at `maxSpeedKn` the
 * distance can be sailed in the time between plus the tolerance, and opens a new one otherwise. So two hulls
 * on one MMSI come out as two segments, and a lone jump as `unreachable`.
 * After gpsdio-segment, with the distance from the last fix in place of its dead reckoning.
 */
export function judgeFixes(fleet: Fleet, parameters: FixParameters = DEFAULT_FIX_PARAMETERS): void {
  const { store, vessels } = fleet;
  for (const vessel of vessels) {
    const start = store.starts[vessel.index]!;
    const end = store.starts[vessel.index + 1]!;
    if (vessel.imo === 0 && (vessel.mmsi.length === 0 || vessel.mmsi.some(isPlaceholderMmsi))) {
      store.verdict.fill(Verdict.placeholder, start, end);
      continue;
    }
    markDuplicates(store, start, end);
    markCoarse(store, start, end, parameters.coarseHours * HOUR_MS);
    assignSegments(store, start, end, parameters);
  }
}

/** Equal rows stand next to each other, because the store is sorted by all that is compared here. */
function markDuplicates(store: TrackStore, start: number, end: number): void {
  for (let i = start + 1; i < end; i++) {
    if (
      store.verdict[i] === Verdict.ok &&
      store.t[i] === store.t[i - 1] &&
      store.lon[i] === store.lon[i - 1] &&
      store.lat[i] === store.lat[i - 1] &&
      Object.is(store.sog[i], store.sog[i - 1]) &&
      Object.is(store.cog[i], store.cog[i - 1]) &&
      Object.is(store.heading[i], store.heading[i - 1])
    ) {
      store.verdict[i] = Verdict.duplicate;
    }
  }
}

function markCoarse(store: TrackStore, start: number, end: number, withinMs: number): void {
  let lastFine = Number.NEGATIVE_INFINITY;
  for (let i = start; i < end; i++) {
    if (store.verdict[i] !== Verdict.ok) continue;
    if ((store.flags[i]! & Flag.longRange) === 0) lastFine = store.t[i]!;
    else if (store.t[i]! - lastFine < withinMs) store.verdict[i] = Verdict.coarse;
  }
  let nextFine = Number.POSITIVE_INFINITY;
  for (let i = end - 1; i >= start; i--) {
    if (store.verdict[i] !== Verdict.ok) continue;
    if ((store.flags[i]! & Flag.longRange) === 0) nextFine = store.t[i]!;
    else if (nextFine - store.t[i]! < withinMs) store.verdict[i] = Verdict.coarse;
  }
}

interface OpenSegment {
  readonly id: number;
  last: number;
  fixes: number;
}

function assignSegments(store: TrackStore, start: number, end: number, parameters: FixParameters): void {
  const segments: OpenSegment[] = [];
  let open: OpenSegment[] = [];
  for (let i = start; i < end; i++) {
    if (store.verdict[i] !== Verdict.ok) continue;
    let segment = bestOpen(store, open, i, parameters);
    if (!segment) {
      segment = { id: segments.length, last: i, fixes: 0 };
      segments.push(segment);
      open.push(segment);
    }
    segment.last = i;
    segment.fixes++;
    if (open.length > 1) open = stillOpen(store, open, i, parameters);
    store.segment[i] = Math.min(segment.id, 0xffff);
  }
  if (segments.length < 2) return;
  const kept = segments.filter(segment => segment.fixes >= parameters.minSegmentFixes);
  const real = new Set((kept.length > 0 ? kept : [longest(segments)]).map(segment => segment.id));
  for (let i = start; i < end; i++) {
    if (store.verdict[i] === Verdict.ok && !real.has(store.segment[i]!))
      store.verdict[i] = Verdict.unreachable;
  }
}

function longest(segments: readonly OpenSegment[]): OpenSegment {
  return segments.reduce((best, segment) => (segment.fixes > best.fixes ? segment : best));
}

/** The segments that later fixes may join, once fix `i` has joined one. */
function stillOpen(
  store: TrackStore,
  open: readonly OpenSegment[],
  i: number,
  { minSegmentFixes }: FixParameters,
): OpenSegment[] {
  const left = open.filter(
    ({ last, fixes }) => fixes >= minSegmentFixes || store.t[i]! - store.t[last]! <= OPEN_FAULT_MS,
  );
  return left.length <= MAX_OPEN ? left : left.sort((a, b) => a.last - b.last).slice(-MAX_OPEN);
}

/**
 * The open segment that fix `i` fits best, or null if none can have sailed there. Of two that fit in distance
 * the one heard last wins: else a fault close to the course would draw the ship's later fixes to itself.
 */
function bestOpen(
  store: TrackStore,
  open: readonly OpenSegment[],
  i: number,
  { maxSpeedKn, toleranceMin }: FixParameters,
): OpenSegment | null {
  let best: OpenSegment | null = null;
  let bestFit = Number.NEGATIVE_INFINITY;
  for (const segment of open) {
    const j = segment.last;
    const elapsedMs = store.t[i]! - store.t[j]! + toleranceMin * MINUTE_MS;
    const hours = Math.max(elapsedMs, SECOND_MS) / HOUR_MS;
    const nm = distanceM(store.lon[j]!, store.lat[j]!, store.lon[i]!, store.lat[i]!) / M_PER_NM;
    const effort = nm / (maxSpeedKn * hours);
    if (effort > 1) continue;
    const fit = Math.exp(-((FIT_STEEPNESS * effort) ** 2)) / hours;
    if (fit <= bestFit) continue;
    best = segment;
    bestFit = fit;
  }
  return best;
}
