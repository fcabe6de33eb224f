import { readFileSync } from 'node:fs';
import { parquetReadObjects } from 'hyparquet';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { describe, expect, test } from 'vitest';
import { Flag } from '../../src/core/track/index.ts';
import { InputError } from '../../src/formats/input-error.ts';
import { parquetRowTexts, previewParquet } from '../../src/formats/parquet.ts';
import { sniff } from '../../src/formats/sniff.ts';
import { readPositions } from '../ais/recording-sink.ts';
import { seededRandom } from '../map/seeded-random.ts';
import { parquetFixture, readFile } from './parquet-files.ts';

const NOAA = [
  'duckdb-snappy',
  'duckdb-zstd',
  'duckdb-gzip',
  'duckdb-brotli',
  'duckdb-lz4',
  'duckdb-v2',
  'pyarrow-groups',
  'pyarrow-plain',
  'pyarrow-encodings',
] as const;
const NOAA_ROWS = 120;

/** The rows of the CSV that the files were made of. */
function noaaCsv() {
  const text = readFileSync(
    new URL('../../fixtures/noaa/test_data_noaa_20230101.csv', import.meta.url),
    'utf8',
  );
  const lines = text.split('\n').slice(0, 1 + NOAA_ROWS);
  return readPositions('noaa-csv', [new TextEncoder().encode(lines.join('\n'))]);
}

describe.each(NOAA)('%s, by another writer from a CSV', name => {
  const bytes = parquetFixture(`${name}.parquet`);

  test('gives what the CSV gives', async () => {
    const csv = noaaCsv();
    const result = await readFile(bytes, { zoneMinutes: 0 });
    expect(result.error).toBeNull();
    expect([result.tally.rows, result.tally.accepted]).toEqual([NOAA_ROWS, NOAA_ROWS]);
    // The header is line 1 of the CSV.
    expect(result.reports).toEqual(csv.reports.map(report => ({ ...report, row: report.row - 1 })));
    expect(result.statics).toEqual(csv.statics.map(entry => ({ ...entry, row: entry.row - 1 })));
    expect(result.notes).toEqual(csv.notes);
  });

  test('shows any row as hyparquet reads it', async () => {
    const rows = await parquetReadObjects({ file: bytes.slice().buffer, compressors: await compressors() });
    const wanted = [120, 1, 51, 50, 119, 51, 121, 0];
    const texts = await parquetRowTexts(new Blob([bytes]), name, wanted);
    expect(texts.map(({ line }) => line)).toEqual([1, 50, 51, 119, 120]);
    for (const { line, text } of texts) {
      const { BaseDateTime, ...other } = JSON.parse(text);
      const { BaseDateTime: time, ...expected } = rows[line - 1]!;
      expect(new Date(`${BaseDateTime}Z`)).toEqual(time);
      const plain = Object.entries(expected).map(([key, value]) => [key, plainValue(value)]);
      expect(other, `row ${line}`).toEqual(Object.fromEntries(plain));
    }
  });
});

/** Numbers of 64 bits as JSON has them, and no value as null. */
function plainValue(value: unknown): unknown {
  return typeof value === 'bigint' ? Number(value) : (value ?? null);
}

async function compressors() {
  const { compressors: all } = await import('hyparquet-compressors');
  return all;
}

