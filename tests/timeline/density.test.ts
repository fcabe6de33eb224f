import { describe, expect, test } from 'vitest';
import { reportStrokes } from '../../src/panels/timeline/density.ts';
import { presenceRuns, shipsPerColumn } from '../../src/panels/timeline/presence.ts';
import { msPerPx, type TimeScale, xOf } from '../../src/panels/timeline/time-scale.ts';
import { seededRandom } from '../map/seeded-random.ts';

const SCALE: TimeScale = { from: 1_700_000_000_000, to: 1_700_086_400_000, widthPx: 800 };

/** Ascending times in and around the scale, in bursts, with doubles. */
function times(seed: number, count: number): Float64Array {
  const random = seededRandom(seed);
  const all = Array.from({ length: count }, () => {
    const burst = Math.floor(random() * 12) / 12;
    return Math.floor(SCALE.from - 10_000_000 + (burst + random() * 0.03) * 110_000_000);
  });
  return Float64Array.from([...all, ...all.slice(0, 20)]).sort();
}

/** The same by looking at every report and every stretch. */
function naiveStrokes(t: Float64Array, start: number, end: number, scale: TimeScale): [number, number][] {
  const stretchMs = 4 * msPerPx(scale);
  const counts = new Map<number, number>();
  for (let i = start; i < end; i++) {
    const stretch = Math.ceil(t[i]! / stretchMs);
    if (stretch * stretchMs < scale.from || (stretch - 1) * stretchMs > scale.to) continue;
    counts.set(stretch, (counts.get(stretch) ?? 0) + 1);
  }
  return [...counts].map(([stretch, count]) => [xOf(scale, (stretch - 0.5) * stretchMs), count]);
}

describe('strokes of reports', () => {
  test('count as a naive pass does, within the rows of the ship', () => {
    for (const seed of [1, 2, 3, 4, 5]) {
      const t = times(seed, 3000);
      const strokes = reportStrokes(t, 100, 2900, SCALE);
      const naive = naiveStrokes(t, 100, 2900, SCALE);
      expect(
        strokes.map(({ reports }) => reports),
        `seed ${seed}`,
      ).toEqual(naive.map(([, count]) => count));
      strokes.forEach(({ x }, i) => {
        expect(x, `seed ${seed}`).toBeCloseTo(naive[i]![0], 6);
      });
    }
  });

  test('move with the lanes and are not counted anew when they pan', () => {
    const t = times(9, 2000);
    const byMs = msPerPx(SCALE) * 10;
    const panned = { from: SCALE.from + byMs, to: SCALE.to + byMs, widthPx: SCALE.widthPx };
    const before = reportStrokes(t, 0, t.length, SCALE).filter(({ x }) => x > 20 && x < 780);
    const after = reportStrokes(t, 0, t.length, panned);
    for (const { x, reports } of before) {
      const same = after.find(stroke => Math.abs(stroke.x - (x - 10)) < 1e-6);
      expect(same?.reports, `stroke at ${x}`).toBe(reports);
    }
  });

  test('a ship without reports in view has none', () => {
    expect(reportStrokes(Float64Array.of(1, 2, 3), 0, 3, SCALE)).toEqual([]);
    expect(reportStrokes(new Float64Array(0), 0, 0, SCALE)).toEqual([]);
  });
});

describe('presence', () => {
  test('covers the pixel column of every report and no other', () => {
    const t = times(7, 500);
    const columns = new Set(Array.from(t, instant => Math.floor(xOf(SCALE, instant))));
    const covered = new Set<number>();
    for (const { x0, x1 } of presenceRuns(t, 0, t.length, SCALE)) {
      for (let x = x0; x < x1; x++) covered.add(x);
    }
    expect([...covered].sort((a, b) => a - b)).toEqual([...columns].sort((a, b) => a - b));
  });

  test('a column of the overview has the most ships of the stretches that it covers', () => {
    const heard = { from: SCALE.from, to: SCALE.to, ships: new Uint32Array(1600) };
    heard.ships.set([3, 1], 0);
    heard.ships.set([2], 1599);
    const counts = shipsPerColumn(heard, SCALE);
    expect([counts[0], counts[1], counts[799]]).toEqual([3, 0, 2]);
  });

  test('a strip wider than the stretches has no gaps', () => {
    const heard = { from: SCALE.from, to: SCALE.to, ships: new Uint32Array(60).fill(7) };
    expect([...shipsPerColumn(heard, SCALE)]).toEqual(Array(800).fill(7));
  });
});
