import { describe, expect, test } from 'vitest';
import type { Analysis } from '../../src/core/findings/index.ts';
import { analysisCsv, analysisGeojson } from '../../src/formats/analysis-table.ts';
import { readCsv } from '../../src/formats/csv.ts';
import {
  call,
  darkCall,
  documentOf,
  finding,
  openSilence,
  RAJIN,
  SHIP,
  silence,
} from './analysis-document.ts';

type Table = readonly Readonly<Record<string, string>>[];

function tableOf(events: Partial<Analysis>): Table {
  const csv = analysisCsv(documentOf(events));
  const [header, ...rows] = readCsv(new TextEncoder().encode(csv), 'events.csv');
  return rows.map(({ fields }) => Object.fromEntries(header!.fields.map((name, i) => [name, fields[i]!])));
}

const ALL = {
  calls: [call()],
  silences: [silence()],
  darkCalls: [darkCall()],
  findings: [finding()],
  openSilences: [openSilence()],
};
const WHO = { ship: 'LADY R', imo: '9161003', mmsi: '273210440 273210441', vessel: 'imo-9161003' };
const AT_RAJIN = { port: 'Rajin', country: 'KP', port_id: 'KPRJN', lat: '42.23', lon: '130.3' };
const COLUMNS =
  'kind,id,rule,severity,claim,ship,imo,mmsi,port,country,from,to,text,reconstructed,vessel,port_id,lat,lon,to_lat,to_lon,arrival_after,arrival_before,departure_after,departure_before,level,listings,events,receipts,sources,method';
/** What a row says that has nothing else to say. */
const NOTHING = {
  ...Object.fromEntries(COLUMNS.split(',').map(name => [name, ''])),
  receipts: 'track.csv:2-9',
  sources: `track.csv sha256 ${'ab'.repeat(32)}`,
  method: 'Wakeline 0.1.0, method 0.1, standard rules',
};

