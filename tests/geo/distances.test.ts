import { describe, expect, test } from 'vitest';
import {
  distanceM,
  EARTH_RADIUS_M,
  GFW_EARTH_RADIUS_M,
  type LonLat,
  M_PER_NM,
} from '../../src/core/geo/index.ts';

/** Points of the method's table of distances: to the arc-minute, Dunai approximate. */
const PLACES = {
  Rajin: [130.3, 42.2333],
  Dunai: [132.35, 42.88],
  Vostochny: [133.083, 42.75],
  Vladivostok: [131.9, 43.1167],
  Chongjin: [129.8167, 41.7667],
} satisfies Record<string, LonLat>;

type PlaceName = keyof typeof PLACES;

describe('great-circle distances of the method', () => {
  test.each<[PlaceName, PlaceName, number]>([
    ['Rajin', 'Dunai', 98.6],
    ['Rajin', 'Vostochny', 127.0],
    ['Rajin', 'Vladivostok', 88.3],
    ['Dunai', 'Vostochny', 33.2],
    ['Dunai', 'Vladivostok', 24.3],
    ['Vladivostok', 'Vostochny', 56.5],
  ])('%s to %s: %d nm', (from, to, nm) => {
    expect(distanceM(...PLACES[from], ...PLACES[to]) / M_PER_NM).toBeCloseTo(nm, 1);
    expect(distanceM(...PLACES[to], ...PLACES[from])).toBe(distanceM(...PLACES[from], ...PLACES[to]));
  });

  test('Chongjin to Rajin is 35.3 nm, within the rounding of their positions', () => {
    expect(Math.abs(distanceM(...PLACES.Chongjin, ...PLACES.Rajin) / M_PER_NM - 35.3)).toBeLessThan(0.1);
  });
});

describe('distances that geometry gives', () => {
  const quarter = (Math.PI / 2) * EARTH_RADIUS_M;

  test.each<[string, LonLat, LonLat, number]>([
    ['no way at all', [130, 42], [130, 42], 0],
    ['from the equator to a pole', [77, 0], [-12, 90], quarter],
    ['a quarter of the equator, across 180 degrees', [135, 0], [-135, 0], quarter],
    ['half way round', [0, 0], [180, 0], 2 * quarter],
    ['from pole to pole', [0, -90], [0, 90], 2 * quarter],
    ['over the pole', [10, 60], [-170, 60], (Math.PI / 3) * EARTH_RADIUS_M],
  ])('%s', (_, from, to, metres) => {
    expect(distanceM(...from, ...to)).toBeCloseTo(metres, 3);
  });

  test('scale with the radius given', () => {
    const ratio = GFW_EARTH_RADIUS_M / EARTH_RADIUS_M;
    const metres = distanceM(...PLACES.Rajin, ...PLACES.Dunai);
    expect(distanceM(...PLACES.Rajin, ...PLACES.Dunai, GFW_EARTH_RADIUS_M)).toBeCloseTo(metres * ratio, 6);
    expect(GFW_EARTH_RADIUS_M).toBe(6_371_000);
  });

  test('are NaN where a coordinate is', () => {
    expect(distanceM(Number.NaN, 0, 1, 1)).toBeNaN();
    expect(distanceM(0, 0, 1, Number.NaN)).toBeNaN();
  });
});
