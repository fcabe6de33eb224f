import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { Flag } from '../../src/core/track/index.ts';
import { cutAtRandom, type ReadResult, readPositions } from '../ais/recording-sink.ts';
import { bytesOf } from '../ais/sentences.ts';
import { seededRandom } from '../map/seeded-random.ts';

const NONE = Number.NaN;
const DIGITRAFFIC = fixture('digitraffic/locations_2017-02-20.geojson');
const MIXED = fixture('geojson/lines-and-points.geojson');

function fixture(path: string): Uint8Array {
  return new Uint8Array(readFileSync(new URL(`../../fixtures/${path}`, import.meta.url)));
}

function read(value: unknown, options: Parameters<typeof readPositions>[2] = {}): ReadResult {
  return readPositions('geojson', [bytesOf(JSON.stringify(value))], options);
}

/** A feature as Digitraffic writes it. */
interface Ship {
  readonly mmsi: number;
  readonly geometry: { readonly coordinates: readonly [number, number] };
  readonly properties: Readonly<Record<'sog' | 'cog' | 'heading' | 'navStat' | 'timestampExternal', number>>;
}

type Members = Readonly<Record<string, unknown>>;

function collection(...features: readonly unknown[]): Members {
  return { type: 'FeatureCollection', features };
}

function feature(properties: Members, geometry: unknown = { type: 'Point', coordinates: [130.3, 42.2] }) {
  const time = '2024-03-12T08:29:43Z';
  return { type: 'Feature', geometry, properties: { mmsi: 273_000_001, time, ...properties } };
}

function line(properties: Members, coordinates: unknown): Members {
  return feature(properties, { type: 'LineString', coordinates });
}

describe('77 ships of Digitraffic, 20 February 2017', () => {
  const result = readPositions('geojson', [DIGITRAFFIC]);

  test('are all used', () => {
    expect([result.rows, result.accepted, result.error]).toEqual([77, 77, null]);
    expect(result.statics).toEqual([]);
  });

  test('a plain reader agrees', () => {
    const { features } = JSON.parse(new TextDecoder().decode(DIGITRAFFIC)) as { features: Ship[] };
    const below = (value: number, limit: number) => (value < limit ? value : NONE);
    const plain = features.map(({ mmsi, geometry, properties }, i) => {
      const { sog, cog, heading, navStat, timestampExternal } = properties;
      const [lon, lat] = geometry.coordinates;
      const t = new Date(timestampExternal).toISOString();
      const motion = { sog: below(sog, 102.3), cog: below(cog, 360), heading: below(heading, 360) };
      return { mmsi, imo: 0, t, lon, lat, ...motion, status: navStat, flags: 0, row: i + 1 };
    });
    expect(result.reports).toEqual(plain);
  });

  test('cut at random places give the same', () => {
    expect(readPositions('geojson', cutAtRandom(DIGITRAFFIC, 500, seededRandom(91)))).toEqual(result);
  });
});

describe('lines and points', () => {
  const result = readPositions('geojson', [MIXED]);

  test('a row is the place of the feature, what is counted are positions', () => {
    expect([result.rows, result.accepted, result.error]).toEqual([7, 7, null]);
    const rows = result.reports.map(({ row, mmsi, imo, t, lon, lat, flags }) => [
      row,
      mmsi || imo,
      t.slice(11, 19),
      lon,
      lat,
      flags,
    ]);
    expect(rows).toEqual([
      [1, 273_000_001, '08:29:43', 130.31, 42.21, 0],
      [1, 273_000_001, '08:31:43', 130.32, 42.2, 0],
      [1, 273_000_001, '08:33:43', 130.34, 42.18, 0],
      [2, 9_161_003, '08:29:43', 1, 2, Flag.synthetic],
      [2, 9_161_003, '08:29:44', 3, 4, Flag.synthetic],
      [3, 273_000_002, '08:29:43', 130.3, 42.2, 0],
      [4, 273_000_003, '08:29:43', NONE, NONE, 0],
    ]);
  });

  test('names as in a CSV', () => {
    expect(result.reports[5]).toMatchObject({ sog: 12.5, cog: 270.4, heading: NONE, status: 5 });
    expect(result.statics.map(({ row, imo, fields }) => [row, imo, fields])).toEqual([
      [1, 9_161_003, { name: 'EXAMPLE' }],
      [3, 0, { name: 'OTHER', shipType: 70 }],
    ]);
  });

  test('times beside the coordinates go by several names', () => {
    const times = [1_710_232_183, '2024-03-12 08:29:44Z'];
    const places = [
      [1, 2],
      [3, 4],
    ];
    const named = [{ times }, { coordTimes: times }, { coordinateProperties: { times } }];
    const { reports } = read(collection(...named.map(properties => line(properties, places))));
    expect(reports.map(({ t }) => t.slice(17, 19))).toEqual(['43', '44', '43', '44', '43', '44']);
  });

  test('a feature by itself, a transceiver, a source, a sentinel', () => {
    const { reports } = read(
      feature({ transceiver: 'B', source: 'reconstructed: CSIS' }, { type: 'Point', coordinates: [181, 91] }),
    );
    expect(reports[0]).toMatchObject({
      lat: NONE,
      lon: NONE,
      flags: Flag.classB | Flag.reconstructed,
      row: 1,
    });
  });
});

