import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { Flag } from '../../src/core/track/index.ts';
import { sniff } from '../../src/formats/sniff.ts';
import { xmlRowTexts } from '../../src/formats/xml-rows.ts';
import { cutAtRandom, type ReadResult, readPositions } from '../ais/recording-sink.ts';
import { bytesOf } from '../ais/sentences.ts';
import { seededRandom } from '../map/seeded-random.ts';

const NONE = Number.NaN;
const SHIP = { mmsi: 273_000_009, imo: 0 };
const FILES = ['garmin', 'opencpn', 'gpx-1.0', 'own'] as const;

type Options = NonNullable<Parameters<typeof readPositions>[2]>;

function fixture(name: string): Uint8Array {
  return new Uint8Array(readFileSync(new URL(`../../fixtures/tracks/${name}.gpx`, import.meta.url)));
}

function read(text: string, options: Options = {}): ReadResult {
  return readPositions('gpx', [bytesOf(text)], options);
}

function gpx(inner: string): string {
  return `<gpx xmlns="http://www.topografix.com/GPX/1/1" xmlns:w="urn:wakeline:track:1" xmlns:x="urn:another">${inner}</gpx>`;
}

/** A track of one segment; its ship is known by its MMSI. */
function track(points: string): string {
  return gpx(`<trk><extensions><mmsi>273000001</mmsi></extensions><trkseg>${points}</trkseg></trk>`);
}

const GOOD = '<trkpt lat="42.2" lon="130.3"><time>2024-03-12T08:29:43Z</time></trkpt>';

function addUp({ rows, accepted, setAside, reports }: ReadResult, label: string): void {
  const aside = Object.values(setAside).reduce((sum, count) => sum + count, 0);
  expect(accepted + aside, label).toBe(rows);
  expect(reports.length, label).toBe(accepted);
}

