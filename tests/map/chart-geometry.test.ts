import { describe, expect, test } from 'vitest';
import {
  around,
  type Bounds,
  chainLines,
  clipPolygons,
  landFromCoast,
  oddIntervals,
  type Point,
  type Polygon,
  type Ring,
  seamLines,
  unwrapRing,
} from '../../src/tools/chart-geometry.ts';
import { seededRandom } from './seeded-random.ts';

function area(polygons: readonly Polygon[]): number {
  return polygons.flat().reduce((sum, ring) => sum + Math.abs(ringArea(ring)), 0);
}

function ringArea(ring: Ring): number {
  return (
    ring.reduce((sum, [x, y], i) => {
      const [nextX, nextY] = ring[(i + 1) % ring.length]!;
      return sum + x * nextY - nextX * y;
    }, 0) / 2
  );
}

function star(seed: number, points: number): Ring {
  const random = seededRandom(seed);
  return Array.from({ length: points }, (_, i): Point => {
    const angle = (i / points) * 2 * Math.PI;
    const radius = 3 + random() * 7;
    return [Math.cos(angle) * radius, Math.sin(angle) * radius];
  });
}

describe('clipping', () => {
  const outer: Bounds = { west: -20, south: -20, east: 20, north: 20 };
  const hole: Bounds = { west: -4, south: -3, east: 5, north: 2 };

  test('what is inside a box and what is around it make up the whole', () => {
    for (let seed = 1; seed <= 40; seed++) {
      const land = [[star(seed, 40)]];
      const parts = [hole, ...around(outer, hole)].map(box => area(clipPolygons(land, box)));
      const sum = parts.reduce((total, part) => total + part, 0);
      expect(sum, `seed ${seed}`).toBeCloseTo(area(land), 9);
    }
  });

  test('the seam of a land with itself is closed', () => {
    for (let seed = 1; seed <= 40; seed++) {
      const land = [[star(seed, 40)]];
      const inner = clipPolygons(land, hole);
      const parts = around(outer, hole).map(box => clipPolygons(land, box));
      const open = seamLines(inner, parts, hole).map(([a, b]) => Math.hypot(a![0] - b![0], a![1] - b![1]));
      for (const length of open) expect(length, `seed ${seed}`).toBeLessThan(1e-9);
    }
  });

  test('where a finer coast reaches farther, the step is drawn', () => {
    const coarse: readonly Polygon[] = [
      [
        [
          [-10, -10],
          [-1, -10],
          [-1, 10],
          [-10, 10],
        ],
      ],
    ];
    const fine: readonly Polygon[] = [
      [
        [
          [-4, -3],
          [0, -3],
          [0, 2],
          [-4, 2],
        ],
      ],
    ];
    const parts = around(outer, hole).map(box => clipPolygons(coarse, box));
    const seams = seamLines(fine, parts, hole);
    expect(seams).toHaveLength(2);
    for (const seam of seams) expect(seam.map(([lon]) => lon).sort((a, b) => a - b)).toEqual([-1, 0]);
  });
});

describe('unwrapRing', () => {
  test('takes the jump out and brings the middle home', () => {
    const ring = unwrapRing([
      [-170, 60],
      [170, 60],
      [170, 70],
      [-170, 70],
    ]);
    const lons = ring.map(([lon]) => lon);
    expect(Math.max(...lons) - Math.min(...lons)).toBe(20);
    const middle = (Math.max(...lons) + Math.min(...lons)) / 2;
    expect(middle >= -180 && middle < 180).toBe(true);
  });

  test('closes a ring around the pole along it', () => {
    const ring = unwrapRing([
      [-120, -75],
      [0, -70],
      [120, -72],
    ]);
    expect(ring.some(([, lat]) => lat === -90)).toBe(true);
    expect(Math.max(...ring.map(([lon]) => lon)) - Math.min(...ring.map(([lon]) => lon))).toBe(360);
  });

  test('leaves a ring without a jump alone', () => {
    const ring: Ring = [
      [10, 0],
      [11, 0],
      [11, 1],
    ];
    expect(unwrapRing(ring)).toEqual(ring);
  });
});

describe('chainLines', () => {
  test('joins open lines and rings that were cut, whatever their order', () => {
    const lines: readonly (readonly Point[])[] = [
      [
        [2, 0],
        [3, 0],
      ],
      [
        [9, 9],
        [9, 8],
      ],
      [
        [0, 0],
        [1, 0],
        [2, 0],
      ],
      [
        [9, 8],
        [8, 8],
        [9, 9],
      ],
    ];
    const chains = chainLines(lines);
    expect(chains).toHaveLength(2);
    expect(chains[0]).toEqual([
      [0, 0],
      [1, 0],
      [2, 0],
      [3, 0],
    ]);
    expect(chains[1]).toHaveLength(4);
    expect(chains[1]!.at(-1)).toEqual(chains[1]![0]);
  });

  test('refuses lines that branch', () => {
    const branch: readonly Point[] = [
      [0, 0],
      [1, 0],
    ];
    expect(() => chainLines([branch, branch])).toThrow(/share their start/);
  });
});

describe('landFromCoast', () => {
  const box: Bounds = { west: 0, south: 0, east: 10, north: 10 };

  test('a coast from the south edge to the east edge leaves the north-west as land', () => {
    const [polygon] = landFromCoast(
      [
        [
          [4, 0],
          [5, 5],
          [10, 6],
        ],
      ],
      box,
    );
    expect(polygon![0]!.slice(3)).toEqual([
      [10, 10],
      [0, 10],
      [0, 0],
    ]);
  });

  test('the other way round it leaves the south-east', () => {
    const [polygon] = landFromCoast(
      [
        [
          [10, 6],
          [5, 5],
          [4, 0],
        ],
      ],
      box,
    );
    expect(polygon![0]!.slice(3)).toEqual([[10, 0]]);
  });

  test('refuses a coast that ends inside', () => {
    const line: readonly Point[] = [
      [4, 0],
      [5, 5],
    ];
    expect(() => landFromCoast([line], box)).toThrow(/5,5/);
  });
});

test('oddIntervals agrees with counting', () => {
  const seed = 17;
  const random = seededRandom(seed);
  for (let run = 0; run < 50; run++) {
    const intervals = Array.from({ length: 6 }, () => [random() * 10, random() * 10] as const);
    const odd = oddIntervals(intervals);
    for (let x = 0.05; x < 10; x += 0.13) {
      const holding = intervals.filter(([a, b]) => Math.min(a, b) < x && x < Math.max(a, b)).length;
      expect(
        odd.some(([a, b]) => a < x && x < b),
        `seed ${seed}, run ${run}, ${x}`,
      ).toBe(holding % 2 === 1);
    }
  }
});
