import { describe, expect, test } from 'vitest';
import { distanceM, interpolate, type LonLat, M_PER_NM } from '../../src/core/geo/index.ts';
import { circleAround, reachPolygon } from '../../src/map/reach.ts';
import { seededRandom } from './seeded-random.ts';

const HOUR_MS = 3_600_000;

/** Even-odd rule over all copies of the world that a ring can lie on. */
function holds(rings: readonly (readonly LonLat[])[], lon: number, lat: number): boolean {
  let inside = false;
  for (const copy of [-720, -360, 0, 360, 720]) {
    for (const ring of rings) {
      for (let i = 1; i < ring.length; i++) {
        const [x1, y1] = ring[i - 1]!;
        const [x2, y2] = ring[i]!;
        if (y1 > lat === y2 > lat) continue;
        if (lon + copy < x1 + ((lat - y1) / (y2 - y1)) * (x2 - x1)) inside = !inside;
      }
    }
  }
  return inside;
}

/** Nautical miles by which a place lies within reach: negative outside. */
function slackNm(
  a: LonLat,
  b: LonLat,
  tA: number,
  tB: number,
  t: number,
  speedKn: number,
  at: LonLat,
): number {
  const fromA = distanceM(a[0], a[1], at[0], at[1]) / M_PER_NM;
  const toB = distanceM(at[0], at[1], b[0], b[1]) / M_PER_NM;
  return Math.min(((t - tA) / HOUR_MS) * speedKn - fromA, ((tB - t) / HOUR_MS) * speedKn - toB);
}

const CASES: readonly (readonly [name: string, a: LonLat, b: LonLat, hours: number, speedKn: number])[] = [
  ['Rajin shuttle', [131.95, 42.74], [132.92, 42.32], 70.9, 13.9],
  ['across 180 degrees', [178.5, -12], [-176, -15], 60, 16],
  ['near the North Pole', [30, 78], [60, 80], 100, 12],
  ['near the South Pole', [-60, -76], [20, -79], 120, 14],
  ['two months, holes at the antipodes', [131, 42], [133, 41], 24 * 70, 14],
  ['a month, most of the Earth', [131, 42], [120, 10], 24 * 40, 14],
  ['one place', [10, 50], [10, 50], 30, 10],
];

describe('reachPolygon', () => {
  test.each(CASES)('%s: agrees with sampled distances', (name, a, b, hours, speedKn) => {
    const seed = 20240312;
    const random = seededRandom(seed);
    const tB = hours * HOUR_MS;
    for (const share of [0.05, 0.3, 0.5, 0.8, 0.97]) {
      const t = share * tB;
      const rings = reachPolygon(a, b, 0, tB, t, speedKn);
      for (let i = 0; i < 400; i++) {
        const spreadDeg = i % 2 === 0 ? 180 : 12;
        const lon = a[0] + (random() * 2 - 1) * spreadDeg;
        const lat =
          i % 2 === 0 ? random() * 168 - 84 : Math.max(-84, Math.min(84, a[1] + (random() * 2 - 1) * 12));
        const slack = slackNm(a, b, 0, tB, t, speedKn, [lon, lat]);
        // Chords of the ring cut off less than 0.3 % of the radius; places this near to the edge prove nothing.
        if (Math.abs(slack) < 0.01 * speedKn * hours) continue;
        const message = `seed ${seed}, ${name}, share ${share}, at ${lon},${lat}, slack ${slack} nm`;
        expect(rings !== null && holds(rings, lon, lat), message).toBe(slack > 0);
      }
    }
  });

  test('the straight run stays within reach while it is sailed', () => {
    const a: LonLat = [131.95, 42.74];
    const b: LonLat = [132.92, 42.32];
    for (const share of [0.1, 0.5, 0.9]) {
      const [lon, lat] = interpolate(a[0], a[1], b[0], b[1], share);
      expect(holds(reachPolygon(a, b, 0, 10 * HOUR_MS, share * 10 * HOUR_MS, 14)!, lon, lat)).toBe(true);
    }
  });

  test('no place fits when the ship is too slow, or outside the silence', () => {
    expect(reachPolygon([0, 0], [10, 0], 0, 10 * HOUR_MS, 5 * HOUR_MS, 20)).toBeNull();
    expect(reachPolygon([0, 0], [0, 0], 0, HOUR_MS, -1, 20)).toBeNull();
    expect(reachPolygon([0, 0], [0, 0], 0, HOUR_MS, HOUR_MS + 1, 20)).toBeNull();
    expect(reachPolygon([0, 0], [0, 0], 0, HOUR_MS, Number.NaN, 20)).toBeNull();
  });

  test('rings are closed and never jump', () => {
    for (const [, a, b, hours, speedKn] of CASES) {
      for (const ring of reachPolygon(a, b, 0, hours * HOUR_MS, 0.4 * hours * HOUR_MS, speedKn) ?? []) {
        expect(ring.at(-1)).toEqual(ring[0]);
        expect(ring.length).toBeGreaterThan(4);
      }
    }
  });
});

describe('circleAround', () => {
  test('every point lies at the radius', () => {
    for (const [lon, lat] of circleAround(179.9, 66, 250_000)) {
      expect(distanceM(179.9, 66, lon, lat)).toBeCloseTo(250_000, 0);
    }
  });
});
