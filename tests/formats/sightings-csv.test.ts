import { expect, test } from 'vitest';
import { parseDay } from '../../src/core/time/index.ts';
import { readSightingsCsv, type SightingsRead } from '../../src/formats/sightings-csv.ts';

const HEADER = 'date_start,date_end,vessel,imo,place,kind,note,source\n';

function read(text: string): SightingsRead {
  return readSightingsCsv(new TextEncoder().encode(text), 'sightings.csv');
}

test('a row is a sighting, from the first instant of its first day to the end of its last', () => {
  const { sightings } = read(
    `${HEADER}2024-03-10,2024-03-12,Lady R,9161003,Rajin,Port,"loaded, 12 March",https://x.example/\n`,
  );
  expect(sightings).toEqual([
    {
      id: 'sighting/2',
      from: parseDay('2024-03-10'),
      to: parseDay('2024-03-13'),
      vessel: 'Lady R',
      imo: 9161003,
      place: 'Rajin',
      kind: 'port',
      note: 'loaded, 12 March',
      source: 'https://x.example/',
      line: 2,
    },
  ]);
});

test.each([
  ['2024-02-09', '', '2024-02-09', '2024-02-10'],
  ['2024-02-28', '2024-02-29', '2024-02-28', '2024-03-01'],
  ['2024-04', '', '2024-04-01', '2024-05-01'],
  ['2023-10', '2024-02', '2023-10-01', '2024-03-01'],
  ['2023-12', '', '2023-12-01', '2024-01-01'],
  ['2024-03-14', '2024-03', '2024-03-14', '2024-04-01'],
])('%s to %j is %s to %s', (start, end, from, to) => {
  const [sighting] = read(`${HEADER}${start},${end},Angara,,Rajin,port,,\n`).sightings;
  expect(sighting).toMatchObject({ from: parseDay(from), to: parseDay(to), imo: 0 });
});

test('an instant is taken as it is', () => {
  const [sighting] = read(`${HEADER}2022-12-05T12:41Z,,Lady R,,S of Cape Agulhas,last,,\n`).sightings;
  expect(sighting).toMatchObject({ from: Date.UTC(2022, 11, 5, 12, 41), to: Date.UTC(2022, 11, 5, 12, 41) });
});

test('the published table without a column imo is read', () => {
  const { sightings } = read(
    'date_start,date_end,vessel,place,kind,note,source\n2024-04-14,2024-04-14,Lady R,Rajin,port,,x\n',
  );
  expect(sightings).toMatchObject([{ imo: 0, place: 'Rajin' }]);
});

test('rows that can’t be used are set aside, each by its reason', () => {
  const { sightings, tally } = read(
    `${HEADER}soon,,A,,Rajin,,,\n2024-01-02,late,A,,Rajin,,,\n2024-01-02,2024-01-01,A,,Rajin,,,\n2024-01-02,,A,,,,,\n2024-01-02,,A,,Rajin,,,\n2024-02-30,,A,,Rajin,,,\n2024-01-02 10:00,,A,,Rajin,,,\n`,
  );
  expect(sightings).toHaveLength(1);
  expect([...tally.setAside].map(([reason, { rows }]) => [reason, rows])).toEqual([
    ['date_start is no date', 3],
    ['date_end is no date', 1],
    ['date_end is before date_start', 1],
    ['no place', 1],
  ]);
  expect([tally.rows, tally.accepted]).toEqual([7, 1]);
});

test.each([
  ['', 'sightings.csv: expected a line of column names, found an empty file'],
  ['a,b\n1,2\n', 'sightings.csv:1: expected columns date_start, vessel, place, found columns a, b'],
])('refuses %j', (text, message) => {
  expect(() => read(text)).toThrow(message);
});
