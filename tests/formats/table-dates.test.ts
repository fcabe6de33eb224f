import { describe, expect, test } from 'vitest';
import { parseTime } from '../../src/core/time/index.ts';
import { readDayMonthTime } from '../../src/formats/civil-time.ts';
import { InputError } from '../../src/formats/input-error.ts';
import { TIME_FORMATS, type TimeFormat } from '../../src/formats/reader.ts';
import { parseTableTime } from '../../src/formats/table-dates.ts';
import { TimeField } from '../../src/formats/time-field.ts';
import { bytesOf } from '../ais/sentences.ts';
import { seededRandom } from '../map/seeded-random.ts';

const T = Date.UTC(2024, 2, 14, 2, 5, 0);
const PM = T + 12 * 3_600_000;

function readAll(
  texts: readonly string[],
  format: TimeFormat | null = null,
  zoneMinutes: number | null = 0,
): number[] {
  const field = new TimeField('file', zoneMinutes, format);
  return texts.map((text, i) => {
    const bytes = bytesOf(`<${text}>`);
    return field.read(bytes, 1, bytes.length - 1, i + 2);
  });
}

function readOne(text: string, format: TimeFormat | null = null, zoneMinutes: number | null = 0): number {
  return readAll([text], format, zoneMinutes)[0]!;
}

/** What a text is read as in each format; `ask` where the date can be read two ways. */
function readEveryWay(text: string): Record<string, number | 'ask'> {
  const ways = [null, ...TIME_FORMATS].map(format => {
    try {
      return [format ?? 'none', readOne(text, format)];
    } catch (error) {
      if (error instanceof InputError && error.remedy === 'time-format') return [format ?? 'none', 'ask'];
      throw error;
    }
  });
  return Object.fromEntries(ways.filter(([, t]) => t === 'ask' || !Number.isNaN(t)));
}

describe('golden table of one-way times', () => {
  test.each<[string, number]>([
    ['14/03/2024 02:05:00', T],
    ['14/03/2024 2:05', T],
    ['14.03.2024 02:05', T],
    ['14-03-2024 02:05:00', T],
    ['14/3/2024 02:05:00.250', T + 250],
    ['14.3.2024 02:05:00,25', T + 250],
    ['14/03/2024T02:05:00', T],
    ['14/03/2024, 02:05:00', T],
    ['14/03/2024  02:05', T],
    ['3/14/2024 2:05:00 AM', T],
    ['3/14/2024 2:05:00 PM', PM],
    ['3/14/2024 2:05 pm', PM],
    ['3/14/2024, 2:05:00PM', PM],
    ['3/14/2024, 2:05:00\u202fPM', PM],
    ['03/14/2024 12:05 AM', T - 2 * 3_600_000],
    ['03/14/2024 12:05 PM', T + 10 * 3_600_000],
    ['3/14/24 2:05', T],
    ['12/31/69 00:00', Date.UTC(2069, 11, 31)],
    ['31/12/70 00:00', Number.NaN],
    ['31/12/79 00:00', Date.UTC(1979, 11, 31)],
    ['03/03/2024 00:00', Date.UTC(2024, 2, 3)],
    ['03/03/03 00:00', Date.UTC(2003, 2, 3)],
    ['29/02/2024 00:00', Date.UTC(2024, 1, 29)],

    ['20240314T020500Z', T],
    ['20240314T020500', T],
    ['20240314T0205Z', T],
    ['20240314T020500.250Z', T + 250],
    ['20240314T110500+0900', T],
    ['20240314_020500', T],
    ['20240314 02:05:00', T],
    ['2024/03/14 02:05:00', T],
    ['2024/3/14 2:05', T],
    ['2024.03.14 02:05', T],
    ['2024-3-14 2:05:00 PM', PM],
    ['2024-03-14 02:05:00 UTC', T],
    ['2024-03-14 02:05:00.123456 UTC', T + 123],
    ['2024-03-14T02:05:00 GMT', T],
    ['2024-03-14 11:05:00 UTC+09:00', T],
    ['2024-03-14 11:05:00 +09:00', T],
    ['2024-03-13 22:35:00-03:30', T],

    ['14 Mar 2024 02:05', T],
    ['14 March 2024 02:05:00 UTC', T],
    ['14-MAR-2024 02:05:00', T],
    ['14 mar. 2024, 02:05', T],
    ['Mar 14, 2024 02:05', T],
    ['March 14 2024 2:05 PM', PM],
    ['Mar 14, 2024, 2:05:00 AM', T],
    ['7 Sept 2024 00:00', Date.UTC(2024, 8, 7)],
    ['1 May 2024 00:00Z', Date.UTC(2024, 4, 1)],

    ['14/03/2024 02:05:00Z', T],
    ['14/03/2024 02:05:00 GMT', T],
    ['14/03/2024 11:05+0900', T],
    ['14/03/2024 11:05 +09', T],
  ])('%j', (text, t) => {
    expect(readOne(text)).toBe(t);
  });

  test.each([
    // A date alone, a clock alone.
    '14/03/2024',
    '14 Mar 2024',
    '20240314',
    '02:05:00',
    // What no calendar and no clock has.
    '30/02/2024 00:00',
    '29/02/2023 00:00',
    '31/04/2024 00:00',
    '13/13/2024 00:00',
    '0/3/2024 00:00',
    '14/0/2024 00:00',
    '14/03/2024 24:00',
    '14/03/2024 23:60',
    '14/03/2024 23:59:60',
    '3/14/2024 13:05 PM',
    '3/14/2024 0:05 AM',
    '20241314T020500Z',
    '20240314T250500Z',
    '2024/13/14 00:00',
    // Years of one, three and five digits, and a year first with two.
    '14/03/4 00:00',
    '14/03/024 00:00',
    '14/03/20245 00:00',
    '99-03-14 00:00',
    // Mixed marks, missing parts, words that are no months or zones.
    '14/03-2024 00:00',
    '14/03/2024 02',
    '14/03/2024 :05',
    '14/03/2024 02:5',
    '14/03/2024 02:05:',
    '14/03/2024 02:05:00.',
    '14/03/2024 02:05 XM',
    '14/03/2024 02:05 CET',
    '14/03/2024 02:05 +15:00',
    '14/03/2024 02:05 +09:60',
    '14/03/202402:05',
    '14 Mai 2024 02:05',
    '14 Ma 2024 02:05',
    '14 Marc. 24 02:05',
    'Mar 32, 2024 02:05',
    'x14/03/2024 02:05',
    '14/03/2024 02:05 x',
    '14/03/2024 02:05\u0000',
    `14/03/2024 02:05${' '.repeat(80)}x`,
  ])('%j is none', text => {
    expect(readOne(text)).toBeNaN();
  });
});

