import { describe, expect, test } from 'vitest';
import { parseTime } from '../../src/core/time/index.ts';
import { readCivilTime } from '../../src/formats/civil-time.ts';
import { epochInstant, TimeField } from '../../src/formats/time-field.ts';
import { bytesOf } from '../ais/sentences.ts';
import { seededRandom } from '../map/seeded-random.ts';

function readTime(text: string, zoneMinutes: number | null = null): number {
  const bytes = bytesOf(`<${text}>`);
  return new TimeField('file', zoneMinutes).read(bytes, 1, bytes.length - 1, 7);
}

function civil(text: string): number {
  const bytes = bytesOf(text);
  return readCivilTime(bytes, 0, bytes.length);
}

describe('the short way to read a time', () => {
  test('agrees with parseTime wherever it reads one', () => {
    const seed = 77;
    const random = seededRandom(seed);
    const number = (from: number, to: number) => from + Math.floor(random() * (to - from + 1));
    const digits = (value: number, width: number) => String(value).padStart(width, '0');
    let read = 0;
    for (let i = 0; i < 5_000; i++) {
      // Fields go past their ends so that impossible dates and times come up too.
      const date = `${digits(number(1000, 2200), 4)}-${digits(number(0, 13), 2)}-${digits(number(0, 32), 2)}`;
      const clock = `${digits(number(0, 25), 2)}:${digits(number(0, 61), 2)}:${digits(number(0, 61), 2)}`;
      const fraction = random() < 0.5 ? `.${digits(number(0, 999), 3)}` : '';
      const text = `${date}${random() < 0.5 ? 'T' : ' '}${clock}${fraction}`;
      const parsed = parseTime(text);
      const short = civil(text);
      // 24:00:00 is the next midnight to parseTime; the short way leaves it alone.
      if (parsed.kind === 'invalid' || clock.startsWith('24'))
        expect(short, `seed ${seed}: ${text}`).toBeNaN();
      else {
        read++;
        expect(short, `seed ${seed}: ${text}`).toBe(parsed.t);
      }
    }
    expect(read).toBeGreaterThan(2_500);
  });

  test('29 February is there in leap years alone', () => {
    expect(civil('2024-02-29 00:00:00')).toBe(Date.UTC(2024, 1, 29));
    expect(civil('2000-02-29 00:00:00')).toBe(Date.UTC(2000, 1, 29));
    expect(civil('2023-02-29 00:00:00')).toBeNaN();
    expect(civil('1900-02-29 00:00:00')).toBeNaN();
  });

  test.each([
    '2024-03-12',
    '2024-03-12T08:29',
    '2024/03/12 08:29:43',
    '2024-03-12x08:29:43',
    '2024-03-12T08:29:43Z',
    '',
  ])('%j is left alone', text => expect(civil(text)).toBeNaN());
});

describe('a time field', () => {
  const T = Date.UTC(2024, 2, 12, 8, 29, 43);

  test.each<[string, number]>([
    ['2024-03-12T08:29:43Z', T],
    ['2024-03-12 08:29:43Z', T],
    ['  2024-03-12T08:29:43Z ', T],
    ['2024-03-12T08:29:43.250Z', T + 250],
    ['2024-03-12T08:29:43.25Z', T + 250],
    ['2024-03-12T17:29:43+09:00', T],
    ['2024-03-12 17:29:43+0900', T],
    ['2024-03-12T08:29Z', T - 43_000],
    ['1710232183', T],
    ['1710232183.25', T + 250],
    ['1710232183250', T + 250],
  ])('%j', (text, t) => {
    expect(readTime(text)).toBe(t);
  });

  test.each([
    '',
    'yesterday',
    '2024-03-12',
    '32/03/2024 08:29:43',
    '2024-02-30T00:00:00Z',
    '20240312',
    '202403120829',
    '20240312082943',
    '5',
    '-1710232183',
  ])('%j is none', text => {
    expect(readTime(text)).toBeNaN();
    expect(readTime(text, 0)).toBeNaN();
  });

  test('without a zone takes the zone given, and is refused without one', () => {
    expect(readTime('2024-03-12 17:29:43', 540)).toBe(T);
    expect(readTime('2024-03-12T08:29:43.250', 0)).toBe(T + 250);
    expect(readTime('2024-03-12T08:29:43.2', -60)).toBe(T + 3_600_200);
    expect(() => readTime('2024-03-12 17:29:43')).toThrow(
      'file:7: expected a time with a zone (…Z or +09:00) or a zone given with --zone, found ‘2024-03-12 17:29:43’',
    );
  });

  test('an epoch is in seconds or milliseconds by its size, from 1979 to 2103', () => {
    expect(epochInstant(3e8)).toBe(3e11);
    expect(epochInstant(3e11)).toBe(3e11);
    expect(epochInstant(2.9e8)).toBeNaN();
    expect(epochInstant(4.2e9)).toBeNaN();
    expect(epochInstant(4.2e12)).toBeNaN();
    expect(epochInstant(Number.NaN)).toBeNaN();
  });
});
