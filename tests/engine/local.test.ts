import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { DEFAULT_METHOD } from '../../src/core/findings/index.ts';
import type { LoadedFile, NamedFile, Progress } from '../../src/engine/engine.ts';
import { LocalEngine } from '../../src/engine/local.ts';
import { InputError } from '../../src/formats/input-error.ts';
import { caseWith, engineWith, fixture, referenceFiles, SlowFile, shipRows, textFile } from './case-files.ts';

const NO_ZONE = { zoneMinutes: null };
const LADY_R = textFile('lady-r.csv', shipRows(9161003));
const ANGARA = textFile('angara.csv', shipRows(9179842));
const REPLAY = fixture('nmea/dma-aislib/replay_dump.txt');

async function imosOf(engine: LocalEngine): Promise<number[]> {
  const { vessels } = await engine.analyse(DEFAULT_METHOD);
  return vessels.map(({ imo }) => imo);
}

async function sha256Of({ data }: NamedFile): Promise<string> {
  return createHash('sha256')
    .update(new Uint8Array(await data.arrayBuffer()))
    .digest('hex');
}

describe('a file loaded', () => {
  test.each([
    ['noaa/test_data_noaa_20230101.csv', { kind: 'positions', format: 'noaa-csv', rows: 1000, input: 0 }],
    ['nmea/dma-aislib/replay_dump.txt', { kind: 'positions', format: 'aivdm', rows: 108, input: 0 }],
    ['rajin-shuttle/positions.csv', { kind: 'positions', format: 'csv', reconstructed: true, input: 0 }],
    ['rajin-shuttle/sightings.csv', { kind: 'sightings', format: 'sightings-csv', rows: 44, input: -1 }],
    ['designations/eu-833-2014-cut.csv', { kind: 'list', format: 'eu-table', input: -1 }],
  ])('%s is told for what it is, with its digest and count', async (path, expected) => {
    const engine = new LocalEngine();
    const file = fixture(path);
    const loaded = await engine.load(file, NO_ZONE);
    expect(loaded).toMatchObject({ ...expected, sha256: await sha256Of(file), bytes: file.data.size });
    const aside = [...loaded.setAside.values()].reduce((sum, { rows }) => sum + rows, 0);
    expect(loaded.accepted + aside).toBe(loaded.rows);
  });

  test('ports take the place of those before', async () => {
    const engine = await engineWith();
    const file = textFile('ports.csv', 'id,name,country,lat,lon\nrajin,Rajin,KP,42.23,130.30\n');
    expect(await engine.load(file, NO_ZONE)).toMatchObject({ kind: 'ports', rows: 1, accepted: 1 });
    const { ports, references } = await engine.analyse(DEFAULT_METHOD);
    expect(ports.map(({ id }) => id)).toEqual(['rajin']);
    expect(references).toMatchObject([{ name: 'ports.csv', sha256: await sha256Of(file) }]);
  });

  test('ports and sightings are named with the analysis that they went into', async () => {
    const sightings = fixture('rajin-shuttle/sightings.csv');
    const engine = await caseWith(sightings);
    const { references } = await engine.analyse(DEFAULT_METHOD);
    const gazetteer = { name: 'gazetteer.json', data: referenceFiles().gazetteer };
    expect(references).toMatchObject(
      await Promise.all(
        [gazetteer, sightings].map(async file => ({ name: file.name, sha256: await sha256Of(file) })),
      ),
    );
  });

  test('says how far it is, to the last byte', async () => {
    const engine = new LocalEngine();
    const seen: Progress[] = [];
    const data = new SlowFile(shipRows(9161003), 10);
    const file = { name: 'slow.csv', data };
    const { rows } = await engine.load(file, NO_ZONE, { onProgress: progress => seen.push(progress) });
    const totalBytes = data.size;
    const part = Math.ceil(totalBytes / 10);
    expect(seen.map(({ bytes }) => bytes)).toEqual(
      Array.from({ length: 10 }, (_, i) => Math.min(totalBytes, (i + 1) * part)),
    );
    expect(seen.every(progress => progress.file === 'slow.csv' && progress.totalBytes === totalBytes)).toBe(
      true,
    );
    expect(seen.at(-1)!.rows).toBe(rows);
    expect(seen[4]!.rows).toBeGreaterThan(rows * 0.4);
    expect(seen[4]!.rows).toBeLessThan(rows * 0.6);
  });

  test('in another order gives the same ships and findings', async () => {
    const [one, other] = await Promise.all([caseWith(LADY_R, ANGARA), caseWith(ANGARA, LADY_R)]);
    const answers = await Promise.all([one, other].map(engine => engine.analyse(DEFAULT_METHOD)));
    const [a, b] = answers.map(({ analysis }) => analysis.findings.map(({ id, text }) => [id, text]));
    expect(b).toEqual(a);
  });
});