describe('a date with two readings', () => {
  test.each([
    '03/04/2024 00:00:00',
    '3.4.2024 00:00',
    '12-11-2024 23:59:59Z',
    // With two digits the year may stand first.
    '14/03/24 02:05',
    '03/03/24 02:05',
    '3/4/05 2:05 PM',
  ])('%j is refused, with its remedy', text => {
    const read = () => readOne(text);
    expect(read).toThrow(InputError);
    expect(read).toThrow(
      `file:2: expected a date that can be read one way only, or --time-format day-first or month-first, found ‘${text}’`,
    );
    expect(readEveryWay(text)).toMatchObject({ none: 'ask' });
  });

  test('a date with one reading above settles the order, and a date against it is none', () => {
    const [april, march] = [Date.UTC(2024, 3, 3), Date.UTC(2024, 2, 4)];
    expect(readAll(['25/03/2024 00:00', '03/04/2024 00:00', '03/25/2024 00:00'])).toEqual([
      Date.UTC(2024, 2, 25),
      april,
      Number.NaN,
    ]);
    expect(readAll(['3/25/2024 0:00', '3/4/2024 0:00', '25/3/2024 0:00'])).toEqual([
      Date.UTC(2024, 2, 25),
      march,
      Number.NaN,
    ]);
  });

  test.each([
    ['03/03/2024 00:00'],
    ['2024-03-25 00:00:00'],
    ['25 Mar 2024 00:00'],
    ['1710381900'],
    ['25/13/2024 00:00'],
    ['25/03/2024'],
  ])('%j settles nothing', text => {
    expect(() => readAll([text, '03/04/2024 00:00'])).toThrow('file:3: expected a date that can be read one');
  });

  test('below a date with two readings a settling one comes too late', () => {
    expect(() => readAll(['03/04/2024 00:00', '25/03/2024 00:00'])).toThrow('file:2:');
  });
});

