import { normalizeLon } from '../geo/index.ts';
import { Join } from './joins.ts';
import type { LevelColumns } from './levels.ts';

/** Numbers of a box in `shipBoxes`: west, south, east, north. */
export const BOX_NUMBERS = 4;

/**
 * The box of each ship's usable fixes, four degrees a ship: west, south, east, north. Longitudes are followed along
 * the track, so that a box over 180 degrees is as wide as its track; west may be any multiple of 360 off. A ship
 * without a usable fix has four NaN.
 */
export function shipBoxes({ lon, lat, joins, starts }: LevelColumns): Float64Array {
  const boxes = new Float64Array(BOX_NUMBERS * (starts.length - 1)).fill(Number.NaN);
  for (let vessel = 0; vessel + 1 < starts.length; vessel++) {
    let x = Number.NaN;
    let west = Number.POSITIVE_INFINITY;
    let south = Number.POSITIVE_INFINITY;
    let east = Number.NEGATIVE_INFINITY;
    let north = Number.NEGATIVE_INFINITY;
    for (let row = starts[vessel]!; row < starts[vessel + 1]!; row++) {
      if (joins[row] === Join.unused) continue;
      x = Number.isNaN(x) ? normalizeLon(lon[row]!) : x + normalizeLon(lon[row]! - x);
      west = Math.min(west, x);
      east = Math.max(east, x);
      south = Math.min(south, lat[row]!);
      north = Math.max(north, lat[row]!);
    }
    if (!Number.isNaN(x)) boxes.set([west, south, east, north], BOX_NUMBERS * vessel);
  }
  return boxes;
}
