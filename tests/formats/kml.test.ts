import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { Flag } from '../../src/core/track/index.ts';
import { KmlPoints } from '../../src/formats/kml-points.ts';
import { sniff } from '../../src/formats/sniff.ts';
import { xmlRowTexts } from '../../src/formats/xml-rows.ts';
import type { XmlElement } from '../../src/formats/xml-scanner.ts';
import { cutAtRandom, type ReadResult, readPositions } from '../ais/recording-sink.ts';
import { bytesOf } from '../ais/sentences.ts';
import { seededRandom } from '../map/seeded-random.ts';

const NONE = Number.NaN;
const SHIP = { mmsi: 273_000_009, imo: 0 };
const FILES = ['google-earth', 'placemarks'] as const;

type Options = NonNullable<Parameters<typeof readPositions>[2]>;

function fixture(name: string): Uint8Array {
  return new Uint8Array(readFileSync(new URL(`../../fixtures/tracks/${name}.kml`, import.meta.url)));
}

function read(text: string, options: Options = {}): ReadResult {
  return readPositions('kml', [bytesOf(text)], options);
}

function kml(inner: string): string {
  return `<kml xmlns="http://www.opengis.net/kml/2.2" xmlns:gx="http://www.google.com/kml/ext/2.2"><Document>${inner}</Document></kml>`;
}

function data(values: Readonly<Record<string, string | number>>): string {
  const items = Object.entries(values).map(
    ([name, value]) => `<Data name="${name}"><value>${value}</value></Data>`,
  );
  return `<ExtendedData>${items.join('')}</ExtendedData>`;
}

const TIME = '<TimeStamp><when>2024-03-12T08:29:43Z</when></TimeStamp>';
const POINT = '<Point><coordinates>130.3,42.2</coordinates></Point>';
const GOOD = `<Placemark>${TIME}${data({ mmsi: 273_000_001 })}${POINT}</Placemark>`;

function track(
  ...parts: readonly (readonly [when: string | null, coord: string | null, angles?: string])[]
): string {
  const each = parts.map(([when, coord, angles]) =>
    [
      when === null ? '' : `<when>${when}</when>`,
      coord === null ? '' : `<gx:coord>${coord}</gx:coord>`,
      angles === undefined ? '' : `<gx:angles>${angles}</gx:angles>`,
    ].join(''),
  );
  return `<gx:Track>${each.join('\n')}</gx:Track>`;
}

function addUp({ rows, accepted, setAside, reports }: ReadResult, label: string): void {
  const aside = Object.values(setAside).reduce((sum, count) => sum + count, 0);
  expect(accepted + aside, label).toBe(rows);
  expect(reports.length, label).toBe(accepted);
}

