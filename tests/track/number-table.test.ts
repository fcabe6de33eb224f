import { expect, test } from 'vitest';
import { NumberTable, transmitterKey } from '../../src/core/track/index.ts';
import { seededRandom } from '../map/seeded-random.ts';

test.each([1, 2, 3])('keys get the numbers that a Map would give them, seed %i', seed => {
  const random = seededRandom(seed);
  const table = new NumberTable();
  const naive = new Map<number, number>();
  for (let i = 0; i < 20_000; i++) {
    const mmsi = 1 + Math.floor(random() * (seed === 1 ? 3000 : 2 ** 30 - 1));
    const key = random() < 0.2 ? transmitterKey(0, mmsi % 10_000_000) : transmitterKey(mmsi, 0);
    if (!naive.has(key)) naive.set(key, naive.size);
    expect(table.numberOf(key), `seed ${seed}, key ${key}`).toBe(naive.get(key));
  }
  expect(table.size).toBe(naive.size);
});

test('no MMSI has the key of an IMO number', () => {
  expect(transmitterKey(2 ** 30 - 1, 9_999_999)).toBeLessThan(transmitterKey(0, 0));
});
