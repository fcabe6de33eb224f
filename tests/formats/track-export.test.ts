import { parquetMetadata } from 'hyparquet';
import { describe, expect, test } from 'vitest';
import { DEFAULT_METHOD } from '../../src/core/findings/index.ts';
import { Flag } from '../../src/core/track/index.ts';
import { EXPORT_FORMATS } from '../../src/formats/export-format.ts';
import { exportInputs, exportManifest, methodText } from '../../src/formats/export-manifest.ts';
import { sniff } from '../../src/formats/sniff.ts';
import { writeTracks } from '../../src/formats/track-export.ts';
import { TrackRows } from '../../src/formats/track-rows.ts';
import { judgedFleetOf, type Report } from '../track/reports.ts';
import { ALL_REPORTS, caseOf, exported, inputOf } from './exported.ts';

const MINUTE_MS = 60_000;
const T = Date.UTC(2024, 2, 12, 8, 29, 43);

/** A ship under way, a report every ten minutes. */
function voyage(mmsi: number, reports: number, change: Partial<Report> = {}): Report[] {
  return Array.from({ length: reports }, (_, i) => ({
    mmsi,
    t: T + 10 * i * MINUTE_MS,
    lon: 131.5 + i / 100,
    lat: 42.5,
    sog: 4.4,
    ...change,
  }));
}

const text = async (format: 'csv' | 'geojson' | 'kml' | 'gpx', reports: readonly Report[]): Promise<string> =>
  new TextDecoder().decode(await exported(format, judgedFleetOf(reports), [inputOf(0, { name: 'a.csv' })]));

test('CSV: what was read, where from, and what was made of it', async () => {
  const [header, row, ...rest] = (
    await text('csv', [
      {
        mmsi: 273_210_440,
        imo: 9161003,
        t: T + 250,
        lon: 131.97998,
        lat: 42.72221,
        sog: 8.9,
        cog: 19.3,
        heading: 19,
        status: 0,
        flags: Flag.reconstructed | Flag.classB | Flag.longRange,
        row: 7,
        statics: {
          name: 'LADY R',
          callSign: 'UBXY7',
          shipType: 70,
          lengthM: 96.5,
          beamM: 15,
          draughtM: 4.2,
          destination: 'RU VYP',
          flag: 'RU',
        },
      },
    ])
  ).split('\r\n');
  expect(header).toBe(
    'time,mmsi,imo,lat,lon,sog,cog,heading,status,name,callsign,type,length,width,draught,destination,flag,transceiver,long_range,source,provider,verdict,segment,file,file_sha256,file_row,method',
  );
  expect(row).toBe(
    `2024-03-12T08:29:43.250Z,273210440,9161003,42.72221,131.97998,8.9,19.3,19,0,LADY R,UBXY7,70,96.5,15,4.2,RU VYP,RU,B,yes,reconstructed,,ok,0,a.csv,${'0'.repeat(64)},7,"Wakeline 0.1.0, method 0.1, standard rules"`,
  );
  expect(rest).toEqual(['']);
});

test('the method names the thresholds that are not the defaults', () => {
  const parameters = { ...DEFAULT_METHOD.parameters, silenceHours: 4, maxSpeedKn: 30 };
  expect(methodText({ ...DEFAULT_METHOD, rules: 'gfw', parameters })).toBe(
    'Wakeline 0.1.0, method 0.1, gfw rules, maxSpeedKn 30, silenceHours 4',
  );
});

test('files of one name are told apart by their digests', () => {
  const labels = exportInputs([
    inputOf(0, { name: 'a' }),
    inputOf(1, { name: 'b' }),
    inputOf(2, { name: 'a' }),
  ]);
  expect(labels.map(({ label }) => label)).toEqual(['a (sha256 00000000)', 'b', 'a (sha256 22222222)']);
});

describe('the manifest', () => {
  const fleet = judgedFleetOf([...voyage(1, 3, { flags: Flag.synthetic }), ...voyage(2, 2)]);
  const inputs = [inputOf(0, { provider: 'A & B' })];
  const MANIFEST = {
    format: 'wakeline.export/1',
    what: 'tracks',
    madeAt: '2026-01-02T00:00:00Z',
    reconstructed: true,
    chosen: {
      ships: [
        { id: 'mmsi-1', name: 'MMSI 1' },
        { id: 'mmsi-2', name: 'MMSI 2' },
      ],
      from: null,
      reports: 'all',
    },
    inputs: [{ file: 'file-0.csv', provider: 'A & B', sha256: '0'.repeat(64) }],
    method: DEFAULT_METHOD,
  };

  test('is in GeoJSON a foreign member', async () => {
    const document = JSON.parse(new TextDecoder().decode(await exported('geojson', fleet, inputs)));
    expect(document.wakeline).toMatchObject(MANIFEST);
    expect(document.wakeline.statement).toMatch(/not received/);
  });

  test('is in Parquet a pair of key and value', async () => {
    const { key_value_metadata: pairs } = parquetMetadata(
      (await exported('parquet', fleet, inputs)).buffer as ArrayBuffer,
    );
    expect(JSON.parse(pairs!.find(({ key }) => key === 'wakeline')!.value!)).toMatchObject(MANIFEST);
  });

  test.each([
    ['kml', /<Data name="wakeline"><value>(\{.*?\})<\/value>/],
    ['gpx', /<w:manifest>(\{.*?\})<\/w:manifest>/],
  ] as const)('is in %s at the head', async (format, pattern) => {
    const document = new TextDecoder().decode(await exported(format, fleet, inputs));
    const [, json] = pattern.exec(document)!;
    expect(JSON.parse(json!.replaceAll('&amp;', '&').replaceAll('&gt;', '>'))).toMatchObject(MANIFEST);
    expect(document.slice(0, 600)).toContain('(reconstructed)');
  });
});