describe('files as programs write them', () => {
  test('tracks of Google Earth: times, places and headings in elements of their own', () => {
    const result = readPositions('kml', [fixture('google-earth')]);
    expect([result.rows, result.accepted, result.error]).toEqual([9, 4, null]);
    expect(result.setAside).toEqual({ 'bad number': 1, 'no time': 3, geometry: 1 });
    expect(result.examples).toEqual({
      'bad number': ['5: <Track> null,null 2024-03-12T09:01:00Z'],
      'no time': [expect.stringMatching(/^6: 130\.28,42\.23,0 130\.29,42\.22,0\n/)],
      geometry: ['9: <Polygon>'],
    });
    const common = { mmsi: 273_210_440, imo: 0, sog: NONE, cog: NONE, status: 15, flags: 0 };
    expect(result.reports).toEqual([
      { ...common, t: '2024-03-12T08:00:00.000Z', lon: 130.28, lat: 42.23, heading: 112.5, row: 1 },
      { ...common, t: '2024-03-12T08:01:00.000Z', lon: 130.29, lat: 42.22, heading: 113, row: 2 },
      { ...common, t: '2024-03-12T08:02:00.000Z', lon: 130.3, lat: 42.21, heading: NONE, row: 3 },
      { ...common, t: '2024-03-12T09:00:00.000Z', lon: 130.4, lat: 42.1, heading: NONE, row: 4 },
    ]);
    expect(result.statics.map(({ row, fields }) => [row, fields])).toEqual(
      [1, 2, 3, 4].map(row => [row, { name: 'EXAMPLE STAR' }]),
    );
  });

  test('placemarks with data: theirs first, then that of their folder and document', () => {
    const result = readPositions('kml', [fixture('placemarks')]);
    expect([result.rows, result.accepted, result.error]).toEqual([8, 4, null]);
    expect(result.setAside).toEqual({ 'no time': 3, geometry: 1 });
    expect(result.examples).toEqual({
      'no time': ['3: <Point> 130.30,42.21,0 ', '7: 1,2 3,4'],
      geometry: ['5: <Placemark> a note'],
    });
    const common = {
      mmsi: 0,
      imo: 9_161_003,
      sog: NONE,
      cog: NONE,
      heading: NONE,
      status: 15,
      flags: Flag.synthetic,
    };
    expect(result.reports).toEqual([
      {
        ...common,
        t: '2024-03-12T08:00:00.000Z',
        lon: 130.28,
        lat: 42.23,
        sog: 12.3,
        cog: 112.5,
        status: 5,
        row: 1,
      },
      {
        ...common,
        mmsi: 273_210_440,
        imo: 0,
        t: '2024-03-12T08:01:00.000Z',
        lon: 130.29,
        lat: 42.22,
        sog: 9.5,
        row: 2,
      },
      { ...common, mmsi: 273_210_440, imo: 0, t: '2024-03-12T08:03:00.000Z', lon: NONE, lat: NONE, row: 4 },
      { ...common, t: '2024-03-12T08:05:00.000Z', lon: 130.31, lat: 42.2, row: 6 },
    ]);
    expect(result.statics.map(({ row, fields }) => [row, fields])).toEqual([
      [1, { name: 'LADY R' }],
      [4, { destination: 'VOSTOCHNY' }],
    ]);
  });

  test.each(FILES)('%s: told, and the same with a byte order mark, CRLF and any cut', name => {
    const bytes = fixture(name);
    expect(sniff(bytes.subarray(0, 4096), 'file')).toEqual({ kind: 'positions', format: 'kml' });
    const whole = readPositions('kml', [bytes]);
    addUp(whole, name);
    const text = new TextDecoder().decode(bytes);
    expect(read(`\ufeff${text.replaceAll('\n', '\r\n')}`)).toEqual(whole);
    for (let at = 1; at < bytes.length; at += 7) {
      expect(readPositions('kml', [bytes.subarray(0, at), bytes.subarray(at)]), `cut at ${at}`).toEqual(
        whole,
      );
    }
    expect(readPositions('kml', cutAtRandom(bytes, 3, seededRandom(7)))).toEqual(whole);
  });
});

