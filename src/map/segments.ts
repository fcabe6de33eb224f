import { distanceM, interpolate, M_PER_NM, normalizeLon } from '../core/geo/index.ts';
import { HOUR_MS, type Instant } from '../core/time/index.ts';
import { Join, lastAtOrBefore } from '../core/track/index.ts';
import type { Tracks } from './scene.ts';
import type { Sliced } from './slices.ts';
import { FULL_SPEED_KN } from './viridis.ts';

/** Longest straight piece on the chart; longer legs follow the great circle in pieces. */
const MAX_PIECE_M = 50_000;
/** So many rows or pieces are worked through between two places to pause: well under a millisecond. */
const PAUSE_EVERY = 2048;

/** The part of the tracks that is cut into pieces. */
export interface TrailPick {
  /** Index into `Tracks.levels`; -1 for every usable fix. */
  readonly level: number;
  /** Indices of the ships, ascending. */
  readonly vessels: Uint32Array;
  /** Legs that lie in this stretch of time or reach into it, milliseconds UTC. */
  readonly fromMs: Instant;
  readonly toMs: Instant;
}

/**
 * Pieces of tracks, sorted by the time at which they end, whatever their ship: what was sailed in a stretch of time
 * is one index range, so a replay draws from buffers that don't change.
 */
export interface Segments {
  readonly count: number;
  /** Instant from which `endSec` counts, ms UTC. */
  readonly epochMs: Instant;
  /** When each piece ends, whole seconds rounded up; ascending. */
  readonly endSec: Uint32Array;
  /** Longitude and latitude of its start, then of its end. The end may pass 180 degrees, so that no piece jumps. */
  readonly places: Float32Array;
  /** Colour of its ship, and the mean speed over its leg in 255ths of `FULL_SPEED_KN`, faster ones as 255. */
  readonly traits: Uint8Array;
}

/** Legs between fixes that belong together, as columns: rows of `Tracks`, ship, and pieces of each. */
interface Legs {
  count: number;
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  readonly vessel: Uint32Array;
  readonly pieces: Uint16Array;
}

/** Rows of one ship in a level: `rows[first]` to before `rows[end]`; where `rows` is null these are rows themselves. */
export interface RowRun {
  readonly rows: Uint32Array | null;
  readonly first: number;
  readonly end: number;
}

/** Rows of a ship in a level that legs in a stretch of time join: those within, the last before and the first after. */
export function rowRun(
  tracks: Tracks,
  level: number,
  vessel: number,
  fromMs: Instant,
  toMs: Instant,
): RowRun {
  const { rows, starts } = level < 0 ? { rows: null, starts: tracks.starts } : tracks.levels[level]!;
  const start = starts[vessel]!;
  const stop = starts[vessel + 1]!;
  const timeAt = (k: number): Instant => tracks.t[rows === null ? k : rows[k]!]!;
  const isUnused = (k: number): boolean => rows === null && tracks.joins[k] === Join.unused;
  let first = Math.max(start, countUpTo(timeAt, start, stop, fromMs) - 1);
  while (first > start && isUnused(first)) first--;
  let last = countUpTo(timeAt, first, stop, toMs);
  while (last < stop && isUnused(last)) last++;
  return { rows, first, end: Math.min(last + 1, stop) };
}