describe('a format given', () => {
  const iso = { none: T, iso: T };
  const april = Date.UTC(2024, 3, 3);
  const march = Date.UTC(2024, 2, 4);

  test.each<[string, Record<string, number | 'ask'>]>([
    ['2024-03-14T02:05:00Z', iso],
    ['2024-03-14 02:05:00', iso],
    ['2024-03-14 02:05:00 UTC', iso],
    ['2024/3/14 2:05', iso],
    ['20240314T020500Z', iso],
    ['14/03/2024 02:05', { none: T, 'day-first': T }],
    ['3/14/2024 2:05', { none: T, 'month-first': T }],
    ['03/04/2024 00:00', { none: 'ask', 'day-first': april, 'month-first': march }],
    ['14/03/24 02:05', { none: 'ask', 'day-first': T }],
    ['14 Mar 2024 02:05', { none: T, 'day-first': T, 'month-first': T }],
    ['Mar 14, 2024 02:05', { none: T, 'day-first': T, 'month-first': T }],
    ['1710381900', { none: T, 'epoch-s': T }],
    ['1710381900.25', { none: T + 250, 'epoch-s': T + 250 }],
    ['1710381900250', { none: T + 250, 'epoch-ms': T + 250 }],
    ['202403140205', {}],
    ['2024-03-14', {}],
  ])('%j', (text, ways) => {
    expect(readEveryWay(text)).toEqual(ways);
  });

  test('numbers of JSON too', () => {
    const epoch = (format: TimeFormat | null, value: number) =>
      new TimeField('file', null, format).readEpoch(value);
    expect(epoch(null, 1_710_381_900)).toBe(T);
    expect(epoch('epoch-s', 1_710_381_900)).toBe(T);
    expect(epoch('epoch-ms', 1_710_381_900)).toBeNaN();
    expect(epoch('epoch-ms', 1_710_381_900_250)).toBe(T + 250);
    expect(epoch('iso', 1_710_381_900)).toBeNaN();
    expect(epoch(null, Number.NaN)).toBeNaN();
  });
});

describe('zones', () => {
  test('a date of a table takes the zone given, and is refused without one', () => {
    expect(readOne('14/03/2024 11:05', null, 540)).toBe(T);
    expect(readOne('14 Mar 2024 11:05', null, 540)).toBe(T);
    expect(readOne('14/03/2024 02:05 GMT', null, 540)).toBe(T);
    for (const text of ['14/03/2024 11:05', '14 Mar 2024 11:05', '20240314T110500', '2024/3/14 11:05']) {
      expect(() => readOne(text, null, null)).toThrow(`file:2: expected a time with a zone`);
    }
    expect(readOne('14/03/2024 02:05Z', null, null)).toBe(T);
  });
});

describe('what is told of the times', () => {
  function note(texts: readonly string[], format: TimeFormat | null, zoneMinutes: number): string {
    const field = new TimeField('file', zoneMinutes, format);
    for (const text of texts) field.read(bytesOf(text), 0, bytesOf(text).length, 1);
    return field.note;
  }

  test.each<[readonly string[], TimeFormat | null, number, string]>([
    [['2024-03-14T02:05:00Z', '1710381900', '14 Mar 2024 02:05 UTC'], null, 540, ''],
    [['2024-03-14T02:05:00'], null, 0, 'times without a zone: UTC'],
    [['2024-03-14T02:05:00'], null, 540, 'times without a zone: UTC+09:00'],
    [['2024-03-14T02:05:00'], null, -210, 'times without a zone: UTC-03:30'],
    [['3/4/2024 2:05Z'], 'month-first', 0, 'dates read month first, as told'],
    [['3/4/2024 2:05:00.5Z'], 'day-first', 0, 'dates read day first, as told'],
    [['14 Mar 2024 02:05Z', 'never'], 'day-first', 0, ''],
    [
      ['25/03/2024 02:05', '03/04/2024 02:05'],
      null,
      0,
      'times without a zone: UTC; dates read day first, as in ‘25/03/2024 02:05’',
    ],
  ])('%j, %s', (texts, format, zoneMinutes, told) => {
    expect(note(texts, format, zoneMinutes)).toBe(told);
  });
});