describe('faults', () => {
  test.each<[unknown, string, number]>([
    [null, 'no feature', 1],
    [{ type: 'Point', coordinates: [1, 2] }, 'no feature', 1],
    [feature({}, { type: 'Polygon', coordinates: [] }), 'geometry', 1],
    [feature({}, { coordinates: [1, 2] }), 'geometry', 1],
    [line({ times: [] }, []), 'geometry', 1],
    [line({ times: [1] }, [[1, 2]].concat([[3, 4]])), 'times', 2],
    [
      line(
        {},
        [[1, 2]].concat([
          [3, 4],
          [5, 6],
        ]),
      ),
      'times',
      3,
    ],
    [feature({ mmsi: null }), 'no id', 1],
    [feature({ mmsi: 'LADY R' }), 'bad id', 1],
    [feature({ mmsi: null, imo: 9_161_004 }), 'bad id', 1],
    [feature({ time: null }), 'no time', 1],
    [feature({ time: 'never' }), 'bad time', 1],
    [feature({ time: 12 }), 'bad time', 1],
    [feature({ time: {} }), 'bad time', 1],
    [feature({ sog: 'fast' }), 'bad number', 1],
    [feature({}, { type: 'Point', coordinates: ['1', 2] }), 'bad number', 1],
    [feature({}, { type: 'Point' }), 'bad number', 1],
    [feature({}, { type: 'Point', coordinates: [1, 90.5] }), 'out of range', 1],
    [feature({}, { type: 'Point', coordinates: [500_000, 6_000_000] }), 'out of range', 1],
  ])('%j is set aside: %s', (bad, reason, positions) => {
    const result = read(collection(feature({}), bad, feature({})));
    expect(result.setAside).toEqual({ [reason]: positions });
    expect(result.examples[reason]![0]).toMatch(/^2: /);
    expect([result.rows, result.accepted, result.reports.length]).toEqual([2 + positions, 2, 2]);
  });

  test('of a line only the bad positions are set aside', () => {
    const places = [
      [1, 2],
      [1, 99],
      [3, 4],
    ];
    const result = read(collection(line({ times: [1_710_232_183, 1_710_232_184, 'x'] }, places)));
    expect([result.rows, result.accepted]).toEqual([3, 1]);
    expect(result.examples).toEqual({
      'out of range': ['1: [[1,99],1710232184]'],
      'bad time': ['1: [[3,4],"x"]'],
    });
  });

  test('a wrong IMO number beside an MMSI counts as none and is noted, once a feature', () => {
    const properties = { imo: 9_161_004, times: [1_710_232_183, 1_710_232_184] };
    const result = read(
      collection(
        line(properties, [
          [1, 2],
          [1, 3],
        ]),
      ),
    );
    expect(result.notes).toEqual({ 'IMO number with a wrong check digit': 1 });
    expect(result.reports.map(({ imo }) => imo)).toEqual([0, 0]);
  });

  test('a time without a zone is refused, or takes the zone given', () => {
    const value = collection(feature({ time: '2024-03-12 17:29:43' }));
    expect(read(value).error).toBe(
      'file: expected a time with a zone (…Z or +09:00) or a zone given with --zone, found ‘2024-03-12 17:29:43’',
    );
    expect(read(value, { zoneMinutes: 540 }).reports[0]!.t).toBe('2024-03-12T08:29:43.000Z');
  });

  test('members named __proto__ and constructor are no properties of ours', () => {
    const text = JSON.stringify(collection(feature({ a: 1 }))).replace(
      '"a":1',
      '"__proto__":{"sog":9,"polluted":1},"constructor":1',
    );
    const { reports } = readPositions('geojson', [bytesOf(text)]);
    expect(reports[0]!.sog).toBe(NONE);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });

  test('what is nested deeper than 64 levels is refused before it is parsed', () => {
    const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
    const text = JSON.stringify(collection(feature({}), 'DEEP')).replace('"DEEP"', deep);
    expect(readPositions('geojson', [bytesOf(text)]).error).toBe(
      'file: expected JSON of at most 64 levels, found more after feature 1',
    );
  });

  test.each([
    ['', 'file: expected a whole GeoJSON document, found ‘’'],
    [
      '{"type":"FeatureCollection","features":[',
      'file: expected a whole GeoJSON document, found the end of the file',
    ],
    ['{"type":"Feature', 'file: expected a whole GeoJSON document, found the end of the file'],
    ['[]', 'file: expected GeoJSON, found ‘[’ before the first feature'],
    ['{"type":"Topology"}', 'file: expected a GeoJSON FeatureCollection, found the type ‘Topology’'],
    ['{"features":[]}', 'file: expected a GeoJSON FeatureCollection, found a document without a type'],
    [
      '{"type":"FeatureCollection","features":{}}',
      'file: expected a GeoJSON FeatureCollection, found one without features',
    ],
    ['{"type":"FeatureCollection","features":[]}', 'file: expected features with positions, found no rows'],
    [
      '{"type":"FeatureCollection","features":[1]}',
      'file: expected features with positions, found none in 1 row (no feature 1)',
    ],
    ['{"type":"FeatureCollection","features":[1 2]}', /^file: expected JSON in feature 1, found/],
    ['{"type":"FeatureCollection","features":[{}{}]}', 'file: expected GeoJSON, found ‘{’ after feature 1'],
    ['{"type":"FeatureCollection","features":[,{}]}', /^file: expected GeoJSON, found ‘,/],
    ['{"type":"FeatureCollection","features":[{"type":}]}', /^file: expected JSON in feature 1, found/],
    [
      '{"type":"FeatureCollection","features":[]} x',
      'file: expected GeoJSON, found ‘x’ before the first feature',
    ],
    ['\ufffe', 'file: expected GeoJSON, found ‘\ufffd’ before the first feature'],
  ])('%j is refused', (text, message) => {
    expect(readPositions('geojson', [bytesOf(text)]).error).toMatch(message);
  });

  test('a feature over 16 MiB is refused, however it begins', () => {
    const chunks = ['{"type":"FeatureCollection","features":[{"a":"', ...Array(17).fill('x'.repeat(1 << 20))];
    expect(readPositions('geojson', chunks.map(bytesOf)).error).toBe(
      'file: expected features of at most 16 MiB, found a larger one before the first feature',
    );
  });

  test('the ship of features that name none is asked for, and taken where it is given', () => {
    const nameless = bytesOf(JSON.stringify(collection(feature({ mmsi: null }))));
    expect(readPositions('geojson', [nameless]).remedy).toBe('ship');
    const told = readPositions('geojson', [nameless], { ship: { mmsi: 0, imo: 9161003 } });
    expect(told.reports.map(({ imo }) => imo)).toEqual([9161003]);
  });
});

