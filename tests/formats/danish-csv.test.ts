import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { Flag } from '../../src/core/track/index.ts';
import { cutAtRandom, type ReadResult, readPositions } from '../ais/recording-sink.ts';
import { bytesOf } from '../ais/sentences.ts';
import { seededRandom } from '../map/seeded-random.ts';

const FILE = new Uint8Array(readFileSync(new URL('../../fixtures/danish/by-schema.csv', import.meta.url)));
const HEADER = new TextDecoder().decode(FILE).split('\n')[0]!;

function read(text: string, options: Parameters<typeof readPositions>[2] = {}): ReadResult {
  return readPositions('danish-csv', [bytesOf(text)], options);
}

/** A row of the file's 26 fields, empty but for those given by their place. */
function rowOf(fields: Readonly<Record<number, string>>): string {
  const given = { 0: '01/03/2024 00:00:00', 1: 'Class A', 2: '219000001', 3: '55.5', 4: '12.5', ...fields };
  return Array.from({ length: 26 }, (_, i) => (given as Record<number, string>)[i] ?? '').join(',');
}

describe('the file by the published schema', () => {
  const result = readPositions('danish-csv', [FILE]);

  test('counts every row', () => {
    expect([result.rows, result.accepted, result.error]).toEqual([11, 9, null]);
    expect(result.setAside).toEqual({ 'bad number': 1, 'bad time': 1 });
    expect(result.notes).toEqual({ 'IMO number with a wrong check digit': 1 });
  });

  test('reads a row in full', () => {
    expect(result.reports[0]).toEqual({
      mmsi: 219_000_001,
      imo: 9_161_003,
      t: '2024-03-01T00:00:00.000Z',
      lon: 12.5683,
      lat: 55.6761,
      sog: 10.2,
      cog: 180.5,
      heading: 181,
      status: 0,
      flags: 0,
      row: 2,
    });
    expect(result.statics[0]).toEqual({
      mmsi: 219_000_001,
      imo: 9_161_003,
      t: '2024-03-01T00:00:00.000Z',
      fields: {
        name: 'EXAMPLE CARGO',
        callSign: 'OXAA2',
        shipType: 70,
        lengthM: 122,
        beamM: 20,
        draughtM: 6.1,
        destination: 'KOEBENHAVN',
      },
      heard: false,
      flags: 0,
      row: 2,
    });
  });

  test('tells ships from what is none', () => {
    const { notShip, classB } = Flag;
    expect(result.reports.map(({ flags }) => flags)).toEqual([
      0,
      0,
      notShip,
      classB,
      notShip,
      notShip,
      0,
      0,
      notShip,
    ]);
    expect(result.reports.map(({ status }) => status)).toEqual([0, 0, 15, 15, 15, 15, 1, 3, 14]);
  });

  test('a position at 91 N, 0 E is none, and Unknown says nothing', () => {
    const tanker = result.reports.find(({ mmsi }) => mmsi === 219_000_003)!;
    const none = Number.NaN;
    expect(tanker).toMatchObject({ imo: 0, lat: none, lon: none, sog: none, cog: none, heading: none });
    expect(result.statics.find(({ row }) => row === 8)!.fields.destination).toBe('SKAGEN, DK');
    expect(result.statics.map(({ row }) => row)).toEqual([2, 5, 6, 8, 9]);
    expect(JSON.stringify(result.statics)).not.toMatch(/Unknown|Undefined/);
  });

  test('cut anywhere gives the same', () => {
    for (const seed of [61, 62]) {
      const chunks = cutAtRandom(FILE, seed === 61 ? 2 : 300, seededRandom(seed));
      expect(readPositions('danish-csv', chunks), `seed ${seed}`).toEqual(result);
    }
  });
});

