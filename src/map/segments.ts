import { distanceM, interpolate, M_PER_NM, normalizeLon } from '../core/geo/index.ts';
import { HOUR_MS, type Instant } from '../core/time/index.ts';
import { lastAtOrBefore } from '../core/track/index.ts';
import type { Tracks } from './scene.ts';

/** Longest straight piece on the chart; longer legs follow the great circle in pieces. */
const MAX_PIECE_M = 50_000;

/**
 * Pieces of all tracks, sorted by the time at which they end, whatever their ship: what was sailed in a stretch
 * of time is one index range, so a replay draws from buffers that never change.
 */
export interface Segments {
  readonly count: number;
  /** Instant from which `endSec` counts, ms UTC. */
  readonly epochMs: Instant;
  /** When each piece ends, whole seconds rounded up; ascending. */
  readonly endSec: Uint32Array;
  /** Longitude and latitude of its start, then of its end. The end may pass 180 degrees, so that no piece jumps. */
  readonly places: Float32Array;
  /** Index of its ship, and the mean speed over its leg in knots. */
  readonly traits: Float32Array;
}

/** Legs between fixes that belong together, as columns: rows of `Tracks`, ship, and pieces of each. */
interface Legs {
  readonly count: number;
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  readonly vessel: Uint32Array;
  readonly pieces: Uint16Array;
}

/**
 * Cuts tracks into pieces. Fixes less than `minStepM` from the last one kept are left out (0 keeps all that
 * moved); the first and the last fix of every unbroken stretch stay. Nothing is joined over a break.
 */
export function buildSegments(tracks: Tracks, minStepM: number): Segments {
  const { t } = tracks;
  const legs = findLegs(tracks, minStepM);
  let count = 0;
  let epochMs = Number.POSITIVE_INFINITY;
  for (let leg = 0; leg < legs.count; leg++) {
    count += legs.pieces[leg]!;
    epochMs = Math.min(epochMs, t[legs.from[leg]!]!);
  }
  const unsorted = new Uint32Array(count);
  const legOf = new Uint32Array(count);
  const pieceOf = new Uint16Array(count);
  let n = 0;
  for (let leg = 0; leg < legs.count; leg++) {
    const startMs = t[legs.from[leg]!]!;
    const pieces = legs.pieces[leg]!;
    const stepMs = (t[legs.to[leg]!]! - startMs) / pieces;
    for (let piece = 0; piece < pieces; piece++) {
      unsorted[n] = Math.ceil((startMs + stepMs * (piece + 1) - epochMs) / 1000);
      legOf[n] = leg;
      pieceOf[n] = piece;
      n++;
    }
  }
  const endSec = new Uint32Array(count);
  const places = new Float32Array(4 * count);
  const traits = new Float32Array(2 * count);
  const order = orderOf(unsorted);
  for (let at = 0; at < count; at++) {
    const piece = order[at]!;
    const leg = legOf[piece]!;
    endSec[at] = unsorted[piece]!;
    writePlaces(places, 4 * at, tracks, legs, leg, pieceOf[piece]!);
    traits[2 * at] = legs.vessel[leg]!;
    traits[2 * at + 1] = legSpeedKn(tracks, legs.from[leg]!, legs.to[leg]!);
  }
  return { count, epochMs: count > 0 ? epochMs : 0, endSec, places, traits };
}

function findLegs(tracks: Tracks, minStepM: number): Legs {
  const { lon, lat, starts, breakBefore } = tracks;
  const from = new Uint32Array(lon.length);
  const to = new Uint32Array(lon.length);
  const vesselOf = new Uint32Array(lon.length);
  const pieces = new Uint16Array(lon.length);
  let count = 0;
  for (let vessel = 0; vessel + 1 < starts.length; vessel++) {
    const end = starts[vessel + 1]!;
    let kept = starts[vessel]!;
    for (let row = kept + 1; row < end; row++) {
      if (breakBefore[row] === 1) {
        kept = row;
        continue;
      }
      const isLast = row + 1 === end || breakBefore[row + 1] === 1;
      const stepM = distanceM(lon[kept]!, lat[kept]!, lon[row]!, lat[row]!);
      if (stepM === 0 || (stepM < minStepM && !isLast)) continue;
      from[count] = kept;
      to[count] = row;
      vesselOf[count] = vessel;
      pieces[count] = Math.ceil(stepM / MAX_PIECE_M);
      count++;
      kept = row;
    }
  }
  return { count, from, to, vessel: vesselOf, pieces };
}

function writePlaces(
  places: Float32Array,
  at: number,
  { lon, lat }: Tracks,
  legs: Legs,
  leg: number,
  piece: number,
): void {
  const from = legs.from[leg]!;
  const to = legs.to[leg]!;
  const pieces = legs.pieces[leg]!;
  let lonA = normalizeLon(lon[from]!);
  let latA = lat[from]!;
  let lonB = lon[to]!;
  let latB = lat[to]!;
  if (piece > 0) [lonA, latA] = interpolate(lon[from]!, lat[from]!, lon[to]!, lat[to]!, piece / pieces);
  if (piece + 1 < pieces) {
    [lonB, latB] = interpolate(lon[from]!, lat[from]!, lon[to]!, lat[to]!, (piece + 1) / pieces);
  }
  places[at] = lonA;
  places[at + 1] = latA;
  places[at + 2] = lonA + normalizeLon(lonB - lonA);
  places[at + 3] = latB;
}

/** Speed as reported at the end of the leg, else from distance and time. */
function legSpeedKn({ t, lon, lat, sogKn }: Tracks, from: number, to: number): number {
  const reportedKn = sogKn[to]!;
  if (!Number.isNaN(reportedKn)) return reportedKn;
  const legM = distanceM(lon[from]!, lat[from]!, lon[to]!, lat[to]!);
  return legM / M_PER_NM / ((t[to]! - t[from]!) / HOUR_MS);
}

/** Indices that put `keys` in ascending order, equal keys in their given order: radix sort by 16 bits. */
export function orderOf(keys: Uint32Array): Uint32Array {
  let order = new Uint32Array(keys.length);
  for (let i = 0; i < order.length; i++) order[i] = i;
  for (const shift of [0, 16]) {
    const starts = new Uint32Array(65_537);
    for (let i = 0; i < keys.length; i++) starts[((keys[i]! >>> shift) & 0xffff) + 1]!++;
    for (let digit = 0; digit < 65_536; digit++) starts[digit + 1]! += starts[digit]!;
    const next = new Uint32Array(keys.length);
    for (let k = 0; k < order.length; k++) {
      const i = order[k]!;
      next[starts[(keys[i]! >>> shift) & 0xffff]!++] = i;
    }
    order = next;
  }
  return order;
}

/** Pieces that end after `fromMs` and no later than `toMs`: the first index and how many. */
export function segmentRange(
  segments: Segments,
  fromMs: Instant,
  toMs: Instant,
): { readonly first: number; readonly count: number } {
  const { endSec, epochMs, count } = segments;
  const first = lastAtOrBefore(endSec, 0, count, (fromMs - epochMs) / 1000) + 1;
  const end = lastAtOrBefore(endSec, first, count, (toMs - epochMs) / 1000) + 1;
  return { first, count: end - first };
}
