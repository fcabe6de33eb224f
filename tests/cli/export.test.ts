import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { shipRows } from '../engine/case-files.ts';
import { buildOnce, jsonOf, wakeline } from './wakeline.ts';

const STREAM = 'fixtures/nmea/dma-aislib/stream_example.txt';
const folder = mkdtempSync(join(tmpdir(), 'wakeline-'));
const track = join(folder, 'lady-r.csv');
const out = (name: string): string => join(folder, name);

beforeAll(() => {
  buildOnce();
  writeFileSync(track, shipRows(9161003));
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

interface Findings {
  readonly findings: readonly { readonly id: string; readonly text: string }[];
}

describe('tracks', { timeout: 30_000 }, () => {
  test.each(['csv', 'geojson', 'kml', 'gpx', 'parquet'])(
    'as %s give the same findings again',
    async format => {
      const path = out(`tracks.${format}`);
      const args = ['export', track, '--what', 'tracks', '--format', format, '--out', path];
      expect(await wakeline(...args)).toEqual({ code: 0, stdout: '', stderr: '' });
      const before = await jsonOf<Findings>('analyse', track);
      const after = await jsonOf<Findings>('analyse', path);
      const told = ({ findings }: Findings) => findings.map(({ id, text }) => ({ id, text }));
      expect(told(after)).toEqual(told(before));
    },
  );

  test('go to standard output, and nothing else does', async () => {
    const { code, stdout, stderr } = await wakeline('export', track, '--what', 'tracks', '--format', 'csv');
    expect([code, stderr]).toEqual([0, '']);
    const [header, first] = stdout.split('\r\n');
    expect(header).toMatch(/^time,mmsi,imo,lat,lon,/);
    expect(first).toMatch(/,9161003,.*,reconstructed,.*,"Wakeline 0\.1\.0, method 0\.1, standard rules"$/);
    expect(stdout.endsWith('\r\n')).toBe(true);
  });

  test('of one ship, by its number, and of a time', async () => {
    const args = [
      '--what',
      'tracks',
      '--format',
      'geojson',
      '--ship',
      '220253000',
      '--to',
      '2010-06-11T11:46:25Z',
    ];
    const { features, wakeline: manifest } = await jsonOf<{
      features: { properties: { mmsi: number; time: string } }[];
      wakeline: { chosen: unknown; counts: { reports: number } };
    }>('export', STREAM, ...args);
    expect(new Set(features.map(({ properties }) => properties.mmsi))).toEqual(new Set([220_253_000]));
    expect(features.length).toBeGreaterThan(3);
    expect(features.every(({ properties }) => properties.time <= '2010-06-11T11:46:25Z')).toBe(true);
    expect(manifest.counts.reports).toBe(features.length);
    expect(manifest.chosen).toMatchObject({ to: '2010-06-11T11:46:25Z', reports: 'all' });
  });

  test('as Parquet into a file', async () => {
    const path = out('tracks.parquet');
    await wakeline('export', STREAM, '--what', 'tracks', '--format', 'parquet', '--clean', '--out', path);
    const file = Uint8Array.from(readFileSync(path)).buffer;
    const rows = (await parquetReadObjects({ file })) as { verdict: string; mmsi: number }[];
    expect(rows).toHaveLength(2958);
    expect(new Set(rows.map(({ verdict }) => verdict))).toEqual(new Set(['ok']));
    const pairs = parquetMetadata(file).key_value_metadata!;
    expect(JSON.parse(pairs.find(({ key }) => key === 'wakeline')!.value!)).toMatchObject({
      what: 'tracks',
      chosen: { reports: 'clean fixes' },
      inputs: [{ name: STREAM, rows: 8551 }],
    });
  });
});

describe('events', { timeout: 30_000 }, () => {
  test('carry their sources and their method, and when they were made', async () => {
    const before = Date.now();
    const { features, wakeline: manifest } = await jsonOf<{
      features: unknown[];
      wakeline: { madeAt: string; inputs: unknown[]; method: { parameters: { silenceHours: number } } };
    }>('export', track, '--what', 'events', '--format', 'geojson', '--set', 'silenceHours=12');
    expect(features.length).toBeGreaterThan(10);
    expect(Date.parse(manifest.madeAt)).toBeGreaterThanOrEqual(before);
    expect(manifest.method.parameters.silenceHours).toBe(12);
    expect(manifest.inputs).toHaveLength(1);
  });

  test('are no input', async () => {
    const path = out('events.kml');
    await wakeline('export', track, '--what', 'events', '--format', 'kml', '--out', path);
    const { code, stdout, stderr } = await wakeline('analyse', path);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(
      /events\.kml: expected reports of ships, found an export of events: load the tracks/,
    );
  });
});

describe('what can not be', { timeout: 30_000 }, () => {
  test.each([
    ['export', 'export needs at least one file'],
    ['export none.csv', '--what is tracks, events, got none'],
    ['export none.csv --what tracks', '--format is csv, geojson, kml, gpx, parquet, got none'],
    ['export none.csv --what tracks --format xlsx', '--format is csv, geojson, kml, gpx, parquet, got xlsx'],
    ['export none.csv --what events --format csv --clean', '--clean is for tracks'],
    ['export none.csv --what tracks --format csv --from 2024-03-02 --to 2024-03-01', '--from is after --to'],
    ['export none.csv --what tracks --format csv --out ./none.csv', '--out ./none.csv is an input'],
  ])('wakeline %s', async (line, says) => {
    const { code, stdout, stderr } = await wakeline(...line.split(' '));
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(says);
  });

  test('a ship that is not there', async () => {
    const args = ['--what', 'tracks', '--format', 'csv', '--ship', '9999999'];
    const { code, stdout, stderr } = await wakeline('export', track, ...args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('--ship 9999999 is no ship of these files');
  });

  test('a folder to write into', async () => {
    const { code, stdout, stderr } = await wakeline(
      'export',
      track,
      '--what',
      'tracks',
      '--format',
      'csv',
      '--out',
      folder,
    );
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/expected a file that can be written, found EISDIR/);
  });
});