describe('files as programs write them', () => {
  test('a Garmin plotter: speeds in metres a second, a ship that the user gives', () => {
    const result = readPositions('gpx', [fixture('garmin')], { ship: SHIP });
    expect([result.rows, result.accepted, result.error]).toEqual([8, 4, null]);
    expect(result.setAside).toEqual({ 'no time': 4 });
    expect(result.examples['no time']).toEqual([
      '1: <wpt lat="42.2" lon="130.31"> ',
      '3: <rtept lat="42.15" lon="130.4"> ',
      '4: <rtept lat="42.70" lon="133.0"> ',
    ]);
    const common = { mmsi: 273_000_009, imo: 0, heading: NONE, status: 15, flags: 0 };
    const still = { sog: NONE, cog: NONE };
    expect(result.reports).toEqual([
      { ...common, t: '2024-03-12T08:25:00.000Z', lon: 130.311, lat: 42.201, ...still, row: 2 },
      {
        ...common,
        t: '2024-03-12T08:29:43.000Z',
        lon: 130.3,
        lat: 42.2,
        sog: expect.closeTo(10, 9),
        cog: 112.5,
        row: 5,
      },
      {
        ...common,
        t: '2024-03-12T08:30:43.500Z',
        lon: 130.304,
        lat: 42.199,
        sog: expect.closeTo(0.23326, 5),
        cog: NONE,
        row: 6,
      },
      { ...common, t: '2024-03-12T08:32:43.000Z', lon: 130.312, lat: 42.197, ...still, row: 8 },
    ]);
    expect(result.statics).toEqual([]);
  });

  test('without a ship it is refused', () => {
    expect(readPositions('gpx', [fixture('garmin')]).error).toBe(
      'file: expected points of a ship that the file names by MMSI or IMO number, or a ship given with --mmsi or --imo, found none in 8 rows (no time 4, no id 4)',
    );
  });

  test('OpenCPN: the ship is stated in names and descriptions, and a track of none is set aside', () => {
    const result = readPositions('gpx', [fixture('opencpn')]);
    expect([result.rows, result.accepted, result.error]).toEqual([4, 3, null]);
    expect(result.setAside).toEqual({ 'no id': 1 });
    expect(result.reports.map(({ row, mmsi, imo }) => [row, mmsi, imo])).toEqual([
      [1, 273_210_440, 9_161_003],
      [2, 273_210_440, 9_161_003],
      [3, 273_000_002, 0],
    ]);
    expect(result.statics.map(({ row, fields }) => [row, fields])).toEqual([
      [1, { name: 'EXAMPLE STAR' }],
      [2, { name: 'EXAMPLE STAR' }],
    ]);
  });

  test('the ship given is that of the track that names none, whose title is not its name', () => {
    const result = readPositions('gpx', [fixture('opencpn')], { ship: SHIP });
    expect(result.reports[3]).toMatchObject({ mmsi: 273_000_009, row: 4 });
    expect(result.statics).toHaveLength(2);
  });

  test('GPX 1.0 with prefixes, CDATA, comments and a document type', () => {
    const result = readPositions('gpx', [fixture('gpx-1.0')]);
    expect([result.rows, result.accepted, result.error]).toEqual([2, 2, null]);
    expect(result.reports).toMatchObject([
      { imo: 9_161_003, t: '2024-03-12T08:00:00.000Z', lon: 130.1, lat: 42.1, cog: 270 },
      { imo: 9_161_003, t: '2024-03-12T08:01:00.000Z', lon: 130.2, lat: 42.2, sog: NONE },
    ]);
    expect(result.reports[0]!.sog).toBeCloseTo(19.438445, 5);
    expect(result.statics[0]!.fields).toEqual({ name: 'R&D A' });
  });

  test('ours: every field, reports without a position, defaults that are taken back', () => {
    const result = readPositions('gpx', [fixture('own')]);
    expect([result.rows, result.accepted, result.error]).toEqual([4, 4, null]);
    const nowhere = { lon: NONE, lat: NONE, sog: NONE, cog: NONE, heading: NONE, status: 15 };
    const made = { mmsi: 273_210_440, flags: Flag.reconstructed };
    expect(result.reports).toEqual([
      { ...made, imo: 0, t: '2024-03-12T08:10:00.000Z', ...nowhere, row: 1 },
      { ...made, imo: 9_161_003, t: '2024-03-12T08:11:00.250Z', ...nowhere, row: 2 },
      {
        ...made,
        imo: 9_161_003,
        t: '2024-03-12T08:00:00.000Z',
        lon: 130.28,
        lat: 42.23,
        sog: 12.3,
        cog: 112.5,
        heading: 113,
        status: 0,
        row: 3,
      },
      {
        ...nowhere,
        mmsi: 273_000_002,
        imo: 0,
        t: '2024-03-12T08:20:00.000Z',
        lon: 130.33,
        lat: 42.18,
        flags: Flag.classB,
        row: 4,
      },
    ]);
    const voyage = { callSign: 'UBXY', shipType: 70, lengthM: 122, beamM: 19, draughtM: 6.1, flag: 'RU' };
    expect(result.statics.map(({ row, heard, fields }) => [row, heard, fields])).toEqual([
      [1, false, { name: 'LADY R', destination: 'VOSTOCHNY' }],
      [3, false, { name: 'LADY R', ...voyage }],
    ]);
  });

  test.each(FILES)('%s: told, and the same with a byte order mark, CRLF and any cut', name => {
    const bytes = fixture(name);
    expect(sniff(bytes.subarray(0, 4096), 'file')).toEqual({ kind: 'positions', format: 'gpx' });
    const whole = readPositions('gpx', [bytes], { ship: SHIP });
    addUp(whole, name);
    const text = new TextDecoder().decode(bytes);
    expect(read(`\ufeff${text.replaceAll('\n', '\r\n')}`, { ship: SHIP })).toEqual(whole);
    for (let at = 1; at < bytes.length; at += 7) {
      const parts = [bytes.subarray(0, at), bytes.subarray(at)];
      expect(readPositions('gpx', parts, { ship: SHIP }), `cut at ${at}`).toEqual(whole);
    }
    expect(readPositions('gpx', cutAtRandom(bytes, 3, seededRandom(7)), { ship: SHIP })).toEqual(whole);
  });
});

