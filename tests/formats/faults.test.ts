import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { DEFAULT_METHOD } from '../../src/core/findings/index.ts';
import { TrackStore, VERDICT_NAMES } from '../../src/core/track/index.ts';
import type { LoadedFile, LoadOptions, NamedFile } from '../../src/engine/engine.ts';
import { LocalEngine } from '../../src/engine/local.ts';
import { InputError } from '../../src/formats/input-error.ts';
import { fixture, textFile } from '../engine/case-files.ts';

/*
 * One small file for each way in which files of positions are wrong, read through the engine. What came of it stands
 * beside it as JSON: the import report, then every fix with its verdict. Renew with
 * `npx vitest run --project unit tests/formats/faults -u`, and read the difference.
 */

const MIB = 1 << 20;
const FOLDER = new URL('../../fixtures/faults/', import.meta.url);
const AS_IT_IS: LoadOptions = { zoneMinutes: null };
const UTC: LoadOptions = { zoneMinutes: 0 };
const TOKYO: LoadOptions = { zoneMinutes: 540 };

/** Files that are read in more ways than as they are. */
const WAYS: ReadonlyMap<string, readonly LoadOptions[]> = new Map<string, readonly LoadOptions[]>([
  [
    'day-or-month.csv',
    [AS_IT_IS, UTC, { ...UTC, timeFormat: 'day-first' }, { ...UTC, timeFormat: 'month-first' }],
  ],
  ['day-first-told.csv', [AS_IT_IS, UTC, { ...UTC, timeFormat: 'month-first' }]],
  ['month-first-told.csv', [UTC, { ...UTC, timeFormat: 'month-first' }]],
  ['days-and-months.csv', [UTC, { ...UTC, timeFormat: 'day-first' }]],
  ['no-zone.csv', [AS_IT_IS, UTC, TOKYO]],
  ['some-zones.csv', [AS_IT_IS, TOKYO]],
  ['epochs.csv', [AS_IT_IS, { ...AS_IT_IS, timeFormat: 'epoch-s' }, { ...AS_IT_IS, timeFormat: 'epoch-ms' }]],
  ['cut-off.nmea', [AS_IT_IS, { ...AS_IT_IS, partial: true }]],
  ['cut-off.gpx', [AS_IT_IS, { ...AS_IT_IS, partial: true }]],
  ['no-ship.gpx', [AS_IT_IS, { ...AS_IT_IS, ship: { mmsi: 273_000_009, imo: 0 } }]],
]);
/** Files that are faulty together. */
const SETS: readonly (readonly string[])[] = [['duplicate-a.csv', 'duplicate-b.csv']];

const names = readdirSync(FOLDER, { withFileTypes: true })
  .filter(item => item.isFile() && !item.name.endsWith('.json'))
  .map(({ name }) => name);
const alone = names.filter(name => !SETS.flat().includes(name)).map(name => [name]);

describe('fault files', () => {
  test('there are some, and none is forgotten', () => {
    expect(names.length).toBeGreaterThan(60);
    const unknown = [...WAYS.keys(), ...SETS.flat()].filter(name => !names.includes(name));
    expect(unknown).toEqual([]);
  });

  test.each([...alone, ...SETS].map(set => [set.join(' and '), set] as const))('%s', async (_, set) => {
    const files = set.map(name => fixture(`faults/${name}`));
    const readings: string[] = [];
    for (const options of WAYS.get(set[0]!) ?? [AS_IT_IS]) readings.push(await readingText(files, options));
    const text = `[\n${readings.join(',\n')}\n]\n`;
    JSON.parse(text);
    await expect(text).toMatchFileSnapshot(new URL(`${set[0]}.json`, FOLDER).pathname);
  });
});