describe('a plain reader agrees', () => {
  /** Positions of tracks by patterns: times, then places, in pairs. */
  function plainTracks(text: string): unknown[] {
    return [...text.matchAll(/<gx:Track>(.*?)<\/gx:Track>/gs)].flatMap(([, inner = '']) => {
      const whens = [...inner.matchAll(/<when>([^<]*)/g)].map(([, when]) => new Date(when!).toISOString());
      const places = [...inner.matchAll(/<gx:coord>([^<]*)/g)].map(([, coord]) =>
        coord!.split(' ').map(Number),
      );
      return whens.map((when, i) => [when, places[i]![0], places[i]![1]]);
    });
  }

  test.each(Array.from({ length: 30 }, (_, i) => 300 + i))('on made-up tracks, seed %i', seed => {
    const random = seededRandom(seed);
    const below = (limit: number) => Math.floor(random() * limit);
    const placemarks = Array.from({ length: 1 + below(3) }, () => {
      const tracks = Array.from({ length: 1 + below(3) }, () => {
        const whens: string[] = [];
        const coords: string[] = [];
        for (let n = 1 + below(10); n > 0; n--) {
          whens.push(`<when>${new Date(1_710_000_000_000 + below(1e9)).toISOString()}</when>`);
          coords.push(`<gx:coord>${below(360_000) / 1000 - 180} ${below(180_000) / 1000 - 90} 0</gx:coord>`);
        }
        const pairs = whens.map((when, i) => when + coords[i]);
        return `<gx:Track>${(random() < 0.5 ? [...whens, ...coords] : pairs).join('\n')}</gx:Track>`;
      });
      return `<Placemark><name>MMSI 273000001</name><gx:MultiTrack>${tracks.join('')}</gx:MultiTrack></Placemark>`;
    });
    const text = kml(placemarks.join(''));
    const result = readPositions('kml', cutAtRandom(bytesOf(text), 50, random));
    expect(
      result.reports.map(({ t, lon, lat }) => [t, lon, lat]),
      `seed ${seed}`,
    ).toEqual(plainTracks(text));
    expect(result.reports.map(({ row }) => row)).toEqual(result.reports.map((_, i) => i + 1));
    addUp(result, `seed ${seed}`);
  });
});

describe('whose the points are', () => {
  const whose = (inner: string, options: Options = {}) => {
    const result = read(kml(inner), options);
    return result.error ?? [result.reports[0]?.mmsi, result.reports[0]?.imo, result.statics[0]?.fields.name];
  };
  const placed = (inner: string) => `<Placemark>${inner}${TIME}${POINT}</Placemark>`;
  const tracked = (inner: string) =>
    `<Placemark>${inner}${track(['2024-03-12T08:29:43Z', '1 2 3'])}</Placemark>`;

  test.each<[string, unknown]>([
    [placed(data({ MMSI: 273_000_001, 'Ship Name': 'LADY R' })), [273_000_001, 0, 'LADY R']],
    [placed(`<name>LADY R</name>${data({ mmsi: 273_000_001 })}`), [273_000_001, 0, undefined]],
    [tracked(`<name>LADY R</name>${data({ mmsi: 273_000_001 })}`), [273_000_001, 0, 'LADY R']],
    [
      tracked(`<name>LADY R</name>${data({ mmsi: 273_000_001, name: 'MAIA-1' })}`),
      [273_000_001, 0, 'MAIA-1'],
    ],
    [tracked('<name>IMO 9161003</name>'), [0, 9_161_003, undefined]],
    [
      `<name>MMSI 273000001</name><Folder><name>MMSI 273000002</name>${placed('')}</Folder>`,
      [273_000_002, 0, undefined],
    ],
    [`<name>MMSI 273000001</name><Folder><name>x</name>${placed('')}</Folder>`, [273_000_001, 0, undefined]],
    [
      `<Folder>${data({ mmsi: 273_000_001 })}${placed(data({ imo: 9_161_003 }))}</Folder>`,
      [273_000_001, 9_161_003, undefined],
    ],
    [
      `<Folder><name>MMSI 273000001</name></Folder>${placed('')}`,
      expect.stringMatching(/ship.+\(no id 1\)$/),
    ],
    [placed(data({ mmsi: 'LADY R' })), expect.stringMatching(/bad id 1/)],
    [placed(data({ __proto__: 1, constructor: 2 })), expect.stringMatching(/no id 1/)],
  ])('%s', (inner, expected) => {
    expect(whose(inner)).toEqual(expected);
  });

  test('the ship given comes last, and no name goes with it', () => {
    expect(whose(tracked('<name>Track 7</name>'), { ship: SHIP })).toEqual([273_000_009, 0, undefined]);
  });

  test('a placemark without a place is heard if it has a number of its own', () => {
    const inner = `<name>MMSI 273000001</name>${data({ imo: 9_161_003 })}<Placemark>${TIME}</Placemark>${GOOD.replace(POINT, '')}`;
    const result = read(kml(inner));
    expect(result.setAside).toEqual({ geometry: 1 });
    expect(result.reports).toMatchObject([
      { mmsi: 273_000_001, imo: 9_161_003, lon: NONE, lat: NONE, row: 2 },
    ]);
  });
});