describe('types of columns', () => {
  const bytes = parquetFixture('pyarrow-types.parquet');
  const chosen = (time: string, more: readonly (readonly [string, string])[] = []) =>
    new Map([['time', time], ...more] as [never, string][]);
  /** A ship and a place that every row can have. */
  const anyShip = { mmsi: 273_456_780, imo: 0 };
  const anyPlace = [
    ['mmsi', ''],
    ['imo', ''],
    ['lat', 'lat_decimal'],
    ['lon', 'draught'],
  ] as const;
  const times = async (time: string, zoneMinutes: number | null = null) => {
    const columns = chosen(time, anyPlace);
    const { reports, error, tally } = await readFile(bytes, { columns, zoneMinutes, ship: anyShip });
    return error?.message ?? [...reports.map(({ t, row }) => `${row} ${t}`), ...tally.setAside.keys()];
  };
  const exact = ['1 2024-03-12T08:29:43.123Z', '3 2024-03-12T08:31:00.000Z', 'no time'];
  const seconds = ['1 2024-03-12T08:29:43.000Z', '3 2024-03-12T08:31:00.000Z', 'no time'];

  test.each([
    ['t_ms', exact],
    ['t_us', exact],
    ['t_ns', exact],
    ['t_epoch', seconds],
    ['t_epoch_ms', exact],
    ['t_text', seconds],
  ])('time in %s', async (column, expected) => {
    expect(await times(column)).toEqual(expected);
  });

  test.each(['t_civil', 't_civil_text'])('%s names no zone', async column => {
    const refused = await readFile(bytes, { columns: chosen(column) });
    expect(refused.error?.remedy).toBe('zone');
    expect(refused.error?.line).toBe(1);
    expect(refused.error?.message).toContain('2024-03-12');
    const shifted = [
      expect.stringMatching(/^1 2024-03-11T23:29:43/),
      '3 2024-03-11T23:31:00.000Z',
      'no time',
    ];
    expect(await times(column, 540)).toEqual(shifted);
    const { understanding } = await readFile(bytes, { columns: chosen(column), zoneMinutes: 540 });
    expect(understanding?.timeNote).toBe('times without a zone: UTC+09:00');
  });

  test('a day is no time', async () => {
    expect(await times('day', 0)).toContain('none in 3 rows (bad time 2, no time 1)');
  });

  test('the 96-bit time names no zone', async () => {
    const int96 = parquetFixture('pyarrow-int96.parquet');
    const columns = chosen('t_civil', [['lat', 'lat_decimal']]);
    expect((await readFile(int96, { columns })).error?.remedy).toBe('zone');
    const { reports } = await readFile(int96, { columns, zoneMinutes: 0 });
    expect(reports.map(({ t, lat }) => [t, lat])).toEqual([
      ['2024-03-12T08:29:43.123Z', 42.5],
      ['2024-03-12T08:31:00.000Z', -42.75],
    ]);
  });

  test('numbers in every type, a place in a struct', async () => {
    const more = [['cog', 'cog_decimal']] as const;
    const { reports, statics, tally, understanding } = await readFile(bytes, {
      columns: chosen('t_epoch', more),
    });
    expect(understanding?.columns).toContainEqual(['lat', 'position.lat']);
    expect(reports).toEqual([
      {
        mmsi: 273_456_780,
        imo: 9_161_003,
        t: '2024-03-12T08:29:43.000Z',
        lat: 42.5,
        lon: 131.25,
        sog: 12.25,
        cog: 359.9,
        heading: Number.NaN,
        status: 15,
        flags: 0,
        row: 1,
      },
    ]);
    expect(statics.map(({ fields }) => fields)).toEqual([{ draughtM: 5.3 }]);
    expect([...tally.setAside].map(([reason, { rows }]) => [reason, rows])).toEqual([
      ['bad id', 1],
      ['bad number', 1],
    ]);
  });

  test('numbers in texts', async () => {
    const columns = chosen('t_epoch', [
      ['lat', 'lat_decimal'],
      ['lon', 'lon_text'],
    ]);
    const { reports, tally } = await readFile(bytes, { columns });
    expect(reports.map(({ lat, lon }) => [lat, lon])).toEqual([[42.5, 131.25]]);
    expect(tally.setAside.get('bad number')?.examples[0]?.line).toBe(3);
    expect(JSON.parse(fullText(await parquetRowTexts(new Blob([bytes]), 'file', [3])))).toMatchObject({
      lon_text: 'east',
    });
  });

  test('a row as JSON, whatever its columns are called', async () => {
    const texts = await parquetRowTexts(new Blob([bytes]), 'file', [1, 2]);
    expect(texts[0]!.text).toContain('"__proto__":1');
    expect(JSON.parse(texts[0]!.text)).toMatchObject({
      mmsi: 273456780,
      t_ns: '2024-03-12T08:29:43.123Z',
      t_civil: '2024-03-12T08:29:43.123',
      day: '2024-03-12',
      'position.lat': 42.5,
      lat_decimal: 42.5,
      sog: 12.25,
      draught: 5.3,
      moored: true,
      raw: '0x00ff',
    });
    expect(JSON.parse(texts[1]!.text)).toMatchObject({ mmsi: 4294967295, moored: null, raw: null });
    expect(texts[0]!.text).not.toContain('tags');
  });

  test('the preview shows texts and what they are taken for', async () => {
    const { header, rows, columns } = await previewParquet(new Blob([bytes]), 'file');
    expect(rows.map(row => row[header.indexOf('lon_text')])).toEqual(['131.25', '', 'east']);
    expect(rows.map(row => row[header.indexOf('cog_decimal')])).toEqual(['359.9', '', '0.1']);
    expect(header).not.toContain('tags');
    expect(columns.get('lat')).toBe('position.lat');
    expect(columns.get('imo')).toBe('imo');
  });
});

