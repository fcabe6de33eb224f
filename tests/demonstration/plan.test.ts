import { describe, expect, test } from 'vitest';
import { distanceM } from '../../src/core/geo/index.ts';
import { readPlaces, readPlan } from '../../src/tools/demonstration/plan.ts';
import { readTable } from '../../src/tools/demonstration/table.ts';
import { readCaseFile, readCasePlan, readPorts } from './read-case.ts';

const PLACES = `id,kind,lat,lon,room_m,basis
berth,berth,1,2,0,x
sea,sea,1.5,2.5,300,x
bend,sea,1.6,2.6,0,x
`;
const COLUMNS = 'ship,imo,from,to,ais,doing,places,every_min,destination,basis,why\n';
const STAY = 'A,1,2024-01-01T00:00Z,2024-01-02T00:00Z,on,moored,berth,15,,reported,row 3\n';

function read(rows: string): ReturnType<typeof readPlan> {
  return readPlan(COLUMNS + rows, 'plan.csv', readPlaces(PLACES, 'places.csv'));
}

describe('reading a plan', () => {
  test('a stay, a leg and a silence', () => {
    const plan = read(
      `${STAY}A,1,2024-01-02T00:00Z,2024-01-02T04:00Z,on,under way,berth bend sea,10,PORT,assumed,why
A,1,2024-01-02T04:00Z,2024-01-05T00:00Z,off,,,,,reported,row 4
`,
    );
    expect(plan.map(row => row.kind)).toEqual(['moored', 'under way', 'silent']);
    expect(plan[1]).toMatchObject({ destination: 'PORT', everyMin: 10, to: Date.UTC(2024, 0, 2, 4) });
  });

  test.each([
    [
      'a gap in time',
      'A,1,2024-01-02T01:00Z,2024-01-03T00:00Z,off,,,,,reported,x',
      'the end of the row before',
    ],
    [
      'a jump',
      'A,1,2024-01-02T00:00Z,2024-01-03T00:00Z,on,under way,sea bend,9,,assumed,x',
      'a start at berth',
    ],
    [
      'an unknown place',
      'B,2,2024-01-02T00:00Z,2024-01-03T00:00Z,on,moored,quay,9,,assumed,x',
      'the id of a place',
    ],
    ['no reason', 'B,2,2024-01-02T00:00Z,2024-01-03T00:00Z,off,,,,,assumed,', 'a source row or a reason'],
    [
      'an unknown basis',
      'B,2,2024-01-02T00:00Z,2024-01-03T00:00Z,off,,,,,guess,x',
      'basis reported or assumed',
    ],
    ['no zone', 'B,2,2024-01-02T00:00,2024-01-03T00:00Z,off,,,,,assumed,x', 'a UTC time with Z'],
    [
      'an end before the start',
      'B,2,2024-01-03T00:00Z,2024-01-03T00:00Z,off,,,,,assumed,x',
      'an end after the start',
    ],
    [
      'a leg with one place',
      'B,2,2024-01-02T00:00Z,2024-01-03T00:00Z,on,under way,sea,9,,assumed,x',
      'moored or anchored',
    ],
  ])('refuses %s, with the line', (_, row, expected) => {
    expect(() => read(`${STAY}${row}\n`)).toThrow(`plan.csv:3: expected ${expected}`);
  });

  test('refuses two legs that meet where there is room to either side', () => {
    const leg = (from: string, to: string, places: string): string =>
      `B,2,2024-01-0${from}T00:00Z,2024-01-0${to}T00:00Z,on,under way,${places},9,,assumed,x\n`;
    expect(() => read(leg('1', '2', 'berth sea') + leg('2', '3', 'sea bend'))).toThrow('a place with room 0');
    expect(read(leg('1', '2', 'berth bend') + leg('2', '3', 'bend sea'))).toHaveLength(2);
  });
});

describe('the plan of the case', () => {
  const rows = readTable(readCaseFile('plan.csv'), 'plan.csv', ['basis', 'why', 'places']);

  test('names the source row of everything reported', () => {
    const reported = rows.filter(row => row.field('basis') === 'reported');
    expect(
      reported.filter(row => !/^(timeline|observations) \d{4}-/.test(row.field('why'))).map(row => row.line),
    ).toEqual([]);
    expect(reported.length).toBeGreaterThan(40);
  });

  test('goes through every place, and each place says where its position is from', () => {
    const places = readTable(readCaseFile('places.csv'), 'places.csv', ['id', 'basis']);
    const used = new Set(rows.flatMap(row => row.field('places').split(' ')));
    expect(places.map(row => row.field('id')).filter(id => !used.has(id))).toEqual([]);
    expect(places.filter(row => row.field('basis') === '').map(row => row.line)).toEqual([]);
  });

  test('puts no assumed stay into a port area, so that none makes a call', () => {
    const plan = readCasePlan();
    const ports = readPorts();
    const assumed = plan.filter((_, i) => rows[i]!.field('basis') === 'assumed');
    const stays = assumed.flatMap(row => (row.kind === 'moored' || row.kind === 'anchored' ? [row] : []));
    const near = stays.filter(({ place }) =>
      ports.some(port => distanceM(port.lon, port.lat, place.lon, place.lat) < 10_000),
    );
    expect(near).toEqual([]);
    expect(stays.length).toBeGreaterThan(15);
  });
});