/** The first of `start` to `end` whose time is after `ms`. */
function countUpTo(timeAt: (k: number) => Instant, start: number, end: number, ms: Instant): number {
  let low = start;
  let high = end;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (timeAt(middle) <= ms) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Cuts a part of the tracks into pieces. Nothing is joined over a break, and what did not move has no piece.
 * `colourOf` is the number of each ship's colour. Pauses often.
 */
export function* buildSegments(tracks: Tracks, pick: TrailPick, colourOf: Uint8Array): Sliced<Segments> {
  const legs = yield* findLegs(tracks, pick);
  let count = 0;
  let epochMs = Number.POSITIVE_INFINITY;
  for (let leg = 0; leg < legs.count; leg++) {
    count += legs.pieces[leg]!;
    epochMs = Math.min(epochMs, tracks.t[legs.from[leg]!]!);
  }
  yield;
  const unsorted = new Uint32Array(count);
  const legOf = new Uint32Array(count);
  const pieceOf = new Uint16Array(count);
  let n = 0;
  for (let leg = 0; leg < legs.count; leg++) {
    const startMs = tracks.t[legs.from[leg]!]!;
    const pieces = legs.pieces[leg]!;
    const stepMs = (tracks.t[legs.to[leg]!]! - startMs) / pieces;
    for (let piece = 0; piece < pieces; piece++) {
      unsorted[n] = Math.ceil((startMs + stepMs * (piece + 1) - epochMs) / 1000);
      legOf[n] = leg;
      pieceOf[n] = piece;
      n++;
    }
    if (leg % PAUSE_EVERY === 0) yield;
  }
  const endSec = new Uint32Array(count);
  const places = new Float32Array(4 * count);
  const traits = new Uint8Array(2 * count);
  const order = yield* orderOf(unsorted);
  for (let at = 0; at < count; at++) {
    const piece = order[at]!;
    const leg = legOf[piece]!;
    endSec[at] = unsorted[piece]!;
    writePlaces(places, 4 * at, tracks, legs, leg, pieceOf[piece]!);
    traits[2 * at] = colourOf[legs.vessel[leg]!]!;
    traits[2 * at + 1] = speedByte(legSpeedKn(tracks, legs.from[leg]!, legs.to[leg]!));
    if (at % PAUSE_EVERY === 0) yield;
  }
  return { count, epochMs: count > 0 ? epochMs : 0, endSec, places, traits };
}

function* findLegs(tracks: Tracks, { level, vessels, fromMs, toMs }: TrailPick): Sliced<Legs> {
  const runs: RowRun[] = [];
  let most = 0;
  for (const [i, vessel] of vessels.entries()) {
    const run = rowRun(tracks, level, vessel, fromMs, toMs);
    runs.push(run);
    most += run.end - run.first;
    if (i % PAUSE_EVERY === 0) yield;
  }
  const legs: Legs = {
    count: 0,
    from: new Uint32Array(most),
    to: new Uint32Array(most),
    vessel: new Uint32Array(most),
    pieces: new Uint16Array(most),
  };
  let passed = 0;
  for (const [i, run] of runs.entries()) {
    let kept = -1;
    for (let k = run.first; k < run.end; k++) {
      if (++passed % PAUSE_EVERY === 0) yield;
      const row = run.rows === null ? k : run.rows[k]!;
      if (tracks.joins[row] === Join.unused) continue;
      const isJoined = kept >= 0 && tracks.joins[row] === Join.joined;
      if (!isJoined || addLeg(legs, tracks, kept, row, vessels[i]!)) kept = row;
    }
  }
  return legs;
}

/** Adds the leg between two rows unless it did not move; false if so. */
function addLeg(legs: Legs, { lon, lat }: Tracks, from: number, to: number, vessel: number): boolean {
  const legM = distanceM(lon[from]!, lat[from]!, lon[to]!, lat[to]!);
  if (legM === 0) return false;
  legs.from[legs.count] = from;
  legs.to[legs.count] = to;
  legs.vessel[legs.count] = vessel;
  legs.pieces[legs.count] = Math.ceil(legM / MAX_PIECE_M);
  legs.count++;
  return true;
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

function speedByte(speedKn: number): number {
  return Math.round(255 * Math.max(0, Math.min(1, speedKn / FULL_SPEED_KN)));
}

/** Indices that put `keys` in ascending order, equal keys in their given order: radix sort by 16 bits. Pauses often. */
export function* orderOf(keys: Uint32Array): Sliced<Uint32Array> {
  let order = new Uint32Array(keys.length);
  for (let i = 0; i < order.length; i++) order[i] = i;
  for (const shift of [0, 16]) {
    const starts = new Uint32Array(65_537);
    for (let i = 0; i < keys.length; i++) starts[((keys[i]! >>> shift) & 0xffff) + 1]!++;
    for (let digit = 0; digit < 65_536; digit++) starts[digit + 1]! += starts[digit]!;
    yield;
    const next = new Uint32Array(keys.length);
    for (let k = 0; k < order.length; k++) {
      const i = order[k]!;
      next[starts[(keys[i]! >>> shift) & 0xffff]!++] = i;
      if (k % PAUSE_EVERY === 0) yield;
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
