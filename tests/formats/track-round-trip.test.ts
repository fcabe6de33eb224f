import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { Flag, type Fleet, type StaticFields } from '../../src/core/track/index.ts';
import { EXPORT_FORMATS } from '../../src/formats/export-format.ts';
import { openPositions } from '../../src/formats/positions.ts';
import { sniff } from '../../src/formats/sniff.ts';
import { Tally } from '../../src/formats/tally.ts';
import { seededRandom } from '../map/seeded-random.ts';
import { judgedFleetOf, Recorder, type Report } from '../track/reports.ts';
import { ALL_REPORTS, differences, exported, inputOf, readBack } from './exported.ts';

const FIXTURES = new URL('../../fixtures/', import.meta.url);

function fleetOfFile(path: string): Fleet {
  const bytes = readFileSync(new URL(path, FIXTURES));
  const what = sniff(bytes.subarray(0, 64 * 1024), path);
  if (what.kind !== 'positions') throw new Error(`${path} reads as ${what.kind}`);
  const recorder = new Recorder();
  const reader = openPositions(what.format, {
    file: path,
    source: 0,
    sink: recorder,
    tally: new Tally(),
    flags: 0,
    zoneMinutes: 0,
  });
  reader.push(bytes);
  reader.end();
  return judgedFleetOf(recorder.reports.filter(({ mmsi, imo }) => mmsi > 0 || (imo ?? 0) > 0));
}

const CASES: readonly (readonly [name: string, path: string])[] = [
  ['the demonstration case, reconstructed, without MMSI', 'rajin-shuttle/positions.csv'],
  ['a log: class B, static messages, reports without a position', 'nmea/dma-aislib/stream_example.txt'],
  ['a log of every message type, long-range reports too', 'nmea/gpsd/sample.aivdm'],
  ['Marine Cadastre', 'noaa/test_data_noaa_20230101.csv'],
  ['a feed with static data in its own messages', 'aisstream/by-schema.jsonl'],
];

describe.each(CASES)('%s', (_, path) => {
  const fleet = fleetOfFile(path);
  test.each(EXPORT_FORMATS)(
    'reads back the same from %s',
    async format => {
      const bytes = await exported(format, fleet, [inputOf(0)]);
      expect(differences(await readBack(bytes), fleet)).toEqual([]);
    },
    60_000,
  );
});

/** Texts that readers, spreadsheets, parsers and prototypes stumble over. */
const HOSTILE = [
  "=cmd|'/C calc'!A0",
  '+850',
  '-1',
  '-1+1',
  '@SUM(A1)',
  "'=1",
  "''",
  'say "x", then\r\nmore\nand\rmore',
  ']]>',
  '</name><w:mmsi>1</w:mmsi>',
  '&amp;&#0;',
  '__proto__',
  'constructor',
  'MMSI 273210440',
  '🚢 Раджин 나진',
  '\u202eevil\u2066',
  'a\tb',
  'a\ufeffb',
  '!AIVDM,1,1,,A,1',
  '"what":"events"',
  '9',
  '0',
  'e',
];
const START = Date.UTC(2024, 2, 12);
const IMOS = [9161003, 9179842, 9358010, 8517839];
const MADE_UP = [0, 0, Flag.reconstructed, Flag.synthetic, Flag.reconstructed | Flag.synthetic];

/** Reports of a few ships, some of them with several transmitters, some without numbers of their own. */
function randomReports(random: () => number): Report[] {
  const below = (limit: number): number => Math.floor(random() * limit);
  const pick = <T>(values: readonly T[]): T => values[below(values.length)]!;
  const maybe = <T>(value: T): T | undefined => (random() < 0.5 ? value : undefined);
  const number = (): number => pick([random(), 10 ** (-9 * random()), below(90) / 10, below(1e6) / 1e6]);
  const text = (): string => pick(HOSTILE);
  const statics = (): StaticFields => {
    const fields = {
      name: maybe(text()),
      callSign: maybe(text()),
      shipType: maybe(1 + below(99)),
      lengthM: maybe(number() + 1e-9),
      beamM: maybe(1e22 * random() + 1),
      draughtM: maybe(0.1 + below(200) / 10),
      destination: maybe(text()),
      flag: maybe(text()),
    };
    return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
  };
  return Array.from({ length: 1 + below(60) }, (_, row) => {
    const mmsi = pick([0, 273_210_440, 273_210_441, 445_000_001, 111_111_111]);
    const isPlaced = random() < 0.7;
    return {
      mmsi,
      imo: mmsi === 0 ? pick(IMOS) : pick([0, 0, IMOS[mmsi % IMOS.length]!, pick(IMOS)]),
      t: 1.7e12 + below(1e9) + pick([0, 0.25 * 4]),
      ...(isPlaced && {
        lon: pick([-180, 0, 1e-7, 130 + number()]),
        lat: pick([-90, 90, -1e-12, 42 + number()]),
      }),
      // Faster ones may be known faults, which readers pass over.
      sog: maybe(pick([0, below(510) / 10, random() * 51])) ?? Number.NaN,
      cog: maybe(pick([below(3600) / 10, random() * 359.9])) ?? Number.NaN,
      heading: maybe(below(360)) ?? Number.NaN,
      status: below(16),
      flags: pick(MADE_UP) | pick([0, Flag.classB]) | pick([0, Flag.longRange]),
      source: below(3),
      row: row + 1,
      ...(random() < 0.4 && { statics: statics() }),
    };
  });
}

