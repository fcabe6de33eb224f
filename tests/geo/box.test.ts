import { describe, expect, test } from 'vitest';
import {
  type Box,
  boxAround,
  boxContains,
  boxOf,
  distanceM,
  EARTH_RADIUS_M,
} from '../../src/core/geo/index.ts';
import { seededRandom } from '../map/seeded-random.ts';

const ROUNDS = 500;

describe('a box across 180 degrees', () => {
  const box: Box = { west: 170, south: 30, east: 190, north: 50 };

  test.each([
    ['west of it', 175, 40, true],
    ['east of it', -175, 40, true],
    ['on it', 180, 40, true],
    ['on it by its other name', -180, 40, true],
    ['by a name a turn off', 185, 40, true],
    ['at the west edge', 170, 30, true],
    ['at the east edge', -170, 50, true],
    ['beyond the west edge', 169.9, 40, false],
    ['beyond the east edge', -169.9, 40, false],
    ['too far south', 175, 29.9, false],
    ['on the other side of the Earth', 0, 40, false],
    ['without a longitude', Number.NaN, 40, false],
    ['without a latitude', 175, Number.NaN, false],
  ])('holds a point %s: %d, %d: %s', (_, lon, lat, holds) => {
    expect(boxContains(box, lon, lat)).toBe(holds);
  });
});

describe('the box around a circle', () => {
  test('holds the whole circle and is no wider than that', () => {
    for (let seed = 1; seed <= ROUNDS; seed++) {
      const random = seededRandom(seed);
      const lon = random() * 360 - 180;
      const lat = random() * 180 - 90;
      const radiusM = 10 ** (3 + 4 * random());
      const box = boxAround(lon, lat, radiusM);
      const [x, y] = pointAt(lon, lat, radiusM * random(), random() * 360);
      const label = `seed ${seed}: ${lon}, ${lat}, ${radiusM} m`;
      expect(boxContains(box, x, y), label).toBe(true);
      expect(box.west >= -180 && box.west < 180 && box.east >= box.west, label).toBe(true);
      expect(touches(box, lon, lat, radiusM), label).toBe(true);
    }
  });

  test('spans all longitudes where it holds a pole', () => {
    expect(boxAround(50, 89.9, 100_000)).toMatchObject({ west: -180, east: 180, north: 90 });
    expect(boxAround(50, -89.9, 100_000)).toMatchObject({ west: -180, east: 180, south: -90 });
  });

  /** Point at a distance and bearing, by the direct formula on the sphere. */
  function pointAt(lon: number, lat: number, metres: number, bearing: number): [number, number] {
    const [a, d, b] = [lat, (metres / EARTH_RADIUS_M) * (180 / Math.PI), bearing].map(
      x => (x * Math.PI) / 180,
    );
    const sinLat = Math.sin(a!) * Math.cos(d!) + Math.cos(a!) * Math.sin(d!) * Math.cos(b!);
    const y = Math.sin(b!) * Math.sin(d!) * Math.cos(a!);
    const dLon = Math.atan2(y, Math.cos(d!) - Math.sin(a!) * sinLat);
    const degrees = 180 / Math.PI;
    return [lon + dLon * degrees, Math.asin(Math.max(-1, Math.min(1, sinLat))) * degrees];
  }

  /** True if some point of the east edge is on the circle, or there is no such edge. */
  function touches(box: Box, lon: number, lat: number, radiusM: number): boolean {
    if (box.east - box.west >= 360) return true;
    const steps = 4000;
    let nearest = Number.POSITIVE_INFINITY;
    for (let i = 0; i <= steps; i++) {
      const y = box.south + ((box.north - box.south) * i) / steps;
      nearest = Math.min(nearest, distanceM(lon, lat, box.east, y));
    }
    return Math.abs(nearest / radiusM - 1) < 1e-3;
  }
});

describe('the box of points', () => {
  test('is the narrowest that holds them all', () => {
    for (let seed = 1; seed <= ROUNDS; seed++) {
      const random = seededRandom(seed);
      const centre = random() * 360;
      const spread = random() * 400;
      const count = 1 + Math.floor(random() * 8);
      const lons = Array.from({ length: count }, () => centre + spread * (random() - 0.5));
      const lats = lons.map(() => random() * 100 - 50);
      const box = boxOf(lons, lats)!;
      const label = `seed ${seed}: ${lons}`;
      lons.forEach((lon, i) => {
        expect(boxContains(widened(box), lon, lats[i]!), label).toBe(true);
      });
      const widths = lons.map(west => Math.max(...lons.map(lon => (((lon - west) % 360) + 360) % 360)));
      const narrowest = Math.min(...widths.map(width => (width > 360 - 1e-9 ? 0 : width)));
      expect(box.east - box.west, label).toBeCloseTo(narrowest, 6);
      expect([box.south, box.north], label).toEqual([Math.min(...lats), Math.max(...lats)]);
    }
  });

  test('leaves out points without a position, and is null of none', () => {
    expect(boxOf([Number.NaN, 130, 131], [42, 42, Number.NaN])).toEqual({
      west: 130,
      south: 42,
      east: 130,
      north: 42,
    });
    expect(boxOf([Number.NaN], [1])).toBeNull();
    expect(boxOf([], [])).toBeNull();
  });

  /** Room for the last bit of a longitude taken round the Earth. */
  function widened(box: Box): Box {
    return { ...box, west: box.west - 1e-9, east: box.east + 1e-9 };
  }
});