describe('a plain reader agrees', () => {
  /** Points by patterns, for tracks without surprises. */
  function plainPoints(text: string): unknown[] {
    const points = [...text.matchAll(/<trkpt\s([^>/]*)(?:\/>|>(.*?)<\/trkpt>)/gs)];
    return points.flatMap(([, attributes = '', inner = '']) => {
      const numberIn = (name: string) =>
        Number(new RegExp(`${name}\\s*=\\s*["']([^"']*)`).exec(attributes)?.[1]);
      const time = /time>([^<]*)</.exec(inner)?.[1];
      return time === undefined ? [] : [[new Date(time).toISOString(), numberIn('lon'), numberIn('lat')]];
    });
  }

  test.each(['garmin', 'opencpn', 'own'])('%s', name => {
    const bytes = fixture(name);
    const text = new TextDecoder().decode(bytes);
    const { reports } = readPositions('gpx', [bytes], { ship: SHIP });
    const points = reports.filter(({ row, lon }) => !Number.isNaN(lon) && !(name === 'garmin' && row === 2));
    expect(points.map(({ t, lon, lat }) => [t, lon, lat])).toEqual(plainPoints(text));
  });

  test.each(Array.from({ length: 30 }, (_, i) => 300 + i))('on made-up tracks, seed %i', seed => {
    const random = seededRandom(seed);
    const below = (limit: number) => Math.floor(random() * limit);
    const expected: unknown[] = [];
    const tracks = Array.from({ length: 1 + below(3) }, (_, i) => {
      const mmsi = 273_000_000 + i;
      const points = Array.from({ length: below(20) }, () => {
        const t = new Date(1_710_000_000_000 + below(1e9)).toISOString();
        const [lat, lon] = [below(180_000) / 1000 - 90, below(360_000) / 1000 - 180];
        const sog = below(300) / 10;
        expected.push([mmsi, t, lon, lat, sog]);
        const fill = ['', '\n  ', '<!-- <trkpt> -->', '<ele>3</ele>'][below(4)];
        const time = random() < 0.5 ? `<time>${t}</time>` : `<time><![CDATA[${t}]]></time>`;
        return `<trkpt lat="${lat}"${fill === '' ? '\n' : ' '}lon='${lon}'>${fill}${time}<extensions><w:sog>${sog}</w:sog></extensions></trkpt>`;
      });
      return `<trk><name>MMSI ${mmsi}</name><trkseg>${points.join('\n')}</trkseg></trk>`;
    });
    const result = readPositions('gpx', cutAtRandom(bytesOf(gpx(tracks.join(''))), 50, random));
    const found = result.reports.map(({ mmsi, t, lon, lat, sog }) => [mmsi, t, lon, lat, sog]);
    expect(found, `seed ${seed}`).toEqual(expected);
    expect(result.reports.map(({ row }) => row)).toEqual(expected.map((_, i) => i + 1));
    addUp(result, `seed ${seed}`);
  });
});

