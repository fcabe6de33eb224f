import { crc32, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { Crc32 } from '../../src/formats/crc32.ts';
import { InputError } from '../../src/formats/input-error.ts';
import { unpack } from '../../src/formats/unpack.ts';
import { seededRandom } from '../map/seeded-random.ts';
import { zipOf } from './archives.ts';

const TEXT = Array.from({ length: 400 }, (_, i) => `${i},${(i * 7919) % 1009},some text\n`).join('');
const CONTENT = Buffer.from(TEXT);

async function contentOf(bytes: Uint8Array<ArrayBuffer>, name = 'ais.zip'): Promise<Buffer | null> {
  const packed = await unpack(new Blob([bytes]), name);
  if (!packed) return null;
  const chunks: Uint8Array[] = [];
  for await (const chunk of packed.chunks()) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function errorOf(bytes: Uint8Array<ArrayBuffer>, name?: string): Promise<unknown> {
  return contentOf(bytes, name).then(
    content => `${content?.length} bytes of content`,
    (error: unknown) => error,
  );
}

function noise(bytes: number, seed: number): Buffer {
  const random = seededRandom(seed);
  return Buffer.from(Array.from({ length: bytes }, () => Math.floor(random() * 256)));
}

describe('a checksum', () => {
  test.each([0, 1, 2, 3, 4, 5, 255, 4099])('of %d bytes is that of zlib, whatever the chunks', length => {
    const bytes = noise(length, 41);
    for (const step of [1, 3, 4, 1000]) {
      const crc = new Crc32();
      for (let at = 0; at < length; at += step) crc.push(bytes.subarray(at, at + step));
      expect(crc.value).toBe(crc32(bytes));
    }
  });
});

describe('what is not packed', () => {
  test.each(['', 'P', 'PK', 'PK\u0003', 'PKW,1', '\u001f', 'mmsi,time'])('%j is left alone', async text => {
    expect(await unpack(new Blob([text]), 'a.csv')).toBeNull();
  });
});

describe('a gzip file', () => {
  test.each([
    ['of one member', gzipSync(CONTENT)],
    ['that is stored', gzipSync(CONTENT, { level: 0 })],
    ['of noise', gzipSync(noise(300_000, 5)), noise(300_000, 5)],
    ['without content', gzipSync(''), Buffer.alloc(0)],
  ])('%s gives its content, as often as it is asked', async (_, bytes, content = CONTENT) => {
    const packed = (await unpack(new Blob([bytes as Buffer<ArrayBuffer>]), 'a.gz'))!;
    for (let round = 0; round < 2; round++) {
      const chunks: Uint8Array[] = [];
      for await (const chunk of packed.chunks()) chunks.push(chunk);
      expect(Buffer.concat(chunks).equals(content)).toBe(true);
    }
  });

  test('of many members gives them one after the other', async () => {
    const parts = Array.from({ length: 300 }, (_, i) => noise((i * 37) % 3000, i));
    const bytes = Buffer.concat(parts.map(part => gzipSync(part)));
    expect((await contentOf(bytes))!.equals(Buffer.concat(parts))).toBe(true);
  });

  test('whose data look like heads of members is read past them', async () => {
    const lookalike = Buffer.from([0x1f, 0x8b, 8, 0, 1, 2, 3, 4, 0, 3]);
    const content = Buffer.concat([CONTENT, lookalike, CONTENT, lookalike, CONTENT]);
    const stored = gzipSync(content, { level: 0 });
    expect(
      (await contentOf(Buffer.concat([stored, stored])))!.equals(Buffer.concat([content, content])),
    ).toBe(true);
  });

  test('says how many of its bytes were used, up to all', async () => {
    const bytes = gzipSync(noise(500_000, 9)) as Buffer<ArrayBuffer>;
    const seen: number[] = [];
    const packed = (await unpack(new Blob([bytes]), 'a.gz'))!;
    for await (const chunk of packed.chunks(used => seen.push(used))) expect(chunk.length).toBeGreaterThan(0);
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
    expect(seen.length).toBeGreaterThan(3);
    expect(seen.at(-1)).toBe(bytes.length);
  });

  test.each([
    ['text', Buffer.from('and more')],
    ['NULs', Buffer.alloc(40)],
    ['a NUL and another member', Buffer.concat([Buffer.alloc(1), gzipSync('more')])],
  ])('followed by %s is refused', async (_, rest) => {
    const error = await errorOf(Buffer.concat([gzipSync(CONTENT), rest]), 'a.gz');
    expect(error).toMatchObject({
      name: 'InputError',
      file: 'a.gz',
      found: 'one that is cut off or damaged',
    });
  });

  test('cut off anywhere is refused', async () => {
    const bytes = gzipSync(CONTENT.subarray(0, 700));
    for (let length = 2; length < bytes.length; length++) {
      expect(
        await errorOf(bytes.subarray(0, length) as Buffer<ArrayBuffer>),
        `${length} bytes`,
      ).toBeInstanceOf(InputError);
    }
  });

  test.each([-1, -5])('with a wrong byte %d from its end is refused', async at => {
    const bytes = gzipSync(CONTENT) as Buffer<ArrayBuffer>;
    bytes[bytes.length + at]! ^= 1;
    expect(await errorOf(bytes)).toBeInstanceOf(InputError);
  });

  test('in a gzip file is refused', async () => {
    expect(await errorOf(gzipSync(gzipSync(CONTENT)))).toMatchObject({ found: 'an archive in it' });
  });
});

describe('a zip archive', () => {
  const march = { name: 'march.csv', content: CONTENT };

  test.each([
    ['deflated', zipOf([march])],
    ['stored', zipOf([{ ...march, method: 0 }])],
    ['with ZIP64 sizes', zipOf([{ ...march, isWide: true }], { isWide: true })],
    ['with a comment', zipOf([march], { comment: 'PK\u0005\u0006 is how the end begins'.padEnd(60) })],
    [
      'beside folders and shadows',
      zipOf([
        { name: 'data/', content: Buffer.alloc(0), method: 0 },
        march,
        { name: '__MACOSX/._march.csv', content: Buffer.from('x') },
      ]),
    ],
  ])('of one file, %s, gives its content', async (_, bytes) => {
    expect((await contentOf(bytes))!.equals(CONTENT)).toBe(true);
  });

  test('of an empty file gives nothing', async () => {
    expect(await contentOf(zipOf([{ name: 'a.csv', content: Buffer.alloc(0) }]))).toHaveLength(0);
  });

  test.each([
    ['a wrong checksum', { crc: 7 }, 'content with checksum 00000007'],
    ['a size too small', { bytes: 100 }, '100 bytes of content'],
    ['a size too large', { bytes: 20_000 }, '20000 bytes of content'],
    ['a size beyond all', { bytes: 4_000_000_000 }, 'content at most 1100 times its packed size'],
    ['encryption', { flags: 1 }, 'a file that is not encrypted'],
    ['another method', { method: 14 }, 'a file stored or deflated'],
  ])('with %s is refused by the name of its file', async (_, said, expected) => {
    const error = await errorOf(zipOf([{ ...march, ...said }]));
    expect(error).toMatchObject({ name: 'InputError', file: 'ais.zip › march.csv', expected });
  });

  test('of another archive is refused', async () => {
    const inner = zipOf([march]);
    for (const content of [inner, gzipSync(CONTENT)]) {
      expect(await errorOf(zipOf([{ name: 'in.zip', content }]))).toMatchObject({
        found: 'an archive in it',
      });
    }
  });

  test('of several files names them', async () => {
    const parts = Array.from({ length: 7 }, (_, i) => ({ name: `${i}.csv`, content: CONTENT }));
    expect(await errorOf(zipOf(parts))).toMatchObject({
      file: 'ais.zip',
      found: '7: 0.csv, 1.csv, 2.csv, 3.csv, 4.csv and 2 more',
    });
  });

  test('of nothing, or of too much, is refused', async () => {
    expect(await errorOf(zipOf([]))).toMatchObject({ found: 'none in it' });
    const parts = Array.from({ length: 1001 }, () => ({ name: 'a', content: Buffer.alloc(0), method: 0 }));
    expect(await errorOf(zipOf(parts))).toMatchObject({ found: '1001' });
  });

  test('shows names without what could hide in them', async () => {
    const name = '../\u001b[31m\u202eevil\n.csv';
    expect(await errorOf(zipOf([{ ...march, name, crc: 7 }]))).toMatchObject({
      file: 'ais.zip › ../\ufffd[31m\ufffdevil\ufffd.csv',
    });
  });

  test('cut off anywhere is refused', async () => {
    const bytes = zipOf([{ ...march, content: CONTENT.subarray(0, 700) }]);
    for (let length = 4; length < bytes.length; length++) {
      expect(await errorOf(bytes.subarray(0, length)), `${length} bytes`).toBeInstanceOf(InputError);
    }
  });
});

test('any damage gives an InputError or the content as it was', async () => {
  const seed = 20240611;
  const random = seededRandom(seed);
  const whole = (below: number): number => Math.floor(random() * below);
  const content = CONTENT.subarray(0, 900);
  const wholes = [
    gzipSync(content),
    Buffer.concat([gzipSync(content.subarray(0, 400)), gzipSync(content.subarray(400))]),
    zipOf([{ name: 'a.csv', content }]),
    zipOf([{ name: 'a.csv', content, method: 0, isWide: true }], { isWide: true }),
  ];
  let refused = 0;
  for (let round = 0; round < 2000; round++) {
    const bytes = Buffer.from(wholes[round % wholes.length]!);
    for (let change = whole(3); change >= 0; change--) bytes[4 + whole(bytes.length - 4)] = whole(256);
    const found = await contentOf(bytes).catch((error: unknown) => error);
    const isRight = found instanceof InputError || (found instanceof Buffer && found.equals(content));
    expect(isRight, `seed ${seed}, round ${round}: ${found}`).toBe(true);
    refused += Number(found instanceof InputError);
  }
  expect(refused).toBeGreaterThan(1000);
});
