import { distanceM, interpolate, normalizeLon } from '../core/geo/index.ts';
import type { Instant } from '../core/time/index.ts';
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

/** A leg between two fixes that belong together. Rows of `Tracks`. */
interface Leg {
  readonly vessel: number;
  readonly from: number;
  readonly to: number;
  readonly pieces: number;
}

/**
 * Cuts tracks into pieces. Fixes less than `minStepM` from the last one kept are left out (0 keeps all that
 * moved); the first and the last fix of every unbroken stretch stay. Nothing is joined over a break.
 */
export function buildSegments(tracks: Tracks, minStepM: number): Segments {
  const legs = findLegs(tracks, minStepM);
  const count = legs.reduce((sum, leg) => sum + leg.pieces, 0);
  const epochMs = legs.reduce((first, leg) => Math.min(first, tracks.t[leg.from]!), Infinity);
  const unsorted = new Uint32Array(count);
  const legOf = new Uint32Array(count);
  const pieceOf = new Uint16Array(count);
  let n = 0;
  for (const [i, leg] of legs.entries()) {
    const stepMs = (tracks.t[leg.to]! - tracks.t[leg.from]!) / leg.pieces;
    for (let piece = 0; piece < leg.pieces; piece++) {
      unsorted[n] = Math.ceil((tracks.t[leg.from]! + stepMs * (piece + 1) - epochMs) / 1000);
      legOf[n] = i;
      pieceOf[n] = piece;
      n++;
    }
  }
  const endSec = new Uint32Array(count);
  const places = new Float32Array(4 * count);
  const traits = new Float32Array(2 * count);
  for (const [at, piece] of orderOf(unsorted).entries()) {
    const leg = legs[legOf[piece]!]!;
    endSec[at] = unsorted[piece]!;
    writePlaces(places, 4 * at, tracks, leg, pieceOf[piece]!);
    traits[2 * at] = leg.vessel;
    traits[2 * at + 1] = legSpeedKn(tracks, leg);
  }
  return { count, epochMs: count > 0 ? epochMs : 0, endSec, places, traits };
}

function findLegs(tracks: Tracks, minStepM: number): readonly Leg[] {
  const legs: Leg[] = [];
  for (let vessel = 0; vessel + 1 < tracks.starts.length; vessel++) {
    const end = tracks.starts[vessel + 1]!;
    let kept = tracks.starts[vessel]!;
    for (let row = kept + 1; row < end; row++) {
      if (tracks.breakBefore[row] === 1) {
        kept = row;
        continue;
      }
      const isLast = row + 1 === end || tracks.breakBefore[row + 1] === 1;
      const stepM = distanceM(tracks.lon[kept]!, tracks.lat[kept]!, tracks.lon[row]!, tracks.lat[row]!);
      if (stepM === 0 || (stepM < minStepM && !isLast)) continue;
      legs.push({ vessel, from: kept, to: row, pieces: Math.ceil(stepM / MAX_PIECE_M) });
      kept = row;
    }
  }
  return legs;
}

function writePlaces(places: Float32Array, at: number, tracks: Tracks, leg: Leg, piece: number): void {
  const [lonA, latA] = placeOnLeg(tracks, leg, piece);
  const [lonB, latB] = placeOnLeg(tracks, leg, piece + 1);
  places[at] = lonA;
  places[at + 1] = latA;
  places[at + 2] = lonA + normalizeLon(lonB - lonA);
  places[at + 3] = latB;
}

function placeOnLeg(
  { lon, lat }: Tracks,
  { from, to, pieces }: Leg,
  piece: number,
): readonly [number, number] {
  if (piece === 0) return [normalizeLon(lon[from]!), lat[from]!];
  if (piece === pieces) return [normalizeLon(lon[to]!), lat[to]!];
  return interpolate(lon[from]!, lat[from]!, lon[to]!, lat[to]!, piece / pieces);
}

/** Speed as reported at the end of the leg, else from distance and time. */
function legSpeedKn(tracks: Tracks, { from, to }: Leg): number {
  const reportedKn = tracks.sogKn[to]!;
  if (!Number.isNaN(reportedKn)) return reportedKn;
  const legM = distanceM(tracks.lon[from]!, tracks.lat[from]!, tracks.lon[to]!, tracks.lat[to]!);
  return legM / 1852 / ((tracks.t[to]! - tracks.t[from]!) / 3_600_000);
}

/** Indices that put `keys` in ascending order, equal keys in their given order: radix sort by 16 bits. */
export function orderOf(keys: Uint32Array): Uint32Array {
  let order = Uint32Array.from(keys, (_, i) => i);
  for (const shift of [0, 16]) {
    const starts = new Uint32Array(65_537);
    for (const key of keys) starts[((key >>> shift) & 0xffff) + 1]!++;
    for (let digit = 0; digit < 65_536; digit++) starts[digit + 1]! += starts[digit]!;
    const next = new Uint32Array(keys.length);
    for (const i of order) next[starts[(keys[i]! >>> shift) & 0xffff]!++] = i;
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
