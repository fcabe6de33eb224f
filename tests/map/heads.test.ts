import { describe, expect, test } from 'vitest';
import { distanceM, interpolate } from '../../src/core/geo/index.ts';
import { Join } from '../../src/core/track/index.ts';
import { HeadKind, Heads, placeHeads } from '../../src/map/heads.ts';
import { randomTracks, tracksOf } from './made-up-tracks.ts';
import { seededRandom } from './seeded-random.ts';

const at = (tracks: ReturnType<typeof tracksOf>, ms: number): Heads => {
  const heads = new Heads(tracks.starts.length - 1);
  placeHeads(tracks, ms, heads);
  return heads;
};

describe('placeHeads', () => {
  const shuttle = tracksOf([
    [
      { t: 1000, lon: 131, lat: 42, sogKn: 12, headingDeg: 185 },
      { t: 2000, lon: 131.1, lat: 42, sogKn: 12 },
      { t: 9000, lon: 132, lat: 42.5, sogKn: 12, breaks: true },
      { t: 9500, lon: 132, lat: 42.6, sogKn: 0.1 },
    ],
  ]);

  test('is nowhere before its first report', () => {
    expect(at(shuttle, 999).kind[0]).toBe(HeadKind.unheard);
    expect(at(shuttle, 999).row[0]).toBe(-1);
    expect(at(shuttle, Number.NaN).kind[0]).toBe(HeadKind.unheard);
  });

  test('moves between two reports', () => {
    const heads = at(shuttle, 1500);
    expect(heads.kind[0]).toBe(HeadKind.underWay);
    expect([heads.lon[0], heads.lat[0]]).toEqual([131.05, 42]);
  });

  test('stays where it was last heard during a silence', () => {
    for (const ms of [2001, 5000, 8999]) {
      const heads = at(shuttle, ms);
      expect(heads.kind[0]).toBe(HeadKind.lastHeard);
      expect([heads.lon[0], heads.lat[0]]).toEqual([131.1, 42]);
    }
  });

  test('at the very instant of a report it was heard', () => {
    expect(at(shuttle, 2000).kind[0]).toBe(HeadKind.underWay);
    expect(at(shuttle, 9000).lon[0]).toBe(132);
  });

  test('stays after its last report', () => {
    const heads = at(shuttle, 1e9);
    expect(heads.kind[0]).toBe(HeadKind.lastHeard);
    expect(heads.lat[0]).toBe(42.6);
  });

  test('takes heading, else course, else the direction of the leg', () => {
    expect(at(shuttle, 1500).directionDeg[0]).toBe(185);
    expect(at(shuttle, 9200).directionDeg[0]).toBeCloseTo(0, 3);
    const course = tracksOf([[{ t: 0, lon: 0, lat: 0, cogDeg: 77 }]]);
    expect(at(course, 0).directionDeg[0]).toBe(77);
  });

  test('is still at anchor, moored, or slower than half a knot', () => {
    for (const row of [
      { status: 1, sogKn: 3 },
      { status: 5, sogKn: 3 },
      { status: 0, sogKn: 0.4 },
    ]) {
      const anchored = tracksOf([
        [
          { t: 0, lon: 0, lat: 0, ...row },
          { t: 10, lon: 0, lat: 0, ...row },
        ],
      ]);
      expect(at(anchored, 5).kind[0]).toBe(HeadKind.still);
    }
  });

  test('goes the short way across 180 degrees', () => {
    const crossing = tracksOf([
      [
        { t: 0, lon: 179.95, lat: 0 },
        { t: 100, lon: -179.95, lat: 0 },
      ],
    ]);
    expect(Math.abs(at(crossing, 50).lon[0]!)).toBeCloseTo(180, 6);
    expect(at(crossing, 75).lon[0]).toBeCloseTo(-179.975, 6);
  });

  test('agrees with a search through all rows', () => {
    const seed = 99;
    const tracks = randomTracks(seed, 12, 60);
    for (let ms = -50; ms < 7000; ms += 37) {
      const heads = at(tracks, ms);
      for (let vessel = 0; vessel < 12; vessel++) {
        let row = -1;
        for (let i = tracks.starts[vessel]!; i < tracks.starts[vessel + 1]!; i++)
          if (tracks.t[i]! <= ms) row = i;
        expect(heads.row[vessel], `seed ${seed}, ship ${vessel}, ${ms} ms`).toBe(row);
        if (row < 0) continue;
        const isJoined = row + 1 < tracks.starts[vessel + 1]! && tracks.joins[row + 1] === Join.joined;
        const share = isJoined ? (ms - tracks.t[row]!) / (tracks.t[row + 1]! - tracks.t[row]!) : 0;
        const next = isJoined ? row + 1 : row;
        const [lon, lat] = interpolate(
          tracks.lon[row]!,
          tracks.lat[row]!,
          tracks.lon[next]!,
          tracks.lat[next]!,
          share,
        );
        // The straight shortcut for short legs may be off by 30 m, no more.
        expect(distanceM(lon, lat, heads.lon[vessel]!, heads.lat[vessel]!)).toBeLessThan(30);
      }
    }
  });

  test('steps over rows that may not be used, and joins over them', () => {
    const faulty = tracksOf([
      [
        { t: 500, lon: 0, lat: 0, verdict: 1 },
        { t: 1000, lon: 131, lat: 42 },
        { t: 1500, lon: 9, lat: 9, verdict: 4 },
        { t: 3000, lon: 131.1, lat: 42 },
        { t: 4000, lon: 9, lat: 9, verdict: 4 },
      ],
    ]);
    expect(at(faulty, 700).kind[0]).toBe(HeadKind.unheard);
    expect([at(faulty, 2000).lon[0], at(faulty, 2000).row[0]]).toEqual([131.05, 1]);
    expect(at(faulty, 5000)).toMatchObject({
      row: Int32Array.of(3),
      kind: Uint8Array.of(HeadKind.lastHeard),
    });
  });

  test('heads that have moved are where heads made anew are', () => {
    const seed = 5;
    const random = seededRandom(seed);
    const tracks = randomTracks(seed, 20, 80, roll => (roll() < 0.3 ? 2 : 0));
    const moved = new Heads(20);
    let ms = 0;
    for (let i = 0; i < 2000; i++) {
      ms = random() < 0.05 ? random() * 8000 - 500 : ms + random() * 20;
      placeHeads(tracks, ms, moved);
      expect(seenOf(moved), `seed ${seed}, ${ms} ms`).toEqual(seenOf(at(tracks, ms)));
    }
  });
});

/** What is drawn of heads; a ship that is not heard is nowhere. */
function seenOf(heads: Heads): unknown[] {
  return [...heads.kind].map((kind, v) =>
    kind === HeadKind.unheard
      ? kind
      : [kind, heads.row[v], heads.lon[v], heads.lat[v], heads.directionDeg[v], heads.sogKn[v]],
  );
}
