import { bearingDeg, interpolate, normalizeLon } from '../core/geo/index.ts';
import type { Instant } from '../core/time/index.ts';
import { Join, lastAtOrBefore } from '../core/track/index.ts';
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
export const STRAIGHT_DEG = 0.2;
const AT_ANCHOR = 1;
const MOORED = 5;

/**
 * Where each ship is at the clock, as columns by ship. Overwritten by every call to `placeHeads`. Made for one set
 * of tracks: between two reports nothing is searched for.
 */
export class Heads {
  readonly kind: Uint8Array;
  readonly lon: Float64Array;
  readonly lat: Float64Array;
  /** Degrees true: heading, else course, else direction of the leg. */
  readonly directionDeg: Float32Array;
  readonly sogKn: Float32Array;
  /** Row in `Tracks` of the last usable report at or before the clock; -1 without one. */
  readonly row: Int32Array;
  /** Row of the first usable report after the clock; -1 without one. */
  readonly next: Int32Array;
  /** The clock may move between these two and row and next stay: at `fromMs` or later, before `toMs`. */
  readonly fromMs: Float64Array;
  readonly toMs: Float64Array;

  constructor(readonly count: number) {
    this.kind = new Uint8Array(count);
    this.lon = new Float64Array(count);
    this.lat = new Float64Array(count);
    this.directionDeg = new Float32Array(count);
    this.sogKn = new Float32Array(count);
    this.row = new Int32Array(count).fill(-1);
    this.next = new Int32Array(count).fill(-1);
    this.fromMs = new Float64Array(count).fill(Number.POSITIVE_INFINITY);
    this.toMs = new Float64Array(count).fill(Number.NEGATIVE_INFINITY);
  }
}

/**
 * Finds every ship's place at `ms`: by binary search when its clock has left the reports that it stood between.
 * Between two reports of one stretch a ship moves along the great circle at even speed; over a break, and after its
 * last report, it does not move at all. At NaN no ship is heard.
 */
export function placeHeads(tracks: Tracks, ms: Instant, heads: Heads): void {
  for (let vessel = 0; vessel < heads.count; vessel++) placeHead(tracks, vessel, ms, heads);
}

/** The same for one ship. */
export function placeHead(tracks: Tracks, vessel: number, ms: Instant, heads: Heads): void {
  const isSame = ms >= heads.fromMs[vessel]! && ms < heads.toMs[vessel]!;
  if (!isSame) findRows(tracks, vessel, ms, heads);
  const row = heads.row[vessel]!;
  if (row < 0) return;
  const next = heads.next[vessel]!;
  const isJoined = next >= 0 && tracks.joins[next] === Join.joined;
  const fromMs = tracks.t[row]!;
  if (!isSame) takeRow(tracks, vessel, isJoined, heads);
  heads.kind[vessel] =
    !isJoined && ms > fromMs ? HeadKind.lastHeard : isStill(tracks, row) ? HeadKind.still : HeadKind.underWay;
  if (isJoined && ms > fromMs) {
    moveBetween(tracks, row, next, (ms - fromMs) / (tracks.t[next]! - fromMs), vessel, heads);
  } else {
    heads.lon[vessel] = normalizeLon(tracks.lon[row]!);
    heads.lat[vessel] = tracks.lat[row]!;
  }
}

/** The usable reports around an instant. Rows that may not be used are stepped over one by one, once for each stay. */
function findRows({ t, joins, starts }: Tracks, vessel: number, ms: Instant, heads: Heads): void {
  const start = starts[vessel]!;
  const end = starts[vessel + 1]!;
  const last = lastAtOrBefore(t, start, end, ms);
  let row = last;
  while (row >= start && joins[row] === Join.unused) row--;
  let next = last + 1;
  while (next < end && joins[next] === Join.unused) next++;
  heads.row[vessel] = row >= start ? row : -1;
  heads.next[vessel] = next < end ? next : -1;
  heads.fromMs[vessel] = row >= start ? t[row]! : Number.NEGATIVE_INFINITY;
  heads.toMs[vessel] = next < end ? t[next]! : Number.POSITIVE_INFINITY;
  if (row < start) heads.kind[vessel] = HeadKind.unheard;
}

/** What stays as it is until the next report. */
function takeRow(tracks: Tracks, vessel: number, isJoined: boolean, heads: Heads): void {
  const row = heads.row[vessel]!;
  heads.sogKn[vessel] = tracks.sogKn[row]!;
  heads.directionDeg[vessel] = directionAt(tracks, vessel, isJoined, heads);
}

function isStill({ status, sogKn }: Tracks, row: number): boolean {
  return status[row] === AT_ANCHOR || status[row] === MOORED || sogKn[row]! < STILL_KN;
}

function moveBetween(
  { lon, lat }: Tracks,
  row: number,
  next: number,
  share: number,
  vessel: number,
  heads: Heads,
): void {
  const lonA = lon[row]!;
  const latA = lat[row]!;
  const dLon = normalizeLon(lon[next]! - lonA);
  const dLat = lat[next]! - latA;
  if (Math.abs(dLon) < STRAIGHT_DEG && Math.abs(dLat) < STRAIGHT_DEG) {
    heads.lon[vessel] = normalizeLon(lonA + dLon * share);
    heads.lat[vessel] = latA + dLat * share;
    return;
  }
  const [lonAt, latAt] = interpolate(lonA, latA, lon[next]!, lat[next]!, share);
  heads.lon[vessel] = lonAt;
  heads.lat[vessel] = latAt;
}

function directionAt(tracks: Tracks, vessel: number, isJoined: boolean, { row, next }: Heads): number {
  const at = row[vessel]!;
  const heading = tracks.headingDeg[at]!;
  if (!Number.isNaN(heading)) return heading;
  const course = tracks.cogDeg[at]!;
  if (!Number.isNaN(course)) return course;
  const from = isJoined ? at : usableBefore(tracks, vessel, at);
  const to = isJoined ? next[vessel]! : at;
  return bearingDeg(tracks.lon[from]!, tracks.lat[from]!, tracks.lon[to]!, tracks.lat[to]!);
}

/** The usable report before a row of a ship; the row itself if it is the first. */
function usableBefore({ joins, starts }: Tracks, vessel: number, row: number): number {
  for (let i = row - 1; i >= starts[vessel]!; i--) if (joins[i] !== Join.unused) return i;
  return row;
}
