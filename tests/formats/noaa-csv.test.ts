import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { Flag } from '../../src/core/track/index.ts';
import { cutAtRandom, readPositions } from '../ais/recording-sink.ts';
import { bytesOf } from '../ais/sentences.ts';
import { seededRandom } from '../map/seeded-random.ts';

const FILE = new Uint8Array(
  readFileSync(new URL('../../fixtures/noaa/test_data_noaa_20230101.csv', import.meta.url)),
);

describe('a thousand rows of 11 January 2023', () => {
  const result = readPositions('noaa-csv', [FILE]);
  const rows = new TextDecoder()
    .decode(FILE)
    .trim()
    .split('\n')
    .slice(1)
    .map(line => line.split(','));

  test('are all used', () => {
    expect([result.rows, result.accepted, result.error]).toEqual([1000, 1000, null]);
    expect(result.setAside).toEqual({});
  });

  test('read as by splitting at commas', () => {
    const known = (text: string, least: number, limit: number) => {
      const value = text === '' ? Number.NaN : Number(text);
      return value >= least && value < limit ? value : Number.NaN;
    };
    const naive = rows.map((fields, i) => ({
      mmsi: Number(fields[0]),
      imo: rightImo(fields[8]!),
      t: new Date(`${fields[1]}Z`).toISOString(),
      lon: Number(fields[3]),
      lat: Number(fields[2]),
      sog: known(fields[4]!, 0, 102.3),
      cog: known(fields[5]!, 0, 360),
      heading: known(fields[6]!, 0, 360),
      status: fields[11] === '' ? 15 : Number(fields[11]),
      flags: fields[16] === 'B' ? Flag.classB : 0,
      row: i + 2,
    }));
    expect(result.reports).toEqual(naive);
  });

  test('name, call sign and size come with their row', () => {
    for (const { row, fields } of result.statics) {
      const cells = rows[row - 2]!;
      expect(fields.name ?? '', `row ${row}`).toBe(cells[7]);
      expect(fields.callSign ?? '', `row ${row}`).toBe(cells[9]);
      expect(fields.lengthM ?? 0, `row ${row}`).toBe(Number(cells[12]));
      expect(fields.beamM ?? 0, `row ${row}`).toBe(Number(cells[13]));
      expect(fields.draughtM ?? 0, `row ${row}`).toBe(Number(cells[14]));
      expect(fields.shipType ?? 0, `row ${row}`).toBe(Number(cells[10]));
    }
    expect(result.statics.length).toBeGreaterThan(990);
    expect(result.statics.every(({ heard }) => !heard)).toBe(true);
  });

  test('wrong IMO numbers count as none and are counted', () => {
    const given = rows.map(fields => fields[8]!).filter(text => /[1-9]/.test(text));
    const wrong = given.filter(text => rightImo(text) === 0).length;
    expect(wrong).toBe(33);
    expect(result.notes).toEqual({ 'IMO number with a wrong check digit': wrong });
  });

  test('cut at random places give the same', () => {
    expect(readPositions('noaa-csv', cutAtRandom(FILE, 400, seededRandom(51)))).toEqual(result);
  });
});

test('the header since 2024 is read too, its times in UTC whatever zone other files take', () => {
  const header =
    'mmsi,base_date_time,longitude,latitude,sog,cog,heading,vessel_name,imo,call_sign,vessel_type,status,length,width,draft,cargo,transceiver';
  const row =
    '367000001,2025-01-01 00:00:05,-95.08070,29.78763,102.3,360.0,511,JOE B,IMO9161003,WDI1,31,12,21,8,2.5,57,B';
  const { reports, statics } = readPositions('noaa-csv', [bytesOf(`${header}\n${row}\n`)], {
    zoneMinutes: 540,
  });
  expect(reports).toEqual([
    {
      mmsi: 367_000_001,
      imo: 9_161_003,
      t: '2025-01-01T00:00:05.000Z',
      lon: -95.0807,
      lat: 29.78763,
      sog: Number.NaN,
      cog: Number.NaN,
      heading: Number.NaN,
      status: 12,
      flags: Flag.classB,
      row: 2,
    },
  ]);
  expect(statics[0]!.fields).toEqual({
    name: 'JOE B',
    callSign: 'WDI1',
    shipType: 31,
    lengthM: 21,
    beamM: 8,
    draughtM: 2.5,
  });
});

/** The number in `IMO9307839` if its check digit is right, else 0. */
function rightImo(text: string): number {
  const digits = text.replace('IMO', '');
  if (!/^\d{7}$/.test(digits)) return 0;
  const sum = [7, 6, 5, 4, 3, 2].reduce((total, weight, i) => total + weight * Number(digits[i]), 0);
  return sum % 10 === Number(digits[6]) ? Number(digits) : 0;
}