describe('whose the points are', () => {
  const point = (extensions = '') =>
    GOOD.replace('</trkpt>', `<extensions>${extensions}</extensions></trkpt>`);
  const whose = (inner: string, options: Options = {}) => {
    const result = read(gpx(inner), options);
    return result.error ?? [result.reports[0]?.mmsi, result.reports[0]?.imo, result.statics[0]?.fields.name];
  };

  test.each<[string, unknown]>([
    [
      `<trk><extensions><x:deep><x:MMSI> 273000001 </x:MMSI></x:deep></extensions>${point()}</trk>`,
      [273_000_001, 0, undefined],
    ],
    [
      `<trk><extensions><mmsi>273000001</mmsi></extensions>${point('<x:mmsi>273000002</x:mmsi>')}</trk>`,
      [273_000_002, 0, undefined],
    ],
    [
      `<trk><name>MMSI 273000003</name><extensions><x:imo>IMO 9161003</x:imo></extensions>${point()}</trk>`,
      [0, 9_161_003, undefined],
    ],
    [
      `<trk><extensions><mmsi>0</mmsi></extensions><desc>mmsi=273000004</desc>${point()}</trk>`,
      [273_000_004, 0, undefined],
    ],
    [`<trk><name>LADY R (IMO9161003)</name>${point()}</trk>`, [0, 9_161_003, undefined]],
    [`<trk><name>LADY R</name><cmt>IMO No. 9161003</cmt>${point()}</trk>`, [0, 9_161_003, 'LADY R']],
    [`<trk><name>273000001</name><cmt>MMSI 273000001</cmt>${point()}</trk>`, [273_000_001, 0, undefined]],
    [
      `<trk><name>LADY R</name>${point('<x:mmsi>273000001</x:mmsi><x:ship_name>MAIA-1</x:ship_name>')}</trk>`,
      [273_000_001, 0, 'MAIA-1'],
    ],
    [`<trk><name>LADY R</name>${point('<w:mmsi>273000001</w:mmsi>')}</trk>`, [273_000_001, 0, undefined]],
    [
      `<metadata><desc>MMSI 273000001</desc><author><name>MMSI 273000009</name></author></metadata><trk>${point()}</trk>`,
      [273_000_001, 0, undefined],
    ],
    [`<trk><name>ABCMMSI 273000001</name>${point()}</trk>`, expect.stringMatching(/no id 1/)],
    [`<trk><name>MMSI 2730000012</name>${point()}</trk>`, expect.stringMatching(/no id 1/)],
    [
      `<trk><name>MMSI 273000001 meets MMSI 273000002</name>${point()}</trk>`,
      expect.stringMatching(/no id 1/),
    ],
    [`<trk><name>273000001</name>${point()}</trk>`, expect.stringMatching(/no id 1/)],
    [`<trk><extensions><mmsi>LADY R</mmsi></extensions>${point()}</trk>`, expect.stringMatching(/bad id 1/)],
    [`<trk><name>IMO 9161004</name>${point()}</trk>`, expect.stringMatching(/bad id 1/)],
  ])('%s', (inner, expected) => {
    expect(whose(inner)).toEqual(expected);
  });

  test('the ship given comes last, and a wrong IMO number beside an MMSI is noted', () => {
    const inner = `<trk><name>LADY R</name>${point()}${point('<imo>9161004</imo><mmsi>273000001</mmsi>')}</trk>`;
    const result = read(gpx(inner), { ship: { mmsi: 0, imo: 9_161_003 } });
    expect(result.reports.map(({ mmsi, imo }) => [mmsi, imo])).toEqual([
      [0, 9_161_003],
      [273_000_001, 0],
    ]);
    expect(result.statics.map(({ row, fields }) => [row, fields])).toEqual([[2, { name: 'LADY R' }]]);
    expect(result.notes).toEqual({ 'IMO number with a wrong check digit': 1 });
  });

  test('words of one track are not those of the next', () => {
    const result = read(
      gpx(
        `<trk><name>MMSI 273000001</name>${GOOD}</trk><trk>${GOOD}</trk><rte>${GOOD.replaceAll('trkpt', 'rtept')}</rte>`,
      ),
    );
    expect(result.setAside).toEqual({ 'no id': 2 });
  });

  test('what another extension may mean otherwise is not read', () => {
    const { reports, statics } = read(
      track(
        point(
          '<x:type>9</x:type><x:length>12000</x:length><x:status>5</x:status><x:flag>red</x:flag><x:speed>1</x:speed><x:sog>7</x:sog><x:hdg>90</x:hdg>',
        ),
      ),
    );
    expect(reports[0]).toMatchObject({ status: 15, heading: 90 });
    expect(reports[0]!.sog).toBeCloseTo(1.943844, 5);
    expect(statics).toEqual([]);
  });

  test('our own speed wins over the one beside it', () => {
    const speeds =
      '<speed>1</speed><extensions><x:speed>2</x:speed><w:sog>3</w:sog><x:sog>4</x:sog></extensions>';
    const { reports } = read(track(GOOD.replace('</trkpt>', `${speeds}</trkpt>`)));
    expect(reports[0]!.sog).toBe(3);
  });

  test.each([
    ['<extensions><x:source>Synthetic, for tests</x:source></extensions>', Flag.synthetic],
    ['<src>reconstructed: CSIS</src>', Flag.reconstructed],
    ['<src>unreconstructed</src>', 0],
  ])('%s', (source, flags) => {
    expect(read(track(GOOD.replace('</trkpt>', `${source}</trkpt>`))).reports[0]!.flags).toBe(flags);
  });
});

