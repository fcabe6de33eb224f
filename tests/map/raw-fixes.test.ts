import { describe, expect, test } from 'vitest';
import { Verdict } from '../../src/core/track/index.ts';
import { doesFor, gatherFixes, rawFixesWish } from '../../src/map/raw-fixes.ts';
import type { TrailOptions } from '../../src/map/scene.ts';
import { Projector } from '../../src/map/view.ts';
import { atOnce, randomTracks, tracksOf } from './made-up-tracks.ts';
import { seededRandom } from './seeded-random.ts';

const TRAIL: TrailOptions = { fromMs: 0, toMs: 5000, lengthMs: 0, colourBy: 'ship' };
const VIEW = { west: 170, south: -20, east: 190, north: 20 };

describe('the fixes that are wished for', () => {
  test('are those of the chosen ship at any zoom, of all ships only close by', () => {
    expect(rawFixesWish(null, VIEW, 8.9, TRAIL)).toBeNull();
    expect(rawFixesWish(null, VIEW, 9, TRAIL)).toMatchObject({ vessel: null, fromMs: 0, toMs: 5000 });
    expect(rawFixesWish(3, VIEW, 2, TRAIL)).toMatchObject({ vessel: 3 });
  });

  test('do for another view within the margin, of the same ship and time, at much the same zoom', () => {
    const wish = rawFixesWish(3, VIEW, 9, TRAIL)!;
    const moved = { ...VIEW, west: 179, east: 199 };
    const another = (changes: object) => ({ ...wish, ...changes });
    expect(doesFor(wish, moved, wish)).toBe(true);
    expect(doesFor(wish, { ...VIEW, west: 181, east: 201 }, wish)).toBe(false);
    expect(doesFor(wish, VIEW, another({ vessel: 4 }))).toBe(false);
    expect(doesFor(wish, VIEW, another({ toMs: 6000 }))).toBe(false);
    expect(doesFor(wish, VIEW, another({ zoom: 9.6 }))).toBe(false);
  });
});

describe('gathered fixes', () => {
  const seed = 77;
  const random = seededRandom(seed);
  const tracks = randomTracks(seed, 9, 200, roll => Math.floor(roll() * 6));

  test('stand for every fix in the view and the time, whatever its verdict', () => {
    for (const vessel of [null, 0, 3]) {
      const wish = { vessel, box: VIEW, zoom: 4 + random() * 8, fromMs: 500, toMs: 4000 };
      const { rows, isWhole } = atOnce(gatherFixes(tracks, wish));
      expect(isWhole).toBe(true);
      const projector = new Projector({
        camera: { lon: 180, lat: 0, zoom: wish.zoom, bearingDeg: 0 },
        widthPx: 1,
        heightPx: 1,
      });
      const at = (row: number) => projector.project(tracks.lon[row]!, tracks.lat[row]!);
      for (let row = 0; row < tracks.t.length; row++) {
        const isOwn = vessel === null || (row >= vessel * 200 && row < vessel * 200 + 200);
        const east = tracks.lon[row]! < 0 ? tracks.lon[row]! + 360 : tracks.lon[row]!;
        const inView = east >= 170 && east <= 190 && Math.abs(tracks.lat[row]!) <= 20;
        const inTime = tracks.t[row]! >= 500 && tracks.t[row]! <= 4000;
        if (!isOwn || !inView || !inTime) {
          expect(rows.includes(row), `seed ${seed}, row ${row}`).toBe(false);
          continue;
        }
        const isShown = [...rows].some(shown => {
          const apart = Math.hypot(at(shown).x - at(row).x, at(shown).y - at(row).y);
          return tracks.verdict[shown] === tracks.verdict[row] && apart < 6;
        });
        expect(isShown, `seed ${seed}, row ${row}`).toBe(true);
      }
    }
  });

  test('have one dot for a spot and a verdict', () => {
    const anchored = tracksOf([
      Array.from({ length: 100 }, (_, i) => ({
        t: i,
        lon: 175 + i * 1e-7,
        lat: 1,
        verdict: i % 10 === 0 ? Verdict.duplicate : Verdict.ok,
      })),
    ]);
    const wish = { vessel: 0, box: VIEW, zoom: 10, fromMs: 0, toMs: 100 };
    expect(atOnce(gatherFixes(anchored, wish)).rows).toHaveLength(2);
  });

  test('leave out reports without a position, and say when there are too many', () => {
    const nowhere = tracksOf([[{ t: 1, lon: Number.NaN, lat: Number.NaN, verdict: Verdict.noPosition }]]);
    const wish = { vessel: null, box: VIEW, zoom: 15, fromMs: 0, toMs: 1e6 };
    expect(atOnce(gatherFixes(nowhere, wish)).rows).toHaveLength(0);
    const crowd = tracksOf([
      Array.from({ length: 9000 }, (_, i) => ({
        t: i,
        lon: 171 + (i % 90) * 0.1,
        lat: Math.floor(i / 90) * 0.1,
      })),
    ]);
    expect(atOnce(gatherFixes(crowd, wish)).isWhole).toBe(false);
  });
});