describe('against a plain reference', () => {
  const pad = (value: number, width = 2) => String(value).padStart(width, '0');

  test.each([81, 82, 83])('times written in every form, seed %i', seed => {
    const random = seededRandom(seed);
    const pick = <T>(values: readonly T[]) => values[Math.floor(random() * values.length)]!;
    for (let i = 0; i < 2_000; i++) {
      const date = new Date(
        Math.floor(Date.UTC(1980, 0, 2) + random() * (Date.UTC(2069, 0, 1) - Date.UTC(1980, 0, 2))),
      );
      const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
      const [hour, minute] = [date.getUTCHours(), date.getUTCMinutes()];
      const name = date.toLocaleString('en-US', { month: pick(['short', 'long']), timeZone: 'UTC' });
      const mark = pick(['/', '.', '-']);
      const [dd, mm, yy] = pick([
        [pad(day), pad(month), pad(year % 100)],
        [String(day), String(month), String(year)],
      ]);
      const seconds = pick(['', `:${pad(date.getUTCSeconds())}`, `:${date.toISOString().slice(17, 23)}`]);
      const expected =
        seconds === ''
          ? Math.floor(date.getTime() / 60_000) * 60_000
          : seconds.length === 3
            ? Math.floor(date.getTime() / 1000) * 1000
            : date.getTime();
      const clock = pick([
        `${pad(hour)}:${pad(minute)}${seconds}`,
        `${hour}:${pad(minute)}${seconds}`,
        `${hour % 12 || 12}:${pad(minute)}${seconds} ${hour < 12 ? 'AM' : 'PM'}`,
      ]);
      const zone = pick(['', 'Z', ' UTC', ' GMT', '+00:00', ' +0000']);
      const forms: readonly (readonly [string, TimeFormat | null])[] = [
        [`${dd}${mark}${mm}${mark}${yy} ${clock}${zone}`, 'day-first'],
        [`${mm}${mark}${dd}${mark}${yy}, ${clock}${zone}`, 'month-first'],
        [`${year}${mark}${mm}${mark}${dd} ${clock}${zone}`, pick([null, 'iso'])],
        [`${day} ${name} ${year} ${clock}${zone}`, pick([null, 'day-first', 'month-first'])],
        [`${name} ${day}, ${year} ${clock}${zone}`, pick([null, 'day-first', 'month-first'])],
      ];
      for (const [text, format] of forms)
        expect(readOne(text, format), `seed ${seed}: ${text}`).toBe(expected);
    }
  });

  test('the short way to read days and months agrees wherever it reads one', () => {
    const seed = 91;
    const random = seededRandom(seed);
    const number = (to: number) => Math.floor(random() * to);
    const some = (value: number) => (random() < 0.5 ? pad(value) : String(value));
    let read = 0;
    for (let i = 0; i < 20_000; i++) {
      const mark = ['/', '.', '-'][number(3)];
      const clock = `${some(number(26))}:${pad(number(61))}${random() < 0.5 ? `:${pad(number(61))}` : ''}`;
      const half = ['', '', ' AM', ' pm', ' XM', 'PM', ' P'][number(7)];
      const text = `${some(number(34))}${mark}${some(number(15))}${mark}${2000 + number(50)} ${clock}${half}`;
      const bytes = bytesOf(`1${text}1`);
      const parsed = parseTableTime(text);
      for (const isDayFirst of [true, false]) {
        const short = readDayMonthTime(bytes, 1, bytes.length - 1, isDayFirst);
        const slow = parsed?.kind === 'day-month' ? (isDayFirst ? parsed.dayFirst : parsed.monthFirst) : NaN;
        if (Number.isNaN(short)) {
          // It leaves forms alone, but none that it is for.
          if (half !== 'PM') expect(slow, `seed ${seed}: ${text}`).toBeNaN();
          continue;
        }
        read++;
        expect(short, `seed ${seed}: ${text}`).toBe(slow);
      }
    }
    expect(read).toBeGreaterThan(5_000);
  });

  test('ISO times as by parseTime', () => {
    const seed = 92;
    const random = seededRandom(seed);
    const number = (to: number) => Math.floor(random() * to);
    let read = 0;
    for (let i = 0; i < 5_000; i++) {
      const clock = `${pad(number(24))}:${pad(number(61))}:${pad(number(61))}`;
      const fraction = random() < 0.5 ? `.${pad(number(1000), 3)}` : '';
      const zone = ['Z', '+09:00', '-0330', '+15:00'][number(4)];
      const text = `${1990 + number(60)}-${pad(number(14))}-${pad(number(33))} ${clock}${fraction}${zone}`;
      const iso = parseTime(text);
      const table = parseTableTime(text);
      const t = table?.kind === 'year-first' ? table.t - (table.zoneMinutes ?? 0) * 60_000 : Number.NaN;
      if (iso.kind === 'invalid') expect(t, `seed ${seed}: ${text}`).toBeNaN();
      else {
        read++;
        expect(t, `seed ${seed}: ${text}`).toBe(iso.t);
      }
    }
    expect(read).toBeGreaterThan(2_000);
  });
});

test.each([93, 94])('of anything is a time, NaN or a question, seed %i', seed => {
  const random = seededRandom(seed);
  const signs = ['1', '12', '31', '2024', '/', '.', '-', ':', ' ', 'T', 'Z', ',', 'Mar', 'PM', '+09', '\0'];
  for (let i = 0; i < 20_000; i++) {
    const length = Math.floor(random() * 14);
    const text = Array.from({ length }, () => signs[Math.floor(random() * signs.length)]).join('');
    for (const format of [null, ...TIME_FORMATS]) {
      try {
        const t = readOne(text, format);
        expect(Number.isNaN(t) || Number.isInteger(t), `seed ${seed}: ${text}`).toBe(true);
      } catch (error) {
        expect(error, `seed ${seed}: ${text}`).toMatchObject({ remedy: 'time-format' });
        expect(format, `seed ${seed}: ${text}`).toBeNull();
      }
    }
  }
});

test('a field of a megabyte is no time, at once', () => {
  expect(readOne('1'.repeat(1 << 20))).toBeNaN();
  expect(readOne(`14/03/2024 02:05${' '.repeat(1 << 20)}x`)).toBeNaN();
});
