import type { Instant } from '../core/time/index.ts';
import {
  mixHex,
  type Palette,
  parseHex,
  type Rgb,
  SHIP_HUES,
  shipColour,
  type ThemeName,
} from './palette.ts';
import type { TrailOptions } from './scene.ts';
import type { SegmentLayerProps } from './segment-layer.ts';
import type { Segments } from './segments.ts';
import { FULL_SPEED_KN, speedColour } from './viridis.ts';

/** Share of the ship's colour in the trail of other times. */
const OTHER_TIMES_SHARE = 0.7;
const SPEED_STEPS = 64;

/** Colours of trails for a theme, by the number that `colourNumber` gives a ship. */
export interface TrailColours {
  readonly ships: readonly Rgb[];
  /** Mixed into the sea rather than seen through, so that many short pieces on one spot do not add up. */
  readonly shipsOtherTimes: readonly Rgb[];
  readonly speeds: readonly Rgb[];
}

/** Number of a ship's colour: its hue, or the one after the last for the neutral chart colour. */
export function colourNumber(hue: number | null): number {
  return hue === null ? SHIP_HUES : hue % SHIP_HUES;
}

export function trailColours(palette: Palette, theme: ThemeName): TrailColours {
  const ships = [...Array(SHIP_HUES).keys(), null].map(hue => shipColour(palette, hue));
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
}

/** The thin trail over the whole stretch of time. It does not depend on the clock. */
export function otherTimesProps(
  segments: Segments,
  colours: TrailColours,
  { fromMs, toMs, colourBy }: TrailOptions,
): TrailLayerProps {
  const bySpeed = colourBy === 'speed';
  return {
    id: 'trail-other-times',
    segments,
    fromMs,
    toMs,
    colours: bySpeed ? colours.speeds : colours.shipsOtherTimes,
    colourBy,
    widthPx: bySpeed ? 2.25 : 1.25,
  };
}

/** The thick trail of the way that led to the clock; empty where colour means speed. */
export function atClockProps(
  segments: Segments,
  colours: TrailColours,
  trail: TrailOptions,
  clockMs: Instant,
): TrailLayerProps {
  const fromMs = Math.max(trail.fromMs, clockMs - trail.lengthMs);
  return {
    id: 'trail-at-clock',
    segments,
    fromMs,
    toMs: trail.colourBy === 'speed' ? fromMs : clockMs,
    colours: colours.ships,
    colourBy: 'ship',
    widthPx: 2,
  };
}
