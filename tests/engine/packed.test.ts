import { deflateRawSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { LoadedFile, NamedFile, Progress } from '../../src/engine/engine.ts';
import { type LineEnding, LineIndex, readLines } from '../../src/engine/lines.ts';
import { LocalEngine } from '../../src/engine/local.ts';
import { InputError } from '../../src/formats/input-error.ts';
import { zipOf } from '../formats/archives.ts';
import { seededRandom } from '../map/seeded-random.ts';
import { fixture, SlowFile, shipRows } from './case-files.ts';

const NO_ZONE = { zoneMinutes: null };
const HEADER = 'mmsi,time,lat,lon\n';
const HEAP_GROWTH_BYTES = 192 * 2 ** 20;

async function bytesOf({ data }: NamedFile): Promise<Buffer> {
  return Buffer.from(await data.arrayBuffer());
}

function fileOf(name: string, bytes: Buffer): NamedFile {
  return { name, data: new Blob([bytes as Buffer<ArrayBuffer>]) };
}

async function gz(file: NamedFile): Promise<NamedFile> {
  return fileOf(`${file.name}.gz`, gzipSync(await bytesOf(file)));
}

async function zip(file: NamedFile): Promise<NamedFile> {
  return fileOf('case.zip', zipOf([{ name: file.name, content: await bytesOf(file) }]));
}

async function sha256Of(file: NamedFile): Promise<string> {
  return Buffer.from(await crypto.subtle.digest('SHA-256', await file.data.arrayBuffer())).toString('hex');
}

function outcomeOf(task: Promise<LoadedFile>): Promise<unknown> {
  return task.catch((error: unknown) => error);
}

describe.each([
  ['gz', gz],
  ['zip', zip],
])('packed as .%s', (_, pack) => {
  test.each([
    'noaa/test_data_noaa_20230101.csv',
    'nmea/dma-aislib/replay_dump.txt',
    'rajin-shuttle/positions.csv',
    'rajin-shuttle/sightings.csv',
    'designations/eu-833-2014-cut.csv',
  ])('%s reads as it does unpacked, under the digest and size of the archive', async path => {
    const file = fixture(path);
    const packed = await pack(file);
    const plain = await new LocalEngine().load(file, NO_ZONE);
    const loaded = await new LocalEngine().load(packed, NO_ZONE);
    const { name, data } = packed;
    expect(loaded).toEqual({ ...plain, name, sha256: await sha256Of(packed), bytes: data.size });
  });

  test('ports count', async () => {
    const ports = fileOf('ports.csv', Buffer.from('id,name,country,lat,lon\nrajin,Rajin,KP,42.23,130.30\n'));
    expect(await new LocalEngine().load(await pack(ports), NO_ZONE)).toMatchObject({
      kind: 'ports',
      rows: 1,
    });
  });

  test.each(['noaa/test_data_noaa_20230101.csv', 'nmea/dma-aislib/replay_dump.txt'])(
    'raw rows of %s are those of the content',
    async path => {
      const engine = new LocalEngine();
      const file = fixture(path);
      await engine.load(file, NO_ZONE);
      await engine.load(await pack(file), NO_ZONE);
      const lines = [3, 1, 2, 99, 100, 108, 1001, 1002, 5000, 3];
      const rows = await engine.rows(1, lines);
      expect(rows).toEqual(await engine.rows(0, lines));
      expect(rows.length).toBeGreaterThan(4);
    },
  );

  test('progress counts packed bytes, to the last', async () => {
    const seen: Progress[] = [];
    const packed = await pack(fixture('rajin-shuttle/positions.csv'));
    await new LocalEngine().load(packed, NO_ZONE, { onProgress: progress => seen.push(progress) });
    const { size } = packed.data;
    expect(seen.every(({ file, totalBytes }) => file === packed.name && totalBytes === size)).toBe(true);
    expect(seen.map(({ bytes }) => bytes)).toEqual(seen.map(({ bytes }) => bytes).toSorted((a, b) => a - b));
    expect(seen.at(-1)!.bytes).toBe(size);
  });

  test('a load that is stopped leaves no row', async () => {
    const engine = new LocalEngine();
    const controller = new AbortController();
    const file = await pack(fixture('rajin-shuttle/positions.csv'));
    const task = engine.load(file, NO_ZONE, {
      signal: controller.signal,
      onProgress: () => controller.abort(),
    });
    await expect(task).rejects.toMatchObject({ name: 'AbortError' });
    expect(await engine.load(file, NO_ZONE)).toMatchObject({ kind: 'positions', input: 0 });
  });

  test('an error names the content and its line', async () => {
    const file = await pack(fixture('bad-input/no-zone.csv'));
    const label = file.name.endsWith('.zip') ? 'case.zip › no-zone.csv' : 'no-zone.csv.gz';
    expect(await outcomeOf(new LocalEngine().load(file, NO_ZONE))).toMatchObject({ file: label, line: 2 });
  });

  test('cut off or damaged anywhere, it is refused or gives the same rows', async () => {
    const seed = 77003;
    const random = seededRandom(seed);
    const text = shipRows(9161003).split('\n').slice(0, 12).join('\n');
    const whole = await pack(fileOf('a.csv', Buffer.from(text)));
    const { rows, accepted } = await new LocalEngine().load(whole, NO_ZONE);
    const bytes = await bytesOf(whole);
    const damaged = Array.from(bytes, (_, length) => bytes.subarray(0, length));
    for (let round = 0; round < 300; round++) {
      const copy = Buffer.from(bytes);
      copy[Math.floor(random() * copy.length)] = Math.floor(random() * 256);
      damaged.push(copy);
    }
    for (const [i, part] of damaged.entries()) {
      const found = await outcomeOf(new LocalEngine().load(fileOf(whole.name, part), NO_ZONE));
      if (!(found instanceof InputError))
        expect(found, `seed ${seed}, ${i}`).toMatchObject({ rows, accepted });
    }
  });
});

describe('a bomb', () => {
  /** A gzip file of a text and then one byte over and over, made block by block. */
  function bomb(head: string, byte: number, mebibytes: number): NamedFile {
    const member = gzipSync(Buffer.alloc(2 ** 20, byte));
    return fileOf('bomb.csv.gz', Buffer.concat([gzipSync(head), ...Array(mebibytes).fill(member)]));
  }

  test.each([
    ['zeros', '', 0],
    ['a row that never ends', HEADER, 65],
    ['a row of zeros', HEADER, 0],
  ])('of %s is refused in bounded memory', async (_, head, byte) => {
    const file = bomb(head, byte, 600);
    const before = process.memoryUsage().rss;
    expect(await outcomeOf(new LocalEngine().load(file, NO_ZONE))).toBeInstanceOf(InputError);
    expect(process.memoryUsage().rss - before).toBeLessThan(HEAP_GROWTH_BYTES);
  });

  test('of blank lines stops when it is told to', async () => {
    const controller = new AbortController();
    const task = new LocalEngine().load(bomb(HEADER, 10, 600), NO_ZONE, { signal: controller.signal });
    setTimeout(() => controller.abort(), 50);
    await expect(task).rejects.toMatchObject({ name: 'AbortError' });
  });

  test('of a table is refused beyond 64 MiB', async () => {
    const file = bomb('id,name,country,lat,lon\n', 10, 80);
    expect(await outcomeOf(new LocalEngine().load(file, NO_ZONE))).toMatchObject({
      expected: 'a ports file of at most 64 MiB',
    });
  });

  test('that lies of its size in a zip is refused', async () => {
    const content = Buffer.concat([Buffer.from(HEADER), Buffer.alloc(2 ** 24, 10)]);
    expect(deflateRawSync(content).length).toBeLessThan(2 ** 15);
    const file = fileOf('bomb.zip', zipOf([{ name: 'a.csv', content, bytes: 1000 }]));
    expect(await outcomeOf(new LocalEngine().load(file, NO_ZONE))).toMatchObject({
      expected: '1000 bytes of content',
    });
  });
});

test('a zip of several files is refused and names them', async () => {
  const content = Buffer.from(HEADER);
  const names = ['a.csv', 'b.csv'];
  const file = fileOf('two.zip', zipOf(names.map(name => ({ name, content }))));
  expect(await outcomeOf(new LocalEngine().load(file, NO_ZONE))).toMatchObject({ found: '2: a.csv, b.csv' });
});

test('an error of reading is passed on as it is', async () => {
  const bytes = gzipSync(shipRows(9161003));
  const data = new Blob([bytes]);
  const gone = new SlowFile('x', 1);
  gone.onPart = () => {
    throw new DOMException('the file is gone', 'NotReadableError');
  };
  data.slice = (start, end) => (end === undefined ? gone : new Blob([bytes.subarray(start, end)]));
  const outcome = await outcomeOf(new LocalEngine().load({ name: 'a.gz', data }, NO_ZONE));
  expect(outcome).toMatchObject({ name: 'NotReadableError' });
});

test.each<LineEnding>(['LF', 'LF, CRLF or CR'])('lines ended by %s are those of the index', async ending => {
  const seed = 5507;
  const random = seededRandom(seed);
  const whole = (below: number): number => Math.floor(random() * below);
  const parts = ['\n', '\r\n', '\r', ',', 'ю', '123', '\n\n', 'a long field '.repeat(900)];
  for (let round = 0; round < 60; round++) {
    const text = Array.from({ length: whole(300) }, () => parts[whole(parts.length)]!).join('');
    const bytes = Buffer.from(text) as Buffer<ArrayBuffer>;
    const step = 1 + whole(200);
    const chunks = async function* () {
      for (let at = 0; at < bytes.length; at += step) yield bytes.subarray(at, at + step);
    };
    const index = new LineIndex(ending);
    index.push(bytes);
    const lines = Array.from({ length: whole(20) }, () => whole(200));
    const wanted = lines.filter(line => line > 0);
    const rows = await readLines(chunks(), ending, lines);
    expect(rows, `seed ${seed}, round ${round}`).toEqual(await index.read(new Blob([bytes]), wanted));
  }
});
