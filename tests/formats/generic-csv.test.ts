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
    const { error, remedy } = read(`${header}\n1,2,3`);
    expect(error).toBe(`file:1: expected ${expectedColumn}, found columns ${found}`);
    expect(remedy).toBe(header === 'time,lat,lon' ? 'ship' : 'columns');
  });

  test('chosen by the user', () => {
    const text = 'who;when;up;across;fast;lat\n273000001;2024-03-12T08:29:43Z;42.2;130.3;7;x';
    const columns = new Map([
      ['mmsi', 'who'],
      ['time', 'when'],
      ['lat', 'up'],
      ['lon', 'across'],
      ['sog', 'fast'],
    ] as const);
    expect(read(text).remedy).toBe('columns');
    const result = read(text, { columns });
    expect(result.reports).toMatchObject([{ ...expected, sog: 7 }]);
    expect(result.understanding.columns).toEqual([...columns]);
    const other = read(text, { columns: new Map([...columns, ['cog', 'turn']]) });
    expect(other.notes).toEqual({ 'no column turn, which was chosen': 1 });
    expect(other.accepted).toBe(1);
  });

  test('a file that names no ship is that of the ship given', () => {
    const text = 'time,lat,lon,name\n2024-03-12T08:29:43Z,42.2,130.3,LADY R';
    const byMmsi = read(text, { ship: { mmsi: 273_000_001, imo: 0 } });
    expect(byMmsi.reports).toMatchObject([expected]);
    expect(byMmsi.statics).toMatchObject([{ mmsi: 273_000_001, fields: { name: 'LADY R' } }]);
    const byImo = read(text, { ship: { mmsi: 0, imo: 9_161_003 } });
    expect(byImo.reports).toMatchObject([{ mmsi: 0, imo: 9_161_003 }]);
    // A file that has an id column says itself whose its rows are.
    const named = read(`${HEADER}\n${ROW}\n${ROW.slice(9)}`, { ship: { mmsi: 5, imo: 0 } });
    expect(named.reports).toMatchObject([{ mmsi: 273_000_001 }]);
    expect(named.setAside).toEqual({ 'no id': 1 });
  });

  test.each([
    ROW,
    `${ROW.replaceAll(',', ';')}\n${ROW}`,
    '273000001,2024-03-12,08:29:43,42.2,130.3',
    '273000001,1710232183,42 13.5 N,130 18.2 E',
  ])('%j has no header', text => {
    const { error, remedy } = read(text);
    expect(error).toMatch(/^file:1: expected a header line with column names, found ‘273000001, /);
    expect(remedy).toBeNull();
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
    ['273000001,32/03/2024 08:29,42.2,130.3', 'bad time'],
    ['273000001,2024-03-12,42.2,130.3', 'bad time'],
    ['273000001,2024-03-12T08:29:43Z,42.2E,130.3', 'bad number'],
    ['273000001,2024-03-12T08:29:43Z,42 13.5,130.3', 'bad number'],
    ['273000001,2024-03-12T08:29:43Z,91°30′N,130.3', 'out of range'],
    ['273000001,2024-03-12T08:29:43Z,42.2,130.3,1.2.3', 'bad number'],
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

describe('numbers as people write them', () => {
  test('coordinates in degrees, minutes and seconds, decimal commas', () => {
    const header = 'mmsi;time;lat;lon;sog;cog;heading;draught';
    const time = '2024-03-12T08:29:43Z';
    const rows = [
      `1;${time};42,25;130,5;12,5;270,4;271,0;6,1`,
      `1;${time};42 15 N;130 30 E;12.5;270.4;271;6.1`,
      `1;${time};"42°15'00""N";130°30'00"E;12.5;270.4;271;6.1`,
      `1;${time};N 42-15-00;E 130-30-00;12.5;270.4;271;6.1`,
      `1;${time};4215.00,N;13030.00,E;12.5;270.4;271;6.1`,
    ];
    const { reports, setAside, statics } = read(`${header}\n${rows.join('\n')}`);
    expect(setAside).toEqual({});
    expect(reports).toHaveLength(5);
    for (const report of reports) {
      expect(report).toMatchObject({ lat: 42.25, lon: 130.5, sog: 12.5, cog: 270.4, heading: 271 });
    }
    expect(statics[0]!.fields).toEqual({ draughtM: 6.1 });
  });

  test('a decimal comma in quotes where commas part the fields', () => {
    const { reports } = read(`${HEADER}\n1,2024-03-12T08:29:43Z,"42,25","130,5"`);
    expect(reports).toMatchObject([{ lat: 42.25, lon: 130.5 }]);
    expect(read(`${HEADER}\n${ROW}\n1,2024-03-12T08:29:43Z,42,25,130,5`).setAside).toEqual({ fields: 1 });
  });
});

describe('dates', () => {
  const at = (times: readonly string[]) =>
    `mmsi,time,lat,lon\n${times.map(time => `1,${time},42.2,130.3`).join('\n')}\n`;

  test('that can be read two ways are refused, unless a way is given', () => {
    const text = at(['2024-03-12T08:29:43Z', '03/04/2024 00:00Z']);
    expect(read(text)).toMatchObject({
      error:
        'file:3: expected a date that can be read one way only, or --time-format day-first or month-first, found ‘03/04/2024 00:00Z’',
      remedy: 'time-format',
    });
    const dayFirst = read(text, { timeFormat: 'day-first' });
    expect(dayFirst.reports.map(({ t }) => t)).toEqual(['2024-04-03T00:00:00.000Z']);
    expect(dayFirst.setAside).toEqual({ 'bad time': 1 });
    expect(dayFirst.understanding.timeNote).toBe('dates read day first, as told');
  });

  test('with one reading settle those below', () => {
    const { reports, setAside } = read(at(['25/03/2024 00:00Z', '03/04/2024 00:00Z', '3/25/2024 0:00Z']));
    expect(reports.map(({ t }) => t)).toEqual(['2024-03-25T00:00:00.000Z', '2024-04-03T00:00:00.000Z']);
    expect(setAside).toEqual({ 'bad time': 1 });
  });

  test.each([
    ['mmsi,date,time,lat,lon', '1,2024-03-12,08:29:43,42.2,130.3'],
    ['time,lat,lon,date,mmsi', '8:29:43,42.2,130.3,2024-03-12,1'],
    ['mmsi,Date,Time,lat,lon', '1,12 Mar 2024,8:29:43 AM,42.2,130.3'],
    ['mmsi,date,time,lat,lon', '1,20240312,08:29:43Z,42.2,130.3'],
    ['mmsi,date,time,lat,lon', '1,1999-01-01,2024-03-12T08:29:43Z,42.2,130.3'],
    ['mmsi,date,lat,lon', '1,2024-03-12 08:29:43,42.2,130.3'],
  ])('and clocks in columns of their own: %s', (header, row) => {
    const { reports } = read(`${header}\n${row}`, { zoneMinutes: 0 });
    expect(reports).toMatchObject([{ t: '2024-03-12T08:29:43.000Z', lat: 42.2 }]);
  });

  test.each([
    ['mmsi,date,time,lat,lon', '1,,08:29:43,42.2,130.3', 'bad time'],
    ['mmsi,date,time,lat,lon', '1,2024-03-12,,42.2,130.3', 'no time'],
    ['mmsi,date,time,lat,lon', '1,2024-03-12 00:00,08:29:43,42.2,130.3', 'bad time'],
    ['mmsi,date,time,lat,lon', `1,2024-03-12,08:29:43${' '.repeat(200)},42.2,130.3`, 'bad time'],
    ['mmsi,time,lat,lon', '1,08:29:43,42.2,130.3', 'bad time'],
    ['mmsi,date,lat,lon', '1,2024-03-12,42.2,130.3', 'bad time'],
  ])('without a day or a clock: %s', (header, row, reason) => {
    expect(read(`${header}\n${row}`, { zoneMinutes: 0 }).setAside).toEqual({ [reason]: 1 });
  });
});

describe('hostile input', () => {
  test.each<[string, string]>([
    ['a field of a megabyte', `${HEADER}\n1,2024-03-12T08:29:43Z,${'4'.repeat(1_000_000)},1\n${ROW}`],
    ['a time of a megabyte', `${HEADER}\n1,${'2'.repeat(1_000_000)},1,1\n${ROW}`],
    ['zeros', `${HEADER}\n1,2024-03-12T08:29:43Z,\0\0,\0\n${ROW}`],
    ['separators alone', `${HEADER}\n${','.repeat(3)}\n${ROW}`],
    ['thousands of fields', `${HEADER}\n${','.repeat(5_000)}1\n${ROW}`],
  ])('%s is set aside', (_, text) => {
    const result = read(text);
    expect([result.rows, result.accepted, result.error]).toEqual([2, 1, null]);
  });

  test('a header of separators alone is refused', () => {
    expect(read(`${','.repeat(50)}\n1,2`).remedy).toBe('columns');
    expect(read('__proto__,constructor,toString\n1,2,3').remedy).toBe('columns');
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