describe('GPX', () => {
  test('has a track for each segment, and one that draws no line for fixes that are not used', async () => {
    const elsewhere = voyage(1, 4).map(report => ({ ...report, t: report.t + MINUTE_MS, lon: 120 }));
    const fault = { mmsi: 1, t: T + 5 * MINUTE_MS, lon: 10, lat: 10 };
    const gpx = await text('gpx', [...voyage(1, 4), ...elsewhere, fault, ...voyage(1, 1)]);
    expect(gpx.match(/<trk><name>[^<]+/g)).toEqual([
      '<trk><name>MMSI 1, segment 0',
      '<trk><name>MMSI 1, segment 1',
      '<trk><name>MMSI 1, fixes not used',
    ]);
    const [, first, second, unused] = gpx.split('<trk>');
    expect([first, second, unused].map(track => track!.split('<trkseg>').length - 1)).toEqual([1, 1, 2]);
    expect([first, second, unused].map(track => track!.split('<trkpt').length - 1)).toEqual([4, 4, 2]);
  });

  test('says once what all reports of a track have in common, and not what only some have', async () => {
    const gpx = await text('gpx', [
      ...voyage(1, 2),
      ...voyage(1, 2, { t: T + 90 * MINUTE_MS, flags: Flag.classB }),
    ]);
    expect(gpx.match(/<w:mmsi>/g)).toHaveLength(1);
    expect(gpx.match(/<w:transceiver>B/g)).toHaveLength(2);
  });

  test('keeps reports without a position in the first track of their ship', async () => {
    const heard = { mmsi: 1, t: T + 250, statics: { name: 'A<B' } };
    expect(await text('gpx', [heard])).toContain(
      '<trk><name>A&lt;B</name><extensions><w:mmsi>1</w:mmsi><w:source>ais</w:source><w:verdict>no position</w:verdict><w:file>a.csv</w:file><w:heard time="2024-03-12T08:29:43.250Z"><w:name>A&lt;B</w:name><w:file_row>1</w:file_row></w:heard>\n</extensions>\n</trk>',
    );
  });
});

test('KML has a folder for each ship, and no point where there is no position', async () => {
  const kml = await text('kml', [...voyage(1, 1), { mmsi: 2, t: T, statics: { name: 'MARIA' } }]);
  expect(kml.match(/<Folder><name>[^<]+/g)).toEqual(['<Folder><name>MMSI 1', '<Folder><name>MARIA']);
  expect(kml).toContain(
    '<Placemark><TimeStamp><when>2024-03-12T08:29:43Z</when></TimeStamp><ExtendedData><Data name="mmsi"><value>1</value></Data>',
  );
  expect(kml.match(/<Point>/g)).toEqual(['<Point>']);
});

test.each(EXPORT_FORMATS.filter(format => format !== 'parquet'))('%s is written in pieces', format => {
  const fleet = judgedFleetOf(voyage(1, 3000));
  const inputs = exportInputs([inputOf(0)]);
  const tracks = new TrackRows(fleet, inputs, DEFAULT_METHOD, ALL_REPORTS);
  const manifest = exportManifest(caseOf(fleet, [inputOf(0)]), {
    ...ALL_REPORTS,
    what: 'tracks',
    vessels: fleet.vessels,
    counts: {},
    madeAt: null,
  });
  const sizes = [...(writeTracks(format, tracks, manifest) as Iterable<Uint8Array>)].map(
    ({ length }) => length,
  );
  expect(sizes.length).toBeGreaterThan(5);
  expect(Math.max(...sizes)).toBeLessThan(80_000);
  expect(tracks.passed).toBe(3000);
});

test('Parquet has row groups of at most 100,000 rows, packed with Snappy', async () => {
  const fleet = judgedFleetOf(voyage(1, 100_001, { lon: 131 }));
  const { row_groups: groups } = parquetMetadata(
    (await exported('parquet', fleet, [inputOf(0)])).buffer as ArrayBuffer,
  );
  expect(groups.map(({ num_rows: rows }) => Number(rows))).toEqual([100_000, 1]);
  expect(new Set(groups.flatMap(({ columns }) => columns.map(({ meta_data: meta }) => meta!.codec)))).toEqual(
    new Set(['SNAPPY']),
  );
}, 30_000);

test('a track of a ship that calls itself a manifest of events is a track', async () => {
  const name = '"format":"wakeline.export/1","what":"events"';
  const fleet = judgedFleetOf([{ mmsi: 1, t: T, lon: 131, lat: 43, statics: { name } }]);
  for (const format of ['csv', 'geojson', 'kml', 'gpx'] as const) {
    const head = (await exported(format, fleet, [inputOf(0)])).subarray(0, 64 * 1024);
    expect(sniff(head, 'tracks')).toEqual({ kind: 'positions', format });
  }
});
