import { describe, expect, test } from 'vitest';
import { DEFAULT_METHOD } from '../../src/core/findings/index.ts';
import type { ExportRequest } from '../../src/engine/engine.ts';
import type { LocalEngine } from '../../src/engine/local.ts';
import { type ExportForm, requestOf } from '../../src/panels/export/export-form.ts';
import { exportSize } from '../../src/panels/export/export-size.ts';
import { exportFileName } from '../../src/panels/export/file-name.ts';
import { sizeText } from '../../src/panels/export/size-text.ts';
import { type CaseData, toCaseData } from '../../src/state/case-data.ts';
import { caseWith, engineWith, fixture, shipRows, textFile } from '../engine/case-files.ts';

const LADY_R = textFile('lady-r.csv', shipRows(9161003));
const ANGARA = textFile('angara.csv', shipRows(9179842));
const STREAM = fixture('nmea/dma-aislib/stream_example.txt');

const FORM: ExportForm = { what: 'tracks', format: 'csv', whose: 'all', when: 'all', clean: false };

async function dataOf(engine: LocalEngine, name = 'Rajin shuttle'): Promise<CaseData> {
  return toCaseData(name, await engine.analyse(DEFAULT_METHOD));
}

/** Rows of the file that an engine writes. */
async function rowsWritten(engine: LocalEngine, request: ExportRequest): Promise<number> {
  const text = await (await engine.export({ ...request, format: 'geojson' })).text();
  return JSON.parse(text).features.length;
}

describe('what the dialog says is exported', { timeout: 30_000 }, () => {
  const day = (text: string): number => Date.parse(`${text}T00:00:00Z`);
  const window = { from: day('2024-03-01'), to: day('2024-04-01') };
  const forms: Partial<ExportForm>[] = [
    {},
    { whose: 'chosen' },
    { when: 'window' },
    { whose: 'chosen', when: 'window', clean: true },
    { what: 'events' },
    { what: 'events', whose: 'chosen' },
    { what: 'events', when: 'window', clean: true },
  ];

  test.each(forms)('%j is what the file holds', async change => {
    const engine = await caseWith(LADY_R, ANGARA);
    const data = await dataOf(engine);
    const vessel = data.vessels.find(({ imo }) => imo === 9161003)!;
    const request = requestOf({ ...FORM, ...change }, { data, vessel, window }, 0);
    const { rows } = exportSize(data, request);
    expect(rows).toBeGreaterThan(5);
    expect(rows).toBe(await rowsWritten(engine, request));
  });

  test('counts clean fixes only where those are asked for', async () => {
    const engine = await engineWith(STREAM);
    const data = await dataOf(engine);
    const sizes = [true, false].map(clean => {
      const request = requestOf({ ...FORM, clean }, { data, vessel: null, window }, 0);
      return exportSize(data, request).rows;
    });
    expect(sizes).toEqual([2958, data.store.length]);
  });

  test.each(['csv', 'geojson', 'kml', 'gpx', 'parquet'] as const)(
    'is about as large as the %s turns out',
    async format => {
      const engine = await caseWith(LADY_R);
      const data = await dataOf(engine);
      for (const what of ['tracks', 'events'] as const) {
        const request = requestOf({ ...FORM, what, format }, { data, vessel: null, window }, 0);
        const { size } = await engine.export(request);
        const ratio = exportSize(data, request).bytes / size;
        expect(ratio, `${what} ${ratio}`).toBeGreaterThan(0.4);
        expect(ratio, `${what} ${ratio}`).toBeLessThan(2.5);
      }
    },
  );
});

describe('the name of the file', () => {
  const nameOf = (data: CaseData, change: Partial<ExportRequest>): string =>
    exportFileName(data, {
      ...requestOf(FORM, { data, vessel: null, window: { from: 0, to: 0 } }, 0),
      ...change,
    });

  test('tells case, ship, days and that it is reconstructed', async () => {
    const data = await dataOf(await engineWith(LADY_R, ANGARA));
    const [first, last] = [
      new Date(data.from).toISOString().slice(0, 10),
      new Date(data.to).toISOString().slice(0, 10),
    ];
    expect(nameOf(data, {})).toBe(`rajin-shuttle-${first}-to-${last}-tracks-reconstructed.csv`);
    const march = { from: Date.UTC(2024, 2, 1), to: Date.UTC(2024, 2, 31), ships: ['imo-9161003'] };
    expect(nameOf(data, { ...march, format: 'gpx', clean: true })).toBe(
      'rajin-shuttle-lady-r-2024-03-01-to-2024-03-31-tracks-clean-reconstructed.gpx',
    );
  });

  test('of received reports says nothing of the kind, and of one day names it once', async () => {
    const data = await dataOf(await engineWith(STREAM), 'Øresund: 2010/06 — <b>..\\</b>');
    expect(nameOf(data, { what: 'events' })).toBe('øresund-2010-06-b-b-2010-06-11-events.csv');
  });

  test('is there for a case that has no letters', async () => {
    const data = await dataOf(await engineWith(STREAM), '…/..');
    expect(nameOf(data, {})).toBe('case-2010-06-11-tracks.csv');
  });
});

test.each([
  [0, '0 bytes'],
  [999, '999 bytes'],
  [1000, '1 kB'],
  [999_499, '999 kB'],
  [999_500, '1.0 MB'],
  [4_140_000, '4.1 MB'],
  [41_000_000, '41 MB'],
  [2_400_000_000, '2.4 GB'],
])('%d bytes are %s', (bytes, text) => {
  expect(sizeText(bytes)).toBe(text);
});
