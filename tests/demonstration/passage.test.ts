import { describe, expect, test } from 'vitest';
import { distanceM, M_PER_NM } from '../../src/core/geo/index.ts';
import { HOUR_MS } from '../../src/core/time/index.ts';
import { paceLeg } from '../../src/tools/demonstration/pace.ts';
import { layPassage } from '../../src/tools/demonstration/passage.ts';
import { Random } from '../../src/tools/demonstration/random.ts';

const SEEDS = Array.from({ length: 20 }, (_, i) => `seed ${i}`);

describe('a passage', () => {
  const corner = [
    { lon: 0, lat: 0, roomM: 0 },
    { lon: 0.5, lat: 0, roomM: 0 },
    { lon: 0.5, lat: 0.5, roomM: 0 },
  ];

  test('runs from its first waypoint to its last, and holds both ends', () => {
    const passage = layPassage(corner, new Random('a'));
    expect(passage.at(-5)).toMatchObject({ lon: 0, lat: 0 });
    const end = passage.at(passage.lengthM + 5);
    expect(distanceM(end.lon, end.lat, 0.5, 0.5)).toBeLessThan(0.01);
  });

  test('rounds the turn: shorter than by the corner, longer than across', () => {
    const { lengthM } = layPassage(corner, new Random('a'));
    expect(lengthM).toBeLessThan(60 * M_PER_NM);
    expect(lengthM).toBeGreaterThan(58.5 * M_PER_NM);
  });

  test('turns little by little', () => {
    const passage = layPassage(corner, new Random('a'));
    expect(passage.at(1000).courseDeg).toBeCloseTo(90, 1);
    expect(passage.at(passage.lengthM - 1000).courseDeg).toBeCloseTo(0, 1);
    for (let alongM = 0; alongM < passage.lengthM; alongM += 200) {
      const turn = passage.at(alongM).courseDeg - passage.at(alongM + 200).courseDeg;
      expect(Math.abs(((turn + 540) % 360) - 180)).toBeLessThan(20);
    }
  });

  test.each(SEEDS)('%s: wanders no further than there is room', seed => {
    const wide = layPassage(
      [
        { lon: 100, lat: 0, roomM: 800 },
        { lon: 104, lat: 0, roomM: 800 },
      ],
      new Random(seed),
    );
    const asideM = wide.line.map(([lon, lat]) => distanceM(lon, lat, lon, 0));
    expect(Math.max(...asideM)).toBeLessThanOrEqual(801);
    expect(Math.max(...asideM)).toBeGreaterThan(200);
  });

  test('crosses 180 degrees by the short way', () => {
    const passage = layPassage(
      [
        { lon: 179.5, lat: 10, roomM: 0 },
        { lon: -179.5, lat: 10, roomM: 0 },
      ],
      new Random('a'),
    );
    expect(passage.lengthM / M_PER_NM).toBeCloseTo(59.1, 1);
  });

  test('needs two waypoints', () => {
    expect(() => layPassage(corner.slice(0, 1), new Random('a'))).toThrow('needs 2 waypoints, has 1');
  });
});

describe('a pace', () => {
  const still = (): number => 0;

  test('from rest to rest covers the length in the time, never going back', () => {
    for (const seed of SEEDS) {
      const wave = new Random(seed).wave(5 * HOUR_MS);
      const pace = paceLeg({ lengthNm: 60, durationMs: 6 * HOUR_MS, slowStart: true, slowEnd: true, wave });
      expect(pace.sailedNm(0)).toBe(0);
      expect(pace.sailedNm(6 * HOUR_MS)).toBeCloseTo(60, 9);
      for (let ms = 0; ms < 6 * HOUR_MS; ms += HOUR_MS / 20) {
        expect(pace.sailedNm(ms + HOUR_MS / 20), seed).toBeGreaterThan(pace.sailedNm(ms));
      }
    }
  });

  test('at sea at both ends is even', () => {
    const pace = paceLeg({
      lengthNm: 24,
      durationMs: 2 * HOUR_MS,
      slowStart: false,
      slowEnd: false,
      wave: still,
    });
    expect(pace.passageKn).toBe(12);
    for (const share of [0, 0.2, 0.5, 1]) expect(pace.speedKn(share * 2 * HOUR_MS)).toBeCloseTo(12, 6);
  });

  test('is slow by the berth and fast between', () => {
    const pace = paceLeg({
      lengthNm: 50,
      durationMs: 5 * HOUR_MS,
      slowStart: true,
      slowEnd: true,
      wave: still,
    });
    expect(pace.speedKn(0)).toBeLessThan(0.1);
    expect(pace.speedKn(2.5 * HOUR_MS)).toBeCloseTo(pace.passageKn, 6);
    expect(pace.speedKn(5 * HOUR_MS)).toBeLessThan(0.1);
  });
});

describe('random numbers', () => {
  test('are the same for the same seed on every machine', () => {
    const random = new Random('rajin');
    const drawn = [random.between(0, 1), random.between(0, 1), random.normal()];
    expect(drawn.map(value => value.toFixed(9))).toMatchInlineSnapshot(`
      [
        "0.537809610",
        "0.522433117",
        "0.510840231",
      ]
    `);
    expect(new Random('rajim').between(0, 1)).not.toBe(new Random('rajin').between(0, 1));
  });

  test('spread as they should', () => {
    const random = new Random('spread');
    const uniform = Array.from({ length: 20_000 }, () => random.between(2, 4));
    const normal = Array.from({ length: 20_000 }, () => random.normal());
    expect(mean(uniform)).toBeCloseTo(3, 1);
    expect(Math.min(...uniform)).toBeGreaterThanOrEqual(2);
    expect(Math.max(...uniform)).toBeLessThan(4);
    expect(mean(normal)).toBeCloseTo(0, 1);
    expect(mean(normal.map(value => value * value))).toBeCloseTo(1, 1);
  });
});

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
