import { describe, expect, test } from 'vitest';
import type { Port } from '../../src/core/ports/index.ts';
import { readGazetteerJson } from '../../src/formats/gazetteer-json.ts';
import { readPortsCsv } from '../../src/formats/ports-csv.ts';

const HEADER = 'id,name,country,lat,lon,radius_km\n';

function read(text: string): Port[] {
  return readPortsCsv(new TextEncoder().encode(text), 'ports.csv');
}

describe('a user’s ports', () => {
  test('a row is a port', () => {
    expect(read(`${HEADER}rjn,Rajin,North Korea,42.2333,130.3,4.5\n`)).toEqual([
      {
        id: 'rjn',
        name: 'Rajin',
        aliases: [],
        code: 'RAJ',
        locode: '',
        country: 'KP',
        controlledBy: null,
        lon: 130.3,
        lat: 42.2333,
        radiusM: 4500,
        basis: 'line 2 of ports.csv',
        uncertaintyM: 0,
        concern: true,
      },
    ]);
  });

  test.each([
    ['a,,,0,0,', { name: 'a', country: '', radiusM: 3000, concern: false }],
    ['a,A,RU,-90,180,100', { country: 'RU', radiusM: 100_000, concern: true }],
    ['a,A,jp,90,-180,0.5', { country: 'JP', radiusM: 500, concern: false }],
  ])('%s', (row, expected) => {
    expect(read(`${HEADER}${row}\n`)).toMatchObject([expected]);
  });

  test('radius, aliases and concern are free to be there', () => {
    expect(read('id,name,country,lat,lon\na,A,KP,0,0\n')).toMatchObject([{ radiusM: 3000, concern: true }]);
    expect(
      read('id,name,country,lat,lon,concern,aliases\na,A,KP,0,0,no,B|C\nb,B,FR,1,1,yes,\n'),
    ).toMatchObject([
      { concern: false, aliases: ['B', 'C'] },
      { concern: true, aliases: [] },
    ]);
  });

  test.each([
    ['', 'ports.csv: expected a line of column names, found an empty file'],
    ['name,lat\nA,1\n', 'ports.csv:1: expected columns id, name, country, lat, lon, found columns name, lat'],
    [HEADER, 'ports.csv: expected at least one port, found none'],
    [`${HEADER}a,A,KP,91,130,\n`, 'ports.csv:2: expected lat from -90 to 90, found 91'],
    [`${HEADER}a,A,KP,42,,\n`, 'ports.csv:2: expected lon from -180 to 180, found nothing'],
    [`${HEADER}a,A,KP,42,x,\n`, 'ports.csv:2: expected lon from -180 to 180, found x'],
    [`${HEADER}a,A,KP,42,130,0\n`, 'ports.csv:2: expected radius_km from 0.001 to 100, found 0'],
    [
      `${HEADER}a,A,Freedonia,42,130,\n`,
      'ports.csv:2: expected an ISO 3166-1 code or English name of a country, found Freedonia',
    ],
    [`${HEADER},A,KP,42,130,\n`, 'ports.csv:2: expected an id, found none'],
    [
      `${HEADER}a,A,KP,42,130,\na,B,KP,43,130,\n`,
      'ports.csv:3: expected an id of its own, found a, the id of line 2',
    ],
  ])('refuses %j', (text, message) => {
    expect(() => read(text)).toThrow(message);
  });
});

describe('the bundled gazetteer’s file', () => {
  const columns = {
    name: ['A'],
    aliases: [''],
    locode: [''],
    id: ['a'],
    code: ['A'],
    country: ['KP'],
    lon: [1],
    lat: [2],
    uncertaintyM: [3],
  };
  const json = (changes: object): Uint8Array =>
    new TextEncoder().encode(
      JSON.stringify({
        format: 'wakeline.gazetteer/1',
        origin: '',
        basis: 'b',
        special: [],
        unplaced: [],
        ...columns,
        ...changes,
      }),
    );

  test('is read by column', () => {
    expect(readGazetteerJson(json({}), 'g.json').ports).toMatchObject([
      {
        id: 'a',
        name: 'A',
        country: 'KP',
        lon: 1,
        lat: 2,
        radiusM: 3000,
        uncertaintyM: 3,
        basis: 'b',
        concern: false,
      },
    ]);
  });

  test.each([
    [
      json({ format: 'wakeline.gazetteer/2' }),
      'g.json: expected format wakeline.gazetteer/1, found wakeline.gazetteer/2',
    ],
    [json({ lat: [] }), 'g.json: expected 1 values in column lat, found 0'],
    [json({ lat: undefined }), 'g.json: expected 1 values in column lat, found undefined'],
    [
      new TextEncoder().encode('<html>'),
      'g.json: expected JSON of format wakeline.gazetteer/1, found no JSON',
    ],
    [new TextEncoder().encode('null'), 'g.json: expected format wakeline.gazetteer/1, found undefined'],
  ])('is refused where it is another (%#)', (bytes, message) => {
    expect(() => readGazetteerJson(bytes, 'g.json')).toThrow(message);
  });
});
