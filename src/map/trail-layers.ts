import type { Instant } from '../core/time/index.ts';
import { mixHex, type Palette, parseHex, type Rgb, shipColour, type ThemeName } from './palette.ts';
import type { Scene, TrailOptions } from './scene.ts';
import type { SegmentLayerProps } from './segment-layer.ts';
import { buildSegments, type Segments, segmentRange } from './segments.ts';
import { FULL_SPEED_KN, speedColour } from './viridis.ts';

/**
 * Levels of detail: up to a zoom, fixes nearer than `stepM` to the last one kept are left out. A step is at most
 * a pixel and a half at 45 degrees; the last level leaves out no more than the swing at anchor.
 */
const LEVELS = [
  { belowZoom: 4, stepM: 4800 },
  { belowZoom: 6, stepM: 1200 },
  { belowZoom: 8, stepM: 300 },
  { belowZoom: 10.5, stepM: 50 },
  { belowZoom: Infinity, stepM: 5 },
] as const;
/** Share of the ship's colour in the trail of other times. */
const OTHER_TIMES_SHARE = 0.7;
const SPEED_STEPS = 64;

/** The tracks of a scene as pieces, each level made when it is first asked for. */
export class Trails {
  readonly #levels = new Map<number, Segments>();

  constructor(readonly scene: Scene) {}

  /** Pieces for a zoom, and the step that they leave out. */
  at(zoom: number): { readonly stepM: number; readonly segments: Segments } {
    const { stepM } = LEVELS.find(({ belowZoom }) => zoom < belowZoom)!;
    const known = this.#levels.get(stepM);
    if (known) return { stepM, segments: known };
    const segments = buildSegments(this.scene.tracks, stepM);
    this.#levels.set(stepM, segments);
    return { stepM, segments };
  }
}

/** Colours of trails for a theme, made once for each scene and theme. */
export interface TrailColours {
  readonly ships: readonly Rgb[];
  /** Mixed into the sea rather than seen through, so that many short pieces on one spot do not add up. */
  readonly shipsOtherTimes: readonly Rgb[];
  readonly speeds: readonly Rgb[];
}

export function trailColours(scene: Scene, palette: Palette, theme: ThemeName): TrailColours {
  const ships = scene.vessels.map(({ hue }) => shipColour(palette, hue));
  return {
    ships: ships.map(parseHex),
    shipsOtherTimes: ships.map(colour => parseHex(mixHex(palette['sea-200'], colour, OTHER_TIMES_SHARE))),
    speeds: Array.from({ length: SPEED_STEPS }, (_, i) =>
      speedColour((FULL_SPEED_KN * i) / (SPEED_STEPS - 1), theme),
    ),
  };
}

/** What one trail layer is made with. */
export interface TrailLayerProps extends SegmentLayerProps {
  readonly id: string;
  readonly data: { readonly length: number };
}

/** The thin trail over the whole stretch of time. It does not depend on the clock. */
export function otherTimesProps(
  trails: Trails,
  colours: TrailColours,
  trail: TrailOptions,
  zoom: number,
): TrailLayerProps {
  const { stepM, segments } = trails.at(zoom);
  const { first, count } = segmentRange(segments, trail.fromMs, trail.toMs);
  const bySpeed = trail.colourBy === 'speed';
  return {
    id: `trail-other-times-${stepM}`,
    data: { length: count },
    segments,
    first,
    colours: bySpeed ? colours.speeds : colours.shipsOtherTimes,
    fullSpeedKn: bySpeed ? FULL_SPEED_KN : null,
    widthPx: bySpeed ? 2.25 : 1.25,
  };
}

/** The thick trail of the way that led to the clock; empty where colour means speed. */
export function atClockProps(
  trails: Trails,
  colours: TrailColours,
  trail: TrailOptions,
  zoom: number,
  clockMs: Instant,
): TrailLayerProps {
  const { stepM, segments } = trails.at(zoom);
  const fromMs = Math.max(trail.fromMs, clockMs - trail.lengthMs);
  const { first, count } = segmentRange(segments, fromMs, trail.colourBy === 'speed' ? fromMs : clockMs);
  return {
    id: `trail-at-clock-${stepM}`,
    data: { length: count },
    segments,
    first,
    colours: colours.ships,
    fullSpeedKn: null,
    widthPx: 2,
  };
}
