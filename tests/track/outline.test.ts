import { describe, expect, test } from 'vitest';
import { distanceM } from '../../src/core/geo/index.ts';
import { heardByTime } from '../../src/core/track/heard-by-time.ts';
import {
  BOX_NUMBERS,
  Join,
  levelsOf,
  outlineBuffers,
  outlineOf,
  shipBoxes,
  TrackStore,
  Verdict,
} from '../../src/core/track/index.ts';
import { joinsOf } from '../../src/core/track/joins.ts';
import { randomTracks } from '../map/made-up-tracks.ts';
import { seededRandom } from '../map/seeded-random.ts';

/** Random verdicts and segments, two ships. */
function randomStore(seed: number): TrackStore {
  const random = seededRandom(seed);
  const store = TrackStore.create(200, 2);
  store.starts.set([0, 90, 200]);
  for (let i = 0; i < 200; i++) {
    store.t[i] = i * 1000;
    store.lon[i] = random() * 10;
    store.lat[i] = random() * 10;
    store.verdict[i] = random() < 0.3 ? Verdict.unreachable : Verdict.ok;
    store.segment[i] = Math.floor(i / 40);
  }
  return store;
}

test('a row is joined to the usable one before it in its segment, unless a silence lies between', () => {
  for (const seed of [1, 2, 3]) {
    const store = randomStore(seed);
    const usable = [...store.verdict.keys()].filter(i => store.verdict[i] === Verdict.ok);
    const silent = new Set([usable[10]!, usable[70]!]);
    const joins = joinsOf(store, silent);
    for (let i = 0; i < 200; i++) {
      const start = i < 90 ? 0 : 90;
      const before = usable.findLast(row => row < i && row >= start);
      const isJoined = before !== undefined && store.segment[before] === store.segment[i] && !silent.has(i);
      const join = store.verdict[i] !== Verdict.ok ? Join.unused : isJoined ? Join.joined : Join.begins;
      expect(joins[i], `seed ${seed}, row ${i}`).toBe(join);
    }
  }
});

describe('levels', () => {
  const seed = 12;
  const tracks = randomTracks(seed, 9, 400, roll => (roll() < 0.1 ? 2 : 0));
  const levels = levelsOf(tracks);
  const usable = [...tracks.joins.keys()].filter(row => tracks.joins[row] !== Join.unused);

  test('get coarser, each a part of the one before, in the rows of its ships', () => {
    expect(levels.length).toBeGreaterThan(1);
    levels.forEach(({ rows, starts, stepM }, i) => {
      const finer = new Set(i === 0 ? usable : levels[i - 1]!.rows);
      expect(rows.every(row => finer.has(row))).toBe(true);
      expect(rows.length).toBeLessThan(finer.size);
      expect(stepM).toBeGreaterThan(i === 0 ? 0 : levels[i - 1]!.stepM);
      for (let vessel = 0; vessel < 9; vessel++) {
        for (let k = starts[vessel]!; k < starts[vessel + 1]!; k++) {
          expect(rows[k]! >= tracks.starts[vessel]! && rows[k]! < tracks.starts[vessel + 1]!).toBe(true);
          if (k > starts[vessel]!) expect(rows[k]!).toBeGreaterThan(rows[k - 1]!);
        }
      }
    });
  });

  test('keep the first and the last fix of every stretch that makes a line', () => {
    const ends = usable.filter((row, i) => {
      const isFirst = tracks.joins[row] === Join.begins;
      const isLast = usable[i + 1] === undefined || tracks.joins[usable[i + 1]!] === Join.begins;
      return isFirst !== isLast;
    });
    for (const { rows } of levels) {
      const kept = new Set(rows);
      for (const row of ends) expect(kept, `seed ${seed}, row ${row}`).toContain(row);
    }
  });

  test('leave out no more than their step', () => {
    for (const { rows, stepM } of levels) {
      const kept = new Set(rows);
      let last = -1;
      let isAlone = false;
      usable.forEach((row, i) => {
        if (tracks.joins[row] === Join.begins) {
          isAlone = usable[i + 1] === undefined || tracks.joins[usable[i + 1]!] === Join.begins;
        }
        if (kept.has(row)) last = row;
        else if (!isAlone) {
          const awayM = distanceM(tracks.lon[last]!, tracks.lat[last]!, tracks.lon[row]!, tracks.lat[row]!);
          // Each level is thinned from the finer one, whose own step adds to it; the plane is off by little.
          expect(awayM, `seed ${seed}, row ${row} at ${stepM} m`).toBeLessThan(stepM * 1.4);
        }
      });
    }
  });
});

test('boxes hold every usable fix of their ships and follow them over 180 degrees', () => {
  const seed = 4;
  const tracks = randomTracks(seed, 12, 200, roll => (roll() < 0.1 ? 4 : 0));
  const boxes = shipBoxes(tracks);
  for (let vessel = 0; vessel < 12; vessel++) {
    const [west, south, east, north] = boxes.subarray(BOX_NUMBERS * vessel, BOX_NUMBERS * vessel + 4);
    expect(east! - west!, `seed ${seed}, ship ${vessel}`).toBeLessThan(180);
    for (let row = tracks.starts[vessel]!; row < tracks.starts[vessel + 1]!; row++) {
      if (tracks.joins[row] === Join.unused) continue;
      const turns = [-720, -360, 0, 360, 720].map(turn => tracks.lon[row]! + turn);
      expect(turns.some(lon => lon >= west! - 1e-9 && lon <= east! + 1e-9)).toBe(true);
      expect(tracks.lat[row]! >= south! && tracks.lat[row]! <= north!).toBe(true);
    }
  }
  const none = { ...tracks, joins: new Uint8Array(tracks.joins.length).fill(Join.unused) };
  expect(shipBoxes(none).every(Number.isNaN)).toBe(true);
});

describe('ships heard over time', () => {
  test('each counts once in a stretch, the last instant in the last', () => {
    const store = TrackStore.create(5, 2);
    store.starts.set([0, 3, 5]);
    store.t.set([0, 1, 4096, 1, 2000]);
    const { from, to, ships } = heardByTime(store);
    expect([from, to, ships.length]).toEqual([0, 4096, 4096]);
    expect([ships[0], ships[1], ships[2000], ships[4095]]).toEqual([1, 2, 1, 1]);
    expect(ships.reduce((sum, count) => sum + count, 0)).toBe(5);
  });

  test('nobody in an empty store', () => {
    expect(heardByTime(TrackStore.create(0, 0))).toEqual({ from: 0, to: 0, ships: new Uint32Array(1) });
  });
});

test('every buffer of an outline is handed over once', () => {
  const outline = outlineOf(randomStore(8), new Set());
  const buffers = outlineBuffers(outline);
  expect(new Set(buffers).size).toBe(buffers.length);
  const crossed = structuredClone(outline, { transfer: buffers as ArrayBuffer[] });
  expect(outline.joins.length).toBe(0);
  expect(outline.levels.every(({ rows }) => rows.length === 0)).toBe(true);
  expect(crossed.joins).toHaveLength(200);
});
