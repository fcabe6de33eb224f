import {
  bearingDeg,
  distanceM,
  EARTH_RADIUS_M,
  type LonLat,
  M_PER_NM,
  normalizeLon,
} from '../core/geo/index.ts';
import type { Instant } from '../core/time/index.ts';

const RAD = Math.PI / 180;
const HOUR_MS = 3_600_000;
/** Points on a full circle. An arc gets its share of them, and no fewer than eight. */
const CIRCLE_POINTS = 720;
/** Web Mercator shows nothing beyond; rings around a pole are closed along it. */
const CLOSING_LAT = 85.051129;

/** A disc on the sphere; its radius is an angle. */
interface Disc {
  readonly lon: number;
  readonly lat: number;
  readonly radius: number;
}

/**
 * Where a ship can be at `t` if it was at `a` at `tA`, will be at `b` at `tB` and makes at most `speedKn`: the
 * part common to the great-circle disc around each. Rings for even-odd filling, each closed, with longitudes that
 * run on past 180 degrees instead of jumping; one ring, but for silences so long that only places around the
 * antipodes of `a` and `b` are out of reach, which come as holes. Null where no place fits: the ship can't have
 * made it, or `t` is outside the silence. Land does not stop a disc.
 */
export function reachPolygon(
  a: LonLat,
  b: LonLat,
  tA: Instant,
  tB: Instant,
  t: Instant,
  speedKn: number,
): readonly (readonly LonLat[])[] | null {
  if (!(t >= tA && t <= tB)) return null;
  const discA = { lon: a[0], lat: a[1], radius: sailedAngle(speedKn, t - tA) };
  const discB = { lon: b[0], lat: b[1], radius: sailedAngle(speedKn, tB - t) };
  const apart = distanceM(a[0], a[1], b[0], b[1], 1);
  if (apart > discA.radius + discB.radius) return null;
  if (apart + discA.radius <= discB.radius) return discRings(discA);
  if (apart + discB.radius <= discA.radius) return discRings(discB);
  if (apart + discA.radius + discB.radius >= 2 * Math.PI) {
    const hole = opposite(discA);
    return [wholeWorld(hole.lon), circle(hole, hole.lon), circle(opposite(discB), hole.lon)];
  }
  const edge = [...arcInside(discA, discB, apart), ...arcInside(discB, discA, apart)];
  return filled(closed(unwrapped(edge)), holdsBothPoles(discA) && holdsBothPoles(discB));
}

/** Ring of places `radiusM` from a centre, closed; for port areas and arcs struck from a report. */
export function circleAround(lon: number, lat: number, radiusM: number): readonly LonLat[] {
  return circle({ lon, lat, radius: radiusM / EARTH_RADIUS_M }, lon);
}

function sailedAngle(speedKn: number, ms: number): number {
  return Math.min(Math.PI, (speedKn * (ms / HOUR_MS) * M_PER_NM) / EARTH_RADIUS_M);
}

function discRings(disc: Disc): readonly (readonly LonLat[])[] {
  if (disc.radius >= Math.PI) return [wholeWorld(disc.lon)];
  return filled(circle(disc, disc.lon), holdsBothPoles(disc));
}

function holdsBothPoles({ lat, radius }: Disc): boolean {
  return radius >= Math.PI / 2 + Math.abs(lat) * RAD;
}

/** On the chart, a region that holds both poles is what lies outside its edge. */
function filled(edge: readonly LonLat[], isOutside: boolean): readonly (readonly LonLat[])[] {
  if (!isOutside) return [edge];
  const lons = edge.map(([lon]) => lon);
  return [wholeWorld((Math.min(...lons) + Math.max(...lons)) / 2), edge];
}

function opposite({ lon, lat, radius }: Disc): Disc {
  return { lon: normalizeLon(lon + 180), lat: -lat, radius: Math.PI - radius };
}

function wholeWorld(lon: number): readonly LonLat[] {
  return [
    [lon - 180, -CLOSING_LAT],
    [lon + 180, -CLOSING_LAT],
    [lon + 180, CLOSING_LAT],
    [lon - 180, CLOSING_LAT],
    [lon - 180, -CLOSING_LAT],
  ];
}

function circle(disc: Disc, nearLon: number): readonly LonLat[] {
  const points = Array.from({ length: CIRCLE_POINTS }, (_, i) => pointAt(disc, (i * 360) / CIRCLE_POINTS));
  return closed(unwrapped(points, nearLon));
}

/** The part of a disc's edge that lies in another disc which it crosses, clockwise. */
function arcInside(disc: Disc, other: Disc, apart: number): readonly LonLat[] {
  const towards = bearingDeg(disc.lon, disc.lat, other.lon, other.lat);
  const cosHalf =
    (Math.cos(other.radius) - Math.cos(disc.radius) * Math.cos(apart)) /
    (Math.sin(disc.radius) * Math.sin(apart));
  const halfDeg = Math.acos(Math.max(-1, Math.min(1, cosHalf))) / RAD;
  const steps = Math.max(8, Math.ceil((CIRCLE_POINTS * halfDeg) / 180));
  return Array.from({ length: steps + 1 }, (_, i) =>
    pointAt(disc, towards - halfDeg + (2 * halfDeg * i) / steps),
  );
}

/** Point on the edge of a disc in a direction from its centre, degrees true. */
function pointAt({ lon, lat, radius }: Disc, directionDeg: number): LonLat {
  const sinLat = Math.sin(lat * RAD);
  const cosLat = Math.cos(lat * RAD);
  const direction = directionDeg * RAD;
  const sinAt = sinLat * Math.cos(radius) + cosLat * Math.sin(radius) * Math.cos(direction);
  const east = Math.sin(direction) * Math.sin(radius) * cosLat;
  const north = Math.cos(radius) - sinLat * sinAt;
  return [
    normalizeLon(lon + Math.atan2(east, north) / RAD),
    Math.asin(Math.max(-1, Math.min(1, sinAt))) / RAD,
  ];
}

/** Longitudes without jumps, beginning on the copy nearest to `nearLon`. */
function unwrapped(points: readonly LonLat[], nearLon = points[0]![0]): LonLat[] {
  let before = nearLon;
  return points.map(([lon, lat]): LonLat => {
    before += normalizeLon(lon - before);
    return [before, lat];
  });
}

/**
 * Closes a ring, along the edge of the chart where it goes around a pole: the region lies on the right of its
 * edge, so an edge that runs west holds the North Pole.
 */
function closed(points: LonLat[]): readonly LonLat[] {
  const [firstLon, firstLat] = points[0]!;
  const lastLon = points.at(-1)![0];
  const turn = Math.round((lastLon + normalizeLon(firstLon - lastLon) - firstLon) / 360);
  if (turn === 0) return [...points, points[0]!];
  const pole = turn < 0 ? CLOSING_LAT : -CLOSING_LAT;
  const endLon = firstLon + turn * 360;
  return [...points, [endLon, firstLat], [endLon, pole], [firstLon, pole], points[0]!];
}
