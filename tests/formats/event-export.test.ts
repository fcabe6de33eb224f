import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { describe, expect, test } from 'vitest';
import type { Analysis } from '../../src/core/findings/index.ts';
import { formatIso } from '../../src/core/time/index.ts';
import { readCsv } from '../../src/formats/csv.ts';
import { eventTableColumns } from '../../src/formats/event-columns.ts';
import { writeEvents } from '../../src/formats/event-export.ts';
import { eventManifest } from '../../src/formats/event-manifest.ts';
import { type EventRow, eventRows } from '../../src/formats/event-rows.ts';
import { valueText } from '../../src/formats/export-column.ts';
import { EXPORT_FORMATS, type ExportFormat } from '../../src/formats/export-format.ts';
import type { ExportedCase } from '../../src/formats/export-manifest.ts';
import { formulaRestored } from '../../src/formats/formula-text.ts';
import { previewParquet } from '../../src/formats/parquet.ts';
import { sniff } from '../../src/formats/sniff.ts';
import { type XmlElement, XmlScanner } from '../../src/formats/xml-scanner.ts';
import {
  call,
  darkCall,
  documentOf,
  finding,
  openSilence,
  RAJIN,
  SHIP,
  silence,
} from './analysis-document.ts';
import { bytesOf, readBack } from './exported.ts';

const MADE_AT = Date.UTC(2026, 0, 2, 3, 4, 5, 6);
const HOSTILE = '=HYPERLINK("x")\r\n]]></name><wpt lat="1" lon="2"/>&amp;,\'🚢\u202e__proto__';

const vessel = { ...SHIP, names: [HOSTILE] };
const port = { ...RAJIN, name: '@port', lon: -179.123456789, lat: 1e-7 };
const EVENTS: Partial<Analysis> = {
  findings: [finding({ vessel, port, text: HOSTILE }), finding({ id: 'finding/2', port: null })],
  calls: [call({ vessel, reconstructed: true }), call({ id: 'call/2', support: 'gap' })],
  darkCalls: [darkCall({ vessel, port })],
  silences: [silence(), silence({ id: 'silence/3', lastFix: null, nextFix: null })],
  openSilences: [openSilence(), openSilence({ id: 'silence/4', lastFix: null })],
};
const DOCUMENT = documentOf(EVENTS);

type Cells = Readonly<Record<string, string>>;

/** What the table of events says, as texts; what it doesn't say is left out. */
function expectedCells(document: ExportedCase, left: readonly string[] = []): Cells[] {
  const columns = eventTableColumns(document).filter(({ name }) => !left.includes(name));
  return eventRows(document.analysis).map(row =>
    known(columns.map(column => [column.name, valueText(column, row)] as const)),
  );
}

function known(cells: Iterable<readonly [string, string | null]>): Cells {
  return Object.fromEntries([...cells].filter((cell): cell is [string, string] => !!cell[1]));
}

async function written(format: ExportFormat, document: ExportedCase = DOCUMENT): Promise<Uint8Array> {
  const rows: EventRow[] = eventRows(document.analysis);
  const manifest = eventManifest(document, rows, { from: -Infinity, to: Infinity, madeAt: MADE_AT });
  return bytesOf(writeEvents(format, document, rows, manifest));
}

const textOf = async (format: ExportFormat): Promise<string> =>
  new TextDecoder().decode(await written(format));

/** Elements of a document by path, with their texts and the text of each child by name. */
function elementsOf(bytes: Uint8Array): { element: XmlElement; text: string }[] {
  const found: { element: XmlElement; text: string }[] = [];
  const scanner = new XmlScanner('events', {
    open: () => {},
    close: (element, text) => {
      found.push({ element, text });
    },
  });
  scanner.push(bytes);
  scanner.end();
  return found;
}

const byId = (a: Cells, b: Cells): number => (`${a.kind}${a.id}` < `${b.kind}${b.id}` ? -1 : 1);