describe('times', () => {
  const timeOf = (inner: string) => {
    const result = read(kml(GOOD + GOOD.replace(TIME, inner)));
    return result.reports[1]?.t.slice(11, 19) ?? Object.keys(result.setAside)[0];
  };
  const span = (begin: string, end: string) => `<TimeSpan>${begin}${end}</TimeSpan>`;

  test.each([
    [span('<begin>2024-03-12T08:00:00Z</begin>', '<end>2024-03-12T17:00:00+09:00</end>'), '08:00:00'],
    [span('<begin>2024-03-12T08:00:00Z</begin>', '<end>2024-03-12T09:00:00Z</end>'), 'no time'],
    [span('<begin>2024-03-12T08:00:00Z</begin>', ''), 'no time'],
    [span('', '<end>2024-03-12T08:00:00Z</end>'), 'no time'],
    [span('<begin>2024</begin>', '<end>2024</end>'), 'bad time'],
    [span('', ''), 'no time'],
    ['<TimeStamp><when>2024-03</when></TimeStamp>', 'bad time'],
    ['<TimeStamp/>', 'no time'],
    ['<LookAt><TimeStamp><when>2024-03-12T08:00:00Z</when></TimeStamp></LookAt>', 'no time'],
    ['', 'no time'],
    [data({ time: '2024-03-12T08:01:00Z' }), '08:01:00'],
  ])('%s', (inner, expected) => {
    expect(timeOf(inner)).toBe(expected);
  });

  test('may stand behind the place', () => {
    const { reports } = read(kml(`<Placemark>${POINT}${data({ mmsi: 273_000_001 })}${TIME}</Placemark>`));
    expect(reports).toHaveLength(1);
  });

  test('without a zone are refused with their line, or take the zone given', () => {
    const text = kml(GOOD.replace('08:29:43Z', '17:29:43'));
    expect(read(text).error).toMatch(/^file:1: expected a time with a zone/);
    expect(read(text, { zoneMinutes: 540 }).reports[0]!.t).toBe('2024-03-12T08:29:43.000Z');
    const inTrack = kml(`<Placemark>${track(['2024-03-12T17:29:43', '1 2'])}</Placemark>`);
    expect(read(inTrack, { ship: SHIP }).error).toMatch(/^file:1: expected a time with a zone/);
    expect(read(inTrack, { ship: SHIP, zoneMinutes: 540 }).reports[0]!.t).toBe('2024-03-12T08:29:43.000Z');
  });
});

