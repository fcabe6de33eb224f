import { ByteWriter } from 'hyparquet-writer';
import { deltaBinaryPack } from 'hyparquet-writer/src/delta.js';
import { writeRleBitPackedHybrid } from 'hyparquet-writer/src/encoding.js';
import { snappyCompress } from 'hyparquet-writer/src/snappy.js';
import { describe, expect, test } from 'vitest';
import { PageCodec } from '../../src/formats/parquet-codecs.ts';
import { unpackDeltas } from '../../src/formats/parquet-delta.ts';
import { RunReader } from '../../src/formats/parquet-runs.ts';
import { unpackSnappy } from '../../src/formats/parquet-snappy.ts';
import { thriftEnd } from '../../src/formats/parquet-thrift.ts';
import { seededRandom } from '../map/seeded-random.ts';

const SEEDS = Array.from({ length: 40 }, (_, i) => i + 1);

describe('runs of small numbers', () => {
  test.each(SEEDS)('seed %i, as another program writes them', seed => {
    const random = seededRandom(seed);
    const bits = 1 + Math.floor(random() * 20);
    const numbers = Array.from({ length: 1 + Math.floor(random() * 3000) }, () =>
      Math.floor(random() * 2 ** bits),
    ).flatMap(value => Array<number>(random() < 0.1 ? 40 : 1).fill(value));
    const writer = new ByteWriter();
    writeRleBitPackedHybrid(writer, numbers, bits);
    const reader = new RunReader(writer.getBytes(), bits, 'file');
    const read: number[] = [];
    while (read.length < numbers.length) {
      const count = Math.min(numbers.length - read.length, 1 + Math.floor(random() * 200));
      const target = new Int32Array(count);
      const next = numbers[read.length]!;
      if (reader.skipRun(next, count)) target.fill(next);
      else reader.read(target, count);
      read.push(...target);
    }
    expect(read).toEqual(numbers);
  });

  test('a run of two billion makes what is asked for', () => {
    const reader = new RunReader(Uint8Array.of(0xfe, 0xff, 0xff, 0xff, 0x0f, 1), 1, 'file');
    const target = new Int32Array(10);
    reader.read(target, 10);
    expect([...target]).toEqual(Array(10).fill(1));
  });

  test.each<readonly [string, readonly number[], number]>([
    ['no run', [], 1],
    ['a length without end', [255, 255, 255, 255, 255, 255], 1],
    ['a packed run that is cut off', [3, 1], 12],
    ['a value that is cut off', [2], 9],
    ['empty runs', [0, 1, 0, 1], 1],
  ])('%s is refused', (_, bytes, bits) => {
    const reader = new RunReader(Uint8Array.from(bytes), bits, 'file');
    expect(() => reader.read(new Int32Array(8), 8)).toThrow('a sound Parquet file');
  });

  test('numbers of 25 bits are refused', () => {
    expect(() => new RunReader(new Uint8Array(9), 25, 'file')).toThrow('25 bits');
  });
});

describe('differences', () => {
  test.each(SEEDS)('seed %i, as another program writes them', seed => {
    const random = seededRandom(seed);
    const bits = Math.floor(random() * 64);
    const count = 1 + Math.floor(random() * 700);
    const wide = Array.from({ length: count }, () =>
      BigInt.asIntN(
        bits + 1,
        BigInt(Math.floor(random() * 2 ** 32)) * BigInt(Math.floor(random() * 2 ** 32)),
      ),
    );
    const narrow = wide.map(value => Number(BigInt.asIntN(32, value)));

    const writer64 = new ByteWriter();
    deltaBinaryPack(writer64, BigInt64Array.from(wide), 'INT64');
    const read64 = unpackDeltas(writer64.getBytes(), 0, 8, count, 'file');
    expect([...new BigInt64Array(read64.view.buffer)]).toEqual(wide);

    const writer32 = new ByteWriter();
    deltaBinaryPack(writer32, Int32Array.from(narrow), 'INT32');
    const read32 = unpackDeltas(writer32.getBytes(), 0, 4, count, 'file');
    expect([...new Int32Array(read32.view.buffer)]).toEqual(narrow);
    expect([read64.end, read32.end]).toEqual([writer64.getBytes().length, writer32.getBytes().length]);
  });

  test('nothing at all is no values', () => {
    expect(unpackDeltas(new Uint8Array(0), 0, 8, 100, 'file').count).toBe(0);
  });

  test.each<readonly [string, readonly number[]]>([
    ['more values than the page', [128, 1, 4, 200, 1, 0]],
    ['blocks of nothing', [0, 4, 10, 0]],
    ['no parts', [128, 1, 0, 10, 0]],
    ['parts that don’t come out even', [128, 1, 3, 10, 0]],
    ['a number without end', Array(20).fill(255)],
    ['a block that is cut off', [128, 1, 4, 10, 0, 0, 32, 0, 0, 0, 1]],
    ['numbers of 200 bits', [128, 1, 4, 10, 0, 0, 200, 0, 0, 0, ...Array(999).fill(1)]],
  ])('%s is refused', (_, bytes) => {
    expect(() => unpackDeltas(Uint8Array.from(bytes), 0, 8, 100, 'file')).toThrow('a sound Parquet file');
  });
});

