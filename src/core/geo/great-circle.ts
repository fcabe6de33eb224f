/** Longitude and latitude in degrees, WGS 84. */
export type LonLat = readonly [lon: number, lat: number];

/** Mean radius of the Earth (IUGG), metres. */
export const EARTH_RADIUS_M = 6_371_008.8;
/** Radius in Global Fishing Watch's pipe-anchorages, metres: 6,371 km. */
export const GFW_EARTH_RADIUS_M = 6_371_000;
export const M_PER_NM = 1852;

const RAD = Math.PI / 180;

/** Longitude in [-180, 180), so that 180, -180 and 540 name one meridian. NaN stays NaN. */
export function normalizeLon(lon: number): number {
  return lon >= -180 && lon < 180 ? lon : ((((lon + 180) % 360) + 360) % 360) - 180;
}

/** Great-circle distance in metres by the haversine; NaN if any coordinate is NaN. */
export function distanceM(
  lonA: number,
  latA: number,
  lonB: number,
  latB: number,
  radiusM: number = EARTH_RADIUS_M,
): number {
  const sinLat = Math.sin(((latB - latA) * RAD) / 2);
  const sinLon = Math.sin(((lonB - lonA) * RAD) / 2);
  const h = sinLat * sinLat + Math.cos(latA * RAD) * Math.cos(latB * RAD) * sinLon * sinLon;
  return 2 * radiusM * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** Initial bearing from A to B, degrees true in [0, 360). 0 where A and B are one point. */
export function bearingDeg(lonA: number, latA: number, lonB: number, latB: number): number {
  const dLon = (lonB - lonA) * RAD;
  const y = Math.sin(dLon) * Math.cos(latB * RAD);
  const x =
    Math.cos(latA * RAD) * Math.sin(latB * RAD) -
    Math.sin(latA * RAD) * Math.cos(latB * RAD) * Math.cos(dLon);
  const degrees = Math.atan2(y, x) / RAD;
  return (degrees + 360) % 360;
}

/**
 * Point at `share` (0 to 1) of the great circle from A to B; longitude in [-180, 180).
 * Antipodes have no single circle: they give A below one half and B from there on.
 */
export function interpolate(lonA: number, latA: number, lonB: number, latB: number, share: number): LonLat {
  const angle = distanceM(lonA, latA, lonB, latB, 1);
  const sinAngle = Math.sin(angle);
  if (sinAngle < 1e-9) return share < 0.5 ? [normalizeLon(lonA), latA] : [normalizeLon(lonB), latB];
  const a = Math.sin((1 - share) * angle) / sinAngle;
  const b = Math.sin(share * angle) / sinAngle;
  const x = a * Math.cos(latA * RAD) * Math.cos(lonA * RAD) + b * Math.cos(latB * RAD) * Math.cos(lonB * RAD);
  const y = a * Math.cos(latA * RAD) * Math.sin(lonA * RAD) + b * Math.cos(latB * RAD) * Math.sin(lonB * RAD);
  const z = a * Math.sin(latA * RAD) + b * Math.sin(latB * RAD);
  return [normalizeLon(Math.atan2(y, x) / RAD), Math.atan2(z, Math.hypot(x, y)) / RAD];
}