describe('faults', () => {
  const at = (lat: string, lon: string) => GOOD.replace('42.2', lat).replace('130.3', lon);
  const timed = (time: string) => GOOD.replace('2024-03-12T08:29:43Z', time);

  test.each([
    ['<trkpt lat="1" lon="2"/>', 'no time'],
    [timed(' '), 'no time'],
    [timed('2024-03-12'), 'bad time'],
    [timed('2024-02-30T00:00:00Z'), 'bad time'],
    [timed('1710232183'), 'bad time'],
    [timed('12/03/2024 08:29:43Z'), 'bad time'],
    [at('', '2'), 'bad number'],
    [at('4x', '2'), 'bad number'],
    [at('0x10', '2'), 'bad number'],
    [at('1e999', '2'), 'bad number'],
    [at('42,2', '2'), 'bad number'],
    [GOOD.replace(' lon="130.3"', ''), 'bad number'],
    [GOOD.replace('<time>', '<speed>fast</speed><time>'), 'bad number'],
    [at('90.1', '2'), 'out of range'],
    [at('1', '-180.5'), 'out of range'],
  ])('%s is set aside: %s', (bad, reason) => {
    const result = read(track(GOOD + bad + GOOD));
    expect(result.setAside).toEqual({ [reason]: 1 });
    expect(result.examples[reason]![0]).toMatch(/^2: <trkpt lat=/);
    expect(result.reports.map(({ row }) => row)).toEqual([1, 3]);
  });

  test('a time without a zone is refused with its line, or takes the zone given', () => {
    const text = track(`${GOOD}\n${timed('2024-03-12T17:29:43')}`);
    const { error } = read(text);
    expect(error).toBe(
      'file:2: expected a time with a zone (…Z or +09:00) or a zone given with --zone, found ‘2024-03-12T17:29:43’',
    );
    expect(read(text, { zoneMinutes: 540 }).reports[1]!.t).toBe('2024-03-12T08:29:43.000Z');
  });

  test('a file that is cut off is refused, or read as far as it goes', () => {
    const text = track(`${GOOD}\n${GOOD}`);
    const cutText = text.slice(0, text.lastIndexOf('</time>'));
    expect(read(cutText).error).toBe(
      'file:2: expected the end of ‘time’, found the end of the file: it is cut off there',
    );
    const partial = read(cutText, { partial: true });
    expect([partial.rows, partial.accepted, partial.error]).toEqual([2, 1, null]);
    expect(partial.examples).toEqual({ 'cut off': ['2: <trkpt lat="42.2" lon="130.3"> '] });
    for (let end = 0; end < text.length; end++)
      addUp(read(text.slice(0, end), { partial: true }), `to ${end}`);
  });

  test.each([
    ['<gpx/>', 'file: expected points with times, found no rows'],
    ['<kml/>', 'file:1: expected a GPX file, found the element ‘kml’'],
    [track('<trkpt lat="1" lon="2"/>'), 'file: expected points with times, found none in 1 row (no time 1)'],
    [gpx('<trk><trkseg></trk>'), /found no well-formed XML: ‘unexpected close tag.’$/],
  ])('%s is refused', (text, message) => {
    expect(read(text).error).toMatch(message);
  });

  test('points that are none: in extensions, in another namespace, in a point', () => {
    const inner = `<extensions>${GOOD}</extensions><trkpt lat="3" lon="3"/></trkpt>`;
    const result = read(track(`<x:trkpt lat="1" lon="2"/>${GOOD.replace('</trkpt>', inner)}`));
    expect([result.rows, result.accepted]).toEqual([1, 1]);
  });

  test.each(Array.from({ length: 60 }, (_, i) => 500 + i))('bytes replaced, seed %i', seed => {
    const random = seededRandom(seed);
    const bytes = Uint8Array.from(fixture(FILES[seed % FILES.length]!));
    for (let i = 0; i < 1 + (seed % 3); i++)
      bytes[Math.floor(random() * bytes.length)] = Math.floor(random() * 128);
    addUp(readPositions('gpx', [bytes], { ship: SHIP, partial: true }), `seed ${seed}`);
  });
});

