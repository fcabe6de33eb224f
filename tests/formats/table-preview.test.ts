import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { InputError } from '../../src/formats/input-error.ts';
import { previewTable } from '../../src/formats/table-preview.ts';
import { readPositions } from '../ais/recording-sink.ts';
import { bytesOf } from '../ais/sentences.ts';
import { seededRandom } from '../map/seeded-random.ts';

describe('a preview', () => {
  test('has the header, eight rows and what names mean', () => {
    const rows = Array.from(
      { length: 12 },
      (_, i) => `27300000${i};2024-03-12T08:29:43Z;42,2;"130,3";"A ""b"""`,
    );
    const text = `\ufeffMMSI; Time ;lat;lon;Remark\r\n${rows.join('\r\n')}\r\n`;
    const { header, rows: shown, columns } = previewTable(bytesOf(text), 'file');
    expect(header).toEqual(['MMSI', 'Time', 'lat', 'lon', 'Remark']);
    expect(shown).toHaveLength(8);
    expect(shown[7]).toEqual(['273000007', '2024-03-12T08:29:43Z', '42,2', '130,3', 'A "b"']);
    expect(Object.fromEntries(columns)).toEqual({ mmsi: 'MMSI', time: 'Time', lat: 'lat', lon: 'lon' });
  });

  test('heeds a choice', () => {
    const head = bytesOf('who,when,lat,lon\n1,2,3,4');
    const { columns } = previewTable(head, 'file', new Map([['mmsi', 'who'] as const, ['lat', ''] as const]));
    expect(Object.fromEntries(columns)).toEqual({ mmsi: 'who', lon: 'lon' });
  });

  test('shows a last row without a newline, and a file of a header alone', () => {
    expect(previewTable(bytesOf('mmsi,lat\n1,2'), 'file').rows).toEqual([['1', '2']]);
    expect(previewTable(bytesOf('mmsi,lat'), 'file')).toMatchObject({ header: ['mmsi', 'lat'], rows: [] });
    expect(previewTable(bytesOf('mmsi,lat\n1,"never closed'), 'file').rows).toEqual([]);
  });

  test('of nothing is refused', () => {
    expect(() => previewTable(bytesOf('\n \n'.trim()), 'file')).toThrow(InputError);
    expect(() => previewTable(bytesOf('\n\n'), 'file')).toThrow(
      'file: expected a header line with column names',
    );
  });

  test('is what the reader takes the columns to mean', () => {
    const bytes = new Uint8Array(
      readFileSync(new URL('../../fixtures/noaa/test_data_noaa_20230101.csv', import.meta.url)),
    );
    const { columns } = previewTable(bytes.subarray(0, 65_536), 'file');
    expect([...columns]).toEqual(readPositions('noaa-csv', [bytes]).understanding.columns);
    expect(columns.get('time')).toBe('BaseDateTime');
  });

  test.each([41, 42, 43])('of anything is a table or an InputError, seed %i', seed => {
    const random = seededRandom(seed);
    const signs = [34, 44, 59, 9, 10, 13, 0, 57, 97, 255];
    for (let i = 0; i < 300; i++) {
      const length = Math.floor(random() * 200);
      const head = Uint8Array.from({ length }, () => signs[Math.floor(random() * signs.length)]!);
      try {
        expect(previewTable(head, 'file').rows.length, `seed ${seed}`).toBeLessThanOrEqual(8);
      } catch (error) {
        expect(error, `seed ${seed}`).toBeInstanceOf(InputError);
      }
    }
  });
});
