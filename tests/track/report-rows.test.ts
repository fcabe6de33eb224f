import { describe, expect, test } from 'vitest';
import { Collector, Flag } from '../../src/core/track/index.ts';

/** Some blocks of rows, and a part of one. */
const ROWS = 40_000;
const SOURCES = 3;

/** Row `n` of input `n % 3`, of one of seven ships, an hour of the past for each. */
function collectorOf(rows: readonly number[]): Collector {
  const collector = new Collector();
  for (const n of rows) {
    const flags = n === ROWS - 1 ? Flag.synthetic : 0;
    collector.report(1 + (n % 7), 0, n * 1000, n % 180, 0, 1, 2, 3, 0, flags, n % SOURCES, n);
  }
  return collector;
}

const ALL = Array.from({ length: ROWS }, (_, n) => n);

describe('more rows than one block holds', () => {
  test('come back sorted, none lost', () => {
    const { store, vessels } = collectorOf(ALL).finish();
    expect(vessels).toHaveLength(7);
    expect(store.length).toBe(ROWS);
    for (const { index } of vessels) {
      const own = ALL.filter(n => n % 7 === index);
      const [start, end] = [store.starts[index], store.starts[index + 1]];
      expect([...store.row.subarray(start, end)]).toEqual(own);
      expect([...store.t.subarray(start, end)]).toEqual(own.map(n => n * 1000));
    }
  });

  test.each([0, 1, 16_383, 16_384, 16_385, 32_768, ROWS])(
    'truncated to %d rows, then filled again',
    length => {
      const collector = collectorOf(ALL);
      collector.truncate(length);
      expect(collector.length).toBe(length);
      for (const n of ALL.slice(length)) {
        collector.report(1 + (n % 7), 0, n * 1000, n % 180, 0, 1, 2, 3, 0, 0, n % SOURCES, n);
      }
      expect(collector.finish().store.row).toEqual(collectorOf(ALL).finish().store.row);
    },
  );

  test.each([0, 1, 2])('without input %d', source => {
    const collector = collectorOf(ALL);
    collector.remove(source);
    const rest = ALL.filter(n => n % SOURCES !== source);
    expect(collector.length).toBe(rest.length);
    const { store } = collector.finish();
    const expected = collectorOf(rest).finish().store;
    for (const column of ['t', 'lon', 'row', 'source', 'flags'] as const) {
      expect(store[column], column).toEqual(expected[column]);
    }
  });

  test('a summary and a look for flags begin where they are told to', () => {
    const collector = collectorOf(ALL);
    expect(collector.summary(20_000)).toEqual({ ships: 7, from: 20_000_000, to: (ROWS - 1) * 1000 });
    expect(collector.summary(ROWS)).toMatchObject({ ships: 0 });
    expect([collector.anyFlag(0, Flag.synthetic), collector.anyFlag(ROWS, Flag.synthetic)]).toEqual([
      true,
      false,
    ]);
  });
});

test.each([
  [65_536, 1],
  [0, 2 ** 32],
])('input %d, row %d has no room', (source, row) => {
  expect(() => new Collector().report(1, 0, 0, 0, 0, 0, 0, 0, 0, 0, source, row)).toThrow(
    `row ${row} of input ${source}`,
  );
});