describe('the text of a row', () => {
  async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  }

  const textsOf = (bytes: Uint8Array, rows: readonly number[], size = 1 << 20) =>
    xmlRowTexts(inPieces(bytes, size), 'file', 'gpx', rows);

  test.each(FILES)('%s: each is a piece of the file that reads as its row', async name => {
    const bytes = fixture(name);
    const text = new TextDecoder().decode(bytes);
    const { rows } = readPositions('gpx', [bytes], { ship: SHIP });
    const wanted = Array.from({ length: rows + 2 }, (_, i) => rows + 1 - i);
    const found = await textsOf(bytes, wanted);
    expect(found.map(({ line }) => line)).toEqual(Array.from({ length: rows }, (_, i) => i + 1));
    const pieces = /<(?:\w+:)?(trkpt|wpt|rtept|heard)\b[^>/]*(?:\/>|>.*?<\/(?:\w+:)?\1>)/gs;
    const plain = [...text.replace(/<!--.*?-->/s, '').matchAll(pieces)].map(([piece]) => piece);
    expect(found.map(piece => piece.text)).toEqual(plain);
    for (const size of [1, 13, 100]) expect(await textsOf(bytes, wanted, size)).toEqual(found);
  });

  test('is cut at 8 KiB, however long the element', async () => {
    const long = GOOD.replace('<time>', `<desc>${'ж'.repeat(1 << 20)}</desc><time>`);
    const bytes = bytesOf(track(GOOD + long + GOOD));
    const [first, second, third] = await textsOf(bytes, [1, 2, 3, 2]);
    expect([first!.text, third!.text]).toEqual([GOOD, GOOD]);
    expect(second!.text).toBe(long.slice(0, 8192));
  });

  test('what is cut off is shown as far as it goes, and what is behind the last row is not read', async () => {
    const cutText = track(GOOD + GOOD)
      .split('</time>')
      .slice(0, 2)
      .join('</time>');
    expect((await textsOf(bytesOf(cutText), [2]))[0]!.text).toBe(GOOD.split('</time>')[0]);
    const broken = bytesOf(`${track(GOOD + GOOD)}${' '.repeat(1000)}<broken`);
    expect(await textsOf(broken, [1], 100)).toEqual([{ line: 1, text: GOOD }]);
    await expect(textsOf(bytesOf('<kml/>'), [1])).rejects.toThrow('expected a GPX file');
  });
});
