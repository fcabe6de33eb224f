import { describe, expect, test } from 'vitest';
import { DAY_MS, MINUTE_MS } from '../../src/core/time/index.ts';
import { ticksOf } from '../../src/panels/timeline/ticks.ts';
import { seededRandom } from '../map/seeded-random.ts';
import { at } from './case.ts';

const APART_PX = 64;

function labels(from: string, to: string, widthPx = 896): (string | null)[] {
  const ticks = ticksOf({ from: at(from), to: at(to), widthPx }, APART_PX);
  return ticks.map(({ label }) => label).filter(label => label !== null);
}

describe('labels of the axis', () => {
  test('ten minutes: every minute', () => {
    expect(labels('2024-03-12 08:25', '2024-03-12 08:35')).toEqual([
      '08:25',
      '08:26',
      '08:27',
      '08:28',
      '08:29',
      '08:30',
      '08:31',
      '08:32',
      '08:33',
      '08:34',
      '08:35',
    ]);
  });

  test('a day: hours, with the day at midnight', () => {
    expect(labels('2024-03-11 18:00', '2024-03-12 18:00')).toEqual([
      ...['18:00', '20:00', '22:00', '12 Mar', '02:00', '04:00', '06:00'],
      ...['08:00', '10:00', '12:00', '14:00', '16:00', '18:00'],
    ]);
  });

  test('eleven weeks: Mondays', () => {
    expect(labels('2024-02-01', '2024-04-17')).toEqual([
      '5 Feb',
      '12 Feb',
      '19 Feb',
      '26 Feb',
      '4 Mar',
      '11 Mar',
      '18 Mar',
      '25 Mar',
      '1 Apr',
      '8 Apr',
      '15 Apr',
    ]);
  });

  test('two years: quarters, with the year in January', () => {
    expect(labels('2023-08-12', '2025-10-07')).toEqual([
      'Oct',
      '2024',
      'Apr',
      'Jul',
      'Oct',
      '2025',
      'Apr',
      'Jul',
      'Oct',
    ]);
  });

  test('forty years: every fifth', () => {
    expect(labels('1985-06-01', '2024-06-01')).toEqual([
      '1990',
      '1995',
      '2000',
      '2005',
      '2010',
      '2015',
      '2020',
    ]);
  });

  test('ten days on a phone: every second day', () => {
    expect(labels('2024-03-07', '2024-03-17', 358)).toEqual([
      '8 Mar',
      '10 Mar',
      '12 Mar',
      '14 Mar',
      '16 Mar',
    ]);
  });
});

describe('ticks', () => {
  test('stand at whole units of UTC, ascending, inside the strip, labels apart', () => {
    const seed = 4711;
    const random = seededRandom(seed);
    for (let i = 0; i < 400; i++) {
      const from = Math.floor(at('2016-01-01') + random() * 3000 * DAY_MS);
      const spanMs = 10 * MINUTE_MS * (1 + 200_000 * random() ** 6);
      const ticks = ticksOf({ from, to: from + spanMs, widthPx: 896 }, APART_PX);
      const why = `seed ${seed}, run ${i}`;
      const majors = ticks.filter(({ label }) => label !== null);
      expect(
        ticks.every(({ t, x }) => t >= from && t <= from + spanMs && x >= 0 && x <= 896),
        why,
      ).toBe(true);
      expect(
        ticks.every(({ t }, k) => k === 0 || t > ticks[k - 1]!.t),
        why,
      ).toBe(true);
      expect(
        majors.every(({ t }) => t % MINUTE_MS === 0),
        why,
      ).toBe(true);
      // A February of 28 days is 8 % shorter than the mean month that plans are chosen by.
      expect(
        majors.every(({ x }, k) => k === 0 || x - majors[k - 1]!.x >= APART_PX * 0.91),
        why,
      ).toBe(true);
      expect(ticks.length, why).toBeLessThan(200);
    }
  });
});
