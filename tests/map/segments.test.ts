import { describe, expect, test } from 'vitest';
import { distanceM } from '../../src/core/geo/index.ts';
import type { Tracks } from '../../src/map/scene.ts';
import {
  buildSegments,
  orderOf,
  type Segments,
  segmentRange,
  type TrailPick,
} from '../../src/map/segments.ts';
import { FULL_SPEED_KN } from '../../src/map/viridis.ts';
import { atOnce, randomTracks, tracksOf } from './made-up-tracks.ts';
import { seededRandom } from './seeded-random.ts';

/** Pieces that end in a stretch of time, as texts. */
function linesIn(segments: Segments, fromMs: number, toMs: number): string[] {
  const { first, count } = segmentRange(segments, fromMs, toMs);
  const lines = Array.from({ length: count }, (_, i) =>
    [
      ...segments.places.subarray(4 * (first + i), 4 * (first + i) + 4),
      segments.traits[2 * (first + i)],
    ].join(),
  );
  return lines.sort();
}

/** All ships at all times, at a level, each in the colour of its number. */
function cut(tracks: Tracks, pick: Partial<TrailPick> = {}): Segments {
  const vessels = Uint32Array.from({ length: tracks.starts.length - 1 }, (_, vessel) => vessel);
  const whole = { level: -1, vessels, fromMs: -Infinity, toMs: Infinity };
  return atOnce(buildSegments(tracks, { ...whole, ...pick }, Uint8Array.from(vessels)));
}

describe('buildSegments', () => {
  test('one piece for each leg of a ship, in the order in which they end', () => {
    const segments = cut(
      tracksOf([
        [
          { t: 0, lon: 10, lat: 0 },
          { t: 4000, lon: 10.1, lat: 0 },
          { t: 9000, lon: 10.2, lat: 0 },
        ],
        [
          { t: 1000, lon: 20, lat: 5, sogKn: 3 },
          { t: 6000, lon: 20, lat: 5.1, sogKn: 9 },
        ],
      ]),
    );
    expect(segments.count).toBe(3);
    expect([...segments.endSec]).toEqual([4, 6, 9]);
    expect([...segments.places.slice(0, 4)]).toEqual([10, 0, Math.fround(10.1), 0]);
    expect(segments.traits[2]).toBe(1);
    expect(segments.traits[3]).toBe(Math.round((9 / FULL_SPEED_KN) * 255));
  });

  test('joins nothing over a break, and nothing that did not move', () => {
    const segments = cut(
      tracksOf([
        [
          { t: 0, lon: 10, lat: 0 },
          { t: 1000, lon: 10, lat: 0 },
          { t: 2000, lon: 11, lat: 0, breaks: true },
        ],
      ]),
    );
    expect(segments.count).toBe(0);
    expect(segmentRange(segments, -1e9, 1e9)).toEqual({ first: 0, count: 0 });
  });

  test('a piece never jumps across the chart', () => {
    const { places, count } = cut(randomTracks(5, 9, 80));
    expect(count).toBeGreaterThan(100);
    for (let i = 0; i < count; i++) expect(Math.abs(places[4 * i + 2]! - places[4 * i]!)).toBeLessThan(1);
  });

  test('long legs follow the great circle in pieces of at most 50 km', () => {
    const { places, count, endSec } = cut(
      tracksOf([
        [
          { t: 0, lon: 0, lat: 60 },
          { t: 3_600_000, lon: 40, lat: 60 },
        ],
      ]),
    );
    let highest = 0;
    for (let i = 0; i < count; i++) {
      const lengthM = distanceM(places[4 * i]!, places[4 * i + 1]!, places[4 * i + 2]!, places[4 * i + 3]!);
      expect(lengthM).toBeLessThan(50_010);
      highest = Math.max(highest, places[4 * i + 1]!);
    }
    // A great circle between two places at 60 N, 40 degrees apart, rises to 61.5 N.
    expect(highest).toBeCloseTo(61.52, 1);
    expect(endSec.at(-1)).toBe(3600);
  });

  test('at a coarse level the ends of every unbroken stretch stay', () => {
    const tracks = randomTracks(11, 6, 100);
    const fine = cut(tracks);
    const coarse = cut(tracks, { level: tracks.levels.length - 1 });
    expect(coarse.count).toBeLessThan(fine.count * 0.8);
    expect(coarse.endSec.at(-1)! + coarse.epochMs / 1000).toBeCloseTo(
      fine.endSec.at(-1)! + fine.epochMs / 1000,
      -1,
    );
  });

  test('rows that may not be used have no piece, and the line goes on past them', () => {
    const { places, count } = cut(
      tracksOf([
        [
          { t: 0, lon: 10, lat: 0 },
          { t: 1000, lon: 50, lat: 9, verdict: 4 },
          { t: 2000, lon: 10.1, lat: 0 },
        ],
      ]),
    );
    expect(count).toBe(1);
    expect([...places]).toEqual([10, 0, Math.fround(10.1), 0]);
  });

  test('the pieces of some ships in a stretch of time are those of the whole', () => {
    const seed = 17;
    const random = seededRandom(seed);
    const quick = randomTracks(seed, 8, 120, roll => (roll() < 0.2 ? 4 : 0));
    // Ends of pieces are whole seconds after the first of the part.
    const tracks = { ...quick, t: quick.t.map(t => t * 1000) };
    for (let i = 0; i < 40; i++) {
      const level = Math.floor(random() * (tracks.levels.length + 1)) - 1;
      const vessels = Uint32Array.of(1, 4, 6);
      const fromMs = random() * 6e6;
      const toMs = fromMs + 4000 + random() * 4e6;
      const part = cut(tracks, { level, vessels, fromMs, toMs });
      const whole = cut(tracks, { level, vessels });
      expect(linesIn(part, fromMs + 1000, toMs - 1000), `seed ${seed}, step ${i}`).toEqual(
        linesIn(whole, fromMs + 1000, toMs - 1000),
      );
    }
  });

  test('shifting all times shifts the range and nothing else', () => {
    const tracks = randomTracks(3, 4, 50);
    const later = { ...tracks, t: tracks.t.map(t => t + 86_400_000) };
    const shifted = cut(later);
    const given = cut(tracks);
    expect(shifted.places).toEqual(given.places);
    expect(segmentRange(shifted, 86_401_000, 86_404_000)).toEqual(segmentRange(given, 1000, 4000));
  });
});

test('orderOf agrees with a stable sort', () => {
  const seed = 42;
  const random = seededRandom(seed);
  const keys = Uint32Array.from({ length: 5000 }, (_, i) =>
    i % 3 === 0 ? Math.floor(random() * 50) : Math.floor(random() * 2 ** 32),
  );
  const naive = [...keys.keys()].sort((a, b) => keys[a]! - keys[b]! || a - b);
  expect([...atOnce(orderOf(keys))], `seed ${seed}`).toEqual(naive);
});

test('segmentRange agrees with a filter', () => {
  const seed = 8;
  const segments = cut(randomTracks(seed, 7, 90));
  const random = seededRandom(seed);
  for (let i = 0; i < 200; i++) {
    const fromMs = random() * 9000 - 1000;
    const toMs = fromMs + random() * 5000;
    const naive = [...segments.endSec.keys()].filter(k => {
      const endMs = segments.endSec[k]! * 1000 + segments.epochMs;
      return endMs > fromMs && endMs <= toMs;
    });
    const { first, count } = segmentRange(segments, fromMs, toMs);
    expect(
      Array.from({ length: count }, (_, k) => first + k),
      `seed ${seed}, step ${i}`,
    ).toEqual(naive);
  }
});