function fullText(texts: readonly { readonly text: string }[]): string {
  return texts.map(({ text }) => text).join();
}

describe('points in well-known binary', () => {
  const bytes = parquetFixture('pyarrow-points.parquet');

  test('give longitude and latitude in either byte order', async () => {
    const { reports, tally, understanding } = await readFile(bytes);
    expect(reports.map(({ lon, lat }) => [lon, lat])).toEqual([
      [131.25, 42.5],
      [131.5, 42.25],
      [131.75, 42.125],
    ]);
    expect(tally.setAside.get('bad number')?.rows).toBe(1);
    expect(understanding?.columns).toContainEqual(['lat', 'geometry (latitude)']);
    const preview = await previewParquet(new Blob([bytes]), 'file');
    expect(preview.rows[1]).toEqual([...preview.rows[1]!.slice(0, 3), '131.5', '42.25']);
  });

  test('in another reference system are refused', async () => {
    const points = parquetWriteBuffer({
      columnData: [
        { name: 'mmsi', data: [273_456_780] },
        { name: 'time', data: [1_710_232_183] },
        { name: 'geometry', data: [new Uint8Array(21)], type: 'BYTE_ARRAY' },
      ],
      kvMetadata: [
        {
          key: 'geo',
          value:
            '{"primary_column":"geometry","columns":{"geometry":{"crs":{"id":{"authority":"EPSG","code":3857}}}}}',
        },
      ],
    });
    const { error } = await readFile(new Uint8Array(points));
    expect(error?.message).toContain('geometry in EPSG:3857');
  });
});

describe('what a file leaves open', () => {
  const track = (names: readonly string[]) =>
    new Uint8Array(
      parquetWriteBuffer({
        columnData: names.map(name => ({ name, data: [1_710_232_183, 50], type: 'DOUBLE' as const })),
      }),
    );

  test('missing columns can be named', async () => {
    const { error } = await readFile(track(['mmsi', 'time', 'breite', 'laenge']));
    expect(error?.remedy).toBe('columns');
    expect(error?.message).toContain('found columns mmsi, time, breite, laenge');
  });

  test('a missing ship can be named', async () => {
    const bytes = track(['time', 'lat', 'lon']);
    expect((await readFile(bytes)).error?.remedy).toBe('ship');
    const ship = { mmsi: 0, imo: 9_161_003 };
    const columns = new Map([['lat', 'lon']] as [never, string][]);
    const { tally } = await readFile(bytes, {
      ship,
      columns: new Map([...columns, ['lon', 'lon']] as never),
    });
    expect([...tally.setAside.keys()]).toEqual(['out of range', 'bad time']);
  });

  test('a file without rows has none', async () => {
    const names = ['mmsi', 'time', 'lat', 'lon'];
    const bytes = parquetWriteBuffer({ columnData: names.map(name => ({ name, data: [], type: 'DOUBLE' })) });
    expect((await readFile(new Uint8Array(bytes))).error?.message).toContain('found no rows');
  });

  test('the format of times excludes others', async () => {
    const bytes = track(['mmsi', 'time', 'lat', 'lon']);
    const { error } = await readFile(bytes, { timeFormat: 'epoch-ms' });
    expect(error?.message).toContain('none in 2 rows');
  });

  test('a source that says so is marked', async () => {
    const bytes = parquetWriteBuffer({
      columnData: [
        { name: 'mmsi', data: [1, 2, 3] },
        { name: 'time', data: [1_710_232_183, 1_710_232_183, 1_710_232_183] },
        { name: 'lat', data: [1, 2, 3] },
        { name: 'lon', data: [1, 2, 3] },
        { name: 'source', data: ['reconstructed: plan', 'ais', 'Synthetic'] },
        { name: 'transceiver', data: ['A', 'B', null], nullable: true },
      ],
    });
    const { reports } = await readFile(new Uint8Array(bytes));
    expect(reports.map(({ flags }) => flags)).toEqual([Flag.reconstructed, Flag.classB, Flag.synthetic]);
  });
});