describe('Snappy', () => {
  test.each(SEEDS)('seed %i, as another program packs it', seed => {
    const random = seededRandom(seed);
    const kinds = 1 + Math.floor(random() * 250);
    const bytes = Uint8Array.from({ length: Math.floor(random() * 100_000) }, () =>
      Math.floor(random() * kinds),
    );
    const repeated = Uint8Array.from([...bytes, ...bytes.subarray(0, 3000), ...Array(500).fill(7)]);
    expect(unpackSnappy(snappyCompress(repeated), repeated.length)).toEqual(repeated);
  });

  test.each<readonly [string, readonly number[]]>([
    ['a literal that leads back to itself', [5, 0xfc, 0xfa, 0xff, 0xff, 0xff]],
    ['a copy from before the start', [5, 0, 65, 0x0d, 9]],
    ['a copy from nowhere', [5, 0, 65, 0x0d, 0]],
    ['a copy past the end', [5, 0, 65, 0xfd, 1]],
    ['fewer bytes than it should be', [5, 0, 65]],
    ['a length without end', Array(40).fill(255)],
  ])('%s is refused', async (_, bytes) => {
    expect(() => unpackSnappy(Uint8Array.from(bytes), 5)).toThrow(RangeError);
    const codec = await PageCodec.open('SNAPPY', 'file');
    expect(() => codec.unpack(Uint8Array.from(bytes), 5)).toThrow('a page packed as snappy');
  });
});

describe('pages', () => {
  test.each([
    ['of 300 MiB', 300 * 2 ** 20, 2 ** 20],
    ['of 32 MiB in 100 bytes', 32 * 2 ** 20, 100],
    ['of less than nothing', -1, 100],
  ])('%s are refused', async (_, size, packedBytes) => {
    const codec = await PageCodec.open('ZSTD', 'file');
    expect(() => codec.unpack(new Uint8Array(packedBytes), size)).toThrow('unpacks to');
  });

  test('in a codec that nobody knows are refused with those that are', async () => {
    await expect(PageCodec.open('LZO', 'file')).rejects.toThrow('brotli, found lzo');
  });
});

describe('the walk through metadata', () => {
  test.each<readonly [string, readonly number[], number]>([
    ['an empty struct', [0, 9, 9], 1],
    ['a number', [0x15, 0x80, 1, 0], 4],
    ['bytes', [0x18, 2, 65, 66, 0, 7], 5],
    ['a list of truths', [0x19, 0x31, 1, 2, 1, 0], 6],
    ['a field far off', [0x05, 0x80, 1, 7, 0], 5],
    ['a double', [0x17, 1, 2, 3, 4, 5, 6, 7, 8, 0], 10],
    ['a struct that is cut off', [0x15, 1], -1],
    ['bytes that are cut off', [0x18, 9, 65, 0], -1],
    ['nothing', [], -1],
  ])('%s', (_, bytes, end) => {
    expect(thriftEnd(Uint8Array.from(bytes), 'file')).toBe(end);
  });
});
