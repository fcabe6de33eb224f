import { describe, expect, test } from 'vitest';
import { distanceM } from '../../src/core/geo/index.ts';
import { firstAfter, headAt, lastAtOrBefore } from '../../src/core/track/index.ts';
import { seededRandom } from '../map/seeded-random.ts';

describe('places in an ascending column', () => {
  test.each([1, 2, 3])('equal those of a search from the start, seed %i', seed => {
    const random = seededRandom(seed);
    for (let round = 0; round < 300; round++) {
      const t = Array.from({ length: Math.floor(random() * 12) }, () => Math.floor(random() * 8));
      t.sort((a, b) => a - b);
      const start = Math.floor(random() * (t.length + 1));
      const end = start + Math.floor(random() * (t.length + 1 - start));
      const time = Math.floor(random() * 10) - 1;
      let last = start - 1;
      for (let i = start; i < end; i++) if (t[i]! <= time) last = i;
      const asked = `seed ${seed}: ${time} in [${t}] from ${start} to ${end}`;
      expect(lastAtOrBefore(t, start, end, time), asked).toBe(last);
      expect(firstAfter(t, start, end, time), asked).toBe(last + 1);
    }
  });
});

describe('the head between two fixes', () => {
  const from = { t: 0, lon: 179, lat: 42 };
  const to = { t: 3_600_000, lon: -179, lat: 43 };

  test('is at even speed along the great circle, across 180 degrees too', () => {
    const whole = distanceM(from.lon, from.lat, to.lon, to.lat);
    for (const share of [0.1, 0.25, 0.5, 0.9]) {
      const [lon, lat] = headAt(from, to, share * to.t);
      expect(distanceM(from.lon, from.lat, lon, lat) / whole).toBeCloseTo(share, 9);
      expect(distanceM(lon, lat, to.lon, to.lat) / whole).toBeCloseTo(1 - share, 9);
    }
  });

  test('stays at the nearer fix outside the two', () => {
    expect(headAt(from, to, -1)).toEqual([179, 42]);
    expect(headAt(from, to, 3_600_001)).toEqual([-179, 43]);
  });

  test('of a ship that does not move is where it is', () => {
    expect(headAt(from, { ...from, t: 1000 }, 500)).toEqual([179, 42]);
    expect(headAt(from, { ...from, lon: -180 + 359 }, 0)).toEqual([179, 42]);
  });
});
