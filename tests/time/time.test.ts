import { afterEach, describe, expect, test, vi } from 'vitest';
import {
  DAY_MS,
  endOfDay,
  formatDate,
  formatDay,
  formatDuration,
  formatIso,
  formatMinute,
  formatUtc,
  HOUR_MS,
  MINUTE_MS,
  parseDay,
  parseTime,
  SECOND_MS,
} from '../../src/core/time/index.ts';
import { seededRandom } from '../map/seeded-random.ts';

/** Zones that break code which reads the machine's own: far from UTC, half hours, days that clocks skip. */
const ZONES: [zone: string, minutesWestInJanuary: number][] = [
  ['UTC', 0],
  ['Pacific/Auckland', -780],
  ['America/St_Johns', 210],
  ['Asia/Kolkata', -330],
  ['Pacific/Apia', -780],
  ['America/Los_Angeles', 480],
];

afterEach(() => {
  vi.unstubAllEnvs();
});

describe.each(ZONES)('on a machine in %s', (zone, minutesWest) => {
  function there<T>(read: () => T): T {
    vi.stubEnv('TZ', zone);
    // Where the zone can't be set, what follows would pass without having been tried.
    expect(new Date('2024-01-15T00:00:00Z').getTimezoneOffset()).toBe(minutesWest);
    return read();
  }

  test.each<[string, string, string]>([
    ['2024-03-12T08:29:43Z', 'instant', '2024-03-12T08:29:43Z'],
    ['2024-03-12T08:29:43.250Z', 'instant', '2024-03-12T08:29:43.250Z'],
    ['2024-03-12t08:29:43z', 'instant', '2024-03-12T08:29:43Z'],
    [' 2024-03-12 08:29Z ', 'instant', '2024-03-12T08:29:00Z'],
    ['2024-03-12 08:29:43,5Z', 'instant', '2024-03-12T08:29:43.500Z'],
    ['2024-03-12T08:29:43+09:00', 'instant', '2024-03-11T23:29:43Z'],
    ['2024-03-12 08:29:43 -0330', 'instant', '2024-03-12T11:59:43Z'],
    ['2024-03-12T08:29:43+09', 'instant', '2024-03-11T23:29:43Z'],
    ['2024-02-29T23:59:59Z', 'instant', '2024-02-29T23:59:59Z'],
    ['2024-03-12T08:29:43', 'no-zone', '2024-03-12T08:29:43Z'],
    ['2024-03-10 02:30:00', 'no-zone', '2024-03-10T02:30:00Z'],
    ['2011-12-30 12:00', 'no-zone', '2011-12-30T12:00:00Z'],
  ])('%s is %s %s', (text, kind, iso) => {
    const parsed = there(() => parseTime(text));
    expect(parsed.kind).toBe(kind);
    expect(parsed.kind !== 'invalid' && formatIso(parsed.t)).toBe(iso);
  });

  test('days begin at midnight UTC, in spring and autumn too', () => {
    const days = [
      '2024-02-29',
      '2024-03-10',
      '2024-03-31',
      '2024-04-07',
      '2024-11-03',
      '2011-12-30',
      '1970-01-01',
    ];
    for (const day of days) {
      expect(
        there(() => parseDay(day)),
        day,
      ).toBe(Date.UTC(+day.slice(0, 4), +day.slice(5, 7) - 1, +day.slice(8)));
      expect(
        there(() => endOfDay(day)),
        day,
      ).toBe(parseDay(day) + DAY_MS);
    }
  });

  test('texts are of UTC', () => {
    const t = Date.UTC(2024, 2, 12, 23, 30, 5);
    expect(
      there(() => [formatDay(t), formatDate(t), formatMinute(t), formatUtc(t, "HH:mm:ss 'UTC'")]),
    ).toEqual(['2024-03-12', '12 Mar 2024', '12 Mar 2024 23:30 UTC', '23:30:05 UTC']);
  });
});

describe('what is no time', () => {
  test.each([
    '',
    'yesterday',
    '2024-03-12',
    '12/03/2024 08:29',
    '2023-02-29T00:00:00Z',
    '2024-02-30T00:00:00Z',
    '2024-04-31T00:00:00Z',
    '2024-13-01T00:00:00Z',
    '2024-00-10T00:00:00Z',
    '2024-03-12T25:00:00Z',
    '2024-03-12T08:60:00Z',
    '2024-03-12T08:29:60Z',
    '2024-03-12T08:29:43 KST',
    '2024-03-12T08:29:43+9',
    '2024-03-12T08:29:43+09:75',
    '2024-3-12 8:29',
    '20240312T082943Z',
    '2024-03-12T08:29:43Z and more',
  ])('%s', text => {
    expect(parseTime(text)).toEqual({ kind: 'invalid' });
  });

  test.each(['', '2023-02-29', '2024-02-30', '2024-3-1', '2024-03-12T00:00Z', ' 2024-03-12'])(
    'nor a day: %s',
    text => {
      expect(parseDay(text)).toBeNaN();
      expect(endOfDay(text)).toBeNaN();
    },
  );
});

describe('ISO text', () => {
  test('and back is the same instant, to the millisecond', () => {
    for (let seed = 1; seed <= 2000; seed++) {
      const t = Math.floor((seededRandom(seed)() - 0.2) * 4e12);
      const text = formatIso(t);
      expect(parseTime(text), `seed ${seed}: ${text}`).toEqual({ kind: 'instant', t });
    }
  });

  test('has milliseconds only where there are any, and is null where there is no time', () => {
    expect(formatIso(0)).toBe('1970-01-01T00:00:00Z');
    expect(formatIso(1)).toBe('1970-01-01T00:00:00.001Z');
    expect(formatIso(Number.NaN)).toBeNull();
    expect(formatIso(Number.POSITIVE_INFINITY)).toBeNull();
    expect(formatIso(null)).toBeNull();
  });
});

test.each([
  [0, '0 m'],
  [29 * SECOND_MS, '0 m'],
  [12 * MINUTE_MS, '12 m'],
  [59 * MINUTE_MS + 31 * SECOND_MS, '1 h'],
  [HOUR_MS, '1 h'],
  [70 * HOUR_MS + 54 * MINUTE_MS, '70 h 54 m'],
  [99 * HOUR_MS + 59 * MINUTE_MS, '99 h 59 m'],
  [100 * HOUR_MS, '4 d 4 h'],
  [120 * HOUR_MS, '5 d'],
])('%d ms is %s', (ms, text) => {
  expect(formatDuration(ms)).toBe(text);
});