describe('faults', () => {
  const T = ['08:00:00', '08:01:00', '08:02:00'].map(clock => `2024-03-12T${clock}Z`);
  const point = (coordinates: string) => GOOD.replace('130.3,42.2', coordinates);
  const placemark = (inner: string) => `<Placemark>${data({ mmsi: 273_000_001 })}${inner}</Placemark>`;

  test.each<[string, string, number]>([
    [point(''), 'bad number', 1],
    [point('130.3'), 'bad number', 1],
    [point('130.3 42.2'), 'bad number', 1],
    [point('130.3,x'), 'bad number', 1],
    [point('130.3,'), 'bad number', 1],
    [point('1,90.5'), 'out of range', 1],
    [GOOD.replace('<coordinates>130.3,42.2</coordinates>', ''), 'bad number', 1],
    [placemark(`${TIME}<LineString><coordinates>1,2 3,4 5,6</coordinates></LineString>`), 'no time', 3],
    [placemark(`${TIME}<LineString><coordinates/></LineString>`), 'geometry', 1],
    [placemark(`${TIME}<Model/>`), 'geometry', 1],
    [placemark('<gx:Track/>'), 'geometry', 1],
    [placemark(track([null, '1 2 0'], [null, '1 2 0'])), 'no time', 2],
    [placemark(track([T[0]!, '1 2 0'], [T[1]!, '1 2 0'], [T[2]!, null])), 'times', 3],
    [placemark(track([T[0]!, '1 2 0'], [null, '1 2 0'])), 'times', 2],
    [placemark(track(['', '1 2 0'])), 'bad time', 1],
    [placemark(track([T[0]!, 'x 2 0'])), 'bad number', 1],
    [placemark(track([T[0]!, '1 92 0'])), 'out of range', 1],
  ])('%s is set aside: %s', (bad, reason, rows) => {
    const result = read(kml(GOOD + bad + GOOD));
    expect(result.setAside).toEqual({ [reason]: rows });
    expect(result.examples[reason]![0]).toMatch(/^2: /);
    expect(result.reports.map(({ row }) => row)).toEqual([1, 2 + rows]);
  });

  test('headings that are not one for each place are not read', () => {
    const { reports } = read(kml(placemark(track([T[0]!, '1 2 0', '90 0 0'], [T[1]!, '1 2 0']))));
    expect(reports.map(({ heading }) => heading)).toEqual([NONE, NONE]);
  });

  test('the speed of a placemark is not that of each position of its track', () => {
    const { reports } = read(
      kml(`<Placemark>${data({ mmsi: 273_000_001, sog: 9 })}${track([T[0]!, '1 2 0'])}</Placemark>`),
    );
    expect(reports[0]!.sog).toBe(NONE);
  });

  test('a file that is cut off is refused, or read as far as it goes', () => {
    const all = track(...T.map(t => [t, '1 2 0'] as const));
    const text = kml(`${GOOD}${placemark(all)}${GOOD}`);
    const upTo = (end: string) => text.slice(0, text.lastIndexOf(end));
    expect(read(upTo('</gx:Track>')).error).toMatch(/^file:3: expected the end of ‘Track’/);
    const partial = (end: string) => {
      const { accepted, setAside, error } = read(upTo(end), { partial: true });
      return [accepted, setAside, error];
    };
    expect(partial('</gx:coord>')).toEqual([3, { 'cut off': 1 }, null]);
    expect(partial('</gx:Track>')).toEqual([4, {}, null]);
    expect(partial('</Placemark><Placemark>')).toEqual([4, {}, null]);
    expect(partial('<coordinates>')).toEqual([4, { 'cut off': 1 }, null]);
    expect(partial('</Placemark></Document>')).toEqual([4, { 'cut off': 1 }, null]);
    expect(partial('</Document>')).toEqual([5, {}, null]);
    for (let end = 0; end < text.length; end++)
      addUp(read(text.slice(0, end), { partial: true }), `to ${end}`);
  });

  test.each([
    ['<kml/>', 'file: expected points with times, found no rows'],
    ['<gpx/>', 'file:1: expected a KML file, found the element ‘gpx’'],
    [
      kml(`<Placemark>${POINT}</Placemark>`),
      'file: expected points with times, found none in 1 row (no time 1)',
    ],
  ])('%s is refused', (text, message) => {
    expect(read(text).error).toMatch(message);
  });

  test('a placemark without end is refused in bounded memory', () => {
    const points = new KmlPoints('file', { instant: () => 0, point: () => {}, aside: () => {} });
    const names = ['kml', 'Placemark', 'Track', 'when'];
    let parent: XmlElement | null = null;
    for (const name of names) {
      parent = { name, uri: '', attributes: new Map(), parent, line: 1 };
      points.open(parent);
    }
    const when = parent!;
    const giveTimes = (count: number) => {
      for (let i = 0; i < count; i++) points.close(when, '');
    };
    giveTimes(1 << 22);
    expect(() => giveTimes(1)).toThrow(
      'file:1: expected at most 4194304 times, places and angles in one placemark, found more of them',
    );
  });

  test.each(Array.from({ length: 60 }, (_, i) => 500 + i))('bytes replaced, seed %i', seed => {
    const random = seededRandom(seed);
    const bytes = Uint8Array.from(fixture(FILES[seed % FILES.length]!));
    for (let i = 0; i < 1 + (seed % 3); i++)
      bytes[Math.floor(random() * bytes.length)] = Math.floor(random() * 128);
    addUp(readPositions('kml', [bytes], { ship: SHIP, partial: true }), `seed ${seed}`);
  });
});

