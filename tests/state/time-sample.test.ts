import { describe, expect, test } from 'vitest';
import { isTwofold, openTimes, readTimeSample } from '../../src/state/time-sample.ts';

const at = (text: string): number => Date.parse(text);

describe('a text as a time', () => {
  test.each([
    ['03/04/2024 10:00', { 'day-first': '2024-04-03T10:00Z', 'month-first': '2024-03-04T10:00Z' }, false],
    ['25/03/2024 10:00:30', { 'day-first': '2024-03-25T10:00:30Z' }, false],
    ['3/25/2024 1:00 PM', { 'month-first': '2024-03-25T13:00Z' }, false],
    [
      '03/04/2024 10:00 +09:00',
      { 'day-first': '2024-04-03T01:00Z', 'month-first': '2024-03-04T01:00Z' },
      true,
    ],
    ['2024-03-12 00:00:00', { iso: '2024-03-12T00:00Z' }, false],
    ['2024-03-12T09:00:00+09:00', { iso: '2024-03-12T00:00Z' }, true],
    ['14 Mar 2024 02:05', { 'day-first': '2024-03-14T02:05Z' }, false],
    ['1710201600', { 'epoch-s': '2024-03-12T00:00Z' }, true],
    [' 1710201600000 ', { 'epoch-ms': '2024-03-12T00:00Z' }, true],
  ])('%s', (text, readings, namesZone) => {
    const sample = readTimeSample(text)!;
    expect(Object.fromEntries(sample.readings)).toEqual(
      Object.fromEntries(Object.entries(readings).map(([format, iso]) => [format, at(iso)])),
    );
    expect(sample.namesZone).toBe(namesZone);
    expect(isTwofold(sample)).toBe(Object.keys(readings).length > 1);
  });

  test('of one day either way leaves nothing open', () => {
    expect(isTwofold(readTimeSample('03/03/2024 10:00')!)).toBe(false);
  });

  test.each(['', '  ', 'noon', '42', '31/31/2024 10:00', '2024-03-12'])('%j is none', text => {
    expect(readTimeSample(text)).toBeNull();
  });
});

describe('the first rows of a file', () => {
  const columns = new Map([
    ['date', 'Day'],
    ['time', 'Clock'],
  ] as const);
  const table = (...rows: [string, string][]) => ({ header: ['Day', 'Clock '], rows, columns });

  test('show what is open, with date and clock put together', () => {
    const times = openTimes(table(['03/04/2024', '10:00'], ['', ''], ['04/04/2024', ' 10:00']), columns);
    expect(times.twofold?.text).toBe('03/04/2024 10:00');
    expect(times.needsZone).toBe(true);
    expect(times.settledBy).toBeNull();
    expect(times.samples).toHaveLength(2);
  });

  test('may settle the order of the numbers further down', () => {
    const { settledBy } = openTimes(table(['03/04/2024', '10:00'], ['03/25/2024', '10:00']), columns);
    expect(settledBy).toMatchObject({ format: 'month-first', sample: { text: '03/25/2024 10:00' } });
  });

  test('leave nothing open where there is no time', () => {
    expect(openTimes(table(['x', 'y']), new Map())).toEqual({
      samples: [],
      twofold: null,
      settledBy: null,
      needsZone: false,
    });
  });
});
