import { describe, expect, test } from 'vitest';
import { compileSightings } from '../../src/tools/demonstration/sightings.ts';
import { readTable } from '../../src/tools/demonstration/table.ts';
import { readCaseFile } from './read-case.ts';

const HEADER = 'date_start,date_end,vessel,imo,place,kind,note,source';
const TIMELINE = 'start,end,ship,place,event,ais,basis,source\n';
const OBSERVATIONS = 'date_start,date_end,vessel,place,kind,note,source\n';

function compile(timeline: string, observations = ''): string[] {
  return compileSightings(TIMELINE + timeline, OBSERVATIONS + observations)
    .trimEnd()
    .split('\n')
    .slice(1);
}

describe('the written file', () => {
  const text = readCaseFile('sightings.csv');
  const rows = readTable(text, 'sightings.csv', HEADER.split(','));

  test('has the header of a sightings file', () => {
    expect(text.slice(0, text.indexOf('\n'))).toBe(HEADER);
  });

  test('holds every row of both sources, with its words and its source', () => {
    const held = (words: string, source: string): boolean =>
      rows.some(row => row.field('note').includes(words) && row.field('source').includes(source));
    const timeline = readTable(readCaseFile('sources/timeline.csv'), 'timeline.csv', ['event']);
    const observations = readTable(
      readCaseFile('sources/rajin_shuttle_observations.csv'),
      'rajin_shuttle_observations.csv',
      ['note'],
    );
    expect(timeline.length + observations.length).toBe(61);
    expect(
      timeline.filter(row => !held(row.field('event'), row.field('source'))).map(row => row.line),
    ).toEqual([]);
    expect(
      observations.filter(row => !held(row.field('note'), row.field('source'))).map(row => row.line),
    ).toEqual([]);
  });

  test('knows only the kinds of a sightings file, and dates as days', () => {
    const kinds = new Set(['port', 'anchorage', 'voyage', 'departure', 'transit', 'count', 'at sea']);
    expect(rows.filter(row => !kinds.has(row.field('kind'))).map(row => row.line)).toEqual([]);
    const days = rows.flatMap(row => [row.field('date_start'), row.field('date_end')]);
    expect(days.filter(day => !/^\d{4}-\d\d-\d\d$/.test(day))).toEqual([]);
    expect(rows.filter(row => row.field('date_start') > row.field('date_end')).map(row => row.line)).toEqual(
      [],
    );
  });

  test('gives no count an IMO number, and no other ship one of the four', () => {
    expect(rows.filter(row => row.field('kind') === 'count' && row.field('imo') !== '')).toEqual([]);
    const named = new Set(rows.filter(row => row.field('imo') !== '').map(row => row.field('vessel')));
    expect([...named].sort()).toEqual(['ANGARA', 'LADY R', 'MAIA-1', 'MARIA']);
  });
});

describe('compiling', () => {
  test('a sighting in both files is one, with both notes and both sources', () => {
    expect(
      compile(
        '2024-01-08,,ANGARA,Rajin,unloading containers,off,imagery,KBS',
        '2024-01-08,2024-01-08,Angara,Rajin,port,unloading containers (CSIS),http://example.org/a',
      ),
    ).toEqual([
      '2024-01-08,2024-01-08,ANGARA,9179842,Rajin,port,unloading containers (CSIS); basis: imagery; AIS off,http://example.org/a; KBS',
    ]);
  });

  test('days that touch are joined, days apart are not', () => {
    const sighting = (start: string, end: string): string => `${start},${end},LADY R,Rajin,x,off,imagery,NK`;
    const days = (line: string): string => line.slice(0, 21);
    const joined = compile(
      sighting('2025-10-01', '2025-10-03'),
      '2025-10-01,2025-10-02,Lady R,Rajin,port,y,z',
    );
    expect(joined.map(days)).toEqual(['2025-10-01,2025-10-03']);
    expect(compile([sighting('2024-02-09', ''), sighting('2024-02-11', '')].join('\n'))).toHaveLength(2);
  });

  test('a row about two ships in one place becomes one for each', () => {
    const lines = compile('2024-03-10,,"MAIA-1, MARIA",anchorage E of Vladivostok,anchored,,imagery,NK Pro');
    expect(lines.map(line => line.split(',').slice(2, 6).join())).toEqual([
      'MAIA-1,9358010,east of Vladivostok,anchorage',
      'MARIA,8517839,east of Vladivostok,anchorage',
    ]);
  });

  test.each([
    ['2024-04,,MARIA,Rajin,waiting to load', '2024-04-01,2024-04-30,MARIA,8517839,Rajin,port'],
    [
      '2023-10,2024-02,MAIA-1,Rajin->Vostochny,>=9 trips',
      '2023-10-01,2024-02-29,MAIA-1,,Rajin->Vostochny,count',
    ],
    ['2023-08-15,2023-10-14,ANGARA+MARIA,Rajin,5 trips', '2023-08-15,2023-10-14,ANGARA+MARIA,,Rajin,count'],
    ['2026-01,,ANGARA or LADY R,Rason,visit', '2026-01-01,2026-01-31,ANGARA or LADY R,,Rason,count'],
    ['2023-12-31,,(any),Dunai,no visits', '2023-12-31,2023-12-31,(any),,Dunai,count'],
    ['2024-04-03,,UN HUNG,Vostochny,loading', '2024-04-03,2024-04-03,UN HUNG,,Vostochny,port'],
    ['2022-12-05T12:41Z,,LADY R,S,last AIS position', '2022-12-05,2022-12-05,LADY R,9161003,S,at sea'],
    ['2025-01-05,,MAIA-1,Vladivostok,departed', '2025-01-05,2025-01-05,MAIA-1,9358010,Vladivostok,departure'],
    ['2025-02-19,,MAIA-1,Suez -> Sea,passed', '2025-02-19,2025-02-19,MAIA-1,9358010,Suez -> Sea,transit'],
    ['2023-09-07,,ANGARA,Rajin->Dunai,300', '2023-09-07,2023-09-07,ANGARA,9179842,Rajin->Dunai,voyage'],
  ])('%s', (row, expected) => {
    expect(compile(`${row},,reported,x`)).toEqual([
      `${expected},${row.split(',').at(-1)}; basis: reported,x`,
    ]);
  });
});
