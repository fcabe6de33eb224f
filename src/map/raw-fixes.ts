import { type Box, normalizeLon } from '../core/geo/index.ts';
import type { Instant } from '../core/time/index.ts';
import { lastAtOrBefore, Verdict } from '../core/track/index.ts';
import type { Ink } from './ink.ts';
import { type Palette, shipColour } from './palette.ts';
import type { Pick, SceneVessel, Tracks, TrailOptions } from './scene.ts';
import type { Sliced } from './slices.ts';
import { grown, isWithin, mercatorY, mod360, type PicturePoint, type Projector } from './view.ts';

/** From this zoom on the fixes of all ships are shown; those of a chosen ship always are. */
export const ALL_SHIPS_ZOOM = 9;
/** Fixes of one verdict on one spot of this size are one dot, CSS pixels. */
const SPOT_PX = 4;
/** No more dots than this are drawn. */
const MAX_DOTS = 6000;
/** A dot is picked within this distance, CSS pixels. */
const REACH_PX = 6;
const PAUSE_EVERY = 4096;
const WORLD_PX = 512;

/** Which fixes are wanted. */
export interface RawFixesWish {
  /** One ship by its index, or null for all. */
  readonly vessel: number | null;
  readonly box: Box;
  readonly zoom: number;
  readonly fromMs: Instant;
  readonly toMs: Instant;
}

/** Fixes that stand for all those that were wished for, at most one of a verdict on a spot. */
export interface RawFixes {
  readonly wish: RawFixesWish;
  readonly tracks: Tracks;
  /** Rows of the tracks, ascending. */
  readonly rows: Uint32Array;
  /** False where there are more than can be drawn. */
  readonly isWhole: boolean;
}

/** What of the raw fixes is on the chart: all, some since there are too many, or none since the chart is too far off. */
export type RawFixesState = 'all' | 'some' | 'too far';

/** What is to be shown in a view; null where a single ship must be chosen first or the chart come closer. */
export function rawFixesWish(
  vessel: number | null,
  view: Box,
  zoom: number,
  { fromMs, toMs }: TrailOptions,
): RawFixesWish | null {
  if (vessel === null && zoom < ALL_SHIPS_ZOOM) return null;
  return { vessel, box: grown(view), zoom, fromMs, toMs };
}

/** Whether the fixes of one wish do for a view of another: the same ship and time, at much the same zoom. */
export function doesFor(wish: RawFixesWish, view: Box, other: RawFixesWish): boolean {
  return (
    wish.vessel === other.vessel &&
    wish.fromMs === other.fromMs &&
    wish.toMs === other.toMs &&
    Math.abs(wish.zoom - other.zoom) < 0.5 &&
    isWithin(wish.box, view)
  );
}

/** Finds the fixes of a wish, whatever their verdict. Looks at every report of its ships; pauses often. */
export function* gatherFixes(tracks: Tracks, wish: RawFixesWish): Sliced<RawFixes> {
  const { t, lon, lat, verdict, starts } = tracks;
  const { box, fromMs, toMs } = wish;
  const first = wish.vessel === null ? 0 : starts[wish.vessel]!;
  const end = wish.vessel === null ? t.length : starts[wish.vessel + 1]!;
  const widthDeg = box.east - box.west;
  const spotOf = spotsAt(wish.zoom);
  const taken = new Set<number>();
  const rows: number[] = [];
  for (let row = first; row < end && rows.length < MAX_DOTS; row++) {
    if (row % PAUSE_EVERY === 0) yield;
    // NaN, which is no position, is in no box.
    if (!(lat[row]! >= box.south && lat[row]! <= box.north)) continue;
    if (t[row]! < fromMs || t[row]! > toMs || mod360(lon[row]! - box.west) > widthDeg) continue;
    const spot = spotOf(lon[row]!, lat[row]!) * VERDICTS + verdict[row]!;
    if (taken.has(spot)) continue;
    taken.add(spot);
    rows.push(row);
  }
  return { wish, tracks, rows: Uint32Array.from(rows), isWhole: rows.length < MAX_DOTS };
}

const VERDICTS = 8;