describe('a file that can not be read', () => {
  test.each(['utf-16le.csv', 'utf-16be.csv'])('%s is one that can: it is read as UTF-8', async name => {
    const loaded = await new LocalEngine().load(fixture(`bad-input/${name}`), NO_ZONE);
    expect(loaded).toMatchObject({ kind: 'positions', format: 'csv', rows: 1, accepted: 1 });
  });

  test.each([
    ['empty.csv', 0],
    ['blank.csv', 0],
    ['prose.txt', 1],
    ['binary.bin', 1],
    ['zeros.bin', 1],
    ['picture.png', 1],
    ['positions.csv.gz', 0],
    ['no-time.csv', 1],
    ['no-place.csv', 1],
    ['header-only.csv', 0],
    ['no-good-row.csv', 0],
    ['no-zone.csv', 2],
    ['open-quote.csv', 3],
    ['control-characters.csv', 1],
    ['truncated.nmea', 0],
    ['last-line-cut.nmea', 20],
    ['no-time.nmea', 0],
    ['list-header-only.csv', 0],
    ['list-of-persons.csv', 0],
    ['ports-past-the-pole.csv', 3],
  ])('%s is refused with its name and line %d, and leaves the case as it was', async (name, line) => {
    const engine = await engineWith(REPLAY);
    const before = await engine.analyse(DEFAULT_METHOD);
    const error = await engine.load(fixture(`bad-input/${name}`), NO_ZONE).catch((cause: unknown) => cause);
    expect(error).toBeInstanceOf(InputError);
    expect(error).toMatchObject({ name: 'InputError', file: name, line });
    expect(await engine.analyse(DEFAULT_METHOD)).toEqual(before);
  });

  test('a list that fails leaves the lists before it', async () => {
    const engine = await engineWith(fixture('designations/eu-833-2014-cut.csv'));
    const before = engine.lists.map(({ id }) => id);
    await expect(engine.load(fixture('bad-input/list-of-persons.csv'), NO_ZONE)).rejects.toThrow(InputError);
    expect(engine.lists.map(({ id }) => id)).toEqual(before);
  });
});

describe('a load that is stopped', () => {
  const text = shipRows(9179842);

  test('before it starts rejects with the reason of the signal', async () => {
    const engine = new LocalEngine();
    const reason = new Error('enough');
    const control = { signal: AbortSignal.abort(reason) };
    await expect(engine.load(ANGARA, NO_ZONE, control)).rejects.toBe(reason);
    await expect(engine.analyse(DEFAULT_METHOD, control)).rejects.toBe(reason);
  });

  test('in its midst rejects with an AbortError and leaves no row', async () => {
    const engine = await engineWith(LADY_R);
    const controller = new AbortController();
    const slow = new SlowFile(text, 10);
    slow.onPart = part => {
      if (part === 5) controller.abort();
    };
    const seen: Progress[] = [];
    const control = { signal: controller.signal, onProgress: (progress: Progress) => seen.push(progress) };
    const error = await engine
      .load({ name: 'slow.csv', data: slow }, NO_ZONE, control)
      .catch((e: unknown) => e);
    expect(error).toMatchObject({ name: 'AbortError' });
    expect(seen.at(-1)?.rows).toBeGreaterThan(100);
    expect(await imosOf(engine)).toEqual([9161003]);
  });

  test('does not disturb a load that was asked for meanwhile, nor an analysis', async () => {
    const engine = await engineWith();
    const controller = new AbortController();
    const slow = new SlowFile(text, 10);
    const asked: Promise<unknown>[] = [];
    slow.onPart = part => {
      if (part !== 5) return;
      asked.push(engine.load(LADY_R, NO_ZONE), imosOf(engine), engine.load(REPLAY, NO_ZONE));
      controller.abort();
    };
    const stopped = engine.load({ name: 'slow.csv', data: slow }, NO_ZONE, { signal: controller.signal });
    await expect(stopped).rejects.toMatchObject({ name: 'AbortError' });
    const [ladyR, imos, replay] = await Promise.all(asked);
    expect([ladyR, replay]).toMatchObject([{ input: 0 }, { input: 1 }]);
    expect(imos).toEqual([9161003]);
  });
});

test('two files loaded at once do not mix', async () => {
  const engine = await engineWith();
  const loaded = await Promise.all([engine.load(LADY_R, NO_ZONE), engine.load(ANGARA, NO_ZONE)]);
  expect(loaded.map(({ input }) => input)).toEqual([0, 1]);
  const alone = await engineWith(LADY_R, ANGARA);
  expect(await engine.analyse(DEFAULT_METHOD)).toEqual(await alone.analyse(DEFAULT_METHOD));
});