describe('the text of a row', () => {
  async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  }

  const textsOf = (bytes: Uint8Array, rows: readonly number[], size = 1 << 20) =>
    xmlRowTexts(inPieces(bytes, size), 'file', 'kml', rows);

  test('of a track its time, place and angles, of all else the placemark', async () => {
    const bytes = fixture('google-earth');
    const found = await textsOf(bytes, [3, 1, 5, 9, 7, 10]);
    expect(found).toEqual([
      {
        line: 1,
        text: '<when>2024-03-12T08:00:00Z</when>\n<gx:coord>130.28 42.23 0</gx:coord>\n<gx:angles>112.5 0 0</gx:angles>',
      },
      {
        line: 3,
        text: '<when>2024-03-12T17:02:00+09:00</when>\n<gx:coord>130.30 42.21</gx:coord>\n<gx:angles></gx:angles>',
      },
      { line: 5, text: '<when>2024-03-12T09:01:00Z</when>\n<gx:coord></gx:coord>' },
      { line: 7, text: expect.stringMatching(/^<Placemark>\s+<name>the way<\/name>.*<\/Placemark>$/s) },
      { line: 9, text: expect.stringMatching(/^<Placemark><name>the port<\/name>.*<\/Placemark>$/s) },
    ]);
    for (const size of [1, 13, 100]) expect(await textsOf(bytes, [1, 3, 5, 7, 9], size)).toEqual(found);
  });

  test('each placemark is a piece of the file', async () => {
    const bytes = fixture('placemarks');
    const text = new TextDecoder().decode(bytes);
    const plain = [...text.matchAll(/<Placemark>.*?<\/Placemark>/gs)].map(([piece]) => piece);
    const found = await textsOf(bytes, [1, 2, 3, 4, 5, 6, 7, 8]);
    expect(found.map(row => row.text)).toEqual([...plain, plain[5], plain[5]]);
  });

  test('is cut at 8 KiB, but for a track whose positions stay whole', async () => {
    const parts = Array.from(
      { length: 5000 },
      (_, i) => [`2024-03-12T08:29:43.${String(i).padStart(4, '0')}Z`, '1 2 0'] as const,
    );
    const text = kml(
      `<Placemark>${track(...parts)}</Placemark>${GOOD.replace('<Point>', `<description>${'x'.repeat(1 << 20)}</description><Point>`)}`,
    );
    const found = await textsOf(bytesOf(text), [5000, 5001]);
    expect(found[0]).toEqual({
      line: 5000,
      text: '<when>2024-03-12T08:29:43.4999Z</when>\n<gx:coord>1 2 0</gx:coord>',
    });
    expect(found[1]!.text).toBe(text.slice(text.lastIndexOf('<Placemark>')).slice(0, 8192));
  });

  test('of a placemark that is cut off, what is there of it', async () => {
    const text = kml(GOOD + GOOD);
    const cut = text.slice(0, text.lastIndexOf('</Placemark>'));
    const [whole, rest] = await textsOf(bytesOf(cut), [1, 2]);
    expect([whole!.text, rest!.text]).toEqual([GOOD, GOOD.replace('</Placemark>', '')]);
  });
});