describe.each(EXPORT_FORMATS)('random fleets with hostile names, as %s', format => {
  test('read back the same', async () => {
    for (let seed = 1; seed <= 200; seed++) {
      const fleet = judgedFleetOf(randomReports(seededRandom(seed)));
      const inputs = [
        inputOf(0, { name: '=evil",\n.csv', provider: '@provider]]>' }),
        inputOf(1, { name: 'same' }),
        inputOf(2, { name: 'same' }),
      ];
      const bytes = await exported(format, fleet, inputs);
      expect(differences(await readBack(bytes), fleet), `seed ${seed}`).toEqual([]);
    }
  }, 30_000);
});

describe('what a format can not hold', () => {
  const fleetNamed = (name: string): Fleet =>
    judgedFleetOf([{ mmsi: 273_210_440, t: 1.7e12, lon: 131, lat: 43, statics: { name } }]);

  test.each([
    ['csv', 'A\u0000B', 'A\u0000B'],
    ['geojson', 'A\u0000B', 'A\u0000B'],
    ['kml', 'A\u0000\u001b\uffffB', 'A\ufffd\ufffd\ufffdB'],
    ['gpx', 'A\u0000\u001b\uffffB', 'A\ufffd\ufffd\ufffdB'],
    ['csv', 'A\ud800B', 'A\ufffdB'],
    ['geojson', 'A\ud800B', 'A\ud800B'],
    ['kml', 'A\ud800B', 'A\ufffdB'],
    ['gpx', '\udc00\ud83d\ude00', '\ufffd\ud83d\ude00'],
  ] as const)('%s gives %j back as %j', async (format, name, read) => {
    const { vessels } = await readBack(await exported(format, fleetNamed(name), [inputOf(0)]));
    expect(vessels.map(({ names }) => names)).toEqual([[read]]);
  });

  test('reports of nobody, MMSI 0, are written and set aside again', async () => {
    const fleet = judgedFleetOf([
      { mmsi: 0, t: 1.7e12, lon: 131, lat: 43 },
      { mmsi: 273_210_440, t: 1.7e12, lon: 131, lat: 43 },
    ]);
    const bytes = await exported('csv', fleet, [inputOf(0)]);
    await expect(readBack(bytes)).rejects.toThrow('[["no id",{"rows":1');
  });
});

test('a choice of ships and times is what is exported, ends included', async () => {
  const at = (mmsi: number, t: number): Report => ({ mmsi, t, lon: 131, lat: 43 });
  const fleet = judgedFleetOf([
    at(1, START),
    at(1, START + 10),
    at(1, START + 20),
    at(2, START + 10),
    at(3, START + 80),
  ]);
  const choice = { ...ALL_REPORTS, ships: ['mmsi-1', 'mmsi-3'], from: START, to: START + 10 };
  const { vessels, store } = await readBack(await exported('csv', fleet, [inputOf(0)], choice));
  expect(vessels.map(({ id }) => id)).toEqual(['mmsi-1']);
  expect([...store.t]).toEqual([START, START + 10]);
});

test('a stretch of time goes by the ship’s IMO number, though it was said at another time', async () => {
  const fleet = judgedFleetOf([
    { mmsi: 273_210_440, imo: 9161003, t: START, statics: { name: 'LADY R' } },
    { mmsi: 273_210_440, t: START + 10_000, lon: 131, lat: 43 },
  ]);
  for (const format of EXPORT_FORMATS) {
    const choice = { ...ALL_REPORTS, from: START + 5000 };
    const { vessels } = await readBack(await exported(format, fleet, [inputOf(0)], choice));
    expect(vessels.map(({ id, mmsi }) => ({ id, mmsi }))).toEqual([
      { id: 'imo-9161003', mmsi: [273_210_440] },
    ]);
  }
});

test('clean fixes carry what the ship had said of itself by then', async () => {
  const hour = 3_600_000;
  const fleet = judgedFleetOf([
    { mmsi: 273_210_440, t: START + 0 * hour, lon: 131, lat: 43 },
    { mmsi: 273_210_440, t: START + 1 * hour, statics: { name: 'ANGARA', draughtM: 5 } },
    { mmsi: 273_210_440, t: START + 2 * hour, lon: 131, lat: 43 },
    { mmsi: 273_210_440, t: START + 3 * hour, statics: { name: 'MARIA' } },
    { mmsi: 273_210_440, t: START + 4 * hour, lon: 131.1, lat: 43 },
    { mmsi: 273_210_440, t: START + 4 * hour, lon: 131.1, lat: 43 },
  ]);
  const back = await readBack(await exported('csv', fleet, [inputOf(0)], { ...ALL_REPORTS, clean: true }));
  expect([...back.store.t]).toEqual([START, START + 2 * hour, START + 4 * hour]);
  expect([0, 1, 2].map(row => back.identityAt(row).statics)).toEqual([
    {},
    { name: 'ANGARA', draughtM: 5 },
    { name: 'MARIA', draughtM: 5 },
  ]);
});
