import { describe, expect, test } from 'vitest';
import {
  bearingDeg,
  distanceM,
  EARTH_RADIUS_M,
  interpolate,
  normalizeLon,
} from '../../src/core/geo/index.ts';
import { seededRandom } from '../map/seeded-random.ts';

const ROUNDS = 2000;
const HALF_ROUND_M = Math.PI * EARTH_RADIUS_M;

interface Pair {
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
  readonly share: number;
}

/** Pairs of points, near and far, with a seed to find each again. */
function* pairs(): Generator<[label: string, pair: Pair]> {
  for (let seed = 1; seed <= ROUNDS; seed++) {
    const random = seededRandom(seed);
    const spread = [360, 20, 0.01][seed % 3]!;
    const from = [random() * 360 - 180, random() * 178 - 89] as const;
    const to = [
      normalizeLon(from[0] + (random() - 0.5) * spread),
      Math.max(-90, Math.min(90, from[1] + (random() - 0.5) * spread)),
    ] as const;
    yield [`seed ${seed}`, { from, to, share: random() }];
  }
}

test('the seeds give near, middling and far pairs', () => {
  const metres = [...pairs()].map(([, { from, to }]) => distanceM(...from, ...to));
  expect(metres.filter(m => m < 2000).length).toBeGreaterThan(ROUNDS / 5);
  expect(metres.filter(m => m > 0.5 * HALF_ROUND_M).length).toBeGreaterThan(ROUNDS / 10);
});

describe('interpolate', () => {
  test('gives a point at that share of the way, on the way', () => {
    for (const [label, { from, to, share }] of pairs()) {
      const whole = distanceM(...from, ...to);
      const point = interpolate(...from, ...to, share);
      const slack = 1e-3 + whole * 1e-6;
      expect(Math.abs(distanceM(...from, ...point) - share * whole), label).toBeLessThan(slack);
      expect(Math.abs(distanceM(...point, ...to) - (1 - share) * whole), label).toBeLessThan(slack);
    }
  });

  test('gives longitudes in [-180, 180) and ends at its ends', () => {
    for (const [label, { from, to, share }] of pairs()) {
      const [lon, lat] = interpolate(...from, ...to, share);
      expect(lon >= -180 && lon < 180 && Math.abs(lat) <= 90, label).toBe(true);
      expect(distanceM(...interpolate(...from, ...to, 0), ...from), label).toBeLessThan(0.01);
      expect(distanceM(...interpolate(...from, ...to, 1), ...to), label).toBeLessThan(0.01);
    }
  });

  test('of one point and of antipodes is one of the ends', () => {
    expect(interpolate(190, 42, -170, 42, 0.3)).toEqual([-170, 42]);
    expect(interpolate(0, 0, 180, 0, 0.4)).toEqual([0, 0]);
    expect(interpolate(0, 0, 180, 0, 0.5)).toEqual([-180, 0]);
  });
});

describe('bearing', () => {
  test.each([
    ['north', 10, 0, 10, 5, 0],
    ['east along the equator', 10, 0, 20, 0, 90],
    ['south', 10, 0, 10, -5, 180],
    ['west along the equator', 10, 0, 0, 0, 270],
    ['east across 180 degrees', 179, 0, -179, 0, 90],
    ['nowhere', 10, 20, 10, 20, 0],
  ])('%s', (_, lonA, latA, lonB, latB, degrees) => {
    expect(bearingDeg(lonA, latA, lonB, latB)).toBeCloseTo(degrees, 9);
  });

  test('leads toward the other point: a step along it comes nearer by the step', () => {
    for (const [label, { from, to }] of pairs()) {
      const whole = distanceM(...from, ...to);
      if (whole < 100 || whole > 0.9 * HALF_ROUND_M || Math.abs(from[1]) > 85) continue;
      const bearing = bearingDeg(...from, ...to);
      expect(bearing >= 0 && bearing < 360, label).toBe(true);
      const stepM = 10;
      const angle = (bearing * Math.PI) / 180;
      const degrees = (stepM / EARTH_RADIUS_M) * (180 / Math.PI);
      const lat = from[1] + degrees * Math.cos(angle);
      const lon = from[0] + (degrees * Math.sin(angle)) / Math.cos((from[1] * Math.PI) / 180);
      expect(Math.abs(whole - distanceM(lon, lat, ...to) - stepM), label).toBeLessThan(0.6);
    }
  });
});

describe('normalizeLon', () => {
  test.each([
    [0, 0],
    [179.5, 179.5],
    [180, -180],
    [-180, -180],
    [181, -179],
    [-181, 179],
    [540, -180],
    [-540, -180],
    [3600, 0],
  ])('%d is %d', (lon, normal) => {
    expect(normalizeLon(lon)).toBe(normal);
  });

  test('keeps the meridian, the range, and what is in range already', () => {
    for (let seed = 1; seed <= ROUNDS; seed++) {
      const lon = (seededRandom(seed)() - 0.5) * 4000;
      const normal = normalizeLon(lon);
      expect(normal >= -180 && normal < 180, `seed ${seed}`).toBe(true);
      expect(Math.abs(Math.sin(((normal - lon) * Math.PI) / 360)), `seed ${seed}`).toBeLessThan(1e-11);
      expect(normalizeLon(normal), `seed ${seed}`).toBe(normal);
    }
  });

  test('leaves NaN as it is', () => {
    expect(normalizeLon(Number.NaN)).toBeNaN();
  });
});