describe('while it reads', () => {
  const rows = 30_000;
  const bytes = new Uint8Array(
    parquetWriteBuffer({
      columnData: ['mmsi', 'time', 'lat', 'lon'].map((name, i) => ({
        name,
        data: Float64Array.from({ length: rows }, (_, row) => (i === 1 ? 1_710_232_183 + row : 50)),
      })),
      rowGroupSize: 12_500,
    }),
  );

  test('others are let in every ten thousand rows at most', async () => {
    const seen: number[] = [0];
    const tally = (await readFile(bytes, {})).tally;
    const context = { tally: Object.assign(tally, { rows: 0, accepted: 0 }) };
    await readFile(bytes, context, { onRows: () => void seen.push(tally.rows) });
    expect(Math.max(...seen.slice(1).map((count, i) => count - seen[i]!))).toBeLessThanOrEqual(10_240);
    expect(rows - seen.at(-1)!).toBeLessThanOrEqual(10_240);
  });

  test('an abort is heard, and nothing is read after it', async () => {
    const control = new AbortController();
    const reading = readFile(
      bytes,
      {},
      { signal: control.signal, onRows: () => control.abort(new Error('enough')) },
    );
    await expect(reading).rejects.toThrow('enough');
  });
});

describe('random tables of the writer that is installed', () => {
  const seeds = [1, 2, 3, 4, 5, 6, 7, 8];

  test.each(seeds)('seed %i', async seed => {
    const random = seededRandom(seed);
    const rows = 1 + Math.floor(random() * 5000);
    const maybe = (value: number) => (random() < 0.2 ? null : value);
    const table = Array.from({ length: rows }, (_, row) => ({
      mmsi: 200_000_000 + Math.floor(random() * 20),
      time: new Date(1_700_000_000_000 + row * 1000 + Math.floor(random() * 1000)),
      lat: maybe(Math.round(random() * 9e6) / 1e5),
      sog: maybe(Math.floor(random() * 30)),
      name: random() < 0.3 ? null : `SHIP ${Math.floor(random() * 40)}`,
    }));
    const column = <Key extends keyof (typeof table)[number]>(name: Key) => table.map(row => row[name]);
    const bytes = parquetWriteBuffer({
      columnData: [
        { name: 'mmsi', data: column('mmsi'), type: 'INT32', encoding: 'DELTA_BINARY_PACKED' },
        { name: 'time', data: column('time'), type: 'TIMESTAMP' },
        { name: 'lat', data: column('lat'), type: 'DOUBLE', nullable: true },
        { name: 'lon', data: column('lat'), type: 'DOUBLE', nullable: true, encoding: 'BYTE_STREAM_SPLIT' },
        { name: 'sog', data: column('sog'), type: 'INT32', nullable: true },
        { name: 'name', data: column('name'), type: 'STRING', nullable: true },
      ],
      rowGroupSize: 1 + Math.floor(random() * rows),
      pageSize: 200 + Math.floor(random() * 20_000),
      codec: random() < 0.5 ? 'SNAPPY' : 'UNCOMPRESSED',
    });
    const result = await readFile(new Uint8Array(bytes));
    expect(result.error).toBeNull();
    expect(
      result.reports.map(({ mmsi, t, lat, lon, sog, row }) => ({ mmsi, t, lat, lon, sog, row })),
    ).toEqual(
      table.map(({ mmsi, time, lat, sog }, i) => ({
        mmsi,
        t: time.toISOString(),
        lat: lat ?? Number.NaN,
        lon: lat ?? Number.NaN,
        sog: sog ?? Number.NaN,
        row: i + 1,
      })),
    );
    expect(result.statics.map(({ row, fields }) => [row, fields.name])).toEqual(
      table.flatMap(({ name }, i) => (name === null ? [] : [[i + 1, name]])),
    );
  });
});

describe('told by its first bytes', () => {
  test('a Parquet file', () => {
    const bytes = parquetFixture('duckdb-snappy.parquet');
    expect(sniff(bytes, 'file')).toEqual({ kind: 'positions', format: 'parquet' });
  });

  test('an encrypted one is refused', () => {
    const bytes = new TextEncoder().encode('PARE…');
    expect(() => sniff(bytes, 'file')).toThrow(InputError);
    expect(() => sniff(bytes, 'file')).toThrow('an encrypted footer');
  });
});
