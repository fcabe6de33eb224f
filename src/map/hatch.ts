import type { Rgb } from './palette.ts';

/** Distance between two lines and their breadth on the chart, CSS pixels, and their opacity. */
const SPACING_PX = 7;
const LINE_PX = 0.75;
const OPACITY = 0.36;
/** Side of the repeated square, CSS pixels. */
const TILE_PX = 64;
/** The picture is drawn this much finer than the screen, since MapLibre stretches it by up to as much. */
export const HATCH_OVERSAMPLING = 2;

/** A picture for `Map.addImage`: red, green, blue, alpha, row by row. */
export interface HatchImage {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray<ArrayBuffer>;
}

/**
 * Hatch falling to the right at 45 degrees. MapLibre stretches a pattern by `stretch` (1 to 2) between whole
 * zooms; the hatch is drawn finer by as much, so that on the screen it stays 7 px apart and 0.75 px broad.
 */
export function hatchImage(colour: Rgb, pixelRatio: number, stretch: number): HatchImage {
  const side = Math.round(TILE_PX * pixelRatio);
  const lines = Math.round((TILE_PX * stretch) / (SPACING_PX * Math.SQRT2));
  const period = side / lines;
  const halfBreadth = (LINE_PX * pixelRatio) / stretch / 2;
  const data = new Uint8ClampedArray(side * side * 4);
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      const along = (((x - y) % period) + period) % period;
      const off = Math.min(along, period - along) * Math.SQRT1_2;
      const coverage = Math.max(0, Math.min(1, halfBreadth + 0.5 - off)) * Math.min(1, 2 * halfBreadth);
      data.set([...colour, Math.round(255 * OPACITY * coverage)], (y * side + x) * 4);
    }
  }
  return { width: side, height: side, data };
}

/** By how much MapLibre stretches a pattern at a zoom, in eighths of an octave. */
export function patternStretch(zoom: number): number {
  return 2 ** (Math.floor((zoom - Math.floor(zoom)) * 8) / 8);
}
