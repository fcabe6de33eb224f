import type { Box } from '../core/geo/index.ts';
import { BOX_NUMBERS } from '../core/track/index.ts';
import type { Tracks, TrailOptions } from './scene.ts';
import { rowRun, type TrailPick } from './segments.ts';
import { grown, isWithin, MARGIN_SHARE, mod360 } from './view.ts';

/** What of the tracks is to be drawn, and how far the choice reaches before another one is needed. */
export interface TrailChoice extends TrailPick {
  /** Least step of the tracks that the zoom asks for, metres. */
  readonly stepM: number;
  /** Box that it serves; null for the whole world. */
  readonly box: Box | null;
}

/**
 * Levels of detail: up to a zoom, fixes nearer than `stepM` to the last one kept are left out. A step is at most
 * a pixel and a half at 45 degrees.
 */
const STEPS = [
  { belowZoom: 4, stepM: 4800 },
  { belowZoom: 6, stepM: 1200 },
  { belowZoom: 8, stepM: 300 },
  { belowZoom: 10.5, stepM: 50 },
  { belowZoom: Number.POSITIVE_INFINITY, stepM: 0 },
] as const;
/**
 * So many fixes are drawn at most, before coarser ones must do: they are cut, uploaded and drawn as a whole. A
 * last level that is richer is drawn all the same.
 */
const MAX_FIXES = 150_000;
/** Whether a choice still serves a view: it lies within, at the same detail. */
export function serves(choice: TrailChoice, view: Box, zoom: number, trail: TrailOptions): boolean {
  if (choice.stepM !== stepFor(zoom)) return false;
  if (trail.fromMs < choice.fromMs || trail.toMs > choice.toMs) return false;
  return choice.box === null || isWithin(choice.box, view);
}

/**
 * Chooses ships, time and level for a view. Where the level that the zoom asks for has few enough fixes in all, it is
 * taken whole, and nothing changes as the camera moves; else the ships around the view in the stretch of time, at the
 * finest level that is few enough. Looks at ships and levels, never at rows.
 */
export function chooseTrail(
  tracks: Tracks,
  view: Box,
  zoom: number,
  trail: TrailOptions,
  maxFixes = MAX_FIXES,
): TrailChoice {
  const stepM = stepFor(zoom);
  const level = levelFor(tracks, stepM);
  const everyVessel = Uint32Array.from({ length: tracks.starts.length - 1 }, (_, vessel) => vessel);
  const always = { fromMs: Number.NEGATIVE_INFINITY, toMs: Number.POSITIVE_INFINITY };
  if (fixesIn(tracks, level) <= maxFixes) {
    return { level, stepM, vessels: everyVessel, ...always, box: null };
  }
  const box = grown(view);
  const vessels = everyVessel.filter(vessel => touches(tracks.boxes, vessel, box));
  const marginMs = MARGIN_SHARE * (trail.toMs - trail.fromMs);
  const time = { fromMs: trail.fromMs - marginMs, toMs: trail.toMs + marginMs };
  let coarser = level;
  while (coarser < tracks.levels.length - 1 && fixesOf(tracks, coarser, vessels, time) > maxFixes) coarser++;
  return { level: coarser, stepM, vessels, ...time, box };
}

function stepFor(zoom: number): number {
  return STEPS.find(({ belowZoom }) => zoom < belowZoom)!.stepM;
}

/** The coarsest level that leaves out no more than `stepM`; -1 for every fix. */
function levelFor({ levels }: Tracks, stepM: number): number {
  return levels.findLastIndex(level => level.stepM <= stepM);
}

function fixesIn({ t, levels }: Tracks, level: number): number {
  return level < 0 ? t.length : levels[level]!.rows.length;
}

function fixesOf(
  tracks: Tracks,
  level: number,
  vessels: Uint32Array,
  { fromMs, toMs }: Pick<TrailPick, 'fromMs' | 'toMs'>,
): number {
  let fixes = 0;
  for (const vessel of vessels) {
    const { first, end } = rowRun(tracks, level, vessel, fromMs, toMs);
    fixes += end - first;
  }
  return fixes;
}

/** Whether the box of a ship, if it has one, meets another. */
export function touches(boxes: Float64Array, vessel: number, { west, south, east, north }: Box): boolean {
  const at = BOX_NUMBERS * vessel;
  const shipWest = boxes[at]!;
  const shipEast = boxes[at + 2]!;
  if (!(boxes[at + 1]! <= north && boxes[at + 3]! >= south)) return false;
  return mod360(shipWest - west) <= east - west || mod360(west - shipWest) <= shipEast - shipWest;
}