/** Numbers the spots of the chart at a zoom. */
function spotsAt(zoom: number): (lon: number, lat: number) => number {
  const perWorld = Math.round((WORLD_PX * 2 ** zoom) / SPOT_PX);
  return (lon, lat) =>
    Math.floor(mercatorY(lat) * perWorld) * perWorld +
    Math.floor(((normalizeLon(lon) + 180) / 360) * perWorld);
}

/** Draws each fix as a dot in the colour of its ship, or in the shape of its verdict where it is not used. */
export function drawRawFixes(
  ink: Ink,
  { rows, tracks }: RawFixes,
  vessels: readonly SceneVessel[],
  projector: Projector,
  palette: Palette,
): void {
  const used = new Map<string, PicturePoint[]>();
  const unused: { readonly at: PicturePoint; readonly verdict: number }[] = [];
  let vessel = 0;
  for (const row of rows) {
    while (tracks.starts[vessel + 1]! <= row) vessel++;
    const at = projector.project(tracks.lon[row]!, tracks.lat[row]!);
    const verdict = tracks.verdict[row]!;
    const colour = shipColour(palette, vessels[vessel]!.hue);
    if (verdict !== Verdict.ok) unused.push({ at, verdict });
    else if (used.has(colour)) used.get(colour)!.push(at);
    else used.set(colour, [at]);
  }
  for (const points of used.values()) ink.dots(points, 2.8, palette.halo);
  for (const [colour, points] of used) ink.dots(points, 2, colour);
  for (const { at, verdict } of unused) drawUnusedFix(ink, at, verdict, palette);
}

/**
 * A fix that is not used: a cross if no hull can have been there, a ring if it says again what another row says, a
 * square for a number that many transponders share, a wide dashed ring for a coarse position.
 */
export function drawUnusedFix(ink: Ink, at: PicturePoint, verdict: number, palette: Palette): void {
  switch (verdict) {
    case Verdict.unreachable:
      cross(ink, at, palette.halo, 3.5);
      cross(ink, at, palette.critical, 1.6);
      return;
    case Verdict.placeholder:
      square(ink, at, palette.halo, 3.5);
      square(ink, at, palette.alert, 1.4);
      return;
    case Verdict.coarse:
      ink.circle(at, 5.5, palette.halo, 3);
      ink.circle(at, 5.5, palette.watch, 1.4, [2, 1.6]);
      return;
    default:
      ink.circle(at, 3.6, palette.halo, 3);
      ink.circle(at, 3.6, palette.info, 1.2);
  }
}

const ARM_PX = 3.2;

function cross(ink: Ink, { x, y }: PicturePoint, colour: string, widthPx: number): void {
  ink.line(
    [
      { x: x - ARM_PX, y: y - ARM_PX },
      { x: x + ARM_PX, y: y + ARM_PX },
    ],
    colour,
    widthPx,
  );
  ink.line(
    [
      { x: x - ARM_PX, y: y + ARM_PX },
      { x: x + ARM_PX, y: y - ARM_PX },
    ],
    colour,
    widthPx,
  );
}

function square(ink: Ink, { x, y }: PicturePoint, colour: string, widthPx: number): void {
  const corners = [
    { x: x - ARM_PX, y: y - ARM_PX },
    { x: x + ARM_PX, y: y - ARM_PX },
    { x: x + ARM_PX, y: y + ARM_PX },
    { x: x - ARM_PX, y: y + ARM_PX },
    { x: x - ARM_PX, y: y - ARM_PX },
  ];
  ink.line(corners, colour, widthPx);
}

/** The nearest fix under a point; of those on one spot one that is not used. */
export function pickFix(
  point: PicturePoint,
  { rows, tracks }: RawFixes,
  projector: Projector,
): Extract<Pick, { kind: 'report' }> | null {
  let best = -1;
  let bestPx = REACH_PX;
  for (const row of rows) {
    const { x, y } = projector.project(tracks.lon[row]!, tracks.lat[row]!);
    const awayPx = Math.hypot(x - point.x, y - point.y) + (tracks.verdict[row] === Verdict.ok ? 1.5 : 0);
    if (awayPx >= bestPx) continue;
    best = row;
    bestPx = awayPx;
  }
  return best < 0 ? null : { kind: 'report', vessel: vesselOf(tracks, best), row: best };
}

function vesselOf({ starts }: Tracks, row: number): number {
  return lastAtOrBefore(starts, 0, starts.length - 1, row);
}
