import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { Flag } from '../../src/core/track/index.ts';
import { cutAtRandom, type ReadResult, readPositions } from '../ais/recording-sink.ts';
import { bytesOf } from '../ais/sentences.ts';
import { seededRandom } from '../map/seeded-random.ts';

const FILE = new Uint8Array(
  readFileSync(new URL('../../fixtures/aisstream/by-schema.jsonl', import.meta.url)),
);
const TIME = '2024-03-12 08:29:43.25 +0000 UTC';
const NONE = Number.NaN;

type Members = Readonly<Record<string, unknown>>;

function read(text: string): ReadResult {
  return readPositions('aisstream', [bytesOf(text)]);
}

function lineOf(message: Members, metaData: Members = {}, type = 'PositionReport'): string {
  return JSON.stringify({
    MessageType: type,
    MetaData: { MMSI: 273_000_001, time_utc: TIME, ...metaData },
    Message: { [type]: { UserID: 273_000_001, Latitude: 42.2, Longitude: 130.3, ...message } },
  });
}

describe('the file by the published schema', () => {
  const result = readPositions('aisstream', [FILE]);

  test('counts every line', () => {
    expect([result.rows, result.accepted, result.error]).toEqual([12, 10, null]);
    expect(result.setAside).toEqual({ 'unsupported type': 1, JSON: 1 });
    expect(result.examples.JSON![0]).toMatch(/^12: \{"MessageType":"PositionReport"/);
  });

  test('positions', () => {
    const rows = result.reports.map(({ mmsi, t, lat, lon, sog, cog, heading, status, flags, row }) => [
      row,
      mmsi,
      t,
      lat,
      lon,
      sog,
      cog,
      heading,
      status,
      flags,
    ]);
    const at = '2022-12-29T18:22:';
    expect(rows).toEqual([
      [1, 219_000_001, `${at}32.318Z`, 55.6761, 12.5683, 10.2, 180.5, 181, 0, 0],
      [2, 219_000_003, `${at}33.000Z`, NONE, NONE, NONE, NONE, NONE, 15, 0],
      [4, 219_000_002, `${at}34.000Z`, 57.106, 8.6, 0.1, NONE, NONE, 15, Flag.classB],
      [5, 219_000_005, `${at}35.100Z`, 57.2, 8.7, 4.5, 10, 12, 15, Flag.classB],
      [8, 219_000_001, `${at}38.100Z`, 57.6, 12.3, NONE, NONE, NONE, 0, Flag.longRange],
      [9, 992_190_001, `${at}39.100Z`, 55.1, 12, NONE, NONE, NONE, 15, Flag.notShip],
      [10, 2_190_047, `${at}40.100Z`, 56.447258, 10.945872, NONE, NONE, NONE, 15, Flag.notShip],
    ]);
  });

  test('static data', () => {
    const rows = result.statics.map(({ row, imo, heard, fields }) => [row, imo, heard, fields]);
    expect(rows).toEqual([
      [1, 0, false, { name: 'EXAMPLE CARGO' }],
      [
        3,
        9_161_003,
        true,
        {
          name: 'EXAMPLE CARGO',
          callSign: 'OXAA2',
          shipType: 70,
          lengthM: 122,
          beamM: 20,
          draughtM: 6.1,
          destination: 'KOEBENHAVN',
        },
      ],
      [4, 0, false, { name: 'EXAMPLE YACHT' }],
      [5, 0, false, { name: 'EXAMPLE LAUNCH', shipType: 37, lengthM: 12, beamM: 4 }],
      [6, 0, true, { name: 'EXAMPLE YACHT' }],
      [7, 0, true, { callSign: 'OXBB', shipType: 36, lengthM: 12, beamM: 4 }],
      [8, 0, false, { name: 'EXAMPLE CARGO' }],
      [9, 0, false, { name: 'EXAMPLE BUOY' }],
    ]);
  });

  test('cut anywhere gives the same', () => {
    for (const seed of [81, 82]) {
      const chunks = cutAtRandom(FILE, seed === 81 ? 3 : 900, seededRandom(seed));
      expect(readPositions('aisstream', chunks), `seed ${seed}`).toEqual(result);
    }
  });

  test('a plain reader agrees on every position', () => {
    const plain = new TextDecoder()
      .decode(FILE)
      .split('\n')
      .slice(0, 11)
      .map(line => JSON.parse(line))
      .flatMap(({ MessageType, MetaData, Message }, i) => {
        const { UserID, Latitude, Longitude } = Message[MessageType];
        if (Latitude === undefined) return [];
        const [date, clock] = MetaData.time_utc.split(' ');
        const t = new Date(`${date}T${clock.slice(0, 12)}Z`).toISOString();
        return [[i + 1, UserID, t, Latitude === 91 ? NONE : Latitude, Longitude === 181 ? NONE : Longitude]];
      });
    expect(result.reports.map(({ row, mmsi, t, lat, lon }) => [row, mmsi, t, lat, lon])).toEqual(plain);
  });
});

describe('faults', () => {
  test.each<[string, string]>([
    ['', 'blank'],
    ['{', 'JSON'],
    ['[1]', 'JSON'],
    ['null', 'JSON'],
    ['12', 'JSON'],
    ['{"error":"Api Key Is Not Valid"}', 'no message'],
    ['{"MessageType":"PositionReport","Message":{}}', 'no message'],
    ['{"MessageType":"PositionReport","Message":[1]}', 'no message'],
    ['{"MessageType":7,"Message":{}}', 'no message'],
    ['{"MessageType":"constructor","Message":{}}', 'unknown type'],
    ['{"MessageType":"__proto__","Message":{"__proto__":{}}}', 'unknown type'],
    [lineOf({}, {}, 'Interrogation'), 'unsupported type'],
    [lineOf({ Valid: false }), 'not valid'],
    [lineOf({ UserID: 0 }), 'no id'],
    [lineOf({ UserID: null }, { MMSI: null }), 'no id'],
    [lineOf({ UserID: 'LADY R' }), 'bad id'],
    [lineOf({ UserID: 1.5 }), 'bad id'],
    [lineOf({}, { time_utc: '' }), 'no time'],
    [lineOf({}, { time_utc: 'yesterday' }), 'bad time'],
    [lineOf({}, { time_utc: '2024-02-30 08:29:43 +0000 UTC' }), 'bad time'],
    [lineOf({}, { time_utc: {} }), 'no time'],
    [lineOf({ Latitude: 'north' }), 'bad number'],
    [lineOf({ Latitude: null }), 'bad number'],
    [lineOf({ Sog: true }), 'bad number'],
    [lineOf({ Latitude: 90.1 }), 'out of range'],
    [lineOf({ Longitude: -181 }), 'out of range'],
    [`${lineOf({ Sog: 1 })}${' '.repeat(4097)}`, 'too long'],
  ])('%s is set aside: %s', (line, reason) => {
    const result = read([lineOf({}), line, lineOf({})].join('\n'));
    expect(result.setAside).toEqual({ [reason]: 1 });
    expect(result.examples[reason]![0]).toMatch(/^2: /);
    expect([result.rows, result.accepted, result.reports.length]).toEqual([3, 2, 2]);
  });

  test('members named __proto__ are members like any other', () => {
    const line = lineOf({ Sog: 3 }).replace('"Sog":3', '"__proto__":{"Sog":9,"polluted":1},"Sog":3');
    const { reports } = read(`${line}\n${line.replace(',"Sog":3', '')}`);
    expect(reports.map(({ sog }) => sog)).toEqual([3, NONE]);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });

  test('a wrong IMO number counts as none and is noted', () => {
    const lines = [9_161_004, 9_161_003, 0].map(ImoNumber => lineOf({ ImoNumber }, {}, 'ShipStaticData'));
    const result = read(lines.join('\n'));
    expect(result.statics.map(({ imo }) => imo)).toEqual([0, 9_161_003, 0]);
    expect(result.notes).toEqual({ 'IMO number with a wrong check digit': 1 });
  });

  test('the mother ship of an auxiliary craft is no size', () => {
    const part = { ReportB: { Valid: true, CallSign: 'X', Dimension: { A: 9, B: 9, C: 9, D: 9 } } };
    const { statics } = read(lineOf({ UserID: 982_731_234, ...part }, {}, 'StaticDataReport'));
    expect(statics[0]!.fields).toEqual({ callSign: 'X' });
  });

  test.each([
    ['', 'an empty file'],
    ['{\n', 'none in 1 line (JSON 1)'],
  ])('%j is refused', (text, found) => {
    expect(read(text).error).toBe(`file: expected messages of aisstream.io, one a line, found ${found}`);
  });

  test.each(Array.from({ length: 12 }, (_, i) => 700 + i))(
    'anything throws nothing but InputError, seed %i',
    seed => {
      const random = seededRandom(seed);
      const bytes = Uint8Array.from(bytesOf(new TextDecoder().decode(FILE).repeat(10)));
      const signs = [34, 44, 10, 123, 125, 91, 93, 48, 45, 92];
      for (let i = 0; i < 150; i++) {
        const at = Math.floor(random() * bytes.length);
        bytes[at] = seed % 2 ? Math.floor(random() * 256) : signs[Math.floor(random() * signs.length)]!;
      }
      const result = readPositions('aisstream', [bytes]);
      const aside = Object.values(result.setAside).reduce((sum, rows) => sum + rows, 0);
      expect(result.accepted + aside, `seed ${seed}`).toBe(result.rows);
      expect(result.accepted, `seed ${seed}`).toBeGreaterThan(0);
    },
  );
});