describe('words', () => {
  test.each<[string, number]>([
    ['Under way using engine', 0],
    ['At anchor', 1],
    ['Not under command', 2],
    ['Restricted maneuverability', 3],
    ['Constrained by her draught', 4],
    ['Moored', 5],
    ['Aground', 6],
    ['Engaged in fishing', 7],
    ['Under way sailing', 8],
    ['Reserved for future amendment [HSC]', 9],
    ['Reserved for future amendment [WIG]', 10],
    ['Power-driven vessel towing astern', 11],
    ['Reserved for future use [11]', 11],
    ['Power-driven vessel pushing ahead or towing alongside', 12],
    ['Reserved for future use [12]', 12],
    ['Reserved for future use', 13],
    ['Reserved for future use [13]', 13],
    ['AIS-SART', 14],
    ['AIS-SART (active)', 14],
    ['Unknown value', 15],
    ['constructor', 15],
    ['', 15],
  ])('status %j is %i', (words, status) => {
    expect(read(`${HEADER}\n${rowOf({ 5: words })}`).reports[0]!.status).toBe(status);
  });

  test.each<[string, number | undefined]>([
    ['WIG', 20],
    ['Fishing', 30],
    ['Towing', 31],
    ['Towing long/wide', 32],
    ['Dredging', 33],
    ['Diving', 34],
    ['Military', 35],
    ['Sailing', 36],
    ['Pleasure', 37],
    ['HSC', 40],
    ['Pilot', 50],
    ['SAR', 51],
    ['Tug', 52],
    ['Port tender', 53],
    ['Anti-pollution', 54],
    ['Law enforcement', 55],
    ['Medical', 58],
    ['Not party to conflict', 59],
    ['Passenger', 60],
    ['Cargo', 70],
    ['Tanker', 80],
    ['Other', 90],
    ['Reserved', undefined],
    ['Spare 1', undefined],
    ['Undefined', undefined],
  ])('ship type %j is %s', (words, shipType) => {
    const { statics } = read(`${HEADER}\n${rowOf({ 13: words })}`);
    expect(statics[0]?.fields).toEqual(shipType === undefined ? undefined : { shipType });
  });

  test.each<[string, number]>([
    ['Class A', 0],
    ['Class B', Flag.classB],
    ['Base Station', Flag.notShip],
    ['AtoN', Flag.notShip],
    ['SAR Airborne', Flag.notShip],
    ['Search and Rescue Transponder', Flag.notShip],
    ['Man Overboard Device', Flag.notShip],
    ['Emergency PIRB', Flag.notShip],
    ['', 0],
  ])('type of mobile %j has flags %i', (words, flags) => {
    const result = read(`${HEADER}\n${rowOf({ 1: words })}`, { flags: Flag.synthetic });
    expect(result.reports[0]!.flags).toBe(flags | Flag.synthetic);
  });
});

test('times are UTC whatever zone other files take, and the day comes first', () => {
  const { reports } = read(`${HEADER}\n${rowOf({ 0: '03/12/2024 08:29:43' })}`, { zoneMinutes: 540 });
  expect(reports[0]!.t).toBe('2024-12-03T08:29:43.000Z');
});

test.each<[Readonly<Record<number, string>>, string]>([
  [{ 2: '' }, 'no id'],
  [{ 2: '0' }, 'no id'],
  [{ 2: 'x' }, 'bad id'],
  [{ 2: '1234567890' }, 'bad id'],
  [{ 0: '' }, 'no time'],
  [{ 0: '13/13/2024 00:00:00' }, 'bad time'],
  [{ 0: '01/03/2024 24:00:00' }, 'bad time'],
  [{ 0: '2024-03-01 00:00:00' }, 'bad time'],
  [{ 0: '01-03-2024 00:00:00' }, 'bad time'],
  [{ 0: '1/3/2024 0:00:00' }, 'bad time'],
  [{ 3: '' }, 'bad number'],
  [{ 7: 'fast' }, 'bad number'],
  [{ 3: '90.5' }, 'out of range'],
  [{ 4: '-180.5' }, 'out of range'],
  [{ 25: '1,2' }, 'fields'],
])('%j is set aside: %s', (fields, reason) => {
  const result = read([HEADER, rowOf({}), rowOf(fields), rowOf({})].join('\n'));
  expect(result.setAside).toEqual({ [reason]: 1 });
  expect(result.examples[reason]).toEqual([`3: ${rowOf(fields)}`]);
  expect([result.rows, result.accepted]).toEqual([3, 2]);
});

