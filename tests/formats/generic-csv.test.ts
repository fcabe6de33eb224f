import { describe, expect, test } from 'vitest';
import { Flag } from '../../src/core/track/index.ts';
import { cutAtRandom, type ReadResult, readPositions } from '../ais/recording-sink.ts';
import { bytesOf } from '../ais/sentences.ts';
import { seededRandom } from '../map/seeded-random.ts';

const HEADER = 'mmsi,time,lat,lon';
const ROW = '273000001,2024-03-12T08:29:43Z,42.2,130.3';

function read(text: string, options: Parameters<typeof readPositions>[2] = {}): ReadResult {
  return readPositions('csv', [bytesOf(text)], options);
}

describe('columns', () => {
  const expected = {
    mmsi: 273_000_001,
    imo: 0,
    t: '2024-03-12T08:29:43.000Z',
    lon: 130.3,
    lat: 42.2,
    row: 2,
  };

  test.each([
    [HEADER, ROW],
    ['lon,lat,time,mmsi', '130.3,42.2,2024-03-12T08:29:43Z,273000001'],
    ['MMSI;Timestamp;Latitude;Longitude', '273000001;2024-03-12T08:29:43Z;42.2;130.3'],
    ['mmsi\tdatetime\tlat\tlng', '273000001\t2024-03-12 08:29:43Z\t42.2\t130.3'],
    ['"MMSI","Base Date Time","LAT","LON"', '"273000001","2024-03-12T17:29:43+09:00","42.2","130.3"'],
    ['mmsi,t,lat,lon', '273000001,1710232183,42.2,130.3'],
    ['mmsi,time,lat,lon,comment', `${ROW},"a, b"`],
    ['mmsi,imo,time,lat,lon', '273000001,,2024-03-12T08:29:43Z,42.2,130.3'],
    ['\ufeffmmsi,time,lat,lon', ROW],
  ])('%s', (header, row) => {
    const { reports, error } = read(`${header}\n${row}\n`);
    expect(error).toBeNull();
    expect(reports).toHaveLength(1);
    expect(reports[0]).toMatchObject(expected);
  });

  test('all that a row can say', () => {
    const header =
      'imo,time,lat,lon,speed,course,true_heading,nav status,ship name,call sign,dest,draft,vessel type,length,width,flag';
    const row =
      'IMO9161003,2024-03-12T08:29:43Z,42.2,130.3,12.5,270.4,271,5,LADY R,UBXX,KR PUS,6.1,70,122,20,RU';
    const { reports, statics } = read(`${header}\n${row}`);
    const t = '2024-03-12T08:29:43.000Z';
    expect(reports).toEqual([
      {
        mmsi: 0,
        imo: 9_161_003,
        t,
        lon: 130.3,
        lat: 42.2,
        sog: 12.5,
        cog: 270.4,
        heading: 271,
        status: 5,
        flags: 0,
        row: 2,
      },
    ]);
    const fields = {
      name: 'LADY R',
      callSign: 'UBXX',
      destination: 'KR PUS',
      draughtM: 6.1,
      shipType: 70,
      lengthM: 122,
      beamM: 20,
      flag: 'RU',
    };
    expect(statics).toEqual([{ mmsi: 0, imo: 9_161_003, t, fields, heard: false, flags: 0, row: 2 }]);
  });

  test('without them the rest is not available', () => {
    expect(read(`${HEADER}\n${ROW}`).reports[0]).toMatchObject({
      sog: Number.NaN,
      cog: Number.NaN,
      heading: Number.NaN,
      status: 15,
    });
  });

  test.each([
    ['mmsi,lat,lon', 'a time column (time, timestamp, …)', 'mmsi, lat, lon'],
    ['time,lat,lon', 'an id column (mmsi or imo)', 'time, lat, lon'],
    ['mmsi,time,lat', 'a longitude column (lon, lng, longitude)', 'mmsi, time, lat'],
    [
      'ship;time',
      'an id column (mmsi or imo), a latitude column (lat, latitude), a longitude column (lon, lng, longitude)',
      'ship, time',
    ],
  ])('%s lacks one', (header, expectedColumn, found) => {
    expect(read(`${header}\n1,2,3`).error).toBe(`file:1: expected ${expectedColumn}, found columns ${found}`);
  });
});