describe('an input taken out', () => {
  test('leaves what the others gave, and its number is not used again', async () => {
    const engine = await engineWith(LADY_R, ANGARA);
    await engine.remove(0);
    expect(await imosOf(engine)).toEqual([9179842]);
    expect(await engine.load(LADY_R, NO_ZONE)).toMatchObject({ input: 2 });
    const { inputs } = await engine.analyse(DEFAULT_METHOD);
    expect(inputs.map(({ name, input }) => [name, input])).toEqual([
      ['angara.csv', 1],
      ['lady-r.csv', 2],
    ]);
  });

  test.each([7, -1])('that is not there (%d) is a fault that names it', async input => {
    const engine = await engineWith(LADY_R);
    await expect(engine.remove(input)).rejects.toThrow(new RangeError(`no input ${input} among 1`));
    await expect(engine.rows(input, [1])).rejects.toThrow(RangeError);
  });
});

describe('lists', () => {
  test('of the user stand beside the bundled ones under ids of their own', async () => {
    const engine = await caseWith();
    const bundled = engine.lists.map(({ id }) => id);
    const notices = referenceFiles().lists.get('notices.csv')!;
    await engine.load({ name: 'notices.csv', data: notices }, NO_ZONE);
    expect(engine.lists.map(({ id }) => id)).toEqual([...bundled, 'notices-2']);
    engine.dropBundledLists();
    expect(engine.lists.map(({ id }) => id)).toEqual(['notices-2']);
  });

  test('are counted each for itself, also by a path', async () => {
    const engine = new LocalEngine();
    const eu = fixture('designations/eu-833-2014-cut.csv');
    const other = fixture('designations/eu-2017-1509-cut.csv');
    const rows: number[] = [];
    for (const { name, data } of [eu, other])
      rows.push((await engine.load({ name: `some/folder/${name}`, data }, NO_ZONE)).rows);
    const alone: LoadedFile[] = [];
    for (const file of [eu, other]) alone.push(await new LocalEngine().load(file, NO_ZONE));
    expect(rows).toEqual(alone.map(file => file.rows));
    expect(rows[0]).not.toBe(rows[1]);
  });

  test('that the reference names and does not bring are told', async () => {
    const { gazetteer, listIndex } = referenceFiles();
    const engine = new LocalEngine();
    await expect(engine.loadReference({ gazetteer, listIndex, lists: new Map() })).rejects.toThrow(
      /^lists\/index\.json: expected the file .* beside it, found none$/,
    );
  });
});

describe('rows', () => {
  test('are the very lines of the file, by the numbers that receipts give', async () => {
    const engine = await caseWith(LADY_R);
    const { analysis } = await engine.analyse(DEFAULT_METHOD);
    const lines = shipRows(9161003).split('\n');
    const receipts = analysis.findings.flatMap(finding => finding.receipts);
    expect(receipts.length).toBeGreaterThan(5);
    for (const { input, first, last } of receipts) {
      expect(await engine.rows(input, [first, last])).toEqual(
        [...new Set([first, last])].map(line => ({ line, text: lines[line - 1] })),
      );
    }
  });

  test.each(['\n', '\r\n', '\r'])('of a CSV are found where %j ends its lines', async newline => {
    const text = [
      'mmsi,time,lat,lon',
      ...['00', '10', '20'].map(m => `273210440,2024-03-12T00:${m}:00Z,42.7,131.9`),
    ];
    const engine = await engineWith(textFile('positions.csv', text.join(newline)));
    expect(await engine.rows(0, [2, 4, 5])).toEqual([
      { line: 2, text: text[1] },
      { line: 4, text: text[3] },
    ]);
  });

  test('of a log are found by LF alone', async () => {
    const engine = await engineWith(REPLAY);
    const lines = (await REPLAY.data.text()).split('\n').map(line => line.replace(/\r$/, ''));
    expect(await engine.rows(0, [1, 108, 109])).toEqual([
      { line: 1, text: lines[0] },
      { line: 108, text: lines[107] },
    ]);
  });

  test('of GeoJSON is the feature, whatever line it stands on', async () => {
    const file = fixture('digitraffic/locations_2017-02-20.geojson');
    const engine = new LocalEngine();
    const { rows } = await engine.load(file, NO_ZONE);
    expect(rows).toBe(77);
    const { features } = JSON.parse(await file.data.text()) as { features: unknown[] };
    expect(await engine.rows(0, [77, 1, 78])).toEqual([
      { line: 1, text: JSON.stringify(features[0]) },
      { line: 77, text: JSON.stringify(features[76]) },
    ]);
  });
});

test('an answer is a picture of its moment: what is loaded later does not reach into it', async () => {
  const engine = await caseWith(LADY_R);
  const answer = await engine.analyse(DEFAULT_METHOD);
  const before = structuredClone(answer);
  await engine.load(fixture('rajin-shuttle/sightings.csv'), NO_ZONE);
  await engine.load(ANGARA, NO_ZONE);
  await engine.analyse(DEFAULT_METHOD);
  expect(answer).toEqual(before);
});