describe('no input makes the reader throw anything but InputError', () => {
  const text = new TextDecoder().decode(MIXED);
  const values = ['null', '[]', '{}', '-1', '1e999', '"x"', 'true', '[[[]]]', '9161004', '"2024-03-12"'];

  test.each(Array.from({ length: 40 }, (_, i) => 800 + i))('values replaced, seed %i', seed => {
    const random = seededRandom(seed);
    const pick = () => values[Math.floor(random() * values.length)]!;
    const mutated = text.replace(/-?\d+\.?\d*|"[^"]*"(?!:)/g, found => (random() < 0.05 ? pick() : found));
    const result = readPositions('geojson', [bytesOf(mutated)]);
    const aside = Object.values(result.setAside).reduce((sum, rows) => sum + rows, 0);
    expect(result.accepted + aside, `seed ${seed}`).toBe(result.rows);
    expect(result.reports.length, `seed ${seed}`).toBe(result.accepted);
  });

  test.each(Array.from({ length: 12 }, (_, i) => 900 + i))('bytes replaced, seed %i', seed => {
    const random = seededRandom(seed);
    const bytes = Uint8Array.from(MIXED);
    for (let i = 0; i < 1 + (seed % 4); i++) {
      bytes[Math.floor(random() * bytes.length)] = Math.floor(random() * 256);
    }
    const result = readPositions('geojson', [bytes]);
    const aside = Object.values(result.setAside).reduce((sum, rows) => sum + rows, 0);
    expect(result.accepted + aside, `seed ${seed}`).toBe(result.rows);
  });
});