describe('values', () => {
  const WIDE = `${HEADER},sog,cog,heading,status`;

  test.each<[string, Record<string, number>]>([
    [
      '91,181,102.3,360,511,15',
      { lat: Number.NaN, lon: Number.NaN, sog: Number.NaN, cog: Number.NaN, heading: Number.NaN, status: 15 },
    ],
    [
      ',,,,,',
      { lat: Number.NaN, lon: Number.NaN, sog: Number.NaN, cog: Number.NaN, heading: Number.NaN, status: 15 },
    ],
    ['91,20,1,2,3,4', { lat: Number.NaN, lon: Number.NaN, sog: 1, cog: 2, heading: 3, status: 4 }],
    ['-90,-180,102.2,359.9,359,0', { lat: -90, lon: -180, sog: 102.2, cog: 359.9, heading: 359, status: 0 }],
    ['90,180,0,0,0,moored', { lat: 90, lon: 180, sog: 0, cog: 0, heading: 0, status: 15 }],
    [
      '1,2,-1,-5,400,16',
      { lat: 1, lon: 2, sog: Number.NaN, cog: Number.NaN, heading: Number.NaN, status: 15 },
    ],
  ])('%s', (values, report) => {
    const result = read(`${WIDE}\n273000001,2024-03-12T08:29:43Z,${values}`);
    expect(result.reports[0]).toMatchObject(report);
  });

  test.each<[string, string]>([
    [',2024-03-12T08:29:43Z,42.2,130.3', 'no id'],
    ['0,2024-03-12T08:29:43Z,42.2,130.3', 'no id'],
    ['LADY R,2024-03-12T08:29:43Z,42.2,130.3', 'bad id'],
    ['1234567890,2024-03-12T08:29:43Z,42.2,130.3', 'bad id'],
    ['273000001.5,2024-03-12T08:29:43Z,42.2,130.3', 'bad id'],
    ['273000001,,42.2,130.3', 'no time'],
    ['273000001,12/03/2024 08:29,42.2,130.3', 'bad time'],
    ['273000001,2024-03-12T08:29:43Z,42.2N,130.3', 'bad number'],
    ['273000001,2024-03-12T08:29:43Z,42.2,', 'bad number'],
    ['273000001,2024-03-12T08:29:43Z,42.2,130.3,fast', 'bad number'],
    ['273000001,2024-03-12T08:29:43Z,90.1,130.3', 'out of range'],
    ['273000001,2024-03-12T08:29:43Z,42.2,180.5', 'out of range'],
    ['273000001,2024-03-12T08:29:43Z,42.2', 'fields'],
    ['273000001,2024-03-12T08:29:43Z,42.2,130.3,1,2,3', 'fields'],
  ])('%s is set aside: %s', (row, reason) => {
    const result = read(`${HEADER},sog\n${ROW},1\n${row}\n${ROW},2`);
    expect(result.setAside).toEqual({ [reason]: 1 });
    expect(result.examples[reason]).toEqual([`3: ${row}`]);
    expect([result.rows, result.accepted, result.reports.length]).toEqual([3, 2, 2]);
  });

  test('a row by its IMO number alone needs a right one; beside an MMSI a wrong one counts as none', () => {
    const header = 'mmsi,imo,time,lat,lon';
    const rest = '2024-03-12T08:29:43Z,42.2,130.3';
    const result = read(
      `${header}\n,9161003,${rest}\n,9161004,${rest}\n273000001,9161004,${rest}\n273000001,IMO0000000,${rest}`,
    );
    expect(result.reports.map(({ mmsi, imo }) => [mmsi, imo])).toEqual([
      [0, 9_161_003],
      [273_000_001, 0],
      [273_000_001, 0],
    ]);
    expect(result.setAside).toEqual({ 'bad id': 1 });
    expect(result.notes).toEqual({ 'IMO number with a wrong check digit': 1 });
  });

  test('a source of reconstructed or synthetic flags its row, a transceiver of B too', () => {
    const sources = [
      'reconstructed',
      'Reconstructed: CSIS 2024-03',
      'SYNTHETIC',
      'AIS',
      '',
      'reconstructedness',
    ];
    const rows = sources.map(source => `${ROW},${source},${source === 'AIS' ? 'B' : 'A'}`);
    const flags = read([`${HEADER},source,transceiver`, ...rows].join('\n')).reports.map(
      report => report.flags,
    );
    expect(flags).toEqual([Flag.reconstructed, Flag.reconstructed, Flag.synthetic, Flag.classB, 0, 0]);
  });

  test('flags of the file are those of every row', () => {
    expect(read(`${HEADER}\n${ROW}`, { flags: Flag.synthetic }).reports[0]!.flags).toBe(Flag.synthetic);
  });

  test('static data come with their row, the same object or not', () => {
    const rows = ['A,1', 'A,1', 'B,1', 'A,1', ',', 'A,2'].map(rest => `${ROW},${rest}`);
    const { statics } = read([`${HEADER},name,draught`, ...rows].join('\n'));
    expect(statics.map(({ row, fields }) => [row, fields])).toEqual([
      [2, { name: 'A', draughtM: 1 }],
      [3, { name: 'A', draughtM: 1 }],
      [4, { name: 'B', draughtM: 1 }],
      [5, { name: 'A', draughtM: 1 }],
      [7, { name: 'A', draughtM: 2 }],
    ]);
  });

  test('static data of one ship are not another’s', () => {
    const { statics } = read(
      `${HEADER},name\n${ROW},A\n${ROW.replace('1,', '2,')},A\n${ROW.replace('1,', '3,')},C\n`,
    );
    expect(statics.map(({ mmsi, fields }) => [mmsi, fields.name])).toEqual([
      [273_000_001, 'A'],
      [273_000_002, 'A'],
      [273_000_003, 'C'],
    ]);
  });
});