test.each([
  ['', 'a header line with column names, found an empty file'],
  [HEADER, 'rows with positions, found no rows'],
  [`${HEADER}\n${rowOf({ 2: '' })}`, 'rows with positions, found none in 1 row (no id 1)'],
])('%# is refused', (text, message) => {
  expect(read(text).error).toBe(`file: expected ${message}`);
});

test('another header is refused', () => {
  expect(read('mmsi,time\n1,2').error).toBe(
    'file:1: expected the header # Timestamp,Type of mobile,MMSI,…, found columns mmsi, time',
  );
});

describe('a plain reader that splits at commas agrees', () => {
  const statuses = ['Under way using engine', 'At anchor', 'Not under command', 'Restricted maneuverability'];
  const types = ['Class A', 'Class B', 'Base Station'];
  const shipTypes: readonly [string, number | undefined][] = [
    ['Cargo', 70],
    ['Tanker', 80],
    ['Fishing', 30],
    ['Undefined', undefined],
  ];

  test.each([71, 72, 73])('seed %i', seed => {
    const random = seededRandom(seed);
    const pick = (count: number) => Math.floor(random() * count);
    const rows = Array.from({ length: 400 }, () => {
      const second = String(pick(60)).padStart(2, '0');
      return rowOf({
        0: `${String(1 + pick(28)).padStart(2, '0')}/02/2024 23:${second}:${second}`,
        1: types[pick(3)]!,
        2: String(219_000_000 + pick(9)),
        3: (random() * 180 - 90).toFixed(6),
        4: (random() * 360 - 180).toFixed(6),
        5: statuses[pick(4)]!,
        7: pick(3) ? (random() * 120).toFixed(1) : '',
        8: (random() * 361).toFixed(1),
        12: ['', 'ALFA', 'BRAVO'][pick(3)]!,
        13: shipTypes[pick(4)]![0],
      });
    });
    const result = read([HEADER, ...rows].join('\r\n'));
    const naive = rows.map((row, i) => {
      const f = row.split(',');
      const [day, month, year] = f[0]!.slice(0, 10).split('/');
      const below = (text: string, limit: number) =>
        text !== '' && Number(text) < limit ? Number(text) : Number.NaN;
      return {
        mmsi: Number(f[2]),
        imo: 0,
        t: new Date(`${year}-${month}-${day}T${f[0]!.slice(11)}Z`).toISOString(),
        lon: Number(f[4]),
        lat: Number(f[3]),
        sog: ['51.2', '63.0', '102.3'].includes(f[7]!) ? Number.NaN : below(f[7]!, 102.3),
        cog: below(f[8]!, 360),
        heading: Number.NaN,
        status: statuses.indexOf(f[5]!),
        flags: [0, Flag.classB, Flag.notShip][types.indexOf(f[1]!)]!,
        row: i + 2,
      };
    });
    expect(result.reports, `seed ${seed}`).toEqual(naive);
    const said = new Map(result.statics.map(({ row, fields }) => [row, fields]));
    rows.forEach((row, i) => {
      const f = row.split(',');
      const type = shipTypes.find(([words]) => words === f[13])![1];
      const expected = { ...(f[12] && { name: f[12] }), ...(type && { shipType: type }) };
      expect(said.get(i + 2) ?? {}, `seed ${seed} row ${i + 2}`).toEqual(expected);
    });
  });
});

test.each(Array.from({ length: 12 }, (_, i) => 600 + i))(
  'of anything throws nothing but InputError, seed %i',
  seed => {
    const random = seededRandom(seed);
    const rows = new TextDecoder().decode(FILE).slice(HEADER.length + 1);
    const bytes = Uint8Array.from(bytesOf(`${HEADER}\n${rows.repeat(20)}`));
    for (let i = 0; i < 200; i++) {
      // The header stays, so that rows are read.
      const at = HEADER.length + 1 + Math.floor(random() * (bytes.length - HEADER.length - 1));
      bytes[at] = seed % 2 ? Math.floor(random() * 256) : [34, 44, 10, 13, 0, 57][Math.floor(random() * 6)]!;
    }
    const result = readPositions('danish-csv', [bytes]);
    const aside = Object.values(result.setAside).reduce((sum, count) => sum + count, 0);
    expect(result.accepted + aside, `seed ${seed}`).toBe(result.rows);
    expect(result.rows).toBeGreaterThan(0);
  },
);
