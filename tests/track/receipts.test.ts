import { expect, test } from 'vitest';
import { mergeReceipts, receiptsOf } from '../../src/core/track/index.ts';
import { fleetOf } from './reports.ts';

test('receipts name first and last row of each input, and how many lie between', () => {
  const rows = [
    { t: 1, source: 2, row: 40 },
    { t: 2, source: 0, row: 9 },
    { t: 3, source: 2, row: 12 },
    { t: 4, source: 2, row: 30 },
    { t: 5, source: 1, row: 1 },
  ];
  const { store } = fleetOf(rows.map(row => ({ ...row, mmsi: 273_000_001, lon: 130, lat: 42 })));
  expect(receiptsOf(store, 0, 3)).toEqual([
    { input: 0, first: 9, last: 9, rows: 1 },
    { input: 2, first: 12, last: 40, rows: 3 },
  ]);
  expect(receiptsOf(store, 4, 4)).toEqual([{ input: 1, first: 1, last: 1, rows: 1 }]);
});

test('merged receipts count each row of the ship once, and those between', () => {
  const rows = [10, 11, 12, 13, 14, 15].map((row, i) => ({
    mmsi: 273_000_001,
    t: i,
    lon: 130,
    lat: 42,
    row,
  }));
  const others = [20, 21].map((row, i) => ({
    mmsi: 273_000_001,
    t: 10 + i,
    lon: 130,
    lat: 42,
    row,
    source: 1,
  }));
  const another = { mmsi: 273_000_002, t: 3, lon: 130, lat: 42, row: 9 };
  const { store } = fleetOf([...rows, ...others, another, { ...another, row: 16 }]);
  const overlapping = [...receiptsOf(store, 0, 2), ...receiptsOf(store, 2, 3)];
  expect(mergeReceipts(store, 0, overlapping)).toEqual([{ input: 0, first: 10, last: 13, rows: 4 }]);
  const apart = [...receiptsOf(store, 5, 7), ...receiptsOf(store, 0, 0)];
  expect(mergeReceipts(store, 0, apart)).toEqual([
    { input: 0, first: 10, last: 15, rows: 6 },
    { input: 1, first: 20, last: 21, rows: 2 },
  ]);
});