describe('times without a zone', () => {
  const text = `${HEADER}\n${ROW}\n273000001,2024-03-12 17:29:43,42.2,130.3`;

  test('are refused at the first such row', () => {
    expect(read(text).error).toBe(
      'file:3: expected a time with a zone (…Z or +09:00) or a zone given with --zone, found ‘2024-03-12 17:29:43’',
    );
  });

  test('take the zone given; a time with its own keeps it', () => {
    const times = read(text, { zoneMinutes: 540 }).reports.map(({ t }) => t);
    expect(times).toEqual(['2024-03-12T08:29:43.000Z', '2024-03-12T08:29:43.000Z']);
  });
});

describe('a file', () => {
  test.each([
    ['', 'a header line with column names, found an empty file'],
    ['\n\n', 'a header line with column names, found an empty file'],
    [HEADER, 'rows with positions, found no rows'],
    [`${HEADER}\n1,2,3,4\n`, 'rows with positions, found none in 1 row (bad time 1)'],
    [`${HEADER}\n,,,\n1,x,1,1`, 'rows with positions, found none in 2 rows (no id 1, bad time 1)'],
  ])('%j is refused', (text, message) => {
    expect(read(text).error).toBe(`file: expected ${message}`);
  });

  test.each([31, 32, 33])('cut anywhere gives the same, seed %i', seed => {
    const random = seededRandom(seed);
    const rows = Array.from({ length: 300 }, (_, i) => {
      const name = ['', 'A', '"B, C"', '"D\nE"', 'É'][i % 5];
      const time = i % 7 ? '2024-03-12T08:29:43Z' : 'never';
      return `${273_000_000 + (i % 9)},${time},${(random() * 180 - 90).toFixed(4)},${(random() * 400 - 200).toFixed(4)},${name}`;
    });
    const bytes = bytesOf(`${HEADER},name\r\n${rows.join('\r\n')}\r\n`);
    const whole = readPositions('csv', [bytes]);
    expect(whole.rows).toBe(300);
    expect(readPositions('csv', cutAtRandom(bytes, seed === 31 ? 3 : 500, random))).toEqual(whole);
  });

  test.each(Array.from({ length: 12 }, (_, i) => 400 + i))(
    'of anything throws nothing but InputError, seed %i',
    seed => {
      const random = seededRandom(seed);
      const bytes = Uint8Array.from(bytesOf(`${HEADER},name\n${`${ROW},"A ""b"""\n`.repeat(200)}`));
      for (let i = 0; i < 60; i++) {
        // The header stays, so that rows are read.
        const at = 30 + Math.floor(random() * (bytes.length - 30));
        bytes[at] =
          seed % 2 ? Math.floor(random() * 256) : [34, 44, 10, 13, 0, 57][Math.floor(random() * 6)]!;
      }
      const result = readPositions('csv', [bytes]);
      const aside = Object.values(result.setAside).reduce((sum, rows) => sum + rows, 0);
      expect(result.accepted + aside, `seed ${seed}`).toBe(result.rows);
      expect(result.rows).toBeGreaterThan(0);
    },
  );
});