describe('events read back with a parser of their format as they were written', () => {
  test('CSV', async () => {
    const [header, ...rows] = readCsv(await written('csv'), 'events.csv');
    const read = rows.map(({ fields }) =>
      known(header!.fields.map((name, i) => [name, formulaRestored(fields[i]!)] as const)),
    );
    expect(read).toEqual(expectedCells(DOCUMENT));
    expect(rows.flatMap(({ fields }) => fields).filter(field => /^[=+@\t\r]/.test(field))).toEqual([]);
  });

  test('GeoJSON', async () => {
    const { features } = JSON.parse(await textOf('geojson')) as {
      features: { properties: Record<string, unknown> }[];
    };
    const read = features.map(({ properties: { mmsi, reconstructed, ...rest } }) =>
      known([
        ...Object.entries(rest).map(
          ([name, value]) => [name, value === null ? null : decimal(value)] as const,
        ),
        ['mmsi', (mmsi as number[]).join(' ')],
        ['reconstructed', reconstructed ? 'reconstructed' : null],
      ]),
    );
    expect(read).toEqual(expectedCells(DOCUMENT, ['sources', 'method']));
  });

  test('KML', async () => {
    const read = new Map<XmlElement, [string, string][]>();
    for (const { element, text } of elementsOf(await written('kml'))) {
      const placemark = element.parent?.parent?.parent;
      if (element.name !== 'value' || placemark?.name !== 'Placemark') continue;
      const cells = read.get(placemark) ?? [];
      cells.push([element.parent!.attributes.get('name')!, text]);
      read.set(placemark, cells);
    }
    expect([...read.values()].map(known).sort(byId)).toEqual(
      expectedCells(DOCUMENT, ['sources', 'method']).sort(byId),
    );
  });

  test('GPX, events without a place among its metadata', async () => {
    const read = new Map<XmlElement, [string, string][]>();
    for (const { element, text } of elementsOf(await written('gpx'))) {
      const { name, parent, uri } = element;
      if (uri !== 'urn:wakeline:track:1' || name === 'manifest' || name === 'event') continue;
      const holder = parent!.name === 'event' ? parent! : parent!.parent!;
      const cells = read.get(holder) ?? [];
      cells.push([name, text]);
      read.set(holder, cells);
    }
    expect([...read.keys()].map(({ name }) => name).sort()).toEqual([
      ...Array(3).fill('event'),
      ...Array(6).fill('wpt'),
    ]);
    expect([...read.values()].map(known).sort(byId)).toEqual(
      expectedCells(DOCUMENT, ['sources', 'method']).sort(byId),
    );
  });

  test('Parquet', async () => {
    const file = (await written('parquet')).buffer as ArrayBuffer;
    const rows = (await parquetReadObjects({ file })) as Record<string, unknown>[];
    const read = rows.map(row =>
      known(
        Object.entries(row).map(([name, value]) => [name, value === null ? null : decimal(value)] as const),
      ),
    );
    expect(read).toEqual(expectedCells(DOCUMENT));
  });
});

/** A value of JSON or Parquet as CSV writes it. */
function decimal(value: unknown): string {
  if (value instanceof Date) return formatIso(value.getTime());
  return value === 1e-7 ? '0.0000001' : String(value);
}

describe('every format carries the manifest', () => {
  const MANIFEST = {
    format: 'wakeline.export/1',
    what: 'events',
    madeAt: '2026-01-02T03:04:05.006Z',
    counts: { finding: 2, call: 2, 'dark call': 1, silence: 2, 'open silence': 2 },
    inputs: [{ file: 'track.csv', sha256: 'ab'.repeat(32) }],
  };

  test('GeoJSON as a foreign member', async () => {
    expect(JSON.parse(await textOf('geojson')).wakeline).toMatchObject(MANIFEST);
  });

  test.each(['kml', 'gpx'] as const)('%s at its head', async format => {
    const texts = elementsOf(await written(format)).map(({ text }) => text);
    const manifest = texts.find(text => text.startsWith('{'));
    expect(JSON.parse(manifest!)).toMatchObject(MANIFEST);
  });

  test('Parquet as a pair of key and value', async () => {
    const { key_value_metadata: pairs, created_by: by } = parquetMetadata(
      (await written('parquet')).buffer as ArrayBuffer,
    );
    expect(JSON.parse(pairs!.find(({ key }) => key === 'wakeline')!.value!)).toMatchObject(MANIFEST);
    expect(by).toMatch(/^Wakeline version /);
  });
});

test('KML: a folder a kind, a time span, a point or line', async () => {
  const text = await textOf('kml');
  expect(text.match(/<Folder><name>[^<]+/g)).toEqual(
    ['Findings', 'Calls', 'Dark calls', 'Silences', 'Open silences'].map(name => `<Folder><name>${name}`),
  );
  expect(text).toContain(
    '<TimeSpan><begin>2024-03-12T00:00:00Z</begin><end>2024-03-14T02:15:00Z</end></TimeSpan>',
  );
  expect(text).toContain('<LineString><coordinates>131.9,43.1 132.5,42.9</coordinates></LineString>');
  expect(text).toContain('<Point><coordinates>-179.123456789,0.0000001</coordinates></Point>');
});

test('GPX: a waypoint with time, name, text and kind', async () => {
  expect(await textOf('gpx')).toContain(
    '<wpt lat="42.23" lon="130.3"><time>2024-03-12T01:00:00Z</time><name>LADY R, Rajin, inferred</name><desc>confidence 3, alongside</desc><type>call</type>',
  );
});

describe('an export of events is no track', () => {
  test.each(EXPORT_FORMATS.filter(format => format !== 'parquet'))(
    '%s is refused by that name',
    async format => {
      const head = (await written(format)).subarray(0, 64 * 1024);
      expect(() => sniff(head, 'events')).toThrow(
        'expected reports of ships, found an export of events: load the tracks they were made from',
      );
    },
  );
});

test('Parquet of events is refused by that name when it is read', async () => {
  const data = new Blob([(await written('parquet')) as BlobPart]);
  await expect(previewParquet(data, 'events')).rejects.toThrow('found an export of events');
  await expect(readBack(await written('parquet'))).rejects.toThrow('found an export of events');
});

test('an export of nothing is whole', async () => {
  const nothing = documentOf({});
  for (const format of EXPORT_FORMATS) {
    const bytes = await written(format, nothing);
    if (format === 'geojson') expect(JSON.parse(new TextDecoder().decode(bytes)).features).toEqual([]);
    if (format === 'kml' || format === 'gpx') expect(elementsOf(bytes).length).toBeGreaterThan(1);
    if (format === 'parquet')
      expect(await parquetReadObjects({ file: bytes.buffer as ArrayBuffer })).toEqual([]);
  }
});