describe('a line of 1 MiB', () => {
  const row = 'mmsi,time,lat,lon,name\n273000001,2024-03-12T08:00:00Z,42.2,130.3,';
  const sentence = '\\c:1710230400*5B\\!AIVDM,1,1,,A,11mg=5@P019LAoPAU5005wwt08Q?,0*';

  test('in a log is one line too long', async () => {
    const log = fixture('faults/no-newline-at-the-end.nmea');
    const text = `${await log.data.text()}\n${'x'.repeat(MIB)}\n${sentence}${'0'.repeat(MIB)}\n`;
    const loaded = await new LocalEngine().load(textFile('long.nmea', text), AS_IT_IS);
    expect(reportOf(loaded)).toMatchObject({ rows: 4, accepted: 2, setAside: { 'too long': { rows: 2 } } });
  });

  test('in a CSV is refused, for it is most often a quote that nothing closes', async () => {
    for (const text of [`${row}${'A'.repeat(MIB)}\n`, `${row}"${'A\n'.repeat(MIB)}`]) {
      const loading = new LocalEngine().load(textFile('long.csv', text), AS_IT_IS);
      await expect(loading).rejects.toThrow(
        'long.csv:2: expected a record of at most 1 MiB, found a longer one',
      );
    }
  });

  test('of a name just under that is read, and shown in part', async () => {
    const text = `${row}${'A'.repeat(MIB - 100)}\n1,2\n`;
    const loaded = await new LocalEngine().load(textFile('long.csv', text), AS_IT_IS);
    expect(reportOf(loaded)).toMatchObject({
      rows: 2,
      accepted: 1,
      setAside: { fields: { examples: ['3: 1,2'] } },
    });
  });
});

/** What came of files read with these options: their reports, or the error of the one that was refused. */
async function readingText(files: readonly NamedFile[], options: LoadOptions): Promise<string> {
  const engine = new LocalEngine();
  const loaded: LoadedFile[] = [];
  try {
    for (const file of files) loaded.push(await engine.load(file, options));
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const refusal = { message: error.message, remedy: error.remedy };
    return `{ "options": ${JSON.stringify(options)}, "refused": ${JSON.stringify(refusal, null, 1)} }`;
  }
  const { vessels, tracks, inputs } = await engine.analyse(DEFAULT_METHOD);
  const store = TrackStore.from(tracks);
  const ships = vessels.map(({ id, names, mmsi, reports }) => ({ id, mmsi, names, reports }));
  const fixes = vessels.flatMap(({ id, index }) =>
    Array.from({ length: store.starts[index + 1]! - store.starts[index]! }, (_, i) =>
      fixText(store, store.starts[index]! + i, id),
    ),
  );
  return [
    `{ "options": ${JSON.stringify(options)},`,
    `"reports": ${JSON.stringify(inputs.map(reportOf), null, 1)},`,
    `"ships": ${listText(ships)},`,
    `"fixes": ${listText(fixes)} }`,
  ].join('\n');
}

/** The import report without the digest and what follows from the file's name. */
function reportOf({ kind, format, rows, accepted, setAside, notes, ...rest }: LoadedFile) {
  const aside = [...setAside].map(([reason, entry]) => {
    const examples = entry.examples.map(({ line, text }) => `${line}: ${text}`);
    return [reason, { rows: entry.rows, examples }] as const;
  });
  const sum = aside.reduce((total, [, entry]) => total + entry.rows, accepted);
  expect(sum, 'accepted and set aside are all rows').toBe(rows);
  const { columns, timeNote, duplicates, ships, from, to } = rest;
  return {
    ...{ kind, format, rows, accepted, duplicates },
    setAside: Object.fromEntries(aside),
    notes: Object.fromEntries(notes),
    columns: Object.fromEntries(columns),
    ...{ timeNote, ships, from: isoOf(from), to: isoOf(to) },
  };
}

/** One fix as a line: where it came from, what it says, how it is judged. NaN is left out, and so is a status of 15. */
function fixText(store: TrackStore, i: number, ship: string): string {
  const { source, row, t, lon, lat, sog, cog, heading, status, verdict, segment } = store;
  const motion = { sog: sog[i]!, cog: cog[i]!, heading: heading[i]! };
  const told = Object.entries(motion).filter(([, value]) => !Number.isNaN(value));
  return [
    `${ship} file ${source[i]} row ${row[i]}`,
    isoOf(t[i]!),
    Number.isNaN(lon[i]!) ? 'nowhere' : `${coordinate(lon[i]!)} ${coordinate(lat[i]!)}`,
    ...told.map(([name, value]) => `${name} ${Number(value.toFixed(1))}`),
    ...(status[i] === 15 ? [] : [`status ${status[i]}`]),
    VERDICT_NAMES[verdict[i]!]! + (verdict[i] === 0 ? `, segment ${segment[i]}` : ''),
  ].join(' | ');
}

function coordinate(degrees: number): string {
  return String(Number(degrees.toFixed(6)));
}

function isoOf(t: number): string | null {
  return Number.isNaN(t) ? null : new Date(t).toISOString();
}

function listText(items: readonly unknown[]): string {
  return `[${items.map(item => `\n  ${JSON.stringify(item)}`).join(',')}\n]`;
}
