import { describe, expect, test } from 'vitest';
import { Chart } from '../../src/tools/demonstration/chart.ts';

const square = (west: number, south: number, size: number): [number, number][] => [
  [west, south],
  [west + size, south],
  [west + size, south + size],
  [west, south + size],
  [west, south],
];

/** An island of ten degrees with a lake, a canal out of the lake, and a fine coast in a box to the east. */
const chart = new Chart({
  land: [square(0, 0, 10), square(4, 4, 2)],
  channels: [
    [
      [6, 5],
      [10, 5],
    ],
  ],
  fine: {
    west: 20,
    south: 0,
    east: 24,
    north: 4,
    lines: [
      square(22, 2, 0.5),
      [
        [19, 3],
        [25, 3.5],
      ],
    ],
  },
});

describe('a chart', () => {
  test.each([
    ['open sea', -1, 5, true],
    ['island', 2, 5, false],
    ['island, at the height of a corner', 5, 0.0001, false],
    ['lake', 5, 5, true],
    ['canal', 8, 5.005, true],
    ['beside the canal', 8, 5.02, false],
    ['fine water', 21, 1, true],
    ['fine island', 22.2, 2.2, false],
    ['north of the fine coast', 23.5, 3.9, false],
    ['north of the fine island, whose coast is crossed twice', 22.2, 2.9, true],
    ['outside the box the fine coast does not count', 25, 1, true],
  ])('%s', (_, lon, lat, water) => {
    expect(chart.isWater(lon, lat)).toBe(water);
  });

  test('finds the first land on a run, and none on a clear one', () => {
    const [lon] = chart.landBetween([-2, 2], [12, 2], 1000)!;
    expect(lon).toBeGreaterThan(0);
    expect(lon).toBeLessThan(0.01);
    expect(chart.landBetween([-2, -1], [12, -1], 1000)).toBeNull();
    expect(chart.landBetween([2, 2], [2, 2], 1000)).toEqual([2, 2]);
  });
});
