import { bearingDeg, interpolate, normalizeLon } from '../core/geo/index.ts';
import type { Instant } from '../core/time/index.ts';
import { lastAtOrBefore } from '../core/track/index.ts';
import type { Tracks } from './scene.ts';

/** How a ship is drawn at the clock. */
export const HeadKind = {
  /** No report yet. */
  unheard: 0,
  /** Between two reports of one stretch, under way. */
  underWay: 1,
  /** Between two reports, at anchor, moored, or slower than half a knot. */
  still: 2,
  /** After the last report of a stretch: it stays where it was last heard. */
  lastHeard: 3,
} as const;

/** Slower than this a ship under way is drawn as still, knots. */
const STILL_KN = 0.5;
/** Below this step in degrees a straight line stands in for the great circle; it is off by less than 30 m. */
const STRAIGHT_DEG = 0.2;
const AT_ANCHOR = 1;
const MOORED = 5;

/** Where each ship is at the clock, as columns by ship. Overwritten by every call to `placeHeads`. */
export class Heads {
  readonly kind: Uint8Array;
  readonly lon: Float64Array;
  readonly lat: Float64Array;
  /** Degrees true: heading, else course, else direction of the leg. */
  readonly directionDeg: Float32Array;
  readonly sogKn: Float32Array;
  /** Row in `Tracks` of the last report at or before the clock; -1 without one. */
  readonly row: Int32Array;

  constructor(readonly count: number) {
    this.kind = new Uint8Array(count);
    this.lon = new Float64Array(count);
    this.lat = new Float64Array(count);
    this.directionDeg = new Float32Array(count);
    this.sogKn = new Float32Array(count);
    this.row = new Int32Array(count).fill(-1);
  }
}

/**
 * Finds every ship's place at `ms` by binary search. Between two reports of one stretch a ship moves along the
 * great circle at even speed; over a break, and after its last report, it does not move at all.
 */
export function placeHeads(tracks: Tracks, ms: Instant, heads: Heads): void {
  for (let vessel = 0; vessel < heads.count; vessel++) placeHead(tracks, vessel, ms, heads);
}

function placeHead(tracks: Tracks, vessel: number, ms: Instant, heads: Heads): void {
  const start = tracks.starts[vessel]!;
  const end = tracks.starts[vessel + 1]!;
  const row = lastAtOrBefore(tracks.t, start, end, ms);
  if (row < start) {
    heads.kind[vessel] = HeadKind.unheard;
    heads.row[vessel] = -1;
    return;
  }
  const next = row + 1;
  const isJoined = next < end && tracks.breakBefore[next] === 0;
  const fromMs = tracks.t[row]!;
  heads.row[vessel] = row;
  heads.sogKn[vessel] = tracks.sogKn[row]!;
  heads.kind[vessel] =
    !isJoined && ms > fromMs ? HeadKind.lastHeard : isStill(tracks, row) ? HeadKind.still : HeadKind.underWay;
  if (!isJoined || ms === fromMs) {
    heads.lon[vessel] = normalizeLon(tracks.lon[row]!);
    heads.lat[vessel] = tracks.lat[row]!;
  } else {
    moveBetween(tracks, row, (ms - fromMs) / (tracks.t[next]! - fromMs), vessel, heads);
  }
  heads.directionDeg[vessel] = directionAt(tracks, row, start, isJoined);
}

function isStill({ status, sogKn }: Tracks, row: number): boolean {
  return status[row] === AT_ANCHOR || status[row] === MOORED || sogKn[row]! < STILL_KN;
}

function moveBetween({ lon, lat }: Tracks, row: number, share: number, vessel: number, heads: Heads): void {
  const lonA = lon[row]!;
  const latA = lat[row]!;
  const dLon = normalizeLon(lon[row + 1]! - lonA);
  const dLat = lat[row + 1]! - latA;
  if (Math.abs(dLon) < STRAIGHT_DEG && Math.abs(dLat) < STRAIGHT_DEG) {
    heads.lon[vessel] = normalizeLon(lonA + dLon * share);
    heads.lat[vessel] = latA + dLat * share;
    return;
  }
  const [lonAt, latAt] = interpolate(lonA, latA, lon[row + 1]!, lat[row + 1]!, share);
  heads.lon[vessel] = lonAt;
  heads.lat[vessel] = latAt;
}

function directionAt(tracks: Tracks, row: number, start: number, isJoined: boolean): number {
  const heading = tracks.headingDeg[row]!;
  if (!Number.isNaN(heading)) return heading;
  const course = tracks.cogDeg[row]!;
  if (!Number.isNaN(course)) return course;
  const from = isJoined || row === start ? row : row - 1;
  const to = isJoined ? row + 1 : row;
  return bearingDeg(tracks.lon[from]!, tracks.lat[from]!, tracks.lon[to]!, tracks.lat[to]!);
}