describe('CSV', () => {
  test('gives findings first, then calls, dark calls, silences and open silences, one a line', () => {
    expect(tableOf(ALL)).toEqual([
      {
        ...NOTHING,
        ...WHO,
        kind: 'finding',
        id: 'finding/dprk-call/1',
        rule: 'dprk-call',
        severity: 'alert',
        claim: 'observed',
        ...AT_RAJIN,
        from: '2024-03-12T00:00:00Z',
        to: '2024-03-12T01:00:00Z',
        text: 'LADY R called at Rajin (DPRK).',
        events: 'call/1',
      },
      {
        ...NOTHING,
        ...WHO,
        kind: 'call',
        id: 'call/1',
        claim: 'observed',
        ...AT_RAJIN,
        from: '2024-03-12T01:00:00Z',
        to: '2024-03-12T09:00:00Z',
        text: 'confidence 3, alongside',
        arrival_after: '2024-03-12T00:00:00Z',
        arrival_before: '2024-03-12T01:00:00Z',
        departure_after: '2024-03-12T09:00:00Z',
      },
      {
        ...NOTHING,
        ...WHO,
        kind: 'dark call',
        id: 'dark/1',
        claim: 'inferred',
        ...AT_RAJIN,
        from: '2024-03-12T08:00:00Z',
        to: '2024-03-13T16:00:00Z',
        text: 'possible, 3 other ports fit',
        level: 'possible',
        events: 'silence/1',
      },
      {
        ...NOTHING,
        ...WHO,
        kind: 'silence',
        id: 'silence/1',
        claim: 'observed',
        from: '2024-03-12T00:00:00Z',
        to: '2024-03-14T02:15:00Z',
        text: 'control: others heard',
        lat: '43.1',
        lon: '131.9',
        to_lat: '42.9',
        to_lon: '132.5',
      },
      {
        ...NOTHING,
        ...WHO,
        kind: 'open silence',
        id: 'silence/2',
        claim: 'observed',
        from: '2024-03-16T04:00:00Z',
        text: 'not heard again; others are, to 2024-03-20T04:00:00Z',
        lat: '43.1',
        lon: '131.9',
        receipts: '',
        sources: '',
      },
    ]);
  });

  test('of nothing is its header', () => {
    expect(analysisCsv(documentOf({}))).toBe(`${COLUMNS}\r\n`);
  });

  test('marks what is reconstructed, and claims no more for it', () => {
    const table = tableOf({
      calls: [call({ reconstructed: true })],
      silences: [silence({ reconstructed: true })],
      darkCalls: [darkCall({ silence: silence({ reconstructed: true }) })],
      findings: [finding({ reconstructed: true, claim: 'reconstructed' })],
    });
    expect(table.map(row => row.reconstructed)).toEqual(Array(4).fill('reconstructed'));
    expect(table.map(row => row.claim)).toEqual([
      'reconstructed',
      'reconstructed',
      'inferred',
      'reconstructed',
    ]);
  });

  test('a stay worked out from a silence is inferred', () => {
    expect(tableOf({ calls: [call({ support: 'gap' })] })[0]!.claim).toBe('inferred');
  });

  test('a call whose end was not seen goes as far as is known', () => {
    const departure = { after: null, before: null, basis: 'bounded' } as const;
    expect(tableOf({ calls: [call({ departure })] })[0]).toMatchObject({
      from: '2024-03-12T01:00:00Z',
      to: '',
    });
  });

  test.each(['=HYPERLINK("x")', '+1+1', '-1+1', '@SUM(1)', '\t=1', '\r=1', '"\r\n=1'])(
    'no field runs a formula: %j',
    payload => {
      const vessel = { ...SHIP, names: [payload], imo: 0 };
      const port = { ...RAJIN, name: payload, country: payload };
      const table = tableOf({
        calls: [call({ vessel, port })],
        silences: [silence({ vessel })],
        darkCalls: [darkCall({ vessel, port })],
        findings: [finding({ vessel, port, text: payload })],
      });
      expect(table).toHaveLength(4);
      const cells = table.flatMap(row => Object.values(row));
      expect(cells.filter(cell => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
      expect(cells.filter(cell => cell.endsWith(payload)).length).toBeGreaterThan(7);
    },
  );

  test('a ship without a name goes by its number', () => {
    const vessel = { ...SHIP, names: [], imo: 0 };
    expect(tableOf({ silences: [silence({ vessel })] })[0]).toMatchObject({
      ship: 'MMSI 273210440',
      imo: '',
    });
  });
});

/** GeoJSON as RFC 7946 asks for it; says where a value is not. */
function faultsOf(value: unknown): string[] {
  const collection = value as {
    type: string;
    features: { type: string; geometry: Geometry; properties: object }[];
  };
  if (collection.type !== 'FeatureCollection' || !Array.isArray(collection.features))
    return ['no collection'];
  return collection.features.flatMap(({ type, geometry, properties }, i) => {
    const told = type === 'Feature' && typeof properties === 'object' ? [] : [`feature ${i}`];
    if (geometry === null) return told;
    const lines = { Point: [], LineString: [geometry.coordinates], MultiLineString: geometry.coordinates };
    const strings = lines[geometry.type] as Position[][] | undefined;
    if (!strings) return [...told, `geometry ${i} is ${geometry.type}`];
    const positions = geometry.type === 'Point' ? [geometry.coordinates as Position] : strings.flat();
    const isShort = strings.some(line => line.length < 2);
    const bad = positions.filter(
      ([lon, lat, ...rest]) => !(Math.abs(lon) <= 180 && Math.abs(lat) <= 90) || rest.length > 0,
    );
    const jumps = strings.some(line =>
      line.some(([lon], k) => k > 0 && Math.abs(lon - line[k - 1]![0]) > 180),
    );
    return [...told, ...(isShort || jumps ? [`line ${i}`] : []), ...bad.map(String)];
  });
}

type Position = [lon: number, lat: number];
type Geometry = { type: 'Point' | 'LineString' | 'MultiLineString'; coordinates: unknown } | null;

const geojsonOf = (events: Partial<Analysis>) => JSON.parse(analysisGeojson(documentOf(events)));

describe('GeoJSON', () => {
  test('has a feature for each event and finding, with the same properties throughout', () => {
    const geojson = geojsonOf(ALL);
    expect(faultsOf(geojson)).toEqual([]);
    const inManifest = ['sources', 'method'];
    const names = COLUMNS.split(',')
      .filter(name => !inManifest.includes(name))
      .sort();
    for (const { properties } of geojson.features) expect(Object.keys(properties).sort()).toEqual(names);
    expect(geojson.features[0]).toEqual({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [130.3, 42.23] },
      properties: {
        kind: 'finding',
        id: 'finding/dprk-call/1',
        rule: 'dprk-call',
        severity: 'alert',
        claim: 'observed',
        text: 'LADY R called at Rajin (DPRK).',
        reconstructed: false,
        ship: 'LADY R',
        imo: 9161003,
        mmsi: [273_210_440, 273_210_441],
        port: 'Rajin',
        country: 'KP',
        from: '2024-03-12T00:00:00Z',
        to: '2024-03-12T01:00:00Z',
        vessel: 'imo-9161003',
        port_id: 'KPRJN',
        lat: 42.23,
        lon: 130.3,
        to_lat: null,
        to_lon: null,
        arrival_after: null,
        arrival_before: null,
        departure_after: null,
        departure_before: null,
        level: null,
        listings: null,
        events: 'call/1',
        receipts: 'track.csv:2-9',
      },
    });
  });

  test('carries its sources and its method, and not when it was made', () => {
    expect(geojsonOf(ALL).wakeline).toMatchObject({
      format: 'wakeline.export/1',
      what: 'events',
      product: { name: 'Wakeline' },
      madeAt: null,
      reconstructed: false,
      statement: null,
      counts: { finding: 1, call: 1, 'dark call': 1, silence: 1, 'open silence': 1 },
      inputs: [{ file: 'track.csv', sha256: 'ab'.repeat(32) }],
      method: { version: '0.1', rules: 'standard' },
    });
  });

  test('draws a silence from its last fix to its next', () => {
    expect(geojsonOf({ silences: [silence()] }).features[0].geometry).toEqual({
      type: 'LineString',
      coordinates: [
        [131.9, 43.1],
        [132.5, 42.9],
      ],
    });
  });

  test('with one fix missing marks the other, with none has no place', () => {
    const [one, none] = geojsonOf({
      silences: [silence({ lastFix: null }), silence({ lastFix: null, nextFix: null })],
    }).features;
    expect(one.geometry).toEqual({ type: 'Point', coordinates: [132.5, 42.9] });
    expect(none.geometry).toBeNull();
    expect(geojsonOf({ findings: [finding({ port: null })] }).features[0]).toMatchObject({
      geometry: null,
      properties: { port: null, country: null },
    });
  });

  test.each([
    [
      179,
      50,
      -179,
      52,
      [
        [
          [179, 50],
          [180, 51],
        ],
        [
          [-180, 51],
          [-179, 52],
        ],
      ],
    ],
    [
      -179,
      52,
      179,
      50,
      [
        [
          [-179, 52],
          [-180, 51],
        ],
        [
          [180, 51],
          [179, 50],
        ],
      ],
    ],
    [
      178,
      10,
      -179,
      13,
      [
        [
          [178, 10],
          [180, 12],
        ],
        [
          [-180, 12],
          [-179, 13],
        ],
      ],
    ],
    [
      -180,
      5,
      170,
      6,
      [
        [
          [-180, 5],
          [-180, 5],
        ],
        [
          [180, 5],
          [170, 6],
        ],
      ],
    ],
  ])('a silence from %d %d to %d %d is cut at 180 degrees', (lonA, latA, lonB, latB, coordinates) => {
    const lastFix = { index: 0, t: 0, lon: lonA, lat: latA };
    const nextFix = { index: 1, t: 1, lon: lonB, lat: latB };
    const geojson = geojsonOf({ silences: [silence({ lastFix, nextFix })] });
    expect(geojson.features[0].geometry).toEqual({ type: 'MultiLineString', coordinates });
    expect(faultsOf(geojson)).toEqual([]);
  });
});
