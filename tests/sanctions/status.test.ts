import { describe, expect, test } from 'vitest';
import { type Status, statusAt } from '../../src/core/sanctions/index.ts';
import { parseDay, parseTime } from '../../src/core/time/index.ts';
import { designation } from './designations.ts';

function instant(text: string): number {
  const time = parseTime(text.includes('T') ? text : `${text}T12:00Z`);
  if (time.kind !== 'instant') throw new Error(text);
  return time.t;
}

describe('status at an instant', () => {
  type Row = [
    announced: string,
    effective: string,
    ended: string,
    at: string,
    status: Status,
    daysToGo: number | null,
  ];
  test.each<Row>([
    ['2024-04-02', '2024-04-03', '', '2024-03-12', 'not yet', 22],
    ['2024-04-02', '2024-04-03', '', '2024-03-12T23:59:59Z', 'not yet', 22],
    ['2024-04-02', '2024-04-03', '', '2024-03-13T00:00:00Z', 'not yet', 21],
    ['2024-04-02', '2024-04-03', '', '2024-04-02T23:59:59.999Z', 'not yet', 1],
    ['2024-04-02', '2024-04-03', '', '2024-04-03T00:00:00Z', 'in force', null],
    ['2024-04-02', '2024-04-03', '', '2024-04-14', 'in force', null],
    ['', '2024-06-25', '', '2024-06-24', 'not yet', 1],
    ['', '2024-06-25', '', '2024-06-25', 'in force', null],
    ['2024-05-24', '', '', '2024-03-12', 'not yet', 73],
    ['2024-05-24', '', '', '2024-05-23T23:59Z', 'not yet', 1],
    ['2024-05-24', '', '', '2024-05-24T00:00Z', 'date unknown', null],
    ['2024-05-24', '', '', '2025-01-01', 'date unknown', null],
    ['', '', '', '2024-01-01', 'date unknown', null],
    ['', '2020-01-01', '2021-01-01', '2019-12-31', 'not yet', 1],
    ['', '2020-01-01', '2021-01-01', '2020-12-31T23:59Z', 'in force', null],
    ['', '2020-01-01', '2021-01-01', '2021-01-01T00:00Z', 'ended', null],
    ['', '', '2021-01-01', '2022-01-01', 'ended', null],
    ['', '', '2021-01-01', '2020-01-01', 'date unknown', null],
  ])(
    'announced %s, effective %s, ended %s: at %s %s',
    (announced, effective, ended, at, status, daysToGo) => {
      const day = (text: string): number | null => (text === '' ? null : parseDay(text));
      const listed = designation({ announced: day(announced), effective: day(effective), ended: day(ended) });
      expect(statusAt(listed, instant(at))).toMatchObject({
        status,
        daysToGo,
        since: day(effective),
        until: day(ended),
      });
    },
  );

  test.each([
    [
      '2024-04-02',
      '2024-04-03',
      '2024-03-12',
      'announced 2 Apr 2024, in force from 3 Apr 2024: 22 days to go',
    ],
    ['2024-04-02', '2024-04-03', '2024-04-14', 'in force since 3 Apr 2024'],
    ['2024-05-24', null, '2024-06-01', 'announced 24 May 2024; date of effect not public'],
    [
      '2024-05-24',
      null,
      '2024-03-12',
      'announced 24 May 2024; date of effect not public: at least 73 days to go',
    ],
    [null, null, '2024-03-12', 'listed without a date: Federal Gazette'],
  ])('says why: announced %s, effective %s, at %s', (announced, effective, at, why) => {
    const listed = designation({
      announced: announced === null ? null : parseDay(announced),
      effective: effective === null ? null : parseDay(effective),
    });
    expect(statusAt(listed, instant(at)).why).toBe(why);
  });

  test('within a day of a date the hour of midnight is said to be uncertain, and only then', () => {
    const listed = designation({ effective: parseDay('2024-04-03') });
    const doubt = /midnight UTC here, up to half a day off/;
    expect(statusAt(listed, instant('2024-04-02T00:00Z')).why).not.toMatch(doubt);
    expect(statusAt(listed, instant('2024-04-02T00:01Z')).why).toMatch(doubt);
    expect(statusAt(listed, instant('2024-04-03T23:59Z')).why).toMatch(doubt);
    expect(statusAt(listed, instant('2024-04-04T00:00Z')).why).not.toMatch(doubt);
  });

  test('names the notice that gave the date', () => {
    const listed = designation({ effective: parseDay('2022-05-08'), datedBy: 'notices:US-9161003' });
    expect(statusAt(listed, instant('2024-01-01')).why).toBe(
      'in force since 8 May 2022 (date from notice notices:US-9161003)',
    );
  });

  test('refuses what is no instant', () => {
    expect(() => statusAt(designation({}), Number.NaN)).toThrow('status of list:1 at NaN');
  });
});
