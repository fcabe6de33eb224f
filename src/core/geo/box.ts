import { EARTH_RADIUS_M, normalizeLon } from './great-circle.ts';

/**
 * A box in degrees. `west` is in [-180, 180); `east` is not less than `west` and passes 180 where the
 * box crosses the antimeridian (a box from 170 E to 170 W is west 170, east 190).
 */
export interface Box {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

/** True if the point lies in the box, its edge included. */
export function boxContains(box: Box, lon: number, lat: number): boolean {
  if (!(lat >= box.south && lat <= box.north)) return false;
  const x = normalizeLon(lon);
  return (x >= box.west && x <= box.east) || x + 360 <= box.east;
}

/** Smallest box that holds every point within `radiusM` of a point; near a pole it spans all longitudes. */
export function boxAround(lon: number, lat: number, radiusM: number): Box {
  const dLat = (radiusM / EARTH_RADIUS_M) * (180 / Math.PI);
  const south = Math.max(-90, lat - dLat);
  const north = Math.min(90, lat + dLat);
  const ratio = Math.sin(radiusM / EARTH_RADIUS_M) / Math.cos((lat * Math.PI) / 180);
  if (south === -90 || north === 90 || !(ratio < 1)) return { west: -180, south, east: 180, north };
  const dLon = Math.asin(ratio) * (180 / Math.PI);
  const west = normalizeLon(lon - dLon);
  return { west, south, east: west + 2 * dLon, north };
}

/**
 * Smallest box around the points `lon[i], lat[i]`: of all boxes the one with the least width, so that a
 * track across 180 degrees gets a narrow one. Points without a position are left out; null if none is left.
 */
export function boxOf(lon: ArrayLike<number>, lat: ArrayLike<number>): Box | null {
  const lons: number[] = [];
  let south = 90;
  let north = -90;
  for (let i = 0; i < lon.length; i++) {
    if (Number.isNaN(lon[i]!) || Number.isNaN(lat[i]!)) continue;
    lons.push(normalizeLon(lon[i]!));
    south = Math.min(south, lat[i]!);
    north = Math.max(north, lat[i]!);
  }
  if (lons.length === 0) return null;
  lons.sort((a, b) => a - b);
  let widest = lons[0]! + 360 - lons.at(-1)!;
  let start = 0;
  for (let i = 1; i < lons.length; i++) {
    const gap = lons[i]! - lons[i - 1]!;
    if (gap <= widest) continue;
    widest = gap;
    start = i;
  }
  const west = lons[start]!;
  return { west, south, east: west + 360 - widest, north };
}
